import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMetrics } from '../../../packages/server/src/running/metrics.ts';
import { operationsApp, type Stage } from '../../../packages/server/src/running/operations-app.ts';

const app = (stage: Stage, ask: () => Promise<unknown>, within?: number) =>
  operationsApp({
    stage: () => stage,
    ask,
    metrics: createMetrics(() => 0),
    ...(within === undefined ? {} : { within }),
  });

const answers = () => Promise.resolve();

async function ready(...args: Parameters<typeof app>): Promise<readonly [number, unknown]> {
  const response = await app(...args).request('/ready');
  return [response.status, await response.json()];
}

test('a server is alive whatever its store does', async () => {
  const response = await app('starting', () => Promise.reject(new Error('down'))).request('/health');
  assert.equal(response.status, 200);
});

test('a server is ready while it runs and its store answers', async () => {
  assert.deepEqual(await ready('running', answers), [200, { ready: true }]);
});

test('while a server starts or stops it is not ready', async () => {
  assert.deepEqual(await ready('starting', answers), [503, { ready: false, why: 'starting' }]);
  assert.deepEqual(await ready('stopping', answers), [503, { ready: false, why: 'stopping' }]);
});

test('a server whose store fails, or does not answer in time, is not ready; why is said without details', async () => {
  const failing = () => Promise.reject(new Error('password of keting@db is wrong'));
  assert.deepEqual(await ready('running', failing), [503, { ready: false, why: 'the store fails' }]);
  const silent = () => new Promise(() => undefined);
  const late = { ready: false, why: 'the store does not answer in time' };
  assert.deepEqual(await ready('running', silent, 1), [503, late]);
});

test('metrics are in the text format of Prometheus', async () => {
  const response = await app('running', answers).request('/metrics');
  assert.match(response.headers.get('content-type') ?? '', /^text\/plain; version=/);
  assert.match(await response.text(), /^# HELP keting_live_listeners /m);
});
