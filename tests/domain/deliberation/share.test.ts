import assert from 'node:assert/strict';
import { test } from 'node:test';
import { needed, reaches, type Share } from '@keting/domain';
import fc from 'fast-check';
import { runs } from '../../support/runs.ts';

const share = fc
  .record({ of: fc.integer({ min: 1, max: 1000 }), in: fc.integer({ min: 1, max: 1000 }), more: fc.boolean() })
  .filter((one) => one.of <= one.in);
const people = fc.integer({ min: 0, max: 100_000 });

const fits = (one: Share, some: number, all: number): boolean => {
  const [left, right] = [BigInt(some) * BigInt(one.in), BigInt(one.of) * BigInt(all)];
  return one.more ? left > right : left >= right;
};

test('[DEL-03] two thirds of 31 are 21 persons, more than half of 4 are 3', () => {
  assert.equal(needed({ of: 2, in: 3, more: false }, 31), 21);
  assert.equal(needed({ of: 1, in: 2, more: true }, 4), 3);
  assert.equal(needed({ of: 1, in: 2, more: false }, 4), 2);
  assert.equal(needed({ of: 1, in: 2, more: true }, 5), 3);
  assert.equal(needed({ of: 1, in: 1, more: false }, 7), 7);
});

test('[DEL-03] what is needed is the least number of persons that makes up the share, exactly', () => {
  fc.assert(
    fc.property(share, people, (one, all) => {
      const least = needed(one, all);
      assert.ok(fits(one, least, all));
      assert.ok(least === 0 || !fits(one, least - 1, all));
    }),
    { numRuns: runs() },
  );
});

test('[DEL-03] a share is reached by integers alone, whatever the fraction', () => {
  fc.assert(
    fc.property(share, people, people, (one, some, all) => {
      assert.equal(reaches(one, some, all), fits(one, some, all));
    }),
    { numRuns: runs() },
  );
});

test('[DEL-03] one person more never breaks a quorum, one entitled more never lowers it', () => {
  fc.assert(
    fc.property(share, people, people, (one, some, all) => {
      assert.ok(!reaches(one, some, all) || reaches(one, some + 1, all));
      assert.ok(needed(one, all + 1) >= needed(one, all));
    }),
    { numRuns: runs() },
  );
});

test('[DEL-03] a fraction means the same in any terms', () => {
  fc.assert(
    fc.property(share, people, fc.integer({ min: 1, max: 1000 }), (one, all, by) => {
      assert.equal(needed({ of: one.of * by, in: one.in * by, more: one.more }, all), needed(one, all));
    }),
    { numRuns: runs() },
  );
});
