import type { Hierarchy } from './hierarchy.ts';
import { at, none, realAt } from './hierarchy.ts';
import {
  blockHeight,
  blockMiddle,
  blockWidth,
  cellCorner,
  columnStep,
  isHanging,
  levelTop,
  rowsOf,
  unitIn,
  type Layout,
} from './layout.ts';

/** How the chart is looked at: a point of the chart stands at `x + point * zoom` on the stage. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** A rectangle, in pixels of the stage or of the chart at a zoom of 1. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Farther out, names cannot be told apart; nearer in, there is nothing more to see. */
export const zoomLimits = { least: 0.08, most: 2 } as const;
/** Up to here, boxes at the size of a text that can be read. */
export const legibleZoom = 0.7;
/** Room left around a chart that is fitted to the stage. */
const margin = 24;
/** The same at the sides, where the buttons that zoom stand. */
const besideControls = 60;

/** The part of the chart on the stage, with `around` pixels of the stage more on each side. */
export function lookedAt(camera: Camera, stage: Size, around = 0): Rect {
  return {
    x: (-around - camera.x) / camera.zoom,
    y: (-around - camera.y) / camera.zoom,
    width: (stage.width + 2 * around) / camera.zoom,
    height: (stage.height + 2 * around) / camera.zoom,
  };
}

/** Zooms by a factor around a point of the stage, which stays where it is. */
export function zoomAt(camera: Camera, factor: number, point: { readonly x: number; readonly y: number }): Camera {
  const zoom = Math.min(zoomLimits.most, Math.max(zoomLimits.least, camera.zoom * factor));
  const applied = zoom / camera.zoom;
  return { x: point.x - (point.x - camera.x) * applied, y: point.y - (point.y - camera.y) * applied, zoom };
}

/** Moves what is seen by so many pixels of the stage. */
export function panBy(camera: Camera, dx: number, dy: number): Camera {
  return { ...camera, x: camera.x + dx, y: camera.y + dy };
}

/** Keeps a part of the chart on the stage, however far one pans. */
export function keepInSight(camera: Camera, chart: Size, stage: Size): Camera {
  return {
    ...camera,
    x: keepAxis(camera.x, chart.width * camera.zoom, stage.width),
    y: keepAxis(camera.y, chart.height * camera.zoom, stage.height),
  };
}

function keepAxis(offset: number, length: number, room: number): number {
  const shown = Math.min(96, length, room);
  return Math.min(room - shown, Math.max(shown - length, offset));
}

/**
 * Looks on as a page scrolls, by so many pixels of the stage: only as far as something of the chart is out of sight in
 * that direction. The same camera where the longer part of the way leads nowhere, so that the page around can go on.
 */
export function scrollBy(camera: Camera, dx: number, dy: number, chart: Size, stage: Size): Camera {
  const x = scrollAxis(camera.x, dx, chart.width * camera.zoom, stage.width);
  const y = scrollAxis(camera.y, dy, chart.height * camera.zoom, stage.height);
  const moves = Math.abs(dy) >= Math.abs(dx) ? y !== camera.y : x !== camera.x;
  return moves ? { ...camera, x, y } : camera;
}

function scrollAxis(offset: number, by: number, length: number, room: number): number {
  const hidden = by > 0 ? offset + length - room : -offset;
  if (hidden <= 0) return offset;
  return offset - Math.sign(by) * Math.min(Math.abs(by), hidden + margin);
}

/**
 * Shows the whole chart, at most at its own size. Where that would be too small to show anything, the least zoom around
 * `focus` (a point of the chart).
 */
export function fit(chart: Size, stage: Size, focus: { readonly x: number; readonly y: number }): Camera {
  const wanted = Math.min(
    1,
    (stage.width - 2 * besideControls) / Math.max(1, chart.width),
    (stage.height - 2 * margin) / Math.max(1, chart.height),
  );
  const zoom = Math.max(zoomLimits.least, wanted);
  return {
    x: fitAxis(chart.width * zoom, stage.width, focus.x * zoom),
    y: Math.min(margin * 1.5, fitAxis(chart.height * zoom, stage.height, focus.y * zoom)),
    zoom,
  };
}

function fitAxis(length: number, room: number, focus: number): number {
  if (length <= room - margin) return (room - length) / 2;
  return Math.min(margin, Math.max(room - margin - length, room / 2 - focus));
}

/** Looks at a rectangle of the chart from its middle, at the same zoom. */
export function centreOn(camera: Camera, target: Rect, stage: Size): Camera {
  return {
    ...camera,
    x: stage.width / 2 - (target.x + target.width / 2) * camera.zoom,
    y: stage.height / 2 - (target.y + target.height / 2) * camera.zoom,
  };
}

/**
 * Looks at a box as near to its middle as its superiors, given nearest first, let it be: those stay in sight that there
 * is room for beside it, and the rows of those that there is room for above it, for lines lead there.
 */
export function centreBelow(camera: Camera, box: Rect, superiors: readonly Rect[], stage: Size): Camera {
  const [x, width] = reach(box.x, box.width, superiors.map(across), (stage.width - 2 * margin) / camera.zoom);
  const [y, height] = reach(box.y, box.height, superiors.map(upright), (stage.height - 2 * margin) / camera.zoom);
  return bringIntoSight(centreOn(camera, box, stage), { x, y, width, height }, stage);
}

type Stretch = readonly [from: number, length: number];
const across = ({ x, width }: Rect): Stretch => [x, width];
const upright = ({ y, height }: Rect): Stretch => [y, height];

/** A stretch together with as many others, one after the other, as fit into so much room. */
function reach(from: number, length: number, others: readonly Stretch[], room: number): Stretch {
  let [least, most] = [from, from + length];
  for (const [start, extent] of others) {
    const wider = [Math.min(least, start), Math.max(most, start + extent)] as const;
    if (wider[1] - wider[0] > room) break;
    [least, most] = wider;
  }
  return [least, most - least];
}

/** Moves a look so that no more room than the margin is left empty beside a chart that could fill it. */
export function withoutEmptyRoom(camera: Camera, chart: Size, stage: Size): Camera {
  return {
    ...camera,
    x: fillAxis(camera.x, chart.width * camera.zoom, stage.width, margin),
    y: fillAxis(camera.y, chart.height * camera.zoom, stage.height, margin * 1.5),
  };
}

function fillAxis(offset: number, length: number, room: number, edge: number): number {
  const [least, most] = [edge, room - length - edge].sort((a, b) => a - b);
  return Math.min(most ?? edge, Math.max(least ?? edge, offset));
}

/** Pans just so far that a rectangle of the chart is whole on the stage, with room around it. */
export function bringIntoSight(camera: Camera, target: Rect, stage: Size): Camera {
  return panBy(
    camera,
    shiftInto(camera.x + target.x * camera.zoom, target.width * camera.zoom, stage.width),
    shiftInto(camera.y + target.y * camera.zoom, target.height * camera.zoom, stage.height),
  );
}

function shiftInto(from: number, length: number, room: number): number {
  const edge = Math.min(margin, Math.max(0, (room - length) / 2));
  if (from < edge) return edge - from;
  return Math.min(0, room - edge - (from + length));
}

/** A camera between two others; `share` runs from 0 to 1. */
export function cameraBetween(from: Camera, to: Camera, share: number): Camera {
  const mix = (a: number, b: number): number => a + (b - a) * share;
  return { x: mix(from.x, to.x), y: mix(from.y, to.y), zoom: mix(from.zoom, to.zoom) };
}

/** Calls with each unit whose box touches a rectangle of the chart; O(levels x log + those found). */
export function eachUnitIn(
  hierarchy: Hierarchy,
  layout: Layout,
  area: Rect,
  visit: (unit: number, x: number, y: number) => void,
): void {
  eachBlockIn(layout, area, (block) => visitBlock(hierarchy, layout, block, area, visit));
}

/** Calls with each block that touches a rectangle of the chart. */
export function eachBlockIn(layout: Layout, area: Rect, visit: (block: number) => void): void {
  const { levelStart, metrics } = layout;
  for (let level = 1; level < levelStart.length - 1; level++) {
    if (levelTop(metrics, level) > area.y + area.height) return;
    const end = levelStart[level + 1] ?? 0;
    const from = firstReaching(layout, level, area.x);
    for (let block = from; block < end && realAt(layout.x, block) <= area.x + area.width; block++) {
      const bottom = levelTop(metrics, level) + blockHeight(layout, block);
      if (bottom >= area.y) visit(block);
    }
  }
}

/** The first block of a level that ends right of `x`: blocks of a level stand apart in order, so a half search does. */
function firstReaching(layout: Layout, level: number, x: number): number {
  let low = layout.levelStart[level] ?? 0;
  let high = layout.levelStart[level + 1] ?? low;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (realAt(layout.x, middle) + blockWidth(layout, middle) < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

function visitBlock(
  hierarchy: Hierarchy,
  layout: Layout,
  block: number,
  area: Rect,
  visit: (unit: number, x: number, y: number) => void,
): void {
  const { boxWidth, boxHeight } = layout.metrics;
  const perCell = at(layout.perCell, block);
  for (const cell of cellsIn(layout, block, area)) {
    const { x, y } = cellCorner(layout, block, cell);
    if (y > area.y + area.height || y + boxHeight < area.y) continue;
    for (let place = 0; place < perCell; place++) {
      const left = x + place * boxWidth;
      if (left > area.x + area.width || left + boxWidth < area.x) continue;
      visit(unitIn(hierarchy, layout, block, cell * perCell + place), left, y);
    }
  }
}

/** The cells of a block that may touch an area: of a hanging list, those in the rows and columns that do. */
export function cellsIn(layout: Layout, block: number, area: Rect): number[] {
  if (!isHanging(layout, block)) return [0];
  const { boxHeight, rowGap } = layout.metrics;
  const rows = rowsOf(layout, block);
  const top = levelTop(layout.metrics, at(layout.level, block));
  const [firstRow, lastRow] = rangeWithin(area.y - top, area.height, boxHeight + rowGap, rows);
  const [firstColumn, lastColumn] = rangeWithin(
    area.x - realAt(layout.x, block),
    area.width,
    columnStep(layout, block),
    at(layout.columns, block),
  );
  const cells: number[] = [];
  for (let column = firstColumn; column <= lastColumn; column++) {
    for (let row = firstRow; row <= lastRow; row++) {
      const cell = column * rows + row;
      if (cell < at(layout.cells, block)) cells.push(cell);
    }
  }
  return cells;
}

function rangeWithin(from: number, length: number, step: number, count: number): [number, number] {
  return [Math.max(0, Math.floor(from / step)), Math.min(count - 1, Math.floor((from + length) / step))];
}

/** Calls with each block whose line down to its children crosses an area, though the block itself may not. */
export function eachParentIn(layout: Layout, area: Rect, visit: (block: number) => void): void {
  const { levelStart, metrics } = layout;
  for (let level = 1; level < levelStart.length - 2; level++) {
    const top = levelTop(metrics, level) + metrics.boxHeight;
    if (top > area.y + area.height) return;
    // A block stands within the line over its children. Where lines end is no order: one may run on under a block without children.
    const child = firstReaching(layout, level + 1, area.x);
    if (child === levelStart[level + 2]) continue;
    const end = levelStart[level + 1] ?? 0;
    for (let block = at(layout.parentBlock, child); block < end; block++) {
      if (at(layout.childBlocks, block) === 0) continue;
      const [left] = spanOf(layout, block);
      if (left > area.x + area.width) break;
      visit(block);
    }
  }
}

/** From where to where the line over a block's children runs; for a block without children, its own middle. */
export function spanOf(layout: Layout, block: number): [number, number] {
  const middle = blockMiddle(layout, block);
  const count = at(layout.childBlocks, block);
  if (count === 0) return [middle, middle];
  const first = at(layout.childFirst, block);
  const last = first + count - 1;
  return [
    Math.min(middle, realAt(layout.x, first)),
    Math.max(middle, realAt(layout.x, last) + blockWidth(layout, last)),
  ];
}

/** The unit whose box is under a point of the chart, or `none`. */
export function unitAt(
  hierarchy: Hierarchy,
  layout: Layout,
  point: { readonly x: number; readonly y: number },
): number {
  let found = none;
  eachUnitIn(hierarchy, layout, { ...point, width: 0, height: 0 }, (unit) => {
    found = unit;
  });
  return found;
}

/** The rectangle that a unit's box takes up. */
export function boxRect(layout: Layout, corner: { readonly x: number; readonly y: number }): Rect {
  return { ...corner, width: layout.metrics.boxWidth, height: layout.metrics.boxHeight };
}

/** The first look at a chart: all of it where that can be read, otherwise the top in the middle at full size. */
export function firstLook(chart: Size, stage: Size, top: Rect | undefined): Camera {
  const whole = fit(chart, stage, { x: chart.width / 2, y: 0 });
  if (whole.zoom >= legibleZoom || !top) return whole;
  return { x: stage.width / 2 - (top.x + top.width / 2), y: margin * 1.5, zoom: 1 };
}

/** True when a camera is so near to another that moving there shows the way rather than a blur. */
export function isNear(from: Camera, to: Camera, stage: Size): boolean {
  const zoomed = to.zoom / from.zoom;
  const far = Math.hypot(from.x * zoomed - to.x, from.y * zoomed - to.y);
  return far < 2 * Math.max(stage.width, stage.height) * Math.max(1, zoomed);
}
