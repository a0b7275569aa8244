// Records to ask: the sample district with so many more cases, on PostgreSQL or in a folder of PGlite.

import { contexts, commandId, processes } from '@keting/domain';
import { luqiao } from '@keting/models';
import { createDesk, newId, processNote, systemClock, viewsOf } from '@keting/runtime';
import {
  calendar,
  pgDatabase,
  pgliteDatabase,
  postgresStore,
  serverApp,
  type Database,
  type PostgresStore,
  type ServerApp,
} from '@keting/server';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { foundPlace } from '../../examples/portal/server/found-place.ts';
import { demoSignIn } from '../../packages/server/src/running/demo-sign-in.ts';
import { onTrouble, startPostgres } from '../../tests/server/support/databases.ts';
import { copyCases, copyNo } from '../../tests/server/support/many-cases.ts';
import { busy, district, places } from './luqiao.ts';

/** A record, and how it is reached. */
export interface Home {
  readonly name: 'PostgreSQL' | 'PGlite';
  readonly cases: number;
  /** Settings of a server on it. */
  readonly settings: Readonly<Record<string, string>>;
  /** Opens the database by itself, without a server; whoever opens it closes it. */
  readonly open: () => Promise<Database>;
  readonly remove: () => Promise<void>;
}

/** Connections of a server, which are those of the floor too. */
export const connections = 10;

export const cases = process.env['KETING_BENCH_LARGE'] === undefined ? 100_000 : 2_000_000;

/** Fills an empty record: the district, then copies of two of its cases at every place in turn. */
async function fill(home: Home): Promise<void> {
  const database = await home.open();
  const store = await postgresStore({ connect: { database }, district, views: viewsOf(contexts), onTrouble });
  await foundPlace(store, 'luqiao');
  const [over, waiting] = await Promise.all(['replied', 'accepted'].map((stage) => someCase(database, stage)));
  await copyCases(database, district, {
    patterns: { over: over ?? '', waiting: waiting ?? '' },
    places: places.map(({ grid, room }) => ({ grid, turn: room })),
    count: home.cases,
  });
  await passOver(store);
  if (home.name === 'PostgreSQL') await database.query({ text: 'checkpoint' });
  await store.close();
  await database.close();
}

/** Whatever follows the record has read what is there: a server that starts does not begin with the whole of it. */
async function passOver(store: PostgresStore): Promise<void> {
  const position = await store.position();
  for (const name of [...processes.map((one) => one.name), 'erasing'])
    await store.commit(processNote(name, position, commandId.parse(newId())));
}

async function someCase(database: Database, stage: string): Promise<string> {
  const [row] = await database.query({
    text: 'select id from keting.view_cases where "$district" = $1 and stage = $2 order by id limit 1',
    values: [district, stage],
  });
  return String(row?.['id']);
}

/** A copied case that lies at one of the busy places. */
export function caseAt(i: number): string {
  const place = busy[i % busy.length];
  const n = places.findIndex(({ grid }) => grid === place?.grid);
  return copyNo(n + places.length);
}

/** A PostgreSQL of its own, with its usual settings. */
export async function homeOnPostgres(): Promise<Home> {
  const server = await startPostgres([]);
  const folder = await mkdtemp(join(tmpdir(), 'keting-bench-'));
  const url = await server.database();
  const home: Home = {
    ...{ name: 'PostgreSQL', cases },
    settings: { DATABASE_URL: url, DATA_FOLDER: folder, DISTRICT: district, MODEL: 'luqiao' },
    open: () => Promise.resolve(pgDatabase({ url, connections, onTrouble })),
    async remove() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  await fill(home);
  return home;
}

export async function homeInPglite(): Promise<Home> {
  const folder = await mkdtemp(join(tmpdir(), 'keting-bench-'));
  const home: Home = {
    ...{ name: 'PGlite', cases },
    settings: { DATA_FOLDER: folder, DISTRICT: district, MODEL: 'luqiao' },
    open: () => pgliteDatabase({ folder: join(folder, 'record'), onTrouble }),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
  await fill(home);
  return home;
}

/** The same desk over HTTP in this process, on an open database: what it asks of it can be looked at. */
export async function appOn(
  database: Database,
): Promise<{ readonly app: ServerApp; readonly close: () => Promise<void> }> {
  const store = await postgresStore({ connect: { database }, district, views: viewsOf(contexts), onTrouble });
  const desk = createDesk({ model: luqiao, store, calendar, clock: systemClock, newId, contexts, onTrouble });
  const app = serverApp({ desk, store, contexts, authenticate: demoSignIn });
  return { app, close: () => store.close() };
}
