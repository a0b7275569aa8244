import { boxOf, type Chart } from './chart.ts';
import { at, childCount, none } from './hierarchy.ts';
import type { Layout } from './layout.ts';
import { eachUnitIn, lookedAt, type Camera, type Size } from './viewport.ts';

/** How much of a box is shown: all of it, its name, or its outline (painted, with names for assistive technology only). */
export type Detail = 'full' | 'names' | 'shapes';

/** One box on the stage. */
export interface Shown {
  readonly unit: number;
  readonly x: number;
  readonly y: number;
}

/** The boxes on the stage in reading order, and how much of each is shown. */
export interface Sight {
  readonly detail: Detail;
  readonly boxes: readonly Shown[];
}

/** Elements that the boxes may take together, so that a chart of any size stays light to move. */
const mostElements = 230;
const leastZoom = { full: 0.5, names: 0.4 } as const;
/** Boxes just outside are drawn too, so that a step of a pan shows no gap. */
const around = 40;
/** Where outlines are painted, so many units before and after the active one stay in the tree for assistive technology. */
const rowsAround = 12;

/** What is on the stage. The active unit is always among the boxes: the tree's focus refers to it. */
export function sightOf(chart: Chart, layout: Layout, camera: Camera, stage: Size, active: number): Sight {
  const boxes: Shown[] = [];
  let parents = 0;
  let parts = 0;
  eachUnitIn(chart.hierarchy, layout, lookedAt(camera, stage, around), (unit, x, y) => {
    boxes.push({ unit, x, y });
    if (childCount(chart.hierarchy, unit) > 0) parents++;
    parts += partsOf(chart, unit);
  });
  const detail = detailFor(camera.zoom, boxes.length + parents, parts);
  const kept = detail === 'shapes' ? rowsNear(chart, layout, active) : withActive(chart, layout, boxes, active);
  return { detail, boxes: kept.sort((a, b) => at(chart.rows.rowOf, a.unit) - at(chart.rows.rowOf, b.unit)) };
}

function detailFor(zoom: number, elements: number, parts: number): Detail {
  if (zoom >= leastZoom.full && elements + parts <= mostElements) return 'full';
  return zoom >= leastZoom.names && elements <= mostElements ? 'names' : 'shapes';
}

/** The elements under a box's name: who with a post, and a fact or a note. */
function partsOf({ hierarchy }: Chart, unit: number): number {
  const row = hierarchy.units[unit];
  return 1 + (row?.people?.length ? 1 : 0) + (row?.note || row?.facts?.length ? 1 : 0);
}

function shownAt(chart: Chart, layout: Layout, unit: number): Shown[] {
  const corner = boxOf(chart, unit, layout);
  return corner ? [{ unit, ...corner }] : [];
}

function withActive(chart: Chart, layout: Layout, boxes: Shown[], active: number): Shown[] {
  return boxes.some(({ unit }) => unit === active) ? boxes : [...boxes, ...shownAt(chart, layout, active)];
}

function rowsNear(chart: Chart, layout: Layout, active: number): Shown[] {
  const { rowOf, units } = chart.rows;
  const row = active === none ? 0 : Math.max(0, at(rowOf, active));
  const near = units.subarray(Math.max(0, row - rowsAround), row + rowsAround + 1);
  return [...near].flatMap((unit) => shownAt(chart, layout, unit));
}
