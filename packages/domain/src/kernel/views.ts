import type * as z from 'zod/mini';
import type { Message, Recorded } from './envelope.ts';
import type { MaskKind } from './mask.ts';

/** What a queried column must be: a value, one of several, a range (`to` itself is left out), text that begins so. */
export type Condition =
  | string
  | number
  | boolean
  | { readonly in: readonly (string | number | boolean)[] }
  | { readonly from?: string | number; readonly to?: string | number }
  | { readonly prefix: string };

/** All of these columns must be so. Columns that are not named may be anything. */
export type Where = Readonly<Record<string, Condition>>;

/** A predicate as data: any of these holds. Every store and the live stream apply the same one. */
export interface Scope {
  readonly any: readonly Where[];
}
/** The scope that every row lies in: one condition that asks for nothing. */
export const everything: Scope = { any: [{}] };
/** The scope that no row lies in: there is no condition to meet. */
export const nothing: Scope = { any: [] };

/**
 * What both conditions of a column let through. A value and a list narrow anything, one beginning narrows another; of two
 * that cannot be told together as one condition, nothing is let through.
 */
function both(one: Condition, other: Condition): Condition | undefined {
  if (typeof one !== 'object') return meets(one, other) ? one : undefined;
  if (typeof other !== 'object') return both(other, one);
  if ('in' in one) return { in: one.in.filter((value) => meets(value, other)) };
  if ('in' in other) return both(other, one);
  if (!('prefix' in one) || !('prefix' in other)) return undefined;
  const [shorter, longer] = one.prefix.length < other.prefix.length ? [one, other] : [other, one];
  return longer.prefix.startsWith(shorter.prefix) ? longer : undefined;
}

function bothWheres(one: Where, other: Where): Where | undefined {
  const merged: Record<string, Condition> = { ...one };
  for (const [column, condition] of Object.entries(other)) {
    const known = merged[column];
    const narrowed = known === undefined ? condition : both(known, condition);
    if (narrowed === undefined) return undefined;
    merged[column] = narrowed;
  }
  return merged;
}

/** The scope of the rows that lie in both; never more than that. */
export const overlapOf = (one: Scope, other: Scope): Scope => ({
  any: one.any
    .flatMap((first) => other.any.map((second) => bothWheres(first, second)))
    .filter((where) => where !== undefined),
});

/** A question to a view. A list is always a page: `limit` is 1 to 1,000, and 50 unless told. */
export interface Query {
  readonly where?: Where;
  readonly order?: readonly Order[];
  readonly limit?: number;
  /** Where the page before ended: its `next`. */
  readonly cursor?: string;
}
/** Sorts rows by a column, upwards unless `down`. Rows that are equal in every such column sort by their key. */
export interface Order {
  readonly by: string;
  readonly down?: boolean;
}

/** Adds up columns over the rows that match, one result for each value of the columns it is parted by. */
export interface SumQuery {
  readonly where?: Where;
  readonly by: readonly string[];
  readonly of: readonly string[];
}
export type Sum = Readonly<Record<string, string | number | boolean>>;

/**
 * A page of rows. `next` is there when more follow. `contents` holds the erasable texts that the rows refer to and
 * the reader may see, by content id.
 */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next?: string;
  readonly contents: Readonly<Record<string, string>>;
}

/** What a command or a row is about, for access rules: where it lies, whose it is, who handles it. */
export interface Subject {
  /** One code, or several: who acts by territory must reach every one of them, and of none reaches nothing. */
  readonly territory?: string | readonly string[] | undefined;
  readonly unit?: string | undefined;
  readonly handler?: string | undefined;
  readonly owner?: string | undefined;
}

/** Which column of a row holds each part of its subject. */
export type About<Column extends string = string> = { readonly [Part in keyof Subject]?: Column };

interface ViewBase<Row, Column extends string> {
  readonly name: string;
  readonly row: z.ZodMiniType<Row>;
  /** Counts up when `on`, `keys`, `project` or `deltas` change, so that stores make its rows anew; 1 unless told. */
  readonly version?: number;
  /** Types of the events that touch this view. */
  readonly on: readonly string[];
  /** Columns of each index, in order. A query should be served by one index scan. */
  readonly indexes: readonly (readonly Column[])[];
  readonly about: About<Column>;
  /** Rows are seen by whoever may see the stream of that kind that the column names; a query must bind the column. */
  readonly within?: { readonly column: Column; readonly stream: string };
  /** Columns that followers are told of a row beside those of `about` and `within`. */
  readonly tells?: readonly Column[];
  /** Columns that refer to contents, each with the permission that shows them, as `see:cases`. */
  readonly contents?: { readonly [C in Column]?: string };
  /**
   * Columns whose text whoever sees the row without that permission is shown masked, by what the text is. Where the row
   * meets `unless` the whole is shown: the person agrees.
   */
  readonly masks?: { readonly [C in Column]?: { readonly as: MaskKind; readonly unless?: Where } };
  /** Columns, beside `about.owner` and one called `person`, that hold a person's id. */
  readonly persons?: readonly Column[];
  /** Columns that hold a list of persons' ids. No index finds one in a list, so an export of a person reads such a view whole. */
  readonly personLists?: readonly Column[];
  /** Columns left out of a row unless the reader has that permission for what the row is about. */
  readonly hides?: { readonly [C in Column]?: string };
}

/**
 * A read model as a table: `keys` says which rows an event touches, `project` makes the row anew (undefined drops it). A row
 * belongs to one stream: what several streams add to is a counter.
 */
export interface TableView<
  Row = unknown,
  Event extends Message = Message,
  Column extends string = string,
> extends ViewBase<Row, Column> {
  readonly kind: 'table';
  /** Keys of the rows that an event touches; empty where it touches none. Made from the event alone. */
  keys(event: Recorded<Event>): readonly string[];
  /** The row of that key after the event, from the row before; undefined in where there is none, out to drop it. */
  project(row: Row | undefined, event: Recorded<Event>, key: string): Row | undefined;
}

/** Counts at their finest grain: an event adds to rows that many streams share. Rolled up on reading. */
export interface CounterView<
  Row = unknown,
  Event extends Message = Message,
  Column extends string = string,
> extends ViewBase<Row, Column> {
  readonly kind: 'counter';
  /** What an event adds, and to which rows; empty where it counts nothing. Made from the event alone. */
  deltas(event: Recorded<Event>): readonly Delta[];
}

/** Adds `add` to the row that begins as `row`. Every counted column is named, also where it adds 0. */
export interface Delta {
  readonly row: Readonly<Record<string, string | number | boolean>>;
  readonly add: Readonly<Record<string, number>>;
}

export type View<Row = unknown> = TableView<Row> | CounterView<Row>;

/** Names a table view with its types; the types of its events are known only inside. */
export const table = <Row, Event extends Message>(
  view: Omit<TableView<Row, Event, keyof Row & string>, 'kind'>,
): View<Row> => ({ ...view, kind: 'table' });

/** Names a counter view with its types; the types of its events are known only inside. */
export const counter = <Row, Event extends Message>(
  view: Omit<CounterView<Row, Event, keyof Row & string>, 'kind'>,
): View<Row> => ({ ...view, kind: 'counter' });

/** A change to one row, as a store carries it out. */
export type RowWrite =
  | { readonly view: string; readonly key: string; readonly put: unknown }
  | { readonly view: string; readonly key: string; readonly drop: true }
  | { readonly view: string; readonly key: string; readonly delta: Delta };

/** Key of a counter's row: its values in their order, as JSON, so that no value can be taken for two. */
export const deltaKey = (delta: Delta): string => JSON.stringify(Object.values(delta.row));

/** Which of two values comes first, below 0 or above; undefined where their types differ. */
const compare = (one: string | number | boolean, other: string | number): number | undefined => {
  if (typeof one !== typeof other) return undefined;
  return one < other ? -1 : Number(one > other);
};

/** Whether a value meets a condition. A missing value meets none; a bound of another type is met by none. */
export function meets(value: unknown, condition: Condition): boolean {
  if (typeof condition !== 'object') return value === condition;
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
    return false;
  }
  if ('in' in condition) return condition.in.includes(value);
  if ('prefix' in condition) return typeof value === 'string' && value.startsWith(condition.prefix);
  const { from, to } = condition;
  if (from !== undefined && (compare(value, from) ?? -1) < 0) return false;
  return to === undefined || (compare(value, to) ?? 1) < 0;
}

/** Whether a row (a record of columns) meets all the conditions. */
export const matches = (row: Readonly<Record<string, unknown>>, where: Where): boolean =>
  Object.entries(where).every(([column, condition]) => meets(row[column], condition));

/** Whether a row lies in a scope. */
export const inScope = (row: Readonly<Record<string, unknown>>, scope: Scope): boolean =>
  scope.any.some((where) => matches(row, where));
