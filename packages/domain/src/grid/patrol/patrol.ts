import { produce, type Draft } from 'immer';
import * as z from 'zod/mini';
import { contentRef } from '../../kernel/contents.ts';
import type { Message, Recorded } from '../../kernel/envelope.ts';
import { caseId, modelKey, personId, streamKey, streamKind, type StreamId } from '../../kernel/ids.ts';
import { civilDate, instant } from '../../kernel/time.ts';

/** Where and when a patrol walks, and who: what every event of it says. */
const walk = { grid: z.string(), day: civilDate, person: personId };
/** The place of an item in its patrol, from 1. */
const item = z.int().check(z.minimum(1));

/** Somebody set out. A patrol belongs to one day and lasts until the end of it at most. */
export const patrolStarted = z.strictObject({ ...walk, until: instant });
/** Something was done on the spot (随手做). */
export const doneOnTheSpot = z.strictObject({ ...walk, item, kind: modelKey, note: z.optional(contentRef) });
/** What was heard on a visit went into the visit diary (民情日记). */
export const visitNoted = z.strictObject({ ...walk, item, note: contentRef });
/** What was found became a case (实时报). */
export const patrolCaseAdded = z.strictObject({ ...walk, item, case: caseId });
/** The patrol came to its end on its day: it counts as a round. */
export const patrolFinished = z.strictObject(walk);
/** The day ended and nobody had finished the patrol: it is no round. */
export const patrolLapsed = z.strictObject(walk);

/** A day on which rounds are due in a grid, how many, and when it ends. */
const roundDay = z.strictObject({ day: civilDate, needed: z.int().check(z.minimum(1)), until: instant });
export type RoundDay = z.infer<typeof roundDay>;

/** From that day on rounds are due in the grid. */
export const roundsBegun = roundDay;
/** A patrol of the day was finished. */
export const roundDone = z.strictObject({ day: civilDate, patrol: z.string() });
/** The day ended, with so many rounds walked of those needed; `next` is the next day on which some are due. */
export const roundsClosed = z.strictObject({
  day: civilDate,
  needed: z.int(),
  done: z.int(),
  missed: z.int(),
  next: roundDay,
});
/** No rounds are due in the grid any more. */
export const roundsEnded = z.strictObject({ day: civilDate });

/** The data of every event of a patrol, and of the rounds of a grid, by the event's type. */
export const patrolEventSchemas = {
  PatrolStarted: patrolStarted,
  DoneOnTheSpot: doneOnTheSpot,
  VisitNoted: visitNoted,
  PatrolCaseAdded: patrolCaseAdded,
  PatrolFinished: patrolFinished,
  PatrolLapsed: patrolLapsed,
  RoundsBegun: roundsBegun,
  RoundDone: roundDone,
  RoundsClosed: roundsClosed,
  RoundsEnded: roundsEnded,
} as const;

type Schemas = typeof patrolEventSchemas;
/** What can happen on a patrol, or to the rounds that are due in a grid. */
export type PatrolEvent = { [T in keyof Schemas]: Message<T, z.infer<Schemas[T]>> }[keyof Schemas];

/** A patrol. Where it went is not kept: only what was done, written down and reported on it. */
export interface Patrol {
  readonly stage: 'walking' | 'finished' | 'lapsed';
  readonly id: string;
  readonly grid: string;
  readonly day: string;
  readonly person: z.infer<typeof personId>;
  readonly until: number;
  readonly items: number;
}
/** The rounds of a grid: those of the day that runs, or of none. Of a day on which they ended, how many were done. */
export type Rounds =
  | { readonly stage: 'resting'; readonly grid: string; readonly day?: string; readonly done?: number }
  | (RoundDay & { readonly stage: 'due'; readonly grid: string; readonly done: number });
export type PatrolState = Patrol | Rounds;

export const patrolStream = (patrol: string): StreamId => `patrol/${patrol}`;
export const roundsStream = (grid: string): StreamId => `rounds/${grid}`;

/** Whether a state is one of a patrol, and not of a grid's rounds. */
export const isPatrol = (state: PatrolState): state is Patrol => state.stage !== 'due' && state.stage !== 'resting';

type OfRounds = Extract<Recorded<PatrolEvent>, { type: 'RoundsBegun' | 'RoundDone' | 'RoundsClosed' | 'RoundsEnded' }>;
type OfPatrol = Exclude<Recorded<PatrolEvent>, OfRounds>;

const moveOn = /* @__PURE__ */ produce((patrol: Draft<Patrol>, event: OfPatrol) => {
  switch (event.type) {
    case 'PatrolFinished':
      patrol.stage = 'finished';
      break;
    case 'PatrolLapsed':
      patrol.stage = 'lapsed';
      break;
    case 'PatrolStarted':
      break;
    default:
      patrol.items = event.data.item;
  }
});

function walked(state: PatrolState | undefined, event: OfPatrol): Patrol {
  if (event.type === 'PatrolStarted') {
    return { stage: 'walking', id: streamKey(event.stream), ...event.data, items: 0 };
  }
  if (state === undefined || !isPatrol(state)) throw new Error(`${event.stream} is no patrol`);
  return moveOn(state, event);
}

/** Rounds that end and begin again on one day, as when a grid is drawn anew, keep what was walked on it. */
const doneOn = (state: PatrolState | undefined, day: string): number =>
  state?.stage === 'resting' && state.day === day ? (state.done ?? 0) : 0;

function counted(state: PatrolState | undefined, event: OfRounds): Rounds {
  const grid = streamKey(event.stream);
  switch (event.type) {
    case 'RoundsBegun':
      return { stage: 'due', grid, ...event.data, done: doneOn(state, event.data.day) };
    case 'RoundsClosed':
      return { stage: 'due', grid, ...event.data.next, done: 0 };
    case 'RoundsEnded':
      return state?.stage === 'due'
        ? { stage: 'resting', grid, day: state.day, done: state.done }
        : { stage: 'resting', grid };
    case 'RoundDone':
      if (state?.stage !== 'due') throw new Error(`${event.stream} has no rounds due`);
      return { ...state, done: state.done + 1 };
  }
}

const isOfRounds = (event: Recorded<PatrolEvent>): event is OfRounds => streamKind(event.stream) === 'rounds';

/** Folds what happened on a patrol, or to a grid's rounds. */
export const evolvePatrol = (state: PatrolState | undefined, event: Recorded<PatrolEvent>): PatrolState =>
  isOfRounds(event) ? counted(state, event) : walked(state, event);
