import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { ballotContext, ballotViews, canonicalJson, type BallotEvent, type Choice, type View } from '@keting/domain';
import { recorded } from '@keting/domain/testing';
import fc from 'fast-check';
import { runs } from '../../support/runs.ts';
import { monday, persons } from './deliberating.ts';
import {
  after,
  by,
  close,
  closesAt,
  drop,
  give,
  handOut,
  opened,
  papers,
  ruleOf,
  scene,
  urn,
  urnWithout,
  vote,
} from './ballot-asks.ts';

const voters = ['a', 'b', 'c', 'd'];
const ballot = [opened(voters, { form: 'secret', papers: papers(voters.length).sort() })];
const ofBallot = { ids: ['b1'] };
const handed = after(ballot, [...voters.map((who) => ['clerk', handOut(who)] as const), ['clerk', urn]]);

suite('a secret ballot', () => {
  test('[DEL-03] papers are handed out, one to each of those due, then counted, each once', () => {
    scene(ballot)
      .when(handOut('x'))
      .refuses('no-vote', { ids: ['x'] });
    scene(after(ballot, [['clerk', handOut('a')]]))
      .when(handOut('a'))
      .refuses('voted-already', { ids: ['a'] });
    const one = after(handed, [['a', drop(2, 'against')]]);
    scene(one).when(drop(2, 'inFavour')).refuses('paper-spent', ofBallot);
    scene(one).when(drop(99, 'inFavour')).refuses('paper-unknown', ofBallot);
  });

  test('[DEL-03] never are more papers counted than were handed out', () => {
    const few = after(ballot, [
      ['clerk', handOut('a')],
      ['clerk', handOut('b')],
      ['clerk', urnWithout('c', 'd')],
      ['x', drop(0, 'inFavour')],
      ['x', drop(1, 'inFavour')],
    ]);
    scene(few).when(drop(2, 'inFavour')).refuses('paper-not-handed-out', ofBallot);
  });

  test('[DEL-03] no paper is counted before all are handed out, or their order would tell who voted how', () => {
    const out = after(ballot, [
      ['clerk', handOut('a')],
      ['clerk', handOut('b')],
    ]);
    scene(out).when(drop(0, 'inFavour')).refuses('urn-not-open', ofBallot);
    scene(handed).when(handOut('a')).refuses('urn-open', ofBallot);
    scene(handed).when(urn).refuses('urn-open', ofBallot);
    scene(out.slice(0, 2))
      .when(urn)
      .refuses('urn-too-few', { ...ofBallot, params: { papers: 1, needed: 2 } });
    scene(out)
      .when(urnWithout('c', 'd'))
      .then({ type: 'UrnOpened', data: { papers: 2, declined: ['c', 'd'] } });
    const [event] = scene(handed.slice(0, -1)).when(urn).events;
    assert.deepEqual(event, { type: 'UrnOpened', data: { papers: 4 } });
  });

  test('[DEL-03] nobody who can vote is passed over: each has a paper before the urn opens, or is on record as declining one', () => {
    const two = after(ballot, [
      ['clerk', handOut('a')],
      ['clerk', handOut('b')],
    ]);
    scene(two)
      .when(urn)
      .refuses('papers-not-offered', { ids: ['c', 'd'], params: { count: 2 } });
    scene(two)
      .when(urnWithout('d'))
      .refuses('papers-not-offered', { ids: ['c'], params: { count: 1 } });
    scene(two)
      .when(urnWithout('c', 'x'))
      .refuses('no-vote', { ids: ['x'] });
    scene(two)
      .when(urnWithout('a', 'c', 'd'))
      .refuses('voted-already', { ids: ['a'] });
  });

  test('[DEL-03] who is not at a sitting needs no paper for its urn to open, unless one who is there votes for them', () => {
    const rule = { ...ruleOf('decide'), proxies: 1 };
    const sat = [opened(voters, { rule, form: 'secret', papers: papers(4), present: persons('a', 'b', 'c') })];
    const three = [...['a', 'b', 'c'].map((who) => ['clerk', handOut(who)] as const)];
    scene(after(sat, three))
      .when(urn)
      .then({ type: 'UrnOpened', data: { papers: 3 } });
    scene(after(sat, [['d', give('a')], ...three]))
      .when(urn)
      .refuses('papers-not-offered', { ids: ['d'] });
  });

  test('[DEL-03] each form of ballot is voted on in its own way', () => {
    scene(handed).by(by('a')).when(vote('inFavour')).refuses('ballot-other-form');
    const inTheOpen = [opened(voters)];
    for (const command of [handOut('a'), urn, drop(0, 'against')]) {
      scene(inTheOpen)
        .when(command)
        .refuses('ballot-other-form', { ...ofBallot, params: { form: 'open' } });
    }
  });

  test('[DEL-03] at a sitting papers go to those who are there', () => {
    const sat = [opened(voters, { form: 'secret', papers: papers(4), present: persons('a', 'b', 'c') })];
    scene(sat).when(handOut('a')).then({ type: 'PaperHandedOut' });
    scene(sat)
      .when(handOut('d'))
      .refuses('not-present', { ids: ['d'] });
  });

  test('[DEL-03] it is over when every paper is back, or at its time; late papers are refused', () => {
    const three = after(
      handed,
      [0, 1, 2].map((n) => ['x', drop(n, 'inFavour')] as const),
    );
    scene(three).when(close).refuses('ballot-not-over');
    const two = after(ballot, [
      ['clerk', handOut('a')],
      ['clerk', handOut('b')],
      ['clerk', urnWithout('c', 'd')],
      ['x', drop(0, 'inFavour')],
    ]);
    scene(two).when(close).refuses('ballot-not-over');
    scene(after(two, [['x', drop(1, 'inFavour')]]))
      .when(close)
      .then({ type: 'BallotClosed', data: { attending: 2 } });
    scene(three).at(closesAt).when(drop(3, 'against')).refuses('ballot-closed');
    const four = after(three, [['x', drop(3, 'against')]]);
    scene(four)
      .when(close)
      .then({ type: 'BallotClosed', data: { counts: { inFavour: 3, against: 1, abstained: 0 }, carried: true } });
  });

  test('[DEL-03] who asks to count a paper is not on record, and no other command is like that', () => {
    const data = drop(0, 'inFavour').data;
    const nameless = Object.entries(ballotContext.commands)
      .filter(([, spec]) => spec.anonymous?.(data))
      .map(([type]) => type);
    assert.deepEqual(nameless, ['CastPaper']);
  });

  test('[DEL-03] rows do not move when a paper is counted, and tell no counts before the end', () => {
    for (const view of ballotViews) assert.ok(!view.on.includes('PaperCast'), view.name);
  });
});

const choices = fc.constantFrom<Choice>('inFavour', 'against', 'abstained');
const shuffled = (length: number) =>
  fc.shuffledSubarray(
    Array.from({ length }, (_, i) => i),
    { minLength: length },
  );

/** A secret ballot from the first paper handed out to the end: who has which paper, and what they put on it. */
function held(order: readonly number[], drawn: readonly number[], said: readonly Choice[]): readonly BallotEvent[] {
  const names = order.map((_, i) => `v${i}`);
  const start = [opened(names, { form: 'secret', papers: papers(names.length).sort() })];
  const drops = order.map(
    (voter) => [names[voter] ?? '', drop(drawn[voter] ?? 0, said[voter] ?? 'abstained')] as const,
  );
  return after(start, [
    ...names.map((name) => ['clerk', handOut(name)] as const),
    ['clerk', urn],
    ...drops,
    ['clerk', close],
  ]);
}

/** What the record says without the identities of papers and the order in which they came. */
const upToPapers = (events: readonly BallotEvent[]): readonly string[] =>
  events
    .map(({ type, data }) => canonicalJson({ type, data: type === 'PaperCast' ? { choice: data.choice } : data }))
    .sort();

const several = fc.integer({ min: 2, max: 7 });
const histories = several.chain((n) =>
  fc.record({
    said: fc.array(choices, { minLength: n, maxLength: n }),
    mixed: shuffled(n),
    orders: fc.tuple(shuffled(n), shuffled(n)),
    drawn: fc.tuple(shuffled(n), shuffled(n)),
  }),
);

test('[DEL-03] records of secret ballots that differ in who voted how, not in the totals, are the same', () => {
  fc.assert(
    fc.property(histories, ({ said, mixed, orders, drawn }) => {
      const otherwise = mixed.map((i) => said[i] ?? 'abstained');
      const one = held(orders[0], drawn[0], said);
      assert.equal(one.filter(({ type }) => type === 'PaperCast').length, said.length);
      assert.deepEqual(upToPapers(one), upToPapers(held(orders[1], drawn[1], otherwise)));
    }),
    { numRuns: runs() },
  );
});

test('[DEL-03] whoever has whichever paper, the record of a secret ballot is the very same, in order and all', () => {
  fc.assert(
    fc.property(histories, ({ said, orders, drawn, mixed }) => {
      const one = held(orders[0], drawn[0], said);
      // Other voters hold the papers, and say what these papers said: the urn sees the same papers in the same order.
      const moved = mixed.map((i) => drawn[0][i] ?? 0);
      const words = mixed.map((i) => said[i] ?? 'abstained');
      const order = orders[0].map((voter) => mixed.indexOf(voter));
      assert.deepEqual(held(order, moved, words), one);
    }),
    { numRuns: runs() },
  );
});

test('[DEL-03] the counts of an open ballot are a recount of its votes, and each of those due has at most one', () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const who = fc.constantFrom(...names, 'x');
  const ask = fc.oneof(
    fc
      .tuple(who, choices, fc.option(who, { nil: undefined }))
      .map(([by_, said, whose]) => [by_, vote(said, whose)] as const),
    fc
      .tuple(who, who)
      .map(([from, to]) => [from, { type: 'AppointProxy', data: { ballot: 'b1', proxy: to } }] as const),
  );
  const first = opened(names);
  assert.ok(first.type === 'BallotOpened');
  const allowing = { ...first, data: { ...first.data, rule: { ...first.data.rule, proxies: 2 } } };
  fc.assert(
    fc.property(fc.array(ask, { maxLength: 15 }), (asks) => {
      const events = after([allowing], asks);
      const votes = events.flatMap((event) => (event.type === 'VoteCast' ? [event.data] : []));
      assert.equal(new Set(votes.map(({ person }) => person)).size, votes.length);
      assert.ok(votes.every(({ person }) => names.includes(person)));
      const [closed] = scene(events).at(closesAt).when(close).events;
      assert.ok(closed?.type === 'BallotClosed');
      const recount = { inFavour: 0, against: 0, abstained: 0 };
      votes.forEach(({ choice }) => (recount[choice] += 1));
      assert.deepEqual(closed.data.counts, recount);
      assert.equal(closed.data.attending, votes.length);
    }),
    { numRuns: runs() },
  );
});

test('[DEL-03] the rows of a ballot follow its events: due, marked, counted at the end', () => {
  const events = after(handed, [...voters.map((_, n) => ['x', drop(n, 'inFavour')] as const), ['clerk', close]]);
  const rows = new Map<string, unknown>();
  events.forEach((event, i) => {
    const kept = recorded(event, { stream: 'ballot/b1', version: i + 1, at: monday });
    const views: readonly View[] = ballotViews;
    for (const view of views) {
      if (view.kind !== 'table' || !view.on.includes(event.type)) continue;
      for (const key of view.keys(kept)) {
        const row: unknown = view.project(rows.get(key), kept, key);
        rows.set(key, row);
      }
    }
  });
  const main = rows.get('b1');
  assert.ok(main !== undefined);
  assert.deepEqual(
    ['stage', 'eligible', 'marked', 'carried', 'territory'].map((column): unknown => Reflect.get(Object(main), column)),
    ['closed', 4, 4, true, '990101001001'],
  );
  assert.deepEqual(rows.get('b1/a'), { id: 'b1/a', ballot: 'b1', person: 'a', post: 'part-time-member', marked: true });
});
