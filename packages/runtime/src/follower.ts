import type { Recorded } from '@keting/domain';

/** Follows the record from where it stands, event by event, each at least once. */
export interface Follower {
  readonly name: string;
  /** Types of the events that it answers. */
  readonly on: readonly string[];
  /** Answers one event. Throws where it is held up: then it stands before that event, and tries again. */
  answer(event: Recorded): Promise<void>;
}
