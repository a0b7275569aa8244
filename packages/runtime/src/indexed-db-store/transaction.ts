/// <reference lib="dom" />
import type { IDBPTransaction } from 'idb';
import type { Schema, StoreName } from './schema.ts';

export type Transaction<Mode extends IDBTransactionMode> = IDBPTransaction<Schema, StoreName[], Mode>;

/**
 * Does some work in a transaction and answers once that holds. What the work throws undoes all of it, and rejects; so does
 * what the database could not keep. The work may wait for nothing but the database, or the transaction ends before it.
 */
export async function within<Mode extends IDBTransactionMode, Answer>(
  transaction: Transaction<Mode>,
  work: () => Promise<Answer>,
): Promise<Answer> {
  const working = work().catch((error: unknown) => {
    // Where the browser gave a transaction up, that says why; the requests in it only say that they were given up.
    if (transaction.error !== null) throw transaction.error;
    transaction.abort();
    throw error;
  });
  const [answer] = await Promise.all([working, transaction.done]);
  return answer;
}
