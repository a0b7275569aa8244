/** Calls once after so many milliseconds; answers how to call it off. */
export type Wait = (milliseconds: number, call: () => void) => () => void;

/** Fractions from 0 up to 1, by chance: so that pages that lost the line together do not come back together. */
export type Chance = () => number;

// Every platform has these; the compiler's library for the language alone does not name them.
declare const setTimeout: (call: () => void, milliseconds: number) => unknown;
declare const clearTimeout: (timer: unknown) => void;

/** Waits by the machine's timers. */
export const machineWait: Wait = (milliseconds, call) => {
  const timer = setTimeout(call, milliseconds);
  return () => {
    clearTimeout(timer);
  };
};

const shortest = 1000;
const longest = 60_000;

/** How long to wait after so many tries that failed, in milliseconds: doubling from one second to a minute, with jitter. */
export function backOff(failed: number, chance: Chance): number {
  const whole = Math.min(longest, shortest * 2 ** Math.min(failed, 10));
  return Math.max(shortest, Math.round((whole / 2) * (1 + chance())));
}
