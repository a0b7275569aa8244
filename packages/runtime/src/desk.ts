import type {
  Actor,
  Command,
  CommandId,
  GovernanceModel,
  Instant,
  Page,
  Query,
  Question,
  Refusal,
  Standing,
  StreamId,
  Sum,
  SumQuery,
  View,
} from '@keting/domain';

/** What came of a command, as far as is known. */
export type Receipt = Answered | Queued;

/** What came of a command that was judged. A desk in the page always answers so. */
export type Answered = Done | Refused;

/** It took effect, once, however often it was sent. */
export interface Done {
  readonly ok: true;
  readonly id: CommandId;
  readonly at: Instant;
  /** The number that a person reads, where the command began something that has one. */
  readonly number?: string;
  readonly events: readonly {
    readonly type: string;
    readonly stream: StreamId;
    readonly version: number;
  }[];
}
/** It took no effect, and why. The same id may be sent again: a refusal is not kept. A malformed id is answered under a fresh one. */
export interface Refused {
  readonly ok: false;
  readonly id: CommandId;
  readonly refusal: Refusal;
}

/**
 * The line is down, or the answer was lost: the command is kept on this device and is sent when the line is back, once.
 * What comes of it then is told by the desk's `outbox`. A desk in the page never answers so.
 */
export interface Queued {
  readonly ok: 'queued';
  readonly id: CommandId;
}

/** Answer to "may I?". `unknown` while the line is down. */
export type Verdict =
  { readonly allowed: true } | { readonly allowed: false; readonly refusal: Refusal } | { readonly allowed: 'unknown' };

/** A command that may be asked of a stream, with what the desk proposes to ask; texts in it are still unwritten. */
export interface Offer {
  readonly type: string;
  readonly draft: Readonly<Record<string, unknown>>;
  /** Id of the model's rule that chose what is proposed, where one did. */
  readonly rule?: string;
  /** `unknown` while the line is down: it may be asked, and is judged when the line is back. */
  readonly allowed: boolean | 'unknown';
  /** Why it may not be asked now. */
  readonly refusal?: Refusal;
}

/** What a question is answered with: the rows that the asker may see, or why it is not answered. */
export type Answer<Row = unknown> =
  { readonly ok: true; readonly rows: readonly Row[] } | { readonly ok: false; readonly refusal: Refusal };

/** Where a file is kept, or why it is not. */
export type Attached = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly refusal: Refusal };

/** A file as the desk keeps it. */
export interface KeptFile {
  readonly bytes: Uint8Array;
  readonly type: string;
}

/** A command that was sent and not yet answered, or was refused after its sender had left. */
export interface OutboxEntry {
  readonly id: CommandId;
  readonly type: string;
  readonly data: unknown;
  /** When it was first sent, by the desk's clock. */
  readonly at: Instant;
  /** Why it took no effect; it is kept until somebody dismisses it or sends it again. */
  readonly refusal?: Refusal;
}

/** What is kept on this device of the desk's actor, in the order in which it was sent. */
export interface OutboxState {
  /** Whether the desk was reached when it was last asked. */
  readonly online: boolean;
  readonly waiting: readonly OutboxEntry[];
  readonly refused: readonly OutboxEntry[];
}

/** What waits on this device to be sent, of a desk that may be out of reach. */
export interface DeskOutbox {
  /** Whether there is a line, what waits and what was refused, as of now. */
  state(): Promise<OutboxState>;
  /** Calls when the state has changed, also by another page on this device; answers how to stop. */
  follow(listener: () => void): () => void;
  /** Lets go of a refused command, with the files that no other names. What still waits, or is not there, stays as it is. */
  dismiss(id: string): Promise<void>;
  /** Sends a refused command again, as it is. What is not there, or waits already, stays as it is. */
  again(id: string): Promise<void>;
  /** Sends what waits now. Ends when each has been tried. */
  flush(): Promise<void>;
  /** Removes everything of the actor from this device, sent or not: for a sign-out. */
  wipe(): Promise<void>;
}

/**
 * Where an element asks. A desk in the page and a desk behind a network have this one face, and elements cannot tell
 * them apart. Whoever holds it acts as its `actor`.
 */
export interface Desk {
  readonly model: GovernanceModel;
  readonly actor: Actor;
  /** What waits to be sent, where the desk may be out of reach; a desk in the page has none. */
  readonly outbox?: DeskOutbox;
  /**
   * Carries a command out, or says why not. The same command a second time, by its id, answers with the first receipt; an
   * id that another's command holds, or one on another stream, is refused with `command-id-taken`. Refused with
   * `command-invalid` where its data or its id is malformed, or the id is a UUID version 8, which processes alone use. A desk that is out of
   * reach keeps it and answers `queued`.
   */
  send(command: Command): Promise<Receipt>;
  /** What `send` would answer now, without the commit. Texts may still be unwritten. */
  can(command: Command): Promise<Verdict>;
  /** For each stream what may be asked of it; what the actor may never do is left out. */
  offers(streams: readonly StreamId[]): Promise<readonly (readonly Offer[])[]>;
  /** A page of rows, of those that the actor may see. */
  view<Row>(view: View<Row>, query?: Query): Promise<Page<Row>>;
  /** Sums over rows, of those that the actor may see. */
  sum<Row>(view: View<Row>, query: SumQuery): Promise<readonly Sum[]>;
  /**
   * Answers a question, as far as the actor may see: rows that they may not see are left out. Refused with `question-unknown`
   * where no context asks it, `question-invalid` with its faults where the data is malformed, `not-permitted` where the actor
   * may see no row of it anywhere, `not-found` where it is about what is not there or not theirs to see.
   */
  ask<Data, Row>(question: Question<Data, Row>, data: Data): Promise<Answer<Row>>;
  /** Calls when rows of the view that the actor may see, or might see until now, have changed; answers how to stop. */
  watch<Row>(view: View<Row>, onChange: () => void): () => void;
  /** The posts that the actor may act by now. */
  standings(): Promise<readonly Standing[]>;
  /**
   * Keeps a file and answers its id. Refused with `attachment-too-large`, `attachment-type` or `attachment-broken` by the
   * model's bounds; what is kept is stripped of hidden data. An `id` (a fresh one unless told) makes it idempotent: the same
   * file again is kept once, another under the same id is refused with `file-id-taken`.
   */
  attach(bytes: Uint8Array, id?: string): Promise<Attached>;
  /** A file that was kept under that id, for whoever may see the case that names it; else undefined. */
  file(id: string): Promise<KeptFile | undefined>;
  /** A fresh identity, for a command or for what a command begins. */
  newId(): string;
  /** What time it is by the desk's clock, which commands are recorded by. */
  now(): Instant;
}
