import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { systemClock } from '../../../packages/runtime/src/system-clock.ts';

const day = 24 * 60 * 60 * 1000;
const start = Date.parse('2018-10-30T09:00:00+08:00');

/** Time that stands still until it is told to go on. */
function stopTime(context: TestContext) {
  context.mock.timers.enable({ apis: ['setTimeout', 'Date'], now: start });
  return (milliseconds: number) => context.mock.timers.tick(milliseconds);
}

test('[CASE-05] a call comes at its instant, once, and not before', (context) => {
  const pass = stopTime(context);
  const calls: number[] = [];
  systemClock.at(start + 1000, () => calls.push(systemClock.now()));
  pass(999);
  assert.deepEqual(calls, []);
  pass(2);
  pass(day);
  assert.equal(calls.length, 1);
  assert.ok(calls.every((at) => at >= start + 1000));
});

test('a call for an instant that has passed comes at once, but not while it is still being asked for', (context) => {
  const pass = stopTime(context);
  let calls = 0;
  systemClock.at(start - day, () => (calls += 1));
  assert.equal(calls, 0);
  pass(1);
  assert.equal(calls, 1);
});

test('[CASE-05] a deadline farther ahead than one timer can wait does not go off early', (context) => {
  const pass = stopTime(context);
  const timers = context.mock.method(globalThis, 'setTimeout');
  let calls = 0;
  systemClock.at(start + 90 * day, () => (calls += 1));
  for (let passed = 0; passed < 89; passed += 1) pass(day);
  assert.equal(calls, 0);
  pass(day);
  pass(1);
  assert.equal(calls, 1);
  const waits = timers.mock.calls.map(({ arguments: [, wait = 0] }) => wait);
  assert.ok(
    waits.every((wait) => wait < 2 ** 31),
    'a longer wait goes off at once',
  );
});

test('a call that was called off never comes, also after the first stretch of a long wait', (context) => {
  const pass = stopTime(context);
  let calls = 0;
  const soon = systemClock.at(start + 1000, () => (calls += 1));
  const far = systemClock.at(start + 90 * day, () => (calls += 1));
  soon();
  pass(30 * day);
  far();
  pass(90 * day);
  assert.equal(calls, 0);
});
