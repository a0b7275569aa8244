import type { Honour } from './honour.ts';
import type { Item } from './item.ts';
import { isHonour, isItem, type PointState } from './points.ts';

const ofHonour =
  (...stages: readonly Honour['stage'][]) =>
  (state: PointState) =>
    isHonour(state) && stages.includes(state.stage) ? { honour: state.id } : undefined;

const ofItem =
  <Data>(draft: (item: Item) => Data) =>
  (state: PointState) =>
    isItem(state) ? draft(state) : undefined;

/** What the desk proposes: one more on the shelf, the count as it stands; of an honour what its stage lets one say. */
export const pointOffers = {
  StockItem: ofItem(({ id }) => ({ item: id, quantity: 1 })),
  CountStock: ofItem(({ id, stock }) => ({ item: id, stock })),
  WithdrawItem: ofItem(({ id }) => ({ item: id })),
  ConsentToHonour: ofHonour('proposed'),
  WithdrawHonourConsent: ofHonour('proposed', 'candidate', 'granted'),
  GrantHonour: ofHonour('candidate'),
  WithdrawHonour: ofHonour('proposed', 'candidate'),
} as const;
