import { generateKeyPairSync } from 'node:crypto';
import assert from 'node:assert/strict';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { runCommandLine } from '../../../packages/server/src/running/command-line.ts';
import type { Environment } from '../../../packages/server/src/running/environment.ts';
import { newFolder } from '../files/files-kit.ts';
import { demoConfig, startServer, type TestedServer } from './running-server.ts';

const person = 'person-of-a-test';
const secret = 'a-secret-in-a-query-7Zq';
const asPerson = { authorization: `Demo ${person}` };
const found = {
  type: 'FoundUnit',
  data: { unit: 'district', kind: 'district-committee', name: '路桥区委', territories: ['331004'] },
};

/** Carries out a command line and answers what came of it. */
async function line(env: Environment, ...words: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommandLine(words, {
    env,
    out: (text) => out.push(text),
    err: (text) => err.push(text),
  });
  return { code, out: out.join(''), err: err.join('') };
}

let server: TestedServer;
let folder: string;
let checkpoints: string;
let env: Environment;

before(async () => {
  checkpoints = await newFolder();
  const key = join(await newFolder(), 'key.pem');
  const { privateKey } = generateKeyPairSync('ed25519');
  await writeFile(key, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const commands = join(await newFolder(), 'commands.jsonl');
  await writeFile(commands, `${JSON.stringify(found)}\n\n`);
  const config = await demoConfig({ CHECKPOINT_KEY: key, CHECKPOINT_FOLDER: checkpoints });
  folder = config.dataFolder;
  env = { DATA_FOLDER: folder, CHECKPOINT_KEY: key, CHECKPOINT_FOLDER: checkpoints };
  assert.deepEqual(await line(env, 'load', commands), { code: 0, out: '1 commands carried out\n', err: '' });
  server = await startServer(config);
});

after(() => server.stop());

test('a server that runs is ready, and answers whoever asks', async () => {
  assert.equal((await fetch(`${server.operations}/ready`)).status, 200);
  const desk = await fetch(`${server.desk}/desk`, { headers: asPerson });
  const { actor } = (await desk.json()) as { readonly actor: unknown };
  assert.deepEqual(actor, { kind: 'person', person });
});

test('the desk’s port tells nothing of operations', async () => {
  for (const path of ['/health', '/ready', '/metrics'])
    assert.equal((await fetch(`http://127.0.0.1:${server.port}${path}`)).status, 404, path);
});

test('commands, requests and calls of the store are measured', async () => {
  await fetch(`${server.desk}/commands`, {
    method: 'POST',
    headers: { ...asPerson, 'content-type': 'application/json' },
    body: JSON.stringify(found),
  });
  const metrics = await (await fetch(`${server.operations}/metrics`)).text();
  assert.match(metrics, /^keting_commands_total\{type="FoundUnit",outcome="[a-z-]+"\} 1$/m);
  assert.match(metrics, /^keting_http_request_seconds_count\{method="POST",route="\/commands",status="200"\} 1$/m);
  assert.match(metrics, /^keting_store_seconds_count\{call="load"\} \d+$/m);
});

test('neither who asked nor what they asked for is logged', async () => {
  await fetch(`${server.desk}/files/photo-of-${person}?token=${secret}`, { headers: asPerson });
  await fetch(`${server.desk}/views/${person}`, { method: 'POST', headers: asPerson, body: secret });
  const log = server.lines.join('');
  assert.match(log, /"route":"\/files\/:file"/);
  for (const personal of [person, secret, '路桥区委', 'Demo', '?']) assert.ok(!log.includes(personal), personal);
});

test('while a server with a key starts, it writes a checkpoint', async () => {
  const metrics = async () => (await fetch(`${server.operations}/metrics`)).text();
  while (!/^keting_last_checkpoint_timestamp_seconds [1-9]/m.test(await metrics()));
  assert.deepEqual(await readdir(checkpoints), ['00000001.jsonl']);
});

test('a second process is refused the folder of an embedded database', async () => {
  const { code, err } = await line(env, 'verify');
  assert.equal(code, 1);
  assert.match(err, /another process keeps its data in/);
});

test('a server that stops ends live streams, and the record is whole and free afterwards', async () => {
  const live = await fetch(`${server.desk}/live?views=units`, { headers: asPerson });
  const told = live.text();
  await Promise.all([server.stop(), server.stop()]);
  assert.match(await told, /^retry: /);
  await assert.rejects(fetch(`${server.desk}/desk`));
  await assert.rejects(fetch(`${server.operations}/ready`));
  const { code, out } = await line(env, 'verify', '--checkpoints');
  assert.deepEqual([code, out], [0, '1 streams looked at, against 1 checkpoints: no fault\n']);
});

test('a backup is put back where nothing is, whole, and never over anything', async () => {
  const file = join(await newFolder(), 'backup.tar.gz');
  assert.equal((await line(env, 'backup', file)).code, 0);
  assert.match((await line(env, 'backup', file)).err, /is there already/);
  assert.match((await line(env, 'restore', file)).err, /is not empty: nothing is overwritten/);
  const elsewhere = { ...env, DATA_FOLDER: await newFolder() };
  assert.equal((await line(elsewhere, 'restore', file)).code, 0);
  assert.equal((await line(elsewhere, 'verify', '--checkpoints')).code, 0);
});

test('an empty record shows against the checkpoints of one that was not', async () => {
  const { code, out } = await line({ ...env, DATA_FOLDER: await newFolder() }, 'verify', '--checkpoints');
  assert.equal(code, 1);
  assert.match(out, /^unit\/district: version 1 is missing$/m);
});

test('a server whose part cannot be opened does not start, and lets go of the others', async () => {
  const config = await demoConfig({ MODEL: '/nowhere/model.json' });
  await assert.rejects(startServer(config), { name: 'ModelError' });
  const again = await startServer({ ...config, model: 'luqiao' });
  await again.stop();
});
