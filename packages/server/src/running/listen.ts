import { createAdaptorServer } from '@hono/node-server';
import type { Server } from 'node:http';
import type { Listen } from './config.ts';

/** Something that answers requests at a port. */
export interface Listening {
  readonly port: number;
  /** Takes no more requests, and ends when those that run have been answered, or are cut off after so many milliseconds. */
  close(within: number): Promise<void>;
}

/** Answers a request; `address` is of whoever is at the other end of the line. */
export type Answer = (request: Request, address: string | undefined) => Promise<Response> | Response;

/** Listens at a port; rejects where it cannot. */
export async function listen({ host, port }: Listen, answer: Answer): Promise<Listening> {
  let open = true;
  const server = createAdaptorServer({
    async fetch(request, { incoming }) {
      const response = await answer(request, incoming.socket.remoteAddress);
      // A line that is kept would hold up the end.
      if (!open) response.headers.set('connection', 'close');
      return response;
    },
  });
  if (!('closeAllConnections' in server)) throw new Error('a server of HTTP/1 was asked for');
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close(within) {
      open = false;
      return closed(server, within);
    },
  };
}

function closed(server: Server, within: number): Promise<void> {
  return new Promise((resolve) => {
    const cutOff = setTimeout(() => {
      server.closeAllConnections();
    }, within);
    server.close(() => {
      clearTimeout(cutOff);
      resolve();
    });
    server.closeIdleConnections();
  });
}
