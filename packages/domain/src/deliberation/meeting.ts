import * as z from 'zod/mini';
import { contentRef, type ContentRef } from '../kernel/contents.ts';
import type { Envelope, Message, Recorded } from '../kernel/envelope.ts';
import { caseId, modelKey, personId, streamKey, unitId, type CaseId, type PersonId } from '../kernel/ids.ts';

/** One entitled to be there, and the post that entitles them. */
export const attendee = z.strictObject({ person: personId, post: modelKey });
export type Attendee = z.infer<typeof attendee>;

/** Whether a meeting settled its case, gave it to a handler, or passed it to the next tier. */
export const outcome = z.enum(['settled', 'referred', 'passed-up']);
export type Outcome = z.infer<typeof outcome>;

/** Votes on a resolution; never more in all than were present. */
export const votes = z.strictObject({
  inFavour: z.int().check(z.minimum(0)),
  against: z.int().check(z.minimum(0)),
  abstained: z.int().check(z.minimum(0)),
});
export type Votes = z.infer<typeof votes>;

const list = { eligible: z.array(attendee), observers: z.array(attendee) };
/** The body that meets: a unit, or a grid whose staff meets. Left out where no such unit stands over the place. */
const body = { unit: z.optional(z.string()) };

/** A meeting was called on a case, with the list of those entitled that day; empty where nobody is. */
export const meetingCalled = z.strictObject({
  case: caseId,
  tier: modelKey,
  grid: z.string(),
  ...body,
  title: contentRef,
  ...list,
});
/** The list of those entitled was copied anew before the meeting was held, or as it was. It differs from the one before. */
export const meetingRelisted = z.strictObject({
  ...body,
  ...list,
  /** Who was entitled before: a row of theirs that is not renewed goes. */
  was: z.strictObject(list),
});
/** One more item on the agenda, with its place there. The first is the case itself, so added ones count from 2. */
export const agendaItemAdded = z.strictObject({ item: z.int().check(z.minimum(2)), title: contentRef });
/** The meeting took place with its quorum: who was present of those entitled, who sat in; each person once. */
export const meetingHeld = z.strictObject({ present: z.array(personId), observers: z.array(personId) });
/** The meeting ended with an outcome, its words, and its votes where they were counted. The case goes on from it. */
export const meetingResolved = z.strictObject({
  case: caseId,
  tier: modelKey,
  outcome,
  resolution: contentRef,
  /** Who takes the case on; there where it was referred. */
  handler: z.optional(unitId),
  /** The tier that the case is passed to; there where it was passed up. */
  next: z.optional(modelKey),
  votes: z.optional(votes),
});

/** The data of every event of a meeting, by the event's type. */
export const meetingEventSchemas = {
  MeetingCalled: meetingCalled,
  MeetingRelisted: meetingRelisted,
  AgendaItemAdded: agendaItemAdded,
  MeetingHeld: meetingHeld,
  MeetingResolved: meetingResolved,
} as const;

type Schemas = typeof meetingEventSchemas;
/** What can happen to a meeting. */
export type MeetingEvent = {
  [T in keyof Schemas]: Message<T, z.infer<Schemas[T]>>;
}[keyof Schemas];

/** What a meeting has at every step. */
interface Standing {
  readonly id: string;
  readonly case: CaseId;
  readonly tier: string;
  readonly grid: string;
  readonly unit?: string | undefined;
  /** What is talked over, in order; the case that it was called for comes first. */
  readonly agenda: readonly ContentRef[];
  /** Those entitled, as listed on the day it was called, relisted or held. The quorum is computed from them. */
  readonly eligible: readonly Attendee[];
  readonly observers: readonly Attendee[];
}

export type Called = Standing & { readonly stage: 'called' };
export type Held = Standing & { readonly stage: 'held'; readonly present: readonly PersonId[] };
export type Resolved = Standing & { readonly stage: 'resolved'; readonly outcome: Outcome };
/** A meeting: what it can be at a step is all that its type lets it be. */
export type MeetingState = Called | Held | Resolved;

/** The stream of a meeting, by the meeting's id. */
export const meetingStream = (id: string): `meeting/${string}` => `meeting/${id}`;

const begin = (event: Envelope, data: z.infer<typeof meetingCalled>): Called => ({
  stage: 'called',
  id: streamKey(event.stream),
  case: data.case,
  tier: data.tier,
  grid: data.grid,
  unit: data.unit,
  agenda: [data.title],
  eligible: data.eligible,
  observers: data.observers,
});

/** What a meeting takes along from step to step. */
const standing = (state: MeetingState): Standing => ({
  id: state.id,
  case: state.case,
  tier: state.tier,
  grid: state.grid,
  unit: state.unit,
  agenda: state.agenda,
  eligible: state.eligible,
  observers: state.observers,
});

function next(state: MeetingState, event: Recorded<MeetingEvent>): MeetingState {
  switch (event.type) {
    case 'MeetingCalled':
      return state;
    case 'MeetingRelisted': {
      const { unit, eligible, observers } = event.data;
      return { ...state, unit, eligible, observers };
    }
    case 'AgendaItemAdded':
      return { ...state, agenda: [...state.agenda, event.data.title] };
    case 'MeetingHeld':
      return { ...standing(state), stage: 'held', present: event.data.present };
    case 'MeetingResolved':
      return { ...standing(state), stage: 'resolved', outcome: event.data.outcome };
  }
}

/** Folds what happened into the state of a meeting. */
export function evolveMeeting(state: MeetingState | undefined, event: Recorded<MeetingEvent>): MeetingState {
  if (event.type === 'MeetingCalled') return begin(event, event.data);
  if (state === undefined) throw new Error(`${event.stream} begins with ${event.type}`);
  return next(state, event);
}
