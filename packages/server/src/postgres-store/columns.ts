import type { View } from '@keting/domain';
import { QueryError } from '@keting/runtime';
import * as z from 'zod/mini';

/** How a column is kept. What is neither text, number nor truth value (a list, a reference) is in the row alone. */
export type ColumnType = 'text' | 'number' | 'boolean';

export interface Column {
  readonly name: string;
  /** Undefined where the column cannot be asked for by value. */
  readonly type: ColumnType | undefined;
  /** Whether a row may lack it. */
  readonly optional: boolean;
}

type Schema = z.core.$ZodType;

function typeOfValues(values: readonly unknown[]): ColumnType | undefined {
  if (values.every((value) => typeof value === 'string')) return 'text';
  if (values.every((value) => typeof value === 'number')) return 'number';
  return values.every((value) => typeof value === 'boolean') ? 'boolean' : undefined;
}

function typeOf(schema: Schema): ColumnType | undefined {
  if (schema instanceof z.core.$ZodString || schema instanceof z.core.$ZodTemplateLiteral) return 'text';
  if (schema instanceof z.core.$ZodNumber) return 'number';
  if (schema instanceof z.core.$ZodBoolean) return 'boolean';
  if (schema instanceof z.core.$ZodEnum) return typeOfValues(Object.values(schema._zod.def.entries));
  if (schema instanceof z.core.$ZodLiteral) return typeOfValues(schema._zod.def.values);
  if (schema instanceof z.core.$ZodUnion) {
    const [first, ...more] = schema._zod.def.options.map(typeOf);
    return more.every((type) => type === first) ? first : undefined;
  }
  return schema instanceof z.core.$ZodOptional ||
    schema instanceof z.core.$ZodNullable ||
    schema instanceof z.core.$ZodReadonly
    ? typeOf(schema._zod.def.innerType)
    : undefined;
}

const columnOf = (name: string, schema: Schema): Column => ({
  name,
  type: typeOf(schema),
  optional: schema._zod.optin === 'optional' || schema instanceof z.core.$ZodNullable,
});

/** Columns of one of several shapes of a row: the same in all, or optional, or of no type that holds for all. */
function together(shapes: readonly (readonly Column[])[]): readonly Column[] {
  const names = new Set(shapes.flatMap((columns) => columns.map(({ name }) => name)));
  return [...names].map((name) => {
    const found = shapes.map((columns) => columns.find((column) => column.name === name));
    const [first] = found;
    const same = found.every((column) => column === undefined || first === undefined || column.type === first.type);
    const type = found.find((column) => column !== undefined)?.type;
    return { name, type: same ? type : undefined, optional: found.some((column) => column?.optional ?? true) };
  });
}

function shapeOf(schema: Schema): readonly Column[] | undefined {
  if (schema instanceof z.core.$ZodObject) {
    return Object.entries(schema._zod.def.shape).map(([name, part]) => columnOf(name, part));
  }
  if (schema instanceof z.core.$ZodReadonly) return shapeOf(schema._zod.def.innerType);
  if (!(schema instanceof z.core.$ZodUnion)) return undefined;
  const shapes = schema._zod.def.options.map(shapeOf);
  return shapes.every((shape) => shape !== undefined) ? together(shapes) : undefined;
}

/** Columns of a view's rows, by name, in the order of its schema. Throws where the schema does not name them. */
export function columnsOf(view: View): ReadonlyMap<string, Column> {
  const columns = shapeOf(view.row);
  if (columns === undefined) throw new TypeError(`the view ${view.name} does not name the columns of its rows`);
  return new Map(columns.map((column) => [column.name, column]));
}

/** A column that is asked for; a view that has none of that name is a `QueryError`. */
export function columnNamed(columns: ReadonlyMap<string, Column>, name: string, view: string): Column {
  const column = columns.get(name);
  if (column === undefined) throw new QueryError(`the view ${view} has no column ${name}`);
  return column;
}
