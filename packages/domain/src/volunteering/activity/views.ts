import * as z from 'zod/mini';
import { contentRef } from '../../kernel/contents.ts';
import { unreachable } from '../../kernel/decider.ts';
import type { Recorded } from '../../kernel/envelope.ts';
import { streamKey } from '../../kernel/ids.ts';
import { counter, table, type Delta } from '../../kernel/views.ts';
import type { ActivityCohort, ActivityEvent } from './activity.ts';

type Own = Exclude<ActivityEvent, { readonly type: 'HoursCredited' }>;
const on: readonly Own['type'][] = [
  'ActivityPublished',
  'VolunteerSignedUp',
  'SignUpCancelled',
  'VolunteerSignedIn',
  'VolunteerSignedOut',
  'ActivityCancelled',
  'ActivityClosed',
];

/** An activity in a list. */
export const activityRow = z.object({
  id: z.string(),
  unit: z.string(),
  territory: z.string(),
  field: z.string(),
  day: z.string(),
  team: z.optional(z.string()),
  title: contentRef,
  stage: z.enum(['open', 'closed', 'cancelled']),
  places: z.number(),
  /** How many of the places are taken. */
  taken: z.number(),
  from: z.number(),
  until: z.number(),
});
export type ActivityRow = z.infer<typeof activityRow>;

function activityAfter(row: ActivityRow, event: Exclude<Recorded<Own>, { type: 'ActivityPublished' }>): ActivityRow {
  switch (event.type) {
    case 'VolunteerSignedUp':
      return { ...row, taken: row.taken + 1 };
    case 'SignUpCancelled':
      return { ...row, taken: row.taken - 1 };
    case 'ActivityCancelled':
      return { ...row, stage: 'cancelled' };
    case 'ActivityClosed':
      return { ...row, stage: 'closed' };
    case 'VolunteerSignedIn':
    case 'VolunteerSignedOut':
      return row;
    default:
      return unreachable(event);
  }
}

/** Activities by place, by unit, by team and by field of service, in the order of their days. */
export const activities = table<ActivityRow, Own>({
  name: 'activities',
  row: activityRow,
  on,
  keys: ({ stream }) => [streamKey(stream)],
  project(row, event, id) {
    if (event.type !== 'ActivityPublished') return row && activityAfter(row, event);
    const { cohort, team, title, places, from, until } = event.data;
    return { id, ...cohort, team, title, stage: 'open', places, taken: 0, from, until };
  },
  indexes: [
    ['stage', 'from'],
    ['territory', 'from'],
    ['unit', 'from'],
    ['team', 'from'],
    ['field', 'from'],
  ],
  about: { territory: 'territory', unit: 'unit' },
  contents: { title: 'see:activities' },
});

/** One who signed up for an activity. */
export const participationRow = z.object({
  id: z.string(),
  activity: z.string(),
  person: z.string(),
  unit: z.string(),
  territory: z.string(),
  day: z.string(),
  stage: z.enum(['signed-up', 'present', 'left']),
  /** How long they were there in all, in minutes; what was credited elsewhere at the same time does not count again. */
  minutes: z.number(),
});
export type ParticipationRow = z.infer<typeof participationRow>;

type Of<T extends Own['type']> = Extract<Own, { readonly type: T }>;
type Signed = Of<'VolunteerSignedUp' | 'SignUpCancelled' | 'VolunteerSignedIn' | 'VolunteerSignedOut'>;

/** The minutes of a stay that count: each minute of a person once, wherever they were signed in. */
const countedOf = ({ minutes, counted = minutes }: Of<'VolunteerSignedOut'>['data']): number => counted;

function participationAfter(
  row: ParticipationRow | undefined,
  event: Recorded<Signed | Of<'ActivityCancelled'>>,
  id: string,
): ParticipationRow | undefined {
  switch (event.type) {
    case 'VolunteerSignedUp': {
      const { person, cohort } = event.data;
      const { unit, territory, day } = cohort;
      return { id, activity: streamKey(event.stream), person, unit, territory, day, stage: 'signed-up', minutes: 0 };
    }
    case 'VolunteerSignedIn':
      return row && { ...row, stage: 'present' };
    case 'VolunteerSignedOut':
      return row && { ...row, stage: 'left', minutes: row.minutes + countedOf(event.data) };
    case 'SignUpCancelled':
    case 'ActivityCancelled':
      return undefined;
    default:
      return unreachable(event);
  }
}

/** Who signed up for what: the list to check off at an activity, and what a person has before them. */
export const participations = table<ParticipationRow, Signed | Of<'ActivityCancelled'>>({
  name: 'participations',
  row: participationRow,
  on: ['VolunteerSignedUp', 'SignUpCancelled', 'VolunteerSignedIn', 'VolunteerSignedOut', 'ActivityCancelled'],
  keys({ stream, data }) {
    const persons = 'persons' in data ? data.persons : [data.person];
    return persons.map((person) => `${streamKey(stream)}/${person}`);
  },
  project: participationAfter,
  indexes: [['activity', 'person'], ['person', 'day'], ['territory'], ['unit']],
  about: { territory: 'territory', unit: 'unit', owner: 'person' },
});

/** What was done under a unit, a field of service and a day: activities, turns of persons in them, minutes of those that count. */
export const activityCountRow = z.object({
  unit: z.string(),
  territory: z.string(),
  field: z.string(),
  day: z.string(),
  activities: z.number(),
  turns: z.number(),
  minutes: z.number(),
});
export type ActivityCountRow = z.infer<typeof activityCountRow>;

const countOf = ({ unit, territory, field, day }: ActivityCohort, add: Delta['add']): readonly Delta[] => [
  { row: { unit, territory, field, day }, add: { activities: 0, turns: 0, minutes: 0, ...add } },
];

/** Activities that took place or are to, and turns of service in them, by unit, field and day. */
export const activityCounts = counter<ActivityCountRow, Own>({
  name: 'activity-counts',
  row: activityCountRow,
  on: ['ActivityPublished', 'ActivityCancelled', 'VolunteerSignedOut'],
  deltas({ type, data }) {
    if (type === 'ActivityPublished') return countOf(data.cohort, { activities: 1 });
    if (type === 'ActivityCancelled') return countOf(data.cohort, { activities: -1 });
    return type === 'VolunteerSignedOut' ? countOf(data.cohort, { turns: 1, minutes: countedOf(data) }) : [];
  },
  indexes: [
    ['territory', 'day'],
    ['unit', 'day'],
    ['field', 'day'],
  ],
  about: { territory: 'territory', unit: 'unit' },
});

/** Read models of activities: what there is, who takes part, what was done. */
export const activityViews = [activities, participations, activityCounts] as const;
