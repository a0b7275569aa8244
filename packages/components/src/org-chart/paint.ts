import type { DottedLink, DottedLinks } from './links.ts';
import { at, none, realAt, type Hierarchy } from './hierarchy.ts';
import {
  blockMiddle,
  blockWidth,
  cellCorner,
  columnStep,
  cornerOf,
  isHanging,
  levelTop,
  rowsOf,
  type Layout,
} from './layout.ts';
import { nearestVisible, type Rows } from './rows.ts';
import { eachParentIn, eachUnitIn, lookedAt, type Camera, type Rect, type Size } from './viewport.ts';

/** The colours of what is painted, resolved from the tokens. */
export interface Palette {
  /** Boxes. */
  readonly surface: string;
  /** Lines between boxes, and the edges of boxes. */
  readonly wire: string;
  /** Party bars, dotted lines and what is chosen. */
  readonly primary: string;
  /** Boxes in the overview. */
  readonly overview: string;
}

/** Everything a picture of the chart depends on. */
export interface Scene {
  readonly hierarchy: Hierarchy;
  readonly layout: Layout;
  readonly rows: Rows;
  readonly links: DottedLinks;
  readonly camera: Camera;
  readonly stage: Size;
  readonly palette: Palette;
  /** Unit whose dotted lines stand out, or `none`. */
  readonly chosen: number;
  /** True where boxes are too small for text and are painted here too. */
  readonly shapes: boolean;
}

const corner = 6;
const dash = [5, 4] as const;
const lanes = 4;

/** Paints the lines of what is on the stage, and its boxes where they are too small for text. */
export function paintScene(context: CanvasRenderingContext2D, scene: Scene): void {
  const { camera } = scene;
  const ratio = context.canvas.width / Math.max(1, scene.stage.width);
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  context.setTransform(camera.zoom * ratio, 0, 0, camera.zoom * ratio, camera.x * ratio, camera.y * ratio);
  const area = lookedAt(camera, scene.stage, 16);
  context.lineWidth = Math.max(1.25, 1 / camera.zoom);
  context.strokeStyle = scene.palette.wire;
  context.beginPath();
  eachParentIn(scene.layout, area, (block) => traceChildren(context, scene.layout, block, area));
  context.stroke();
  if (scene.shapes) paintShapes(context, scene, area);
  paintDotted(context, scene, area);
}

/** The line from a box down to the bar over its children, the bar, and the drops to those in the area. */
function traceChildren(context: CanvasRenderingContext2D, layout: Layout, block: number, area: Rect): void {
  const { boxHeight, levelGap } = layout.metrics;
  const from = blockMiddle(layout, block);
  const bottom = levelTop(layout.metrics, at(layout.level, block)) + boxHeight;
  const bar = bottom + levelGap / 2;
  const drops = dropsOf(layout, block, area);
  context.moveTo(from, bottom);
  context.lineTo(from, bar);
  traceBar(context, layout, block, bar, area);
  for (const drop of drops) traceDrop(context, layout, drop, from, bar);
}

/** Where a line goes down from the bar: to a box, or along a column of a hanging list. */
interface Drop {
  readonly x: number;
  readonly block: number;
  readonly column: number;
}

function dropsOf(layout: Layout, block: number, area: Rect): Drop[] {
  const drops: Drop[] = [];
  const end = at(layout.childFirst, block) + at(layout.childBlocks, block);
  for (let child = firstChildReaching(layout, block, area.x); child < end; child++) {
    if (realAt(layout.x, child) > area.x + area.width) break;
    if (!isHanging(layout, child)) drops.push({ x: blockMiddle(layout, child), block: child, column: 0 });
    else
      for (let column = 0; column < at(layout.columns, child); column++) drops.push(hangingDrop(layout, child, column));
  }
  return drops;
}

function firstChildReaching(layout: Layout, block: number, x: number): number {
  let low = at(layout.childFirst, block);
  let high = low + at(layout.childBlocks, block);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (realAt(layout.x, middle) + blockWidth(layout, middle) < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

function hangingDrop(layout: Layout, block: number, column: number): Drop {
  return { x: realAt(layout.x, block) + column * columnStep(layout, block) + 2, block, column };
}

/** The bar runs between the outermost drops; only what lies in the area is drawn. */
function traceBar(context: CanvasRenderingContext2D, layout: Layout, block: number, y: number, area: Rect): void {
  const first = at(layout.childFirst, block);
  const last = first + at(layout.childBlocks, block) - 1;
  const middle = blockMiddle(layout, block);
  const left = Math.min(middle, outerDrop(layout, first, 0) + corner);
  const right = Math.max(middle, outerDrop(layout, last, at(layout.columns, last) - 1) - corner);
  context.moveTo(Math.max(left, area.x), y);
  context.lineTo(Math.min(right, area.x + area.width), y);
}

function outerDrop(layout: Layout, block: number, column: number): number {
  return isHanging(layout, block) ? hangingDrop(layout, block, column).x : blockMiddle(layout, block);
}

function traceDrop(context: CanvasRenderingContext2D, layout: Layout, drop: Drop, from: number, bar: number): void {
  const top = levelTop(layout.metrics, at(layout.level, drop.block));
  const side = Math.sign(from - drop.x);
  const bend = Math.min(corner, Math.abs(from - drop.x));
  const end = isHanging(layout, drop.block) ? lastTick(layout, drop) : top;
  context.moveTo(drop.x + side * bend, bar);
  context.quadraticCurveTo(drop.x, bar, drop.x, bar + bend);
  context.lineTo(drop.x, end - (isHanging(layout, drop.block) ? corner : 0));
  if (isHanging(layout, drop.block)) traceTicks(context, layout, drop);
}

function cellsInColumn(layout: Layout, { block, column }: Drop): [number, number] {
  const rows = rowsOf(layout, block);
  return [column * rows, Math.min(at(layout.cells, block), (column + 1) * rows) - 1];
}

function lastTick(layout: Layout, drop: Drop): number {
  const [, last] = cellsInColumn(layout, drop);
  return cellCorner(layout, drop.block, last).y + layout.metrics.boxHeight / 2;
}

function traceTicks(context: CanvasRenderingContext2D, layout: Layout, drop: Drop): void {
  const [first, last] = cellsInColumn(layout, drop);
  for (let cell = first; cell <= last; cell++) {
    const { x, y } = cellCorner(layout, drop.block, cell);
    const middle = y + layout.metrics.boxHeight / 2;
    context.moveTo(drop.x, middle - corner);
    context.quadraticCurveTo(drop.x, middle, drop.x + corner, middle);
    context.lineTo(x, middle);
  }
}

function paintShapes(context: CanvasRenderingContext2D, scene: Scene, area: Rect): void {
  const { hierarchy, layout, palette, chosen } = scene;
  const { boxWidth, boxHeight } = layout.metrics;
  context.fillStyle = palette.surface;
  context.strokeStyle = palette.wire;
  eachUnitIn(hierarchy, layout, area, (_, x, y) => {
    context.fillRect(x, y, boxWidth, boxHeight);
    context.strokeRect(x, y, boxWidth, boxHeight);
  });
  context.fillStyle = palette.primary;
  eachUnitIn(hierarchy, layout, area, (unit, x, y) => {
    if (hierarchy.units[unit]?.party === true) context.fillRect(x, y, 4 / Math.sqrt(scene.camera.zoom), boxHeight);
    if (unit === chosen) outline(context, palette.primary, { x, y, width: boxWidth, height: boxHeight });
  });
}

function outline(context: CanvasRenderingContext2D, colour: string, { x, y, width, height }: Rect): void {
  const thin = context.lineWidth;
  context.save();
  context.strokeStyle = colour;
  context.lineWidth = thin * 3;
  context.strokeRect(x, y, width, height);
  context.restore();
}

/** Dotted lines with an end on the stage; an end inside a closed unit is drawn at that unit. */
function paintDotted(context: CanvasRenderingContext2D, scene: Scene, area: Rect): void {
  const drawn = new Set<string>();
  context.save();
  context.strokeStyle = scene.palette.primary;
  context.setLineDash([...dash]);
  eachUnitIn(scene.hierarchy, scene.layout, area, (unit) => {
    for (const link of scene.links.get(unit) ?? []) paintLink(context, scene, link, drawn);
  });
  context.restore();
}

function paintLink(context: CanvasRenderingContext2D, scene: Scene, link: DottedLink, drawn: Set<string>): void {
  const from = nearestVisible(scene.hierarchy, scene.rows, link.from);
  const to = nearestVisible(scene.hierarchy, scene.rows, link.to);
  const name = `${from}>${to}`;
  if (from === none || to === none || from === to || drawn.has(name)) return;
  drawn.add(name);
  const chosen = link.from === scene.chosen || link.to === scene.chosen;
  context.lineWidth = (chosen ? 2 : 1.25) / Math.min(1, scene.camera.zoom * 1.25);
  const points = dottedPath(scene.hierarchy, scene.layout, from, to, drawn.size % lanes);
  context.beginPath();
  traceRounded(context, points);
  context.stroke();
  paintEnd(context, points[points.length - 1]);
}

/** A dot where the line meets the body. */
function paintEnd(context: CanvasRenderingContext2D, end: Point | undefined): void {
  if (!end) return;
  context.save();
  context.setLineDash([]);
  context.fillStyle = context.strokeStyle;
  context.beginPath();
  context.arc(end[0], end[1], 3, 0, 2 * Math.PI);
  context.fill();
  context.restore();
}

type Point = readonly [number, number];

/**
 * Leaves a box at the side that faces the other, runs up or down beside it to the gap next to the other's row, along
 * that gap, and in at the facing side: past boxes rather than behind them. Neighbouring lines take lanes of their own,
 * since dashes on top of one another would read as a solid line.
 */
export function dottedPath(hierarchy: Hierarchy, layout: Layout, from: number, to: number, lane: number): Point[] {
  const a = cornerOf(hierarchy, layout, from);
  const b = cornerOf(hierarchy, layout, to);
  if (!a || !b) return [];
  const { boxWidth, boxHeight, siblingGap } = layout.metrics;
  const out = (siblingGap * (lane + 2)) / (lanes + 3);
  const rightward = b.x >= a.x;
  const leave = rightward ? a.x + boxWidth : a.x;
  const upright = rightward ? leave + out : leave - out;
  const enter = rightward ? b.x : b.x + boxWidth;
  const entry = rightward ? enter - out : enter + out;
  const gap = a.y >= b.y ? b.y + boxHeight + belowRow(layout, at(layout.blockOf, to), lane) : b.y - out;
  const [startY, endY] = [a.y + boxHeight * 0.7, b.y + boxHeight * 0.7];
  const along: Point[] =
    Math.abs(upright - entry) < siblingGap
      ? [
          [upright, startY],
          [upright, endY],
        ]
      : [
          [upright, startY],
          [upright, gap],
          [entry, gap],
          [entry, endY],
        ];
  return [[leave, startY], ...along, [enter, endY]];
}

/** How far under a row a line runs: past the handles that hang there, or within the narrower gap of a hanging list. */
function belowRow(layout: Layout, block: number, lane: number): number {
  const { levelGap, rowGap } = layout.metrics;
  const share = (lane + 1) / (lanes + 1);
  return isHanging(layout, block) ? rowGap * share : (levelGap / 2) * (1 + share);
}

function traceRounded(context: CanvasRenderingContext2D, points: readonly Point[]): void {
  points.forEach(([x, y], index) => {
    const next = points[index + 1];
    if (index === 0) context.moveTo(x, y);
    else if (next) context.arcTo(x, y, next[0], next[1], corner);
    else context.lineTo(x, y);
  });
}

/** Gives a canvas as many pixels as its place on the screen has; answers how many to one of the page. */
export function sizeCanvas(canvas: HTMLCanvasElement, size: Size): number {
  const ratio = devicePixelRatio;
  const width = Math.round(size.width * ratio);
  const height = Math.round(size.height * ratio);
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  return ratio;
}
