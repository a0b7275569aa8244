/** A row of an answer, by column. */
export type SqlRow = Readonly<Record<string, unknown>>;

/** A statement with its parameters `$1`, `$2`, … A `name` lets a server keep its plan. */
export interface Statement {
  readonly text: string;
  readonly values?: readonly unknown[];
  readonly name?: string;
}

/** What the store asks of PostgreSQL, embedded or not. Every statement is a transaction of its own. */
export interface Database {
  /** Runs one statement and answers its rows. */
  query(statement: Statement): Promise<readonly SqlRow[]>;
  /** Runs statements one after another, in one transaction: all of them hold, or none. */
  inOne(statements: Iterable<Statement>): Promise<void>;
  /** Runs a script of several statements, in one transaction. */
  script(text: string): Promise<void>;
  /** Calls when another process, or this one, has said `pg_notify` on the channel, and when some may have been missed. */
  listen(channel: string, heard: () => void): Promise<() => Promise<void>>;
  /** Ends all connections, after what runs on them. */
  close(): Promise<void>;
}
