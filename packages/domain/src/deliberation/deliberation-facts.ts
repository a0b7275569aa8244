import * as z from 'zod/mini';
import { fact, type FactReader } from '../kernel/facts.ts';
import type { TerritoryCode } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import { ballotStream, type BallotState, type BallotSubject } from './ballot.ts';
import type { Attendee } from './meeting.ts';
import { sittingStream, type SittingState } from './sitting.ts';
import { topicStream, type TopicState } from './topic.ts';

/** What a ballot came to; `closed` is false while it is open. */
export interface BallotFact {
  readonly subject: BallotSubject;
  readonly closed: boolean;
  readonly quorate: boolean;
  readonly carried: boolean;
}

/** Where a topic stands: the step that waits to be taken, or none. */
export interface TopicFact {
  readonly procedure: string;
  readonly grids: readonly TerritoryCode[];
  readonly open?: { readonly step: string; readonly round: number } | undefined;
}

/** A sitting that takes place: whose, who is due and who is there, how long its agenda is. */
export interface SittingFact {
  readonly assembly: string;
  readonly units: readonly string[];
  readonly territories: readonly string[];
  readonly open: boolean;
  /** The end of its day. */
  readonly ends: Instant;
  readonly items: number;
  readonly eligible: readonly Attendee[];
  readonly present: readonly Attendee['person'][];
}

/** The ballot of that id, or undefined. */
export const ballotOf = fact<BallotFact | undefined>()<[string]>('ballotOf');
/** Ballots of a sitting that are not closed, by their ids. */
export const openBallotsOf = fact<readonly string[]>()<[sitting: string]>('openBallotsOf');
/** The topic of that id, or undefined. */
export const topicOf = fact<TopicFact | undefined>()<[string]>('topicOf');
/** The sitting of that id, or undefined. */
export const sittingOf = fact<SittingFact | undefined>()<[string]>('sittingOf');

const readBallot: FactReader = async (source, id): Promise<BallotFact | undefined> => {
  const state = await source.load<BallotState>(ballotStream(String(id)));
  if (state === undefined) return undefined;
  const { subject, stage } = state;
  if (stage === 'open') return { subject, closed: false, quorate: false, carried: false };
  return { subject, closed: true, quorate: state.quorate, carried: state.carried };
};

const found = z.array(z.object({ id: z.string() }));

/** Rows say where to look; whether a ballot is open, its stream does. */
const readOpenBallots: FactReader = async (source, sitting): Promise<readonly string[]> => {
  const ids = found.parse(await source.find('ballots', { sitting: String(sitting) })).map(({ id }) => id);
  const states = await Promise.all(ids.map((id) => source.load<BallotState>(ballotStream(id))));
  return states.flatMap((state) => (state?.stage === 'open' ? [state.id] : [])).sort();
};

const readTopic: FactReader = async (source, id): Promise<TopicFact | undefined> => {
  const state = await source.load<TopicState>(topicStream(String(id)));
  if (state === undefined) return undefined;
  const { procedure, grids } = state;
  return { procedure, grids, open: state.stage === 'open' ? { step: state.step, round: state.round } : undefined };
};

const readSitting: FactReader = async (source, id): Promise<SittingFact | undefined> => {
  const state = await source.load<SittingState>(sittingStream(String(id)));
  if (state === undefined) return undefined;
  const { assembly, units, territories, items, lapsesAt } = state;
  const of = { assembly, units, territories, items, ends: lapsesAt };
  return state.stage === 'opened' || state.stage === 'closed'
    ? { ...of, open: state.stage === 'opened', eligible: state.eligible, present: state.present }
    : { ...of, open: false, eligible: [], present: [] };
};

export const ballotFacts = { ballotOf: readBallot, openBallotsOf: readOpenBallots };
export const topicFacts = { topicOf: readTopic };
export const sittingFacts = { sittingOf: readSitting };
