import type { CommandId, Content, RowWrite, StreamId, View } from '@keting/domain';
import type { Commit, Committed, Position, Store } from '../ports.ts';
import { QueryError } from '../query-error.ts';
import { leaveUnhandled, seenBy } from '../store-parts/news.ts';
import { rowOf } from '../store-parts/row.ts';
import { Claims } from './claims.ts';
import { frozen } from './frozen.ts';
import { IndexedRows } from './indexed-rows.ts';
import { NewsLog } from './news-log.ts';
import { pageOf } from './page.ts';
import { Streams } from './streams.ts';
import { sumsOf } from './sums.ts';

/** What a store in memory is opened with. */
export interface MemoryStoreOptions {
  /** Every view whose rows are written or asked for. */
  readonly views: readonly View[];
  /** Told of what a follower threw; the commit holds all the same. Without it the error ends up unhandled, in full view. */
  readonly onError?: (error: unknown) => void;
}

/** Answers as the port promises to; what `answer` throws rejects. The work itself is done at once, in one go. */
const promised = <Answer>(answer: () => Answer): Promise<Answer> =>
  new Promise((resolve) => {
    resolve(answer());
  });

/**
 * A store in memory: for tests, for a demonstration, for a page that keeps nothing. What is handed to it, and what it
 * hands back, is frozen. A command costs O(log n) in the rows held, a page what it shows where an index serves it.
 */
class MemoryStore implements Store {
  private readonly streams = new Streams();
  private readonly claims = new Claims();
  private readonly receipts = new Map<CommandId, unknown>();
  private readonly kept = new Map<string, Content>();
  private readonly series = new Map<string, number>();
  private readonly tables: ReadonlyMap<string, IndexedRows>;
  private readonly newsLog: NewsLog;

  constructor({ views, onError = leaveUnhandled }: MemoryStoreOptions) {
    this.tables = new Map(views.map((view) => [view.name, new IndexedRows(view)]));
    this.newsLog = new NewsLog(onError);
  }

  load(stream: StreamId) {
    return promised(() => this.streams.load(stream));
  }

  commit(commit: Commit) {
    return promised(() => this.commitNow(commit));
  }

  receipt(command: CommandId) {
    return promised(() => this.receipts.get(command));
  }

  history(stream: StreamId) {
    return promised(() => this.streams.history(stream));
  }

  changes(after: Position, limit: number) {
    return promised(() => this.streams.changes(after, limit));
  }

  news(after: Position, limit: number) {
    return promised(() => this.newsLog.after(after, limit));
  }

  position() {
    return promised(() => this.newsLog.position());
  }

  taken(...[claims, releases]: Parameters<Store['taken']>) {
    return promised(() => this.claims.taken(claims, releases));
  }

  row(view: string, key: string) {
    return promised<unknown>(() => this.table(view).get(key));
  }

  rows(...[view, query, scope]: Parameters<Store['rows']>) {
    return promised(() => pageOf(this.table(view.name), query, scope));
  }

  sum(...[view, query, scope]: Parameters<Store['sum']>) {
    return promised(() => sumsOf(this.table(view.name), query, scope));
  }

  contents(ids: readonly string[]) {
    return promised(() => {
      const found = ids.flatMap((id) => this.kept.get(id) ?? []);
      return Object.fromEntries(found.map(({ id, value }) => [id, value]));
    });
  }

  erase(ids: readonly string[]) {
    return promised(() => {
      ids.forEach((id) => this.kept.delete(id));
    });
  }

  next(series: string) {
    return promised(() => {
      const number = (this.series.get(series) ?? 0) + 1;
      this.series.set(series, number);
      return number;
    });
  }

  follow(tell: Parameters<Store['follow']>[0]): () => void {
    return this.newsLog.follow(tell);
  }

  private table(view: string): IndexedRows {
    const table = this.tables.get(view);
    if (table === undefined) throw new QueryError(`the store was not opened with a view ${view}`);
    return table;
  }

  private commitNow(commit: Commit): Committed {
    const hindrance = this.hindrance(commit);
    if (hindrance !== undefined) return hindrance;
    this.check(commit.rows);
    this.apply(commit);
    this.newsLog.add(commit);
    return { outcome: 'done' };
  }

  /** Why a commit does not hold; nothing has been changed by then. */
  private hindrance(commit: Commit): Committed | undefined {
    const { command, receipt, claims, releases } = commit;
    if (receipt !== undefined && this.receipts.has(command))
      return { outcome: 'repeated', receipt: this.receipts.get(command) };
    const moved = seenBy(commit).filter(({ stream, version }) => this.streams.version(stream) !== version);
    if (moved.length > 0) return { outcome: 'stale', streams: [...new Set(moved.map(({ stream }) => stream))] };
    const taken = this.claims.taken(claims, releases);
    return taken.length > 0 ? { outcome: 'taken', claims: taken } : undefined;
  }

  /** Throws before anything is written, so that a wrong write leaves no half of a commit. */
  private check(rows: readonly RowWrite[]): void {
    for (const write of rows) {
      this.table(write.view);
      if ('put' in write) rowOf(write.view, write.put);
    }
  }

  private apply({ command, receipt, appends, claims, releases, rows, contents }: Commit): void {
    if (receipt !== undefined) this.receipts.set(command, frozen(receipt));
    appends.forEach((append) => this.streams.append(append));
    this.claims.apply(claims, releases);
    rows.forEach((write) => this.write(write));
    contents.forEach((content) => this.kept.set(content.id, content));
  }

  private write(write: RowWrite): void {
    const table = this.table(write.view);
    if ('delta' in write) table.add(write.delta);
    else if ('drop' in write) table.drop(write.key);
    else table.put(write.key, rowOf(write.view, write.put));
  }
}

/** Opens an empty store in memory. */
export const memoryStore = (options: MemoryStoreOptions): Store => new MemoryStore(options);
