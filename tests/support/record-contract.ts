import {
  contexts,
  everything,
  person,
  personalContents,
  personalFields,
  personId,
  process,
  processes,
  statedPurposes,
  verifyHistory,
  type Context,
  type GovernanceModel,
  type Instant,
  type PersonId,
  type PersonalContentRow,
  type Recorded,
  type StreamId,
  type View,
} from '@keting/domain';
import { plainCalendar } from '@keting/domain/testing';
import { createDesk, idMaker, memoryFiles, memoryStore, viewsOf, type LocalDesk, type Store } from '@keting/runtime';
import type { OpenStore, TestKit } from '@keting/runtime/testing';
import { ways } from '../runtime/desk/all-contexts/histories.ts';
import { model } from '../runtime/desk/all-contexts/model.ts';
import { commandOf, isWait, monday, opening, type Way } from '../runtime/desk/all-contexts/steps.ts';

type Kit = Pick<TestKit, 'describe' | 'it' | 'assert'>;

/** The place, in which everybody may know what is kept about them. */
const ownRight: GovernanceModel['permissions'][number] = {
  do: ['see:personal-contents'],
  by: ['signed-in'],
  where: 'own',
};
const rules: GovernanceModel = { ...model, permissions: [...model.permissions, ownRight] };

const allViews = viewsOf(contexts);
const kept = personalContents(contexts);

/** Identities one after another: what happens is the same on every store. */
function idsFrom(now: () => Instant, seed: number): () => string {
  let drawn = seed;
  return idMaker(now, (into) => {
    into.forEach((_, i) => {
      drawn = (drawn * 1_103_515_245 + 12_345) % 2_147_483_648;
      into[i] = (drawn >> 8) & 255;
    });
  });
}

const deskOn = (store: Store, now: () => Instant, of: readonly Context[], seed: number): LocalDesk =>
  createDesk({
    ...{ model: rules, store, contexts: of, processes, calendar: plainCalendar, files: memoryFiles() },
    clock: { now, at: () => () => undefined },
    newId: idsFrom(now, seed),
  });

/** Lets a way happen in the place, on a store. Answers a desk at a later time, when nobody holds a post any more. */
async function happened(store: Store, way: Way): Promise<LocalDesk> {
  let now: Instant = monday;
  const desk = deskOn(store, () => now, contexts, 7);
  for (const message of opening) await desk.as(process('setup')).send(message);
  await desk.settled();
  for (const step of way) {
    if (isWait(step)) now += step.wait;
    else await desk.as(person(personId.parse(step.by))).send(commandOf(step));
    await desk.settled();
  }
  const resigned = contexts.map((context) => ({ ...context, standings: () => Promise.resolve([]) }));
  return deskOn(store, () => now + 1, resigned, 8);
}

/** All that is kept about persons that an erasure empties. */
async function erasableIn(store: Store): Promise<readonly PersonalContentRow[]> {
  const { rows } = await store.rows(kept, { where: { kept: false }, limit: 1000 }, everything);
  return rows.map((row) => kept.row.parse(row));
}

/** Erases everybody who asks for it and may. */
async function eraseAll(desk: LocalDesk, persons: readonly string[]): Promise<readonly string[]> {
  const erased: string[] = [];
  for (const who of persons) {
    const data = { person: who, ground: 'asked' };
    const receipt = await desk.as(person(personId.parse(who))).send({ type: 'ErasePerson', data });
    if (receipt.ok) erased.push(who);
  }
  await desk.settled();
  return erased;
}

/** What a person is told of themselves: of each text where it stands in the record, what for, and what it says. */
async function toldTo(who: PersonId, desk: LocalDesk): Promise<readonly string[]> {
  const told = await desk.as(person(who)).exportPerson(who);
  if ('code' in told) throw new Error(`${who} is told nothing: ${told.code}`);
  return told.texts
    .map(({ stream, event, field, purpose, text }) => [stream, event, field, purpose, text].join())
    .sort();
}

/** The same, read of the record by whoever needs to ask nobody. */
async function keptOf(who: string, rows: readonly PersonalContentRow[], store: Store): Promise<readonly string[]> {
  const own = rows.filter((row) => row.person === who);
  const texts = await store.contents(own.map(({ id }) => id));
  return own
    .filter(({ id }) => texts[id] !== undefined)
    .map(({ id, stream, event, field, purpose }) => [stream, event, field, purpose, texts[id]].join())
    .sort();
}

/** The whole record, by stream. */
async function historiesIn(store: Store): Promise<ReadonlyMap<StreamId, readonly Recorded[]>> {
  const { events } = await store.changes('0', 100_000);
  const streams = [...new Set(events.map(({ stream }) => stream))].sort();
  return new Map(await Promise.all(streams.map(async (stream) => [stream, await store.history(stream)] as const)));
}

/** Undefined and missing are the same to a store, and so is the order of fields. */
const asData = (value: unknown): unknown => (value === undefined ? null : JSON.parse(JSON.stringify(value)));

/** The rows of a view as one gets them by playing the record again, beside those that stand. */
async function rowsOf(view: View, events: readonly Recorded[], store: Store): Promise<readonly (readonly unknown[])[]> {
  if (view.kind !== 'table') return [];
  const rows = new Map<string, unknown>();
  for (const event of events) {
    if (!view.on.includes(event.type)) continue;
    for (const key of view.keys(event)) rows.set(key, view.project(rows.get(key), event, key));
  }
  return Promise.all([...rows].map(async ([key, row]) => [asData(row), asData(await store.row(view.name, key))]));
}

/** The contexts that keep something of persons that an erasure empties. */
const holding = (): readonly string[] => {
  const fields = personalFields(contexts).filter(({ purposes }) =>
    purposes.some((purpose) => purpose === 'unstated' || !statedPurposes[purpose].kept),
  );
  return [...new Set(fields.map(({ context }) => context))].sort();
};

const contextOf = (stream: string): string =>
  contexts.find(({ streams }) => streams.includes(stream.slice(0, stream.indexOf('/'))))?.name ?? stream;

/** The contexts in which something happens on a way, and those that come to keep something of a person. */
async function touchedOn(way: Way): Promise<ReadonlySet<string>> {
  const store = memoryStore({ views: allViews });
  await happened(store, way);
  const streams = [...(await historiesIn(store)).keys()];
  const kept = await erasableIn(store);
  return new Set([...streams.map(contextOf), ...kept.map(({ stream }) => `of persons: ${contextOf(stream)}`)]);
}

/** As few ways as something happens on in every context: enough where a store takes a while to open. */
export async function fewWays(): Promise<readonly Way[]> {
  const touched: { readonly way: Way; readonly names: ReadonlySet<string> }[] = [];
  for (const way of ways) touched.push({ way, names: await touchedOn(way) });
  const missing = new Set(touched.flatMap(({ names }) => [...names]));
  const adds = (names: ReadonlySet<string>): number => [...names].filter((one) => missing.has(one)).length;
  const few: Way[] = [];
  while (missing.size > 0) {
    const best = touched.reduce((most, one) => (adds(one.names) > adds(most.names) ? one : most));
    best.names.forEach((one) => missing.delete(one));
    few.push(best.way);
  }
  return few;
}

/** What happened on each stream, less the identities that were made for it. */
const typesIn = (histories: ReadonlyMap<StreamId, readonly Recorded[]>) =>
  [...histories].map(([stream, events]) => [stream, events.map(({ type }) => type)]);

/**
 * What every store keeps of what happens in every context: a record that verifies and that plays to the rows that stand, before
 * and after persons are erased; whoever asks told all that is kept about them, and nothing left of whom was erased. The events
 * are those of the plainest of stores.
 */
export function recordContract(
  name: string,
  open: OpenStore,
  { describe, it, assert }: Kit,
  asked: readonly Way[] = ways,
): void {
  const moved = new Set<string>();
  const emptied = new Set<string>();

  const verifies = async (store: Store) => {
    const histories = await historiesIn(store);
    for (const [stream, history] of histories) assert.deepEqual(verifyHistory(history), undefined, stream);
    const { events } = await store.changes('0', 100_000);
    for (const view of allViews)
      for (const [played, standing] of await rowsOf(view, events, store)) assert.deepEqual(standing, played, view.name);
    return histories;
  };

  const tellsAndForgets = async (store: Store, desk: LocalDesk) => {
    const rows = await erasableIn(store);
    const persons = [...new Set(rows.map((row) => row.person))].sort();
    for (const who of persons) {
      const told = await toldTo(personId.parse(who), desk);
      const known = await keptOf(who, rows, store);
      assert.deepEqual(
        known.filter((text) => !told.includes(text)),
        [],
        `${who} is told all`,
      );
    }
    assert.deepEqual(await eraseAll(desk, persons), persons, 'everybody who asks is erased');
    assert.deepEqual(await store.contents(rows.map(({ id }) => id)), {}, 'nothing of them is left');
    rows.forEach(({ stream }) => emptied.add(contextOf(stream)));
  };

  describe(`[ALL-02] [ALL-03] the record of every context on ${name}`, () => {
    for (const [n, way] of asked.entries()) {
      const steps = way.flatMap((step) => (isWait(step) ? [] : [step.type]));
      it(`verifies, tells and forgets after way ${n + 1}: ${steps.slice(0, 3).join(', ')}`, async () => {
        const store = await open(allViews);
        const plain = memoryStore({ views: allViews });
        const desk = await happened(store, way);
        await happened(plain, way);
        const histories = await verifies(store);
        assert.deepEqual(typesIn(histories), typesIn(await historiesIn(plain)), 'as on the plainest of stores');
        await tellsAndForgets(store, desk);
        const after = await verifies(store);
        for (const [stream, history] of histories)
          assert.deepEqual(after.get(stream)?.slice(0, history.length), history, `${stream} is as it was`);
        [...histories.keys()].forEach((stream) => moved.add(contextOf(stream)));
      });
    }

    it('is of every context, and of each that keeps something of persons it was emptied', () => {
      assert.deepEqual(
        contexts.map((context) => context.name).filter((one) => !moved.has(one)),
        [],
      );
      assert.deepEqual([...emptied].sort(), holding());
      return Promise.resolve();
    });
  });
}
