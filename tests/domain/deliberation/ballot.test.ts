import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { ballotContext, type BallotEvent, type BallotState } from '@keting/domain';
import { day, deliberating, grids, members, monday, persons, representatives } from './deliberating.ts';
import {
  after,
  by,
  close,
  closesAt,
  give,
  of,
  open,
  openAt,
  opened,
  papers,
  ruleOf,
  scene,
  sittingEnds,
  sittingOpen,
  topicAt,
  vote,
} from './ballot-asks.ts';

/** So many of a list vote one way, so many another. */
const voting = (list: readonly string[], inFavour: number, against = 0, abstained = 0) =>
  list
    .slice(0, inFavour + against + abstained)
    .map(
      (who, i) => [who, vote(i < inFavour ? 'inFavour' : i < inFavour + against ? 'against' : 'abstained')] as const,
    );

/** What a ballot of these persons under a rule comes to when its time is up. */
function outcome(list: readonly string[], step: string, ...counts: readonly [number, number?, number?]) {
  const past = after([opened(list, { rule: ruleOf(step) })], voting(list, ...counts));
  const [event] = scene(past).at(closesAt).when(close).events;
  assert.ok(event?.type === 'BallotClosed');
  return event.data;
}

suite('opening a ballot', () => {
  test('[DEL-03] the list of those due is fixed on the day, with the rule that decides', () => {
    const [event] = scene([], { topics: topicAt('four-two', 'member-review') }).when(open('member-review')).events;
    assert.ok(event?.type === 'BallotOpened');
    assert.equal(event.data.eligible.length, 31);
    assert.deepEqual(event.data.rule, ruleOf('member-review'));
    assert.deepEqual(event.data.subject, { topic: 't1', step: 'member-review', round: 1 });
    const { form, papers, territories } = event.data;
    assert.deepEqual([form, event.data.closesAt, papers, territories], ['open', closesAt, [], grids.slice(0, 1)]);
    assert.ok(!('present' in event.data));
    scene([event])
      .withAll('membersOf', () => [])
      .by(by('m30'))
      .when(vote('against'))
      .then({ type: 'VoteCast' });
  });

  test('[DEL-02] the two committees are one body of two parts, each person once', () => {
    const [event] = scene([], { topics: topicAt('four-two', 'committees-consult') }).when(
      open('committees-consult'),
    ).events;
    assert.ok(event?.type === 'BallotOpened');
    assert.deepEqual(event.data.units, ['branch', 'committee']);
    assert.equal(event.data.eligible.length, 32);
  });

  test('[DEL-03] only what waits for a vote is voted on, once at a time', () => {
    const decide = { topics: topicAt('six-steps', 'decide', 3) };
    scene([], decide).when(open('decide')).then({ type: 'BallotOpened' }).claims('ballot-on/t1/decide/3');
    scene([], decide)
      .when(open('execute'))
      .refuses('not-up-for-vote', { ids: ['b1'] });
    for (const [procedure, step] of [
      ['six-steps', 'execute'],
      ['seven-steps', 'decide'],
      ['six-steps', 'nap'],
    ] as const) {
      scene([], { topics: topicAt(procedure, step) })
        .when(open(step))
        .refuses('not-up-for-vote');
    }
    const closed = { topics: { t1: { ...decide.topics.t1, open: undefined } } };
    scene([], closed).when(open('decide')).refuses('not-up-for-vote');
    scene([]).when(open('decide')).refuses('not-up-for-vote');
    scene([opened(['a'])], decide)
      .when(open('decide'))
      .refuses('ballot-exists', { ids: ['b1'] });
    scene([])
      .when(vote('against'))
      .refuses('ballot-unknown', { ids: ['b1'] });
  });

  test('[DEL-03] it closes later than now and within 90 days, in a form that the model allows, for somebody', () => {
    const decide = { topics: topicAt('six-steps', 'decide') };
    scene([], decide)
      .when(open('decide', { closesAt: monday }))
      .refuses('closing-in-past', { ids: ['b1'] });
    scene([], decide)
      .when(open('decide', { closesAt: monday + 1 }))
      .then({ type: 'BallotOpened' });
    scene([], decide)
      .when(open('decide', { closesAt: monday + 90 * day }))
      .then({ type: 'BallotOpened' });
    for (const never of [monday + 90 * day + 1, 8e15]) {
      scene([], decide)
        .when(open('decide', { closesAt: never }))
        .refuses('closing-too-far', { ids: ['b1'], params: { limit: 90 } });
    }
    scene([], decide)
      .withAll('membersOf', () => [])
      .when(open('decide'))
      .refuses('nobody-entitled', { ids: ['b1'] });
    const byShowOfHands = deliberating.assemblies?.map((one) => ({
      ...one,
      voting: { ...one.voting, forms: ['open' as const] },
    }));
    scene([], { sittings: sittingOpen() })
      .under({ ...deliberating, assemblies: byShowOfHands })
      .when(openAt({ form: 'secret', papers: papers(9) }))
      .refuses('ballot-form-not-allowed', { ids: ['b1'], params: { form: 'secret' } });
    scene([], decide)
      .when(open('decide', { form: 'loud' }))
      .invalid({ path: 'form' });
  });

  test('[DEL-03] a secret one has a paper for each of those due, of which none is there twice; an open one has none', () => {
    const decide = { topics: topicAt('six-steps', 'decide') };
    const ask = (form: string, ...given: readonly (readonly string[])[]) =>
      scene([], decide).when(open('decide', { form, ...(given[0] ? { papers: given[0] } : {}) }));
    ask('secret').refuses('papers-too-few', { ids: ['b1'], params: { eligible: 9, papers: 0 } });
    const eight = papers(8);
    ask('secret', [...eight, ...eight]).refuses('papers-too-few', { params: { eligible: 9, papers: 8 } });
    const nine = papers(9).sort();
    ask('secret', [...nine, ...nine].reverse()).then({ type: 'BallotOpened', data: { form: 'secret', papers: nine } });
    ask('open', nine).then({ type: 'BallotOpened', data: { papers: [] } });
  });

  test('[DEL-03] at a sitting those who are there vote, on an item of its agenda', () => {
    scene([], { sittings: sittingOpen() })
      .when(openAt())
      .then({ type: 'BallotOpened', data: { present: persons('r1', 'r2', 'r3', 'r4', 'r5') } })
      .claims('ballot-on/s1/1');
    scene([], { sittings: sittingOpen({ items: 0 }) })
      .when(openAt())
      .refuses('not-up-for-vote');
    const { assemblies: _none, ...without } = deliberating;
    scene([], { sittings: sittingOpen() }).under(without).when(openAt()).refuses('not-up-for-vote');
    for (const known of [
      {},
      { sittings: sittingOpen({ open: false }) },
      { sittings: sittingOpen({ assembly: 'moon' }) },
    ]) {
      scene([], known).when(openAt()).refuses('not-up-for-vote');
    }
  });
});

suite('a ballot of a sitting', () => {
  const sat = [...scene([], { sittings: sittingOpen() }).when(openAt()).events];

  test('[DEL-03] it is opened on the day of the sitting, whose list it uses', () => {
    scene([], { sittings: sittingOpen() })
      .at(sittingEnds - 1)
      .when(openAt())
      .then({ type: 'BallotOpened' });
    scene([], { sittings: sittingOpen() })
      .at(sittingEnds)
      .when(openAt({ closesAt: sittingEnds + 1 }))
      .refuses('not-up-for-vote', { ids: ['b1'] });
  });

  test('[DEL-03] nobody votes in a sitting that is over, or gives their vote; what came until then is counted', () => {
    scene(sat, { sittings: sittingOpen() }).by(by('r1')).when(vote('inFavour')).then({ type: 'VoteCast' });
    const over = scene(sat, { sittings: sittingOpen({ open: false }) });
    for (const command of [vote('inFavour'), give('r2')])
      over
        .by(by('r1'))
        .when(command)
        .refuses('sitting-not-open', { ids: ['s1'] });
    over.at(closesAt).when(close).then({ type: 'BallotClosed' });
  });
});

suite('voting', () => {
  const ballot = [opened(['a', 'b', 'c'])];

  test('[DEL-03] one person, one vote', () => {
    const once = after(ballot, [['a', vote('inFavour')]]);
    scene(once)
      .by(by('a'))
      .when(vote('against'))
      .refuses('voted-already', { ids: ['a'] });
  });

  test('[DEL-03] a foreign vote is refused, and so is that of who only sits in', () => {
    scene(ballot)
      .by(by('x'))
      .when(vote('inFavour'))
      .refuses('no-vote', { ids: ['x'] });
    scene(ballot)
      .by({ kind: 'anonymous' })
      .when(vote('inFavour'))
      .refuses('no-vote', { ids: ['b1'] });
    const sat = [opened(representatives, { present: persons('r1', 'r2') })];
    scene(sat)
      .by(by('s1'))
      .when(vote('inFavour'))
      .refuses('no-vote', { ids: ['s1'] });
    scene(sat)
      .by(by('r3'))
      .when(vote('inFavour'))
      .refuses('not-present', { ids: ['r3'] });
  });

  test('[DEL-03] a late vote is refused, counted or not', () => {
    scene(ballot)
      .at(closesAt - 1)
      .by(by('a'))
      .when(vote('inFavour'))
      .then({ type: 'VoteCast' });
    scene(ballot)
      .at(closesAt)
      .by(by('a'))
      .when(vote('inFavour'))
      .refuses('ballot-closed', { ids: ['b1'] });
    const closed = [...ballot, ...scene(ballot).at(closesAt).when(close).events];
    scene(closed).by(by('a')).when(vote('inFavour')).refuses('ballot-closed');
    scene(closed).at(closesAt).when(close).refuses('ballot-closed');
  });

  test('[DEL-03] it closes by itself when its time is up, before that only when all have voted', () => {
    scene(ballot)
      .when(close)
      .refuses('ballot-not-over', { ids: ['b1'], params: { due: closesAt } });
    const all = after(ballot, voting(['a', 'b', 'c'], 2, 1));
    scene(all)
      .when(close)
      .then({
        type: 'BallotClosed',
        data: {
          subject: { topic: 't1', step: 'decide', round: 1 },
          counts: { inFavour: 2, against: 1, abstained: 0 },
          eligible: 3,
          attending: 3,
          carried: true,
        },
      });
    const due = (state: BallotState | undefined) => (state === undefined ? undefined : ballotContext.due?.(state));
    assert.deepEqual(due(scene(ballot).state('ballot/b1')), {
      at: closesAt,
      command: { type: 'CloseBallot', data: of },
    });
    const closed = scene(all).when(close).then({ type: 'BallotClosed' }).state;
    assert.equal(due(closed), undefined);
  });
});

suite('proxies', () => {
  const rule = { ...ruleOf('decide'), proxies: 1 };
  const ballot = [opened(['a', 'b', 'c'], { rule })];
  const given = after(ballot, [['a', give('b')]]);

  test('[DEL-03] a person who is called as something that every object has gives their vote once', () => {
    const odd = [opened(['constructor', 'b', 'c'], { rule })];
    scene(odd).by(by('constructor')).when(give('b')).then({ type: 'ProxyAppointed' });
    scene(after(odd, [['constructor', give('b')]]))
      .by(by('constructor'))
      .when(give('c'))
      .refuses('proxy-appointed', { ids: ['constructor'] });
  });

  test('[DEL-03] nobody votes for another unless the model allows it', () => {
    scene([opened(['a', 'b'])])
      .by(by('a'))
      .when(give('b'))
      .refuses('proxies-not-allowed', { ids: ['b1'] });
    scene(ballot)
      .by({ kind: 'anonymous' })
      .when(give('b'))
      .refuses('no-vote', { ids: ['b1'] });
    scene(ballot)
      .by(by('b'))
      .when(vote('inFavour', 'a'))
      .refuses('not-your-vote', { ids: ['a'] });
  });

  test('[DEL-03] one of those due votes for another who has given it to them, each vote once', () => {
    const cast = after(given, [['b', vote('inFavour', 'a')]]);
    assert.deepEqual(cast.slice(-1), [{ type: 'VoteCast', data: { person: 'a', by: 'b', choice: 'inFavour' } }]);
    scene(cast).by(by('b')).when(vote('against', 'a')).refuses('voted-already');
    scene(cast).by(by('a')).when(vote('against')).refuses('voted-already');
    scene(cast)
      .by(by('b'))
      .when(vote('against'))
      .then({ type: 'VoteCast', data: { person: 'b', by: 'b' } });
  });

  test('[DEL-03] a proxy is one of those due, another person, and carries no more than the model lets them', () => {
    scene(given)
      .by(by('c'))
      .when(give('b'))
      .refuses('proxy-full', { ids: ['b'], params: { limit: 1 } });
    const four = ['a', 'b', 'c', 'd'];
    scene(after([opened(four, { rule })], [['a', give('b')]]))
      .by(by('c'))
      .when(give('d'))
      .then({ type: 'ProxyAppointed', data: { person: 'c', proxy: 'd' } });
    const two = [opened(four, { rule: { ...rule, proxies: 2 } })];
    scene(after(two, [['a', give('b')]]))
      .by(by('c'))
      .when(give('b'))
      .then({ type: 'ProxyAppointed', data: { person: 'c', proxy: 'b' } });
    scene(ballot)
      .by(by('a'))
      .when(give('x'))
      .refuses('no-vote', { ids: ['x'] });
    scene(ballot)
      .by(by('x'))
      .when(give('a'))
      .refuses('no-vote', { ids: ['x'] });
    scene(ballot)
      .by(by('a'))
      .when(give('a'))
      .refuses('proxy-self', { ids: ['a'] });
    scene(given).by(by('a')).when(give('c')).refuses('proxy-appointed');
    scene(after(ballot, [['a', vote('against')]]))
      .by(by('a'))
      .when(give('b'))
      .refuses('voted-already');
  });

  test('[DEL-03] who is away takes part by a proxy who is there, and counts as taking part', () => {
    const sat = [opened(representatives, { rule, present: persons('r1', 'r2', 'r3', 'r4') })];
    const away = after(sat, [['r9', give('r1')], ...voting(representatives, 2, 2), ['r1', vote('inFavour', 'r9')]]);
    scene(away)
      .when(close)
      .then({ type: 'BallotClosed', data: { attending: 5, quorate: true, carried: true } });
    const waits = after(sat, [['r9', give('r1')], ...voting(representatives, 2, 2)]);
    scene(waits).when(close).refuses('ballot-not-over');
  });
});

suite('what a ballot comes to', () => {
  test('[DEL-03] a simple majority is more than half of those who take part', () => {
    assert.equal(outcome(representatives, 'decide', 3, 2).carried, true);
    assert.equal(outcome(representatives, 'decide', 3, 2, 1).carried, false, 'who abstains takes part');
    assert.equal(outcome(representatives, 'decide', 3, 3).carried, false);
  });

  test('[DEL-02] members review with two thirds of 31 taking part, 21, and more than half of all due, 16', () => {
    assert.deepEqual(outcome(members, 'member-review', 20), {
      ...outcome(members, 'member-review', 20),
      attending: 20,
      quorate: false,
      carried: false,
    });
    assert.equal(outcome(members, 'member-review', 21).quorate, true);
    assert.equal(outcome(members, 'member-review', 15, 6).carried, false, 'more than half of 21 is not enough');
    assert.equal(outcome(members, 'member-review', 16, 5).carried, true);
  });

  test('[DEL-02] representatives resolve with two thirds of nine taking part, six, and a majority of those', () => {
    assert.equal(outcome(representatives, 'assembly-resolution', 5).quorate, false);
    assert.equal(outcome(representatives, 'assembly-resolution', 4, 2).carried, true);
    assert.equal(outcome(representatives, 'assembly-resolution', 3, 3).carried, false);
  });

  test('[DEL-03] without its quorum a ballot decides nothing, and another may be held; else it stands', () => {
    const ballot: readonly BallotEvent[] = [opened(['a', 'b', 'c'])];
    const few = after(ballot, [['a', vote('inFavour')]]);
    scene(few)
      .at(closesAt)
      .when(close)
      .then({ type: 'BallotClosed', data: { quorate: false, carried: false } })
      .releases('ballot-on/t1/decide/1');
    scene(after(ballot, voting(['a', 'b', 'c'], 0, 3)))
      .when(close)
      .then({ type: 'BallotClosed', data: { quorate: true, carried: false } })
      .releases();
    scene(ballot)
      .at(closesAt)
      .when(close)
      .then({ type: 'BallotClosed', data: { quorate: false, attending: 0 } });
  });
});
