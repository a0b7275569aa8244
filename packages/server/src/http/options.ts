import type { Context, Instant, Question, View } from '@keting/domain';
import type { LocalDesk, Store } from '@keting/runtime';
import type { Authenticate } from '../sign-in/signed-in.ts';

/** What one who asks may ask at most. Whatever is beyond is refused with 429. */
export interface Limits {
  /**
   * Requests in `seconds`; each further command of a batch, and each further stream whose offers are asked for, counts as
   * one. 1,200 a minute unless told.
   */
  readonly requests?: number;
  readonly seconds?: number;
  /** Live streams of one person, or of one address of guests: 50 unless told. */
  readonly streams?: number;
  /**
   * How long a live stream lasts at most, in seconds: 600 unless told. Whoever follows comes back by `Last-Event-ID` and is
   * asked anew who they are: whose sign-in has no end of its own is told nothing for longer than that after they signed out.
   */
  readonly streamSeconds?: number;
  /** Files that one person, or one address of guests, puts at once: 2 unless told. */
  readonly uploads?: number;
  /** Bytes of files that are being put, of all together: each is held whole until it is kept. 64 MB unless told. */
  readonly uploadBytes?: number;
  /** How deep lists and records may stand in one another in a body: 32 unless told. */
  readonly depth?: number;
}

/** Where the server writes what went wrong; one of pino fits. It is told of codes and places, never of what people wrote. */
export interface ServerLog {
  /** Notes one thing that went wrong: where, and in a few words that are the same for all of its kind. */
  error(about: Readonly<Record<string, unknown>>, message: string): void;
}

/** What a request came to, for metrics. */
export interface Answered {
  /** The id that the answer carries too, by which it is found in the log. */
  readonly request: string;
  /** The way as `routes` writes it, as `/views/:view`, so that no id is in it; `other` where there is none. */
  readonly route: string;
  readonly method: string;
  readonly status: number;
  readonly seconds: number;
}

/** What a desk over HTTP is made of. */
export interface ServerOptions {
  /** The desk, with files where photos may be attached. */
  readonly desk: LocalDesk;
  /** The store of that desk. */
  readonly store: Store;
  /** The contexts of that desk. */
  readonly contexts: readonly Context[];
  /** Views that may be asked for: all of the contexts unless told. Those of the desk's own machinery never are. */
  readonly views?: readonly View[];
  /**
   * Questions that may be asked: all of the contexts unless told. Where `views` are told and these are not, none: an answer may
   * tell of rows of views that are not served.
   */
  readonly questions?: readonly Question[];
  /** Who a request comes from: `jwtSignIn`, `trustedHeaderSignIn` or one of your own. Nothing is reachable without. */
  readonly authenticate: Authenticate;
  /** What stands before every way: `/keting/v1` unless told. */
  readonly basePath?: string;
  readonly limits?: Limits;
  /** The address of a client, by which guests are counted; without it all guests are counted as one. */
  readonly clientOf?: (request: Request) => string | undefined;
  /** What sign-ins by cookie are guarded with, at least 32 characters; without it they may only read. */
  readonly csrf?: { readonly secret: string };
  /** Pages of these origins may ask, as `https://portal.example`; none but the desk's own unless told. */
  readonly origins?: readonly string[];
  readonly log?: ServerLog;
  /** Told of every request when it is answered; of a live stream when it is opened. */
  readonly onRequest?: (answered: Answered) => void;
  /** Whether an error says that the store or a service cannot be reached now, beside those that are known to. */
  readonly isUnavailable?: (error: unknown) => boolean;
  /** What time it is; the machine's time unless told. */
  readonly now?: () => Instant;
}

/** A desk over HTTP, on web standards alone: it can be mounted in anything that has a `Request` to hand over. */
export interface ServerApp {
  /** Answers a request. Never rejects. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** Ends every live stream. Those that are opened later end at once. */
  readonly close: () => Promise<void>;
  /** How many live streams are open. */
  readonly listeners: () => number;
}
