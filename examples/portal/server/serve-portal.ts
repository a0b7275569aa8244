import { readConfig, runServer, type Config, type Environment, type Running } from '@keting/server';
import { join } from 'node:path';
import { firstPlace } from '../src/setup/places.ts';
import { filesIn } from './files.ts';
import { foundPlace } from './found-place.ts';
import { pagesOf } from './pages.ts';
import { Places, type ConfigOf } from './places.ts';

/** What the portal is served with. */
export interface PortalOptions {
  /** The folder that it was built into. */
  readonly folder: string;
  /** The content security policy of its pages. */
  readonly policy: string;
  /** Where the records are kept: a folder, for embedded PGlite; `DATABASE_URL` in the environment goes before it. */
  readonly data: string;
  /** The port wanted; 0 takes any that is free. */
  readonly port: number;
  /** Told when the first district has to be set up first, which takes a while. */
  readonly onFounding?: () => void;
  readonly env?: Environment;
}

/**
 * The demonstration: the portal and the desks of its places at one address, on this machine alone, where everyone is who they say
 * they are. The first time it sets up the sample of the first place; the others follow when somebody asks for them. From then on
 * the records stay.
 */
export async function servePortal({
  folder,
  policy,
  data,
  port,
  onFounding,
  env = {},
}: PortalOptions): Promise<Running> {
  const common = {
    LOG_LEVEL: 'warn',
    DATA_FOLDER: data,
    OPERATIONS_PORT: '0',
    RATE_PER_MINUTE: '100000',
    ...env,
    SIGN_IN: 'demo',
    HOST: '127.0.0.1',
    PORT: String(port),
  };
  const first = configOf({ ...common, DISTRICT: firstPlace, MODEL: firstPlace });
  const places = new Places(beside(first, common));
  const pages = pagesOf(folder, policy);
  const running = await runServer(first, {
    async prepare(store) {
      await foundPlace(store, firstPlace, { files: filesIn(first.files), ...(onFounding && { onFounding }) });
    },
    pages: async (request, address) => (await places.answer(request, address)) ?? pages(request),
    stopping: () => places.endStreams(),
  });
  return { ...running, stop: () => running.stop().finally(() => places.close()) };
}

function configOf(env: Environment): Config {
  const config = readConfig(env);
  if ('faults' in config) throw new Error(config.faults.map(({ name, wrong }) => `${name} ${wrong}`).join('\n'));
  return config;
}

/** The other places keep what they have beside the first, each in a folder of its own, or in the same database. */
const beside =
  ({ dataFolder, checkpoints }: Config, env: Environment): ConfigOf =>
  (place) =>
    configOf({
      ...env,
      DATA_FOLDER: join(dataFolder, 'places', place),
      // What no record of a place names is swept from under its prefix.
      S3_PREFIX: `${env['S3_PREFIX'] ?? ''}${place}/`,
      ...(checkpoints.folder === undefined ? {} : { CHECKPOINT_FOLDER: join(checkpoints.folder, place) }),
      DISTRICT: place,
      MODEL: place,
    });
