// The floor: the statements that the desk makes, sent again by a bare client, without the desk. What is asked is recorded at a
// desk in this process, then sent as often as the database takes it.

import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { newId } from '@keting/runtime';
import type { Database, ServerApp, Statement } from '@keting/server';
import { join } from 'node:path';
import pg from 'pg';
import { appOn, connections, type Home } from './home.ts';
import { lines } from './load.ts';
import { busy, lifeOf, type Asked } from './luqiao.ts';

/** The statements that answer one request. */
type Answered = readonly Statement[];

/** A database that notes what it is asked. */
class Recorder {
  readonly database: Database;
  private noted: Statement[] = [];

  constructor(database: Database) {
    this.database = {
      ...database,
      query: (statement) => {
        this.noted.push(statement);
        return database.query(statement);
      },
    };
  }

  /** What was asked since it was last taken, less what nobody waits for: telling others that there are news. */
  taken(): Answered {
    const noted = this.noted.filter(({ name }) => name !== 'keting-news');
    this.noted = [];
    return noted;
  }
}

async function answer(app: ServerApp, { as, path, body }: Asked): Promise<void> {
  const request = new Request(`http://127.0.0.1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Demo ${as}` },
    body: JSON.stringify(body),
  });
  const answered = await app.fetch(request);
  const said = await answered.text();
  if (!answered.ok || said.startsWith('{"ok":false')) throw new Error(`${answered.status} ${said}`);
}

/** What was recorded: the statements of each question, and those of each step of some lives. */
export interface Recorded {
  readonly views: ReadonlyMap<string, readonly Answered[]>;
  /** Lives as they were lived, with their ids; whoever lives one again gives them others. */
  readonly lives: readonly (readonly Answered[])[];
}

/** Of its own in each run: a record may be asked again. */
const recordedLife = (i: number): string => `recorded-${process.pid}-${i}-life`;

/** Asks each question once, and lives one life at each of as many places as there are lines. */
export async function record(
  home: Home,
  views: readonly { readonly name: string; readonly asked: readonly Asked[] }[],
): Promise<Recorded> {
  const database = await home.open();
  const recorder = new Recorder(database);
  const { app, close } = await appOn(recorder.database);
  const statementsOf = async (asked: readonly Asked[]): Promise<readonly Answered[]> => {
    const all: Answered[] = [];
    for (const one of asked) {
      recorder.taken();
      await answer(app, one);
      all.push(recorder.taken());
    }
    return all;
  };
  const byView = new Map<string, readonly Answered[]>();
  for (const { name, asked } of views) byView.set(name, await statementsOf(asked));
  const lives: (readonly Answered[])[] = [];
  for (const [i, place] of busy.slice(0, lines).entries())
    lives.push(await statementsOf(lifeOf(recordedLife(i), place)));
  await close();
  await database.close();
  return { views: byView, lives };
}

/** Sends a statement and waits for its answer. */
type Send = (statement: Statement) => Promise<unknown>;

const sendBy =
  (pool: pg.Pool): Send =>
  ({ text, values = [], name }) =>
    pool.query({ text, values: [...values], ...(name === undefined ? {} : { name }) });

/** A bare client of a record: `pg` with as many connections as a server has, or with the one that PGlite has. */
async function bareClient(home: Home): Promise<{ readonly send: Send; readonly close: () => Promise<void> }> {
  const { DATABASE_URL, DATA_FOLDER = '' } = home.settings;
  if (DATABASE_URL !== undefined) {
    const pool = new pg.Pool({ connectionString: DATABASE_URL, max: connections });
    return { send: sendBy(pool), close: () => pool.end() };
  }
  const lite = await PGlite.create({ dataDir: join(DATA_FOLDER, 'record') });
  const pool = new pg.Pool({ ...createPgConfig(lite), max: 1 });
  return {
    send: sendBy(pool),
    close: async () => {
      await pool.end();
      await lite.close();
    },
  };
}

const seconds = 5;
const warmUp = 1;

/** Answers per second that so many lines get, each asking again as soon as it is answered. */
async function rateOf(work: (line: number, round: number) => Promise<number>): Promise<number> {
  const during = async (span: number): Promise<number> => {
    const end = performance.now() + span * 1000;
    const one = async (line: number): Promise<number> => {
      let done = 0;
      for (let round = 0; performance.now() < end; round += 1) done += await work(line, round);
      return done;
    };
    const started = performance.now();
    const counts = await Promise.all(Array.from({ length: lines }, (_, line) => one(line)));
    const all = counts.reduce((sum, count) => sum + count, 0);
    return (all * 1000) / (performance.now() - started);
  };
  await during(warmUp);
  return during(seconds);
}

const ids = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}|recorded-\d+-\d+-life/g;

/** A recorded life under other ids: of the case, its commands and its texts. */
function livedAgain(life: readonly Answered[]): readonly Answered[] {
  const given = new Map<string, string>();
  const other = (id: string): string => {
    const known = given.get(id) ?? newId();
    given.set(id, known);
    return known;
  };
  const value = (one: unknown): unknown => (typeof one === 'string' ? one.replace(ids, other) : one);
  return life.map((statements) =>
    statements.map((statement) => ({ ...statement, values: (statement.values ?? []).map(value) })),
  );
}

/** What the bare client does in a second, of each view and of commands. */
export interface Floor {
  readonly views: ReadonlyMap<string, number>;
  readonly commands: number;
}

export async function floorOf(home: Home, { views, lives }: Recorded): Promise<Floor> {
  const { send, close } = await bareClient(home);
  const all = async (statements: Answered): Promise<void> => {
    for (const statement of statements) await send(statement);
  };
  const rates = new Map<string, number>();
  for (const [name, answers] of views) {
    const rate = await rateOf(async (line, round) => {
      await all(answers[(line * 7 + round) % answers.length] ?? []);
      return 1;
    });
    rates.set(name, rate);
  }
  const commands = await rateOf(async (line) => {
    const life = livedAgain(lives[line % lives.length] ?? []);
    for (const step of life) await all(step);
    return life.length;
  });
  await close();
  return { views: rates, commands };
}
