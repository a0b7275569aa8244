import nodeProcess from 'node:process';

/** How often a law is looked at: a thousand times, or as often as `KETING_RUNS` says where that is more. */
export const runs = (): number => Math.max(1000, Number(nodeProcess.env['KETING_RUNS'] ?? 0));

/** The draws of an earlier run again, where `KETING_SEED` names them. */
export function drawn(): { readonly seed?: number } {
  const seed = nodeProcess.env['KETING_SEED'];
  return seed === undefined ? {} : { seed: Number(seed) };
}
