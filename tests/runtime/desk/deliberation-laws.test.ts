import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashText, type Choice, type Message } from '@keting/domain';
import * as fc from 'fast-check';
import { runs } from '../../support/runs.ts';
import { community, day, grids, openPlace, party, representatives, type Place } from './deliberating-place.ts';

const people = [...party, 'd1', ...representatives, 'stranger'];
const ballot = fc.constantFrom('b1', 'b2');
const step = fc.constantFrom('propose', 'deliberate', 'decide', 'branch-proposal', 'execute');
const choice = fc.constantFrom<Choice>('inFavour', 'against', 'abstained');
const who = fc.constantFrom(...people);
const text = fc.constantFrom('well said', '');
const paper = fc.integer({ min: 0, max: 4 }).map((n) => `the secret of paper ${n}`);
const papers = [0, 1, 2, 3].map((n) => hashText(`the secret of paper ${n}`));
const subject = fc.oneof(
  step.map((one) => ({ topic: 't1', step: one })),
  fc.constant({ sitting: 's1', item: 1 }),
);

type Fields = Readonly<Record<string, fc.Arbitrary<unknown>>>;
const ask = (type: string, needed: Fields, optional: Fields = {}): fc.Arbitrary<Message> =>
  fc
    .record({ ...needed, ...optional }, { requiredKeys: Object.keys(needed), noNullPrototype: true })
    .map((data) => ({ type, data }));
const topic = fc.constant('t1');
const sitting = fc.constant('s1');
const closesAt = fc.constantFrom(Date.parse('2026-03-02T02:00:00Z'), Date.parse('2026-03-09T02:00:00Z'));

const anything = fc.oneof(
  ask('RaiseTopic', {
    topic,
    matter: fc.constantFrom('everyday', 'large-money', 'unheard-of'),
    grids: fc.subarray([...grids, '99'], { minLength: 1 }),
    title: text,
  }),
  ask('TakeStep', { topic, step, record: text }, { present: fc.subarray(people) }),
  ask('PassStep', { topic, step, ballot }),
  ask('PublishResolution', { topic, text }),
  ask('PublishResult', { topic, text }),
  ask('ObjectToTopic', { topic, reason: text }),
  ask(
    'OpenBallot',
    { ballot, subject, form: fc.constantFrom('open', 'secret'), closesAt },
    { papers: fc.constant(papers) },
  ),
  ask('AppointProxy', { ballot, proxy: who }),
  ask('CastVote', { ballot, choice }, { for: who }),
  ask('HandOutPaper', { ballot, person: who }),
  ask('OpenUrn', { ballot }),
  ask('CastPaper', { ballot, paper, choice }),
  ask('CloseBallot', { ballot }),
  ask(
    'ConveneSitting',
    { sitting, assembly: fc.constantFrom('joint-conference', 'report-meeting'), place: fc.constant(community) },
    { kind: fc.constantFrom('regular', 'urgent'), on: fc.constantFrom('2026-03-02', '2026-03-09'), reason: text },
  ),
  ask('AddSittingItem', { sitting, title: text }),
  ask('OpenSitting', { sitting, present: fc.subarray(people) }),
  ask('KeepMinutes', { sitting, item: fc.constantFrom(1, 2), minutes: text }),
  ask('CloseSitting', { sitting }),
  ask('AdoptResolution', {
    ...{ resolution: fc.constant('d1'), sitting, ballot, text },
    ...{ owner: fc.constantFrom('joint', 'nobody'), due: fc.constantFrom('2026-03-02', '2026-03-31') },
  }),
  ask('CompleteResolution', { resolution: fc.constant('d1'), report: text }),
);

interface Asked {
  readonly by: string;
  readonly message: Message;
}
const asked = (by: string, type: string, data: Message['data']): Asked => ({ by, message: { type, data } });
const later = Date.parse('2026-03-09T02:00:00Z');
const onTopic = { topic: 't1', step: 'branch-proposal' };
const onItem = { sitting: 's1', item: 1 };

/** What leads on, and some that is refused on the way: as often as it comes by chance alone, hardly a history would get anywhere. */
const onward: readonly Asked[] = [
  asked('chief', 'RaiseTopic', { topic: 't1', matter: 'large-money', grids: [grids[0]], title: 'a roof' }),
  asked('chief', 'TakeStep', { topic: 't1', step: 'execute', record: 'done' }),
  asked('chief', 'OpenBallot', {
    ballot: 'b3',
    subject: { topic: 't1', step: 'execute' },
    form: 'open',
    closesAt: later,
  }),
  asked('chief', 'OpenBallot', { ballot: 'b1', subject: onTopic, form: 'secret', closesAt: later, papers }),
  ...party.map((person) => asked('chief', 'HandOutPaper', { ballot: 'b1', person })),
  asked('chief', 'OpenUrn', { ballot: 'b1' }),
  ...party.map((by, n) =>
    asked(by, 'CastPaper', { ballot: 'b1', paper: `the secret of paper ${n}`, choice: 'inFavour' }),
  ),
  asked('chief', 'CloseBallot', { ballot: 'b1' }),
  asked('chief', 'ConveneSitting', {
    ...{ sitting: 's1', assembly: 'joint-conference', place: community },
    ...{ kind: 'urgent', on: '2026-03-02', reason: 'a flood' },
  }),
  asked('chief', 'AddSittingItem', { sitting: 's1', title: 'the flood' }),
  asked('chief', 'OpenSitting', { sitting: 's1', present: representatives }),
  asked('chief', 'KeepMinutes', { sitting: 's1', item: 1, minutes: 'all spoke' }),
  asked('chief', 'OpenBallot', { ballot: 'b2', subject: onItem, form: 'open', closesAt: later }),
  asked('m1', 'CastVote', { ballot: 'b2', choice: 'against' }),
  ...representatives.map((by) => asked(by, 'CastVote', { ballot: 'b2', choice: 'inFavour' })),
  asked('r1', 'CastVote', { ballot: 'b2', choice: 'against' }),
  asked('chief', 'CloseBallot', { ballot: 'b2' }),
  asked('chief', 'AdoptResolution', {
    ...{ resolution: 'd1', sitting: 's1', ballot: 'b2', text: 'we dig' },
    ...{ owner: 'joint', due: '2026-03-31' },
  }),
];

/** The way that leads on, part of it left out, with anything in between. */
const history = fc
  .tuple(
    fc.subarray([...onward], { minLength: onward.length - 2 }),
    fc.array(fc.record({ by: who, message: anything }), { maxLength: 30 }),
    fc.array(fc.integer({ min: 0, max: onward.length }), { minLength: 30, maxLength: 30 }),
  )
  .map(([way, others, places]) =>
    others.reduce<readonly Asked[]>((so, one, i) => [...so.slice(0, places[i]), one, ...so.slice(places[i])], way),
  );

/** Asks, and sees that what was said before is what comes of it. */
async function foretold({ as, desk }: Place, { by, message }: Asked): Promise<readonly string[]> {
  const at = as(by);
  const verdict = await at.can(message);
  const receipt = await at.send(message);
  assert.equal(verdict.allowed, receipt.ok, `${by} ${JSON.stringify(message)}`);
  if (!receipt.ok && !verdict.allowed) assert.deepEqual(receipt.refusal, verdict.refusal);
  await desk.settled();
  return receipt.ok ? receipt.events.map(({ type }) => type) : [receipt.refusal.code];
}

const mustCome = [
  ...['TopicRaised', 'BallotOpened', 'PaperHandedOut', 'UrnOpened', 'PaperCast', 'VoteCast', 'BallotClosed'],
  ...['SittingConvened', 'SittingOpened', 'MinutesKept', 'ResolutionAdopted'],
  ...['not-permitted', 'not-found', 'command-invalid', 'step-skipped', 'no-vote', 'not-up-for-vote', 'voted-already'],
];

test('[ALL-01] can is send without the commit for topics, ballots, sittings and resolutions, by whoever asks', async () => {
  const came = new Set<string>();
  const law = fc.asyncProperty(history, async (asks) => {
    const place = await openPlace();
    for (const one of asks) (await foretold(place, one)).forEach((what) => came.add(what));
    place.clock.time += 40 * day;
    await place.desk.settled();
    assert.deepEqual(place.trouble, [], 'what comes by itself is refused nowhere');
  });
  // The same histories every time, so that what must be reached does not hang on chance; then others.
  await fc.assert(law, { numRuns: 20, seed: 2026 });
  for (const what of mustCome) assert.ok(came.has(what), `no history got as far as ${what}`);
  await fc.assert(law, { numRuns: runs() });
});
