import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StreamId } from '@keting/domain';
import { memoryStore, viewsOf } from '@keting/runtime';
import { contexts, report, smallDesk } from './small-place.ts';
import { storeWith } from './store-with.ts';

test('[ALL-01] whatever is offered on a case is found in one look at the record, which is read once for all of it', async () => {
  const kept = memoryStore({ views: viewsOf(contexts) });
  const read: StreamId[] = [];
  const store = storeWith(kept, {
    load(stream) {
      read.push(stream);
      return kept.load(stream);
    },
  });
  const { as } = smallDesk({ store });
  await as('reporter').send(report('c1'));
  read.length = 0;
  const [offers = []] = await as('clerk').offers(['case/c1']);
  assert.ok(offers.filter(({ allowed }) => allowed).length > 1);
  assert.deepEqual(read, ['case/c1']);
});
