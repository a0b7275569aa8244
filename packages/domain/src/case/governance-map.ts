import { publicCount } from '../kernel/suppressed.ts';
import type { CivilDate } from '../kernel/time.ts';
import type { Sum } from '../kernel/views.ts';
import { caseRates, publicCaseRates, type CaseRates } from './rates.ts';

const dayLength = 24 * 3_600_000;

/** The Monday of the week that a day lies in. */
function mondayOf(day: CivilDate): CivilDate {
  const at = Date.parse(`${day}T00:00:00Z`);
  const sinceMonday = (new Date(at).getUTCDay() + 6) % 7;
  return new Date(at - sinceMonday * dayLength).toISOString().slice(0, 10);
}

/** One cell of the governance map: a grid, a class and a week, with what was reported there and then and how it went. */
export interface MapCell extends CaseRates {
  readonly grid: string;
  readonly class: string;
  /** The Monday that the week begins with. */
  readonly week: CivilDate;
  /** How many were reported, are open, are closed; undefined where the public is not told so low a count. */
  readonly reported: number | undefined;
  readonly open: number | undefined;
  readonly closed: number | undefined;
}

const noRates: CaseRates = {
  responseRate: undefined,
  closingRate: undefined,
  resolutionRate: undefined,
  satisfactionRate: undefined,
  overdueRate: undefined,
};

function addTo(sum: Record<string, string | number | boolean>, row: Sum): void {
  for (const [column, value] of Object.entries(row)) {
    if (typeof value === 'number') sum[column] = Number(sum[column] ?? 0) + value;
  }
}

const cellOf = (grid: string, of: string, week: CivilDate, sum: Sum): MapCell => ({
  grid,
  class: of,
  week,
  reported: Number(sum['reported'] ?? 0),
  open: Number(sum['open'] ?? 0),
  closed: Number(sum['closed'] ?? 0),
  ...caseRates(sum),
});

/** A cell as the public is told it: no part under five, and no rate that gives one away. */
function publicCell(cell: MapCell, sum: Sum): MapCell {
  const { reported = 0, open = 0, closed = 0 } = cell;
  const parts = [reported, open, closed].map(publicCount);
  // A part that is told beside the whole gives away the other.
  const hidden = parts.includes(undefined);
  const rates = hidden ? noRates : publicCaseRates(sum);
  return {
    ...cell,
    ...rates,
    reported: publicCount(reported),
    open: hidden ? undefined : open,
    closed: hidden ? undefined : closed,
  };
}

/**
 * Rolls sums of `case-counts`, parted by `grid`, `class` and `day`, up to weeks, in the order of week, grid and class. For the
 * public, counts under five and what would give them away are left out.
 */
export function governanceMap(sums: readonly Sum[], reader: 'staff' | 'public'): readonly MapCell[] {
  const cells = new Map<
    string,
    { readonly row: readonly [string, string, CivilDate]; readonly sum: Record<string, string | number | boolean> }
  >();
  for (const row of sums) {
    const [grid, of, week] = [String(row['grid']), String(row['class']), mondayOf(String(row['day']))];
    const key = JSON.stringify([week, grid, of]);
    const cell = cells.get(key) ?? { row: [grid, of, week] as const, sum: {} };
    addTo(cell.sum, row);
    cells.set(key, cell);
  }
  return [...cells]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(
      ([
        ,
        {
          row: [grid, of, week],
          sum,
        },
      ]) => (reader === 'public' ? publicCell(cellOf(grid, of, week, sum), sum) : cellOf(grid, of, week, sum)),
    );
}
