import { hashText } from '@keting/domain';
import { tableScript, type Table } from './tables.ts';

/** What a view's table is made by: where it is another, the table is made anew. */
export const tableDefinition = (table: Table): string => hashText(tableScript(table));

/** What a view's rows are made by: where it is another, they are made anew from the record. */
export const viewDefinition = (table: Table): string =>
  hashText(`${tableDefinition(table)}\n${table.view.version ?? 1}\n${table.view.on.join()}`);

/** The views that a process writes, all of them, as one name. A district is written by processes of one shape at a time. */
export const shapeOf = (tables: readonly Table[]): string =>
  hashText(
    tables
      .map((table) => `${table.view.name} ${viewDefinition(table)}`)
      .sort()
      .join('\n'),
  ).slice(0, 16);

/** The functions by which processes of a shape write. */
export const commitName = (shape: string): string => `keting.commit_${shape}`;
export const writeName = (shape: string): string => `keting.write_${shape}`;

/** Held shared by every commit, alone by who makes tables: then nothing is on its way while a view is made anew. */
export const openingLock = 'pg_advisory_xact_lock(1801548648, 0)';
export const commitLock = 'pg_advisory_xact_lock_shared(1801548648, 0)';
