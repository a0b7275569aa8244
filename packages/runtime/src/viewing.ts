import { contentRef, nothing, everything, mask, matches, overlapOf, permits, scopeOf } from '@keting/domain';
import type {
  Acting,
  Condition,
  MaskKind,
  Page,
  Query,
  Scope,
  StreamId,
  Subject,
  Sum,
  SumQuery,
  View,
} from '@keting/domain';
import * as z from 'zod/mini';
import { maySee, type Equipment } from './equipment.ts';

type Row = Readonly<Record<string, unknown>>;
type Mask = Exclude<Required<View>['masks'][string], undefined>;

export const isRow = (row: unknown): row is Row => typeof row === 'object' && row !== null;

/** The stream that a query of a view within streams is about; such a query must name it. */
function boundStream(view: View, where: Readonly<Record<string, Condition>>): StreamId | undefined {
  if (view.within === undefined) return undefined;
  const { column, stream } = view.within;
  const key = where[column];
  return typeof key === 'string' ? `${stream}/${key}` : undefined;
}

/** Columns that a query sorts, parts or picks rows by: what they hold shows in which rows come back, and in what order. */
const columnsOf = (query: Query | SumQuery): readonly string[] => [
  ...Object.keys(query.where ?? {}),
  ...('by' in query ? [...query.by, ...query.of] : (query.order ?? []).map(({ by }) => by)),
];

/** A column that is hidden in a row may not tell of itself by the way: such rows are left out where a query looks at it. */
function openScope(view: View, query: Query | SumQuery, acting: Acting, { registry }: Equipment): Scope {
  const hides: Readonly<Record<string, string | undefined>> = view.hides ?? {};
  const needed = new Set(columnsOf(query).flatMap((column) => hides[column] ?? []));
  return [...needed].reduce(
    (scope, permission) => overlapOf(scope, scopeOf(registry.model, acting, permission, view.about)),
    scopeOf(registry.model, acting, `see:${view.name}`, view.about),
  );
}

/** What the actor may see of a view, for a query. */
async function scopeFor(view: View, query: Query | SumQuery, acting: Acting, equipment: Equipment): Promise<Scope> {
  const { registry, store } = equipment;
  if (view.within === undefined) return openScope(view, query, acting, equipment);
  const where = query.where ?? {};
  const stream = boundStream(view, where);
  if (stream === undefined) return nothing;
  const { state } = await store.load(stream);
  const context = registry.contextOf(stream);
  return state !== undefined && maySee(equipment, context, acting, state) ? everything : nothing;
}

const cell = (row: Row, column: string | undefined): string | undefined => {
  const value = column === undefined ? undefined : row[column];
  return typeof value === 'string' ? value : undefined;
};

/** What a row is about, by the columns that say so. */
export const subjectOf = (row: Row, { about }: Pick<View, 'about'>): Subject => ({
  territory: cell(row, about.territory),
  unit: cell(row, about.unit),
  handler: cell(row, about.handler),
  owner: cell(row, about.owner),
});

/** What a reader may see of a row beyond seeing it: columns that are hidden, and texts that it refers to. */
class Reader {
  private readonly view: View;
  private readonly acting: Acting;
  private readonly equipment: Equipment;
  private readonly whole = new Set<string>();
  private readonly masked = new Map<string, MaskKind>();

  constructor(view: View, acting: Acting, equipment: Equipment) {
    this.view = view;
    this.acting = acting;
    this.equipment = equipment;
  }

  /** The row without what it hides from the reader; texts that may be read, whole or masked, are noted. */
  read(row: Row): Row {
    const hidden = this.hiddenOf(row);
    for (const [column, permission] of Object.entries(this.view.contents ?? {})) {
      const ref = z.safeParse(contentRef, row[column]);
      if (ref.success && !hidden.has(column)) this.note(ref.data.content, column, this.may(permission, row), row);
    }
    return Object.fromEntries(Object.entries(row).filter(([column]) => !hidden.has(column)));
  }

  /** The texts that were noted. One that some row shows whole is whole. */
  async contents(): Promise<Readonly<Record<string, string>>> {
    const texts = await this.equipment.store.contents([...new Set([...this.whole, ...this.masked.keys()])]);
    return Object.fromEntries(
      Object.entries(texts).map(([id, text]) => {
        const kind = this.whole.has(id) ? undefined : this.masked.get(id);
        return [id, kind === undefined ? text : mask(text, kind)];
      }),
    );
  }

  private note(content: string, column: string, may: boolean, row: Row): void {
    const masks: Readonly<Record<string, Mask | undefined>> = this.view.masks ?? {};
    const masked = masks[column];
    const open = masked?.unless !== undefined && matches(row, masked.unless);
    if (may || open) this.whole.add(content);
    else if (masked !== undefined) this.masked.set(content, masked.as);
  }

  private hiddenOf(row: Row): ReadonlySet<string> {
    const hides = Object.entries(this.view.hides ?? {});
    return new Set(hides.filter(([, permission]) => !this.may(permission, row)).map(([column]) => column));
  }

  /** Rows within a stream are shown whole to whoever may see the stream. */
  private may(permission: string | undefined, row: Row): boolean {
    if (permission === undefined || this.view.within !== undefined) return true;
    const { model } = this.equipment.registry;
    return permits(model, this.acting, permission, subjectOf(row, this.view));
  }
}

/** A page of a view, cut to what the actor may see. */
export async function pageFor<Shown>(
  view: View<Shown>,
  query: Query,
  acting: Acting,
  equipment: Equipment,
): Promise<Page<Shown>> {
  const scope = await scopeFor(view, query, acting, equipment);
  const page = await equipment.store.rows(view, query, scope);
  const reader = new Reader(view, acting, equipment);
  const rows = page.rows.filter(isRow).map((row) => reader.read(row));
  return {
    // Rows are what the view's own `project` made, less what it lets be hidden.
    rows: rows as readonly Shown[],
    contents: await reader.contents(),
    ...(page.next === undefined ? {} : { next: page.next }),
  };
}

export async function sumFor(
  view: View,
  query: SumQuery,
  acting: Acting,
  equipment: Equipment,
): Promise<readonly Sum[]> {
  const scope = await scopeFor(view, query, acting, equipment);
  return equipment.store.sum(view, query, scope);
}
