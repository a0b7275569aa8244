import type { StreamId } from '@keting/domain';
import { firstPosition, type News, type Position, type Store } from '../ports.ts';
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
      assert.deepEqual((await store.changes(firstPosition, 100)).events, inOrder);
    });

    it('changes read in small steps, each from where the one before ended, are the same, with none twice', async () => {
      const store = await filled();
      const read = [];
      for (let position = firstPosition, more = true; more;) {
        const changes = await store.changes(position, 1);
        read.push(...changes.events);
        more = changes.events.length > 0;
        position = changes.position;
      }
      assert.deepEqual(read, inOrder);
    });

    it('a follower of changes that has read all of them finds what comes later', async () => {
      const store = await filled();
      const { position } = await store.changes(firstPosition, 100);
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

  describe('news', () => {
    const touched = [{ view: 'tasks', key: 't1', after: { handler: 'lin' } }];
    const newsOf = (command: number, stream: StreamId, version: number, rows: News['touched'] = []): News => {
      const { type } = event(commandNo(command), stream, version);
      return { events: [{ type, stream, version }], touched: rows };
    };

    it('are what each commit brought, in order, with none twice', async () => {
      const store = await open(contractViews);
      await store.commit(commit(commandNo(1), { appends: [append(commandNo(1), first)], touched }));
      await store.commit(commit(commandNo(2), { appends: [append(commandNo(2), first, 1)] }));
      const read = [];
      for (let position = firstPosition, more = true; more;) {
        const told = await store.news(position, 1);
        assert.ok(told.complete);
        read.push(...told.news);
        more = told.news.length > 0;
        position = told.position;
      }
      assert.deepEqual(read, [newsOf(1, first, 1, touched), newsOf(2, first, 2)]);
    });

    it('from where they stand now are what comes later', async () => {
      const store = await filled();
      const position = await store.position();
      assert.deepEqual((await store.news(position, 100)).news, []);
      await store.commit(commit(commandNo(5), { appends: [append(commandNo(5), first, 2)] }));
      assert.deepEqual((await store.news(position, 100)).news, [newsOf(5, first, 3)]);
    });

    it('of commits that run side by side are all found by one who reads on from where it stopped', async () => {
      const store = await open(contractViews);
      const streams = Array.from({ length: 20 }, (_, n): StreamId => `case/${n}`);
      const writing = Promise.all(
        streams.map((stream, n) => store.commit(commit(commandNo(n), { appends: [append(commandNo(n), stream)] }))),
      );
      const found: StreamId[] = [];
      let position = firstPosition;
      while (found.length < streams.length) {
        const told = await store.news(position, 3);
        found.push(...told.news.flatMap(({ events }) => events.map(({ stream }) => stream)));
        position = told.position;
      }
      await writing;
      assert.deepEqual((await store.news(position, 3)).news, []);
      assert.deepEqual([...found].sort(), [...streams].sort());
    });
  });

  describe('followers', () => {
    /** Follows a store until so many commits were told. */
    const following = (store: Store, count: number) => {
      const told: News[] = [];
      const all = new Promise<readonly News[]>((resolve) => {
        store.follow((news) => {
          told.push(news);
          if (told.length === count) resolve(told);
        });
      });
      return { told, all };
    };

    it('are told of the rows and events of each commit that holds, in order', async () => {
      const store = await open(contractViews);
      const { all } = following(store, 2);
      const touched = [{ view: 'tasks', key: 't1', before: { handler: 'lin' } }];
      const appends = [append(commandNo(1), first), append(commandNo(1), second)];
      await store.commit(commit(commandNo(1), { touched, appends }));
      await store.commit(commit(commandNo(2)));
      const events = [first, second].map((stream) => ({ type: 'Noted', stream, version: 1 }));
      assert.deepEqual(await all, [
        { events, touched },
        { events: [], touched: [] },
      ]);
    });

    it('are told when what was written can be read', async () => {
      const store = await open(contractViews);
      const seen = new Promise((resolve) => {
        store.follow(() => {
          resolve(store.row('tasks', 't1'));
        });
      });
      await store.commit(commit(commandNo(1), { rows: [putTask(task)] }));
      assert.deepEqual(await seen, task);
    });

    it('can go on from the position that came with what they were told', async () => {
      const store = await open(contractViews);
      const position = new Promise<Position>((resolve) => {
        store.follow((_news, at) => {
          resolve(at);
        });
      });
      await store.commit(commit(commandNo(1), { appends: [append(commandNo(1), first)] }));
      const told = await position;
      // What is told together has one position, after all of it: this comes when the first has been told.
      await store.commit(commit(commandNo(2), { appends: [append(commandNo(2), second)] }));
      const { news } = await store.news(told, 100);
      assert.deepEqual(
        news.flatMap(({ events }) => events.map(({ stream }) => stream)),
        [second],
      );
    });

    it('hear nothing of a commit that is stale or repeated', async () => {
      const store = await filled();
      const keys: string[] = [];
      const last = new Promise<void>((resolve) => {
        store.follow(({ touched }) => {
          keys.push(...touched.map(({ key }) => key));
          if (keys.includes('last')) resolve();
        });
      });
      const touching = (key: string) => ({ touched: [{ view: 'tasks', key }] });
      await store.commit(commit(commandNo(9), { appends: [append(commandNo(9), first)], ...touching('stale') }));
      await store.commit(commit(commandNo(1), touching('repeated')));
      await store.commit(commit(commandNo(10), touching('last')));
      await last;
      assert.deepEqual(keys, ['last']);
    });

    it('hear nothing once they have stopped, and each stops for itself', async () => {
      const store = await open(contractViews);
      const told: string[] = [];
      const stop = store.follow(() => told.push('told'));
      const { all } = following(store, 1);
      stop();
      await store.commit(commit(commandNo(1)));
      await all;
      assert.deepEqual(told, []);
    });
  });
}
