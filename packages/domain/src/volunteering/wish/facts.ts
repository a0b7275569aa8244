import * as z from 'zod/mini';
import { fact, type FactReader } from '../../kernel/facts.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { ownWishRow } from './views.ts';

/** Wishes of a person that nobody has fulfilled yet. */
export const openWishesOf = fact<readonly string[]>()<[wisher: PersonId]>('openWishesOf');

const readWishes: FactReader = async (source, wisher): Promise<readonly string[]> => {
  const rows = z.array(ownWishRow).parse(await source.find('own-wishes', { wisher: String(wisher) }));
  return rows.filter(({ stage }) => stage === 'open' || stage === 'claimed').map(({ id }) => id);
};

export const wishFacts = { openWishesOf: readWishes } satisfies Readonly<Record<string, FactReader>>;
