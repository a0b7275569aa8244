import type { Position, Told } from '../ports.ts';
import type { Transaction } from './transaction.ts';

/** The most that the database can be asked for at once. */
const most = 2 ** 32 - 1;

/** What is kept under numbers that count up from 1. */
interface Log<Entry> {
  getAll(range: IDBKeyRange, most: number): Promise<readonly Entry[]>;
  getAllKeys(range: IDBKeyRange, most: number): Promise<readonly number[]>;
}

/** Entries after a position, at most `limit`, with the position to go on from. */
export async function entriesAfter<Entry>(
  log: Log<Entry>,
  after: Position,
  limit: number,
): Promise<{ readonly entries: readonly Entry[]; readonly position: Position }> {
  // To the database, a limit of none means no limit.
  if (limit < 1) return { entries: [], position: after };
  const range = IDBKeyRange.lowerBound(Number(after), true);
  const count = Math.min(limit, most);
  const [entries, keys] = await Promise.all([log.getAll(range, count), log.getAllKeys(range, count)]);
  return { entries, position: String(keys[keys.length - 1] ?? after) };
}

/** Position of the last commit, 0 before the first. */
export async function newest(transaction: Transaction<'readonly'>): Promise<number> {
  const last = await transaction.objectStore('news').openKeyCursor(null, 'prev');
  return last?.key ?? 0;
}

export async function newsAfter(transaction: Transaction<'readonly'>, after: Position, limit: number): Promise<Told> {
  const log = transaction.objectStore('news');
  const oldest = await log.openKeyCursor();
  const { entries, position } = await entriesAfter(log, after, limit);
  return { news: entries, position, complete: Number(after) >= (oldest?.key ?? 1) - 1 };
}
