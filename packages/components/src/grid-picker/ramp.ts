/** Steps of the colour ramp. */
export const STEPS = 6;

/** A ramp: each step holds the values from its own bound to before the next one's. Ascending, at most `STEPS` of them. */
export type Bounds = readonly number[];

/**
 * Bounds that put about as many grids in each step, so that a few busy grids do not leave the rest of the map in one
 * colour. The lowest value has the first step for itself where many share it: "none" is told apart from "one". Where there
 * are no more values than steps, each has a step of its own.
 */
export function rampBounds(values: readonly number[]): Bounds {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const [lowest] = sorted;
  if (lowest === undefined) return [];
  const distinct = [...new Set(sorted)];
  if (distinct.length <= STEPS) return distinct;
  const above = sorted.filter((value) => value > lowest);
  const shares = Array.from({ length: STEPS - 1 }, (_step, i) => Math.floor((i * above.length) / (STEPS - 1)));
  const bounds = shares.flatMap((at) => above[at] ?? []);
  return [...new Set([lowest, ...bounds])];
}

/** Which step a value lies in, from 0; 0 below the first bound. */
export function stepOf(bounds: Bounds, value: number): number {
  let step = 0;
  while (step + 1 < bounds.length && value >= (bounds[step + 1] ?? Infinity)) step++;
  return step;
}
/** Where a step of a ramp is drawn among all steps: the last always in the strongest colour. */
export const colourOf = (bounds: Bounds, step: number): number =>
  bounds.length < 2 ? 0 : Math.round((step * (STEPS - 1)) / (bounds.length - 1));

/** What a step holds, in words: `0`, `1–2`, `≥ 9`. Values are counts or rates; whole ones are told as whole. */
export function stepText(bounds: Bounds, step: number): string {
  const from = bounds[step] ?? 0;
  const next = bounds[step + 1];
  if (next === undefined) return bounds.length === 1 ? String(from) : `≥ ${from}`;
  if (!bounds.every(Number.isInteger)) return `${from}–${next}`;
  return next - from === 1 ? String(from) : `${from}–${next - 1}`;
}
