import type { StreamId } from '@keting/domain';
import { firstPosition, type Store } from '../ports.ts';
import type { TestKit } from './kit.ts';
import { addCount, append, commandNo, commit, contractViews, countKey, event, putTask, type Task } from './samples.ts';
import type { OpenStore } from './store-contract.ts';

const unit: StreamId = 'unit/shuxiang';
const other: StreamId = 'unit/lubei';
const task: Task = { id: 't1', handler: 'lin', stage: 'handling', place: '331004', grade: 1, late: false };
const done = { outcome: 'done' };

/** All that a commit can leave behind, to see that one that failed left nothing. */
async function everything(store: Store): Promise<unknown> {
  return {
    unit: await store.load(unit),
    other: await store.load(other),
    row: await store.row('tasks', 't1'),
    count: await store.row('counts', countKey('g', 'c')),
    contents: await store.contents(['n1']),
    changes: (await store.changes(firstPosition, 100)).events,
    receipt: await store.receipt(commandNo(9)),
  };
}

/** A commit of command 9 with something of every kind in it. */
const full = () =>
  commit(commandNo(9), {
    appends: [append(commandNo(9), unit, 1), append(commandNo(9), other)],
    claims: [{ key: 'name/shuxiang', owner: unit }],
    rows: [putTask(task), addCount('g', 'c', { filed: 1 })],
    contents: [{ id: 'n1', salt: 's', value: '林某某' }],
  });

/** Versions, claims and commands: when a commit holds, and that it holds as a whole. */
export function commitRules(open: OpenStore, { describe, it, assert, forAll }: TestKit): void {
  describe('streams and versions', () => {
    it('a stream that has not begun has version 0 and no state', async () => {
      const store = await open(contractViews);
      assert.deepEqual(await store.load(unit), { version: 0, state: undefined });
    });

    it('an append at the expected version holds, and is loaded with its state and model', async () => {
      const store = await open(contractViews);
      assert.deepEqual(await store.commit(commit(commandNo(1), { appends: [append(commandNo(1), unit)] })), done);
      const appended = append(commandNo(2), unit, 1);
      assert.deepEqual(await store.commit(commit(commandNo(2), { appends: [appended] })), done);
      assert.deepEqual(await store.load(unit), {
        version: 2,
        state: { count: 2 },
        model: 'a'.repeat(64),
        link: event(commandNo(2), unit, 2).link,
      });
    });

    it('an append at any other version is stale, and names the stream', async () => {
      const store = await open(contractViews);
      await store.commit(commit(commandNo(1), { appends: [append(commandNo(1), unit)] }));
      for (const [command, expected] of [
        [2, 0],
        [3, 2],
      ] as const) {
        const appends = [append(commandNo(command), unit, expected)];
        const ended = await store.commit(commit(commandNo(command), { appends }));
        assert.deepEqual(ended, { outcome: 'stale', streams: [unit] });
      }
    });

    it('a commit is stale when a stream that it only read has moved, or has begun since', async () => {
      const store = await open(contractViews);
      await store.commit(commit(commandNo(1), { appends: [append(commandNo(1), unit)] }));
      const reads = [
        { stream: unit, version: 0 },
        { stream: other, version: 0 },
      ];
      const ended = await store.commit(commit(commandNo(2), { reads, appends: [append(commandNo(2), other)] }));
      assert.deepEqual(ended, { outcome: 'stale', streams: [unit] });
      const fresh = [{ stream: unit, version: 1 }];
      assert.deepEqual(
        await store.commit(commit(commandNo(3), { reads: fresh, appends: [append(commandNo(3), other)] })),
        done,
      );
    });

    it('of commits that race for one version exactly one holds', async () => {
      const store = await open(contractViews);
      const racing = Array.from({ length: 8 }, (_, n) =>
        store.commit(commit(commandNo(n), { appends: [append(commandNo(n), unit)] })),
      );
      const outcomes = (await Promise.all(racing)).map(({ outcome }) => outcome);
      assert.deepEqual(outcomes.filter((outcome) => outcome === 'done').length, 1);
      assert.deepEqual(outcomes.filter((outcome) => outcome === 'stale').length, 7);
      assert.deepEqual((await store.load(unit)).version, 1);
    });

    it('two commits that each read what the other writes cannot both hold', async () => {
      const store = await open(contractViews);
      const cross = (n: number, read: StreamId, written: StreamId) =>
        store.commit(
          commit(commandNo(n), { reads: [{ stream: read, version: 0 }], appends: [append(commandNo(n), written)] }),
        );
      const ended = await Promise.all([cross(1, unit, other), cross(2, other, unit)]);
      assert.deepEqual(ended.filter(({ outcome }) => outcome === 'done').length, 1);
    });
  });

  describe('all or nothing', () => {
    it('one commit writes several streams, claims, rows and contents together', async () => {
      const store = await open(contractViews);
      await store.commit(commit(commandNo(1), { appends: [append(commandNo(1), unit)] }));
      assert.deepEqual(await store.commit(full()), done);
      assert.deepEqual((await store.load(unit)).version, 2);
      assert.deepEqual((await store.load(other)).version, 1);
      assert.deepEqual(await store.row('tasks', 't1'), task);
      assert.deepEqual(await store.row('counts', countKey('g', 'c')), { grid: 'g', class: 'c', filed: 1 });
      assert.deepEqual(await store.contents(['n1']), { n1: '林某某' });
    });

    it('a commit that is stale on one stream leaves nothing anywhere', async () => {
      const store = await open(contractViews);
      const before = await everything(store);
      assert.deepEqual(await store.commit(full()), { outcome: 'stale', streams: [unit] });
      assert.deepEqual(await everything(store), before);
      const claims = [{ key: 'name/shuxiang', owner: other }];
      assert.deepEqual(await store.commit(commit(commandNo(2), { claims })), done, 'its claim is still free');
    });

    it('a commit whose claim is taken leaves nothing anywhere', async () => {
      const store = await open(contractViews);
      await store.commit(
        commit(commandNo(1), {
          appends: [append(commandNo(1), unit)],
          claims: [{ key: 'name/shuxiang', owner: other }],
        }),
      );
      const before = await everything(store);
      assert.deepEqual((await store.commit(full())).outcome, 'taken');
      assert.deepEqual(await everything(store), before);
    });

    it('a commit with a row of an unknown view is an error and leaves nothing anywhere', async () => {
      const store = await open(contractViews);
      await store.commit(commit(commandNo(1), { appends: [append(commandNo(1), unit)] }));
      const before = await everything(store);
      const rows = [...full().rows, { view: 'nowhere', key: 'k', put: {} }];
      const failed = await store.commit({ ...full(), rows }).then(
        () => false,
        () => true,
      );
      assert.ok(failed);
      assert.deepEqual(await everything(store), before);
    });
  });

  describe('claims', () => {
    const claim = (store: Store, n: number, owner: StreamId, releases: readonly string[] = []) =>
      store.commit(commit(commandNo(n), { claims: [{ key: 'code/1', owner }], releases }));

    it('a claim that another stream holds is refused, and the answer says who holds it', async () => {
      const store = await open(contractViews);
      assert.deepEqual(await claim(store, 1, unit), done);
      assert.deepEqual(await claim(store, 2, other), { outcome: 'taken', claims: [{ key: 'code/1', owner: unit }] });
    });

    it('a stream may claim again what it holds', async () => {
      const store = await open(contractViews);
      await claim(store, 1, unit);
      assert.deepEqual(await claim(store, 2, unit), done);
    });

    it('a released claim is free', async () => {
      const store = await open(contractViews);
      await claim(store, 1, unit);
      await store.commit(commit(commandNo(2), { releases: ['code/1'] }));
      assert.deepEqual(await claim(store, 3, other), done);
    });

    it('one commit moves a claim from one stream to another', async () => {
      const store = await open(contractViews);
      await claim(store, 1, unit);
      assert.deepEqual(await claim(store, 2, other, ['code/1']), done);
      assert.deepEqual(await claim(store, 3, unit), { outcome: 'taken', claims: [{ key: 'code/1', owner: other }] });
    });

    it('two streams cannot take the same claim in one commit', async () => {
      const store = await open(contractViews);
      const claims = [
        { key: 'code/1', owner: unit },
        { key: 'code/1', owner: other },
      ];
      assert.deepEqual((await store.commit(commit(commandNo(1), { claims }))).outcome, 'taken');
    });

    it('of commits that race for one claim exactly one holds', async () => {
      const store = await open(contractViews);
      const racing = Array.from({ length: 8 }, (_, n) => claim(store, n, `unit/${n}`));
      const outcomes = (await Promise.all(racing)).map(({ outcome }) => outcome);
      assert.deepEqual(outcomes.filter((outcome) => outcome === 'done').length, 1);
    });

    it('what a commit would be refused for can be asked beforehand, and asking changes nothing', async () => {
      const store = await open(contractViews);
      await claim(store, 1, unit);
      const asked = [{ key: 'code/1', owner: other }];
      assert.deepEqual(await store.taken(asked, []), [{ key: 'code/1', owner: unit }]);
      assert.deepEqual(await store.taken(asked, ['code/1']), []);
      assert.deepEqual(await store.taken([{ key: 'code/1', owner: unit }], []), []);
      assert.deepEqual((await claim(store, 2, other)).outcome, 'taken', 'asking let nothing go');
    });

    it('claims behave as a map from key to owner, whatever is taken and released', async () => {
      await forAll(async (choose) => {
        const store = await open(contractViews);
        const owners = new Map<string, StreamId>();
        for (let n = 0; n < 12; n += 1) {
          const key = `code/${choose(0, 2)}`;
          const owner: StreamId = `unit/${choose(0, 2)}`;
          const releases = choose(0, 2) === 0 ? [`code/${choose(0, 2)}`] : [];
          const holder = releases.includes(key) ? undefined : owners.get(key);
          const free = holder === undefined || holder === owner;
          const ended = await store.commit(commit(commandNo(n), { claims: [{ key, owner }], releases }));
          assert.deepEqual(ended, free ? done : { outcome: 'taken', claims: [{ key, owner: holder }] });
          if (!free) continue;
          releases.forEach((released) => owners.delete(released));
          owners.set(key, owner);
        }
      });
    });
  });

  describe('commands', () => {
    it('the same command again changes nothing and answers with the first receipt', async () => {
      const store = await open(contractViews);
      await store.commit(commit(commandNo(1), { appends: [append(commandNo(1), unit)] }));
      await store.commit(full());
      const before = await everything(store);
      const again = await store.commit({ ...full(), receipt: { ok: true, id: 'another' } });
      assert.deepEqual(again, { outcome: 'repeated', receipt: { ok: true, id: commandNo(9) } });
      assert.deepEqual(await everything(store), before);
    });

    it('the same command many times at once is done once', async () => {
      const store = await open(contractViews);
      const racing = Array.from({ length: 8 }, () =>
        store.commit(commit(commandNo(1), { rows: [addCount('g', 'c', { filed: 1 })] })),
      );
      const outcomes = (await Promise.all(racing)).map(({ outcome }) => outcome);
      assert.deepEqual(outcomes.filter((outcome) => outcome === 'done').length, 1);
      assert.deepEqual(outcomes.filter((outcome) => outcome === 'repeated').length, 7);
      assert.deepEqual(await store.row('counts', countKey('g', 'c')), { grid: 'g', class: 'c', filed: 1 });
    });

    it('a commit without a receipt is no command: it is not remembered, and may be repeated', async () => {
      const store = await open(contractViews);
      const note = (grade: number) => commit(commandNo(1), { receipt: undefined, rows: [putTask({ ...task, grade })] });
      assert.deepEqual(await store.commit(note(1)), { outcome: 'done' });
      assert.deepEqual(await store.commit(note(2)), { outcome: 'done' });
      assert.deepEqual(await store.row('tasks', task.id), { ...task, grade: 2 });
      assert.deepEqual(await store.receipt(commandNo(1)), undefined);
      assert.deepEqual(await store.commit(commit(commandNo(1))), { outcome: 'done' }, 'its id is still free');
    });

    it('a receipt is kept for each command that was done, and for no other', async () => {
      const store = await open(contractViews);
      await store.commit(commit(commandNo(1), { receipt: { ok: true, id: 'r', number: '2018-1030-0417' } }));
      assert.deepEqual(await store.receipt(commandNo(1)), { ok: true, id: 'r', number: '2018-1030-0417' });
      assert.deepEqual(await store.receipt(commandNo(2)), undefined);
    });

    it('a command that failed may come again and hold', async () => {
      const store = await open(contractViews);
      await store.commit(full());
      await store.commit(commit(commandNo(1), { appends: [append(commandNo(1), unit)] }));
      assert.deepEqual(await store.commit(full()), done);
    });
  });
}
