import nodeProcess from 'node:process';

/**
 * How often a law is looked at: a thousand times, or as often as `KETING_RUNS` says where that is more. What takes seconds for
 * each is looked at less often by itself, and says so.
 */
export const runs = (least = 1000): number => Math.max(least, Number(nodeProcess.env['KETING_RUNS'] ?? 0));
