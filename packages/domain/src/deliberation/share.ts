import type { Share } from '../governance-model/model.ts';

/**
 * How many of `all` a share asks for, in whole persons: two thirds of 31 are 21; more than half of 4 are 3.
 * Integers throughout, so no share is missed by a rounding error. 0 where `all` is 0 and the share does not ask for more.
 */
export function needed({ of, in: parts, more }: Share, all: number): number {
  const whole = of * all;
  const rest = whole % parts;
  const below = (whole - rest) / parts;
  return more || rest > 0 ? below + 1 : below;
}

/** Whether `some` of `all` make up the share. */
export const reaches = (share: Share, some: number, all: number): boolean => some >= needed(share, all);
