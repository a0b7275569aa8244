/**
 * Makes of some work one that runs once at a time. Who asks while it runs gets a run that begins after it, together with
 * all who ask meanwhile: so each is answered by a run that has seen what they saw.
 */
export function inTurn<Answer>(work: () => Promise<Answer>): () => Promise<Answer> {
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<Answer> | undefined;
  const begin = (): Promise<Answer> => {
    next = undefined;
    return work();
  };
  return () => {
    if (next !== undefined) return next;
    next = running.then(begin);
    running = next.catch(() => undefined);
    return next;
  };
}

/** Knows of work that is under way or waits for its turn. */
export class AtWork {
  private readonly running = new Set<Promise<unknown>>();

  /** The same work, known of from when it is asked for until it has ended. */
  noting<Answer>(work: () => Promise<Answer>): () => Promise<Answer> {
    return () => {
      const one = work();
      const ended = (): void => {
        this.running.delete(one);
      };
      this.running.add(one);
      one.then(ended, ended);
      return one;
    };
  }

  /** Ends when nothing is at work, what this work has asked for in turn included. What it throws is told by whoever asked. */
  async quiet(): Promise<void> {
    while (this.running.size > 0) await Promise.allSettled(this.running);
  }
}
