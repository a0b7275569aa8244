/**
 * Divides a whole number over shares by the method of largest remainders (Hamilton), each share getting at least `least`.
 *
 * The parts add up to `total` exactly. Of equal remainders the earlier share wins. A `total` below `least` for every share
 * cannot be divided and throws a RangeError.
 */
export function apportion(total: number, weights: readonly number[], least = 0): number[] {
  const free = total - least * weights.length;
  if (free < 0) throw new RangeError(`${total} is less than ${least} for each of ${weights.length}`);
  const sum = weights.reduce((running, weight) => running + weight, 0);
  const quotas = weights.map((weight) => (free * weight) / sum);
  const parts = quotas.map((quota) => Math.floor(quota));
  const left = free - parts.reduce((running, part) => running + part, 0);
  const byRemainder = quotas
    .map((quota, index) => ({ index, remainder: quota - Math.floor(quota) }))
    .sort((one, other) => other.remainder - one.remainder || one.index - other.index);
  const winners = new Set(byRemainder.slice(0, left).map((entry) => entry.index));
  return parts.map((part, index) => part + least + (winners.has(index) ? 1 : 0));
}
