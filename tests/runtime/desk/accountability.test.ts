import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerables, caseStays, personId, type Context } from '@keting/domain';
import { report, smallDesk, smallModel, monday } from './small-place.ts';

/** The living room has a clerk and a guest: the clerk may accept a report, the guest may not. */
const seats: Context = {
  name: 'seats',
  streams: [],
  commands: {},
  events: {},
  decide: () => ({ events: [] }),
  evolve: () => undefined,
  views: [],
  facts: {
    membersOf: (_source, unit) =>
      Promise.resolve(
        unit === 'room'
          ? [
              { person: personId.parse('clerk'), post: 'clerk' },
              { person: personId.parse('guest'), post: 'director' },
            ]
          : [],
      ),
  },
  sees: 'see:seats',
  about: () => ({}),
};

const model = {
  ...smallModel,
  permissions: [
    ...smallModel.permissions,
    { do: ['NoteAnswerable'], by: [{ process: 'answerable-posts' }], where: 'everywhere' as const },
    { do: ['see:case-stays'], by: [{ post: 'clerk' }], where: 'territory' as const },
  ],
};

const hour = 3_600_000;

test('[CASE-12] who held a case, how long, and who let it run over, by post and person, on record by itself', async () => {
  const { desk, as, clock, trouble } = smallDesk({ model, contexts: [seats], processes: [answerables] });
  const ask = async (who: string, command: { readonly type: string; readonly data: unknown }) => {
    const receipt = await as(who).send(command);
    assert.ok(receipt.ok, JSON.stringify(receipt));
    await desk.settled();
  };
  await ask('reporter', report('c1', { class: 'fire' }));
  for (const [i] of [0, 1].entries()) {
    clock.reach(monday + (i + 1) * hour);
    await desk.settled();
  }
  await ask('clerk', { type: 'AcceptCase', data: { case: 'c1' } });
  clock.reach(monday + 3 * hour);
  await ask('clerk', { type: 'DispatchCase', data: { case: 'c1', handler: 'office', reason: 'theirs' } });
  assert.deepEqual(trouble, []);
  const { rows } = await as('clerk').view(caseStays, { where: { case: 'c1' }, order: [{ by: 'from' }] });
  const seen = rows.map(({ kind, stage, unit, over, person, post, from, until = 0 }) => ({
    ...{ kind, stage, unit, person, post, over: over / hour },
    lasted: kind === 'stay' ? (until - from) / hour : undefined,
  }));
  assert.deepEqual(seen, [
    { kind: 'stay', stage: 'collected', unit: 'room', person: 'clerk', post: undefined, over: 1, lasted: 2 },
    { kind: 'overrun', stage: 'collected', unit: 'room', person: 'clerk', post: 'clerk', over: 0, lasted: undefined },
    { kind: 'stay', stage: 'accepted', unit: 'room', person: 'clerk', post: undefined, over: 0, lasted: 1 },
  ]);
});
