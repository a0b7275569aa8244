import type * as z from 'zod/mini';
import type { GovernanceModel } from '../governance-model/model.ts';
import type { Actor, Message, Recorded } from './envelope.ts';
import type { FactReader, Facts, FactSource, Standing } from './facts.ts';
import type { CommandId, FileId, PersonId, StreamId } from './ids.ts';
import type { PersonalField } from './personal.ts';
import type { Question } from './questions.ts';
import type { Refusal } from './refusal.ts';
import type { Calendar, Instant } from './time.ts';
import type { Subject, View } from './views.ts';

/** What a decision may know beside state, command and facts. All of it is given, none of it is looked up. */
export interface Setting {
  readonly id: CommandId;
  readonly at: Instant;
  readonly actor: Actor;
  readonly model: GovernanceModel;
  /** The model of the place as a whole: `model` itself, or what it is a variant of. */
  readonly place: GovernanceModel;
  readonly calendar: Calendar;
}

/** A key that is unique in the whole store: `grid-code/331004001004001`. `owner` is the stream that holds it. */
export interface Claim {
  readonly key: string;
  readonly owner: StreamId;
}

/** A "yes": what happened, what it takes hold of and lets go. `also` are events on further streams, in the same commit. */
export interface Accepted<Event extends Message = Message> {
  readonly events: readonly Event[];
  readonly also?: readonly { readonly stream: StreamId; readonly event: Event }[];
  readonly claims?: readonly Claim[];
  readonly releases?: readonly string[];
}

export type Decision<Event extends Message = Message> = Accepted<Event> | Refusal;

/** Whether a decision is a "no". Only a refusal has a code. */
export const isRefusal = (decision: Accepted | Refusal): decision is Refusal => 'code' in decision;

/** Says yes with events on the command's own stream. */
export const accept = <Event extends Message>(...events: readonly Event[]): Accepted<Event> => ({
  events,
});

/** One command that a context answers. */
export interface CommandSpec<Data = unknown, State = unknown> {
  /** What may be asked, under a model. Its messages are read by persons, so they are codes for texts. */
  schema(model: GovernanceModel): z.ZodMiniType;
  /** The stream whose rule it is. */
  stream(data: Data): StreamId;
  /** Fields that go to the contents store; `decide` sees a reference in their place. */
  readonly seals?: readonly string[];
  /** Begins its stream, so nobody needs to see that stream beforehand. */
  readonly begins?: boolean;
  /** What it is about, where the stream's own subject does not say. */
  about?(data: Data, state: State | undefined, facts: Facts): Subject;
  /** Permissions that some data asks beside the command's own, by name. */
  readonly permissions?: readonly string[];
  /** Those of them that this data asks. */
  needs?(data: Data): readonly string[];
  /** Further streams that it names: who may not see one is told that there is no such thing. */
  names?(data: Data): readonly StreamId[];
  /** Files that it names: each must be kept, and becomes its stream's own, so that who may see that may see them. */
  files?(data: Data): readonly FileId[];
  /** True where the record must not say who asked. */
  anonymous?(data: Data): boolean;
  /** What the desk proposes to ask of a stream in this state, with texts still unwritten; undefined: nothing to propose. */
  offer?(state: State, facts: Facts, setting: Setting): Data | undefined;
  /** Id of the model's rule that chose what is offered; undefined where none did. */
  rule?(state: State, facts: Facts, setting: Setting): string | undefined;
}

/** One event that a context records: its shape, the version of that shape, and how older shapes are read. */
export interface EventSpec {
  readonly v: number;
  readonly schema: z.ZodMiniType;
  /**
   * Of fields that hold erasable texts, or name files, why they are kept and whose they are: the first that applies. A text
   * of a field that is not named is its writer's own, kept for no stated purpose.
   */
  readonly personal?: Readonly<Record<string, readonly PersonalField[]>>;
  /** Lifts data of version `from` to `from + 1`. */
  upcast?(data: unknown, from: number): unknown;
  /** Begins a series of numbers that persons read; the commit gives the next of it. */
  series?(event: Message, setting: Setting): string;
}

/** When something happens by itself: the command that the desk sends then. `decide` checks again. */
export interface Due {
  readonly at: Instant;
  readonly command: Message;
}

/**
 * A context: its nouns, verbs, rules and read models as one value. The desk composes a list of them. Methods, so that
 * contexts of different nouns stand in one list.
 */
export interface Context<State = unknown, Command extends Message = Message, Event extends Message = Message> {
  readonly name: string;
  /** Kinds of its streams: the part of a stream's id before the slash. */
  readonly streams: readonly string[];
  /**
   * Those of its streams that outlive a model, as units, grids and accounts do: what is asked of them is decided under the model
   * of the day. What is asked of any other is decided under the model that the stream began under.
   */
  readonly lasting?: readonly string[];
  readonly commands: { readonly [T in Command['type']]: CommandSpec };
  readonly events: { readonly [T in Event['type']]: EventSpec };
  /** Says yes with events, or no. Pure; `state` is undefined where the stream has not begun. */
  decide(state: State | undefined, command: Command, facts: Facts, setting: Setting): Decision<Event>;
  /** The state after an event. Pure, and it refuses nothing: what is in the record has happened. */
  evolve(state: State | undefined, event: Recorded<Event>): State;
  readonly views: readonly View[];
  /** What may be asked of it beside its views. */
  readonly questions?: readonly Question[];
  readonly facts: Readonly<Record<string, FactReader>>;
  /** The permission that lets an actor see a stream of this context, as `see:cases`. */
  readonly sees: string;
  /** What a stream is about, for access rules. */
  about(state: State): Subject;
  /** Whether everybody who sees the stream may be told which person brought an event about; they may unless told. */
  tellsWho?(event: Recorded<Event>): boolean;
  /** What a person may act by, as this context knows it. The model tells which civil date the instant falls on. */
  standings?(person: PersonId, at: Instant, source: FactSource, model: GovernanceModel): Promise<readonly Standing[]>;
  /** What happens next by itself on a stream, or undefined. */
  due?(state: State): Due | undefined;
}

/** Answers events of one context with commands of another. Pure; ids are made from (process, event, number). */
export interface Process {
  readonly name: string;
  readonly on: readonly string[];
  /** The commands that answer an event of `on`, in order; empty where it needs none. Each is sent as this process. */
  react(event: Recorded, facts: Facts, model: GovernanceModel): readonly Message[];
}

/** For the end of a `switch` over every case: what is left is nothing. */
export function unreachable(left: never): never {
  throw new Error(`unreachable: ${JSON.stringify(left)}`);
}
