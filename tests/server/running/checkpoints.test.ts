import { linkOf, organisationContext } from '@keting/domain';
import { memoryStore, viewsOf, type Store } from '@keting/runtime';
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  privateKeyFrom,
  publicKeyFrom,
  readCheckpoints,
  type Checkpoints,
} from '../../../packages/server/src/running/checkpoint-files.ts';
import { writeCheckpoint } from '../../../packages/server/src/running/checkpoints.ts';
import { verifyRecord } from '../../../packages/server/src/running/verify-record.ts';
import { found } from '../../domain/organisation/small-district.ts';
import { openDesk } from '../../support/open-desk.ts';
import { newFolder } from '../files/files-kit.ts';
import { ARecord } from './a-record.ts';

const { privateKey: key, publicKey } = generateKeyPairSync('ed25519');
const now = () => 1_764_000_000_000;

interface Kept {
  readonly record: ARecord;
  readonly folder: string;
  readonly checkpoint: () => ReturnType<typeof writeCheckpoint>;
  readonly read: () => Promise<Checkpoints>;
  /** The first fault of each stream, as `case/a 2 altered`. */
  readonly faults: () => Promise<readonly string[]>;
}

/** A record of two streams with a checkpoint, then more, then a second checkpoint. */
async function kept(): Promise<Kept> {
  const record = new ARecord();
  const folder = await newFolder();
  const checkpoint = () => writeCheckpoint({ store: record, folder, key, district: 'd', now });
  const read = () => readCheckpoints(folder, publicKey);
  for (const said of ['one', 'two']) record.add('case/a', said);
  record.add('case/b', 'one');
  await checkpoint();
  record.add('case/a', 'three');
  await checkpoint();
  return {
    record,
    folder,
    checkpoint,
    read,
    async faults() {
      const found: string[] = [];
      const { heads } = await read();
      await verifyRecord(record, heads, ({ stream, version, fault }) => found.push(`${stream} ${version} ${fault}`));
      return found;
    },
  };
}

const lines = async (folder: string, file: string): Promise<readonly Record<string, unknown>[]> =>
  (await readFile(join(folder, file), 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

test('a checkpoint notes the head of each stream that moved since the one before', async () => {
  const { folder } = await kept();
  assert.deepEqual((await readdir(folder)).sort(), ['00000001.jsonl', '00000002.jsonl']);
  const heads = async (file: string) =>
    (await lines(folder, file)).slice(1, -1).map(({ stream, version }) => [stream, version]);
  assert.deepEqual(await heads('00000001.jsonl'), [
    ['case/a', 2],
    ['case/b', 1],
  ]);
  assert.deepEqual(await heads('00000002.jsonl'), [['case/a', 3]]);
});

test('where nothing has moved no checkpoint is written', async () => {
  const { checkpoint, folder } = await kept();
  assert.equal(await checkpoint(), undefined);
  assert.equal((await readdir(folder)).length, 2);
});

test('a record that is what was written, and goes on, is without fault', async () => {
  const { record, faults, read } = await kept();
  record.add('case/a', 'four');
  record.add('case/c', 'one');
  assert.deepEqual(await faults(), []);
  assert.deepEqual((await read()).faults, []);
});

test('an event that was altered shows without any checkpoint', async () => {
  const { record } = await kept();
  const [first, ...rest] = record.events;
  record.events = [{ ...first!, data: { said: 'other' } }, ...rest];
  const found: string[] = [];
  const walked = await verifyRecord(record, new Map(), ({ stream, version, fault }) =>
    found.push(`${stream} ${version} ${fault}`),
  );
  assert.deepEqual(found, ['case/a 1 altered']);
  assert.deepEqual(walked, { streams: 2, faults: 1 });
});

test('a tail that was cut off, with its state, shows against the checkpoints', async () => {
  const { record, faults } = await kept();
  record.events = record.events.slice(0, -1);
  assert.deepEqual(await faults(), ['case/a 3 missing']);
});

test('a tail that was cut off while the state still knows of it shows by itself', async () => {
  const { record } = await kept();
  const whole = record.load('case/a');
  record.events = record.events.slice(0, -1);
  const found: string[] = [];
  const store = { ...bound(record), load: () => whole };
  await verifyRecord(store, new Map(), ({ stream, fault }) => found.push(`${stream} ${fault}`));
  assert.ok(found.includes('case/a missing'));
});

const bound = (record: ARecord) => ({
  streams: record.streams.bind(record),
  history: record.history.bind(record),
});

test('a stream that is gone as a whole shows against the checkpoints', async () => {
  const { record, faults } = await kept();
  record.events = record.events.filter((event) => event.stream !== 'case/b');
  assert.deepEqual(await faults(), ['case/b 1 missing']);
});

test('a history that was written anew with every link right shows against the checkpoints', async () => {
  const { record, faults } = await kept();
  record.rewrite((said) => (said === 'one' ? 'another' : said));
  assert.deepEqual(await faults(), ['case/a 2 altered', 'case/b 1 altered']);
});

test('a history that was written anew between two checkpoints shows against the earlier one', async () => {
  const { record, checkpoint, faults } = await kept();
  record.rewrite((said) => (said === 'one' ? 'another' : said));
  record.add('case/a', 'four');
  await checkpoint();
  assert.deepEqual(await faults(), ['case/a 2 altered', 'case/b 1 altered']);
});

test('a checkpoint that was altered does not hold, and no further one is chained to it', async () => {
  const { folder, read, checkpoint, record } = await kept();
  const file = join(folder, '00000002.jsonl');
  await writeFile(file, (await readFile(file, 'utf8')).replace('"version":3', '"version":2'));
  assert.deepEqual((await read()).faults, [{ file: '00000002.jsonl', fault: 'not-signed' }]);
  record.add('case/a', 'four');
  await assert.rejects(checkpoint(), /00000002\.jsonl: not-signed/);
});

test('a checkpoint that is missing in between shows, and so does one that was put in its place', async () => {
  const { folder, record, checkpoint, read } = await kept();
  record.add('case/a', 'four');
  await checkpoint();
  await rm(join(folder, '00000002.jsonl'));
  assert.deepEqual((await read()).faults, [{ file: '00000003.jsonl', fault: 'missing' }]);
  await writeFile(join(folder, '00000002.jsonl'), await readFile(join(folder, '00000001.jsonl')));
  const found = (await read()).faults.map(({ file, fault }) => `${file} ${fault}`);
  assert.deepEqual(found, ['00000002.jsonl not-chained', '00000003.jsonl not-chained']);
});

test('a checkpoint that another key signed does not hold, and a file of anything else is malformed', async () => {
  const { folder, read, record } = await kept();
  const other = generateKeyPairSync('ed25519').privateKey;
  const elsewhere = await newFolder();
  await writeCheckpoint({ store: record, folder: elsewhere, key: other, district: 'd', now });
  await writeFile(join(folder, '00000003.jsonl'), await readFile(join(elsewhere, '00000001.jsonl')));
  await writeFile(join(folder, '00000004.jsonl'), 'nothing of the kind\n');
  assert.deepEqual(
    (await read()).faults.map(({ fault }) => fault),
    ['other-key', 'malformed'],
  );
});

test('checkpoints of two districts do not stand in one folder', async () => {
  const { record, folder } = await kept();
  record.add('case/a', 'four');
  await assert.rejects(writeCheckpoint({ store: record, folder, key, district: 'other', now }), /another district/);
});

test('of two that write the same checkpoint one is refused, and what is there stays', async () => {
  const { record, folder, read } = await kept();
  record.add('case/a', 'four');
  const options = { store: record, folder, key, district: 'd', now };
  const ends = await Promise.allSettled([writeCheckpoint(options), writeCheckpoint({ ...options, store: record })]);
  assert.ok(ends.some(({ status }) => status === 'fulfilled'));
  assert.deepEqual((await read()).faults, []);
  assert.equal((await read()).last?.sequence, 3);
});

test('a checkpoint says nothing of anybody: streams, versions and links alone', async () => {
  const { folder } = await kept();
  const [header, ...rest] = await lines(folder, '00000001.jsonl');
  assert.deepEqual(Object.keys(header ?? {}), ['checkpoint', 'district', 'sequence', 'at', 'previous', 'position']);
  for (const head of rest.slice(0, -1)) assert.deepEqual(Object.keys(head), ['stream', 'version', 'link']);
});

test('only an Ed25519 key signs checkpoints; its public half verifies them', () => {
  const pem = (made: { privateKey: typeof key }) => made.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  assert.throws(() => privateKeyFrom(pem(generateKeyPairSync('ec', { namedCurve: 'P-256' }))), /not an Ed25519 key/);
  assert.ok(publicKeyFrom(pem({ privateKey: key })).equals(publicKey));
});

test('what a desk writes to a store can be noted and verified', async () => {
  let store: Store = memoryStore({ views: viewsOf([organisationContext]) });
  const desk = openDesk([organisationContext], { through: (inner) => (store = inner) });
  await desk.all(found('root', 'district-committee'));
  const folder = await newFolder();
  const written = await writeCheckpoint({ store, folder, key, district: 'd', now });
  assert.equal(written?.streams, 1);
  const { heads } = await readCheckpoints(folder, publicKey);
  const { events } = await store.changes('0', 10);
  assert.deepEqual([...heads.keys()], ['unit/root']);
  const { link, ...unlinked } = events[0]!;
  assert.equal(link, linkOf('', unlinked));
});
