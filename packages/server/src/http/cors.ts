import { actorHeader, csrfHeader, receiptHeader } from '@keting/runtime/wire';
import { requestIdHeader } from './answers.ts';

/** What pages of other origins may do. */
export interface OtherOrigins {
  /** The answer to a browser that asks beforehand for a page of one of the origins. It carries no sign-in, and opens nothing. */
  preflight(request: Request): Response | undefined;
  /** Adds to an answer that the asking page may read it, where its origin is one of them. */
  open(request: Request, response: Response): void;
}

const asks = ['authorization', 'content-type', 'last-event-id', actorHeader, csrfHeader, receiptHeader].join(', ');

/** Opens a desk to pages of exactly these origins, by name, never to all. */
export function otherOrigins(origins: readonly string[]): OtherOrigins {
  const open: ReadonlySet<string> = new Set(origins);
  if (open.has('*')) throw new TypeError('an origin is named: * would let in every page');
  const named = (request: Request): string | undefined => {
    const origin = request.headers.get('origin');
    return origin !== null && open.has(origin) ? origin : undefined;
  };
  return {
    preflight(request) {
      const isOne = request.method === 'OPTIONS' && request.headers.has('access-control-request-method');
      if (!isOne || named(request) === undefined) return undefined;
      const headers = {
        'access-control-allow-headers': asks,
        'access-control-allow-methods': 'GET, POST, PUT',
        'access-control-max-age': '600',
      };
      return new Response(null, { status: 204, headers });
    },
    open(request, response) {
      if (open.size > 0) response.headers.append('vary', 'origin');
      const origin = named(request);
      if (origin === undefined) return;
      response.headers.set('access-control-allow-origin', origin);
      response.headers.set('access-control-allow-credentials', 'true');
      response.headers.set('access-control-expose-headers', `retry-after, ${requestIdHeader}`);
    },
  };
}
