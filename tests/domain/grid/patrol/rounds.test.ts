import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  gridOf,
  patrolContext,
  roundsOf,
  roundsOfGrids,
  startOfDay,
  type GridEvent,
  type Message,
  type PatrolEvent,
} from '@keting/domain';
import { given, KnownFacts, recorded, sampleModel } from '@keting/domain/testing';
import { community, drawn, eastHomes, fish, homes, tools, westHomes } from '../small-community.ts';
import { patrolModel } from './patrol-model.ts';

const model = patrolModel();
const weekdays = patrolModel({ days: 'working-days', rounds: 2 });
const { code: grid } = westHomes;
const stream = `rounds/${grid}` as const;
const end = (day: string) => startOfDay(day, model.workingTime);
const micro = { code: grid, kind: 'micro', community };

/** Friday 6 March 2026, with two rounds due. */
const friday = { day: '2026-03-06', needed: 2, until: end('2026-03-07') };
const begun: PatrolEvent = { type: 'RoundsBegun', data: friday };
const done: PatrolEvent = { type: 'RoundDone', data: { day: friday.day, patrol: 'p1' } };
const close = { type: 'CloseRounds' as const, data: { grid, day: friday.day } };

test('[GRID-06] rounds are due from the day on (每日巡), in grids of the kinds that the model names', () => {
  const begin = { type: 'BeginRounds' as const, data: { grid } };
  const known = given(patrolContext).under(model).with(gridOf(grid), micro);
  known.when(begin).then({ type: 'RoundsBegun', data: { day: '2026-03-02', needed: 1, until: end('2026-03-03') } });
  given(patrolContext)
    .under(model)
    .with(gridOf(grid), { ...micro, kind: 'basic' })
    .when(begin)
    .refuses('rounds-not-in-kind', { ids: [grid], params: { kind: 'basic' } });
  known
    .under(patrolModel({ grids: ['basic', 'micro'] }))
    .when(begin)
    .then({ type: 'RoundsBegun' });
  given(patrolContext)
    .under(model)
    .with(gridOf(grid), undefined)
    .when(begin)
    .refuses('grid-unknown', { ids: [grid] });
  given(patrolContext, begun)
    .under(model)
    .with(gridOf(grid), micro)
    .when(begin)
    .refuses('rounds-begun', { ids: [grid] });
});

test('[GRID-06] rounds on working days begin on the next one', () => {
  given(patrolContext)
    .under(weekdays)
    .at(end('2026-03-07') + 1)
    .with(gridOf(grid), micro)
    .when({ type: 'BeginRounds', data: { grid } })
    .then({ type: 'RoundsBegun', data: { day: '2026-03-09', needed: 2, until: end('2026-03-10') } });
});

test('[GRID-06] at the end of the day what was not walked is missed, and the next day is due', () => {
  const closing = (...past: readonly PatrolEvent[]) =>
    given(patrolContext, begun, ...past)
      .under(weekdays)
      .at(friday.until)
      .when(close);
  const next = { day: '2026-03-09', needed: 2, until: end('2026-03-10') };
  closing().then({ type: 'RoundsClosed', data: { day: friday.day, needed: 2, done: 0, missed: 2, next } });
  closing(done).then({ type: 'RoundsClosed', data: { done: 1, missed: 1, next } });
  closing(done, done).then({ type: 'RoundsClosed', data: { done: 2, missed: 0 } });
  closing(done, done, done).then({ type: 'RoundsClosed', data: { done: 3, missed: 0 } });
});

test('[GRID-06] the day that is due closes once, and not before it is over', () => {
  const due = given(patrolContext, begun).under(weekdays);
  due
    .at(friday.until - 1)
    .when(close)
    .refuses('rounds-not-due');
  const again = due.at(friday.until).when(close).events;
  given(patrolContext, begun, ...again)
    .under(weekdays)
    .at(friday.until)
    .when(close)
    .refuses('rounds-not-due', { ids: [grid], params: { on: friday.day } });
  due
    .at(friday.until)
    .when({ type: 'CloseRounds', data: { grid, day: '2026-03-05' } })
    .refuses('rounds-not-due', { params: { on: '2026-03-05' } });
  given(patrolContext).under(weekdays).at(friday.until).when(close).refuses('rounds-not-due');
  const state = given(patrolContext, begun).state(stream);
  assert.ok(state);
  assert.deepEqual(patrolContext.due?.(state), { at: friday.until, command: close });
});

test('[GRID-06] a grid whose rounds ended, or never began, is due no more', () => {
  const notDue = { ids: [grid], params: { on: '2026-03-02' } };
  const ended = given(patrolContext, begun).under(weekdays).when({ type: 'EndRounds', data: { grid } });
  const { state } = ended.then({ type: 'RoundsEnded', data: { day: '2026-03-02' } });
  assert.equal(patrolContext.due?.(state), undefined);
  given(patrolContext, begun, { type: 'RoundsEnded', data: { day: '2026-03-02' } })
    .under(weekdays)
    .when({ type: 'EndRounds', data: { grid } })
    .refuses('rounds-not-due', notDue);
  given(patrolContext).under(weekdays).when({ type: 'EndRounds', data: { grid } }).refuses('rounds-not-due', notDue);
});

const asked = (event: GridEvent, on: `${string}/${string}`, facts: KnownFacts, under = model): readonly string[] =>
  roundsOfGrids
    .react(recorded<Message>(event, { stream: on, version: 1, at: 0 }), facts.read, under)
    .map(({ type, data }) => `${type} ${String(Reflect.get(Object(data), 'grid'))}`);

test('[GRID-06] a drawing brings rounds to the grids that it adds, and ends them in those that it leaves out', () => {
  const was = [westHomes, homes].map(({ code }) => ({ code, cells: [] }));
  const event: GridEvent = {
    type: 'PartitionDrawn',
    data: { outline: [], grids: drawn.filter((one) => one !== westHomes), was },
  };
  const facts = new KnownFacts()
    .with(roundsOf(westHomes.code), { day: '2026-03-02', needed: 1, done: 0 })
    .with(roundsOf(homes.code), undefined);
  const on = `partition/${community}` as const;
  assert.deepEqual(asked(event, on, facts), [
    `EndRounds ${westHomes.code}`,
    ...[eastHomes, fish, tools].map(({ code }) => `BeginRounds ${code}`),
  ]);
  assert.deepEqual(asked(event, on, facts, sampleModel()), []);
});

test('[GRID-06] a functional grid has rounds where the model says that such grids do', () => {
  const event: GridEvent = {
    type: 'FunctionalGridFounded',
    data: { community, purpose: 'service', name: 'N', over: [grid] },
  };
  const code = `${community}N0001`;
  const facts = new KnownFacts();
  assert.deepEqual(asked(event, `grid/${code}`, facts), []);
  assert.deepEqual(asked(event, `grid/${code}`, facts, patrolModel({ grids: ['functional'] })), [
    `BeginRounds ${code}`,
  ]);
});

test('[GRID-06] rounds that end and begin again on one day keep what was walked on it, and on another day begin at none', () => {
  const ended: PatrolEvent = { type: 'RoundsEnded', data: { day: friday.day } };
  const doneOf = (...past: readonly PatrolEvent[]) => {
    const state = given(patrolContext, begun, done, ended, ...past).state(`rounds/${grid}`);
    return state?.stage === 'due' ? state.done : undefined;
  };
  assert.equal(doneOf(begun), 1);
  assert.equal(doneOf({ type: 'RoundsBegun', data: { ...friday, day: '2026-03-09' } }), 0);
});
