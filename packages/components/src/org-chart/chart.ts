import { at, childCount, indexUnits, none, type Hierarchy } from './hierarchy.ts';
import { cornerOf, layOut, type Corner, type Layout, type Metrics } from './layout.ts';
import { indexLinks, type DottedLinks } from './links.ts';
import { levelsWithin, openLevels, visibleRows, type Rows } from './rows.ts';
import type { OrgChartUnit } from './unit.ts';

/** A list of units as a picture: what is open, in which rows it reads, and where each box stands. A value. */
export interface Chart {
  readonly hierarchy: Hierarchy;
  readonly links: DottedLinks;
  /** 1 for an open unit. */
  readonly open: Uint8Array;
  readonly rows: Rows;
  readonly layout: Layout;
}

/** Without other word, whole levels are open while the chart has at most so many boxes. */
const mostAtFirst = 60;

/**
 * Makes the chart of a list. What was open in `before` stays open by id when both begin with the same unit; otherwise
 * `levels` are open, or as many as stay readable.
 */
export function makeChart(units: readonly OrgChartUnit[], metrics: Metrics, levels?: number, before?: Chart): Chart {
  const hierarchy = indexUnits(units);
  const open =
    before && sameTop(before.hierarchy, hierarchy)
      ? carryOpen(before, hierarchy)
      : openLevels(hierarchy, levels ?? levelsWithin(hierarchy, mostAtFirst));
  return picture(hierarchy, indexLinks(hierarchy), open, metrics);
}

/** The same chart with other units open. */
export function withOpen(chart: Chart, open: Uint8Array): Chart {
  return open === chart.open ? chart : picture(chart.hierarchy, chart.links, open, chart.layout.metrics);
}

/** The same chart in other measures. */
export function withMetrics(chart: Chart, metrics: Metrics): Chart {
  return { ...chart, layout: layOut(chart.hierarchy, chart.open, metrics) };
}

/** The same chart with some units opened or closed. */
export function withToggled(chart: Chart, units: readonly number[], opened: boolean): Chart {
  const open = chart.open.slice();
  for (const unit of units) open[unit] = opened ? 1 : 0;
  return withOpen(chart, open);
}

/** Where a unit's box stands, or undefined when it cannot be seen. */
export function boxOf(chart: Chart, unit: number, layout: Layout = chart.layout): Corner | undefined {
  return unit === none ? undefined : cornerOf(chart.hierarchy, layout, unit);
}

function picture(hierarchy: Hierarchy, links: DottedLinks, open: Uint8Array, metrics: Metrics): Chart {
  return { hierarchy, links, open, rows: visibleRows(hierarchy, open), layout: layOut(hierarchy, open, metrics) };
}

/** Whether two lists begin with the same unit: the second then is the first as it goes on, and not another chart. */
export function sameTop(before: Hierarchy, after: Hierarchy): boolean {
  return firstId(before) === firstId(after);
}

function firstId({ units, children, childStart }: Hierarchy): string | undefined {
  return units[at(children, at(childStart, units.length))]?.id;
}

function carryOpen(before: Chart, hierarchy: Hierarchy): Uint8Array {
  const open = new Uint8Array(hierarchy.units.length);
  hierarchy.units.forEach(({ id }, unit) => {
    const earlier = before.hierarchy.indexOf.get(id);
    if (earlier === undefined || childCount(hierarchy, unit) === 0) return;
    // A leaf that has got its first unit was never closed by anybody.
    if (before.open[earlier] || childCount(before.hierarchy, earlier) === 0) open[unit] = 1;
  });
  return open;
}
