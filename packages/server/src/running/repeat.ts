import type { Clock } from '@keting/runtime';

/** A piece of work that comes round. */
export interface Repeating {
  /** In milliseconds, from the end of one time to the beginning of the next. */
  readonly every: number;
  readonly work: () => Promise<unknown>;
  readonly onTrouble: (trouble: unknown) => void;
}

/**
 * Does a piece of work now and again after each interval, never two at once; a time that fails is told of and the next comes.
 * Answers how to stop, which ends when the work that runs has ended.
 */
export function repeat(clock: Clock, { every, work, onTrouble }: Repeating): () => Promise<void> {
  let stopped = false;
  let callOff = (): void => undefined;
  let running: Promise<void> = Promise.resolve();
  const once = async (): Promise<void> => {
    try {
      await work();
    } catch (trouble) {
      onTrouble(trouble);
    }
    if (!stopped) callOff = clock.at(clock.now() + every, begin);
  };
  const begin = (): void => {
    running = once();
  };
  begin();
  return () => {
    stopped = true;
    callOff();
    return running;
  };
}
