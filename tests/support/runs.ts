import nodeProcess from 'node:process';

/**
 * How often a law is looked at: a thousand times, or as often as `KETING_RUNS` says where that is more. A law of which a thousand
 * take too long for every day names how often it is looked at as a rule.
 */
export const runs = (least = 1000): number => Math.max(least, Number(nodeProcess.env['KETING_RUNS'] ?? 0));
