import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caseContext, cases, type Recorded } from '@keting/domain';
import fc from 'fast-check';
import type { Files } from '@keting/runtime';
import { runs } from '../../support/runs.ts';
import { grids, report, smallDesk, type SmallDesk } from './small-place.ts';

const people = ['reporter', 'clerk', 'handler', 'director', 'stranger'] as const;
const ids = ['c1', 'c2'] as const;

interface Ask {
  readonly who: (typeof people)[number];
  readonly command: { readonly type: string; readonly data: Readonly<Record<string, unknown>> };
  /** Which of the steps that are open is taken instead; undefined for the command, whether it is open or not. */
  readonly pick: number | undefined;
  /** Hours that pass before it is asked. */
  readonly hours: number;
}

/** Two photos are kept, for whichever case names them first. */
const files: Files = {
  put: () => Promise.resolve('kept'),
  has: (id) => Promise.resolve(id.startsWith('photo-')),
  get: () => Promise.resolve(undefined),
  remove: () => Promise.resolve(),
};

const text = fc.constantFrom('because', 'a good reason', '', 'x'.repeat(1200));
const handler = fc.constantFrom('office', 'room', 'committee', 'nobody');

const commandOn = (id: string): fc.Arbitrary<Ask['command']> => {
  const step = (type: string, more: Readonly<Record<string, fc.Arbitrary<unknown>>> = {}) =>
    fc.record({ case: fc.constant(id), ...more }).map((data) => ({ type, data }));
  return fc.oneof(
    fc.constantFrom(...grids, 'nowhere').map((grid) => report(id, { place: { grid } })),
    step('AcceptCase', { grade: fc.constantFrom('plain', 'urgent', 'unheard-of') }),
    step('DeclineCase', { reason: text }),
    step('DispatchCase', { handler, reason: text }),
    step('StartCase'),
    step('ContactReporter', { note: text }),
    step('HandleCase', { result: text }),
    step('HandleCase', { result: text, photos: fc.subarray(['photo-1', 'photo-2', 'lost'], { minLength: 1 }) }),
    step('UrgeCase', { note: text }),
    step('ReturnCase', { reason: text }),
    step('ReassignCase', { handler, reason: text }),
    step('ExtendCase', { reason: text }),
    step('SuspendCase', { reason: text }),
    step('ResumeCase'),
    step('VerifyCase'),
    step('ReworkCase', { reason: text }),
    step('ReplyCase', { reply: text }),
    step('RateCase', { rating: fc.constantFrom('satisfied', 'unsatisfied', 'so-so') }),
    step('ReopenCase', { reason: text }),
    step('EscalateCase', { reason: text }),
    step('MergeCase', { into: fc.constantFrom(...ids), reason: text }),
    step('WithdrawCase'),
    step('VoidCase', { reason: text }),
  );
};

const ask: fc.Arbitrary<Ask> = fc.record({
  who: fc.constantFrom(...people),
  command: fc.constantFrom(...ids).chain(commandOn),
  pick: fc.option(fc.noBias(fc.nat()), { nil: undefined, freq: 4 }),
  hours: fc.integer({ min: 0, max: 30 }),
});
const history = fc.array(ask, { minLength: 10, maxLength: 30 });

/** Steps that lead on. The others are taken seldom: as often as they are offered, hardly a case would get to its reply. */
const onward: ReadonlySet<string> = new Set([
  ...['AcceptCase', 'DispatchCase', 'StartCase', 'HandleCase', 'ResumeCase'],
  ...['VerifyCase', 'ReplyCase', 'RateCase', 'ReopenCase'],
]);
const streams = ids.map((id) => `case/${id}` as const);

type Asked = Pick<Ask, 'who' | 'command'>;

/** What one of the people may take next, as the desk offers it; mostly what leads on. */
async function openSteps({ as }: SmallDesk, pick: number): Promise<readonly Asked[]> {
  const from = pick % people.length;
  for (const who of [...people.slice(from), ...people.slice(0, from)]) {
    const offers = (await as(who).offers(streams)).flat();
    const steps = offers
      .filter(({ type, allowed }) => allowed && (onward.has(type) || pick % 8 === 0))
      .map(({ type, draft }) => {
        const rating = type === 'RateCase' ? { rating: pick % 3 === 0 ? 'satisfied' : 'unsatisfied' } : {};
        return { who, command: { type, data: { ...written(draft), ...rating } } };
      });
    if (steps.length > 0) return steps;
  }
  return [];
}

/** What is asked: one of the steps that are open, so that histories get somewhere, or anything at all. */
async function askedOf(small: SmallDesk, { who, command, pick }: Ask): Promise<Asked> {
  if (pick === undefined) return { who, command };
  const open = await openSteps(small, pick);
  return open[Math.floor(pick / 8) % Math.max(1, open.length)] ?? { who, command };
}

/** Two cases that are there from the start, and what people then ask of them, one thing after another. */
const live = async (
  asks: readonly Ask[],
  each: (small: SmallDesk, asked: Asked) => Promise<void>,
): Promise<SmallDesk> => {
  const small = smallDesk({ files });
  for (const id of ids) await small.as('reporter').send(report(id));
  for (const one of asks) {
    small.clock.time += one.hours * 3_600_000;
    await each(small, await askedOf(small, one));
  }
  return small;
};

/** What the histories must reach, or the laws would say little. */
const wholeLoop = [
  'CaseAccepted',
  'CaseDispatched',
  'CaseStarted',
  'CaseHandled',
  'CaseVerified',
  'CaseReplied',
  'CaseRated',
  'CaseReopened',
];

/** A draft as a person would fill it in. */
const written = (draft: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(draft).map(([field, value]) => [field, typeof value === 'object' ? 'a good reason' : value]),
  );

/** What `can` allows is accepted, and what it refuses is refused for the same reason. Answers the events. */
async function canIsSend({ as }: SmallDesk, { who, command }: Asked): Promise<readonly string[]> {
  const verdict = await as(who).can(command);
  const receipt = await as(who).send(command);
  assert.equal(verdict.allowed, receipt.ok);
  if (!verdict.allowed && !receipt.ok) assert.deepEqual(receipt.refusal, verdict.refusal);
  return receipt.ok ? receipt.events.map(({ type }) => type) : [];
}

const erased: { evolve(state: unknown, event: Recorded): unknown } = caseContext;

/** The history of a case, replayed, is the state that is live. */
async function replayIsLive({ store }: SmallDesk, stream: (typeof streams)[number]): Promise<void> {
  const history = await store.history(stream);
  const replayed = history.reduce<unknown>((state, event) => erased.evolve(state, event), undefined);
  assert.deepEqual((await store.load(stream)).state, replayed);
}

/** An offer that is enabled is a command that is accepted once its texts are written, and no other is. */
async function offersAreKept({ as }: SmallDesk, who: (typeof people)[number]): Promise<void> {
  for (const { type, draft, allowed } of (await as(who).offers(streams)).flat()) {
    const verdict = await as(who).can({ type, data: written(draft) });
    assert.equal(verdict.allowed, allowed, `${who} ${type}`);
  }
}

/** A list shows each case in the stage that its record is in. */
async function listIsRecord({ as, store }: SmallDesk): Promise<void> {
  for (const row of (await as('clerk').view(cases)).rows) {
    const { state } = await store.load(`case/${row.id}`);
    assert.equal(Reflect.get(Object(state), 'stage'), row.stage);
    assert.equal(Reflect.get(Object(state), 'turn'), row.turn);
  }
}

test('[ALL-01] [CASE-04] whatever is asked of cases: can is send without the commit, replay is what is live, offers are kept, lists show the record', async () => {
  const met = new Set<string>();
  const law = fc.asyncProperty(history, fc.constantFrom(...people), async (asks, who) => {
    const small = await live(asks, async (at, asked) => {
      for (const type of await canIsSend(at, asked)) met.add(type);
    });
    for (const stream of streams) await replayIsLive(small, stream);
    await offersAreKept(small, who);
    await listIsRecord(small);
  });
  // The same histories every time, so that what must be reached does not hang on chance; then others.
  await fc.assert(law, { numRuns: 50, seed: 2026 });
  for (const type of wholeLoop) assert.ok(met.has(type), `no history got as far as ${type}`);
  await fc.assert(law, { numRuns: runs() });
});
