import { contentRef, deltaKey, refTo, type Delta, type RowWrite, type View } from '@keting/domain';
import * as z from 'zod/mini';

type Schema = z.core.$ZodType;
type Row = Readonly<Record<string, unknown>>;

/** Texts that a column may hold; some begin with one another, as territories do, and few are in all, so that rows tie. */
const texts = [
  '33100400',
  '331004',
  'a',
  'ab',
  '林',
  '2026-03-02',
  '2026-03',
  '12:30',
  '18:00',
  '331004001001',
  'f'.repeat(64),
];
const numbers = [0, 2, -1, 10, 1_772_413_200_000, 1, 0.5];

/** Of some values, the n-th of those that a schema takes. */
function fitting(schema: Schema, values: readonly unknown[], n: number): unknown {
  const all = values.filter((value) => z.core.safeParse(schema, value).success);
  if (all.length === 0) throw new Error('no value for a column is made: add one that its schema takes');
  return all[n % all.length];
}

const fromObject = (shape: Readonly<Record<string, Schema>>, n: number): Row =>
  Object.fromEntries(
    Object.entries(shape)
      // Columns go round at different speeds, so that every value of one meets several of another.
      .map(([name, part], i) => [name, valueOf(part, Math.floor(n / (1 + (i % 3))) + i)] as const)
      .filter(([, value]) => value !== undefined),
  );

/** A value that a schema takes, another for another `n`; undefined for every fourth of a part that may be missing. */
function valueOf(schema: Schema, n: number): unknown {
  if (schema === contentRef) return refTo({ id: `content-${n}`, salt: 's', value: 'v' });
  if (schema instanceof z.core.$ZodOptional) return n % 4 === 3 ? undefined : valueOf(schema._zod.def.innerType, n);
  if (schema instanceof z.core.$ZodObject) return fromObject(schema._zod.def.shape, n);
  if (schema instanceof z.core.$ZodArray) return listOf(schema, schema._zod.def.element, n);
  if (schema instanceof z.core.$ZodTuple) return schema._zod.def.items.map((item, i) => valueOf(item, n + i));
  if (schema instanceof z.core.$ZodEnum) return fitting(schema, Object.values(schema._zod.def.entries), n);
  if (schema instanceof z.core.$ZodLiteral) return fitting(schema, schema._zod.def.values, n);
  if (schema instanceof z.core.$ZodUnion) {
    const { options } = schema._zod.def;
    const option = options[n % options.length];
    return option && valueOf(option, n);
  }
  return fitting(schema, [...texts, ...numbers, true, false, {}], n);
}

/** One item where that is enough, or several, or none. */
function listOf(schema: Schema, element: Schema, n: number): unknown {
  const items = Array.from({ length: 12 }, (_, i) => valueOf(element, n + i));
  const lists = [...items.map((item) => [item]), items.slice(0, 4), []];
  return fitting(schema, lists.filter((list) => z.core.safeParse(schema, list).success).slice(0, 1), 0);
}

const rowOf = (view: View, n: number): Row => z.record(z.string(), z.unknown()).parse(valueOf(view.row, n));

/** A row as a store keeps it: under its key, and by which writes it comes about. */
export interface MadeRow {
  readonly key: string;
  readonly row: Row;
  readonly writes: readonly RowWrite[];
}

/** A counter is parted by texts, and by numbers that an index begins or goes on with; the others are added up. */
const isParted = (view: View, column: string, value: unknown): boolean =>
  typeof value !== 'number' || view.indexes.some((index: readonly string[]) => index.includes(column));

function counted(view: View, made: Row): MadeRow {
  const columns = Object.entries(made);
  const parted = (is: boolean) => columns.filter(([column, value]) => isParted(view, column, value) === is);
  const row = z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
    .parse(Object.fromEntries(parted(true)));
  const delta: Delta = { row, add: Object.fromEntries(parted(false).map(([column], i) => [column, i + 1])) };
  const key = deltaKey(delta);
  const write = { view: view.name, key, delta };
  // Added to twice: a counter's row is made by the first delta, and the second goes on from there.
  const sums = parted(false).map(([column], i) => [column, 2 * (i + 1)] as const);
  return { key, row: { ...row, ...Object.fromEntries(sums) }, writes: [write, write] };
}

function kept(view: View, made: Row, n: number): MadeRow {
  const key = `k${String(n).padStart(3, '0')}`;
  const row = typeof made['id'] === 'string' ? { ...made, id: key } : made;
  return { key, row, writes: [{ view: view.name, key, put: row }] };
}

/** Rows of a view as its own schema has them, each under another key. */
export function madeRows(view: View, count: number): readonly MadeRow[] {
  const rows = Array.from({ length: count }, (_, n) =>
    view.kind === 'counter' ? counted(view, rowOf(view, n)) : kept(view, rowOf(view, n), n),
  );
  return [...new Map(rows.map((made) => [made.key, made])).values()];
}
