import type { Store } from '@keting/runtime';
import type { Scheduler } from 'fast-check';

/**
 * A store whose every answer waits for the scheduler, so that commands that are sent together interleave in whatever order
 * fast-check tries. Each answer is still that of one instant, as a database gives it.
 */
export const interleaved =
  (scheduler: Scheduler) =>
  (store: Store): Store => ({
    load: scheduler.scheduleFunction((stream) => store.load(stream)),
    commit: scheduler.scheduleFunction((commit) => store.commit(commit)),
    receipt: (command) => store.receipt(command),
    history: (stream) => store.history(stream),
    changes: (after, limit) => store.changes(after, limit),
    news: (after, limit) => store.news(after, limit),
    position: () => store.position(),
    row: (view, key) => store.row(view, key),
    rows: scheduler.scheduleFunction((view, query, scope) => store.rows(view, query, scope)),
    sum: (view, query, scope) => store.sum(view, query, scope),
    contents: (ids) => store.contents(ids),
    erase: (ids) => store.erase(ids),
    next: (series) => store.next(series),
    taken: (claims, releases) => store.taken(claims, releases),
    follow: (listener) => store.follow(listener),
  });
