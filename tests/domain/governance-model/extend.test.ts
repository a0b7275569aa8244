import { contentHash, extendModel, type GovernanceModel, type ModelChanges } from '@keting/domain';
import { sampleModel } from '@keting/domain/testing';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

const base = sampleModel();

/** A variant that must be a model. */
function variant(changes: ModelChanges): GovernanceModel {
  const parsed = extendModel(base, changes);
  assert.ok(parsed.ok, JSON.stringify(parsed));
  return parsed.model;
}

const byId = <Item extends { readonly id: string }>(items: readonly Item[], id: string): Item | undefined =>
  items.find((item) => item.id === id);

describe('[ORG-13] a variant of a model', () => {
  test('that changes nothing is the model itself', () => {
    assert.deepEqual(variant({}), base);
  });

  test('leaves its base as it was', () => {
    const before = contentHash(base);
    variant({
      id: 'ours',
      cases: { warnAt: 0.5 },
      kinds: [{ id: 'firm', remove: true }],
      posts: [{ id: 'director', kinds: ['residents-committee'] }],
    });
    assert.equal(contentHash(base), before);
  });

  test('has a hash of its own, by which a stream names it', () => {
    assert.notEqual(contentHash(variant({ cases: { warnAt: 0.5 } })), contentHash(base));
  });

  test('changes one figure and keeps all that stands beside it', () => {
    assert.deepEqual(variant({ cases: { warnAt: 0.5 } }), { ...base, cases: { ...base.cases, warnAt: 0.5 } });
  });

  test('changes one thing of a list by its id, field by field, and keeps its place', () => {
    const { cases } = variant({ cases: { grades: [{ id: 'plain', allow: { collected: { hours: 2 } } }] } });
    assert.deepEqual(
      cases.grades.map(({ id }) => id),
      base.cases.grades.map(({ id }) => id),
    );
    assert.deepEqual(byId(cases.grades, 'plain'), {
      ...byId(base.cases.grades, 'plain'),
      allow: { collected: { hours: 2 } },
    });
    assert.deepEqual(byId(cases.grades, 'urgent'), byId(base.cases.grades, 'urgent'));
  });

  test('adds a thing at the end of its list', () => {
    const added = { ...byId(base.cases.classes, 'fire'), id: 'flood' };
    const { cases } = variant({ cases: { classes: [added] } });
    assert.deepEqual(cases.classes, [...base.cases.classes, added]);
  });

  test('takes a thing away', () => {
    const { cases } = variant({ cases: { classes: [{ id: 'fire', remove: true }] } });
    assert.deepEqual(
      cases.classes,
      base.cases.classes.filter(({ id }) => id !== 'fire'),
    );
  });

  test('takes away what is not there, and nothing happens', () => {
    assert.deepEqual(variant({ cases: { classes: [{ id: 'nowhere', remove: true }] } }), base);
  });

  test('removes a field with null', () => {
    const { meetings } = variant({ meetings: [{ id: 'council', observers: null, next: null }] });
    const council = byId(meetings, 'council');
    assert.ok(council !== undefined && !('observers' in council) && !('next' in council));
  });

  test('puts a list of plain values in the place of the old one', () => {
    const { cases } = variant({ cases: { transitions: { WithdrawCase: ['collected'] } } });
    assert.deepEqual(cases.transitions.WithdrawCase, ['collected']);
    assert.deepEqual(cases.transitions.ReplyCase, base.cases.transitions.ReplyCase);
  });
});

describe('[ORG-13] a variant is checked like any model', () => {
  test('what it takes away may not be referred to any more', () => {
    const parsed = extendModel(base, { cases: { grades: [{ id: 'urgent', remove: true }] } });
    assert.ok(!parsed.ok);
    assert.deepEqual(parsed.faults, [
      { path: ['cases', 'classes', 3, 'grade'], code: 'unknown-reference', at: 'urgent' },
    ]);
  });

  test('it may not close a circle', () => {
    const parsed = extendModel(base, { meetings: [{ id: 'street-meeting', next: 'council' }] });
    assert.ok(!parsed.ok);
    assert.deepEqual(
      parsed.faults.map(({ code, at }) => [code, at]),
      [
        ['cycle', 'council'],
        ['cycle', 'street-meeting'],
      ],
    );
  });

  test('it may not say what a model cannot say', () => {
    for (const changes of [{ motto: 'x' }, { tiers: null }, { cases: null }, { kinds: 'none' }]) {
      const parsed = extendModel(base, changes);
      assert.ok(!parsed.ok);
      assert.equal(parsed.faults[0]?.code, 'shape');
    }
  });

  test('of a variant can be made a variant', () => {
    const first = variant({ cases: { warnAt: 0.5 } });
    const second = extendModel(first, { cases: { extension: { times: 3 } } });
    assert.ok(second.ok);
    assert.equal(second.model.cases.warnAt, 0.5);
    assert.deepEqual(second.model.cases.extension, { ...base.cases.extension, times: 3 });
  });
});
