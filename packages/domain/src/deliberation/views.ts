import * as z from 'zod/mini';
import { contentRef } from '../kernel/contents.ts';
import type { Recorded } from '../kernel/envelope.ts';
import { streamKey } from '../kernel/ids.ts';
import { table } from '../kernel/views.ts';
import { meetingEventSchemas, outcome, votes, type Attendee, type MeetingEvent } from './meeting.ts';

const on = Object.keys(meetingEventSchemas);

/** A meeting in a list: at which tier and step, on which case, who is due and who came, what came of it. */
export const topicRow = z.object({
  id: z.string(),
  case: z.string(),
  tier: z.string(),
  step: z.enum(['called', 'held', 'resolved']),
  /** Grid code; a territory is a range of it. */
  grid: z.string(),
  /** The unit that meets, or the grid whose staff does. */
  unit: z.optional(z.string()),
  title: contentRef,
  /** How many are entitled; 0 asks for attention: posts are vacant, or no such unit stands over the place. */
  eligible: z.number(),
  present: z.optional(z.number()),
  /** How many items its agenda has. */
  items: z.number(),
  outcome: z.optional(outcome),
  votes: z.optional(votes),
  handler: z.optional(z.string()),
  /** The tier that the case was passed to. */
  next: z.optional(z.string()),
  resolution: z.optional(contentRef),
  calledAt: z.number(),
  changedAt: z.number(),
});
export type TopicRow = z.infer<typeof topicRow>;

type Of<T extends MeetingEvent['type']> = Extract<Recorded<MeetingEvent>, { type: T }>;

const firstTopic = ({ stream, at, data }: Of<'MeetingCalled'>): TopicRow => ({
  id: streamKey(stream),
  case: data.case,
  tier: data.tier,
  step: 'called',
  grid: data.grid,
  unit: data.unit,
  title: data.title,
  eligible: data.eligible.length,
  items: 1,
  calledAt: at,
  changedAt: at,
});

function changed(event: Exclude<Recorded<MeetingEvent>, { type: 'MeetingCalled' }>): Partial<TopicRow> {
  switch (event.type) {
    case 'MeetingRelisted':
      return { unit: event.data.unit, eligible: event.data.eligible.length };
    case 'AgendaItemAdded':
      return { items: event.data.item };
    case 'MeetingHeld':
      return { step: 'held', present: event.data.present.length };
    case 'MeetingResolved': {
      const { outcome: came, resolution, handler, next, votes: counted } = event.data;
      return { step: 'resolved', outcome: came, resolution, handler, next, votes: counted };
    }
  }
}

/** Meetings with what they talk over, by tier and step, by place, by case. */
export const topics = table<TopicRow, MeetingEvent>({
  name: 'topics',
  row: topicRow,
  on,
  keys: (event) => [streamKey(event.stream)],
  project(row, event) {
    if (event.type === 'MeetingCalled') return firstTopic(event);
    return row === undefined ? undefined : { ...row, ...changed(event), changedAt: event.at };
  },
  indexes: [['tier', 'step'], ['grid'], ['case'], ['id'], ['unit']],
  about: { territory: 'grid', unit: 'unit' },
  contents: { title: 'see:meetings', resolution: 'see:meetings' },
});

/** One item of a meeting's agenda. */
export const agendaRow = z.object({
  id: z.string(),
  meeting: z.string(),
  /** Place on the agenda, from 1; the case that the meeting was called for comes first. */
  item: z.number(),
  title: contentRef,
});
export type AgendaRow = z.infer<typeof agendaRow>;

/** What each meeting talks over, in order. */
export const agenda = table<AgendaRow, MeetingEvent>({
  name: 'agenda',
  row: agendaRow,
  on: ['MeetingCalled', 'AgendaItemAdded'],
  keys: (event) => {
    if (event.type === 'MeetingCalled') return [`${streamKey(event.stream)}/1`];
    return event.type === 'AgendaItemAdded' ? [`${streamKey(event.stream)}/${event.data.item}`] : [];
  },
  project(row, event, id) {
    if (event.type !== 'MeetingCalled' && event.type !== 'AgendaItemAdded') return row;
    const item = event.type === 'MeetingCalled' ? 1 : event.data.item;
    return { id, meeting: streamKey(event.stream), item, title: event.data.title };
  },
  indexes: [['meeting', 'item']],
  about: {},
  within: { column: 'meeting', stream: 'meeting' },
  contents: { title: 'see:meetings' },
});

/** One who is entitled to a meeting, by which post, with a vote or sitting in, and whether they came. */
export const attendanceRow = z.object({
  id: z.string(),
  meeting: z.string(),
  person: z.string(),
  post: z.string(),
  role: z.enum(['member', 'observer']),
  /** False until the meeting is held, and for those who did not come. */
  present: z.boolean(),
});
export type AttendanceRow = z.infer<typeof attendanceRow>;

type Role = AttendanceRow['role'];
interface Entitled {
  readonly attendee: Attendee;
  readonly role: Role;
}

const entitled = (list: {
  readonly eligible: readonly Attendee[];
  readonly observers: readonly Attendee[];
}): readonly Entitled[] => [
  ...list.eligible.map((attendee) => ({ attendee, role: 'member' as const })),
  ...list.observers.map((attendee) => ({ attendee, role: 'observer' as const })),
];

const keyOf = (meeting: string, person: string): string => `${meeting}/${person}`;

function personsTouched(event: Recorded<MeetingEvent>): readonly string[] {
  switch (event.type) {
    case 'MeetingCalled':
      return entitled(event.data).map(({ attendee }) => attendee.person);
    case 'MeetingRelisted': {
      const both = [...entitled(event.data.was), ...entitled(event.data)];
      return [...new Set(both.map(({ attendee }) => attendee.person))];
    }
    case 'MeetingHeld':
      return [...event.data.present, ...event.data.observers];
    default:
      return [];
  }
}

function listedRow(event: Of<'MeetingCalled'> | Of<'MeetingRelisted'>, id: string): AttendanceRow | undefined {
  const meeting = streamKey(event.stream);
  const found = entitled(event.data).find(({ attendee }) => keyOf(meeting, attendee.person) === id);
  if (found === undefined) return undefined;
  const { attendee, role } = found;
  return { id, meeting, person: attendee.person, post: attendee.post, role, present: false };
}

/** Those entitled to each meeting: the list to check off, and afterwards who came. */
export const attendance = table<AttendanceRow, MeetingEvent>({
  name: 'attendance',
  row: attendanceRow,
  on: ['MeetingCalled', 'MeetingRelisted', 'MeetingHeld'],
  keys: (event) => personsTouched(event).map((person) => keyOf(streamKey(event.stream), person)),
  project(row, event, id) {
    if (event.type === 'MeetingHeld') return row === undefined ? undefined : { ...row, present: true };
    return event.type === 'MeetingCalled' || event.type === 'MeetingRelisted' ? listedRow(event, id) : row;
  },
  indexes: [['meeting', 'role', 'person'], ['person']],
  about: {},
  within: { column: 'meeting', stream: 'meeting' },
});

/** Read models of meetings: what they talk over, their agendas, who is entitled and who came. */
export const meetingViews = [topics, agenda, attendance] as const;
