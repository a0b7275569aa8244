import { everything, nothing, type Condition, type Order, type Query, type Scope, type Where } from '@keting/domain';
import type { Store } from '../ports.ts';
import { many, oneOf, type Choose, type TestKit } from './kit.ts';
import { naivePage, naiveSum, sortedSums } from './naive-rows.ts';
import { commandNo, commit, contractViews, dropTask, putTask, tasks, type Task } from './samples.ts';
import type { OpenStore } from './store-contract.ts';

type Columns = readonly (keyof Task)[];

/** Values are few, so that conditions meet and orders tie; texts begin with one another, and numbers cross zero. */
const texts = ['', 'a', 'aa', 'ab', 'b', '林', '331004', '33100400'] as const;
const numbers = [-1.5, -1, 0, 1, 2, 10, 1e13] as const;
const served: readonly [Columns, ...Columns[]] = [['handler', 'due'], ['stage', 'grade', 'due'], ['place']];
const columns = ['id', 'handler', 'stage', 'place', 'grade', 'late', 'due'] as const;

const text = (choose: Choose): string => oneOf(choose, texts);
const number = (choose: Choose): number => oneOf(choose, numbers);

const aTask = (choose: Choose): Task => ({
  id: `t${choose(0, 30)}`,
  handler: text(choose),
  stage: text(choose),
  place: text(choose),
  grade: number(choose),
  late: choose(0, 1) === 1,
  ...(choose(0, 3) === 0 ? {} : { due: number(choose) }),
});

function aCondition(choose: Choose, value: () => string | number): Condition {
  const kind = choose(0, 5);
  if (kind <= 1) return value();
  if (kind === 2) return { in: many(choose, 0, 3, value) };
  if (kind === 3) return { from: value() };
  if (kind === 4) return { to: value() };
  return { from: value(), to: value() };
}

function aWhere(choose: Choose): Where {
  const conditions = many(choose, 0, 2, (): readonly [string, Condition] => {
    const column = oneOf(choose, columns);
    if (column === 'late') return [column, choose(0, 1) === 1];
    if (column === 'grade' || column === 'due') return [column, aCondition(choose, () => number(choose))];
    if (choose(0, 2) === 0) return [column, { prefix: text(choose) }];
    return [column, aCondition(choose, () => (column === 'id' ? `t${choose(0, 30)}` : text(choose)))];
  });
  return Object.fromEntries(conditions);
}

const anOrder = (choose: Choose): readonly Order[] => {
  const allDown = choose(0, 1) === 1;
  return many(choose, 0, 2, () => ({ by: oneOf(choose, columns), down: choose(0, 4) === 0 ? !allDown : allDown }));
};

const aScope = (choose: Choose): Scope =>
  choose(0, 2) === 0 ? everything : { any: many(choose, 0, 2, () => aWhere(choose)) };

/** A query that one index serves: its first columns fixed to one value or several, the order along the others. */
function aServedQuery(choose: Choose): Query {
  const index = oneOf(choose, served);
  const fixed = choose(0, index.length);
  const down = choose(0, 1) === 1;
  const where = index.slice(0, fixed).map((column) => {
    const value = () => (column === 'grade' || column === 'due' ? number(choose) : text(choose));
    return [column, choose(0, 1) === 1 ? value() : { in: many(choose, 1, 4, value) }] as const;
  });
  const due = fixed === index.length - 1 && choose(0, 1) === 1 ? { due: { from: number(choose) } } : {};
  const order = index.slice(fixed).map((by) => ({ by, down }));
  return { where: { ...Object.fromEntries(where), ...due }, order };
}

const aQuery = (choose: Choose): Query => ({
  ...(choose(0, 1) === 1 ? aServedQuery(choose) : { where: aWhere(choose), order: anOrder(choose) }),
  limit: choose(1, 7),
});

/** Puts and drops rows in a store and in a plain list alike. */
class Mirror {
  readonly store: Store;
  private readonly kept = new Map<string, Task>();
  private commits = 0;

  constructor(store: Store) {
    this.store = store;
  }

  get rows(): readonly Task[] {
    return [...this.kept.values()];
  }

  async change(choose: Choose, least: number, most: number): Promise<void> {
    const put = many(choose, least, most, () => aTask(choose));
    const dropped = many(choose, 0, 3, () => `t${choose(0, 30)}`);
    put.forEach((task) => this.kept.set(task.id, task));
    dropped.forEach((id) => this.kept.delete(id));
    this.commits += 1;
    const rows = [...put.map(putTask), ...dropped.map(dropTask)];
    await this.store.commit(commit(commandNo(this.commits), { rows }));
  }
}

/** Questions to views: against a model that only filters and sorts, and the wrong ones. */
export function queryRules(open: OpenStore, { describe, it, assert, forAll }: TestKit): void {
  const asTask = (rows: readonly unknown[], all: readonly Task[]): readonly Task[] =>
    rows.flatMap((row) => all.find((task) => JSON.stringify(task) === JSON.stringify(row)) ?? []);

  const refused = async (ask: Promise<unknown>, what: string) => {
    const error: unknown = await ask.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof TypeError && error.name === 'QueryError', what);
  };

  describe('queries', () => {
    it('pages hold what filtering and sorting all rows would give, in any order and scope', async () => {
      await forAll(async (choose) => {
        const mirror = new Mirror(await open(contractViews));
        await mirror.change(choose, 10, 40);
        const query = aQuery(choose);
        const scope = aScope(choose);
        let cursor: string | undefined;
        let last: Task | undefined;
        do {
          const asked = cursor === undefined ? query : { ...query, cursor };
          const page = await mirror.store.rows(tasks, asked, scope);
          const expected = naivePage(mirror.rows, query, scope, last);
          assert.deepEqual(page.rows, expected);
          last = expected[expected.length - 1];
          const more = naivePage(mirror.rows, query, scope, last).length > 0 && last !== undefined;
          assert.deepEqual(page.next !== undefined, more, 'a page says whether more follow');
          cursor = page.next;
        } while (cursor !== undefined);
      });
    });

    it('a page goes on after the last row, whatever was added, changed or dropped since', async () => {
      await forAll(async (choose) => {
        const mirror = new Mirror(await open(contractViews));
        await mirror.change(choose, 10, 40);
        const query = aQuery(choose);
        const scope = aScope(choose);
        const page = await mirror.store.rows(tasks, query, scope);
        const last = asTask(page.rows.slice(-1), mirror.rows)[0];
        await mirror.change(choose, 0, 10);
        if (page.next === undefined) return;
        const next = await mirror.store.rows(tasks, { ...query, cursor: page.next }, scope);
        assert.deepEqual(next.rows, naivePage(mirror.rows, query, scope, last));
      });
    });

    it('sums are what adding up by hand gives, group by group', async () => {
      await forAll(async (choose) => {
        const mirror = new Mirror(await open(contractViews));
        await mirror.change(choose, 10, 40);
        const by = (['late', 'stage', 'handler'] as const).filter(() => choose(0, 1) === 1);
        const query = { where: aWhere(choose), by, of: ['grade', 'due'] };
        const scope = aScope(choose);
        const sums = await mirror.store.sum(tasks, query, scope);
        assert.deepEqual(sortedSums(sums), sortedSums(naiveSum(mirror.rows, query, scope)));
      });
    });

    it('a page has 50 rows unless told, and 1,000 at most', async () => {
      const store = await open(contractViews);
      const task: Task = { id: '', handler: 'lin', stage: 's', place: 'p', grade: 1, late: false };
      const rows = Array.from({ length: 1001 }, (_, n) => putTask({ ...task, id: `t${n}` }));
      await store.commit(commit(commandNo(1), { rows }));
      assert.deepEqual((await store.rows(tasks, {}, everything)).rows.length, 50);
      const page = await store.rows(tasks, { limit: 1000 }, everything);
      assert.deepEqual(page.rows.length, 1000);
      assert.ok(page.next !== undefined);
    });

    it('an empty scope shows nothing', async () => {
      const store = await open(contractViews);
      const task: Task = { id: 't', handler: 'lin', stage: 's', place: 'p', grade: 1, late: false };
      await store.commit(commit(commandNo(1), { rows: [putTask(task)] }));
      assert.deepEqual(await store.rows(tasks, {}, nothing), { rows: [] });
      assert.deepEqual(await store.sum(tasks, { by: [], of: ['grade'] }, nothing), []);
    });

    it('a question that cannot be answered is a QueryError', async () => {
      const store = await open(contractViews);
      const stranger = { ...tasks, name: 'nowhere' };
      await refused(store.rows(stranger, {}, everything), 'unknown view');
      await refused(store.row('nowhere', 'k'), 'row of an unknown view');
      await refused(store.rows(tasks, { where: { colour: 'red' } }, everything), 'unknown column asked for');
      await refused(store.rows(tasks, {}, { any: [{ colour: 'red' }] }), 'unknown column in the scope');
      await refused(store.rows(tasks, { order: [{ by: 'colour' }] }, everything), 'unknown column to order by');
      await refused(store.sum(tasks, { by: ['colour'], of: [] }, everything), 'unknown column to part by');
      await refused(store.sum(tasks, { by: [], of: ['colour'] }, everything), 'unknown column to add up');
      await refused(store.sum(tasks, { by: ['grade'], of: ['grade'] }, everything), 'column to part by and add up');
      for (const limit of [0, -1, 1001, 1.5, Number.NaN]) {
        await refused(store.rows(tasks, { limit }, everything), `limit ${limit}`);
      }
    });

    it('a cursor that is damaged, or of another order, is a QueryError', async () => {
      const store = await open(contractViews);
      const task: Task = { id: 't1', handler: 'lin', stage: 's', place: 'p', grade: 1, late: false };
      await store.commit(commit(commandNo(1), { rows: [putTask(task), putTask({ ...task, id: 't2' })] }));
      const order = [{ by: 'grade' }];
      const { next = '' } = await store.rows(tasks, { order, limit: 1 }, everything);
      assert.ok(next !== '');
      for (const cursor of ['', 'x', '[]', '{}', 'null', next.slice(0, -1)]) {
        await refused(store.rows(tasks, { order, cursor }, everything), `cursor ${cursor}`);
      }
      const down = [{ by: 'grade', down: true }];
      await refused(store.rows(tasks, { order: down, cursor: next }, everything), 'cursor of another order');
    });
  });
}
