import { everything, type Scope } from '@keting/domain';
import { contractViews } from '@keting/runtime/testing';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod/mini';
import { memoryStore } from '../../../packages/runtime/src/memory-store/memory-store.ts';
import { inOrderOf } from '../../../packages/runtime/src/testing/naive-rows.ts';
import { append, commandNo, commit, putTask, tasks, type Task } from '../../../packages/runtime/src/testing/samples.ts';

const task: Task = { id: 't1', handler: 'lin', stage: 's', place: '331004', grade: 1, late: false };

test('a follower that throws breaks neither the commit nor the other followers, and is reported', async () => {
  const reported: unknown[] = [];
  const store = memoryStore({ views: contractViews, onError: (error) => reported.push(error) });
  const broken = new Error('the screen is gone');
  let told = 0;
  store.follow(() => {
    throw broken;
  });
  store.follow(() => (told += 1));
  assert.deepEqual(await store.commit(commit(commandNo(1), { rows: [putTask(task)] })), { outcome: 'done' });
  assert.deepEqual(reported, [broken]);
  assert.equal(told, 1);
  assert.deepEqual(await store.row('tasks', 't1'), task);
});

test('a follower may stop itself, or another, while it is being told', async () => {
  const store = memoryStore({ views: contractViews });
  const told: string[] = [];
  const stops: (() => void)[] = [];
  stops.push(
    store.follow(() => {
      told.push('first');
      stops.forEach((stop) => stop());
    }),
    store.follow(() => told.push('second')),
  );
  await store.commit(commit(commandNo(1)));
  await store.commit(commit(commandNo(2)));
  assert.deepEqual(told, ['first', 'second'], 'all are told of a commit that they were there for');
});

test('what the store keeps cannot be changed from outside', async () => {
  const store = memoryStore({ views: contractViews });
  const state = { posts: [{ holder: 'lin' }] };
  const appends = [{ ...append(commandNo(1), 'unit/1'), state }];
  await store.commit(commit(commandNo(1), { appends, rows: [putTask(task)] }));
  assert.throws(() => state.posts.push({ holder: 'chen' }), TypeError);
  assert.ok(Object.isFrozen(await store.row('tasks', 't1')));
  const [event] = await store.history('unit/1');
  assert.ok(Object.isFrozen(event));
  assert.ok(Object.isFrozen(event?.data));
});

test('a row that is no record of columns is an error, and leaves nothing', async () => {
  const store = memoryStore({ views: contractViews });
  const rows = [putTask(task), { view: 'tasks', key: 't2', put: 'text' }];
  await assert.rejects(store.commit(commit(commandNo(1), { rows })), TypeError);
  assert.equal(await store.row('tasks', 't1'), undefined);
  assert.equal(await store.receipt(commandNo(1)), undefined);
});

/** 3,000 rows in which every handler has ten: enough that the store walks in order what it would else sort. */
async function filled() {
  const store = memoryStore({ views: contractViews });
  const rows = Array.from({ length: 3000 }, (_, n) =>
    putTask({ ...task, id: `t${n}`, handler: `h${n % 300}`, stage: `s${n % 2}`, grade: n % 5, due: (n * 7) % 1000 }),
  );
  await store.commit(commit(commandNo(1), { rows }));
  return store;
}

test('pages through thousands of rows show each once, in order, however they are found', async () => {
  const store = await filled();
  const scopes: readonly Scope[] = [
    everything,
    { any: [{ stage: 's1' }] },
    { any: [{ stage: 's1' }, { handler: 'h2' }] },
    { any: [{ handler: { in: ['h2', 'h4', 'h5'] } }] },
  ];
  const counts = [3000, 1500, 1510, 30];
  for (const [i, scope] of scopes.entries()) {
    for (const order of [[{ by: 'due' }], [{ by: 'due', down: true }], [{ by: 'grade' }, { by: 'due' }], []]) {
      const seen: Task[] = [];
      for (let cursor: string | undefined, first = true; first || cursor !== undefined; first = false) {
        const page = await store.rows(tasks, { order, limit: 700, ...(cursor === undefined ? {} : { cursor }) }, scope);
        seen.push(...page.rows.map((row) => z.parse(tasks.row, row)));
        cursor = page.next;
      }
      assert.equal(seen.length, counts[i]);
      assert.equal(new Set(seen.map(({ id }) => id)).size, counts[i]);
      assert.deepEqual(seen, [...seen].sort(inOrderOf(order)));
    }
  }
});
