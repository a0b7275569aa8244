import type { WireProblem } from './wire-problem.ts';

/** A policy under which a browser that is led to an answer runs and shows nothing of it. */
const nothingRuns = "default-src 'none'; frame-ancestors 'none'";

/** What every answer says, unless it says otherwise itself. */
const safeHeaders: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': nothingRuns,
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

export const requestIdHeader = 'keting-request-id';

/** Adds to an answer what every answer says. */
export function secured(response: Response, requestId: string): Response {
  for (const [name, value] of Object.entries(safeHeaders)) {
    if (!response.headers.has(name)) response.headers.set(name, value);
  }
  response.headers.set(requestIdHeader, requestId);
  return response;
}

export const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json; charset=utf-8' } });

export function problemAnswer({ code, status, retryAfter }: WireProblem): Response {
  const response = json({ code }, status);
  if (retryAfter !== undefined) response.headers.set('retry-after', String(retryAfter));
  return response;
}
