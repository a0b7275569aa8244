import type { CommandId, Recorded, RowWrite, StreamId, View } from '@keting/domain';
import type { Commit, Committed, Position, Store } from '../ports.ts';
import { QueryError } from '../query-error.ts';
import { leaveUnhandled } from '../store-parts/news.ts';
import { rowOf } from '../store-parts/row.ts';
import { passes, pageFrom, searchFor, tightPlans } from '../store-parts/search.ts';
import { checkSum, Totals } from '../store-parts/totals.ts';
import { deleteDatabase, openDatabase, type Database } from './database.ts';
import { Followers } from './followers.ts';
import { entriesAfter, newest, newsAfter } from './log.ts';
import type { StoreName } from './schema.ts';
import { storeKey, tableOf, type Table } from './tables.ts';
import { within, type Transaction } from './transaction.ts';
import { find, walkAll } from './walk.ts';
import { takenIn, unbegun, write } from './write.ts';

/** What a store in IndexedDB is opened with. */
export interface IndexedDbStoreOptions {
  /** Name of the database. Tabs that open one name share one record. */
  readonly name: string;
  /**
   * Every view whose rows are written or asked for. A release may add views, change the indexes of those it had, and how
   * their rows are made, where it counts up their `version`: rows are then made anew from the record.
   */
  readonly views: readonly View[];
  /** An event in the shape that it has now, to make rows of: `upcasterOf(contexts)`. As it was written unless told. */
  readonly asOfNow?: (event: Recorded) => Recorded;
  /** Told of what a follower threw, and of news that could not be read. Without it errors end up unhandled, in full view. */
  readonly onError?: (error: unknown) => void;
}

/** A store that can be closed: whatever it is asked from then on rejects. */
export interface IndexedDbStore extends Store {
  /** Ends the connection, once the commits that run have ended. Nobody is told of anything any more. */
  close(): Promise<void>;
}

const everyCommit: readonly StoreName[] = ['streams', 'events', 'receipts', 'claims', 'contents', 'news'];

const channelOf = (name: string): string => `keting/${name}`;

class DatabaseStore implements IndexedDbStore {
  private readonly database: Database;
  private readonly tables: ReadonlyMap<string, Table>;
  private readonly followers: Followers;
  private readonly channel: BroadcastChannel;
  private running: Promise<unknown> = Promise.resolve();

  constructor(database: Database, tables: readonly Table[], told: number, onError: (error: unknown) => void) {
    this.database = database;
    this.tables = new Map(tables.map((table) => [table.name, table]));
    this.followers = new Followers(told, (after, count) => this.news(String(after), count), onError);
    this.channel = new BroadcastChannel(channelOf(database.name));
    this.channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (typeof data === 'number') this.followers.hear(data);
    };
    database.addEventListener('versionchange', () => void this.close());
  }

  async load(stream: StreamId) {
    return (await this.database.get('streams', stream)) ?? unbegun;
  }

  commit(commit: Commit) {
    const committing = this.commitNow(commit);
    this.running = Promise.allSettled([this.running, committing]);
    return committing;
  }

  async receipt(command: CommandId) {
    return (await this.database.get('receipts', command))?.receipt;
  }

  history(stream: StreamId) {
    const range = IDBKeyRange.bound([stream, 0], [stream, Infinity]);
    return this.database.getAllFromIndex('events', 'stream', range);
  }

  changes(after: Position, limit: number) {
    return this.reading(['events'], async (transaction) => {
      const { entries, position } = await entriesAfter(transaction.objectStore('events'), after, limit);
      return { events: entries, position };
    });
  }

  news(after: Position, limit: number) {
    return this.reading(['news'], (transaction) => newsAfter(transaction, after, limit));
  }

  async position() {
    return String(await this.reading(['news'], newest));
  }

  taken(...[claims, releases]: Parameters<Store['taken']>) {
    return this.reading(['claims'], (transaction) => takenIn(transaction, claims, releases));
  }

  async row(view: string, key: string): Promise<unknown> {
    return (await this.database.get(this.table(view).store, storeKey(key)))?.row;
  }

  async rows(...[view, query, scope]: Parameters<Store['rows']>) {
    const table = this.table(view.name);
    const search = searchFor(table, query, scope);
    const found = await this.reading([table.store], (transaction) =>
      find(transaction.objectStore(table.store), search),
    );
    return pageFrom(found, search);
  }

  async sum(...[view, query, scope]: Parameters<Store['sum']>) {
    const table = this.table(view.name);
    checkSum(table, query, scope);
    const plans = tightPlans(table, query.where ?? {}, scope);
    const passing = passes(query.where, scope);
    const totals = new Totals(query);
    await this.reading([table.store], async (transaction) => {
      const found = walkAll(transaction.objectStore(table.store), plans);
      for await (const held of found) if (passing(held)) totals.add(held.row);
    });
    return totals.sums();
  }

  async contents(ids: readonly string[]) {
    const found = await this.reading(['contents'], (transaction) =>
      Promise.all(ids.map((id) => transaction.objectStore('contents').get(id))),
    );
    const there = found.flatMap((content) => content ?? []);
    return Object.fromEntries(there.map(({ id, value }) => [id, value]));
  }

  async erase(ids: readonly string[]) {
    await this.writing(['contents'], (transaction) =>
      Promise.all(ids.map((id) => transaction.objectStore('contents').delete(id))),
    );
  }

  next(series: string) {
    return this.writing(['series'], async (transaction) => {
      const numbers = transaction.objectStore('series');
      const number = ((await numbers.get(series)) ?? 0) + 1;
      await numbers.put(number, series);
      return number;
    });
  }

  follow(tell: Parameters<Store['follow']>[0]): () => void {
    return this.followers.follow(tell);
  }

  async close() {
    this.database.close();
    await this.running;
    this.channel.close();
  }

  private table(view: string): Table {
    const table = this.tables.get(view);
    if (table === undefined) throw new QueryError(`the store was not opened with a view ${view}`);
    return table;
  }

  private async commitNow(commit: Commit): Promise<Committed> {
    const stores = this.storesOf(commit.rows);
    const written = await this.writing([...everyCommit, ...stores], (transaction) =>
      write(transaction, commit, (view) => this.table(view)),
    );
    if (!('news' in written)) return written.committed;
    this.followers.hear(written.position, written.news);
    this.channel.postMessage(written.position);
    return written.committed;
  }

  /** Where rows are to be written. Throws before anything is, where a write is wrong. */
  private storesOf(rows: readonly RowWrite[]): readonly StoreName[] {
    for (const row of rows) if ('put' in row) rowOf(row.view, row.put);
    return [...new Set(rows.map(({ view }) => this.table(view).store))];
  }

  private async reading<Answer>(
    stores: readonly StoreName[],
    work: (transaction: Transaction<'readonly'>) => Promise<Answer>,
  ): Promise<Answer> {
    const transaction = this.database.transaction([...stores], 'readonly');
    return within(transaction, () => work(transaction));
  }

  private async writing<Answer>(
    stores: readonly StoreName[],
    work: (transaction: Transaction<'readwrite'>) => Promise<Answer>,
  ): Promise<Answer> {
    const transaction = this.database.transaction([...stores], 'readwrite');
    return within(transaction, () => work(transaction));
  }
}

/**
 * Opens a store in the browser's own database, made where there is none: for a desk in a page that keeps its record on this
 * machine. Tabs share it, and each hears what the others commit. What it hands out are copies. Rejects with the browser's
 * own error where that keeps nothing or has no room left.
 *
 * A tab that opens it with views that are new, or made or indexed in another way, and `wipeIndexedDbStore`, close it in every other
 * tab: those have an older release, or nothing to show.
 */
export async function indexedDbStore({
  name,
  views,
  asOfNow = (event) => event,
  onError = leaveUnhandled,
}: IndexedDbStoreOptions): Promise<IndexedDbStore> {
  const tables = views.map(tableOf);
  const database = await openDatabase(name, { tables, asOfNow });
  const transaction = database.transaction(['news'], 'readonly');
  const told = await within(transaction, () => newest(transaction));
  return new DatabaseStore(database, tables, told, onError);
}

/** Deletes all that a store of that name keeps, as at sign-out. Stores that are open on it, in any tab, are closed. */
export const wipeIndexedDbStore = (name: string): Promise<void> => deleteDatabase(name);
