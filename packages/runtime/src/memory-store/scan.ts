import type { Plan as PlanOf, Range } from '../store-parts/plan.ts';
import type { Held } from '../store-parts/row.ts';
import type { Index } from './indexed-rows.ts';
import { merge } from './merge.ts';

type Plan = PlanOf<Index>;

type Entry = readonly [rest: string, held: Held];

function* walk({ index }: Plan, { low, high, bound }: Range, down: boolean): Generator<Entry> {
  const found = down ? index.entries.descend(low, high) : index.entries.ascend(low, high);
  for (const [key, held] of found) yield [key.slice(bound), held];
}

const restOf = ([rest]: Entry): string => rest;

/** What a plan finds, in the order that its index has after the fixed columns. */
export function* scanInOrder(plan: Plan, down: boolean): Generator<Held> {
  const walks = plan.ranges.map((range) => walk(plan, range, down));
  for (const [, held] of merge(walks, restOf, down)) yield held;
}

/** What plans find together, each row once, in no order. */
export function* scanAll(plans: readonly Plan[]): Generator<Held> {
  const seen = new Set<Held>();
  for (const { index, ranges } of plans) {
    for (const { low, high } of ranges) {
      for (const [, held] of index.entries.ascend(low, high)) {
        if (!seen.has(held)) yield held;
        if (plans.length > 1) seen.add(held);
      }
    }
  }
}

/** Whether plans find more than so many entries; counts no further. */
export function findMoreThan(most: number, plans: readonly Plan[]): boolean {
  let left = most;
  for (const { index, ranges } of plans) {
    for (const { low, high } of ranges) {
      for (const _entry of index.entries.ascend(low, high)) {
        if (left === 0) return true;
        left -= 1;
      }
    }
  }
  return false;
}
