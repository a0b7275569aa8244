import { everything } from '@keting/domain';
import type { TestKit } from './kit.ts';
import {
  addCount,
  commandNo,
  commit,
  contractViews,
  countKey,
  counts,
  dropTask,
  putTask,
  tasks,
  type Task,
} from './samples.ts';
import type { OpenStore } from './store-contract.ts';

const task: Task = { id: 't1', handler: 'lin', stage: 'handling', place: '331004', grade: 1, late: false, due: 5 };

/** Rows of views and counters, one by one. */
export function rowRules(open: OpenStore, { describe, it, assert, forAll }: TestKit): void {
  const list = async (where: Readonly<Record<string, string | number>>) => {
    const store = await open(contractViews);
    return { store, found: async () => (await store.rows(tasks, { where }, everything)).rows };
  };

  describe('rows', () => {
    it('a row that is not there is undefined', async () => {
      const store = await open(contractViews);
      assert.deepEqual(await store.row('tasks', 't1'), undefined);
    });

    it('a row put again takes the place of the old one, under every index', async () => {
      const { store, found } = await list({ handler: 'lin' });
      await store.commit(commit(commandNo(1), { rows: [putTask(task)] }));
      assert.deepEqual(await found(), [task]);
      const moved = { ...task, handler: 'chen', due: 9 };
      await store.commit(commit(commandNo(2), { rows: [putTask(moved)] }));
      assert.deepEqual(await found(), []);
      assert.deepEqual((await store.rows(tasks, { where: { handler: 'chen' } }, everything)).rows, [moved]);
      assert.deepEqual((await store.rows(tasks, { order: [{ by: 'due' }] }, everything)).rows, [moved]);
    });

    it('a dropped row is gone from every index; dropping what is not there does nothing', async () => {
      const { store, found } = await list({ handler: 'lin' });
      await store.commit(commit(commandNo(1), { rows: [putTask(task)] }));
      await store.commit(commit(commandNo(2), { rows: [dropTask('t1'), dropTask('t2')] }));
      assert.deepEqual(await found(), []);
      assert.deepEqual(await store.row('tasks', 't1'), undefined);
      assert.deepEqual((await store.rows(tasks, { order: [{ by: 'due' }] }, everything)).rows, []);
    });

    it('writes of one commit follow one another', async () => {
      const { store, found } = await list({ handler: 'lin' });
      const rows = [putTask(task), dropTask('t1'), putTask({ ...task, grade: 2 })];
      await store.commit(commit(commandNo(1), { rows }));
      assert.deepEqual(await found(), [{ ...task, grade: 2 }]);
    });

    it('a page that was read keeps what it showed', async () => {
      const { store, found } = await list({ handler: 'lin' });
      await store.commit(commit(commandNo(1), { rows: [putTask(task)] }));
      const page = await found();
      await store.commit(commit(commandNo(2), { rows: [putTask({ ...task, grade: 3 })] }));
      assert.deepEqual(page, [task]);
    });
  });

  describe('counters', () => {
    it('deltas make a row and add to it, several in one commit too', async () => {
      const store = await open(contractViews);
      const rows = [addCount('g1', 'c', { filed: 1, closed: 0 }), addCount('g1', 'c', { filed: 2 })];
      await store.commit(commit(commandNo(1), { rows }));
      await store.commit(commit(commandNo(2), { rows: [addCount('g1', 'c', { filed: -1, closed: 1 })] }));
      assert.deepEqual(await store.row('counts', countKey('g1', 'c')), { grid: 'g1', class: 'c', filed: 2, closed: 1 });
    });

    it('no delta is lost when many commits add to one row at the same time', async () => {
      const store = await open(contractViews);
      const adding = Array.from({ length: 10 }, (_, n) =>
        store.commit(commit(commandNo(n), { rows: [addCount('g1', 'c', { filed: 1 })] })),
      );
      await Promise.all(adding);
      assert.deepEqual(await store.row('counts', countKey('g1', 'c')), { grid: 'g1', class: 'c', filed: 10 });
    });

    it('a sum over all rows is the sum of all deltas', async () => {
      await forAll(async (choose) => {
        const store = await open(contractViews);
        let filed = 0;
        for (let n = 0; n < 10; n += 1) {
          const add = choose(-3, 3);
          filed += add;
          const row = addCount(`g${choose(0, 2)}`, `c${choose(0, 1)}`, { filed: add });
          await store.commit(commit(commandNo(n), { rows: [row] }));
        }
        assert.deepEqual(await store.sum(counts, { by: [], of: ['filed'] }, everything), [{ filed }]);
      });
    });
  });
}
