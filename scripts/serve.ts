// A static server for what is built: no network, no cache to fool anybody, and as strict as a district's own server.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';

/** The content security policy under which everything has to work: nothing inline, nothing from elsewhere. */
export const strictPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** A running server; whoever started it closes it. */
export interface Serving {
  /** Its address, without a slash at the end: `http://localhost:4173`. */
  readonly url: string;
  close(): Promise<void>;
}

export interface ServeOptions {
  /** The port wanted; 0 (the default) takes any free one. A busy port gives way to the next, ten times at most. */
  readonly port?: number;
  /** The content security policy; without one, none is sent. */
  readonly policy?: string;
}

/** Serves a folder on this machine alone. */
export async function serve(folder: string, { port = 0, policy }: ServeOptions = {}): Promise<Serving> {
  const files = sirv(folder, { dev: true, etag: true });
  const server = createServer((request, response) => {
    if (policy !== undefined) response.setHeader('Content-Security-Policy', policy);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    files(request, response, () => {
      response.statusCode = 404;
      response.end();
    });
  });
  const listen = (candidate: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(candidate, '127.0.0.1', () => {
        server.off('error', reject);
        resolve();
      });
    });
  await listenNear(port, listen);
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${taken}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function listenNear(port: number, listen: (port: number) => Promise<void>): Promise<void> {
  for (let candidate = port; ; candidate += 1) {
    try {
      await listen(candidate);
      return;
    } catch (error) {
      const busy = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!busy || candidate - port >= 10) throw error;
    }
  }
}
