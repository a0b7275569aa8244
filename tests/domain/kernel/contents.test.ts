import { commitmentOf, contentRef, refTo, unwritten } from '@keting/domain';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import * as z from 'zod/mini';
import { runs } from '../../support/runs.ts';

const content = { id: 'c1', salt: '9f2c', value: '林某某，路灯不亮' };

test('a commitment is SHA-256 over salt and value, as another implementation has it', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ unit: 'grapheme' }), (salt, value) => {
      const other = createHash('sha256').update(`${salt}\n${value}`, 'utf8').digest('hex');
      assert.equal(commitmentOf({ salt, value }), other);
    }),
    { numRuns: runs() },
  );
});

test('another salt gives another commitment, so equal texts cannot be told to be equal', () => {
  assert.notEqual(commitmentOf(content), commitmentOf({ ...content, salt: '9f2d' }));
});

test('a changed text no longer fits its commitment', () => {
  assert.notEqual(commitmentOf(content), commitmentOf({ ...content, value: '林某某，路灯亮了' }));
});

test('a reference says where the content lies and nothing of what it is', () => {
  const ref = refTo(content);
  assert.deepEqual(ref, { content: 'c1', commitment: commitmentOf(content) });
  assert.ok(z.safeParse(contentRef, ref).success);
  assert.ok(!JSON.stringify(ref).includes('林'));
});

test('what stands for an unwritten text is a reference that no content has', () => {
  assert.ok(z.safeParse(contentRef, unwritten).success);
  assert.notEqual(commitmentOf({ salt: '', value: '' }), unwritten.commitment);
});
