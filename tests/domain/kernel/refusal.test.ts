import { isRefusal, accept, kernelRefusals, refuseBy, refuseKernel } from '@keting/domain';
import assert from 'node:assert/strict';
import { test } from 'node:test';

const refuse = refuseBy({ 'kind-not-allowed': 'ORG-01', 'seat-taken': 'ORG-02' } as const);

test('[ORG-01] a refusal names its rule, what is at fault, and what a text needs', () => {
  assert.deepEqual(refuse('kind-not-allowed', { ids: ['unit-7'], params: { kind: 'village', parent: 'market' } }), {
    code: 'kind-not-allowed',
    rule: 'ORG-01',
    ids: ['unit-7'],
    params: { kind: 'village', parent: 'market' },
  });
});

test('a refusal without detail has no ids and no parameters', () => {
  assert.deepEqual(refuse('seat-taken'), { code: 'seat-taken', rule: 'ORG-02', ids: [], params: {} });
});

test('a refusal is told from a yes, also from a yes to nothing', () => {
  assert.ok(isRefusal(refuse('seat-taken')));
  assert.ok(!isRefusal(accept()));
  assert.ok(!isRefusal(accept({ type: 'UnitFounded', data: {} })));
});

test('every refusal of the contract itself names where it comes from', () => {
  for (const [code, rule] of Object.entries(kernelRefusals)) assert.ok(rule.length > 0, code);
  assert.equal(refuseKernel('not-found').rule, 'ALL-01');
});
