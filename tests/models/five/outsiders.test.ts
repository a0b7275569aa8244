import { anonymous, contexts, person, personId, scopeOf, type Actor } from '@keting/domain';
import { bengbu, chengcheng, luqiao, nanjing, shibei } from '@keting/models';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sixthPlace } from '../sixth-place/sixth-place.ts';

/** Counts of money, of points, and of things on the street: however few, they point at nobody. */
const ofThings = ['budget-sums', 'campaign-counts', 'point-sums'];

/** People without a post: nobody knows them, or they are known by name alone. */
const outsiders: readonly Actor[] = [
  anonymous,
  { kind: 'anonymous', receipt: 'FJQ2-93KD' },
  person(personId.parse('me')),
];

for (const model of [luqiao, shibei, chengcheng, nanjing, bengbu, sixthPlace]) {
  test(`[ALL-02] in ${model.id} whoever holds no post reads no count of persons or of what they asked: it may be under five`, () => {
    const open = contexts
      .flatMap(({ views }) => views)
      .filter(({ kind }) => kind === 'counter')
      .filter(({ name, about }) =>
        outsiders.some((actor) => {
          const { any } = scopeOf(model, { actor, standings: [] }, `see:${name}`, about);
          // One's own is no count of others.
          return any.some((where) => about.owner === undefined || !(about.owner in where));
        }),
      );
    assert.deepEqual(
      open.map(({ name }) => name).filter((name) => !ofThings.includes(name)),
      [],
    );
  });
}
