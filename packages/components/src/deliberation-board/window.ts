/** What is seen of a column: how far it is scrolled, how high it is, and how high one card with its gap is, in pixels. */
export interface Sight {
  readonly scrolled: number;
  readonly height: number;
  readonly pitch: number;
}

const beyond = 3;

/**
 * Indices of the cards to draw: those in sight, three more on either side, and `kept` (the one with the focus), which
 * stays drawn wherever it has been scrolled to.
 */
export function drawn(count: number, { scrolled, height, pitch }: Sight, kept?: number): readonly number[] {
  const first = Math.max(0, Math.min(count, Math.floor(scrolled / pitch)) - beyond);
  const last = Math.min(count, Math.ceil((scrolled + height) / pitch) + beyond);
  const indices = Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i);
  if (kept === undefined || kept < 0 || kept >= count) return indices;
  if (kept < first) return [kept, ...indices];
  return kept >= last ? [...indices, kept] : indices;
}

/** How far a column must be scrolled so that a card is whole in sight; where it is already, nothing changes. */
export function scrollTo(index: number, { scrolled, height, pitch }: Sight): number {
  const top = index * pitch;
  if (top < scrolled) return top;
  return top + pitch > scrolled + height ? top + pitch - height : scrolled;
}

/** Sizes of a card in pixels, from the size of text and the width of its column. */
export interface CardSize {
  readonly height: number;
  readonly pitch: number;
  /** Lines that a title has room for. */
  readonly lines: 1 | 2;
}

const leading = 1.55;
const small = 13 / 14;
const gap = 8;

/** Cards of one board are equally high, so a column of thousands knows its length without drawing them. */
export function cardSize(text: number, width: number): CardSize {
  const lines = width < text * 22 ? 2 : 1;
  const rows = text * leading * lines + 2 * text * small * leading;
  const height = Math.ceil(rows + 24);
  return { height, pitch: height + gap, lines };
}
