import { fact, type FactReader } from '../../kernel/facts.ts';
import { gridPeopleStream, type HoldingState } from './holding.ts';

/** How many people of each kind were counted in a grid last, by kind; empty where nobody was. */
export const peopleIn = fact<Readonly<Record<string, number>>>()<[grid: string]>('peopleIn');

const readPeople: FactReader = async (source, grid): Promise<Readonly<Record<string, number>>> => {
  const state = await source.load<HoldingState>(gridPeopleStream(String(grid)));
  return state?.stage === 'people' ? state.counts : {};
};

export const holdingFacts = { peopleIn: readPeople } satisfies Readonly<Record<string, FactReader>>;
