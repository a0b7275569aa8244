import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caseContext, cases, streamKind, type Recorded } from '@keting/domain';
import fc from 'fast-check';
import { grids, report, smallDesk, type SmallDesk } from './small-place.ts';

const people = ['reporter', 'clerk', 'handler', 'stranger'] as const;
const ids = ['c1', 'c2'] as const;

interface Ask {
  readonly who: (typeof people)[number];
  readonly command: { readonly type: string; readonly data: Readonly<Record<string, unknown>> };
  /** Hours that pass before it is asked. */
  readonly hours: number;
}

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
    step('HandleCase', { result: text }),
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
  hours: fc.integer({ min: 0, max: 30 }),
});
const history = fc.array(ask, { maxLength: 25 });

const live = async (asks: readonly Ask[], each: (small: SmallDesk, one: Ask) => Promise<void>): Promise<SmallDesk> => {
  const small = smallDesk();
  for (const one of asks) {
    small.clock.time += one.hours * 3_600_000;
    await each(small, one);
  }
  return small;
};

test('[ALL-01] can is send without the commit: what it allows is accepted, what it refuses is refused for the same reason', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (asks) => {
      await live(asks, async ({ as }, { who, command }) => {
        const verdict = await as(who).can(command);
        const receipt = await as(who).send(command);
        assert.equal(verdict.allowed, receipt.ok);
        if (!verdict.allowed && !receipt.ok) assert.deepEqual(receipt.refusal, verdict.refusal);
      });
    }),
    { numRuns: 60 },
  );
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
    { numRuns: 60 },
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
        const streams = ids.map((id) => `case/${id}` as const);
        const offers = (await as(who).offers(streams)).flat();
        for (const { type, draft, allowed } of offers) {
          const verdict = await as(who).can({ type, data: written(draft) });
          assert.equal(verdict.allowed, allowed, `${who} ${type}`);
        }
      }
    }),
    { numRuns: 25 },
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
    { numRuns: 60 },
  );
});
