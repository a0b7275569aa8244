import { contexts, processes } from '@keting/domain';
import { createDesk, newId, systemClock, type Files, type LocalDesk } from '@keting/runtime';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import type { DiskFiles } from '../files/disk-files.ts';
import { S3Error, type S3Files } from '../files/s3-files.ts';
import { claimedIn, sweepFiles } from '../files/sweep-files.ts';
import type { ServerApp } from '../http/options.ts';
import { serverApp } from '../http/server-app.ts';
import type { PostgresStore } from '../postgres-store/index.ts';
import { privateKeyFrom } from './checkpoint-files.ts';
import { writeCheckpoint } from './checkpoints.ts';
import { Clients } from './clients.ts';
import type { Config } from './config.ts';
import { calendar } from './calendar.ts';
import { filesFrom, openRecord, signInFrom } from './from-config.ts';
import { listen, type Listening } from './listen.ts';
import { loadModel } from './load-model.ts';
import { createLog, logRequest, logTrouble, type Log } from './log.ts';
import { countedDesk, timedStore } from './measured.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { operationsApp, type Stage } from './operations-app.ts';
import { repeat } from './repeat.ts';

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
  /** Answers requests outside the desk's address: the pages of a portal. They are asked for before anybody has signed in. */
  readonly pages?: (request: Request) => Promise<Response> | Response;
}

/** Where the desk's address begins, on the server's own. */
const defaultBase = '/keting/v1';

/** How long requests that run have to end, in milliseconds. */
const grace = 10_000;
const hour = 3_600_000;
/** How long news are kept for those who were away: whoever was longer reads anew what they show. */
const newsFor = 24 * hour;

/** What was opened, to be closed in the opposite order. */
class Opened {
  private readonly closers: (() => Promise<unknown>)[] = [];

  add(close: () => Promise<unknown>): void {
    this.closers.unshift(close);
  }

  /** Closes everything, even where one cannot be closed; then throws what the first of those threw. */
  async close(): Promise<void> {
    const failed: unknown[] = [];
    for (const close of this.closers.splice(0)) await close().catch((error: unknown) => failed.push(error));
    if (failed.length > 0) throw failed[0];
  }
}

/** What the parts of a server share. */
interface Parts {
  readonly config: Config;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly opened: Opened;
  readonly onTrouble: (trouble: unknown) => void;
}

/**
 * Runs a desk over HTTP as a configuration says. The operations port answers first, so that whoever waits sees it start.
 * Rejects, with everything closed again, where a part cannot be opened.
 */
export async function runServer(config: Config, additions: Additions = {}): Promise<Running> {
  const { log = createLog(config.logLevel), prepare, pages } = additions;
  let stage: Stage = 'starting';
  let app: ServerApp | undefined;
  let store: PostgresStore | undefined;
  const metrics = createMetrics(() => app?.listeners() ?? 0);
  const onTrouble = (trouble: unknown): void => {
    metrics.trouble();
    logTrouble(log, trouble);
  };
  const opened = new Opened();
  const parts: Parts = { config, log, metrics, opened, onTrouble };
  try {
    const ask = () => store?.ping() ?? Promise.reject(new Error('the store is not open'));
    const operations = operationsApp({ stage: () => stage, ask, metrics });
    const operationsLine = await opening(
      opened,
      listen(config.operations, (request) => operations.fetch(request)),
    );
    store = await openStore(parts);
    await prepare?.(store);
    const desk = await openDesk(parts, store);
    const clients = new Clients(config.behindProxy);
    const served = appOf(parts, store, desk, clients);
    app = served;
    const line = await listen(config.listen, (request, address) => {
      clients.note(request, address);
      if (pages !== undefined && !isDesks(request)) return pages(request);
      return served.fetch(request);
    });
    opened.add(() => line.close(grace));
    opened.add(() => served.close());
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

/** Notes how to close a line that is being opened. */
async function opening(opened: Opened, line: Promise<Listening>): Promise<Listening> {
  const found = await line;
  opened.add(() => found.close(0));
  return found;
}

async function openStore({ config, metrics, opened, onTrouble }: Parts): Promise<PostgresStore> {
  const store = await openRecord(config, onTrouble);
  opened.add(() => store.close());
  return timedStore(store, metrics);
}

/** Makes the desk, begins what it does by itself, and answers requests. */
async function openDesk(parts: Parts, store: PostgresStore): Promise<LocalDesk> {
  const { config, metrics, opened, onTrouble } = parts;
  const files = filesFrom(config.files);
  if (isKeptInBucket(files)) void tellOfOverwriting(files, parts);
  const model = await loadModel(config.model);
  const clock = systemClock;
  const desk = createDesk({ model, store, files, calendar, clock, newId, contexts, processes, onTrouble });
  const stop = desk.start();
  // The store is closed after this: what a process or the clock has begun is not cut off in the middle, unless it takes too long.
  opened.add(() => Promise.race([stop(), setTimeout(grace, undefined, { ref: false })]));
  await beginWork(parts, store, files);
  return countedDesk(desk, knownCommands, metrics);
}

const knownCommands: ReadonlySet<string> = new Set(contexts.flatMap(({ commands }) => Object.keys(commands)));

function appOf({ config, log, metrics }: Parts, store: PostgresStore, desk: LocalDesk, clients: Clients): ServerApp {
  return serverApp({
    basePath: defaultBase,
    desk,
    store,
    contexts,
    authenticate: signInFrom(config.signIn),
    limits: { requests: config.ratePerMinute, seconds: 60 },
    clientOf: clients.of,
    csrf: { secret: config.csrfSecret ?? randomBytes(32).toString('base64') },
    origins: config.origins,
    log,
    onRequest(answered) {
      metrics.request(answered);
      logRequest(log, answered);
    },
    isUnavailable: (error) => error instanceof S3Error || (error instanceof Error && error.name === 'TimeoutError'),
  });
}

/** What comes round while a server runs: old news go, files that nobody named go, checkpoints are written. */
async function beginWork({ config, log, metrics, opened, onTrouble }: Parts, store: PostgresStore, files: Files) {
  const begin = (every: number, work: () => Promise<unknown>): void => {
    opened.add(repeat(systemClock, { every, work, onTrouble }));
  };
  begin(hour, () => store.forgetNews(Date.now() - newsFor));
  if (isSwept(files))
    begin(24 * hour, async () => {
      const { length } = await sweepFiles(files, claimedIn(store), Date.now());
      if (length > 0) log.info({ count: length }, 'files that nobody named are gone');
    });
  const { key: path, folder } = config.checkpoints;
  if (path === undefined || folder === undefined) return;
  const key = privateKeyFrom(await readFile(path, 'utf8'));
  begin(hour, async () => {
    const written = await writeCheckpoint({ store, folder, key, district: config.district, now: Date.now });
    if (written === undefined) return;
    metrics.checkpoint(written.at);
    log.info({ sequence: written.sequence, streams: written.streams }, 'a checkpoint was written');
  });
}

/** Says so where a bucket would let a file be overwritten. Nobody waits: the store of objects may be away just now. */
async function tellOfOverwriting(files: S3Files, { log, onTrouble }: Parts): Promise<void> {
  try {
    if (await files.refusesOverwriting()) return;
    log.warn(
      {},
      'the object store ignores If-None-Match: of two different files put under one id at once either may stay',
    );
  } catch (trouble) {
    onTrouble(trouble);
  }
}

const isKeptInBucket = (files: Files): files is S3Files => 'refusesOverwriting' in files;
const isSwept = (files: Files): files is DiskFiles | S3Files => 'unclaimed' in files;
