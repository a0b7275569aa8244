import { commandId } from '@keting/domain';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod/mini';
import { idMaker, newId } from '../../../packages/runtime/src/new-id.ts';
import { runs } from '../../support/runs.ts';

const fillWith = (value: number) => (bytes: Uint8Array) => bytes.fill(value);

const many = (make: () => string, count: number): readonly string[] => Array.from({ length: count }, make);

const assertRising = (ids: readonly string[]) => assert.deepEqual([...ids].sort(), ids);

test('an identity is a UUID of version 7 and a command may bear it', () => {
  for (const id of many(newId, 1000)) {
    assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.ok(z.safeParse(commandId, id).success);
  }
});

test('an identity tells when it was made', () => {
  const at = Date.parse('2018-10-30T01:00:00Z');
  const id = idMaker(() => at, fillWith(0xff))();
  assert.equal(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16), at);
});

test('identities sort as they were made, and none comes twice, however many in one millisecond', () => {
  const ids = many(
    idMaker(() => 1_540_861_200_000, fillWith(0xff)),
    20_000,
  );
  assertRising(ids);
  assert.equal(new Set(ids).size, ids.length);
});

test('identities go on rising when the clock is set back or jumps', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50), { minLength: 1 }), fc.nat(0xff), (instants, filling) => {
      const clock = instants[Symbol.iterator]();
      const ids = instants.map(idMaker(() => clock.next().value ?? 0, fillWith(filling)));
      assertRising(ids);
      assert.equal(new Set(ids).size, ids.length);
    }),
    { numRuns: runs() },
  );
});

test('two makers in the same millisecond differ by what is random', () => {
  const at = () => 1_540_861_200_000;
  assert.notEqual(idMaker(at, fillWith(1))(), idMaker(at, fillWith(2))());
});

test('what is random in an identity comes once, however many are made', () => {
  const tails = many(newId, 5000).map((id) => id.slice(-12));
  assert.equal(new Set(tails).size, tails.length);
  assert.ok(!tails.includes('000000000000'), 'nothing is handed out that was not drawn');
});
