import type { CommandId, EventId, PersonId, StreamId } from './ids.ts';
import type { Instant } from './time.ts';

/**
 * Who asks. A person acts by the posts they hold; a process or the clock acts by the rules that the model
 * gives it; an anonymous actor leaves nothing by which to find them. Whoever shows the secret of an anonymous report's
 * receipt (`receipt`) owns that report. The record holds the secret's hash alone, so reading the record makes nobody an owner,
 * and it does not note who showed the secret.
 */
export type Actor =
  | { readonly kind: 'person'; readonly person: PersonId }
  | { readonly kind: 'process'; readonly name: string }
  | { readonly kind: 'anonymous'; readonly receipt?: string };

/** An actor who shows nothing, not even a receipt: what they do leaves nobody on record. */
export const anonymous: Actor = { kind: 'anonymous' };
/** The owner that an anonymous report has: whoever can show the secret that this is the SHA-256 of (`hashText`). */
export const receiptOwner = (hash: string): string => `receipt:${hash}`;

/** A person as actor. The posts they may act by are looked up whenever they ask. */
export const person = (id: PersonId): Actor => ({ kind: 'person', person: id });
/** A process as actor, by its name. What it may do follows from the rules that the model gives that name. */
export const process = (name: string): Actor => ({ kind: 'process', name });

/** A thing said: its type and what it says. Commands and events are messages. */
export interface Message<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
}

/** What is asked. `id` makes it idempotent; without one the desk gives it one. */
export interface Command<Type extends string = string, Data = unknown> extends Message<Type, Data> {
  readonly id?: CommandId;
  /** The event that a process answers with this command. */
  readonly cause?: EventId;
}

/** What the record notes of an event beside what happened. */
export interface Envelope {
  readonly id: EventId;
  readonly stream: StreamId;
  /** Place in its stream, from 1. */
  readonly version: number;
  /** Version of the event's shape; older ones are read through upcasters. */
  readonly v: number;
  readonly at: Instant;
  readonly actor: Actor;
  readonly command: CommandId;
  readonly cause?: EventId;
  /** Content hash of the governance model that the stream runs under. */
  readonly model: string;
  /** The number that a person reads, as `2026-1030-0417`, on events that are given one. */
  readonly number?: string;
  /** Hash over the link before it and this event (`linkOf`): what came before cannot be altered without showing here. */
  readonly link: string;
}

/** What happened, as it stands in the record. A union of events stays a union, told apart by `type`. */
export type Recorded<Event extends Message = Message> = Event extends Message ? Envelope & Event : never;
