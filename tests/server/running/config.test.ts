import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { faultLines, readConfig, readRecordConfig, type Config } from '../../../packages/server/src/running/config.ts';
import type { Environment } from '../../../packages/server/src/running/environment.ts';
import { newFolder } from '../files/files-kit.ts';

const long = 'a-secret-of-more-than-32-characters-Zq7';
const jwt = { SIGN_IN: 'jwt', JWT_SECRET: long, JWT_ISSUER: 'https://id.example.cn', JWT_AUDIENCE: 'keting' };

function good(env: Environment): Config {
  const config = readConfig(env);
  assert.ok(!('faults' in config), 'faults' in config ? faultLines(config) : '');
  return config;
}

function faults(env: Environment): readonly string[] {
  const config = readConfig(env);
  assert.ok('faults' in config, 'this configuration is at fault');
  return config.faults.map(({ name }) => name);
}

test('with a sign-in alone a server keeps everything below one folder and listens to this machine', () => {
  const { connect, files, listen, operations, district } = good({ SIGN_IN: 'demo' });
  assert.deepEqual(connect, { folder: 'keting-data/record' });
  assert.deepEqual(files, { on: 'disk', folder: 'keting-data/files' });
  assert.deepEqual(listen, { host: '127.0.0.1', port: 8080 });
  assert.deepEqual(operations, { host: '127.0.0.1', port: 9464 });
  assert.equal(district, 'main');
});

test('without a sign-in no server starts', () => {
  assert.deepEqual(faults({}), ['SIGN_IN']);
});

test('an empty variable is one that is not set', () => {
  assert.deepEqual(good({ SIGN_IN: 'demo', PORT: '', DATABASE_URL: '' }).listen.port, 8080);
});

test('everything that is wrong is said at once, each with the name, the reason and an example', () => {
  const env = { SIGN_IN: 'jwt', PORT: '99999', DATABASE_URL: 'mysql://db', FILES: 's3', JWT_SECRET: 'short' };
  assert.deepEqual(faults(env).toSorted(), [
    'DATABASE_URL',
    'JWT_AUDIENCE',
    'JWT_ISSUER',
    'JWT_SECRET',
    'PORT',
    'S3_ACCESS_KEY_ID',
    'S3_BUCKET',
    'S3_ENDPOINT',
    'S3_SECRET_ACCESS_KEY',
  ]);
  const config = readConfig(env);
  const lines = 'faults' in config ? faultLines(config) : '';
  assert.match(lines, /^PORT is not a port, from 0 to 65535\. Example: PORT=8080$/m);
});

test('a fault never shows what the variable holds', () => {
  const config = readConfig({ SIGN_IN: 'header', GATEWAY_SECRET: 'hunter2', DATABASE_URL: 'http://u:hunter2@db' });
  assert.doesNotMatch(JSON.stringify(config), /hunter2/);
});

test('demo refuses to start unless HOST is a loopback address', () => {
  for (const HOST of ['127.0.0.1', '127.1.2.3', '::1', 'localhost'])
    assert.deepEqual(good({ SIGN_IN: 'demo', HOST }).signIn, { by: 'demo' });
  for (const HOST of ['0.0.0.0', '::', '10.0.0.5', '127.0.0.1.example.cn', 'localhost.example.cn', 'db'])
    assert.deepEqual(faults({ SIGN_IN: 'demo', HOST }), ['SIGN_IN'], HOST);
});

test('tokens are signed with a secret or by published keys, never both, and with the algorithms of each', () => {
  const { JWT_SECRET: _, ...without } = jwt;
  const JWKS_URL = 'https://id.example.cn/jwks.json';
  const bySecret = good(jwt).signIn;
  const byKeys = good({ ...without, JWKS_URL }).signIn;
  assert.deepEqual(bySecret.by === 'jwt' && [bySecret.keys, bySecret.algorithms], [{ secret: long }, ['HS256']]);
  assert.deepEqual(byKeys.by === 'jwt' && byKeys.keys, { keySetUrl: JWKS_URL });
  assert.deepEqual(faults({ ...jwt, JWKS_URL }), ['JWKS_URL']);
  assert.deepEqual(faults(without), ['JWT_SECRET']);
});

test('a gateway shows a secret of at least 32 characters', () => {
  assert.deepEqual(good({ SIGN_IN: 'header', GATEWAY_SECRET: long }).signIn, {
    by: 'header',
    secret: long,
    secretHeader: 'x-keting-gateway',
    person: 'x-keting-person',
    guests: false,
  });
  assert.deepEqual(faults({ SIGN_IN: 'header', GATEWAY_SECRET: 'short' }), ['GATEWAY_SECRET']);
});

test('a secret may come from a file, without the end of its line', async () => {
  const file = join(await newFolder(), 'secret');
  await writeFile(file, `${long}\n`);
  const { signIn } = good({ SIGN_IN: 'header', GATEWAY_SECRET_FILE: file });
  assert.equal(signIn.by === 'header' && signIn.secret, long);
});

test('a secret’s file that cannot be read is one fault, and so is one beside the secret itself', () => {
  assert.deepEqual(faults({ SIGN_IN: 'header', GATEWAY_SECRET_FILE: '/nowhere/secret' }), ['GATEWAY_SECRET_FILE']);
  assert.deepEqual(faults({ SIGN_IN: 'header', GATEWAY_SECRET: long, GATEWAY_SECRET_FILE: '/x' }), [
    'GATEWAY_SECRET_FILE',
  ]);
});

test('only secrets come from files', () => {
  assert.equal(good({ SIGN_IN: 'demo', PORT_FILE: '/nowhere' }).listen.port, 8080);
});

test('origins are a list without paths', () => {
  const ORIGINS = 'https://a.example.cn, https://b.example.cn:8443';
  assert.deepEqual(good({ SIGN_IN: 'demo', ORIGINS }).origins, ['https://a.example.cn', 'https://b.example.cn:8443']);
  assert.deepEqual(faults({ SIGN_IN: 'demo', ORIGINS: 'https://a.example.cn/' }), ['ORIGINS']);
  assert.deepEqual(faults({ SIGN_IN: 'demo', ORIGINS: '*' }), ['ORIGINS']);
});

test('checkpoints that are written by themselves need a folder', () => {
  assert.deepEqual(faults({ SIGN_IN: 'demo', CHECKPOINT_KEY: '/key.pem' }), ['CHECKPOINT_FOLDER']);
});

test('what looks through the record needs no sign-in', () => {
  const config = readRecordConfig({ DATABASE_URL: 'postgres://db/keting', DISTRICT: 'luqiao' });
  assert.ok(!('faults' in config));
  assert.deepEqual(config.connect, { url: 'postgres://db/keting' });
  assert.ok('faults' in readRecordConfig({ DATABASE_URL: 'ftp://db' }));
});
