import type { LocalDesk } from '@keting/runtime';
import type * as z from 'zod/mini';
import type { SignedIn } from '../sign-in/signed-in.ts';

/** A request of somebody who is let in. */
export interface Asked {
  readonly request: Request;
  readonly signedIn: SignedIn;
  /** The desk, as whoever asks. */
  readonly desk: LocalDesk;
  /** By what name they are counted. */
  readonly counted: string;
  readonly url: URL;
  /** A part of the way, as `view` of `/views/:view`. */
  readonly param: (name: string) => string;
  /** The body, as a schema says; see `readJson`. */
  readonly json: <Schema extends z.ZodMiniType>(schema: Schema) => Promise<z.output<Schema>>;
  /** Counts further requests; refused with `too-many-requests`. */
  readonly spend: (requests: number) => Promise<void>;
}

/** Answers one way. What it throws is answered as an error. */
export type Handler = (asked: Asked) => Promise<Response>;
