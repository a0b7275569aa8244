import {
  basicGridOfCode,
  grids as gridsView,
  gridStaff,
  units,
  type GovernanceModel,
  type GridRow,
  type Page,
  type Query,
  type View,
} from '@keting/domain';
import type { Language } from '@keting/domain';
import type { Desk } from '@keting/runtime';
import type { GridPickerGrid } from './grid.ts';

/** Rows asked for at a time: as many as a desk gives. */
const PAGE = 1000;

async function everyRow<Row>(desk: Desk, view: View<Row>, query: Query): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let cursor: string | undefined;
  do {
    const page: Page<Row> = await desk.view(view, cursor === undefined ? query : { ...query, cursor });
    rows.push(...page.rows);
    cursor = page.next;
  } while (cursor !== undefined);
  return rows;
}

/** Kinds of unit that a community goes by: the committees that party bodies work beside. */
const civilKinds = ({ kinds }: GovernanceModel): string[] => [
  ...new Set(kinds.flatMap(({ pairsWith }) => pairsWith ?? [])),
];

async function communityNames(desk: Desk): Promise<ReadonlyMap<string, string>> {
  const kinds = civilKinds(desk.model);
  if (kinds.length === 0) return new Map();
  const rows = await everyRow(desk, units, { where: { kind: { in: kinds }, stands: true }, limit: PAGE });
  return new Map(rows.map(({ territory, name }) => [territory, name]));
}

/**
 * The grids that can be picked: micro-grids, and basic grids or markets that are not parted further. A trade micro-grid has
 * no ground of its own: it stands on its market's.
 */
export function pickable(rows: readonly GridRow[], names: ReadonlyMap<string, string>): GridPickerGrid[] {
  const ground = new Map(rows.map(({ code, polygons }) => [code, polygons]));
  const parted = new Set(rows.filter(({ kind }) => kind === 'micro').map(({ code }) => basicGridOfCode(code)));
  return rows
    .filter(({ kind, code }) => kind !== 'functional' && !parted.has(code))
    .map(({ code, name, community, households, polygons }) => {
      const communityName = names.get(community);
      return {
        code,
        name,
        polygons: polygons ?? ground.get(basicGridOfCode(code)) ?? [],
        ...(communityName === undefined ? {} : { community: communityName }),
        ...(households === undefined ? {} : { households }),
      };
    });
}

/** All grids of a desk that the actor may see and that can be picked, in the order of their codes. */
export async function readGrids(desk: Desk): Promise<readonly GridPickerGrid[]> {
  const query: Query = { where: { kind: { in: ['basic', 'dedicated', 'micro'] } }, limit: PAGE };
  const [rows, names] = await Promise.all([everyRow(desk, gridsView, query), communityNames(desk)]);
  return pickable(
    [...rows].sort((a, b) => (a.code < b.code ? -1 : 1)),
    names,
  );
}

/** How many hold each post in a grid, by the model's id of the post. */
export async function readStaff(desk: Desk, grid: string): Promise<ReadonlyMap<string, number>> {
  const rows = await everyRow(desk, gridStaff, { where: { grid }, limit: PAGE });
  const counts = new Map<string, number>();
  for (const { post } of rows) counts.set(post, (counts.get(post) ?? 0) + 1);
  return counts;
}

/** Staff in words, in the order of the model's posts: `党员微格员 1 · 居民微格员 1`. Empty when there is no one. */
export const staffText = (model: GovernanceModel, counts: ReadonlyMap<string, number>, language: Language): string =>
  model.grids.posts
    .flatMap(({ id, label }) => (counts.has(id) ? [`${label[language]} ${counts.get(id) ?? 0}`] : []))
    .join(' · ');
