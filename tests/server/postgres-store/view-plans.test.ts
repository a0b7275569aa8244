import { contexts, type FactSource, type Query, type Scope, type View, type Where } from '@keting/domain';
import { pgDatabase, postgresStore, type Database } from '@keting/server';
import { viewsOf } from '@keting/runtime';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Column, ColumnType } from '../../../packages/server/src/postgres-store/columns.ts';
import { pageStatement } from '../../../packages/server/src/postgres-store/page-query.ts';
import { own, quoted, tableOf, type Table } from '../../../packages/server/src/postgres-store/tables.ts';
import { forgetful, onTrouble, startPostgres, type TestServer } from '../support/databases.ts';
import { planOf } from './plan-of.ts';

const district = 'made-up';
const many = 20_000;
/** Values of a column by its type: so many different ones, in turn, each column out of step with the others. */
const different = 500;
const everywhere: Scope = { any: [{}] };

type Typed = Column & { readonly type: ColumnType };

const sqlValue = ({ type, optional }: Typed, i: number): string => {
  const turn = `((n * ${2 * i + 1} + n / ${different}) % ${different})`;
  const value = {
    text: `'v' || lpad(${turn}::text, 4, '0')`,
    number: `${turn}::double precision`,
    boolean: `n % 2 = 0`,
  }[type];
  return optional ? `case when n % 7 = ${i % 7} then null else ${value} end` : value;
};

/** A value that some rows of a column have. */
const valueIn = ({ type }: Typed): string | number | boolean => ({ text: 'v0123', number: 123, boolean: true })[type];

/** Fills the table of a view by SQL alone, past whatever an enum would let in: it is the plan that is looked at. */
async function fill(database: Database, { name, kept, view }: Table): Promise<void> {
  const row = view.kind === 'table' ? [own.row] : [];
  const columns = [own.district, own.key, ...row, ...kept.map((column) => quoted(column.name))];
  const values = [`'${district}'`, `'k' || n`, ...row.map(() => `'{}'::json`), ...kept.map(sqlValue)];
  await database.query({
    text: `insert into ${name} (${columns.join(', ')}) select ${values.join(', ')} from generate_series(1, ${many}) n`,
  });
  await database.query({ text: `analyze ${name}` });
}

/** What the facts of contexts ask of views, each asked with something of its own. */
async function askedByFacts(): Promise<ReadonlyMap<string, readonly Where[]>> {
  const asked = new Map<string, Where[]>();
  const source: FactSource = {
    load: () => Promise.resolve(undefined),
    find(name, where) {
      asked.set(name, [...(asked.get(name) ?? []), where]);
      return Promise.resolve([]);
    },
  };
  for (const reader of contexts.flatMap(({ facts }) => Object.values(facts)))
    await reader(source, 'v0123', 'v0123', 'v0123', 'v0123');
  return asked;
}

interface Asked {
  readonly title: string;
  readonly query: Query;
  readonly scope: Scope;
}

const typed = ({ columns }: Table, name: string): Typed => {
  const column = columns.get(name);
  assert.ok(column?.type !== undefined, `${name} can be asked for by value`);
  return { ...column, type: column.type };
};

/** What an index is there for: its first columns fixed, the others in their order, up and down. */
const byIndex = (table: Table, index: readonly string[]): readonly Asked[] =>
  [...index.keys(), index.length].flatMap((depth) => {
    const where = Object.fromEntries(index.slice(0, depth).map((name) => [name, valueIn(typed(table, name))]));
    return (depth === index.length ? [false] : [false, true]).map((down) => {
      const order = index.slice(depth).map((by) => ({ by, down }));
      return {
        title: `${index.join()} from ${depth}${down ? ' down' : ''}`,
        query: { where, order },
        scope: everywhere,
      };
    });
  });

/** Columns that hold a person's id, which an export of a person asks for. */
const personColumns = ({ about, persons = [] }: View, { columns }: Table): readonly string[] => [
  ...new Set([
    ...(about.owner === undefined ? [] : [about.owner]),
    ...persons,
    ...(columns.has('person') ? ['person'] : []),
  ]),
];

/** What is asked of a view because of who asks, and of whom: within a scope, and for the export of a person. */
const byWhom = (table: Table, view: View): readonly Asked[] => [
  ...Object.entries(view.about).map(([part, column]) => {
    const condition = part === 'territory' ? { prefix: 'v0123' } : 'v0123';
    return { title: `scope by ${part}`, query: {}, scope: { any: [{ [column]: condition }] } };
  }),
  ...[...personColumns(view, table), ...(view.within === undefined ? [] : [view.within.column])].map((column) => ({
    title: `all of one ${column}`,
    query: { where: { [column]: valueIn(typed(table, column)) } },
    scope: everywhere,
  })),
];

let server: TestServer;
let database: Database;
let facts: ReadonlyMap<string, readonly Where[]>;

before(async () => {
  server = await startPostgres([...forgetful, 'autovacuum=off', 'shared_buffers=256MB']);
  database = pgDatabase({ url: await server.database(), onTrouble });
  const store = await postgresStore({ connect: { database }, district, views: viewsOf(contexts), onTrouble });
  await store.close();
  facts = await askedByFacts();
});
after(async () => {
  await database.close();
  await server.stop();
});

/** A page may read what it shows and as much again in a part of the table that it must leave out. */
const most = 1000;

for (const context of contexts) {
  describe(`[ALL-03] on PostgreSQL, of ${context.name}`, () => {
    for (const view of context.views) {
      it(`a page of ${view.name} is read from an index, however it is asked for`, async () => {
        const table = tableOf(view);
        await fill(database, table);
        const asked = [
          ...view.indexes.flatMap((index) => byIndex(table, index)),
          ...byWhom(table, view),
          ...(facts.get(view.name) ?? []).map((where) => ({ title: 'a fact', query: { where }, scope: everywhere })),
        ];
        for (const { title, query, scope } of asked) {
          const statement = pageStatement(table, query, scope, { last: undefined, limit: 50, district });
          assert.ok(statement);
          const { read, sequential } = await planOf(database, statement);
          assert.equal(sequential, 0, `${view.name}, ${title}: the table is read from end to end`);
          assert.ok(read <= most, `${view.name}, ${title}: ${read} rows are read for a page of 50, of ${many}`);
        }
        await database.query({ text: `truncate ${table.name}` });
      });
    }
  });
}
