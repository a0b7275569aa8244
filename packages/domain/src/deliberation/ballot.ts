import * as z from 'zod/mini';
import { votingRule } from '../governance-model/procedure-rules.ts';
import type { Envelope, Message, Recorded } from '../kernel/envelope.ts';
import { modelKey, personId, sittingId, streamKey, topicId, type PersonId } from '../kernel/ids.ts';
import { instant } from '../kernel/time.ts';
import { attendee, votes, type Votes } from './meeting.ts';

/** What a voter can say. */
export const choice = z.enum(['inFavour', 'against', 'abstained']);
export type Choice = z.infer<typeof choice>;

/** Hash of the secret on a voting paper: SHA-256, hexadecimal. */
export const paperHash = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** What is voted on: a step of a topic, in the round in which it was open, or an item of a sitting's agenda. */
export const ballotSubject = z.union([
  z.strictObject({ topic: topicId, step: modelKey, round: z.int().check(z.minimum(1)) }),
  z.strictObject({ sitting: sittingId, item: z.int().check(z.minimum(1)) }),
]);
export type BallotSubject = z.infer<typeof ballotSubject>;

/** A ballot was opened, with the list of those due that day and the rule that decides, as they were then. */
export const ballotOpened = z.strictObject({
  subject: ballotSubject,
  /** The units whose body votes, and the codes that it stands over. */
  units: z.array(z.string()),
  territories: z.array(z.string()),
  form: z.enum(['open', 'secret']),
  rule: votingRule,
  eligible: z.array(attendee).check(z.minLength(1)),
  /** Who is at the sitting; left out where those take part who vote. */
  present: z.optional(z.array(personId)),
  closesAt: instant,
  /** Hashes of all voting papers, in the order of the hashes; none of an open ballot. */
  papers: z.array(paperHash),
});
/** One of those due lets another vote for them. */
export const proxyAppointed = z.strictObject({ person: personId, proxy: personId });
/** A vote in the open: whose it is, who cast it, and how. */
export const voteCast = z.strictObject({ person: personId, by: personId, choice });
/** One of those due was handed a voting paper, whichever it was. */
export const paperHandedOut = z.strictObject({ person: personId });
/** All papers that are to be used are handed out, to so many; from now on they are counted. */
export const urnOpened = z.strictObject({
  papers: z.int().check(z.minimum(2)),
  /** Those who could vote and took no paper: they declined one. Left out where there is nobody like that. */
  declined: z.optional(z.array(personId)),
});
/** A voting paper was counted, whoever had it. */
export const paperCast = z.strictObject({ paper: paperHash, choice });
/** The ballot ended with these counts. `quorate`: enough took part; `carried`: also enough were in favour. */
export const ballotClosed = z.strictObject({
  subject: ballotSubject,
  counts: votes,
  eligible: z.int(),
  /** How many took part: who was there or voted by proxy at a sitting, else who voted. */
  attending: z.int(),
  quorate: z.boolean(),
  carried: z.boolean(),
});

/** The data of every event of a ballot, by the event's type. */
export const ballotEventSchemas = {
  BallotOpened: ballotOpened,
  ProxyAppointed: proxyAppointed,
  VoteCast: voteCast,
  PaperHandedOut: paperHandedOut,
  UrnOpened: urnOpened,
  PaperCast: paperCast,
  BallotClosed: ballotClosed,
} as const;

type Schemas = typeof ballotEventSchemas;
/** What can happen to a ballot. */
export type BallotEvent = { [T in keyof Schemas]: Message<T, z.infer<Schemas[T]>> }[keyof Schemas];

interface Standing extends z.infer<typeof ballotOpened> {
  readonly id: string;
  /** Who votes for whom, by the person whose vote it is. */
  readonly proxies: Readonly<Record<string, PersonId>>;
  /** Who has voted in the open, or was handed a paper. */
  readonly marked: readonly PersonId[];
  /** Whether papers are counted by now, and none is handed out any more. */
  readonly urn: boolean;
  /** Who took no paper when all were handed out. */
  readonly declined: readonly PersonId[];
  /** Papers that were counted. */
  readonly spent: readonly string[];
  readonly counts: Votes;
}
export type OpenBallot = Standing & { readonly stage: 'open' };
export type ClosedBallot = Standing & {
  readonly stage: 'closed';
  readonly quorate: boolean;
  readonly carried: boolean;
};
/**
 * A ballot: open until it is closed. What is kept of a secret one is who was handed a paper and which papers were counted how.
 * Who drew which paper happens outside the record, and none is counted before all are handed out, so that neither a name nor the
 * order of things leads from one to the other.
 */
export type BallotState = OpenBallot | ClosedBallot;

/** The stream of a ballot, by the ballot's id. */
export const ballotStream = (id: string): `ballot/${string}` => `ballot/${id}`;

const begin = ({ stream }: Envelope, data: z.infer<typeof ballotOpened>): OpenBallot => ({
  ...data,
  stage: 'open',
  id: streamKey(stream),
  proxies: {},
  marked: [],
  urn: false,
  declined: [],
  spent: [],
  counts: { inFavour: 0, against: 0, abstained: 0 },
});

const counted = (counts: Votes, said: Choice): Votes => ({ ...counts, [said]: counts[said] + 1 });

function next(state: BallotState, event: Recorded<BallotEvent>): BallotState {
  switch (event.type) {
    case 'BallotOpened':
      return state;
    case 'ProxyAppointed':
      return { ...state, proxies: { ...state.proxies, [event.data.person]: event.data.proxy } };
    case 'VoteCast': {
      const { person, choice: said } = event.data;
      return { ...state, marked: [...state.marked, person], counts: counted(state.counts, said) };
    }
    case 'PaperHandedOut':
      return { ...state, marked: [...state.marked, event.data.person] };
    case 'UrnOpened':
      return { ...state, urn: true, declined: event.data.declined ?? [] };
    case 'PaperCast': {
      const { paper, choice: said } = event.data;
      return { ...state, spent: [...state.spent, paper], counts: counted(state.counts, said) };
    }
    case 'BallotClosed':
      return { ...state, stage: 'closed', quorate: event.data.quorate, carried: event.data.carried };
  }
}

/** Folds what happened into the state of a ballot. */
export function evolveBallot(state: BallotState | undefined, event: Recorded<BallotEvent>): BallotState {
  if (event.type === 'BallotOpened') return begin(event, event.data);
  if (state === undefined) throw new Error(`${event.stream} begins with ${event.type}`);
  return next(state, event);
}

/** Whether one of those due is at the sitting; where there is none, whoever votes takes part. */
const isThere = ({ present }: BallotState, person: PersonId): boolean => present?.includes(person) ?? true;

/** Who votes for a person, where they have named one. Only own keys: a person may be called as something that every object has. */
export const proxyOf = ({ proxies }: BallotState, person: PersonId): PersonId | undefined =>
  Object.prototype.hasOwnProperty.call(proxies, person) ? proxies[person] : undefined;

/** Who may still have a vote cast for them: who is there, or has given it to one who is. */
export function canTakePart(state: BallotState, person: PersonId): boolean {
  const proxy = proxyOf(state, person);
  return isThere(state, person) || (proxy !== undefined && isThere(state, proxy));
}

/** How many have voted: in the open as marked, in secret by the papers that were counted. */
export const votedOf = ({ counts }: BallotState): number => counts.inFavour + counts.against + counts.abstained;

/** How many take part: at a sitting who is there or represented, else who has voted. */
export const attendingOf = (state: BallotState): number =>
  state.present === undefined
    ? votedOf(state)
    : state.eligible.filter(({ person }) => canTakePart(state, person)).length;
