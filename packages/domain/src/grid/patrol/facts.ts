import { fact, type FactReader } from '../../kernel/facts.ts';
import type { CivilDate } from '../../kernel/time.ts';
import { roundsStream, type Rounds } from './patrol.ts';

/** The day on which rounds are due in a grid next, or on which they are due now. */
export interface RoundsFact {
  readonly day: CivilDate;
  readonly needed: number;
  readonly done: number;
}

/** The rounds of a grid, or undefined where none are due. */
export const roundsOf = fact<RoundsFact | undefined>()<[grid: string]>('roundsOf');

const readRounds: FactReader = async (source, grid): Promise<RoundsFact | undefined> => {
  const rounds = await source.load<Rounds>(roundsStream(String(grid)));
  return rounds?.stage === 'due' ? { day: rounds.day, needed: rounds.needed, done: rounds.done } : undefined;
};

export const patrolFacts = { roundsOf: readRounds } satisfies Readonly<Record<string, FactReader>>;
