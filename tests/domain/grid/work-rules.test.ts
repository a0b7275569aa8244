import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseModel } from '@keting/domain';
import { holdingModel } from './holding/holding-model.ts';
import { patrolModel } from './patrol/patrol-model.ts';
import { pointModel } from './service-point/point-model.ts';

const faultsIn = (grids: object): readonly string[] => {
  const parsed = parseModel({ ...holdingModel, grids: { ...holdingModel.grids, ...grids } });
  return parsed.ok ? [] : parsed.faults.map(({ path, code, at }) => `${path.join('.')} ${code} ${at}`);
};

const patrol = patrolModel().grids.patrol;
const servicePoints = pointModel.grids.servicePoints;
const occasion = {
  id: 'fire',
  label: { 'zh-Hans': 'a', 'zh-Hant': 'a', en: 'a' },
  form: 'report',
  withinHours: 1,
  source: 'ours',
};

test('[GRID-06] patrols are of kinds of grid that there are, and nothing done on the spot or called has two meanings', () => {
  assert.ok(patrol);
  assert.deepEqual(faultsIn({ patrol, occasions: [occasion] }), []);
  const [first] = patrol.onTheSpot;
  assert.deepEqual(faultsIn({ patrol: { ...patrol, onTheSpot: [first, first] } }), [
    'grids.patrol.onTheSpot.1.id duplicate-id litter',
  ]);
  assert.deepEqual(faultsIn({ occasions: [occasion, occasion] }), ['grids.occasions.1.id duplicate-id fire']);
  const kinds = holdingModel.grids.kinds.filter(({ id }) => id !== 'functional');
  const posts = holdingModel.grids.posts.map((post) => ({
    ...post,
    grids: post.grids.filter((id) => id !== 'functional'),
  }));
  assert.deepEqual(faultsIn({ kinds, posts, patrol: { ...patrol, grids: ['functional'] } }), [
    'grids.patrol.grids.0 unknown-reference functional',
  ]);
});

test('[GRID-05] [GRID-08] kinds of objects and of service points are named once', () => {
  const [object] = holdingModel.grids.objects ?? [];
  assert.deepEqual(faultsIn({ objects: [object, object] }), ['grids.objects.1.id duplicate-id resident']);
  assert.ok(servicePoints);
  assert.deepEqual(faultsIn({ servicePoints }), []);
  const [kind] = servicePoints.kinds;
  assert.deepEqual(faultsIn({ servicePoints: { ...servicePoints, kinds: [kind, kind] } }), [
    'grids.servicePoints.kinds.1.id duplicate-id station',
  ]);
});
