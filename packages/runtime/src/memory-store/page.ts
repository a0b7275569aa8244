import type { Page, Query, Scope } from '@keting/domain';
import type { Held } from '../store-parts/row.ts';
import { pageFrom, searchFor, sorted, worthSorting, type Search } from '../store-parts/search.ts';
import type { Index, IndexedRows } from './indexed-rows.ts';
import { findMoreThan, scanAll, scanInOrder } from './scan.ts';

function first(most: number, found: Iterable<Held>, passing: (held: Held) => boolean): readonly Held[] {
  const taken: Held[] = [];
  for (const held of found) {
    if (passing(held)) taken.push(held);
    if (taken.length === most) break;
  }
  return taken;
}

/**
 * Rows that pass, in order. Walks an index that has the order already, and stops when the page is full; sorts instead
 * where no index has the order, or where another leaves only a few rows to sort.
 */
function find(search: Search<Index>): readonly Held[] {
  const { walk, tight, tighter, down, limit, passing } = search;
  if (walk === undefined || (tighter && !findMoreThan(worthSorting, tight))) return sorted(scanAll(tight), search);
  return first(limit + 1, scanInOrder(walk, down), passing);
}

/** One page of a view. */
export function pageOf(rows: IndexedRows, query: Query, scope: Scope): Omit<Page<unknown>, 'contents'> {
  const search = searchFor(rows, query, scope);
  return pageFrom(find(search), search);
}
