import { anonymous, organisationContext, process } from '@keting/domain';
import { memoryStore } from '@keting/runtime';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countedDesk, timedStore } from '../../../packages/server/src/running/measured.ts';
import { createMetrics } from '../../../packages/server/src/running/metrics.ts';
import { openDesk } from '../../support/open-desk.ts';

const samples = async (metrics: { text(): Promise<string> }, name: string): Promise<readonly string[]> =>
  (await metrics.text()).split('\n').filter((line) => line.startsWith(name));

test('requests are measured by method, pattern of the way and status', async () => {
  const metrics = createMetrics(() => 0);
  for (const seconds of [0.004, 0.004, 3])
    metrics.request({ method: 'POST', route: '/views/:view', status: 200, seconds });
  const labels = 'method="POST",route="/views/:view",status="200"';
  assert.deepEqual(await samples(metrics, 'keting_http_request_seconds_count'), [
    `keting_http_request_seconds_count{${labels}} 3`,
  ]);
  assert.ok((await metrics.text()).includes(`keting_http_request_seconds_bucket{le="0.005",${labels}} 2`));
});

test('live listeners are as many as there are when somebody looks', async () => {
  let open = 0;
  const metrics = createMetrics(() => open);
  open = 7;
  assert.deepEqual(await samples(metrics, 'keting_live_listeners'), ['keting_live_listeners 7']);
});

test('metrics of the process are among them', async () => {
  assert.ok(
    (
      await samples(
        createMetrics(() => 0),
        'nodejs_eventloop_lag',
      )
    ).length > 0,
  );
});

test('commands are counted by type and outcome, whoever sends them; a made-up type is not a label', async () => {
  const metrics = createMetrics(() => 0);
  const desk = countedDesk(
    openDesk([organisationContext]),
    new Set(Object.keys(organisationContext.commands)),
    metrics,
  );
  await desk.send({ type: 'MoveUnit', data: { unit: 'nowhere' } });
  await desk.as(process('setup')).send({ type: 'MoveUnit', data: {} });
  await desk.as(anonymous).as(process('setup')).send({ type: 'made-up-王小明', data: {} });
  assert.deepEqual((await samples(metrics, 'keting_commands_total{')).toSorted(), [
    'keting_commands_total{type="MoveUnit",outcome="command-invalid"} 2',
    'keting_commands_total{type="unknown",outcome="command-unknown"} 1',
  ]);
});

test('a desk that counts is the desk in all else', async () => {
  const desk = openDesk([organisationContext]);
  const counted = countedDesk(
    desk,
    new Set(),
    createMetrics(() => 0),
  );
  assert.equal(counted.model, desk.model);
  assert.equal(counted.now(), desk.now());
  assert.deepEqual(await counted.standings(), []);
});

test('each call of a store is timed under its name, one that fails too', async () => {
  const told: string[] = [];
  const failing = memoryStore({ views: [] });
  failing.next = () => Promise.reject(new Error('down'));
  const store = timedStore(failing, { store: (call, seconds) => told.push(`${call} ${seconds >= 0}`) });
  assert.equal((await store.load('unit/a')).version, 0);
  await assert.rejects(store.next('series'), /down/);
  store.follow(() => undefined)();
  assert.deepEqual(told, ['load true', 'next true']);
});
