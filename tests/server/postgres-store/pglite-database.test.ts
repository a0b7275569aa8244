import { pgliteDatabase, type Database } from '@keting/server';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { onTrouble } from '../support/databases.ts';

let database: Database;
before(async () => {
  database = await pgliteDatabase({ onTrouble });
});
after(() => database.close());

test('[ALL-01] a question that takes long leaves the process free to do something else meanwhile', async () => {
  let answered = false;
  const long = database.query({ text: 'select count(*) from generate_series(1, 2000000)' }).then((rows) => {
    answered = true;
    return rows;
  });
  await setImmediate();
  assert.equal(answered, false);
  assert.deepEqual(await long, [{ count: '2000000' }]);
});

test('[ALL-01] whoever is in a transaction has the database alone, and what is broken off was never there', async () => {
  await database.script('create table seen (n integer)');
  const count = async () => (await database.query({ text: 'select count(*)::integer as n from seen' }))[0]?.['n'];
  const brokenOff = database.transaction(async (inside) => {
    await inside.query({ text: 'insert into seen values ($1)', values: [1] });
    throw new Error('no more of it');
  });
  const meanwhile = count();
  await assert.rejects(brokenOff, /no more of it/);
  assert.equal(await meanwhile, 0);
  await database.transaction((inside) => inside.script('insert into seen values (1), (2)'));
  assert.equal(await count(), 2);
});

test('[ALL-01] what PostgreSQL raises comes with its code and its detail, and the next question is answered', async () => {
  await database.script('create table named (name text primary key); insert into named values ($$a$$)');
  const again = { name: 'name-again', text: 'insert into named values ($1)', values: ['a'] };
  await assert.rejects(database.query(again), { code: '23505', detail: 'Key (name)=(a) already exists.' });
  assert.deepEqual(await database.query({ text: 'select name from named' }), [{ name: 'a' }]);
});

test('[ALL-01] of a database that is closed nothing is asked any more', async () => {
  const closed = await pgliteDatabase({ onTrouble });
  await closed.close();
  await assert.rejects(closed.query({ text: 'select 1' }), /has ended/);
});

test('[ALL-01] a program that has nothing left to do ends, though it has not closed its database', async () => {
  const program = `
    import { pgliteDatabase } from '@keting/server';
    const database = await pgliteDatabase({ onTrouble: console.error });
    const [row] = await database.query({ text: 'select 1 as one' });
    console.log(row.one);`;
  const child = spawn(process.execPath, ['--conditions=keting-source', '--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said: string[] = [];
  child.stdout.on('data', (text) => said.push(String(text)));
  await once(child, 'close');
  assert.equal(said.join(''), '1\n');
  assert.equal(child.exitCode, 0);
});
