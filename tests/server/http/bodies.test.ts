import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sendAnswer } from '@keting/runtime/wire';
import { report } from '../../runtime/desk/small-place.ts';
import { saidOf, served, type Ask } from './served.ts';

const accept = { type: 'AcceptCase', data: { case: 'c1' } };

const zeros = (bytes: number) =>
  new ReadableStream<Uint8Array>({
    pull(controller) {
      if (bytes <= 0) controller.close();
      else controller.enqueue(new Uint8Array(65_536).fill(32));
      bytes -= 65_536;
    },
  });
const nested = (depth: number): string => `${'['.repeat(depth)}1${']'.repeat(depth)}`;
const json = { 'content-type': 'application/json' };
const withData = (data: string): string => `{"type":"ReportCase","data":${data}}`;

const bodies: Readonly<Record<string, readonly [Ask, string]>> = {
  'no JSON': [{ raw: '{', headers: json }, '400 body-invalid'],
  nothing: [{ method: 'POST', headers: json }, '400 body-invalid'],
  'not called JSON': [{ raw: '{}' }, '400 body-invalid'],
  'called a form': [
    { raw: '{}', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    '400 body-invalid',
  ],
  'in another writing': [
    { raw: '{}', headers: { 'content-type': 'application/json; charset=utf-16' } },
    '400 body-invalid',
  ],
  'no text at all': [{ raw: Uint8Array.of(0x22, 0xff, 0x22), headers: json }, '400 body-invalid'],
  'too large, and says so': [{ raw: ' '.repeat(300_000), headers: json }, '413 body-too-large'],
  'too large, and does not say so': [{ raw: zeros(1e9), headers: json }, '413 body-too-large'],
  'too deep': [{ raw: withData(nested(40)), headers: json }, '400 body-invalid'],
  'as deep as it is large': [{ raw: nested(130_000), headers: json }, '400 body-invalid'],
  'the character of code 0': [{ body: { type: 'X', data: { text: 'a\0b' } } }, '400 body-invalid'],
  'the character of code 0 in a name': [{ body: { type: 'X', data: { 'a\0b': 1 } } }, '400 body-invalid'],
  'half of a pair': [{ raw: withData(String.raw`{"text":"\ud800"}`), headers: json }, '400 body-invalid'],
  'the other half, in a name': [{ raw: withData(String.raw`{"\udc00":1}`), headers: json }, '400 body-invalid'],
  'a name of JavaScript': [{ raw: withData('{"__proto__":{"admin":true}}'), headers: json }, '400 body-invalid'],
  'too many at once': [{ body: Array.from({ length: 101 }, () => accept) }, '400 body-invalid'],
  'none at all': [{ body: [] }, '400 body-invalid'],
  'a malformed id': [{ body: { ...accept, id: 'x' } }, '400 body-invalid'],
};

for (const [what, [ask, said]] of Object.entries(bodies)) {
  test(`[ALL-01] given a body: ${what}, then it is refused`, async () => {
    assert.equal(await saidOf(await served().ask('/commands', { as: 'clerk', ...ask })), said);
  });
}

test('[ALL-01] given whole pairs and deep data within bounds, then they arrive', async () => {
  const { ask } = served();
  const answer = await ask('/commands', {
    as: 'reporter',
    body: report('c1', { text: 'a hedge 🌳 𠮷 between neighbours' }),
  });
  const receipt = sendAnswer.parse(await answer.json());
  assert.ok('ok' in receipt && receipt.ok);
});

test('[ALL-01] given a body that breaks off, then it is no fault of the server', async () => {
  const raw = new ReadableStream({
    pull(controller) {
      controller.error(new Error('gone'));
    },
  });
  assert.equal(await saidOf(await served().ask('/commands', { as: 'clerk', raw, headers: json })), '400 body-invalid');
});
