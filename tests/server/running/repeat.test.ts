import type { Clock } from '@keting/runtime';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { repeat } from '../../../packages/server/src/running/repeat.ts';

/** A clock that goes on when it is told to. */
class HandClock implements Clock {
  time = 0;
  private waiting: { readonly at: number; readonly call: () => void } | undefined;

  now(): number {
    return this.time;
  }

  at(at: number, call: () => void): () => void {
    this.waiting = { at, call };
    return () => {
      this.waiting = undefined;
    };
  }

  to(time: number): void {
    this.time = time;
    const { waiting } = this;
    if (waiting === undefined || waiting.at > time) return;
    this.waiting = undefined;
    waiting.call();
  }
}

/** Lets promises that are settled go on. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('work is done now and after each interval, one that failed too', async () => {
  const clock = new HandClock();
  const done: number[] = [];
  const troubles: unknown[] = [];
  const work = () => {
    done.push(clock.time);
    return clock.time === 10 ? Promise.reject(new Error('down')) : Promise.resolve();
  };
  const stop = repeat(clock, { every: 10, work, onTrouble: (trouble) => troubles.push(trouble) });
  await turn();
  for (const time of [9, 10, 20]) {
    clock.to(time);
    await turn();
  }
  assert.deepEqual(done, [0, 10, 20]);
  assert.equal(troubles.length, 1);
  await stop();
  clock.to(30);
  assert.deepEqual(done, [0, 10, 20]);
});

test('work that takes longer than its interval is never done twice at once, and stopping waits for it', async () => {
  const clock = new HandClock();
  let begun = 0;
  let end = (): void => undefined;
  const work = () => {
    begun += 1;
    return new Promise<void>((resolve) => (end = resolve));
  };
  const stop = repeat(clock, { every: 10, work, onTrouble: () => assert.fail('no work of this test fails') });
  clock.to(100);
  await turn();
  assert.equal(begun, 1);
  let stopped = false;
  const stopping = stop().then(() => (stopped = true));
  await turn();
  assert.equal(stopped, false);
  end();
  await stopping;
  clock.to(1000);
  assert.equal(begun, 1);
});
