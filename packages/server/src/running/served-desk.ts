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
import type { DeskConfig } from './config.ts';
import { calendar } from './calendar.ts';
import { filesFrom, openRecord, signInFrom } from './from-config.ts';
import { loadModel } from './load-model.ts';
import { createLog, logRequest, logTrouble, type Log } from './log.ts';
import { countedDesk, timedStore } from './measured.ts';
import type { Metrics } from './metrics.ts';
import { modelsBefore } from './models-before.ts';
import { Opened } from './opened.ts';
import { repeat } from './repeat.ts';

/** A record that is open, and its desk, which answers requests at whatever port a host hands them over from. */
export interface ServedDesk {
  /** Answers a request under the desk's address; `address` is of whoever is at the other end of the line. Never rejects. */
  answer(request: Request, address?: string): Promise<Response>;
  /** Asks the store something small; rejects where it cannot answer. */
  ping(): Promise<unknown>;
  /** How many live streams are open. */
  listeners(): number;
  /** Ends live streams; those that are opened later end at once. A host does so before it waits for requests to end. */
  endStreams(): Promise<void>;
  /**
   * Lets what was asked be answered within ten seconds, ends live streams, stops the desk, lets what it does by itself end within
   * as long, and closes the store. Rejects where a part cannot be closed, with the others closed. Called again it answers the
   * same promise.
   */
  close(): Promise<void>;
}

/** How a host has a desk served. */
export interface ServedDeskOptions {
  /** Where the desk's address begins on the host's own: `/keting/v1` unless told. */
  readonly basePath?: string;
  /** Written to as the configuration's `logLevel` says, unless told. */
  readonly log?: Log;
  /** Counts and measures what is asked and done; nothing is measured without. */
  readonly metrics?: Metrics;
  /** Done with the store before the desk opens: to found a district where there is none, with `foundDistrict`. */
  readonly prepare?: (store: PostgresStore) => Promise<void>;
}

/** Where a desk's address begins unless told. */
export const defaultBase = '/keting/v1';

/** How long what runs has to end, in milliseconds. */
export const grace = 10_000;
const hour = 3_600_000;
/** How long news are kept for those who were away: whoever was longer reads anew what they show. */
const newsFor = 24 * hour;

/** What the parts of a served desk share. */
interface Parts {
  readonly config: DeskConfig;
  readonly log: Log;
  readonly metrics: Metrics | undefined;
  readonly opened: Opened;
  readonly onTrouble: (trouble: unknown) => void;
}

/**
 * Opens the record that a configuration names, with its desk, and listens nowhere: for a host with a server of its own, or with
 * several desks at one port. `runServer` is one such host. Rejects, with everything closed again, where a part cannot be opened.
 */
export async function openServedDesk(config: DeskConfig, options: ServedDeskOptions = {}): Promise<ServedDesk> {
  const { basePath = defaultBase, log = createLog(config.logLevel), metrics, prepare } = options;
  const opened = new Opened();
  const onTrouble = (trouble: unknown): void => {
    metrics?.trouble();
    logTrouble(log, trouble);
  };
  const parts: Parts = { config, log, metrics, opened, onTrouble };
  try {
    const store = await openStore(parts);
    await prepare?.(store);
    const desk = await openDesk(parts, store);
    const clients = new Clients(config.behindProxy);
    const app = appOf(parts, { basePath, store, desk, clientOf: clients.of });
    opened.add(() => app.close());
    return servedDesk(app, store, clients, opened);
  } catch (error) {
    await opened.close();
    throw error;
  }
}

function servedDesk(app: ServerApp, store: PostgresStore, clients: Clients, opened: Opened): ServedDesk {
  let closed: Promise<void> | undefined;
  const answers = new Set<Promise<Response>>();
  // A host that waits for its lines to end knows nothing of what was asked on a line that is gone.
  opened.add(() => Promise.race([Promise.all(answers), setTimeout(grace, undefined, { ref: false })]));
  return {
    async answer(request, address) {
      clients.note(request, address);
      const answer = app.fetch(request);
      answers.add(answer);
      try {
        return await answer;
      } finally {
        answers.delete(answer);
      }
    },
    ping: () => store.ping(),
    listeners: app.listeners,
    endStreams: app.close,
    close: () => (closed ??= opened.close()),
  };
}

async function openStore({ config, metrics, opened, onTrouble }: Parts): Promise<PostgresStore> {
  const store = await openRecord(config, onTrouble);
  opened.add(() => store.close());
  return metrics === undefined ? store : timedStore(store, metrics);
}

/** Makes the desk, and begins what it does by itself. */
async function openDesk(parts: Parts, store: PostgresStore): Promise<LocalDesk> {
  const { config, metrics, opened, onTrouble } = parts;
  const files = filesFrom(config.files);
  if (isKeptInBucket(files)) void tellOfOverwriting(files, parts);
  const model = await loadModel(config.model);
  const earlierModels = await modelsBefore(store, model, onTrouble);
  const clock = systemClock;
  const desk = createDesk({
    model,
    earlierModels,
    store,
    files,
    calendar,
    clock,
    newId,
    contexts,
    processes,
    onTrouble,
  });
  const stop = desk.start();
  // The store is closed after this: what a process or the clock has begun is not cut off in the middle, unless it takes too long.
  opened.add(() => Promise.race([stop(), setTimeout(grace, undefined, { ref: false })]));
  await beginWork(parts, store, files);
  return metrics === undefined ? desk : countedDesk(desk, knownCommands, metrics);
}

const knownCommands: ReadonlySet<string> = new Set(contexts.flatMap(({ commands }) => Object.keys(commands)));

/** What an app is made of beside the configuration. */
interface AppParts {
  readonly basePath: string;
  readonly store: PostgresStore;
  readonly desk: LocalDesk;
  readonly clientOf: (request: Request) => string | undefined;
}

function appOf({ config, log, metrics }: Parts, own: AppParts): ServerApp {
  return serverApp({
    ...own,
    contexts,
    authenticate: signInFrom(config.signIn),
    limits: { requests: config.ratePerMinute, seconds: 60 },
    csrf: { secret: config.csrfSecret ?? randomBytes(32).toString('base64') },
    origins: config.origins,
    log,
    onRequest(answered) {
      metrics?.request(answered);
      logRequest(log, answered);
    },
    isUnavailable: (error) => error instanceof S3Error || (error instanceof Error && error.name === 'TimeoutError'),
  });
}

/** What comes round while a desk is open: old news go, files that nobody named go, checkpoints are written. */
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
    metrics?.checkpoint(written.at);
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
