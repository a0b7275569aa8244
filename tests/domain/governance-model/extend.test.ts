import { allowance, contentHash, extendModel, share, type GovernanceModel, type ModelChanges } from '@keting/domain';
import { sampleModel } from '@keting/domain/testing';
import * as fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as z from 'zod/mini';
import { runs } from '../../support/runs.ts';

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
      allow: { ...byId(base.cases.grades, 'plain')?.allow, collected: { hours: 2 } },
    });
    assert.deepEqual(byId(cases.grades, 'urgent'), byId(base.cases.grades, 'urgent'));
  });

  test('changes one field of a class by its id', () => {
    const { cases } = variant({ cases: { classes: [{ id: 'pothole', fields: [{ id: 'depth', max: 50 }] }] } });
    const fields = byId(base.cases.classes, 'pothole')?.fields ?? [];
    assert.deepEqual(
      byId(cases.classes, 'pothole')?.fields,
      fields.map((field) => (field.id === 'depth' ? { ...field, max: 50 } : field)),
    );
  });

  test('puts a value that has one of several forms, or a share, in the place of the old one', () => {
    const whole = variant({
      posts: [{ id: 'deputy', seats: { max: 2 } }],
      cases: { extension: { allow: { hours: 24 } }, stages: [{ id: 'closed', turn: 'handler' }] },
      meetings: [{ id: 'council', body: { grid: true }, quorum: { of: 2, in: 3, more: false } }],
    });
    assert.deepEqual(byId(whole.posts, 'deputy')?.seats, { max: 2 });
    assert.deepEqual(whole.cases.extension, { ...base.cases.extension, allow: { hours: 24 } });
    assert.equal(byId(whole.cases.stages, 'closed')?.turn, 'handler');
    assert.deepEqual(byId(whole.meetings, 'council')?.body, { grid: true });
    const half = extendModel(base, { meetings: [{ id: 'council', quorum: { of: 2, in: 3 } }] });
    assert.equal(half.ok, false, 'a share is stated whole');
  });

  test('changes one wording of a label and keeps the others', () => {
    const { kinds } = variant({ kinds: [{ id: 'firm', label: { en: 'company' } }] });
    assert.deepEqual(byId(kinds, 'firm')?.label, { ...byId(base.kinds, 'firm')?.label, en: 'company' });
  });

  test('states anew, in its place, what it took away before', () => {
    const pothole = { id: 'pothole', label: base.name, grade: 'plain', fields: [], source: 'ours' };
    const { cases } = variant({ cases: { classes: [{ id: 'pothole', remove: true }, pothole] } });
    assert.deepEqual(
      cases.classes,
      base.cases.classes.map((one) => (one.id === 'pothole' ? pothole : one)),
    );
  });

  test('follows all that it says of one thing, in turn', () => {
    const { kinds } = variant({
      kinds: [
        { id: 'firm', party: true },
        { id: 'firm', tier: 'community' },
      ],
    });
    assert.deepEqual(byId(kinds, 'firm'), { ...byId(base.kinds, 'firm'), party: true, tier: 'community' });
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

type Way = readonly string[];

const entries = (value: object): readonly (readonly [string, unknown])[] =>
  Array.isArray(value)
    ? value.map((item: unknown, i) => [z.safeParse(identified, item).data?.id ?? String(i), item])
    : Object.entries(value);

const identified = z.looseObject({ id: z.string() });
const oneValue = z.union([allowance, share]);

/** All single values of a model with the way to each, through lists by id. */
function values(at: unknown, way: Way = []): readonly (readonly [Way, unknown])[] {
  if (typeof at !== 'object' || at === null || z.safeParse(oneValue, at).success) return [[way, at]];
  return entries(at).flatMap(([key, part]) => values(part, [...way, key]));
}

/** The change of one value, written as the model is. */
function changeOf(at: unknown, [key, ...rest]: Way, put: unknown): unknown {
  if (key === undefined) return put;
  const parts = typeof at === 'object' && at !== null ? entries(at) : [];
  const [, part] = parts.find(([name]) => name === key) ?? [];
  const change = changeOf(part, rest, put);
  return Array.isArray(at) ? [{ id: key, ...Object(change) }] : { [key]: change };
}

/** Other values that a model may have in such a place; none where others refer to it. */
function otherThan([way, value]: readonly [Way, unknown]): unknown {
  const key = way[way.length - 1] ?? '';
  if (z.safeParse(allowance, value).success) return { hours: 77 };
  if (z.safeParse(share, value).success) return { of: 1, in: 7, more: false };
  if (['zh-Hans', 'zh-Hant', 'en'].includes(key)) return 'otherwise';
  return ['party', 'required', 'positive', 'head', 'partTime'].includes(key) ? value !== true : undefined;
}

test('[ORG-13] whatever a variant changes, nothing is altered that it does not name', () => {
  const changeable = values(base).flatMap((at) => {
    const put = otherThan(at);
    return put === undefined ? [] : [{ way: at[0], put }];
  });
  const kinds = new Set(changeable.map(({ put }) => JSON.stringify(put)));
  assert.ok(kinds.size >= 4, 'wordings, allowances, shares, and yes or no are all changed');
  fc.assert(
    fc.property(fc.constantFrom(...changeable), fc.constantFrom(...changeable), (first, second) => {
      const after = new Map(values(base).map(([way, value]) => [way.join('/'), value]));
      let model = base;
      for (const { way, put } of [first, second]) {
        const parsed = extendModel(model, z.parse(z.record(z.string(), z.unknown()), changeOf(base, way, put)));
        assert.ok(parsed.ok, JSON.stringify(parsed));
        model = parsed.model;
        after.set(way.join('/'), put);
      }
      assert.deepEqual(new Map(values(model).map(([way, value]) => [way.join('/'), value])), after);
    }),
    { numRuns: runs() },
  );
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
      assert.ok(parsed.faults.length > 0);
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
