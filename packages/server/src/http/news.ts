import type { View } from '@keting/domain';
import type { Store } from '@keting/runtime';
import { mostAtOnce } from '@keting/runtime/wire';
import { json } from './answers.ts';
import type { Handler } from './asked.ts';
import { newsAfter } from './positions.ts';
import { viewNamed, type ServedViews } from './views.ts';
import { WireProblem } from './wire-problem.ts';

/** Commits whose news are handed out at a time; whoever asks goes on from where they end. */
const batch = 1000;

/** The views that a request follows, each once and in one order; refused where there are too many, or one is not there. */
export function followedViews(served: ServedViews, { searchParams }: URL): readonly View[] {
  const named = (searchParams.get('views') ?? '').split(',').filter((name) => name !== '');
  const names = [...new Set(named)].sort();
  if (names.length > mostAtOnce) throw new WireProblem('query-invalid');
  return names.map((name) => viewNamed(served, name));
}

/** News since a position, as far as whoever asks may know; without a position where news stand now. */
export const news =
  (served: ServedViews, store: Store): Handler =>
  async ({ desk, url }) => {
    const views = followedViews(served, url);
    const after = url.searchParams.get('after');
    const now = await store.position();
    if (after === null) return json({ news: {}, position: now, complete: true });
    const told = await newsAfter(store, after, batch);
    if (told === undefined) return json({ news: {}, position: now, complete: false });
    const seen = await desk.audience().seen(told.news, views);
    return json({ news: seen, position: told.position, complete: true });
  };
