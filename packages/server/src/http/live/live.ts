import type { Handler } from '../asked.ts';
import { followedViews } from '../news.ts';
import type { ServedViews } from '../views.ts';
import { WireProblem } from '../wire-problem.ts';
import type { LiveHub } from './hub.ts';

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  // Proxies of the kind of nginx hand on what comes at once, where they are told to.
  'x-accel-buffering': 'no',
};

/** News as they come, as server-sent events, until the sign-in ends or the stream has lasted its time. */
export const live =
  (served: ServedViews, hub: LiveHub): Handler =>
  ({ desk, url, request, signedIn, counted }) => {
    const views = followedViews(served, url);
    if (views.length === 0) throw new WireProblem('query-invalid');
    const after = request.headers.get('last-event-id') ?? url.searchParams.get('after') ?? undefined;
    const { expires } = signedIn;
    const stream = hub.open({ desk, views, counted, after, expires, signal: request.signal });
    return Promise.resolve(new Response(stream, { headers }));
  };
