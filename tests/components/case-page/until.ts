import { waitUntil } from '@open-wc/testing';

/** Waits until something holds; a busy machine is given time. */
export const until = (holds: () => unknown): Promise<void> =>
  waitUntil(() => Boolean(holds()), undefined, { timeout: 8000 });
