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
