import { inScope, matches, type Query, type Scope, type Where } from '@keting/domain';
import type { Held, IndexedRows } from './indexed-rows.ts';
import { merge } from './merge.ts';
import { conditionsOf, narrowest, type Plan, type Range } from './plan.ts';

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

/**
 * The tightest plans that together find all that a query and a scope let through: one for each of the scope's
 * alternatives, or one for all where an alternative leaves out no more than the query itself does.
 */
export function tightPlans({ indexes }: IndexedRows, where: Where, scope: Scope): readonly Plan[] {
  const plan = (wheres: readonly Where[]): readonly Plan[] => {
    const found = narrowest(indexes, conditionsOf(wheres));
    return found === undefined ? [] : [found];
  };
  const tightness = (plans: readonly Plan[]): number => Math.min(...plans.map((each) => each.tightness));
  const alternatives = scope.any.flatMap((alternative) => plan([where, alternative]));
  const common = plan([where]);
  return tightness(alternatives) > tightness(common) ? alternatives : common;
}

/** Whether a row is what was asked for, and is shown in this scope. */
export const passes =
  (where: Query['where'], scope: Scope) =>
  ({ row }: Held): boolean =>
    (where === undefined || matches(row, where)) && inScope(row, scope);
