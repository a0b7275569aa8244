import * as z from 'zod/mini';
import type { Recorded } from '../kernel/envelope.ts';
import { streamKey } from '../kernel/ids.ts';
import { table } from '../kernel/views.ts';
import { choice, type BallotEvent, type BallotSubject } from './ballot.ts';
import { sharedCode } from './shared-code.ts';
import { votes } from './meeting.ts';

type Of<T extends BallotEvent['type']> = Extract<Recorded<BallotEvent>, { type: T }>;

/** A ballot in a list. Counts are there once it is closed: nobody sees how it goes before. */
export const ballotRow = z.object({
  id: z.string(),
  /** The topic whose step, or the sitting of whose agenda the item, is voted on. */
  topic: z.optional(z.string()),
  step: z.optional(z.string()),
  sitting: z.optional(z.string()),
  item: z.optional(z.number()),
  stage: z.enum(['open', 'closed']),
  form: z.enum(['open', 'secret']),
  /** The longest code that all of its places begin with. */
  territory: z.string(),
  unit: z.optional(z.string()),
  eligible: z.number(),
  /** How many have voted, or were handed a voting paper. */
  marked: z.number(),
  counts: z.optional(votes),
  quorate: z.optional(z.boolean()),
  carried: z.optional(z.boolean()),
  closesAt: z.number(),
  changedAt: z.number(),
});
export type BallotRow = z.infer<typeof ballotRow>;

const columnsOf = (subject: BallotSubject) =>
  'topic' in subject ? { topic: subject.topic, step: subject.step } : { sitting: subject.sitting, item: subject.item };

const firstBallot = ({ stream, at, data }: Of<'BallotOpened'>): BallotRow => ({
  id: streamKey(stream),
  ...columnsOf(data.subject),
  stage: 'open',
  form: data.form,
  territory: sharedCode(data.territories),
  unit: data.units[0],
  eligible: data.eligible.length,
  marked: 0,
  closesAt: data.closesAt,
  changedAt: at,
});

function changed(row: BallotRow, event: Exclude<Recorded<BallotEvent>, { type: 'BallotOpened' }>): BallotRow {
  if (event.type !== 'BallotClosed') return { ...row, marked: row.marked + 1, changedAt: event.at };
  const { counts, quorate, carried } = event.data;
  return { ...row, stage: 'closed', counts, quorate, carried, changedAt: event.at };
}

/** Ballots: what is voted on, until when, how many have voted, and what came of it. A counted paper does not touch a row. */
export const ballots = table<BallotRow, BallotEvent>({
  name: 'ballots',
  row: ballotRow,
  on: ['BallotOpened', 'VoteCast', 'PaperHandedOut', 'BallotClosed'],
  keys: (event) => [streamKey(event.stream)],
  project(row, event) {
    if (event.type === 'BallotOpened') return firstBallot(event);
    return row === undefined ? undefined : changed(row, event);
  },
  indexes: [['topic', 'step'], ['sitting', 'item'], ['stage', 'closesAt'], ['territory'], ['id'], ['unit']],
  about: { territory: 'territory', unit: 'unit' },
});

/** One of those due at a ballot: by which post, who votes for them, whether they have voted, and how if it was in the open. */
export const ballotVoterRow = z.object({
  id: z.string(),
  ballot: z.string(),
  person: z.string(),
  post: z.string(),
  proxy: z.optional(z.string()),
  /** Whether they have voted, or were handed a voting paper. */
  marked: z.boolean(),
  /** There where it was noted that they declined a voting paper. */
  declined: z.optional(z.boolean()),
  /** There of a vote that was cast in the open. */
  choice: z.optional(choice),
});
export type BallotVoterRow = z.infer<typeof ballotVoterRow>;

const keyOf = (ballot: string, person: string): string => `${ballot}/${person}`;

function personsTouched(event: Recorded<BallotEvent>): readonly string[] {
  switch (event.type) {
    case 'BallotOpened':
      return event.data.eligible.map(({ person }) => person);
    case 'VoteCast':
    case 'PaperHandedOut':
    case 'ProxyAppointed':
      return [event.data.person];
    case 'UrnOpened':
      return event.data.declined ?? [];
    default:
      return [];
  }
}

function listed({ stream, data }: Of<'BallotOpened'>, id: string): BallotVoterRow | undefined {
  const ballot = streamKey(stream);
  const found = data.eligible.find(({ person }) => keyOf(ballot, person) === id);
  return found === undefined ? undefined : { id, ballot, person: found.person, post: found.post, marked: false };
}

function marked(row: BallotVoterRow, event: Recorded<BallotEvent>): BallotVoterRow {
  if (event.type === 'ProxyAppointed') return { ...row, proxy: event.data.proxy };
  if (event.type === 'UrnOpened') return { ...row, declined: true };
  if (event.type === 'VoteCast') return { ...row, marked: true, choice: event.data.choice };
  return { ...row, marked: true };
}

/** Those due at each ballot, as listed on the day it was opened. */
export const ballotVoters = table<BallotVoterRow, BallotEvent>({
  name: 'ballot-voters',
  row: ballotVoterRow,
  on: ['BallotOpened', 'ProxyAppointed', 'VoteCast', 'PaperHandedOut', 'UrnOpened'],
  keys: (event) => personsTouched(event).map((person) => keyOf(streamKey(event.stream), person)),
  project(row, event, id) {
    if (event.type === 'BallotOpened') return listed(event, id);
    return row === undefined ? undefined : marked(row, event);
  },
  indexes: [['ballot', 'person'], ['person'], ['proxy']],
  about: {},
  persons: ['proxy'],
  within: { column: 'ballot', stream: 'ballot' },
});

/** Read models of ballots: what is voted on and what came of it, and who is due. */
export const ballotViews = [ballots, ballotVoters] as const;
