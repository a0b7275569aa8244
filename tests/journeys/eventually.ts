import { setTimeout as wait } from 'node:timers/promises';

/** How long a page may take to show what it is asked for, in milliseconds. */
const patience = 60_000;

/** Repeats an assertion until it holds; what it said last is what fails. */
export async function eventually(assertion: () => Promise<void>): Promise<void> {
  const until = Date.now() + patience;
  for (;;) {
    try {
      await assertion();
      return;
    } catch (failure) {
      if (Date.now() > until) throw failure;
      await wait(50);
    }
  }
}
