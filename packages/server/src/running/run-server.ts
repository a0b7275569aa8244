import type { PostgresStore } from '../postgres-store/index.ts';
import type { Config } from './config.ts';
import { listen, type Answer, type Listening } from './listen.ts';
import { createLog, type Log } from './log.ts';
import { createMetrics } from './metrics.ts';
import { Opened } from './opened.ts';
import { operationsApp, type Stage } from './operations-app.ts';
import { defaultBase, grace, openServedDesk, type ServedDesk } from './served-desk.ts';

/** A server that runs. */
export interface Running {
  readonly port: number;
  readonly operationsPort: number;
  /**
   * Takes no more requests, ends live streams, lets what runs end within ten seconds, stops the desk, lets what it does by
   * itself end within as long, and closes the store.
   * Called again it answers the same promise.
   */
  stop(): Promise<void>;
}

/** What a host adds to a server of its own. */
export interface Additions {
  readonly log?: Log;
  /** Done with the store before the desk opens: to found a district where there is none, with `foundDistrict`. */
  readonly prepare?: (store: PostgresStore) => Promise<void>;
  /**
   * Answers requests outside the desk's address: the pages of a portal. They are asked for before anybody has signed in.
   * `address` is of whoever is at the other end of the line.
   */
  readonly pages?: Answer;
  /** Done when the server is asked to stop, before it waits for requests to end: to end what `pages` holds open. */
  readonly stopping?: () => Promise<void>;
}

/**
 * Runs a desk over HTTP as a configuration says. The operations port answers first, so that whoever waits sees it start.
 * Rejects, with everything closed again, where a part cannot be opened.
 */
export async function runServer(config: Config, additions: Additions = {}): Promise<Running> {
  const { log = createLog(config.logLevel), prepare, pages, stopping } = additions;
  let stage: Stage = 'starting';
  let desk: ServedDesk | undefined;
  const metrics = createMetrics(() => desk?.listeners() ?? 0);
  const opened = new Opened();
  try {
    const ask = () => desk?.ping() ?? Promise.reject(new Error('the store is not open'));
    const operations = operationsApp({ stage: () => stage, ask, metrics });
    const operationsLine = await listen(config.operations, (request) => operations.fetch(request));
    opened.add(() => operationsLine.close(0));
    const served = await openServedDesk(config, { log, metrics, ...(prepare === undefined ? {} : { prepare }) });
    opened.add(() => served.close());
    desk = served;
    const line = await listen(config.listen, answerOf(served, pages));
    opened.add(() => line.close(grace));
    opened.add(() => served.endStreams());
    if (stopping !== undefined) opened.add(stopping);
    stage = 'running';
    log.info({ host: config.listen.host, port: line.port, district: config.district }, 'the desk is open');
    return running(line, operationsLine, opened, () => {
      stage = 'stopping';
      log.info({}, 'stopping');
    });
  } catch (error) {
    stage = 'stopping';
    await opened.close();
    throw error;
  }
}

const isDesks = ({ url }: Request): boolean => new URL(url).pathname.startsWith(`${defaultBase}/`);

const answerOf =
  (desk: ServedDesk, pages?: Answer): Answer =>
  (request, address) =>
    pages === undefined || isDesks(request) ? desk.answer(request, address) : pages(request, address);

function running(line: Listening, operations: Listening, opened: Opened, onStop: () => void): Running {
  let stopped: Promise<void> | undefined;
  return {
    port: line.port,
    operationsPort: operations.port,
    stop() {
      if (stopped === undefined) onStop();
      stopped ??= opened.close();
      return stopped;
    },
  };
}
