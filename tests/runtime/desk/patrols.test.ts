import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  caseContext,
  gridContext,
  missedRounds,
  organisationContext,
  patrolContext,
  patrolCounts,
  patrolItems,
  patrols,
  person,
  personId,
  process,
  roundsOfGrids,
  visitNotes,
  type Context,
  type GovernanceModel,
} from '@keting/domain';
import { plainCalendar } from '@keting/domain/testing';
import { createDesk, memoryStore, newId, viewsOf } from '@keting/runtime';
import { draw, eastHomes, westHomes } from '../../domain/grid/small-community.ts';
import { patrolModel } from '../../domain/grid/patrol/patrol-model.ts';
import { TestClock, monday } from './small-place.ts';

const contexts: readonly Context[] = [organisationContext, gridContext, patrolContext, caseContext];
const base = patrolModel();
const gridders = [{ post: 'party-member' }];
const model: GovernanceModel = {
  ...base,
  permissions: [
    { do: ['DrawPartition', 'AssignGridMember'], by: [{ process: 'setup' }], where: 'everywhere' },
    { do: ['BeginRounds', 'EndRounds'], by: [{ process: 'rounds-of-grids' }], where: 'everywhere' },
    { do: ['LapsePatrol', 'CloseRounds'], by: [{ process: 'clock' }], where: 'everywhere' },
    { do: ['ReportCase', 'report:gridder'], by: ['signed-in'], where: 'everywhere' },
    { do: ['see:cases'], by: ['signed-in'], where: 'own' },
    { do: ['StartPatrol', 'see:patrols', 'see:patrol-items', 'see:missed-rounds'], by: gridders, where: 'territory' },
    { do: ['see:patrol-counts'], by: gridders, where: 'territory' },
    {
      do: ['DoOnTheSpot', 'NoteVisit', 'AddPatrolCase', 'FinishPatrol', 'see:visit-notes'],
      by: ['signed-in'],
      where: 'own',
    },
  ],
};

const dayLength = 86_400_000;

/** The small community, drawn, with one member in each of two micro-grids. */
async function opened() {
  const clock = new TestClock();
  const trouble: unknown[] = [];
  const store = memoryStore({ views: viewsOf(contexts) });
  const desk = createDesk({
    model,
    store,
    calendar: plainCalendar,
    clock,
    newId,
    contexts,
    processes: [roundsOfGrids],
    onTrouble: (it) => trouble.push(it),
  });
  const as = (name: string) => desk.as(name === 'setup' ? process('setup') : person(personId.parse(name)));
  const ask = async (who: string, type: string, data: unknown) => {
    const receipt = await as(who).send({ type, data });
    await desk.settled();
    return receipt.ok ? 'done' : receipt.refusal.code;
  };
  const { type, data } = draw();
  assert.equal(await ask('setup', type, data), 'done');
  for (const [who, grid] of [
    ['wang', westHomes.code],
    ['li', eastHomes.code],
  ] as const) {
    const member = { grid, post: 'party-member', person: who, from: '2026-03-01' };
    assert.equal(await ask('setup', 'AssignGridMember', member), 'done');
  }
  /** Goes to the end of a day, counted from Monday 2 March 2026, and lets what is due happen. */
  const endOf = async (dayNumber: number) => {
    clock.reach(monday - 9 * 3_600_000 + dayNumber * dayLength);
    await desk.settled();
  };
  return { as, ask, endOf, trouble };
}

test('[GRID-06] a gridder’s patrol: done on the spot, written into the diary, reported as a case, counted as a round', async () => {
  const { as, ask, trouble } = await opened();
  const grid = westHomes.code;
  const wang = (type: string, data: object) => ask('wang', type, { patrol: 'p1', ...data });
  assert.equal(await wang('StartPatrol', { grid }), 'done');
  assert.equal(await wang('DoOnTheSpot', { kind: 'litter', note: 'a bag by the gate' }), 'done');
  assert.equal(await wang('NoteVisit', { note: 'the lift stands still again' }), 'done');
  const report = {
    case: 'c1',
    class: 'dispute',
    place: { grid },
    text: 'two neighbours cannot agree on a hedge',
    photos: [],
    channel: 'gridder',
    mode: 'masked',
  };
  assert.equal(await ask('wang', 'ReportCase', report), 'done');
  assert.equal(await wang('AddPatrolCase', { case: 'c1' }), 'done');
  assert.equal(await wang('FinishPatrol', {}), 'done');
  const { rows } = await as('wang').view(patrols, {});
  assert.deepEqual(
    rows.map(({ id, stage, done, visits, cases, day }) => ({ id, stage, done, visits, cases, day })),
    [{ id: 'p1', stage: 'finished', done: 1, visits: 1, cases: 1, day: '2026-03-02' }],
  );
  const items = await as('wang').view(patrolItems, {});
  assert.deepEqual(
    items.rows.map(({ item, kind, case: found }) => kind ?? found ?? item),
    ['litter', 'c1'],
  );
  assert.deepEqual(trouble, []);
});

test('[GRID-06] [ALL-02] the diary is shown to its writer; who walked is not shown without need; only the walker adds to it', async () => {
  const { as, ask } = await opened();
  await ask('wang', 'StartPatrol', { patrol: 'p1', grid: westHomes.code });
  await ask('wang', 'NoteVisit', { patrol: 'p1', note: 'the lift stands still again' });
  const mine = await as('wang').view(visitNotes, {});
  assert.deepEqual(Object.values(mine.contents), ['the lift stands still again']);
  assert.deepEqual((await as('li').view(visitNotes, {})).rows, []);
  assert.equal((await as('wang').view(patrols, {})).rows[0]?.person, undefined);
  assert.equal(await ask('li', 'DoOnTheSpot', { patrol: 'p1', kind: 'litter' }), 'not-found');
  assert.equal(await ask('li', 'StartPatrol', { patrol: 'p2', grid: westHomes.code }), 'not-permitted');
});

test('[GRID-06] at the end of each day the missed round shows by itself, and an unfinished patrol is none', async () => {
  const { as, ask, endOf, trouble } = await opened();
  await ask('wang', 'StartPatrol', { patrol: 'p1', grid: westHomes.code });
  await ask('wang', 'FinishPatrol', { patrol: 'p1' });
  await ask('li', 'StartPatrol', { patrol: 'p2', grid: eastHomes.code });
  await endOf(1);
  const missed = async (who: string) =>
    (await as(who).view(missedRounds, { order: [{ by: 'day' }] })).rows.map(({ day, missed: rounds }) => [day, rounds]);
  assert.deepEqual(await missed('wang'), []);
  assert.deepEqual(await missed('li'), [['2026-03-02', 1]]);
  assert.equal((await as('li').view(patrols, {})).rows[0]?.stage, 'lapsed');
  await endOf(2);
  assert.deepEqual(await missed('wang'), [['2026-03-03', 1]]);
  assert.deepEqual(await missed('li'), [
    ['2026-03-02', 1],
    ['2026-03-03', 1],
  ]);
  const sums = await as('wang').sum(patrolCounts, { by: ['grid'], of: ['patrols', 'due', 'missed'] });
  assert.deepEqual(sums, [{ grid: westHomes.code, patrols: 1, due: 2, missed: 1 }]);
  assert.deepEqual(trouble, []);
});
