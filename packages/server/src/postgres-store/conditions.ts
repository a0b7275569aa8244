import type { Condition, Where } from '@keting/domain';
import { columnNamed, type Column, type ColumnType } from './columns.ts';
import { plainTypes, quoted, type Table } from './tables.ts';

/** Values of a statement: each is given once and named `$n`. */
export class Parameters {
  readonly values: unknown[] = [];

  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

type Scalar = string | number | boolean;

const typeNames: Readonly<Record<ColumnType, string>> = { text: 'string', number: 'number', boolean: 'boolean' };

const isOf = (type: ColumnType | undefined, value: unknown): value is Scalar =>
  type !== undefined && typeof value === typeNames[type];

/** PostgreSQL keeps no text with a NUL in it, and none that is not well-formed: nothing it holds is equal to one. */
const unkeepable = /\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
export const canBeKept = (value: unknown): boolean => typeof value !== 'string' || !unkeepable.test(value);

/** Whether a value can be compared with those of a column. */
export const fits = (column: Column, value: unknown): value is Scalar => isOf(column.type, value) && canBeKept(value);

const never = 'false';

/** The least text above every text that begins so, by code point; undefined where there is none. */
function above(start: string): string | undefined {
  const points = [...start];
  for (let last = points.pop(); last !== undefined; last = points.pop()) {
    const point = last.codePointAt(0) ?? 0;
    if (point >= 0x10ffff) continue;
    const next = point === 0xd7ff ? 0xe000 : point + 1;
    return points.join('') + String.fromCodePoint(next);
  }
  return undefined;
}

function ofOne(column: Column, value: Scalar, parameters: Parameters): string {
  if (!fits(column, value)) return never;
  return `${quoted(column.name)} = ${parameters.add(value)}`;
}

function ofMany(column: Column, values: readonly Scalar[], parameters: Parameters): string {
  const { type } = column;
  if (type === undefined) return never;
  const fitting = values.filter((value) => fits(column, value));
  if (fitting.length === 0) return never;
  return `${quoted(column.name)} = any(${parameters.add(fitting)}::${plainTypes[type]}[])`;
}

function ofPrefix(column: Column, prefix: string, parameters: Parameters): string {
  if (column.type !== 'text' || !canBeKept(prefix)) return never;
  if (prefix === '') return `${quoted(column.name)} is not null`;
  const end = above(prefix);
  const from = `${quoted(column.name)} >= ${parameters.add(prefix)}`;
  return end === undefined ? from : `${from} and ${quoted(column.name)} < ${parameters.add(end)}`;
}

function ofRange(column: Column, from: unknown, to: unknown, parameters: Parameters): string {
  if (column.type === undefined) return never;
  const bounds = [from, to].filter((bound) => bound !== undefined);
  if (column.type === 'boolean' && bounds.length > 0) return never;
  if (!bounds.every((bound) => fits(column, bound))) return never;
  const terms = [
    from === undefined ? `${quoted(column.name)} is not null` : `${quoted(column.name)} >= ${parameters.add(from)}`,
    ...(to === undefined ? [] : [`${quoted(column.name)} < ${parameters.add(to)}`]),
  ];
  return terms.join(' and ');
}

function ofCondition(column: Column, condition: Condition, parameters: Parameters): string {
  if (typeof condition !== 'object') return ofOne(column, condition, parameters);
  if ('in' in condition) return ofMany(column, condition.in, parameters);
  if ('prefix' in condition) return ofPrefix(column, condition.prefix, parameters);
  return ofRange(column, condition.from, condition.to, parameters);
}

/** Conditions of columns as SQL, as the domain's `matches` has it: a missing value meets none. */
export function conditionsOf({ columns, view }: Table, where: Where, parameters: Parameters): readonly string[] {
  return Object.entries(where).map(([name, condition]) =>
    ofCondition(columnNamed(columns, name, view.name), condition, parameters),
  );
}
