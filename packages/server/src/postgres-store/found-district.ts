import { commandId, type View } from '@keting/domain';
import { memoryStore, newId, processNote, type Commit, type Store } from '@keting/runtime';
import type { PostgresStore } from './postgres-store.ts';

/** Everything that is done to a store, noted: its commits, the last number of each series, and the processes that ran. */
class Noted {
  readonly commits: Commit[] = [];
  readonly series = new Map<string, number>();
  readonly processes = new Set<string>();
  readonly store: Store;

  constructor(store: Store) {
    this.store = {
      load: (stream) => store.load(stream),
      receipt: (command) => store.receipt(command),
      history: (stream) => store.history(stream),
      changes: (after, limit) => store.changes(after, limit),
      news: (after, limit) => store.news(after, limit),
      position: () => store.position(),
      taken: (claims, releases) => store.taken(claims, releases),
      row: (view, key) => store.row(view, key),
      rows: (view, query, scope) => store.rows(view, query, scope),
      sum: (view, query, scope) => store.sum(view, query, scope),
      contents: (ids) => store.contents(ids),
      erase: (ids) => store.erase(ids),
      follow: (listener) => store.follow(listener),
      commit: async (commit) => {
        const ended = await store.commit(commit);
        // A commit without a receipt is the desk's own note of how far a process has read this store, and no other.
        if (commit.receipt === undefined) commit.rows.forEach(({ key }) => this.processes.add(key));
        else if (ended.outcome === 'done') this.commits.push(commit);
        return ended;
      },
      next: async (series) => {
        const number = await store.next(series);
        this.series.set(series, number);
        return number;
      },
    };
  }
}

/**
 * Founds a district in an empty store: `build` sets it up on a store in memory, where it is quick, and the outcome is taken over
 * as a whole or not at all. Processes that ran meanwhile have answered all there is by then (`desk.settled()`), and go on from
 * the end. Answers false, and builds nothing, where the store holds something already.
 */
export async function foundDistrict(
  store: PostgresStore,
  views: readonly View[],
  build: (store: Store) => Promise<void>,
): Promise<boolean> {
  const [first] = await store.streams('', 1);
  if (first !== undefined) return false;
  const noted = new Noted(memoryStore({ views }));
  await build(noted.store);
  await store.takeOver(noted.commits, noted.series);
  const position = await store.position();
  for (const name of noted.processes) await store.commit(processNote(name, position, commandId.parse(newId())));
  return true;
}
