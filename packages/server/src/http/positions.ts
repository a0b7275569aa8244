import { QueryError, type Position, type Store, type Told } from '@keting/runtime';

/** How stores name places in their record: numbers, the weightier first. */
const form = /^\d{1,18}(\.\d{1,18}){0,3}$/;

/** Whether a place comes after another. */
function isAfter(one: Position, other: Position): boolean {
  const others = other.split('.').map(BigInt);
  for (const [i, number] of one.split('.').map(BigInt).entries()) {
    const against = others[i] ?? 0n;
    if (number !== against) return number > against;
  }
  return false;
}

/** What comes after a place, where a store can tell: one that it never named, or that lies ahead of it, is none of its own. */
export async function newsAfter(store: Store, after: Position, limit: number): Promise<Told | undefined> {
  if (!form.test(after) || isAfter(after, await store.position())) return undefined;
  try {
    const told = await store.news(after, limit);
    return told.complete ? told : undefined;
  } catch (thrown) {
    if (thrown instanceof QueryError) return undefined;
    throw thrown;
  }
}
