import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bengbu, chengcheng, shibei } from '@keting/models';

test('[GRID-06] Bengbu has three occasions to visit, six to be there and six to report (三必访、六必到、六必报)', () => {
  const count = (form: string) => (bengbu.grids.occasions ?? []).filter((one) => one.form === form).length;
  assert.deepEqual([count('visit'), count('presence'), count('report')], [3, 6, 6]);
});

test('[GRID-08] Chengcheng walks 15 minutes to a rest station (彩虹庭); Shibei has centre, station and point at three tiers', () => {
  assert.equal(chengcheng.grids.servicePoints?.minutes, 15);
  assert.ok(chengcheng.grids.servicePoints.kinds.some(({ label }) => label['zh-Hans'] === '彩虹庭'));
  assert.deepEqual(
    shibei.grids.servicePoints?.kinds.map(({ label }) => label['zh-Hans']),
    ['民情服务中心', '民情服务站', '民情服务点'],
  );
});
