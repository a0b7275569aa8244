import {
  addToAgenda,
  faultsOf,
  holdMeeting,
  needed,
  reaches,
  resolveMeeting,
  type Fault,
  type Outcome,
} from '@keting/domain';
import type { BoardLane } from './lanes.ts';
import type { BoardAttendee, BoardTopic } from './topic.ts';

/** What a person has ticked and typed so far in the panel of one topic. Numbers stay text until they are sent. */
export interface Draft {
  readonly came: ReadonlySet<string>;
  readonly item: string;
  readonly outcome: Outcome;
  readonly resolution: string;
  readonly inFavour: string;
  readonly against: string;
  readonly abstained: string;
  readonly handler: string;
}

/** Nothing is ticked, typed or counted yet: what stands in the minutes, somebody has entered. */
export const emptyDraft = (outcome: Outcome = 'settled'): Draft => ({
  came: new Set(),
  item: '',
  outcome,
  resolution: '',
  inFavour: '',
  against: '',
  abstained: '',
  handler: '',
});

/** A command ready to be asked, or what is wrong with the fields it was made from. */
export type Asked =
  | { readonly ok: true; readonly command: { readonly type: string; readonly data: unknown } }
  | { readonly ok: false; readonly faults: readonly Fault[] };

type Schema = typeof holdMeeting | typeof addToAgenda | typeof resolveMeeting;

function asked(type: string, schema: Schema, data: unknown): Asked {
  const parsed = schema.safeParse(data);
  return parsed.success
    ? { ok: true, command: { type, data } }
    : { ok: false, faults: faultsOf(parsed.error.issues, data) };
}

const whole = (typed: string): number | undefined => (typed.trim() === '' ? undefined : Number(typed));

/** All who came are in favour. */
export const unanimous = ({ present = 0 }: BoardTopic): Pick<Draft, 'inFavour' | 'against' | 'abstained'> => ({
  inFavour: String(present),
  against: '0',
  abstained: '0',
});

const isCounted = ({ inFavour, against, abstained }: Draft): boolean =>
  [inFavour, against, abstained].some((typed) => typed.trim() !== '');

/** Votes as typed. Where none are in favour, undefined lets the schema name the field; nobody against is 0. */
export const votesOf = ({ inFavour, against, abstained }: Draft) => ({
  inFavour: whole(inFavour),
  against: whole(against) ?? 0,
  abstained: whole(abstained) ?? 0,
});

export const voters = (attendance: readonly BoardAttendee[]): readonly BoardAttendee[] =>
  attendance.filter(({ observer }) => observer !== true);
export const sittingIn = (attendance: readonly BoardAttendee[]): readonly BoardAttendee[] =>
  attendance.filter(({ observer }) => observer === true);

const among = (list: readonly BoardAttendee[], came: ReadonlySet<string>): readonly string[] =>
  list.map(({ person }) => person).filter((person) => came.has(person));

export function askHold({ id, attendance = [] }: BoardTopic, { came }: Draft): Asked {
  const data = { meeting: id, present: among(voters(attendance), came), observers: among(sittingIn(attendance), came) };
  return asked('HoldMeeting', holdMeeting, data);
}

export const askItem = ({ id }: BoardTopic, { item }: Draft): Asked =>
  asked('AddToAgenda', addToAgenda, { meeting: id, title: item });

/** Votes are not asked for where nobody was there to vote, nor where a matter goes on without one. */
export function askResolve(topic: BoardTopic, draft: Draft): Asked {
  const { outcome, resolution, handler } = draft;
  const base = { meeting: topic.id, outcome, resolution };
  const voteless = topic.eligible === 0 || (outcome === 'passed-up' && !isCounted(draft));
  const votes = voteless ? {} : { votes: votesOf(draft) };
  const to = outcome === 'referred' ? { handler } : {};
  return asked('ResolveMeeting', resolveMeeting, { ...base, ...votes, ...to });
}

/** A count against what it must reach. */
export interface Tally {
  readonly counted: number;
  readonly of: number;
  readonly needed: number;
  readonly reached: boolean;
}

const tally = (share: NonNullable<BoardLane['quorum']>, counted: number, of: number): Tally => ({
  counted,
  of,
  needed: needed(share, of),
  reached: of > 0 && reaches(share, counted, of),
});

/** Those present of those entitled, against the lane's quorum; undefined where the lane states none or nobody is due. */
export function quorumTally(lane: BoardLane, present: number, eligible: number | undefined): Tally | undefined {
  if (lane.quorum === undefined || eligible === undefined || eligible === 0) return undefined;
  return tally(lane.quorum, present, eligible);
}

/** Why a resolution cannot be sent yet, beside what its fields say. */
export type VoteFault =
  | { readonly code: 'votes-exceed-present'; readonly cast: number; readonly present: number }
  | { readonly code: 'majority-missed'; readonly needed: number };

/** Holds votes to those present, and to the majority where the outcome needs one. */
export function voteFault(topic: BoardTopic, lane: BoardLane, draft: Draft): VoteFault | undefined {
  const { present } = topic;
  if (present === undefined || !isCounted(draft)) return undefined;
  const { inFavour = 0, against, abstained } = votesOf(draft);
  const cast = inFavour + against + abstained;
  if (cast > present) return { code: 'votes-exceed-present', cast, present };
  if (draft.outcome === 'passed-up' || lane.majority === undefined) return undefined;
  const { reached, needed: least } = tally(lane.majority, inFavour, present);
  return reached ? undefined : { code: 'majority-missed', needed: least };
}
