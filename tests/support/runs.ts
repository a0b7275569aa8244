import nodeProcess from 'node:process';

/**
 * How often a law is looked at: a thousand times, or as often as `KETING_RUNS` says where that is more. A law on a real database,
 * where each time takes long, names fewer.
 */
export const runs = (least = 1000): number => Math.max(least, Number(nodeProcess.env['KETING_RUNS'] ?? 0));

/** The draws of an earlier run again, where `KETING_SEED` names them. */
export function drawn(): { readonly seed?: number } {
  const seed = nodeProcess.env['KETING_SEED'];
  return seed === undefined ? {} : { seed: Number(seed) };
}
