import type { News } from '@keting/runtime';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Followers } from '../../../packages/runtime/src/indexed-db-store/followers.ts';

const newsOf = (n: number): News => ({ events: [{ type: 'Noted', stream: 'case/1', version: n }], touched: [] });

/** Followers of a record that stood at 3, with what a listener was told and the errors. */
function following() {
  const told: (readonly [number | undefined, string])[] = [];
  const errors: unknown[] = [];
  const reads: number[] = [];
  let broken = false;
  const followers = new Followers(
    3,
    (after, count) => {
      reads.push(after);
      if (broken) return Promise.reject(new Error('cannot be read'));
      const news = Array.from({ length: count }, (_, i) => newsOf(after + 1 + i));
      return Promise.resolve({ news, position: String(after + count), complete: true });
    },
    (error) => errors.push(error),
  );
  const follow = () => followers.follow((news, position) => told.push([news.events[0]?.version, position]));
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return { followers, told, errors, reads, follow, settled, setBroken: (value: boolean) => (broken = value) };
}

test('what is next is told as it comes, without a look into the record', async () => {
  const { followers, told, reads, follow, settled } = following();
  follow();
  followers.hear(4, newsOf(4));
  followers.hear(5, newsOf(5));
  await settled();
  assert.deepEqual(told, [
    [4, '4'],
    [5, '5'],
  ]);
  assert.deepEqual(reads, []);
});

test('commits heard of out of order are told in order, each once', async () => {
  const { followers, told, follow, settled } = following();
  follow();
  for (const position of [6, 4, 5, 8]) followers.hear(position, newsOf(position));
  followers.hear(7);
  await settled();
  assert.deepEqual(
    told,
    [4, 5, 6, 7, 8].map((n) => [n, String(n)]),
  );
});

test('where nobody follows nothing is read, and who follows later is told of what comes later', async () => {
  const { followers, told, reads, follow, settled } = following();
  followers.hear(9);
  await settled();
  follow();
  followers.hear(10, newsOf(10));
  await settled();
  assert.deepEqual(reads, []);
  assert.deepEqual(told, [[10, '10']]);
});

test('news that cannot be read are an error that is seen, and come with the next commit', async () => {
  const { followers, told, errors, follow, settled, setBroken } = following();
  follow();
  setBroken(true);
  followers.hear(5);
  await settled();
  assert.equal(errors.length, 1);
  setBroken(false);
  followers.hear(6, newsOf(6));
  await settled();
  assert.deepEqual(
    told,
    [4, 5, 6].map((n) => [n, String(n)]),
  );
});
