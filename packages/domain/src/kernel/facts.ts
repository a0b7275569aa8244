import type { CaseStage } from '../governance-model/case-flow.ts';
import type { PersonId, StreamId, TerritoryCode, UnitId } from './ids.ts';
import type { CoordinateSystem } from './place.ts';
import type { CivilDate, Instant } from './time.ts';
import type { Where } from './views.ts';

/**
 * A question that looks past one stream. `decide` asks it and goes on as if the answer were in hand; the desk
 * finds what is missing, notes the version of every stream it looked at, and lets `decide` run again. The commit
 * then holds only if none of those streams moved.
 */
export interface FactQuery<Answer = unknown> {
  readonly fact: string;
  readonly args: readonly FactArgument[];
  /** Carries the type of the answer; never present. */
  readonly answer?: Answer;
}
export type FactArgument = string | number | boolean;

/** Answers questions in `decide`. Pure: the same question has the same answer within one decision. */
export type Facts = <Answer>(query: FactQuery<Answer>) => Answer;

/** Names a question: the type of its answer, of its arguments, and what it is called. Each context may add its own. */
export const fact =
  <Answer>() =>
  <Args extends readonly FactArgument[]>(name: string) =>
  (...args: Args): FactQuery<Answer> => ({ fact: name, args });

/** What one context may know of a unit in another. */
export interface UnitFact {
  readonly id: UnitId;
  readonly kind: string;
  readonly territories: readonly TerritoryCode[];
  readonly parent?: UnitId | undefined;
}

/** What one context may know of a grid in another. */
export interface GridFact {
  readonly code: string;
  readonly kind: string;
  readonly community: TerritoryCode;
}

/** What a person holds that lets them act: a post, in a unit, over a territory. */
export interface Standing {
  readonly post: string;
  /** The unit, or the grid, that the post is in. */
  readonly unit: string;
  /** The kind of that unit, or of that grid: a post means what it means in a unit of its kind. */
  readonly kind: string;
  readonly territories: readonly TerritoryCode[];
}

/** What one context may know of a case in another. */
export interface CaseFact {
  readonly stage: CaseStage;
  /** The unit that handles it, also while it is suspended. */
  readonly handler?: UnitId | undefined;
  readonly cohort: { readonly grid: string; readonly class: string; readonly day: CivilDate };
  /** Who reported it and is on record; undefined where they are not. */
  readonly reporter?: string | undefined;
}

/** The unit of that id, or undefined. */
export const unitOf = fact<UnitFact | undefined>()<[UnitId]>('unitOf');
/** The units above the given one, nearest first; the unit itself comes first of all. Empty when unknown. */
export const pathOf = fact<readonly UnitFact[]>()<[UnitId]>('pathOf');
/** Units of a kind whose territory holds the code, smallest territory first. */
export const unitsOver = fact<readonly UnitFact[]>()<[kind: string, code: string]>('unitsOver');
/** Units of a kind that have a territory within the code, in the order of their ids. */
export const unitsWithin = fact<readonly UnitFact[]>()<[kind: string, code: string]>('unitsWithin');
/** Persons who hold a post in a unit on a date. */
export const holdersOf = fact<readonly PersonId[]>()<[unit: UnitId, post: string, on: CivilDate]>('holdersOf');
/** All persons with any post in a unit on a date, each with the post. */
export const membersOf =
  fact<readonly { readonly person: PersonId; readonly post: string }[]>()<[unit: UnitId, on: CivilDate]>('membersOf');
/** The grid of that code, or undefined. */
export const gridOf = fact<GridFact | undefined>()<[string]>('gridOf');
/** The territorial grid that contains a coordinate of that reference system, or undefined where none does. */
export const gridAt = fact<GridFact | undefined>()<[longitude: number, latitude: number, system: CoordinateSystem]>(
  'gridAt',
);
/** Persons who staff a grid, each with the post: now, or on a day where one is said. */
export const staffOf = fact<readonly { readonly person: PersonId; readonly post: string }[]>()<
  [code: string] | [code: string, on: CivilDate]
>('staffOf');
/** The case of that id, or undefined. */
export const caseOf = fact<CaseFact | undefined>()<[string]>('caseOf');

/** How often a department was called by whistle, and how often it came. */
export interface ArrivalsFact {
  readonly called: number;
  readonly inTime: number;
  readonly late: number;
  /** Had not come when the time was up; who came late is among them. */
  readonly absent: number;
}
/** Whistles that called a department between two days, both included, and what it did: for assessment. */
export const arrivalsOf = fact<ArrivalsFact>()<[department: UnitId, from: CivilDate, to: CivilDate]>('arrivalsOf');

/** By what posts a person acts at an instant, from every context that knows of any. The desk itself answers it. */
export const standingsOf = fact<readonly Standing[]>()<[person: PersonId, at: Instant]>('standingsOf');
/** Whether a person agrees to a purpose that the model asks a consent for. */
export const hasConsent = fact<boolean>()<[person: PersonId, purpose: string]>('hasConsent');
/** Whether a person was erased: their identity means nobody any more, and takes on nothing new. */
export const isErased = fact<boolean>()<[person: PersonId]>('isErased');

/** How a context finds the answer to a fact: by loading streams (versions are noted) and by looking up rows. */
export interface FactSource {
  /** State of a stream, undefined where it has not begun. What must still hold at the commit is read here. */
  load<State>(stream: StreamId): Promise<State | undefined>;
  /** All rows that match; an index to find streams by, not itself guarded by a version. */
  find(view: string, where: Where): Promise<readonly unknown[]>;
}

/** Finds the answer to one fact. The arguments come in the order in which the fact names them, unchecked. */
export type FactReader = (source: FactSource, ...args: readonly FactArgument[]) => Promise<unknown>;
