/** A row of an answer, by column. */
export type SqlRow = Readonly<Record<string, unknown>>;

/** A statement with its parameters `$1`, `$2`, … A `name` lets a server keep its plan. */
export interface Statement {
  readonly text: string;
  readonly values?: readonly unknown[];
  readonly name?: string;
}

/** What is asked within one transaction. */
export interface Transaction {
  /** Runs one statement and answers its rows. */
  query(statement: Statement): Promise<readonly SqlRow[]>;
  /** Runs a script of several statements. */
  script(text: string): Promise<void>;
}

/** What the store asks of PostgreSQL, embedded or not. Every statement is a transaction of its own. */
export interface Database {
  /** Runs one statement and answers its rows. */
  query(statement: Statement): Promise<readonly SqlRow[]>;
  /** Does work in one transaction: all that it asks holds, or nothing does where it rejects. */
  transaction(work: (inside: Transaction) => Promise<void>): Promise<void>;
  /** Runs a script of several statements, in one transaction. */
  script(text: string): Promise<void>;
  /** Tells all other processes that listen on the channel. */
  tell(channel: string): Promise<void>;
  /** Calls when another process, or this one, has told, and when some may have been missed. */
  listen(channel: string, heard: () => void): Promise<() => Promise<void>>;
  /** Ends all connections, after what runs on them. */
  close(): Promise<void>;
}
