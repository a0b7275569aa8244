import { everything } from '@keting/domain';
import type { Context, Instant, PersonId, PersonalContentRow, Recorded, StreamId, View, Where } from '@keting/domain';
import type { Equipment } from './equipment.ts';
import { fileOf, keptAbout } from './erasing.ts';
import type { KeptFile } from './desk.ts';

type Row = Readonly<Record<string, unknown>>;

/** A text that is kept about a person: why, where the record refers to it, and what it says. */
export type ExportedText = PersonalContentRow & { readonly text: string };
/** A file that is kept about a person: why, where the record refers to it, and its bytes where the desk keeps files. */
export type ExportedFile = PersonalContentRow & { readonly file: KeptFile };

/** Everything that the record holds about a person, as data. */
export interface PersonExport {
  readonly person: PersonId;
  /** When it was made. */
  readonly at: Instant;
  /** What happened on streams that are the person's own. */
  readonly streams: Readonly<Record<StreamId, readonly Recorded[]>>;
  /** Rows that name the person, by the name of their view. */
  readonly rows: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  readonly texts: readonly ExportedText[];
  readonly files: readonly ExportedFile[];
}

/** How many rows are read at a time. */
const batch = 1000;

/** Columns of a view that hold a person's id. */
function personColumns({ about, persons = [], row }: View): readonly string[] {
  const { def } = row._zod;
  const named = 'shape' in def && typeof def.shape === 'object' && def.shape !== null && 'person' in def.shape;
  return [...new Set([...(about.owner === undefined ? [] : [about.owner]), ...persons, ...(named ? ['person'] : [])])];
}

const isRow = (row: unknown): row is Row => typeof row === 'object' && row !== null;

/** All rows of a view that meet a condition. */
async function rowsWhere(where: Where, view: View, { store }: Equipment): Promise<readonly Row[]> {
  const found: Row[] = [];
  for (let from: { readonly cursor?: string } | undefined = {}; from !== undefined;) {
    const page = await store.rows(view, { where, limit: batch, ...from }, everything);
    found.push(...page.rows.filter(isRow));
    from = page.next === undefined ? undefined : { cursor: page.next };
  }
  return found;
}

/** Whether a column holds this person's id, by itself or in a list. */
const holds = (value: unknown, person: string): boolean =>
  value === person || (Array.isArray(value) && value.includes(person));

async function rowsNaming(person: string, view: View, equipment: Equipment): Promise<readonly Row[]> {
  const [columns, lists] = [personColumns(view), view.personLists ?? []];
  const found: Row[] = [];
  for (const [n, column] of [...columns, ...lists].entries()) {
    const isList = n >= columns.length;
    const rows = await rowsWhere(isList ? {} : { [column]: person }, view, equipment);
    const naming = isList ? rows.filter((row) => holds(row[column], person)) : rows;
    // One that names them twice is there once, under the first of its columns.
    const before = [...columns, ...lists].slice(0, n);
    found.push(...naming.filter((row) => before.every((other) => !holds(row[other], person))));
  }
  return found;
}

/** Streams that are named by the person and are about nobody else. */
async function ownStreams(
  person: PersonId,
  contexts: readonly Context[],
  { store }: Equipment,
): Promise<PersonExport['streams']> {
  const own: [StreamId, readonly Recorded[]][] = [];
  for (const context of contexts) {
    for (const kind of context.streams) {
      const stream: StreamId = `${kind}/${person}`;
      const { state } = await store.load(stream);
      if (state !== undefined && context.about(state).owner === person) own.push([stream, await store.history(stream)]);
    }
  }
  return Object.fromEntries(own);
}

/** Texts and files that are still there. */
async function stillKept(person: string, equipment: Equipment): Promise<Pick<PersonExport, 'texts' | 'files'>> {
  const texts: ExportedText[] = [];
  const files: ExportedFile[] = [];
  for await (const rows of keptAbout(person, equipment, Number.MAX_SAFE_INTEGER)) {
    const values = await equipment.store.contents(rows.map(({ id }) => id));
    for (const row of rows) {
      const text = values[row.id];
      if (text !== undefined) texts.push({ ...row, text });
      const id = fileOf(row);
      const file = id === undefined ? undefined : await equipment.files?.get(id);
      if (file !== undefined) files.push({ ...row, file });
    }
  }
  return { texts, files };
}

/** Reads everything that a desk's store holds about a person, whichever store it is. It asks nobody whether it may. */
export async function exportOf(person: PersonId, equipment: Equipment): Promise<PersonExport> {
  const { contexts } = equipment.registry;
  const rows: [string, readonly Row[]][] = [];
  for (const view of contexts.flatMap((context) => context.views)) {
    const naming = await rowsNaming(person, view, equipment);
    if (naming.length > 0) rows.push([view.name, naming]);
  }
  return {
    person,
    at: equipment.now(),
    streams: await ownStreams(person, contexts, equipment),
    rows: Object.fromEntries(rows),
    ...(await stillKept(person, equipment)),
  };
}
