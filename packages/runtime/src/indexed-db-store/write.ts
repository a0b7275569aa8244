import type { Claim, RowWrite, StreamId } from '@keting/domain';
import type { Commit, Committed, Loaded, News, StreamAppend } from '../ports.ts';
import { takenOf } from '../store-parts/claims.ts';
import { mostKept, newsOf, seenBy } from '../store-parts/news.ts';
import { added, rowOf, type Row } from '../store-parts/row.ts';
import { rowsOf } from './schema.ts';
import { keptRow, storeKey, type Table } from './tables.ts';
import type { Transaction } from './transaction.ts';

type Writing = Transaction<'readwrite'>;

/** Requests that are made in this order. */
type Requests = readonly (() => Promise<unknown>)[];

type Streams = ReadonlyMap<StreamId, Loaded>;

export const unbegun: Loaded = { version: 0, state: undefined };

type Done = { readonly outcome: 'done' };
type Hindered = Exclude<Committed, Done>;

/** How a commit ended; where it holds, with its news and their position. */
export type Written =
  { readonly committed: Hindered } | { readonly committed: Done; readonly news: News; readonly position: number };

/** Those of the claims that another holds, the releases let go first. */
export async function takenIn(
  transaction: Transaction<'readonly'> | Writing,
  asked: readonly Claim[],
  releases: readonly string[],
): Promise<readonly Claim[]> {
  const claims = transaction.objectStore('claims');
  const owners = new Map(await Promise.all(asked.map(async ({ key }) => [key, await claims.get(key)] as const)));
  return takenOf(asked, releases, (key) => owners.get(key));
}

async function streamsOf(transaction: Writing, ids: readonly StreamId[]): Promise<Streams> {
  const streams = transaction.objectStore('streams');
  const load = async (id: StreamId) => [id, (await streams.get(id)) ?? unbegun] as const;
  return new Map(await Promise.all([...new Set(ids)].map(load)));
}

function moved(commit: Commit, streams: Streams): readonly StreamId[] {
  const changed = seenBy(commit).filter(({ stream, version }) => streams.get(stream)?.version !== version);
  return [...new Set(changed.map(({ stream }) => stream))];
}

/** Why a commit does not hold; undefined where it does. */
async function hindrance(transaction: Writing, commit: Commit, streams: Streams): Promise<Hindered | undefined> {
  const kept = commit.receipt === undefined ? undefined : await transaction.objectStore('receipts').get(commit.command);
  if (kept !== undefined) return { outcome: 'repeated', receipt: kept.receipt };
  const streamsMoved = moved(commit, streams);
  if (streamsMoved.length > 0) return { outcome: 'stale', streams: streamsMoved };
  const claims = await takenIn(transaction, commit.claims, commit.releases);
  return claims.length > 0 ? { outcome: 'taken', claims } : undefined;
}

/** A stream after what a commit adds to it. */
function wentOn(before: Loaded, { expected, events, state }: StreamAppend): Loaded {
  const model = before.model ?? events[0]?.model;
  const link = events[events.length - 1]?.link ?? before.link;
  return {
    version: expected + events.length,
    state,
    ...(model === undefined ? {} : { model }),
    ...(link === undefined ? {} : { link }),
  };
}

function recordRequests(transaction: Writing, { appends }: Commit, streams: Streams): Requests {
  return appends.flatMap((append) => [
    () => transaction.objectStore('streams').put(wentOn(streams.get(append.stream) ?? unbegun, append), append.stream),
    ...append.events.map((event) => () => transaction.objectStore('events').add(event)),
  ]);
}

function plainRequests(transaction: Writing, { command, receipt, claims, releases, contents }: Commit): Requests {
  return [
    ...(receipt === undefined ? [] : [() => transaction.objectStore('receipts').add({ receipt }, command)]),
    ...releases.map((key) => () => transaction.objectStore('claims').delete(key)),
    ...claims.map(
      ({ key, owner }) =>
        () =>
          transaction.objectStore('claims').put(owner, key),
    ),
    ...contents.map((content) => () => transaction.objectStore('contents').put(content, content.id)),
  ];
}

const nameOf = ({ view, key }: RowWrite): string => JSON.stringify([view, key]);

/** The rows that deltas add to, as they stand. */
async function rowsBefore(transaction: Writing, writes: readonly RowWrite[]): Promise<ReadonlyMap<string, Row>> {
  const deltas = new Map(writes.flatMap((write) => ('delta' in write ? [[nameOf(write), write] as const] : [])));
  const found = [...deltas].map(async ([name, { view, key }]) => {
    const kept = await transaction.objectStore(rowsOf(view)).get(storeKey(key));
    return kept === undefined ? [] : [[name, kept.row] as const];
  });
  return new Map((await Promise.all(found)).flat());
}

function rowAfter(write: RowWrite, before: Row | undefined): Row | undefined {
  if ('delta' in write) return added(before, write.delta);
  return 'drop' in write ? undefined : rowOf(write.view, write.put);
}

/** Each row that is written, as it is after all writes to it; undefined where it is no more. */
function rowsAfter(writes: readonly RowWrite[], before: ReadonlyMap<string, Row>) {
  const rows = new Map<string, { readonly view: string; readonly key: string; readonly row: Row | undefined }>();
  for (const write of writes) {
    const name = nameOf(write);
    const written = rows.get(name);
    const row = rowAfter(write, written === undefined ? before.get(name) : written.row);
    rows.set(name, { view: write.view, key: write.key, row });
  }
  return [...rows.values()];
}

async function rowRequests(
  transaction: Writing,
  writes: readonly RowWrite[],
  tableOf: (view: string) => Table,
): Promise<Requests> {
  const rows = rowsAfter(writes, await rowsBefore(transaction, writes));
  return rows.map(({ view, key, row }) => () => {
    const table = tableOf(view);
    const store = transaction.objectStore(table.store);
    return row === undefined ? store.delete(storeKey(key)) : store.put(keptRow(table, key, row), storeKey(key));
  });
}

/** Keeps the news of a commit, and no more than so many of those before it. Answers their position. */
async function keepNews(transaction: Writing, news: News): Promise<number> {
  const log = transaction.objectStore('news');
  const position = await log.add(news);
  await log.delete(IDBKeyRange.upperBound(position - mostKept));
  return position;
}

/** Writes a commit, or nothing where it does not hold. `tableOf` answers for every view that it writes rows of. */
export async function write(transaction: Writing, commit: Commit, tableOf: (view: string) => Table): Promise<Written> {
  const streams = await streamsOf(
    transaction,
    seenBy(commit).map(({ stream }) => stream),
  );
  const hindered = await hindrance(transaction, commit, streams);
  if (hindered !== undefined) return { committed: hindered };
  const requests = [
    ...recordRequests(transaction, commit, streams),
    ...plainRequests(transaction, commit),
    ...(await rowRequests(transaction, commit.rows, tableOf)),
  ];
  // A request that is refused at once rejects as one refused later does, so that none is left without who hears of it.
  await Promise.all(requests.map(async (request) => request()));
  const news = newsOf(commit);
  return { committed: { outcome: 'done' }, news, position: await keepNews(transaction, news) };
}
