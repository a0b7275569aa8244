import type { Condition, Order, Where } from '@keting/domain';
import { after, encode, encodeTextStart, startOfType } from './encode.ts';
import type { Sorted } from './row.ts';

/** Entries of an index from `low` up to, and without, `high`. All of them begin with the first `bound` characters of `low`. */
export interface Range {
  readonly low: string;
  readonly high: string;
  readonly bound: number;
}

/** A way to find rows: which parts of which index to walk. What it finds is still to be filtered. */
export interface Plan<Index extends Sorted> {
  readonly index: Index;
  readonly ranges: readonly Range[];
  /** How many leading columns of the index the ranges fix; they differ only after these. */
  readonly depth: number;
  /** How much the ranges leave out: two for each column fixed to values, one for a column kept to a range. */
  readonly tightness: number;
}

/** At most so many ranges come of columns that may be one of several; further such columns are left to the filter. */
const mostRanges = 4096;

type Scalar = string | number | boolean;
export type Conditions = ReadonlyMap<string, Condition>;

const isOne = (condition: Condition | undefined): condition is Scalar =>
  condition !== undefined && typeof condition !== 'object';

const isSeveral = (condition: Condition): condition is { readonly in: readonly Scalar[] } =>
  typeof condition === 'object' && 'in' in condition;

/** How far a condition narrows an index: one value, several, a range. */
function rank(condition: Condition): number {
  if (isOne(condition)) return 0;
  return isSeveral(condition) ? 1 : 2;
}

/** The tightest condition on each column, of those that must hold together. */
export function conditionsOf(wheres: readonly Where[]): Conditions {
  const tightest = new Map<string, Condition>();
  for (const [column, condition] of wheres.flatMap((where) => Object.entries(where))) {
    const before = tightest.get(column);
    if (before === undefined || rank(condition) < rank(before)) tightest.set(column, condition);
  }
  return tightest;
}

/** The only values that a column can have, or undefined where there is no such list. */
function valuesOf(condition: Condition | undefined): readonly Scalar[] | undefined {
  if (condition === undefined) return undefined;
  if (isOne(condition)) return [condition];
  return isSeveral(condition) ? [...new Set(condition.in)] : undefined;
}

/** The part of a column's values that a range or a beginning leaves, as encoded bounds. */
function spanOf(condition: Condition | undefined): readonly [low: string, high: string] | undefined {
  if (typeof condition !== 'object' || isSeveral(condition)) return undefined;
  if ('prefix' in condition) {
    const start = encodeTextStart(condition.prefix);
    return [start, after(start)];
  }
  const { from, to } = condition;
  const type = from ?? to;
  if (type === undefined) return undefined;
  return [
    from === undefined ? startOfType(type) : encode(from),
    to === undefined ? after(startOfType(type)) : encode(to),
  ];
}

function rangesAfter(starts: readonly string[], span: readonly [string, string] | undefined): readonly Range[] {
  return starts.map((start) => ({
    low: start + (span?.[0] ?? ''),
    high: span === undefined ? after(start) : start + span[1],
    bound: start.length,
  }));
}

/** Narrows an index by the conditions on its leading columns. `keep` are columns not to be split into several values. */
function narrow<Index extends Sorted>(index: Index, conditions: Conditions, keep: ReadonlySet<string>): Plan<Index> {
  let starts: readonly string[] = [''];
  let depth = 0;
  for (const column of index.columns) {
    const condition = conditions.get(column);
    const values = keep.has(column) && !isOne(condition) ? undefined : valuesOf(condition);
    if (values === undefined || starts.length * values.length > mostRanges) break;
    const ends = values.map(encode);
    starts = starts.flatMap((start) => ends.map((end) => start + end));
    depth += 1;
  }
  const column = index.columns[depth];
  const span = column === undefined ? undefined : spanOf(conditions.get(column));
  return { index, ranges: rangesAfter(starts, span), depth, tightness: 2 * depth + (span === undefined ? 0 : 1) };
}

const tightest = <Index extends Sorted>(plans: readonly Plan<Index>[]): Plan<Index> | undefined =>
  plans.reduce<Plan<Index> | undefined>(
    (best, plan) => (best === undefined || plan.tightness > best.tightness ? plan : best),
    undefined,
  );

/** The index scan that meets the fewest rows, in whatever order. */
export const narrowest = <Index extends Sorted>(
  indexes: readonly Index[],
  conditions: Conditions,
): Plan<Index> | undefined => tightest(indexes.map((index) => narrow(index, conditions, new Set())));

/** Whether what is left of an index after its fixed columns runs in the order asked for. */
function runsInOrder({ index, depth }: Plan<Sorted>, conditions: Conditions, order: readonly Order[]): boolean {
  const open = (column: string) => !isOne(conditions.get(column));
  const runs = index.columns.slice(depth).filter(open);
  const asked = order.filter(({ by }) => open(by));
  const down = order[order.length - 1]?.down === true;
  return (
    runs.length === asked.length && asked.every(({ by, down: falls }, i) => runs[i] === by && (falls === true) === down)
  );
}

/** The tightest scan, or merge of scans, of one index that meets rows in the order asked for; undefined where none does. */
export function inOrder<Index extends Sorted>(
  indexes: readonly Index[],
  conditions: Conditions,
  order: readonly Order[],
): Plan<Index> | undefined {
  const keep = new Set(order.map(({ by }) => by));
  const plans = indexes.map((index) => narrow(index, conditions, keep));
  return tightest(plans.filter((plan) => runsInOrder(plan, conditions, order)));
}

/** Where a scan in order goes on after a row: the part of its entry that follows the fixed columns. */
export function restOfEntry(
  { index, depth }: Plan<Sorted>,
  conditions: Conditions,
  last: { readonly values: ReadonlyMap<string, unknown>; readonly key: string },
): string {
  const rest = index.columns.slice(depth).map((column) => {
    const condition = conditions.get(column);
    return encode(isOne(condition) ? condition : last.values.get(column));
  });
  return rest.join('') + encode(last.key);
}

/** Narrows a plan to what comes after an entry in the direction of the scan. */
export function goOn<Index extends Sorted>(plan: Plan<Index>, rest: string, down: boolean): Plan<Index> {
  const ranges = plan.ranges.map((range) => {
    const entry = range.low.slice(0, range.bound) + rest;
    if (down) return { ...range, high: entry < range.high ? entry : range.high };
    const next = `${entry}\u0000`;
    return { ...range, low: next > range.low ? next : range.low };
  });
  return { ...plan, ranges };
}
