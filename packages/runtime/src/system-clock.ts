import type { Clock } from './ports.ts';

// Every platform has these; the compiler's library for the language alone does not name them.
declare const setTimeout: (call: () => void, milliseconds: number) => unknown;
declare const clearTimeout: (timer: unknown) => void;

/** The longest that a timer waits: what fits in 31 bits, near 25 days. A longer one would go off at once. */
const longestWait = 2 ** 31 - 1;

/**
 * The machine's clock. A call comes at its instant or as soon after it as the machine is awake, never before, and never
 * while `at` itself still runs. Instants any distance ahead are waited for.
 */
export const systemClock: Clock = {
  now: () => Date.now(),
  at(instant, call) {
    let timer: unknown;
    const wait = (): void => {
      const left = instant - Date.now();
      timer = left > 0 ? setTimeout(wait, Math.min(left, longestWait)) : setTimeout(call, 0);
    };
    wait();
    return () => {
      clearTimeout(timer);
    };
  },
};
