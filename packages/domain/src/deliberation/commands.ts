import * as z from 'zod/mini';
import { contentRef, type Sealed } from '../kernel/contents.ts';
import type { CommandSpec } from '../kernel/decider.ts';
import type { Message } from '../kernel/envelope.ts';
import { unitOf, type Facts } from '../kernel/facts.ts';
import { caseId, meetingId, modelKey, personId, unitId } from '../kernel/ids.ts';
import { meetingStream, votes, type MeetingState } from './meeting.ts';

/** More than sit in any meeting of ours; keeps a list of persons bounded. */
const roomFor = 1000;
const of = { meeting: meetingId };
const persons = z.array(personId).check(z.maxLength(roomFor));
/** What an item of the agenda is called: 1 to 200 characters. */
const title = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));
/** What was resolved, or why the case goes on: 1 to 1,000 characters. */
const resolution = z.string().check(z.trim(), z.minLength(1), z.maxLength(1000));

/** Calls a meeting on a case. The title is a reference that the case's event holds already, so it is not sealed anew. */
export const callMeeting = z.strictObject({
  ...of,
  case: caseId,
  tier: modelKey,
  grid: z.string().check(z.minLength(1)),
  title: contentRef,
});
/** Copies the list of those entitled once more, after posts were filled. */
export const relistMeeting = z.strictObject(of);
/** Puts one more item on the agenda, by a title of 1 to 200 characters; refused once it is held or has 50 items. */
export const addToAgenda = z.strictObject({ ...of, title });
/** Who came. A person who is named twice is there once. */
export const holdMeeting = z.strictObject({ ...of, present: persons, observers: z.optional(persons) });
/** What came of it. Votes are counted of those present; a meeting that nobody is entitled to has none. */
export const resolveMeeting = z.discriminatedUnion('outcome', [
  z.strictObject({ ...of, outcome: z.literal('settled'), resolution, votes }),
  z.strictObject({ ...of, outcome: z.literal('referred'), resolution, votes, handler: unitId }),
  z.strictObject({ ...of, outcome: z.literal('passed-up'), resolution, votes: z.optional(votes) }),
]);

export type CallMeetingData = z.infer<typeof callMeeting>;
export type RelistMeetingData = z.infer<typeof relistMeeting>;
export type AddToAgendaData = Sealed<z.infer<typeof addToAgenda>, 'title'>;
export type HoldMeetingData = z.infer<typeof holdMeeting>;
type SealedResolution<Data> = Data extends { readonly resolution: string } ? Sealed<Data, 'resolution'> : never;
export type ResolveMeetingData = SealedResolution<z.infer<typeof resolveMeeting>>;

/** What may be asked of meetings, as `decide` sees it. */
export type MeetingCommand =
  | Message<'CallMeeting', CallMeetingData>
  | Message<'RelistMeeting', RelistMeetingData>
  | Message<'AddToAgenda', AddToAgendaData>
  | Message<'HoldMeeting', HoldMeetingData>
  | Message<'ResolveMeeting', ResolveMeetingData>;
/** What may be asked of a meeting that stands. */
export type MeetingStep = Exclude<MeetingCommand, { type: 'CallMeeting' }>;

const stream = (data: { readonly meeting: string }) => meetingStream(data.meeting);

const call: CommandSpec<CallMeetingData> = {
  schema: () => callMeeting,
  stream,
  begins: true,
  about: ({ grid }) => ({ territory: grid }),
};

/**
 * Where the body that meets stands: a unit's territories, or the grid whose staff meets. The record of a street's meeting is
 * for those who reach the street, though its case lies in one grid.
 */
function placeOfBody({ unit, grid }: MeetingState, facts: Facts): readonly string[] {
  const body = unitId.safeParse(unit);
  if (unit === grid || !body.success) return [grid];
  return facts(unitOf(body.data))?.territories ?? [grid];
}

const step = (
  schema: z.ZodMiniType,
  ...seals: readonly string[]
): CommandSpec<{ readonly meeting: string }, MeetingState> => ({
  schema: () => schema,
  stream,
  seals,
  about: (_data, state, facts) =>
    state === undefined ? {} : { territory: placeOfBody(state, facts), unit: state.unit },
});

/** Every command on a meeting: what it may say, the stream it is decided on, the texts that must stay erasable. */
export const meetingCommandSpecs = {
  CallMeeting: call,
  RelistMeeting: step(relistMeeting),
  AddToAgenda: step(addToAgenda, 'title'),
  HoldMeeting: step(holdMeeting),
  ResolveMeeting: step(resolveMeeting, 'resolution'),
} as const;
