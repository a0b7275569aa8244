import {
  grids,
  gridStaff,
  type GovernanceModel,
  type GridRow,
  type Language,
  type Page,
  type Query,
} from '@keting/domain';
import type { Desk } from '@keting/runtime';
import { formatNumber } from '../shared/format.ts';
import type { NameOf } from '../case-parts/name-of.ts';
import type { GridPickerGrid } from '../grid-picker/grid.ts';

const most = 1000;

async function allRows(desk: Desk): Promise<readonly GridRow[]> {
  const rows: GridRow[] = [];
  let cursor: string | undefined;
  do {
    const query: Query = { order: [{ by: 'code' }], limit: most };
    const page: Page<GridRow> = await desk.view(grids, cursor === undefined ? query : { ...query, cursor });
    rows.push(...page.rows);
    cursor = page.next;
  } while (cursor !== undefined);
  return rows;
}

/** A row as the picker shows it; its community is told where the page knows what it is called. */
function shown(
  { code, name, community, households, polygons = [] }: GridRow,
  nameOf: NameOf | undefined,
): GridPickerGrid {
  const called = nameOf?.(community, 'place');
  return {
    code,
    name,
    polygons,
    ...(called === undefined ? {} : { community: called }),
    ...(households === undefined ? {} : { households }),
  };
}

/** Grids by code, in order: one that is cut further gives way to its parts, which follow it. */
const finest = (rows: readonly GridRow[]): readonly GridRow[] =>
  rows.filter(({ code }, at) => rows[at + 1]?.code.startsWith(code) !== true);

/** The grids that a place can be picked from: the finest with ground, those for a purpose left out. */
export async function pickableGrids(desk: Desk, nameOf: NameOf | undefined): Promise<readonly GridPickerGrid[]> {
  const territorial = (await allRows(desk)).filter(
    ({ kind, polygons }) => kind !== 'functional' && polygons !== undefined,
  );
  return finest(territorial).map((row) => shown(row, nameOf));
}

/** One grid of the desk, as the picker shows it. */
export async function gridOfDesk(
  desk: Desk,
  code: string,
  nameOf: NameOf | undefined,
): Promise<GridPickerGrid | undefined> {
  const { rows } = await desk.view(grids, { where: { code }, limit: 1 });
  const [row] = rows;
  return row && shown(row, nameOf);
}

/** Who looks after a grid, in words: their names where the page knows them all, else how many hold which post. */
export async function staffText(
  desk: Desk,
  code: string,
  {
    model,
    language,
    nameOf,
    inCharge,
  }: {
    readonly model: GovernanceModel;
    readonly language: Language;
    readonly nameOf: NameOf | undefined;
    /** Words names: `由林某某负责`. */
    inCharge(names: string): string;
  },
): Promise<string> {
  const { rows } = await desk.view(gridStaff, { where: { grid: code }, limit: most });
  const names = rows.flatMap(({ person }) => nameOf?.(person, 'person') ?? []);
  if (rows.length > 0 && names.length === rows.length) return inCharge(names.join(language === 'en' ? ', ' : '、'));
  const posts = model.grids.posts.map(({ id, label }) => ({
    label: label[language],
    count: rows.filter(({ post }) => post === id).length,
  }));
  return posts
    .filter(({ count }) => count > 0)
    .map(({ label, count }) => `${label} ${formatNumber(count, language)}`)
    .join(' · ');
}
