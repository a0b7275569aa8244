import { refuseBy, type Refusal, type RefusalCatalogue } from '../../kernel/refusal.ts';

/**
 * A market: one polygon on the map, inside it stalls, which trade micro-grids divide among themselves. A coordinate finds
 * the market, a stall its micro-grid. Stall numbers are as the market writes them, compared character by character.
 */
export interface MarketStalls {
  /** Code of the grid whose polygon the market is. */
  readonly market: string;
  /** Every stall of the market. */
  readonly stalls: readonly string[];
  /** Which stalls each trade micro-grid holds. */
  readonly trades: readonly TradeGrid[];
}

/** A micro-grid cut by trade: its code and its stalls. */
export interface TradeGrid {
  readonly code: string;
  readonly stalls: readonly string[];
}

/** Refusals of a division of stalls: one in no micro-grid, one in several, one that the market does not have. */
export const stallRefusals = {
  'stall-unassigned': 'GRID-01',
  'stall-assigned-twice': 'GRID-01',
  'stall-unknown': 'GRID-01',
} as const satisfies RefusalCatalogue;

const refuse = refuseBy(stallRefusals);

function holdersOf(trades: readonly TradeGrid[]): Map<string, Set<string>> {
  const holders = new Map<string, Set<string>>();
  for (const { code, stalls } of trades) {
    for (const stall of stalls) holders.set(stall, (holders.get(stall) ?? new Set()).add(code));
  }
  return holders;
}

/**
 * What is wrong with a market's division, in the order of its stalls; empty when every stall is in exactly one micro-grid.
 * Each refusal has the micro-grids at fault as `ids` (the market's code where there is none) and `stall` as a parameter.
 */
export function checkStalls({ market, stalls, trades }: MarketStalls): Refusal[] {
  const holders = holdersOf(trades);
  const own = new Set(stalls);
  const assigned = [...own].flatMap((stall) => {
    const ids = [...(holders.get(stall) ?? [])];
    if (ids.length === 1) return [];
    if (ids.length === 0) return [refuse('stall-unassigned', { ids: [market], params: { stall } })];
    return [refuse('stall-assigned-twice', { ids, params: { stall } })];
  });
  const strangers = [...holders].filter(([stall]) => !own.has(stall));
  return [
    ...assigned,
    ...strangers.map(([stall, ids]) => refuse('stall-unknown', { ids: [...ids], params: { stall } })),
  ];
}

/** The trade micro-grid of a stall, or undefined when the market has given it to none. */
export function gridOfStall({ trades }: MarketStalls, stall: string): string | undefined {
  return trades.find(({ stalls }) => stalls.includes(stall))?.code;
}
