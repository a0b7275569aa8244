import type { Wait } from '@keting/runtime';

interface Waiting {
  readonly at: number;
  readonly call: () => void;
}

/** Lets everything go on that waits for no time and no line. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 30; i += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Time that a test moves on. */
export class TestTime {
  now = 0;
  private waiting: Waiting[] = [];

  readonly wait: Wait = (milliseconds, call) => {
    const one = { at: this.now + milliseconds, call };
    this.waiting.push(one);
    return () => {
      this.waiting = this.waiting.filter((other) => other !== one);
    };
  };

  /** How long the calls that are waited for still take. */
  get left(): readonly number[] {
    return this.waiting.map(({ at }) => at - this.now).sort((one, other) => one - other);
  }

  /** Moves on, making each call when its time has come, and lets what follows from it happen. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.now + milliseconds;
    await settled();
    for (let next = this.nextUntil(end); next !== undefined; next = this.nextUntil(end)) {
      this.waiting = this.waiting.filter((one) => one !== next);
      this.now = next.at;
      next.call();
      await settled();
    }
    this.now = end;
  }

  private nextUntil(end: number): Waiting | undefined {
    const [first] = this.waiting.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at);
    return first;
  }
}
