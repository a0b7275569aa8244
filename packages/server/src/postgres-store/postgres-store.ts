import {
  contentHash,
  type Claim,
  type CommandId,
  type GovernanceModel,
  type Query,
  type Recorded,
  type Scope,
  type StreamId,
  type SumQuery,
  type View,
} from '@keting/domain';
import {
  QueryError,
  type Changes,
  type Commit,
  type Committed,
  type Loaded,
  type News,
  type Position,
  type Store,
  type Told,
} from '@keting/runtime';
import * as z from 'zod/mini';
import { commitBody, isNews, quietBody, receiptsBody } from './commit-body.ts';
import { cursorAfter, readCursor } from './cursor.ts';
import type { Database, SqlRow } from './database.ts';
import { Feed, type Latest } from './feed.ts';
import { openTables, tablesAsTheyAre } from './open.ts';
import { pgDatabase } from './pg-database.ts';
import { pgliteDatabase } from './pglite-database.ts';
import { checkColumns, limitOf, pageStatement } from './page-query.ts';
import { isFrom, positionOf, readPosition, type Place } from './position.ts';
import { commitName, shapeOf } from './shape.ts';
import { sumsOf, sumStatement } from './sum-query.ts';
import { own, type Table } from './tables.ts';

/**
 * Which PostgreSQL: a server by its URL; embedded (PGlite), in a folder or, without one, in memory; or a database that is open
 * already and stays so when the store is closed, for several districts in one.
 */
export type Connect =
  | { readonly url: string; readonly connections?: number }
  | { readonly folder?: string }
  | { readonly database: Database };

/** What a store on PostgreSQL is opened with. */
export interface PostgresStoreOptions {
  readonly connect: Connect;
  /** The district whose record this is; one database holds many. Letters, digits and hyphens. */
  readonly district: string;
  /** Every view whose rows are written or asked for: `viewsOf(contexts)`. */
  readonly views: readonly View[];
  /** Reads events of older shapes, where a view has to be filled from the record: `upcasterOf(contexts)`. */
  readonly asOfNow?: (event: Recorded) => Recorded;
  /** For looking through a record that another release may serve: nothing about its tables is changed. */
  readonly asItIs?: boolean;
  /** Told of ids of contents that were erased, before they are: for a log outside the database, replayed after a restore. */
  readonly onErase?: (ids: readonly string[]) => Promise<void>;
  /** Told of what went wrong where nobody waits for an answer: a line that broke, a follower that threw. */
  readonly onTrouble: (trouble: unknown) => void;
}

/** A store on PostgreSQL. Whoever opened it closes it. */
export interface PostgresStore extends Store {
  /** Stops following; ends the connections too, where it opened them. */
  close(): Promise<void>;
  /** Whether the database answers; rejects where it does not. */
  ping(): Promise<void>;
  /** Ids of all streams after one, in order, at most `limit`. */
  streams(after: string, limit: number): Promise<readonly StreamId[]>;
  /**
   * Writes commits that were made elsewhere, with the last numbers of the series that they used, in one transaction. Rejects
   * where one of them does not hold here, and then nothing of them stays. Followers are not told: `foundDistrict` uses it.
   */
  takeOver(commits: readonly Commit[], series?: ReadonlyMap<string, number>): Promise<void>;
  /** Keeps a governance model with the record, for good: of what began under it, only the hash is in the record. */
  keepModel(model: GovernanceModel): Promise<void>;
  /** The models that were kept, in their order, as they were written: whether they still are models is for `parseModel` to say. */
  models(): Promise<readonly unknown[]>;
  /** Takes away news older than an instant; followers who were away for longer read anew what they show. */
  forgetNews(before: number): Promise<void>;
}

const districtName = /^[A-Za-z0-9-]{1,60}$/;
/** How often a commit is tried again that the database itself broke off, to end a circle of waiting. */
const attempts = 5;

const thrown = z.object({ code: z.string(), detail: z.optional(z.string()) });
const stale = z.object({
  outcome: z.literal('stale'),
  streams: z.array(z.templateLiteral([z.string(), '/', z.string()])),
});
const taken = z.object({
  outcome: z.literal('taken'),
  claims: z.array(z.object({ key: z.string(), owner: z.templateLiteral([z.string(), '/', z.string()]) })),
});
const hindrance = z.discriminatedUnion('outcome', [stale, taken]);

/** Why a commit does not hold, where that is what was thrown. */
function hindranceIn(error: unknown): Committed | undefined {
  const { data } = z.safeParse(thrown, error);
  return data?.code === 'KT001' ? hindrance.parse(JSON.parse(data.detail ?? '')) : undefined;
}

/** Whether the database broke a transaction off that may be tried again: a deadlock, or order that cannot be kept. */
const mayTryAgain = (error: unknown): boolean => {
  const { data } = z.safeParse(thrown, error);
  return data?.code === '40P01' || data?.code === '40001';
};

/** Another release has opened the district since, and keeps it by other views than this process would write. */
export class StoreOutdated extends Error {
  override readonly name = 'StoreOutdated';

  constructor(district: string) {
    super(`the district ${district} is served by another release now: start this process anew with that`);
  }
}

const isOutdated = (error: unknown): boolean => {
  const { data } = z.safeParse(thrown, error);
  // 42883: the function by which it wrote is gone.
  return data?.code === 'KT002' || data?.code === '42883';
};

const unchanged = (event: Recorded): Recorded => event;

class SqlStore implements PostgresStore {
  private readonly database: Database;
  private readonly options: PostgresStoreOptions;
  private readonly feed: Feed;
  private tables: ReadonlyMap<string, Table> = new Map();
  private commitBy = '';
  private unlisten = (): Promise<void> => Promise.resolve();
  private readonly announcing = { running: false, again: false };

  constructor(database: Database, options: PostgresStoreOptions) {
    this.database = database;
    this.options = options;
    this.feed = new Feed(
      {
        latest: (after, limit) => this.latest(after, limit),
        position: () => this.position(),
      },
      options.onTrouble,
    );
  }

  async open(): Promise<void> {
    const { district, views, asOfNow = unchanged, asItIs = false } = this.options;
    const open = asItIs ? tablesAsTheyAre : openTables;
    this.tables = await open(this.database, { district, views, asOfNow });
    this.commitBy = commitName(shapeOf([...this.tables.values()]));
    await this.feed.open();
    this.unlisten = await this.database.listen(this.channel, () => {
      this.feed.wake();
    });
  }

  async load(stream: StreamId): Promise<Loaded> {
    const [row] = await this.ask(
      'load',
      'select version, state, model, link from keting.streams where district = $1 and stream = $2',
      [stream],
    );
    if (row === undefined) return { version: 0, state: undefined };
    const { version, state, model, link } = row;
    return { version: Number(version), state: state ?? undefined, model: String(model), link: String(link) };
  }

  async commit(commit: Commit): Promise<Committed> {
    const double = doubleClaims(commit.claims);
    if (double.length > 0) return { outcome: 'taken', claims: double };
    const body = commitBody(commit, this.tables);
    for (let attempt = 1; ; attempt += 1) {
      try {
        const [row] = await this.ask(this.commitBy, `select ${this.commitBy}($1, $2::jsonb) as ended`, [body]);
        const ended = committed.parse(row?.['ended']);
        if (ended.outcome === 'repeated') return { outcome: 'repeated', receipt: ended.receipt ?? undefined };
        if (isNews(commit)) this.committed();
        return ended;
      } catch (error) {
        const hindered = hindranceIn(error);
        // Others' news may have waited for this transaction to end.
        if (hindered !== undefined) this.feed.wake();
        if (hindered !== undefined) return hindered;
        if (isOutdated(error)) throw new StoreOutdated(this.options.district);
        if (!mayTryAgain(error) || attempt === attempts) throw error;
      }
    }
  }

  async receipt(command: CommandId): Promise<unknown> {
    const [row] = await this.ask(
      'receipt',
      'select receipt from keting.commands where district = $1 and command = $2',
      [command],
    );
    return row?.['receipt'] ?? undefined;
  }

  async history(stream: StreamId): Promise<readonly Recorded[]> {
    const rows = await this.ask(
      'history',
      'select event from keting.events where district = $1 and stream = $2 order by version',
      [stream],
    );
    return rows.map(eventIn);
  }

  async changes(after: Position, limit: number): Promise<Changes> {
    const { epoch, xid, seq } = readPosition(after);
    const found = await this.ask('changes', eventsAfter, [epoch, xid, seq, limit]);
    const rows = found.filter((row) => row['settled'] === true);
    return { events: rows.map(eventIn), position: lastPosition(rows) ?? after };
  }

  async news(after: Position, limit: number): Promise<Told> {
    const place = readPosition(after);
    const { news, position } = await this.latest(after, limit);
    // Looked at after the news were read: what is taken away meanwhile counts as missed.
    const [gone] = await this.ask(
      'forgotten',
      'select epoch, xid::text as xid, seq::text as seq from keting.forgotten where district = $1',
      [],
    );
    return { news, position, complete: gone === undefined || isFrom(place, placeIn(gone)) };
  }

  async position(): Promise<Position> {
    const [row] = await this.ask(
      'position',
      `select epoch, pg_snapshot_xmin(pg_current_snapshot())::text as xid from keting.districts where district = $1`,
      [],
    );
    return positionOf({ epoch: Number(row?.['epoch']), xid: String(row?.['xid']), seq: '0' });
  }

  async taken(claims: readonly Claim[], releases: readonly string[]): Promise<readonly Claim[]> {
    if (claims.length === 0) return [];
    const rows = await this.ask(
      'claims',
      'select key, owner from keting.claims where district = $1 and key = any($2::text[])',
      [claims.map(({ key }) => key)],
    );
    const free = new Set(releases);
    const holders = new Map(rows.map(({ key, owner }) => [String(key), String(owner)]));
    const held = claims.flatMap(({ key, owner }) => {
      const holder = free.has(key) ? undefined : holders.get(key);
      return holder === undefined || holder === owner ? [] : [claim.parse({ key, owner: holder })];
    });
    return [...held, ...doubleClaims(claims)];
  }

  async row(view: string, key: string): Promise<unknown> {
    const table = this.table(view);
    const [row] = await this.ask(
      `row:${view}`,
      `select * from ${table.name} where ${own.district} = $1 and ${own.key} = $2`,
      [key],
    );
    return row && rowIn(table, row);
  }

  async rows(view: View, query: Query, scope: Scope) {
    const table = this.table(view.name);
    const { where = {}, order = [], cursor } = query;
    const limit = limitOf(query);
    checkColumns(table, [...[where, ...scope.any].flatMap(Object.keys), ...order.map(({ by }) => by)]);
    const last = cursor === undefined ? undefined : readCursor(cursor, order);
    const statement = pageStatement(table, query, scope, { last, limit, district: this.options.district });
    if (statement === undefined) return { rows: [] };
    const found = await this.database.query(statement);
    const page = found.slice(0, limit);
    const rows = page.map((row) => rowIn(table, row));
    const end = page[page.length - 1];
    const endRow = rows[rows.length - 1];
    if (found.length <= limit || end === undefined || endRow === undefined) return { rows };
    return { rows, next: cursorAfter(String(end['$key']), endRow, order) };
  }

  async sum(view: View, query: SumQuery, scope: Scope) {
    const statement = sumStatement(this.table(view.name), query, scope, this.options.district);
    return statement === undefined ? [] : sumsOf(await this.database.query(statement));
  }

  async contents(ids: readonly string[]): Promise<Readonly<Record<string, string>>> {
    if (ids.length === 0) return {};
    const rows = await this.ask(
      'contents',
      'select id, value from keting.contents where district = $1 and id = any($2::text[])',
      [ids],
    );
    return Object.fromEntries(rows.map(({ id, value }) => [String(id), String(value)]));
  }

  async erase(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.options.onErase?.(ids);
    await this.ask(
      'erase',
      `with gone as (delete from keting.contents where district = $1 and id = any($2::text[]) returning id)
       insert into keting.erasures (district, id) select $1, id from unnest($2::text[]) id on conflict do nothing`,
      [ids],
    );
  }

  async next(series: string): Promise<number> {
    const [row] = await this.ask('next', 'select keting.next($1, $2) as number', [series]);
    return Number(row?.['number']);
  }

  follow(listener: (news: News, position: Position) => void): () => void {
    return this.feed.follow(listener);
  }

  async ping(): Promise<void> {
    await this.database.query({ text: 'select 1' });
  }

  async streams(after: string, limit: number): Promise<readonly StreamId[]> {
    const rows = await this.ask(
      'streams',
      'select stream from keting.streams where district = $1 and stream > $2 order by stream limit $3',
      [after, limit],
    );
    return rows.map(({ stream }) => streamId.parse(stream));
  }

  async takeOver(commits: readonly Commit[], series: ReadonlyMap<string, number> = new Map()): Promise<void> {
    const { district } = this.options;
    await this.database.transaction(async (inside) => {
      for (const some of chunks(commits)) {
        const [kept] = await inside.query({ text: keepReceipts, values: [district, receiptsBody(some)] });
        if (kept?.['complete'] !== true) throw new Error('a command that is taken over has been committed here before');
        const values = [district, quietBody(some, this.tables)];
        await inside.query({ text: `select ${this.commitBy}($1, $2::jsonb)`, values });
      }
      for (const [name, last] of series) {
        const text = 'insert into keting.series (district, series, last) values ($1, $2, $3)';
        await inside.query({ text, values: [district, name, last] });
      }
    });
  }

  async keepModel(model: GovernanceModel): Promise<void> {
    const text = `insert into keting.models (district, hash, model) values ($1, $2, $3::json) on conflict do nothing`;
    await this.database.query({ text, values: [this.options.district, contentHash(model), JSON.stringify(model)] });
  }

  async models(): Promise<readonly unknown[]> {
    const rows = await this.ask('models', 'select model from keting.models where district = $1 order by at, hash', []);
    return rows.map(({ model }) => model);
  }

  async forgetNews(before: number): Promise<void> {
    await this.ask(
      'forget',
      `with gone as (
         delete from keting.news where district = $1 and at < to_timestamp($2::double precision / 1000) returning epoch, xid, seq
       )
       insert into keting.forgotten as f (district, epoch, xid, seq)
         select $1, epoch, xid, seq from gone order by epoch desc, xid desc, seq desc limit 1
         on conflict (district) do update set epoch = excluded.epoch, xid = excluded.xid, seq = excluded.seq`,
      [before],
    );
  }

  async close(): Promise<void> {
    await this.feed.close();
    await this.unlisten();
    if (!('database' in this.options.connect)) await this.database.close();
  }

  /** A statement of the district whose plan the server may keep. */
  private ask(name: string, text: string, values: readonly unknown[]): Promise<readonly SqlRow[]> {
    return this.database.query({ name: `keting-${name}`, text, values: [this.options.district, ...values] });
  }

  private table(view: string): Table {
    const table = this.tables.get(view);
    if (table === undefined) throw new QueryError(`the store was not opened with a view ${view}`);
    return table;
  }

  private get channel(): string {
    return `keting_${this.options.district}`;
  }

  /** News after a position as far as no older transaction is still running, and whether more wait for one to end. */
  private async latest(after: Position, limit: number): Promise<Latest> {
    const { epoch, xid, seq } = readPosition(after);
    const rows = await this.ask('news', newsAfter, [epoch, xid, seq, limit]);
    const settled = rows.filter((row) => row['settled'] === true);
    return {
      news: settled.map(newsIn),
      position: lastPosition(settled) ?? after,
      waiting: settled.length < rows.length,
    };
  }

  /** Tells this process and the others; what happens while it is being told is told once more, not once for each. */
  private committed(): void {
    this.feed.wake();
    const { announcing } = this;
    announcing.again = true;
    if (announcing.running) return;
    announcing.running = true;
    const announce = async (): Promise<void> => {
      while (announcing.again) {
        announcing.again = false;
        await this.database.tell(this.channel);
      }
    };
    announce()
      .catch(this.options.onTrouble)
      .finally(() => {
        announcing.running = false;
      });
  }
}

const streamId = z.templateLiteral([z.string(), '/', z.string()]);
const claim = z.object({ key: z.string(), owner: streamId });
const committed = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('done') }),
  z.object({ outcome: z.literal('repeated'), receipt: z.unknown() }),
]);

/** Keeps receipts, and says whether all of them were new. */
const keepReceipts = `
  with given as (select * from jsonb_to_recordset($2::jsonb) as x(command uuid, receipt text)),
    kept as (
      insert into keting.commands (district, command, receipt)
        select $1, command, receipt::json from given on conflict do nothing returning 1
    )
  select (select count(*) from kept) = (select count(*) from given) as complete`;

/** Commits in pieces that a statement takes well. */
function chunks(commits: readonly Commit[]): readonly (readonly Commit[])[] {
  const size = 500;
  return Array.from({ length: Math.ceil(commits.length / size) }, (_, n) => commits.slice(n * size, (n + 1) * size));
}

/** Claims that two streams ask for in the same breath: the first has it. */
function doubleClaims(claims: readonly Claim[]): readonly Claim[] {
  const owners = new Map<string, StreamId>();
  return claims.flatMap(({ key, owner }) => {
    const first = owners.get(key) ?? owner;
    owners.set(key, first);
    return first === owner ? [] : [{ key, owner: first }];
  });
}

/** What comes after a position, and whether everything before it has come: no transaction that began earlier is running. */
const inOrder = (table: string, column: string): string => `
  select t.epoch, t.xid::text as xid, t.seq::text as seq, t.${column},
    (t.epoch < d.epoch or t.xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint) as settled
  from keting.${table} t, keting.districts d
  where t.district = $1 and d.district = $1 and (t.epoch, t.xid, t.seq) > ($2::integer, $3::bigint, $4::bigint)
  order by t.epoch, t.xid, t.seq limit $5`;
const eventsAfter = inOrder('events', 'event');
const newsAfter = inOrder('news', 'news');

// What the store reads back is what it wrote, whose shapes the port's types name.
const eventIn = ({ event }: SqlRow): Recorded => event as Recorded;
const newsIn = ({ news }: SqlRow): News => news as News;

const placeIn = (row: SqlRow): Place => ({
  epoch: Number(row['epoch']),
  xid: String(row['xid']),
  seq: String(row['seq']),
});

function lastPosition(rows: readonly SqlRow[]): Position | undefined {
  const last = rows[rows.length - 1];
  return last && positionOf(placeIn(last));
}

/** A row as it was put; of a counter, its columns less those that are missing. */
function rowIn({ view, kept }: Table, row: SqlRow): Readonly<Record<string, unknown>> {
  const written = row['$row'];
  // What was put under the view's name is a record of columns: `commitBody` lets nothing else in.
  if (view.kind === 'table') return written as Readonly<Record<string, unknown>>;
  return Object.fromEntries(kept.flatMap(({ name }) => (row[name] === null ? [] : [[name, row[name]]])));
}

async function databaseOf(connect: Connect, onTrouble: (trouble: unknown) => void): Promise<Database> {
  if ('database' in connect) return connect.database;
  return 'url' in connect ? pgDatabase({ ...connect, onTrouble }) : pgliteDatabase({ ...connect, onTrouble });
}

/**
 * Opens a store on PostgreSQL, and makes or brings up to date the tables that it needs. Rejects where the database cannot be
 * reached, was made by a later release, or is another process's (`FolderInUse`).
 */
export async function postgresStore(options: PostgresStoreOptions): Promise<PostgresStore> {
  const { connect, district, onTrouble } = options;
  if (!districtName.test(district))
    throw new TypeError(`a district is named by letters, digits and hyphens, not ${district}`);
  const database = await databaseOf(connect, onTrouble);
  const store = new SqlStore(database, options);
  try {
    await store.open();
  } catch (error) {
    if (!('database' in connect)) await database.close();
    throw error;
  }
  return store;
}
