import type {
  Calendar,
  Claim,
  CommandId,
  Content,
  FileId,
  Instant,
  Page,
  Query,
  Recorded,
  RowWrite,
  Scope,
  StreamId,
  Sum,
  SumQuery,
  View,
} from '@keting/domain';

/** A stream as it stands: 0 events and no state where it has not begun. */
export interface Loaded {
  readonly version: number;
  readonly state: unknown;
  /** Content hash of the governance model the stream began under. */
  readonly model?: string;
  /** Link of its last event. */
  readonly link?: string;
}

/** A stream that a decision looked at, and the version it saw. */
export interface Read {
  readonly stream: StreamId;
  readonly version: number;
}

/** What a commit does to one stream: the events that follow version `expected`, and the state after them. */
export interface StreamAppend {
  readonly stream: StreamId;
  readonly expected: number;
  readonly events: readonly Recorded[];
  readonly state: unknown;
}

/** One transaction: all of it holds, or nothing does. */
export interface Commit {
  /** Its command; a second commit of the same command changes nothing and answers with what the first kept. */
  readonly command: CommandId;
  /**
   * What the desk keeps of the command: what came of it and whose it was. The store hands it back as it is. A commit without
   * a receipt (`undefined`) is no command: it is not remembered, and may be repeated.
   */
  readonly receipt: unknown;
  readonly reads: readonly Read[];
  readonly appends: readonly StreamAppend[];
  readonly claims: readonly Claim[];
  readonly releases: readonly string[];
  readonly rows: readonly RowWrite[];
  readonly contents: readonly Content[];
  /** The rows that it writes, as followers are told of them. The store passes it on as it is. */
  readonly touched: readonly Touched[];
}

/** Columns of a row that say who may know of it. */
export type Cells = Readonly<Record<string, string | number | boolean>>;

/** A row that a commit wrote: what it was about before, and after; undefined where it was not there, or is no more. */
export interface Touched {
  readonly view: string;
  readonly key: string;
  readonly before?: Cells;
  readonly after?: Cells;
}

/** How a commit ended. `stale` names the streams that moved since they were read; `taken` the claims others hold. */
export type Committed =
  | { readonly outcome: 'done' }
  | { readonly outcome: 'repeated'; readonly receipt: unknown }
  | { readonly outcome: 'stale'; readonly streams: readonly StreamId[] }
  | { readonly outcome: 'taken'; readonly claims: readonly Claim[] };

/** A place in the record, as the store names it: what `changes` and `news` go on from. */
export type Position = string;
/** The position before everything that was ever recorded. */
export const firstPosition: Position = '0';

/** Events in the order of their commits, with the position to go on from. */
export interface Changes {
  readonly events: readonly Recorded[];
  readonly position: Position;
}

/** What a commit brought, as far as followers are told: which streams went on, by which events, and the rows it wrote. */
export interface News {
  readonly events: readonly { readonly type: string; readonly stream: StreamId; readonly version: number }[];
  readonly touched: readonly Touched[];
}

/**
 * News in the order of commits, with the position to go on from. News are kept for a time only; `complete` is false where
 * some of those asked for are gone: then whoever follows reads anew all that they show.
 */
export interface Told {
  readonly news: readonly News[];
  readonly position: Position;
  readonly complete: boolean;
}

/**
 * The record. Events, state, rows, claims and contents of a commit become visible together. Views are known from the
 * start, so that rows can be kept under their indexes.
 */
export interface Store {
  /** A stream as it stands, version 0 where it has not begun. */
  load(stream: StreamId): Promise<Loaded>;
  /** Writes all of a commit, or nothing where a stream it saw has moved or a claim is held by another. */
  commit(commit: Commit): Promise<Committed>;
  /** What was kept of a command that was committed before; undefined where none was. */
  receipt(command: CommandId): Promise<unknown>;
  /** Events of one stream in order. */
  history(stream: StreamId): Promise<readonly Recorded[]>;
  /** Events of all streams after a position, at most `limit`. */
  changes(after: Position, limit: number): Promise<Changes>;
  /** What commits after a position brought, at most `limit` of them. */
  news(after: Position, limit: number): Promise<Told>;
  /** Where news stand now: what is committed later comes after it. */
  position(): Promise<Position>;
  /** Those of the claims that another holds, the releases let go first: what a commit would be refused for. */
  taken(claims: readonly Claim[], releases: readonly string[]): Promise<readonly Claim[]>;
  /** One row of a view by its key, whoever asks; undefined where there is none. */
  row(view: string, key: string): Promise<unknown>;
  /** A page of the rows that meet the query and lie in the scope; a wrong query throws `QueryError`. */
  rows(view: View, query: Query, scope: Scope): Promise<Omit<Page<unknown>, 'contents'>>;
  /** Sums over the rows that meet the query and lie in the scope; a wrong query throws `QueryError`. */
  sum(view: View, query: SumQuery, scope: Scope): Promise<readonly Sum[]>;
  /** Values of contents that are still there, by id. */
  contents(ids: readonly string[]): Promise<Readonly<Record<string, string>>>;
  /** Empties contents; what refers to them stays. */
  erase(ids: readonly string[]): Promise<void>;
  /** Next number of a series, from 1. Each is given once; a commit that fails leaves a gap. */
  next(series: string): Promise<number>;
  /**
   * Told of each commit after it holds, in their order, whoever made it and where; perhaps also of some that held just before.
   * Answers how to stop.
   */
  follow(listener: (news: News, position: Position) => void): () => void;
}

/** Files of reports. `type` was told from the first bytes. */
export interface Files {
  /**
   * Keeps a file under an id. The same file again under its id is kept once; another under an id that is taken is not kept
   * (`taken`): what is kept is never overwritten.
   */
  put(id: FileId, bytes: Uint8Array, type: string): Promise<'kept' | 'taken'>;
  /** Whether there is a file of that id. */
  has(id: string): Promise<boolean>;
  /** The file of that id as it was put; undefined where there is none. */
  get(id: string): Promise<{ readonly bytes: Uint8Array; readonly type: string } | undefined>;
  /** Removes a file for good. What is not there stays so. */
  remove(id: FileId): Promise<void>;
}

/** What time it is, and a call when a time comes. */
export interface Clock {
  /** The present instant. */
  now(): Instant;
  /** Calls once at the instant, or at once where it has passed; answers how to call it off. */
  at(instant: Instant, call: () => void): () => void;
}

/** A fresh identity: UUIDv7 text. */
export type NewId = () => string;

export type { Calendar };
