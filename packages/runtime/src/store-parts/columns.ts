import type { View } from '@keting/domain';
import * as z from 'zod/mini';

/** Columns of a row's schema, or undefined where the schema does not name them (a record of anything). */
function columnsOf(schema: z.core.$ZodType): ReadonlySet<string> | undefined {
  if (schema instanceof z.core.$ZodObject) return new Set(Object.keys(schema._zod.def.shape));
  if (schema instanceof z.core.$ZodReadonly) return columnsOf(schema._zod.def.innerType);
  if (schema instanceof z.core.$ZodUnion) return together(schema._zod.def.options);
  if (schema instanceof z.core.$ZodIntersection) {
    const { left, right } = schema._zod.def;
    return together([left, right]);
  }
  return undefined;
}

function together(schemas: readonly z.core.$ZodType[]): ReadonlySet<string> | undefined {
  const all = new Set<string>();
  for (const schema of schemas) {
    const columns = columnsOf(schema);
    if (columns === undefined) return undefined;
    columns.forEach((column) => all.add(column));
  }
  return all;
}

/** Tells whether a view has a column. */
export function columnCheck(view: View): (column: string) => boolean {
  const columns = columnsOf(view.row);
  return (column) => columns?.has(column) ?? true;
}
