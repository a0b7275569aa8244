import type { View } from '@keting/domain';
import { indexedDbStore, wipeIndexedDbStore, type IndexedDbStore } from '@keting/runtime';

const names = new Set<string>();
let made = 0;

/** A name that no other database has; `wipeAll` deletes what is kept under it. */
export function freshName(): string {
  made += 1;
  const name = `keting-test-${Date.now().toString(36)}-${made}`;
  names.add(name);
  return name;
}

/** Opens a store under a fresh name. */
export const openFresh = (views: readonly View[]): Promise<IndexedDbStore> =>
  indexedDbStore({ name: freshName(), views });

/** Deletes the databases of all fresh names; what is open on them is closed. */
export async function wipeAll(): Promise<void> {
  await Promise.all([...names].map((name) => wipeIndexedDbStore(name)));
  names.clear();
}
