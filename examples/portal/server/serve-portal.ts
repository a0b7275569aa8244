import { readConfig, runServer, type Running } from '@keting/server';
import { foundLuqiao } from './found-luqiao.ts';
import { pagesOf } from './pages.ts';

/** What the portal is served with. */
export interface PortalOptions {
  /** The folder that it was built into. */
  readonly folder: string;
  /** The content security policy of its pages. */
  readonly policy: string;
  /** Where the record is kept: a folder, for embedded PGlite; `DATABASE_URL` in the environment goes before it. */
  readonly data: string;
  /** The port wanted; 0 takes any that is free. */
  readonly port: number;
  /** Told when the district has to be set up first, which takes a while. */
  readonly onFounding?: () => void;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/**
 * The demonstration: the portal and its desk at one address, on this machine alone, where everyone is who they say they are.
 * The first time it sets up the sample district; from then on the record stays.
 */
export function servePortal({ folder, policy, data, port, onFounding, env = {} }: PortalOptions): Promise<Running> {
  const config = readConfig({
    LOG_LEVEL: 'warn',
    DATA_FOLDER: data,
    OPERATIONS_PORT: '0',
    RATE_PER_MINUTE: '100000',
    ...env,
    DISTRICT: 'luqiao',
    MODEL: 'luqiao',
    SIGN_IN: 'demo',
    HOST: '127.0.0.1',
    PORT: String(port),
  });
  if ('faults' in config) throw new Error(config.faults.map(({ name, wrong }) => `${name} ${wrong}`).join('\n'));
  return runServer(config, {
    async prepare(store) {
      await foundLuqiao(store, onFounding);
    },
    pages: pagesOf(folder, policy),
  });
}
