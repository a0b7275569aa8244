import assert from 'node:assert/strict';
import { test } from 'node:test';
import { understaffed, type GovernanceModel, type GridKind } from '@keting/domain';
import { bengbu, chengcheng, luqiao, nanjing } from '@keting/models';

/** A grid that is served by holders of these posts, each another person. */
const lacking = (model: GovernanceModel, kind: GridKind, posts: readonly string[], households?: number) =>
  understaffed(
    model,
    [{ code: 'it', kind, households }],
    posts.map((post, i) => ({ grid: 'it', post, person: `p${i}` })),
  ).flatMap(({ missing }) => missing.map(({ post, has, needs }) => `${post} ${has}/${needs}`));

test('[GRID-03] Luqiao: a micro-grid lacks its party member, its part-time resident member, or neither', () => {
  assert.deepEqual(lacking(luqiao, 'micro', []), ['party-micro-grid-member 0/1', 'resident-micro-grid-member 0/1']);
  assert.deepEqual(lacking(luqiao, 'micro', ['party-micro-grid-member']), ['resident-micro-grid-member 0/1']);
  assert.deepEqual(lacking(luqiao, 'micro', ['party-micro-grid-member', 'resident-micro-grid-member']), []);
});

test('[GRID-03] Chengcheng: a grid has two heads and one officer (两长一员)', () => {
  assert.deepEqual(lacking(chengcheng, 'basic', ['grid-officer']), ['grid-head 0/1', 'grid-building-head 0/1']);
  assert.deepEqual(lacking(chengcheng, 'basic', ['grid-head', 'grid-building-head', 'grid-officer']), []);
});

test('[GRID-03] Bengbu: one member links ten households, so a grid of twenty-one needs three', () => {
  assert.deepEqual(lacking(bengbu, 'micro', ['linking-member'], 10), []);
  assert.deepEqual(lacking(bengbu, 'micro', ['linking-member'], 11), ['linking-member 1/2']);
  assert.deepEqual(lacking(bengbu, 'micro', ['linking-member', 'linking-member'], 21), ['linking-member 2/3']);
  assert.deepEqual(lacking(bengbu, 'micro', []), ['linking-member 0/1']);
});

test('[GRID-03] Nanjing: every responsibility area and building has its member', () => {
  assert.deepEqual(lacking(nanjing, 'basic', []), ['responsible-member 0/1']);
  assert.deepEqual(lacking(nanjing, 'micro', []), ['responsible-member 0/1']);
  assert.deepEqual(lacking(nanjing, 'micro', ['responsible-member']), []);
});
