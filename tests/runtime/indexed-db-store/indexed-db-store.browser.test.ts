import { counter, everything, table, type Recorded, type StreamId, type View } from '@keting/domain';
import {
  firstPosition,
  indexedDbStore,
  viewsOf,
  wipeIndexedDbStore,
  type News,
  type Store,
  type StreamAppend,
} from '@keting/runtime';
import { contractViews } from '@keting/runtime/testing';
import { assert } from '@open-wc/testing';
import * as z from 'zod/mini';
import {
  addCount,
  append,
  commandNo,
  commit,
  countKey,
  counts,
  putTask,
  tasks,
  type Task,
} from '../../../packages/runtime/src/testing/samples.ts';
import { contexts, smallDesk, straightWay } from '../desk/small-place.ts';
import { freshName, wipeAll } from './stores.ts';

const unit: StreamId = 'unit/1';
const task: Task = { id: 't1', handler: 'lin', stage: 's', place: '331004', grade: 1, late: false, due: 5 };

const open = (name: string, views: readonly View[] = contractViews) => indexedDbStore({ name, views });

/** The first so many news that a follower is told of. */
const told = (store: Store, count: number): Promise<readonly News[]> =>
  new Promise((resolve) => {
    const heard: News[] = [];
    store.follow((news) => {
      heard.push(news);
      if (heard.length === count) resolve(heard);
    });
  });

const failure = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => undefined,
    (error: unknown) => error,
  );

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

/** A commit of the n-th command with one event of a stream after a version. */
const noted = (n: number, stream: StreamId, expected = 0) =>
  commit(commandNo(n), { appends: [append(commandNo(n), stream, expected)] });

afterEach(wipeAll);

describe('what is kept', () => {
  it('is there when the store is opened again, and positions go on', async () => {
    const name = freshName();
    const before = await open(name);
    await before.commit({
      ...noted(1, unit),
      claims: [{ key: 'code/1', owner: unit }],
      rows: [putTask(task), addCount('g', 'c', { filed: 1 })],
      contents: [{ id: 'n1', salt: 's', value: '林某某' }],
    });
    await before.next('s');
    await before.close();

    const store = await open(name);
    assert.deepEqual((await store.load(unit)).state, { count: 1 });
    assert.equal((await store.history(unit)).length, 1);
    assert.deepEqual(await store.receipt(commandNo(1)), { ok: true, id: commandNo(1) });
    assert.equal((await store.taken([{ key: 'code/1', owner: 'unit/2' }], [])).length, 1);
    assert.deepEqual((await store.rows(tasks, { where: { handler: 'lin' } }, everything)).rows, [task]);
    assert.deepEqual(await store.row('counts', countKey('g', 'c')), { grid: 'g', class: 'c', filed: 1 });
    assert.deepEqual(await store.contents(['n1']), { n1: '林某某' });
    assert.equal(await store.next('s'), 2);
    const position = await store.position();
    const hearing = told(store, 1);
    await store.commit(noted(2, unit, 1));
    assert.equal((await hearing)[0]?.events[0]?.version, 2);
    const later = await store.news(position, 10);
    assert.deepEqual([later.news.length, later.complete], [1, true]);
    assert.equal((await store.news(firstPosition, 10)).news.length, 2);
  });

  it('is a copy: what was handed in or out may change', async () => {
    const store = await open(freshName());
    const state = { posts: ['lin'] };
    await store.commit(commit(commandNo(1), { appends: [{ ...append(commandNo(1), unit), state }] }));
    state.posts.push('chen');
    const loaded = await store.load(unit);
    assert.deepEqual(loaded.state, { posts: ['lin'] });
    assert.notEqual((await store.load(unit)).state, loaded.state);
  });

  it('is nothing of a commit that holds what cannot be kept, and the reason is the browser’s own', async () => {
    const store = await open(freshName());
    const contents = [{ id: 'n1', salt: 's', value: '林某某' }];
    const rows = [putTask(task), { view: 'tasks', key: 't2', put: { id: () => 't2' } }];
    const error = await failure(store.commit({ ...noted(1, unit), contents, rows }));
    assert.equal(nameOf(error), 'DataCloneError');
    assert.equal((await store.load(unit)).version, 0);
    assert.deepEqual(await store.contents(['n1']), {});
    assert.equal(await store.row('tasks', 't1'), undefined);
    assert.equal(await store.position(), firstPosition);
    assert.deepEqual(await store.commit(noted(1, unit)), { outcome: 'done' });
    assert.equal(await store.position(), '1');
  });

  it('is gone when the store is wiped, whoever has it open', async () => {
    const name = freshName();
    const store = await open(name);
    await store.commit(noted(1, unit));
    await wipeIndexedDbStore(name);
    assert.equal(nameOf(await failure(store.load(unit))), 'InvalidStateError');
    const again = await open(name);
    assert.equal((await again.load(unit)).version, 0);
    assert.equal(await again.position(), firstPosition);
  });
});

describe('news', () => {
  /** Makes a record look as if so many commits had been made, of which one is still told of. */
  const aged = async (name: string, commits: number): Promise<void> => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('cannot be opened'));
    });
    const transaction = database.transaction('news', 'readwrite');
    transaction.objectStore('news').put({ events: [], touched: [] }, commits);
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    database.close();
  };

  it('are kept of the last 10,000 commits; who asks for older ones is told that some are gone', async () => {
    const name = freshName();
    const store = await open(name);
    await store.commit(noted(1, unit));
    await aged(name, 10_000);
    await store.commit(noted(2, unit, 1));
    const all = await store.news(firstPosition, 10);
    assert.deepEqual([all.complete, all.position, all.news.length], [false, '10001', 2]);
    assert.isTrue((await store.news('9999', 10)).complete);
    assert.equal(await store.position(), '10001');
  });

  it('reach nobody through a store that another tab has closed', async () => {
    const name = freshName();
    const errors: unknown[] = [];
    const older = await indexedDbStore({ name, views: [counts], onError: (error) => errors.push(error) });
    const heard: News[] = [];
    older.follow((news) => heard.push(news));
    const [newer, third] = [await open(name), await open(name)];
    const hearing = told(third, 2);
    await newer.commit(noted(1, unit));
    await newer.commit(noted(2, unit, 1));
    await hearing;
    assert.deepEqual([heard, errors], [[], []]);
  });
});

describe('a store that is closed', () => {
  it('ends the commits that run, tells other tabs of them, and rejects what comes after', async () => {
    const name = freshName();
    const [store, other] = [await open(name), await open(name)];
    const hearing = told(other, 1);
    const running = store.commit(noted(1, unit));
    await store.close();
    assert.deepEqual(await running, { outcome: 'done' });
    assert.equal((await hearing).length, 1);
    assert.equal(nameOf(await failure(store.commit(noted(2, unit, 1)))), 'InvalidStateError');
    await store.close();
  });
});

describe('two tabs on one record', () => {
  it('cannot both write after the same version', async () => {
    const name = freshName();
    const tabs = [await open(name), await open(name)];
    for (let version = 0; version < 5; version += 1) {
      const racing = tabs.map((tab, i) => tab.commit(noted(2 * version + i, unit, version)));
      const outcomes = (await Promise.all(racing)).map(({ outcome }) => outcome);
      assert.deepEqual(outcomes.sort(), ['done', 'stale']);
    }
  });

  it('hear of all that either commits, once and in the same order', async () => {
    const name = freshName();
    const tabs = [await open(name), await open(name)];
    const hearing = tabs.map((tab) => told(tab, 20));
    await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        tabs.map((tab, i) => tab.commit(noted(2 * n + i, `case/${2 * n + i}`))),
      ).flat(),
    );
    const [one = [], other = []] = await Promise.all(hearing);
    assert.deepEqual(one, other);
    assert.deepEqual(one, (await tabs[0]!.news(firstPosition, 100)).news);
  });

  it('open together, also where the views have changed', async () => {
    const name = freshName();
    await (await open(name, [tasks])).close();
    const tabs = await Promise.all([open(name), open(name), open(name)]);
    const ended = await Promise.all(tabs.map((tab, n) => tab.commit(commit(commandNo(n), { rows: [putTask(task)] }))));
    assert.deepEqual(
      ended.map(({ outcome }) => outcome),
      ['done', 'done', 'done'],
    );
  });
});

describe('a release with other views', () => {
  const older: View = { ...tasks, indexes: [['place'], ['due']] };
  const rows = Array.from({ length: 40 }, (_, n) => ({ ...task, id: `t${n}`, handler: `h${n % 4}`, due: n % 7 }));

  it('finds the rows of the one before under indexes that were added, dropped and moved', async () => {
    const name = freshName();
    const before = await open(name, [older]);
    await before.commit(commit(commandNo(1), { rows: rows.map(putTask) }));
    await before.close();

    const store = await open(name);
    const expected = rows
      .filter(({ handler }) => handler === 'h2')
      .sort((a, b) => a.due - b.due || (a.id < b.id ? -1 : 1));
    const page = await store.rows(tasks, { where: { handler: 'h2' }, order: [{ by: 'due' }] }, everything);
    assert.deepEqual(page.rows, expected);
    assert.equal((await store.rows(tasks, { where: { place: '331004' } }, everything)).rows.length, 40);
    await store.commit(commit(commandNo(2), { rows: [addCount('g', 'c', { filed: 1 })] }));
    assert.deepEqual(await store.sum(counts, { by: [], of: ['filed'] }, everything), [{ filed: 1 }]);
  });

  it('closes what a tab of the release before has open, and leaves the views that it does not know', async () => {
    const name = freshName();
    const before = await open(name, [older, counts]);
    await before.commit(commit(commandNo(1), { rows: [addCount('g', 'c', { filed: 1 })] }));
    const store = await open(name, [tasks]);
    assert.equal(nameOf(await failure(before.load(unit))), 'InvalidStateError');
    assert.equal(nameOf(await failure(store.row('counts', 'k'))), 'QueryError');
    await store.close();
    assert.equal((await (await open(name, [older, counts])).rows(counts, {}, everything)).rows.length, 1);
  });
});

describe('a release with views that are made in another way', () => {
  const noted = 'Noted';
  const lines: View = table<{ id: string; at: number; said: string }, Recorded>({
    name: 'lines',
    row: z.object({ id: z.string(), at: z.number(), said: z.string() }),
    on: [noted],
    keys: ({ stream }) => [stream],
    project: (_row, { stream, version, type }) => ({ id: stream, at: version, said: type }),
    indexes: [['at']],
    about: {},
  });
  const perVersion: View = counter<{ version: number; events: number }, Recorded>({
    name: 'per-version',
    row: z.object({ version: z.number(), events: z.number() }),
    on: [noted],
    deltas: ({ version }) => [{ row: { version }, add: { events: 1 } }],
    indexes: [['version']],
    about: {},
  });

  /** A record of 1,500 streams, of which every third has two events. */
  const recorded = async (views: readonly View[]): Promise<string> => {
    const name = freshName();
    const store = await open(name, views);
    for (let from = 0; from < 1500; from += 250) {
      const appends = Array.from({ length: 250 }, (_, n): StreamAppend => {
        const one = append(commandNo(from), `case/${from + n}`);
        const second = append(commandNo(from), `case/${from + n}`, 1);
        return (from + n) % 3 === 0 ? { ...second, expected: 0, events: [...one.events, ...second.events] } : one;
      });
      await store.commit(commit(commandNo(from), { appends }));
    }
    await store.close();
    return name;
  };

  it('makes the rows of a new view from the record, and of counters', async () => {
    const name = await recorded([tasks]);
    const store = await open(name, [tasks, lines, perVersion]);
    const page = await store.rows(lines, { order: [{ by: 'at', down: true }], limit: 1000 }, everything);
    assert.equal(page.rows.length, 1000);
    assert.deepEqual(page.rows[0], { id: 'case/999', at: 2, said: noted });
    assert.deepEqual(await store.sum(perVersion, { by: ['version'], of: ['events'] }, everything), [
      { version: 1, events: 1500 },
      { version: 2, events: 500 },
    ]);
  });

  it('makes rows anew of what is read in the shape of now where the version counts up, and else leaves them', async () => {
    const name = await recorded([tasks, lines]);
    const asOfNow = (event: Recorded): Recorded => ({ ...event, version: event.version + 10 });
    const same = await indexedDbStore({ name, views: [{ ...lines, indexes: [['said']] }], asOfNow });
    assert.equal(await same.row('lines', 'case/3'), undefined, 'nobody wrote rows, and only an index is new');
    await same.close();
    const store = await indexedDbStore({ name, views: [{ ...lines, version: 2 }], asOfNow });
    assert.deepEqual(await store.row('lines', 'case/3'), { id: 'case/3', at: 12, said: noted });
  });

  it('leaves all as it was where rows cannot be made, and the reason is told', async () => {
    const name = await recorded([tasks, lines]);
    const failing = (): Recorded => {
      throw new TypeError('of no shape that is known');
    };
    const newer = [{ ...lines, version: 2 }];
    assert.equal(nameOf(await failure(indexedDbStore({ name, views: newer, asOfNow: failing }))), 'TypeError');
    const before = await open(name, [tasks, lines]);
    assert.equal((await before.load('case/3')).version, 2);
    await before.close();
    assert.equal((await (await open(name, newer)).rows(lines, {}, everything)).rows.length, 50);
  });
});

describe('a page of many rows', () => {
  it('is the same however it is found, up or down, one value or several, walked or sorted', async () => {
    const store = await open(freshName());
    const rows = Array.from({ length: 3000 }, (_, n) => ({
      ...task,
      id: `t${n}`,
      handler: `h${n % 3}`,
      due: (n * 7) % 1000,
    }));
    await store.commit(commit(commandNo(1), { rows: rows.map(putTask) }));
    const byDue = (a: Task, b: Task) => (a.due ?? 0) - (b.due ?? 0) || (a.id < b.id ? -1 : 1);
    const asked = rows.filter(({ handler }) => handler !== 'h2').sort(byDue);
    const where = { handler: { in: ['h0', 'h1'] } };
    for (const down of [false, true]) {
      const seen: unknown[] = [];
      for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
        const query = { where, order: [{ by: 'due', down }], limit: 700, ...(cursor === undefined ? {} : { cursor }) };
        const page = await store.rows(tasks, query, everything);
        seen.push(...page.rows);
        cursor = page.next;
      }
      assert.deepEqual(seen, down ? [...asked].reverse() : asked);
    }
    const total = rows.reduce((sum, { due }) => sum + due, 0);
    assert.deepEqual(await store.sum(tasks, { by: [], of: ['due'] }, everything), [{ due: total }]);
  });
});

describe('a desk in a page', () => {
  it('brings a case from report to rating, and another tab finds it', async () => {
    const name = freshName();
    const views = viewsOf(contexts);
    const { as } = smallDesk({ store: await open(name, views) });
    for (const [who, command] of straightWay('0190b5a4-0000-7000-8000-000000000001')) {
      const ended = await as(who).send(command);
      assert.ok(ended.ok, JSON.stringify(ended));
    }
    const other = await open(name, views);
    assert.equal((await other.load('case/0190b5a4-0000-7000-8000-000000000001')).version, 7);
  });
});
