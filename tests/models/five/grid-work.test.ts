import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bengbu } from '@keting/models';

test('[GRID-06] Bengbu has three occasions to visit, six to be there and six to report (三必访、六必到、六必报)', () => {
  const count = (form: string) => (bengbu.grids.occasions ?? []).filter((one) => one.form === form).length;
  assert.deepEqual([count('visit'), count('presence'), count('report')], [3, 6, 6]);
});
