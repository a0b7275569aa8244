import { escalation, type Process, type Recorded } from '@keting/domain';
import type { Clock, LocalDesk, Store } from '@keting/runtime';
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { amounts } from './amounts.ts';
import { byChance, figure, type Chance } from './chance.ts';
import { checkRecord } from './check-record.ts';
import { inStores, onBoth, type Home } from './homes.ts';
import { carryOut, deskOn, founding, monday, standing, straightWay, views } from './place.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** Cases, each left at one of the stages that something falls due in, within the hours before the night. */
async function evening(store: Store, chance: Chance): Promise<readonly string[]> {
  let now = monday;
  const desk = deskOn(store, { clock: standing(() => now) });
  await carryOut(desk, founding);
  const ids = Array.from({ length: amounts.dues }, (_, n) => `c${n}`);
  for (const id of ids) {
    now = monday + chance.whole(0, 2 * hour);
    // A report waits to be taken up, a dispatched case to be handled, one that was handled to be looked at.
    await carryOut(desk, straightWay(id).slice(0, chance.one([1, 3, 4])));
  }
  return ids;
}

/** Ends when desks have nothing more to do; what went wrong at one of them fails it. */
async function allSettled(desks: readonly LocalDesk[], trouble: readonly unknown[]): Promise<void> {
  await Promise.all(desks.map((desk) => desk.settled()));
  assert.deepEqual(trouble, []);
}

/** Starts desks at once, each on its store, and ends when they have done all that is due. */
async function wake(stores: readonly Store[], clock: Clock, processes: readonly Process[] = []): Promise<void> {
  const trouble: unknown[] = [];
  const onTrouble = (it: unknown) => void trouble.push(it);
  const desks = stores.map((store) => deskOn(store, { clock, onTrouble, processes }));
  const stops = desks.map((desk) => desk.start());
  await allSettled(desks, trouble);
  await Promise.all(stops.map((stop) => stop()));
}

const typesOf = (history: readonly Recorded[]): readonly string[] => history.map(({ type }) => type);

const byItself = ['DeadlineWarned', 'CaseSupervised'];

/** A whole night on one record: so many desks wake on it at once. */
async function night(home: Home, desks: number, chance: Chance): Promise<void> {
  const ids = await inStores(home, views, 1, ({ stores }) => evening(one(stores), chance));
  await inStores(home, views, desks, async ({ stores, database }) => {
    const before = new Map<string, readonly string[]>();
    for (const id of ids) before.set(id, typesOf(await one(stores).history(`case/${id}`)));
    await wake(
      stores,
      standing(() => monday + 30 * day),
    );
    for (const id of ids) {
      const types = typesOf(await one(stores).history(`case/${id}`));
      assert.deepEqual(types, [...(before.get(id) ?? []), ...byItself], `case ${id}`);
    }
    await wake(
      stores,
      standing(() => monday + 31 * day),
    );
    const { events } = await checkRecord(one(stores), database);
    await figure(`a night, and ${desks} desk${desks === 1 ? '' : 's'} in the morning, on ${home.name}`, {
      cases: ids.length,
      'sent by themselves': 2 * ids.length,
      'events in all': events,
    });
  });
}

function one<T>([first]: readonly T[]): T {
  assert.ok(first !== undefined);
  return first;
}

/** Cases that were escalated at a desk which ended before its processes had answered. */
async function escalatedAndGone(store: Store, ids: readonly string[]): Promise<void> {
  const dying = deskOn(store, { clock: standing() });
  await carryOut(dying, founding);
  for (const id of ids) {
    await carryOut(dying, straightWay(id).slice(0, 2));
    await carryOut(dying, [{ type: 'EscalateCase', data: { case: id, reason: 'more than one grid' } }]);
  }
}

onBoth('what happens by itself', (home) => {
  it('[CASE-05] what fell due while no server ran happens once each when one starts', () =>
    byChance(async (chance) => night(await home(), 1, chance)));

  it('[CASE-05] two desks that start at once on one record do each once between them', () =>
    byChance(async (chance) => night(await home(), 2, chance)));

  it('[CASE-06] what a process had not answered when its server died is answered once, by whoever starts', async () => {
    const ids = Array.from({ length: amounts.dues }, (_, n) => `c${n}`);
    const made = await home();
    await inStores(made, views, 1, ({ stores }) => escalatedAndGone(one(stores), ids));
    // Two start at once, and one comes later and finds nothing left to do.
    for (const count of [2, 1]) {
      await inStores(made, views, count, async ({ stores, database }) => {
        await wake(stores, standing(), [escalation]);
        for (const id of ids) await answered(one(stores), id);
        await checkRecord(one(stores), database);
      });
    }
    await figure(`processes cut off between event and answer, on ${made.name}`, { escalations: ids.length });
  });
});

/** The meeting of an escalated case was called once, and for that escalation. */
async function answered(store: Store, id: string): Promise<void> {
  const escalated = (await store.history(`case/${id}`)).at(-1);
  const meeting = await store.history(`meeting/${id}-m1`);
  assert.deepEqual(typesOf(meeting), ['MeetingCalled']);
  assert.equal(meeting[0]?.cause, escalated?.id);
}
