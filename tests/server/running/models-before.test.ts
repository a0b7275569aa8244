import { luqiao, shibei } from '@keting/models';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { postgresStore, type Database } from '@keting/server';
import { ModelError } from '../../../packages/server/src/running/load-model.ts';
import { modelsBefore } from '../../../packages/server/src/running/models-before.ts';
import { onTrouble, openPglite } from '../support/databases.ts';

let database: Database;
before(async () => {
  database = await openPglite();
});
after(() => database.close());

const opened = (district: string) => postgresStore({ connect: { database }, district, views: [], onTrouble });

test('[ALL-03] each model that a district ran under is kept once, and handed to whoever serves it next', async () => {
  const store = await opened('a');
  const ids = async (model: typeof luqiao) => (await modelsBefore(store, model, onTrouble)).map(({ id }) => id);
  assert.deepEqual(await ids(luqiao), []);
  assert.deepEqual(await ids(luqiao), [luqiao.id]);
  assert.deepEqual(await ids(shibei), [luqiao.id]);
  assert.deepEqual(await ids(luqiao), [luqiao.id, shibei.id]);
  assert.deepEqual(await modelsBefore(store, shibei, onTrouble), [luqiao, shibei], 'as it was, to the letter');
  const other = await opened('b');
  assert.deepEqual(await modelsBefore(other, luqiao, onTrouble), [], 'another district knows nothing of it');
});

test('[ALL-03] one that is no model any more is told as trouble, and the others are there', async () => {
  const store = await opened('c');
  await modelsBefore(store, luqiao, onTrouble);
  await database.script(`
    insert into keting.models (district, hash, at, model) values ('c', 'of old', '2020-01-01', '{"id": "of old"}')`);
  const troubles: unknown[] = [];
  assert.deepEqual(await modelsBefore(store, shibei, (trouble) => troubles.push(trouble)), [luqiao]);
  const [trouble] = troubles;
  assert.ok(trouble instanceof ModelError && trouble.message.includes('required'), String(trouble));
});
