import * as z from 'zod/mini';
import { contentRef } from '../../kernel/contents.ts';
import { unreachable } from '../../kernel/decider.ts';
import type { Message, Recorded } from '../../kernel/envelope.ts';
import { modelKey, personId, streamKey, teamId, unitId, type StreamId } from '../../kernel/ids.ts';
import { civilDate, instant, type Instant } from '../../kernel/time.ts';
import { evolveHours, hoursCredited, type HoursState } from './hours.ts';

/** What an activity counts under: whose it is, where, in which field of service, on which day it begins. */
const cohort = z.strictObject({ unit: unitId, territory: z.string(), field: modelKey, day: civilDate });
export type ActivityCohort = z.infer<typeof cohort>;

const signed = z.strictObject({ cohort, person: personId });

/** An activity was published: how many can come, from when until when, and until when one may sign out of it. */
export const activityPublished = z.strictObject({
  cohort,
  team: z.optional(teamId),
  title: contentRef,
  places: z.int().check(z.minimum(1)),
  from: instant,
  until: instant,
  closesAt: instant,
});
/** A person came, at an instant. */
export const volunteerSignedIn = z.strictObject({ ...signed.shape, since: instant });
/**
 * A person left. From when until when they were there, in whole minutes within the activity, and how many those are; `counted`
 * where fewer of them count, since others were credited elsewhere already.
 */
export const volunteerSignedOut = z.strictObject({
  ...signed.shape,
  from: instant,
  to: instant,
  minutes: z.int().check(z.minimum(0)),
  counted: z.optional(z.int().check(z.minimum(0))),
});
/** The activity does not take place. Those who had signed up are free. */
export const activityCancelled = z.strictObject({ cohort, reason: contentRef, persons: z.array(personId) });
/** The activity is over; so many came and never signed out, and have no hours of it. */
export const activityClosed = z.strictObject({ cohort, unsigned: z.int().check(z.minimum(0)) });

/** The data of every event of an activity and of credited hours, by the event's type. */
export const activityEventSchemas = {
  ActivityPublished: activityPublished,
  VolunteerSignedUp: signed,
  SignUpCancelled: signed,
  VolunteerSignedIn: volunteerSignedIn,
  VolunteerSignedOut: volunteerSignedOut,
  ActivityCancelled: activityCancelled,
  ActivityClosed: activityClosed,
  HoursCredited: hoursCredited,
} as const;

type Schemas = typeof activityEventSchemas;
/** What can happen to an activity, and to a person's hours by it. */
export type ActivityEvent = { [T in keyof Schemas]: Message<T, z.infer<Schemas[T]>> }[keyof Schemas];

/** How far one who signed up has come. Who has left may come back. */
export type Participant =
  { readonly stage: 'signed-up' } | { readonly stage: 'present'; readonly since: Instant } | { readonly stage: 'left' };

interface Published {
  readonly id: string;
  readonly cohort: ActivityCohort;
}

/** An activity that one may sign up for, come to and leave; it is over by itself at `closesAt`. */
export interface OpenActivity extends Published {
  readonly stage: 'open';
  readonly places: number;
  readonly from: Instant;
  readonly until: Instant;
  readonly closesAt: Instant;
  readonly participants: Readonly<Record<string, Participant>>;
}

/** An activity, by its stage. */
export type ActivityState = OpenActivity | (Published & { readonly stage: 'closed' | 'cancelled' });

/** What the streams of this context hold: an activity, or what a person was credited with of late. */
export type ActivityContextState = ActivityState | HoursState;

/** The stream of an activity, by the activity's id. */
export const activityStream = (id: string): StreamId => `activity/${id}`;

type Step = Exclude<Recorded<ActivityEvent>, { readonly type: 'ActivityPublished' | 'HoursCredited' }>;

/** Those of an activity after one of them has come on a step, or gone (`undefined`). */
function withParticipant(state: OpenActivity, person: string, participant: Participant | undefined): OpenActivity {
  const others = Object.entries(state.participants).filter(([one]) => one !== person);
  const participants = participant === undefined ? others : [...others, [person, participant] as const];
  return { ...state, participants: Object.fromEntries(participants) };
}

function next(state: OpenActivity, event: Step): ActivityState {
  const { id, cohort: of } = state;
  switch (event.type) {
    case 'VolunteerSignedUp':
      return withParticipant(state, event.data.person, { stage: 'signed-up' });
    case 'SignUpCancelled':
      return withParticipant(state, event.data.person, undefined);
    case 'VolunteerSignedIn':
      return withParticipant(state, event.data.person, { stage: 'present', since: event.data.since });
    case 'VolunteerSignedOut':
      return withParticipant(state, event.data.person, { stage: 'left' });
    case 'ActivityCancelled':
      return { stage: 'cancelled', id, cohort: of };
    case 'ActivityClosed':
      return { stage: 'closed', id, cohort: of };
    default:
      return unreachable(event);
  }
}

function begin({
  stream,
  data,
}: Extract<Recorded<ActivityEvent>, { readonly type: 'ActivityPublished' }>): OpenActivity {
  const { cohort: of, places, from, until, closesAt } = data;
  return { stage: 'open', id: streamKey(stream), cohort: of, places, from, until, closesAt, participants: {} };
}

/** Folds what happened into an activity, or into a person's hours. */
export function evolveActivity(
  state: ActivityContextState | undefined,
  event: Recorded<ActivityEvent>,
): ActivityContextState {
  if (event.type === 'ActivityPublished') return begin(event);
  if (event.type === 'HoursCredited') {
    return evolveHours(state?.stage === 'hours' ? state : undefined, event.data, event.at);
  }
  if (state?.stage !== 'open') throw new Error(`${event.stream} has ${event.type} while it is not open`);
  return next(state, event);
}
