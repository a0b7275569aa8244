import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contexts } from '@keting/domain';
import * as fc from 'fast-check';
import { drawn, runs } from '../../support/runs.ts';
import { histories, ways } from './all-contexts/histories.ts';
import { lawsHold } from './all-contexts/laws-hold.ts';
import { onceBroken } from './all-contexts/once-broken.ts';
import { openPlace, taken } from './all-contexts/place.ts';
import { isWait } from './all-contexts/steps.ts';

test('[ALL-01] every command of every context is accepted where it is its turn, whoever asks it: a person, a process or the clock', async () => {
  const accepted = new Set<string>();
  for (const way of ways) {
    const place = await openPlace();
    for (const step of way) {
      assert.equal(await taken(place, step), undefined, JSON.stringify(step));
      if (!isWait(step)) accepted.add(step.type);
    }
    place.byThemselves.forEach((type) => accepted.add(type));
  }
  const never = contexts.flatMap(({ commands }) => Object.keys(commands)).filter((type) => !accepted.has(type));
  assert.deepEqual(never, []);
});

test('[ALL-01] [ALL-02] [ALL-03] [PTS-01] whatever is asked of all contexts: can is send, what is sent twice is done once, replay is the state, views are the record, counters are a recount, points come to nothing, and who is erased is gone', async () => {
  await fc.assert(fc.asyncProperty(histories, lawsHold), {
    numRuns: runs(),
    ...drawn(),
    examples: onceBroken.map((history) => [history]),
  });
});
