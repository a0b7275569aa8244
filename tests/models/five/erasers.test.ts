import { permits, person, personId } from '@keting/domain';
import { bengbu, chengcheng, luqiao, nanjing, shibei } from '@keting/models';
import assert from 'node:assert/strict';
import { test } from 'node:test';

/** The committee at the top of what each place is a model of. */
const places = [
  { model: shibei, kind: 'district-committee' },
  { model: luqiao, kind: 'district-committee' },
  { model: chengcheng, kind: 'county-committee' },
  { model: nanjing, kind: 'district-committee' },
  { model: bengbu, kind: 'city-committee' },
] as const;

for (const { model, kind } of places)
  test(`[ALL-02] in ${model.id} the secretary of the ${kind} erases who cannot ask for it, and no other post does`, () => {
    const may = (post: string, of: string): boolean => {
      const standings = [{ post, unit: 'own', kind: of, territories: [model.territory] }];
      return permits(model, { actor: person(personId.parse('li')), standings }, 'ErasePerson', { owner: 'wang' });
    };
    assert.ok(may('secretary', kind));
    const others = model.posts.flatMap(({ id, kinds }) => kinds.map((of) => [id, of] as const));
    assert.deepEqual(
      others.filter(([post, of]) => may(post, of)),
      [['secretary', kind]],
    );
  });
