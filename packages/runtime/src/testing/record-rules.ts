import type { RowWrite, StreamId } from '@keting/domain';
import type { TestKit } from './kit.ts';
import { append, commandNo, commit, contractViews, event, putTask, type Task } from './samples.ts';
import type { OpenStore } from './store-contract.ts';

const first: StreamId = 'case/1';
const second: StreamId = 'case/2';
const task: Task = { id: 't1', handler: 'lin', stage: 'handling', place: '331004', grade: 1, late: false };

/** What is kept beside the states: history, changes, contents, series, and who is told. */
export function recordRules(open: OpenStore, { describe, it, assert }: TestKit): void {
  /** A store with four commits: 1 on the first stream, 2 on both, 3 on the second, 4 on none. */
  const filled = async () => {
    const store = await open(contractViews);
    await store.commit(commit(commandNo(1), { appends: [append(commandNo(1), first)] }));
    await store.commit(
      commit(commandNo(2), { appends: [append(commandNo(2), first, 1), append(commandNo(2), second)] }),
    );
    await store.commit(commit(commandNo(3), { appends: [append(commandNo(3), second, 1)] }));
    await store.commit(commit(commandNo(4), { rows: [putTask(task)] }));
    return store;
  };

  const inOrder = [
    event(commandNo(1), first, 1),
    event(commandNo(2), first, 2),
    event(commandNo(2), second, 1),
    event(commandNo(3), second, 2),
  ];

  describe('the record', () => {
    it('the history of a stream is its own events in order', async () => {
      const store = await filled();
      assert.deepEqual(await store.history(first), inOrder.slice(0, 2));
      assert.deepEqual(await store.history(second), inOrder.slice(2));
      assert.deepEqual(await store.history('case/3'), []);
    });

    it('changes are the events of all streams in the order of their commits', async () => {
      const store = await filled();
      assert.deepEqual((await store.changes(0, 100)).events, inOrder);
    });

    it('changes read in small steps, each from where the one before ended, are the same, with none twice', async () => {
      const store = await filled();
      const read = [];
      for (let position = 0, more = true; more;) {
        const changes = await store.changes(position, 1);
        read.push(...changes.events);
        more = changes.events.length > 0;
        position = changes.position;
      }
      assert.deepEqual(read, inOrder);
    });

    it('a follower of changes that has read all of them finds what comes later', async () => {
      const store = await filled();
      const { position } = await store.changes(0, 100);
      assert.deepEqual((await store.changes(position, 100)).events, []);
      await store.commit(commit(commandNo(5), { appends: [append(commandNo(5), first, 2)] }));
      assert.deepEqual((await store.changes(position, 100)).events, [event(commandNo(5), first, 3)]);
    });
  });

  describe('contents', () => {
    const contents = [
      { id: 'n1', salt: 's1', value: '林某某' },
      { id: 'n2', salt: 's2', value: '路灯不亮' },
    ];

    it('are kept beside the events and found by id', async () => {
      const store = await open(contractViews);
      await store.commit(commit(commandNo(1), { contents }));
      assert.deepEqual(await store.contents(['n1', 'n2', 'n3']), { n1: '林某某', n2: '路灯不亮' });
    });

    it('once erased are gone, and the history stays whole', async () => {
      const store = await open(contractViews);
      await store.commit(commit(commandNo(1), { appends: [append(commandNo(1), first)], contents }));
      await store.erase(['n1', 'n3']);
      assert.deepEqual(await store.contents(['n1', 'n2']), { n2: '路灯不亮' });
      assert.deepEqual((await store.history(first)).length, 1);
    });
  });

  describe('series', () => {
    it('count from 1, each on its own', async () => {
      const store = await open(contractViews);
      assert.deepEqual([await store.next('2018-1030'), await store.next('2018-1030')], [1, 2]);
      assert.deepEqual(await store.next('2018-1031'), 1);
    });

    it('give each number once, however many ask at the same time', async () => {
      const store = await open(contractViews);
      const numbers = await Promise.all(Array.from({ length: 20 }, () => store.next('s')));
      assert.deepEqual(new Set(numbers).size, 20);
    });
  });

  describe('followers', () => {
    it('are told of the writes and events of each commit that holds, in order', async () => {
      const store = await open(contractViews);
      const told: unknown[] = [];
      store.follow((rows, events) => told.push({ rows, events }));
      const rows: readonly RowWrite[] = [putTask(task)];
      const appends = [append(commandNo(1), first), append(commandNo(1), second)];
      await store.commit(commit(commandNo(1), { rows, appends }));
      await store.commit(commit(commandNo(2)));
      assert.deepEqual(told, [
        { rows, events: [event(commandNo(1), first, 1), event(commandNo(1), second, 1)] },
        { rows: [], events: [] },
      ]);
    });

    it('are told when what was written can be read', async () => {
      const store = await open(contractViews);
      const seen: Promise<unknown>[] = [];
      store.follow(() => seen.push(store.row('tasks', 't1')));
      await store.commit(commit(commandNo(1), { rows: [putTask(task)] }));
      assert.deepEqual(await Promise.all(seen), [task]);
    });

    it('hear nothing of a commit that is stale or repeated', async () => {
      const store = await filled();
      let told = 0;
      store.follow(() => (told += 1));
      await store.commit(commit(commandNo(9), { appends: [append(commandNo(9), first)] }));
      await store.commit(commit(commandNo(1)));
      assert.deepEqual(told, 0);
    });

    it('hear nothing once they have stopped, and each stops for itself', async () => {
      const store = await open(contractViews);
      const told: string[] = [];
      const listener = () => told.push('told');
      const stop = store.follow(listener);
      store.follow(listener);
      stop();
      await store.commit(commit(commandNo(1)));
      assert.deepEqual(told, ['told']);
    });
  });
}
