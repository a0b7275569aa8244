import assert from 'node:assert/strict';
import { test } from 'node:test';
import { help, runCommandLine } from '../../../packages/server/src/running/command-line.ts';
import type { Environment } from '../../../packages/server/src/running/environment.ts';

async function line(env: Environment, ...words: readonly string[]) {
  const said: string[] = [];
  const say = (text: string) => said.push(text);
  return { code: await runCommandLine(words, { env, out: say, err: say }), said: said.join('') };
}

test('help tells of every command', async () => {
  assert.deepEqual(await line({}, '--help'), { code: 0, said: help });
  for (const command of ['serve', 'load', 'verify', 'checkpoint', 'backup', 'restore', 'openapi'])
    assert.match(help, new RegExp(`^ {2}${command}\\b`, 'm'));
});

test('what is no command, and what is too much, is answered with help and code 2', async () => {
  for (const words of [['fly'], ['toString'], ['backup', 'a', 'b'], ['verify', '--fast']])
    assert.equal((await line({}, ...words)).code, 2, words.join(' '));
});

test('a command that needs a file says so', async () => {
  assert.deepEqual(await line({}, 'backup'), { code: 2, said: 'keting-server backup <file>\n' });
});

test('without a command the server runs, and says all that is wrong with its configuration', async () => {
  const { code, said } = await line({ PORT: 'x' });
  assert.equal(code, 2);
  assert.match(said, /^PORT is not a port/m);
  assert.match(said, /^SIGN_IN is not set/m);
});

test('the document of the desk is printed without a database', async () => {
  const { code, said } = await line({}, 'openapi');
  assert.equal(code, 0);
  assert.match(said, /^\{\n {2}"openapi": "3\.1/);
});

test('a model that is none is said to be so', async () => {
  assert.match((await line({ MODEL: 'atlantis' }, 'openapi')).said, /^MODEL=atlantis is neither a model of/);
});

test('checkpoints without a key or a folder are refused with what they need', async () => {
  assert.match((await line({}, 'checkpoint')).said, /needs CHECKPOINT_KEY and CHECKPOINT_FOLDER/);
});
