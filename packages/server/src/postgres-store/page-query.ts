import type { Condition, Order, Query, Scope, Where } from '@keting/domain';
import { QueryError } from '@keting/runtime';
import { columnNamed, type Column } from './columns.ts';
import { canBeKept, conditionsOf, fits, Parameters } from './conditions.ts';
import type { Last } from './cursor.ts';
import type { Statement } from './database.ts';
import { own, quoted, sortTerm, type Table } from './tables.ts';

/** Up to so many values of one question are each looked up by itself, where an index then has the order asked for. */
const mostBranches = 32;

interface Sorted {
  readonly column: Column;
  readonly down: boolean;
}

/** The columns of an order that can be compared; others are missing in every row and sort nothing. */
const sortedBy = ({ columns, view }: Table, order: readonly Order[]): readonly Sorted[] =>
  order
    .map(({ by, down = false }) => ({ column: columnNamed(columns, by, view.name), down }))
    .filter(({ column }) => column.type !== undefined);

const fallsLast = (order: readonly Order[]): boolean => order[order.length - 1]?.down === true;

const valuesOf = (condition: Condition | undefined): number => {
  if (condition === undefined || (typeof condition === 'object' && !('in' in condition))) return 0;
  return typeof condition === 'object' ? condition.in.length : 1;
};

/** Columns to look up value by value: those that stand in an index before the columns of the order. */
function splitBy({ view }: Table, where: Where, order: readonly Order[]): readonly string[] {
  for (const index of view.indexes) {
    const fixed = index.slice(0, index.length - order.length);
    const runs = order.every(({ by }, i) => index[fixed.length + i] === by);
    if (order.length === 0 || !runs || fixed.length === 0) continue;
    const branches = fixed.reduce((product, column) => product * valuesOf(where[column]), 1);
    if (branches > 0 && branches <= mostBranches) return fixed;
  }
  return [];
}

/** One question as several that each fix the columns to one value, so that each reads one piece of an index in order. */
function branchesOf(where: Where, fixed: readonly string[]): readonly Where[] {
  return fixed.reduce<readonly Where[]>(
    (branches, column) => {
      const condition = where[column];
      if (typeof condition !== 'object' || !('in' in condition)) return branches;
      return branches.flatMap((branch) => condition.in.map((value) => ({ ...branch, [column]: value })));
    },
    [where],
  );
}

/**
 * The conditions of a scope, as so many questions. Where the question itself reads an index in order, the rows that it passes are few, and
 * the alternatives only choose among them; where it does not, each is a question of its own, which an index may answer.
 */
function scopesOf(
  table: Table,
  { any }: Scope,
  isFixed: boolean,
  parameters: Parameters,
): readonly (readonly string[])[] {
  if (!isFixed || any.length < 2) return any.map((one) => conditionsOf(table, one, parameters));
  // A parameter that no condition names has no type: nothing is added for the others where one asks for nothing.
  if (any.some((one) => conditionsOf(table, one, new Parameters()).length === 0)) return [[]];
  return [[`(${any.map((one) => conditionsOf(table, one, parameters).join(' and ')).join(' or ')})`]];
}

/** What comes after a value in the order of a column; undefined where nothing does. */
function after({ column, down }: Sorted, value: unknown, parameters: Parameters): string | undefined {
  const name = quoted(column.name);
  if (value === null || value === undefined) return down ? undefined : `${name} is not null`;
  if (!down) return `${name} > ${parameters.add(value)}`;
  const below = `${name} < ${parameters.add(value)}`;
  return column.optional ? `(${below} or ${name} is null)` : below;
}

function equal({ column }: Sorted, value: unknown, parameters: Parameters): string {
  const name = quoted(column.name);
  return value === null || value === undefined ? `${name} is null` : `${name} = ${parameters.add(value)}`;
}

/** Rows after the last of the page before: greater in the first column that differs, or else in the key. */
function continued(sorted: readonly Sorted[], last: Last, down: boolean, parameters: Parameters): string {
  const ways: string[] = [];
  const same: string[] = [];
  for (const one of sorted) {
    const value = last.values.get(one.column.name);
    const further = after(one, value, parameters);
    if (further !== undefined) ways.push([...same, further].join(' and '));
    same.push(equal(one, value, parameters));
  }
  ways.push([...same, `${own.key} ${down ? '<' : '>'} ${parameters.add(last.key)}`].join(' and '));
  return `(${ways.map((way) => `(${way})`).join(' or ')})`;
}

/** Where an index scan can begin: at the last value of the first column. Only says again what `continued` says. */
function bound(sorted: readonly Sorted[], last: Last, parameters: Parameters): readonly string[] {
  const [first] = sorted;
  const value = first && last.values.get(first.column.name);
  if (first === undefined || value === null || value === undefined) return [];
  if (first.down && first.column.optional) return [];
  return [`${quoted(first.column.name)} ${first.down ? '<=' : '>='} ${parameters.add(value)}`];
}

/** A cursor is a text that comes from outside: what it says must be of the columns' types. */
function checkLast(sorted: readonly Sorted[], { values, key }: Last): void {
  if (!canBeKept(key)) throw new QueryError('the cursor is not of this query');
  for (const { column } of sorted) {
    const value = values.get(column.name);
    if (value !== null && !fits(column, value)) throw new QueryError('the cursor is not of this query');
  }
}

/** A page of rows, one more than asked for to see whether more follow; undefined where nothing can be found. */
export function pageStatement(
  table: Table,
  { where = {}, order = [] }: Query,
  scope: Scope,
  { last, limit, district }: { readonly last: Last | undefined; readonly limit: number; readonly district: string },
): Statement | undefined {
  const parameters = new Parameters();
  const sorted = sortedBy(table, order);
  const down = fallsLast(order);
  const d = parameters.add(district);
  const most = parameters.add(limit + 1);
  const orderBy = [...sorted.map((one) => sortTerm(one.column, one.down)), `${own.key}${down ? ' desc' : ''}`].join(
    ', ',
  );
  if (last !== undefined) checkLast(sorted, last);
  const going =
    last === undefined ? [] : [continued(sorted, last, down, parameters), ...bound(sorted, last, parameters)];
  const fixed = splitBy(table, where, order);
  const scopes = scopesOf(table, scope, fixed.length > 0, parameters);
  const branches = branchesOf(where, fixed).flatMap((branch) => {
    const conditions = conditionsOf(table, branch, parameters);
    return scopes.map((one) => [`${own.district} = ${d}`, ...conditions, ...one, ...going]);
  });
  if (branches.length === 0) return undefined;
  const pages = branches.map(
    (terms) => `select * from ${table.name} where ${terms.join(' and ')} order by ${orderBy} limit ${most}`,
  );
  if (pages.length === 1) return { text: pages[0] ?? '', values: parameters.values };
  // A row may lie in several alternatives of a scope: it is shown once.
  const text = `select distinct on (${[...sorted.map(({ column }) => quoted(column.name)), own.key].join(', ')}) *
    from (${pages.map((page) => `(${page})`).join(' union all ')}) found order by ${orderBy} limit ${most}`;
  return { text, values: parameters.values };
}

/** Throws a `QueryError` where a question names a column that the view does not have. */
export function checkColumns({ columns, view }: Table, names: readonly string[]): void {
  for (const name of names) columnNamed(columns, name, view.name);
}

const mostRows = 1000;
const usualLimit = 50;

/** How many rows a page has; throws a `QueryError` where that is none or too many. */
export function limitOf({ limit = usualLimit }: Query): number {
  if (!Number.isInteger(limit) || limit < 1 || limit > mostRows) {
    throw new QueryError(`a page has 1 to ${mostRows} rows, not ${limit}`);
  }
  return limit;
}
