import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caseContext, cases, streamKind, type Recorded } from '@keting/domain';
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

/** What anyone may take next, as the desk offers it; mostly what leads on. */
async function openSteps({ as }: SmallDesk, pick: number): Promise<readonly Asked[]> {
  const steps: Asked[] = [];
  for (const who of people) {
    for (const { type, draft, allowed } of (await as(who).offers(streams)).flat()) {
      if (!allowed || (!onward.has(type) && pick % 8 !== 0)) continue;
      const rating = type === 'RateCase' ? { rating: pick % 3 === 0 ? 'satisfied' : 'unsatisfied' } : {};
      steps.push({ who, command: { type, data: { ...written(draft), ...rating } } });
    }
  }
  return steps;
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

test('[ALL-01] can is send without the commit: what it allows is accepted, what it refuses is refused for the same reason', async () => {
  const met = new Set<string>();
  const law = fc.asyncProperty(history, async (asks) => {
    await live(asks, async ({ as }, { who, command }) => {
      const verdict = await as(who).can(command);
      const receipt = await as(who).send(command);
      if (receipt.ok) receipt.events.forEach(({ type }) => met.add(type));
      assert.equal(verdict.allowed, receipt.ok);
      if (!verdict.allowed && !receipt.ok) assert.deepEqual(receipt.refusal, verdict.refusal);
    });
  });
  // The same histories every time, so that what must be reached does not hang on chance; then others.
  await fc.assert(law, { numRuns: 20, seed: 2026 });
  for (const type of wholeLoop) assert.ok(met.has(type), `no history got as far as ${type}`);
  await fc.assert(law, { numRuns: runs(20) });
});

test('[CASE-04] the history replayed is the state that is live', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (asks) => {
      const { store } = await live(asks, async ({ as }, { who, command }) => {
        await as(who).send(command);
      });
      for (const id of ids) {
        const stream = `case/${id}` as const;
        assert.equal(streamKind(stream), 'case');
        const replayed = (await store.history(stream)).reduce<unknown>(
          (state, event) => replay(state, event),
          undefined,
        );
        assert.deepEqual((await store.load(stream)).state, replayed);
      }
    }),
    { numRuns: runs(30) },
  );
});

const erased: { evolve(state: unknown, event: Recorded): unknown } = caseContext;
const replay = (state: unknown, event: Recorded): unknown => erased.evolve(state, event);

test('[ALL-01] an offer that is enabled is a command that is accepted once its texts are written', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (asks) => {
      const { as } = await live(asks, async (small, { who, command }) => {
        await small.as(who).send(command);
      });
      for (const who of people) {
        const offers = (await as(who).offers(streams)).flat();
        for (const { type, draft, allowed } of offers) {
          const verdict = await as(who).can({ type, data: written(draft) });
          assert.equal(verdict.allowed, allowed, `${who} ${type}`);
        }
      }
    }),
    { numRuns: runs(15) },
  );
});

/** A draft as a person would fill it in. */
const written = (draft: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(draft).map(([field, value]) => [field, typeof value === 'object' ? 'a good reason' : value]),
  );

test('[CASE-04] a list shows each case in the stage that its record is in', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (asks) => {
      const { as, store } = await live(asks, async (small, { who, command }) => {
        await small.as(who).send(command);
      });
      for (const row of (await as('clerk').view(cases)).rows) {
        const { state } = await store.load(`case/${row.id}`);
        assert.equal(Reflect.get(Object(state), 'stage'), row.stage);
        assert.equal(Reflect.get(Object(state), 'turn'), row.turn);
      }
    }),
    { numRuns: runs(30) },
  );
});
