import { caseContext, cases, type Query, type Scope } from '@keting/domain';
import { pgDatabase, postgresStore, type Database } from '@keting/server';
import { viewsOf } from '@keting/runtime';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { readCursor } from '../../../packages/server/src/postgres-store/cursor.ts';
import { pageStatement } from '../../../packages/server/src/postgres-store/page-query.ts';
import { tableOf } from '../../../packages/server/src/postgres-store/tables.ts';
import { makeUpCases, unitNo } from '../support/many-cases.ts';
import { onTrouble, openPglite, startPostgres, type TestServer } from '../support/databases.ts';
import { planOf } from './plan-of.ts';

const district = 'luqiao';
const many = 60_000;
const street: Scope = { any: [{ grid: { prefix: '331004' } }] };
const narrow: Scope = { any: [{ grid: { prefix: '331004000000010' } }, { turn: unitNo(7) }, { reporter: 'lin' }] };

const questions: Readonly<Record<string, readonly [Query, Scope]>> = {
  'what waits for a unit, the most urgent first': [{ where: { turn: unitNo(7) }, order: [{ by: 'due' }] }, street],
  'what is in any of the open stages': [
    { where: { stage: { in: ['accepted', 'handling', 'verifying'] } }, order: [{ by: 'due' }] },
    street,
  ],
  'all that one may see of a whole district': [{ order: [{ by: 'due' }] }, street],
  'all that one may see of a grid, a unit and of one’s own': [{ order: [{ by: 'due' }] }, narrow],
  'what a unit handles': [{ where: { handler: unitNo(7) } }, street],
  'the newest reports of one person': [
    { where: { reporter: 'lin' }, order: [{ by: 'reportedAt', down: true }] },
    { any: [{}] },
  ],
  'one case': [{ where: { id: 'made-up-4711' }, limit: 1 }, street],
};

let server: TestServer;
const open: Record<string, Database> = {};

before(async () => {
  server = await startPostgres();
  open['PostgreSQL'] = pgDatabase({ url: await server.database(), onTrouble });
  open['PGlite'] = await openPglite();
  for (const database of Object.values(open)) {
    const store = await postgresStore({ connect: { database }, district, views: viewsOf([caseContext]), onTrouble });
    await makeUpCases(database, district, 1, many);
    await store.close();
  }
});
after(async () => {
  for (const database of Object.values(open)) await database.close();
  await server.stop();
});

for (const name of ['PostgreSQL', 'PGlite']) {
  describe(`a page of cases on ${name} is read from its index, and little else`, () => {
    const table = tableOf(cases);
    const plan = (query: Query, scope: Scope, cursor?: string) => {
      const last = cursor === undefined ? undefined : readCursor(cursor, query.order ?? []);
      const statement = pageStatement(table, query, scope, { last, limit: query.limit ?? 50, district });
      const database = open[name];
      assert.ok(statement !== undefined && database !== undefined);
      return planOf(database, statement);
    };

    for (const [title, [query, scope]] of Object.entries(questions)) {
      it(title, async () => {
        const { read, sequential } = await plan(query, scope);
        assert.equal(sequential, 0, 'no table is read from end to end');
        assert.ok(read <= 500, `${read} rows were read for a page of 50, of ${many}`);
      });
    }

    it('what waits for a unit stays one question, however many places its reader answers for', async () => {
      const several: Scope = {
        any: [...narrow.any, ...['33100400000', '33100400001'].map((prefix) => ({ grid: { prefix } }))],
      };
      const query: Query = { where: { turn: unitNo(7) }, order: [{ by: 'due' }] };
      const statement = pageStatement(table, query, several, { last: undefined, limit: 50, district });
      assert.equal(statement?.text.match(/select/g)?.length, 1);
      const { read, sequential } = await plan(query, several);
      assert.equal(sequential, 0);
      assert.ok(read <= 100, `${read} rows were read`);
    });

    it('the hundredth page as the first', async () => {
      const query: Query = { order: [{ by: 'due' }] };
      const database = open[name];
      assert.ok(database !== undefined);
      const [row] = await database.query({
        text: `select "$key", due from keting.view_cases where stage = 'handling' order by due, "$key" offset 5000 limit 1`,
      });
      const cursor = JSON.stringify(['due', row?.['$key'], row?.['due']]);
      const { read, sequential } = await plan(query, street, cursor);
      assert.equal(sequential, 0);
      assert.ok(read <= 500, `${read} rows were read`);
    });
  });
}
