import type { Recorded } from '@keting/domain';
import type { Store } from '@keting/runtime';

/** A store of which some answers are another's. */
export const storeWith = (store: Store, changed: Partial<Store>): Store => ({
  load: (stream) => store.load(stream),
  commit: (commit) => store.commit(commit),
  receipt: (command) => store.receipt(command),
  history: (stream) => store.history(stream),
  changes: (after, limit) => store.changes(after, limit),
  news: (after, limit) => store.news(after, limit),
  position: () => store.position(),
  row: (view, key) => store.row(view, key),
  rows: (view, query, scope) => store.rows(view, query, scope),
  sum: (view, query, scope) => store.sum(view, query, scope),
  contents: (ids) => store.contents(ids),
  erase: (ids) => store.erase(ids),
  next: (series) => store.next(series),
  taken: (claims, releases) => store.taken(claims, releases),
  follow: (listener) => store.follow(listener),
  ...changed,
});

/** A store in which commits of an event find its stream moved, as often as told. */
export const conflicting = (store: Store, type: string, left: { times: number }): Store =>
  storeWith(store, {
    commit(commit) {
      const [append] = commit.appends;
      if (append?.events[0]?.type !== type || left.times === 0) return store.commit(commit);
      left.times -= 1;
      return Promise.resolve({ outcome: 'stale', streams: [append.stream] });
    },
  });

/** The next event of a type, whoever brings it about. */
export const nextEvent = (store: Store, type: string): Promise<Recorded> =>
  new Promise((resolve) => {
    const stop = store.follow(({ events }) => {
      const found = events.find((event) => event.type === type);
      if (found === undefined) return;
      stop();
      resolve(
        store.history(found.stream).then((history) => history[found.version - 1] ?? Promise.reject(new Error('gone'))),
      );
    });
  });

/** Types of the events of a case, in order. */
export const eventsOf = async (store: Store, id: string): Promise<readonly string[]> =>
  (await store.history(`case/${id}`)).map(({ type }) => type);
