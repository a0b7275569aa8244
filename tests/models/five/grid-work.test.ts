import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holdingContext, occasionContext, patrolContext, servicePointContext } from '@keting/domain';
import { bengbu, chengcheng, models, shibei } from '@keting/models';

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

test('[ALL-01] what a place does in its grids is allowed to somebody, and what it does not do to nobody', () => {
  const sections = {
    patrol: patrolContext,
    occasions: occasionContext,
    objects: holdingContext,
    servicePoints: servicePointContext,
  };
  for (const model of models) {
    const allowed = new Set(model.permissions.flatMap((permission) => permission.do));
    for (const [section, context] of Object.entries(sections)) {
      const has = Reflect.get(model.grids, section) !== undefined;
      for (const command of Object.keys(context.commands)) {
        assert.equal(allowed.has(command), has, `${model.id} ${command}`);
      }
    }
  }
});
