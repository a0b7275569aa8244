import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseModel } from '@keting/domain';
import { cobuilding, placeWith } from './place.ts';

type Section = typeof cobuilding;
const faults = (section: object) => {
  const parsed = parseModel({ ...placeWith(), cobuilding: { ...cobuilding, ...section } });
  return parsed.ok ? [] : parsed.faults.map(({ path, code }) => `${path.slice(1).join('.')} ${code}`);
};

test('[DEL-04] a model promises only by kinds of units that are there', () => {
  const sides = { unit: ['moon'], street: ['street-committee'] };
  assert.deepEqual(faults({ commitments: { ...cobuilding.commitments, sides } }), [
    'commitments.sides.unit.0 unknown-reference',
  ]);
  const [kind] = cobuilding.commitments.kinds;
  assert.deepEqual(faults({ commitments: { ...cobuilding.commitments, kinds: [kind, kind] } }), [
    'commitments.kinds.1.id duplicate-id',
    'matching.rules.1.kinds.0 unknown-reference',
    'matching.rules.2.kinds.0 unknown-reference',
  ]);
});

test('[DEL-04] a rule matches needs and offers that are there', () => {
  const wrong = (change: Partial<Section['matching']['rules'][number]>) =>
    faults({ matching: { ...cobuilding.matching, rules: [{ ...cobuilding.matching.rules[0], ...change }] } });
  assert.deepEqual(wrong({ needs: ['moon'] }), ['matching.rules.0.needs.0 unknown-reference']);
  assert.deepEqual(wrong({ kinds: ['moon'] }), ['matching.rules.0.kinds.0 unknown-reference']);
  assert.deepEqual(wrong({ offer: 'project' }), ['matching.rules.0.kinds.0 unknown-reference']);
});

test('[DEL-06] a grant comes from a source that is there', () => {
  const [kind] = cobuilding.budgets.kinds;
  const grants = [{ from: 'lottery', amount: 1, source: 'ours' }];
  assert.deepEqual(faults({ budgets: { ...cobuilding.budgets, kinds: [{ ...kind, grants }] } }), [
    'budgets.kinds.0.grants.0.from unknown-reference',
  ]);
});

test('[DEL-07] grades and honours are of cards, and cards of kinds, that are there', () => {
  const wrong = (change: object) => faults({ assessment: { ...cobuilding.assessment, ...change } });
  const [card] = cobuilding.assessment.cards;
  const [grade] = cobuilding.assessment.grades;
  assert.deepEqual(wrong({ street: ['moon'] }), ['assessment.street.0 unknown-reference']);
  assert.deepEqual(wrong({ grades: [{ ...grade, cards: ['moon'] }] }), [
    'assessment.grades.0.cards.0 unknown-reference',
  ]);
  assert.deepEqual(wrong({ cards: [{ ...card, id: 'buildings', grids: ['moon'] }, card] }), [
    'assessment.cards.0.grids.0 unknown-reference',
  ]);
  assert.deepEqual(wrong({ streetFloor: 101 }), ['assessment.streetFloor too-large']);
});

test('[DEL-04] [DEL-05] [DEL-06] [DEL-07] a place may have any part without the others', () => {
  const part = <Name extends keyof Section>(name: Name) => {
    const parsed = parseModel({ ...placeWith(), cobuilding: { [name]: cobuilding[name] } });
    return parsed.ok;
  };
  assert.deepEqual((['commitments', 'resources', 'budgets', 'assessment'] as const).map(part), [
    true,
    true,
    true,
    true,
  ]);
});
