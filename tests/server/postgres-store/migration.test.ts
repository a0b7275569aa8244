import { cases, escalation, parseModel, type GovernanceModel } from '@keting/domain';
import { plainCalendar } from '@keting/domain/testing';
import { createDesk, newId, upcasterOf, type LocalDesk } from '@keting/runtime';
import { pgDatabase, pgliteDatabase, postgresStore, type Database, type PostgresStore } from '@keting/server';
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { figure } from '../reliability/chance.ts';
import { checkRecord } from '../reliability/check-record.ts';
import { district } from '../reliability/homes.ts';
import { by, carryOut, contexts, firm, monday, standing, straightWay, views } from '../reliability/place.ts';
import { PgliteFolders } from '../../support/pglite-folders.ts';
import { onTrouble, startPostgres, type TestServer } from '../support/databases.ts';
import { fixtureOf, modelLine } from './fixtures/write-fixture.ts';

let server: TestServer;
const folders = new PgliteFolders();
before(async () => {
  server = await startPostgres();
});
after(async () => {
  await server.stop();
  await folders.remove();
});

const databases: readonly (readonly [string, () => Promise<Database>])[] = [
  ['PostgreSQL', async () => pgDatabase({ url: await server.database(), onTrouble })],
  ['PGlite', async () => pgliteDatabase({ folder: await folders.make(), onTrouble })],
];

async function madeNow(): Promise<string> {
  const database = await pgliteDatabase({ folder: await folders.make(), onTrouble });
  const fixture = await fixtureOf('now', database);
  await database.close();
  return fixture;
}

let written: Promise<string> | undefined;
const fixtures: readonly (readonly [string, () => Promise<string>])[] = [
  ...globSync('fixtures/release-*.sql', { cwd: import.meta.dirname }).map(
    (file) => [file.slice(9, -4), () => Promise.resolve(readFileSync(new URL(file, import.meta.url), 'utf8'))] as const,
  ),
  ['this release', () => (written ??= madeNow())],
];

function modelOf(fixture: string): GovernanceModel {
  const line = fixture.split('\n').find((one) => one.startsWith(modelLine)) ?? modelLine;
  const parsed = parseModel(JSON.parse(line.slice(modelLine.length)));
  assert.ok(parsed.ok, 'the model of an older release is still a model');
  return parsed.model;
}

interface Restored {
  readonly store: PostgresStore;
  readonly database: Database;
  readonly desk: LocalDesk;
}

/** Loads what a release wrote and opens it with the code of today. */
async function restored(database: Database, fixture: string): Promise<Restored> {
  await database.script(fixture);
  const asOfNow = upcasterOf(contexts);
  const store = await postgresStore({ connect: { database }, district, views, asOfNow, onTrouble });
  const desk = createDesk({
    model: modelOf(fixture),
    ...{ store, contexts, newId, onTrouble },
    calendar: plainCalendar,
    clock: standing(() => monday + 3_600_000),
    processes: [escalation],
    actor: by('clerk'),
  });
  return { store, database, desk };
}

async function stagesOf(desk: LocalDesk): Promise<readonly string[]> {
  const { rows } = await desk.view(cases, { order: [{ by: 'id' }] });
  return rows.map(({ id, stage }) => `${id} ${stage}`);
}

for (const [name, open] of databases) {
  for (const [release, read] of fixtures) {
    describe(`a record that ${release} wrote, on ${name}`, () => {
      let record: Restored;
      before(async () => {
        record = await restored(await open(), await read());
      });
      after(async () => {
        await record.store.close();
        await record.database.close();
      });

      it('[ALL-03] is whole: histories, states, rows, receipts, claims, news, texts', async () => {
        const { streams, events } = await checkRecord(record.store, record.database);
        assert.ok(streams >= 14 && events >= 24, `${streams} streams, ${events} events`);
        await figure(`a record that ${release} wrote, on ${name}`, { streams, events });
      });

      it('[CASE-01] knows the commands, the claims and the numbers that it knew', async () => {
        await knowsWhatItKnew(record);
      });

      it('[CASE-04] is shown, and its cases go on', async () => {
        await goesOn(record);
      });
    });
  }
}

async function knowsWhatItKnew({ store, desk }: Restored): Promise<void> {
  const [reported] = await store.history('case/c3');
  const [message] = straightWay('c3');
  assert.ok(reported?.number !== undefined && message !== undefined);
  const again = await desk.send({ ...message, id: reported.command });
  assert.ok(again.ok && again.at === reported.at, 'the same command has the same receipt');
  const taken = await desk.send(firm('another', 1));
  assert.equal(!taken.ok && taken.refusal.code, 'claim-taken');
  const next = await desk.send({ ...message, data: { ...Object(message.data), case: 'c4' } });
  assert.ok(next.ok && next.number !== undefined && next.number > reported.number);
}

async function goesOn({ store, database, desk }: Restored): Promise<void> {
  assert.deepEqual(await stagesOf(desk), ['c1 replied', 'c2 escalated', 'c3 collected', 'c4 collected']);
  await carryOut(
    desk,
    ['c3', 'c4'].flatMap((id) => straightWay(id).slice(1)),
  );
  const votes = { inFavour: 2, against: 0, abstained: 0 };
  await carryOut(desk, [
    { type: 'HoldMeeting', data: { meeting: 'c2-m1', present: ['a', 'b'] } },
    { type: 'ResolveMeeting', data: { meeting: 'c2-m1', resolution: 'so be it', votes, outcome: 'settled' } },
  ]);
  await desk.settled();
  assert.deepEqual(await stagesOf(desk), ['c1 replied', 'c2 closed', 'c3 replied', 'c4 replied']);
  await checkRecord(store, database);
}
