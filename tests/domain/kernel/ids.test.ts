import { commandId, streamKey, streamKind, territoryCode, unitId, uuidFrom, within } from '@keting/domain';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod/mini';

const accepts = (schema: z.ZodMiniType, value: unknown) => z.safeParse(schema, value).success;

test('a stream is its kind and its key, and a key may itself have a slash', () => {
  assert.equal(streamKind('partition/331004001004'), 'partition');
  assert.equal(streamKey('partition/331004001004'), '331004001004');
  assert.equal(streamKey('item/store/7'), 'store/7');
});

test('[GRID-04] a territory holds every code that begins with it, and no other', () => {
  assert.ok(within('331004001', '331004001004001'));
  assert.ok(within('331004001', '331004001'));
  assert.ok(!within('331004001', '331004'));
  assert.ok(!within('331004001', '331004002004'));
});

test('codes of a division, a grid and a micro-grid are territories; a name is not', () => {
  for (const code of ['331004', '331004001000', '331004001004001', '33100400100400101']) {
    assert.ok(accepts(territoryCode, code), code);
  }
  for (const wrong of ['', '3', '路桥', '331004-001', '331004001004001010101']) {
    assert.ok(!accepts(territoryCode, wrong), wrong);
  }
});

test('[ORG-01] an id of a unit is short and plain, so that it stands in a stream and in a URL', () => {
  assert.ok(accepts(unitId, 'party-committee_331004.1'));
  for (const wrong of ['', '-a', 'a/b', 'a b', 'x'.repeat(81)]) assert.ok(!accepts(unitId, wrong), wrong);
});

test('a UUID made from a hash may name a command', () => {
  const uuid = uuidFrom('0123456789abcdef0123456789abcdef0123');
  assert.equal(uuid, '01234567-89ab-cdef-0123-456789abcdef');
  assert.ok(accepts(commandId, uuid));
});
