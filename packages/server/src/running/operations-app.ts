import { Hono } from 'hono';
import type { Metrics } from './metrics.ts';

/** Where a server is in its life. Requests are taken only while it is `running`. */
export type Stage = 'starting' | 'running' | 'stopping';

/** What those who run a server may learn, and how it is found out. */
export interface OperationsOptions {
  /** Where the server is in its life now. */
  readonly stage: () => Stage;
  /** Asks the store something small; rejects where it cannot answer. */
  readonly ask: () => Promise<unknown>;
  readonly metrics: Pick<Metrics, 'text' | 'contentType'>;
  /** How long the store may take to answer, in milliseconds: 2,000 unless told. */
  readonly within?: number;
}

/**
 * What those who run a server ask, on a port of its own: `/health`, the process is alive; `/ready`, it takes requests and its
 * store answers, else 503; `/metrics`. It tells nothing of persons and asks nobody who they are: no outsider should reach it.
 */
export function operationsApp({ stage, ask, metrics, within = 2000 }: OperationsOptions): Hono {
  const app = new Hono();
  app.get('/health', (context) => context.json({ alive: true }));
  app.get('/ready', async (context) => {
    const why = stage() === 'running' ? await silence(ask, within) : stage();
    return why === undefined ? context.json({ ready: true }) : context.json({ ready: false, why }, 503);
  });
  app.get('/metrics', async (context) =>
    context.body(await metrics.text(), 200, { 'content-type': metrics.contentType }),
  );
  return app;
}

/** Why the store gives no answer: it is too slow, or fails; undefined where it answers. */
async function silence(ask: () => Promise<unknown>, within: number): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, within, 'the store does not answer in time');
  });
  const answer = ask().then(
    () => undefined,
    () => 'the store fails',
  );
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
