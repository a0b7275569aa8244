import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { WireProblem } from './wire-problem.ts';

/** Counts what somebody asks; refused where it is too much. */
export type Spend = (who: string, requests: number) => Promise<void>;

/** Lets everybody ask `requests` times in `seconds`, and says after how long they may ask again. */
export function rateLimit(requests: number, seconds: number): Spend {
  const limiter = new RateLimiterMemory({ points: requests, duration: seconds });
  return async (who, count) => {
    try {
      await limiter.consume(who, count);
    } catch (thrown) {
      if (!(thrown instanceof RateLimiterRes)) throw thrown;
      const retryAfter = Math.max(1, Math.ceil(thrown.msBeforeNext / 1000));
      throw new WireProblem('too-many-requests', { retryAfter });
    }
  };
}
