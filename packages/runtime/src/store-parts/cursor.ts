import type { Order } from '@keting/domain';
import { QueryError } from '../query-error.ts';
import type { Held } from './row.ts';

/** The last row of a page, as far as the order sees it: it need not be there any more when the next page is asked for. */
export interface Last {
  readonly values: ReadonlyMap<string, unknown>;
  readonly key: string;
}

type Plain = string | number | boolean | null;

const isPlain = (value: unknown): value is Plain =>
  value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

const plain = (value: unknown): Plain => (isPlain(value) ? value : null);

/** Says which order a cursor belongs to. */
const signature = (order: readonly Order[]): string =>
  order.map(({ by, down }) => (down === true ? `-${by}` : by)).join();

export const cursorAfter = ({ key, row }: Held, order: readonly Order[]): string =>
  JSON.stringify([signature(order), key, ...order.map(({ by }) => plain(row[by]))]);

function parse(cursor: string): unknown {
  try {
    return JSON.parse(cursor);
  } catch {
    return undefined;
  }
}

/** Reads a cursor. A text that no page of this order ended with is a `QueryError`. */
export function readCursor(cursor: string, order: readonly Order[]): Last {
  const read = parse(cursor);
  const parts: readonly unknown[] = Array.isArray(read) ? read : [];
  const [asked, key, ...values] = parts;
  if (
    asked !== signature(order) ||
    typeof key !== 'string' ||
    values.length !== order.length ||
    !values.every(isPlain)
  ) {
    throw new QueryError('the cursor is not of this query');
  }
  return { key, values: new Map(order.map(({ by }, i) => [by, values[i]])) };
}
