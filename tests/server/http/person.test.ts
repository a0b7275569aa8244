import { personAnswer } from '@keting/runtime/wire';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { erasingContexts, fillRecord, openErasing } from '../../support/erasure-contract.ts';
import { memoryStore, viewsOf } from '@keting/runtime';
import { served } from './served.ts';

async function place() {
  const store = memoryStore({ views: viewsOf(erasingContexts) });
  const small = openErasing(store);
  await fillRecord(small);
  return { ...served({ desk: small.desk, store, contexts: erasingContexts }), small };
}

test('[ALL-02] a person fetches what is kept about them, and after they are erased there is nothing of it', async () => {
  const { ask, small } = await place();
  const before = personAnswer.parse(await (await ask('/persons/reporter', { as: 'reporter' })).json());
  assert.equal(before.texts.length, 8);
  const [photo] = before.files;
  assert.equal(photo?.type, 'image/png');
  assert.equal((await ask(`/files/${photo.id.slice('file/'.length)}`, { as: 'reporter' })).status, 200);
  const erase = { type: 'ErasePerson', data: { person: 'reporter', ground: 'asked' } };
  assert.match(await (await ask('/commands', { as: 'reporter', body: erase })).text(), /"ok":true/);
  await small.desk.settled();
  const after = personAnswer.parse(await (await ask('/persons/reporter', { as: 'reporter' })).json());
  assert.deepEqual([after.texts, after.files], [[], []]);
  assert.equal((await ask(`/files/${photo.id.slice('file/'.length)}`, { as: 'reporter' })).status, 404);
});

test('[ALL-02] nobody fetches what is kept about another, nor learns whether there is such a person', async () => {
  const { ask } = await place();
  const answers = await Promise.all(
    [
      ['reporter', 'other'],
      ['nowhere', 'other'],
      ['reporter', 'guest'],
      ['%00', 'other'],
    ].map(async ([id, as]) => {
      const answer = await ask(`/persons/${id ?? ''}`, { as: as ?? '' });
      return `${answer.status} ${await answer.text()}`;
    }),
  );
  assert.deepEqual(new Set(answers), new Set(['404 {"code":"not-found"}']));
});
