import pg from 'pg';
import type { Database, SqlRow, Statement } from './database.ts';

/** How a server of PostgreSQL is reached. */
export interface PgOptions {
  /** `postgres://user:password@host:port/database`. */
  readonly url: string;
  /** The most connections at a time; 10 unless told. */
  readonly connections?: number;
  /** Told of a connection that broke while nobody used it. */
  readonly onTrouble: (trouble: unknown) => void;
}

/** A question that takes longer is a mistake, and would hold up everybody. Milliseconds. */
const longestStatement = 60_000;
/** Until a lost line to the server is tried again, in milliseconds. */
const pause = 1_000;

/** Listens on a connection of its own, and again after it broke: what was said meanwhile is made good by calling. */
class Listener {
  private client: pg.Client | undefined;
  private ended = false;
  private readonly options: PgOptions;
  private readonly channel: string;
  private readonly heard: () => void;

  constructor(options: PgOptions, channel: string, heard: () => void) {
    this.options = options;
    this.channel = channel;
    this.heard = heard;
  }

  async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.options.url, keepAlive: true });
    client.on('error', (trouble) => {
      if (!this.ended) this.options.onTrouble(trouble);
    });
    client.on('notification', this.heard);
    await client.connect();
    await client.query(`listen ${pg.escapeIdentifier(this.channel)}`);
    this.client = client;
    // Only a line that has stood is tried again from here: one that never stood is whoever asked's to try again.
    client.on('end', () => this.tryAgain());
    this.heard();
  }

  async end(): Promise<void> {
    this.ended = true;
    await this.client?.end();
  }

  private tryAgain(): void {
    if (this.ended) return;
    this.connect().catch((trouble: unknown) => {
      this.options.onTrouble(trouble);
      setTimeout(() => this.tryAgain(), pause).unref();
    });
  }
}

/** PostgreSQL on a server of its own, or a cluster. */
export function pgDatabase(options: PgOptions): Database {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.connections ?? 10,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    statement_timeout: longestStatement,
  });
  pool.on('error', options.onTrouble);
  return {
    async query({ text, values = [], name }: Statement): Promise<readonly SqlRow[]> {
      const config = { text, values: [...values], ...(name === undefined ? {} : { name }) };
      const { rows } = await pool.query<SqlRow>(config);
      return rows;
    },
    async script(text) {
      await pool.query(text);
    },
    async transaction(work) {
      const client = await pool.connect();
      try {
        await client.query('begin');
        await work({
          query: async ({ text, values = [] }) => (await client.query<SqlRow>(text, [...values])).rows,
          script: async (text) => {
            await client.query(text);
          },
        });
        await client.query('commit');
        client.release();
      } catch (error) {
        // The connection goes with what it began.
        client.release(true);
        throw error;
      }
    },
    async tell(channel) {
      await pool.query({ text: 'select pg_notify($1, $2)', values: [channel, ''] });
    },
    async listen(channel, heard) {
      const listener = new Listener(options, channel, heard);
      await listener.connect();
      return () => listener.end();
    },
    close: () => pool.end(),
  };
}
