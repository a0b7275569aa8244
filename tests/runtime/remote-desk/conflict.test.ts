import { caseStream } from '@keting/domain';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { report, smallDesk } from '../desk/small-place.ts';
import { storeWith } from '../desk/store-with.ts';

test('[CASE-04] a conflict says which persons changed what was read, each once, and nobody the record does not name', async () => {
  const first = smallDesk();
  assert.ok((await first.as('reporter').send(report('c1'))).ok);
  assert.ok((await first.as('clerk').send({ type: 'AcceptCase', data: { case: 'c1' } })).ok);
  const stale = storeWith(first.store, {
    load: async (stream) => (stream === 'case/c1' ? before : first.store.load(stream)),
    commit: () => Promise.resolve({ outcome: 'stale', streams: [caseStream('c1')] }),
  });
  const before = await first.store.load('case/c1');
  for (const note of ['one', 'two']) {
    assert.ok((await first.as('clerk').send({ type: 'UrgeCase', data: { case: 'c1', note } })).ok);
  }
  const slow = smallDesk({ store: stale, clock: first.clock, seed: 2 });
  const receipt = await slow.as('clerk').send({ type: 'UrgeCase', data: { case: 'c1', note: 'three' } });
  assert.deepEqual(!receipt.ok && receipt.refusal.params, { changed: ['CaseUrged', 'CaseUrged'], by: ['clerk'] });
});
