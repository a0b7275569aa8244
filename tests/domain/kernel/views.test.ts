import {
  deltaKey,
  everything,
  inScope,
  matches,
  meets,
  nothing,
  overlapOf,
  type Condition,
  type Scope,
  type Where,
} from '@keting/domain';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { runs } from '../../support/runs.ts';

describe('a value meets a condition', () => {
  const rules: readonly (readonly [condition: Condition, met: readonly unknown[], failed: readonly unknown[]])[] = [
    ['a', ['a'], ['b', '', 1, undefined, null]],
    [1, [1], [0, '1', true, undefined]],
    [0, [0, -0], [false, '', undefined]],
    [false, [false], [true, 0, '', undefined, null]],
    [{ in: ['a', 1, true] }, ['a', 1, true], ['b', '1', 0, false, undefined]],
    [{ in: [] }, [], ['a', 1, undefined]],
    [{ from: 2 }, [2, 3], [1, '3', true, undefined, null]],
    [{ to: 2 }, [1, -5], [2, 3, undefined]],
    [{ from: 2, to: 4 }, [2, 3], [1, 4]],
    [{ from: 'b', to: 'd' }, ['b', 'c', 'cz'], ['a', 'd']],
    [{}, ['a', 0, false], [undefined, null]],
    [{ prefix: '331004' }, ['331004', '331004001'], ['33100', '331003', 331004, undefined]],
    [{ prefix: '' }, ['', 'a'], [1, undefined]],
  ];
  for (const [condition, met, failed] of rules) {
    test(JSON.stringify(condition), () => {
      met.forEach((value) => assert.ok(meets(value, condition), `met by ${JSON.stringify(value)}`));
      failed.forEach((value) => assert.ok(!meets(value, condition), `not met by ${JSON.stringify(value)}`));
    });
  }

  test('a list or a record meets none', () => {
    for (const value of [['a'], { from: 1 }]) {
      for (const condition of ['a', { in: ['a'] }, { from: 'a' }, { prefix: 'a' }]) assert.ok(!meets(value, condition));
    }
  });

  test('a territory is a range of codes: beginning so is lying between', () => {
    const digits = fc.string({ unit: fc.constantFrom('0', '1', '9'), maxLength: 6 });
    fc.assert(
      fc.property(digits, digits, (code, territory) => {
        assert.equal(meets(code, { prefix: territory }), meets(code, { from: territory, to: `${territory}:` }));
      }),
      { numRuns: runs() },
    );
  });
});

describe('a row', () => {
  const row = { territory: '331004001', stage: 'handling', handler: 'lin' };

  test('matches where all its named columns meet their conditions', () => {
    assert.ok(matches(row, {}));
    assert.ok(matches(row, { stage: 'handling', territory: { prefix: '331004' } }));
    assert.ok(!matches(row, { stage: 'handling', territory: { prefix: '331003' } }));
    assert.ok(!matches(row, { owner: 'lin' }), 'a column it does not have');
  });

  test('lies in a scope where any of its alternatives match', () => {
    const own: Where = { handler: 'lin' };
    const elsewhere: Where = { territory: { prefix: '331003' } };
    assert.ok(inScope(row, { any: [elsewhere, own] }));
    assert.ok(!inScope(row, { any: [elsewhere] }));
    assert.ok(inScope(row, everything));
    assert.ok(!inScope(row, nothing));
  });

  test('never leaves a scope that grows', () => {
    const where = fc.dictionary(fc.constantFrom('a', 'b'), fc.nat(2), { maxKeys: 2 });
    const scope: fc.Arbitrary<Scope> = fc.record({ any: fc.array(where, { maxLength: 3 }) });
    fc.assert(
      fc.property(where, scope, where, (columns, { any }, more) => {
        if (inScope(columns, { any })) assert.ok(inScope(columns, { any: [...any, more] }));
      }),
      { numRuns: runs() },
    );
  });
});

describe('[ALL-02] the overlap of two scopes', () => {
  const text = fc.constantFrom('', '3', '33', '331', '34');
  const told: fc.Arbitrary<Condition> = fc.oneof(
    text,
    text.map((prefix) => ({ prefix })),
    fc.array(text, { maxLength: 3 }).map((some) => ({ in: some })),
  );
  const bounded: fc.Arbitrary<Condition> = fc.record({ from: text, to: text });
  const scopeOf = (condition: fc.Arbitrary<Condition>): fc.Arbitrary<Scope> =>
    fc.record({ any: fc.array(fc.dictionary(fc.constantFrom('a', 'b'), condition, { maxKeys: 2 }), { maxLength: 3 }) });
  const row = fc.record({ a: text, b: text });

  test('holds what lies in both, and nothing else', () => {
    fc.assert(
      fc.property(scopeOf(told), scopeOf(told), row, (one, other, columns) => {
        assert.equal(inScope(columns, overlapOf(one, other)), inScope(columns, one) && inScope(columns, other));
      }),
      { numRuns: runs() },
    );
  });

  test('never holds more than both, whatever the conditions', () => {
    const any = scopeOf(fc.oneof(told, bounded));
    fc.assert(
      fc.property(any, any, row, (one, other, columns) => {
        if (inScope(columns, overlapOf(one, other))) assert.ok(inScope(columns, one) && inScope(columns, other));
      }),
      { numRuns: runs() },
    );
  });
});

test('the key of a counter is the values of its row in their order', () => {
  assert.equal(
    deltaKey({ row: { grid: '331004001004001', class: 'noise', day: 20181030 }, add: { filed: 1 } }),
    '["331004001004001","noise",20181030]',
  );
});
