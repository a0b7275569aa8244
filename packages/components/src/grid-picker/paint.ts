import { seen, type Camera, type Stage } from './camera.ts';
import { read, type MapModel } from './map-model.ts';

/** Colours of the map, as a canvas takes them. */
export interface Palette {
  /** Fills by number; `fills` below refers to them. */
  readonly fills: readonly string[];
  readonly border: string;
  readonly communityBorder: string;
  readonly outline: string;
  readonly chosen: string;
  readonly focus: string;
  readonly halo: string;
}

/** A corner nearer than this to the one before, in pixels, is not drawn. */
const DETAIL = 0.5;

/** Adds a grid's rings to the path that is open. */
export function trace(context: CanvasRenderingContext2D, model: MapModel, grid: number, camera: Camera): void {
  const { points, ringStart, gridStart } = model;
  for (let ring = read(gridStart, grid); ring < read(gridStart, grid + 1); ring++) {
    const end = read(ringStart, ring + 1);
    let [lastX, lastY] = [Infinity, Infinity];
    for (let corner = read(ringStart, ring); corner < end; corner++) {
      const x = camera.x + read(points, corner * 2) * camera.zoom;
      const y = camera.y + read(points, corner * 2 + 1) * camera.zoom;
      if (lastX === Infinity) context.moveTo(x, y);
      else if (Math.abs(x - lastX) + Math.abs(y - lastY) < DETAIL) continue;
      else context.lineTo(x, y);
      [lastX, lastY] = [x, y];
    }
    context.closePath();
  }
}

/** Grids that may be seen on a stage, `around` pixels more on each side. */
export function gridsSeen(model: MapModel, camera: Camera, stage: Stage, around: number): Int32Array {
  const { west, north, east, south } = seen(camera, stage, around);
  const { boxes, count } = model;
  const found = new Int32Array(count);
  let size = 0;
  for (let grid = 0; grid < count; grid++) {
    const at = grid * 4;
    const apart =
      read(boxes, at) > east ||
      read(boxes, at + 2) < west ||
      read(boxes, at + 1) > south ||
      read(boxes, at + 3) < north;
    if (!apart) found[size++] = grid;
  }
  return found.subarray(0, size);
}

/** Width of the line between two grids in pixels: none where the grids themselves are hardly more than a line. */
export function borderWidth({ typicalSide }: MapModel, { zoom }: Camera): number {
  const side = typicalSide * zoom;
  return side < 4 ? 0 : Math.min(1.5, Math.max(0.4, side / 20));
}

/**
 * A context that paints in memory. Thousands of small polygons take ten times as long through a graphics process, and a
 * hundred times where it has no graphics card; what is painted is then only copied.
 */
export const contextOf = (canvas: HTMLCanvasElement): CanvasRenderingContext2D | null =>
  canvas.getContext('2d', { willReadFrequently: true });

/** Fills some grids and draws their borders, one by one: a path of many rings costs more than many paths. */
export function paintGrids(
  context: CanvasRenderingContext2D,
  model: MapModel,
  camera: Camera,
  grids: Int32Array,
  fills: Uint8Array,
  palette: Palette,
): void {
  const width = borderWidth(model, camera);
  context.lineJoin = 'round';
  context.lineWidth = width;
  context.strokeStyle = palette.border;
  for (const grid of grids) {
    context.fillStyle = palette.fills[read(fills, grid)] ?? palette.border;
    context.beginPath();
    trace(context, model, grid, camera);
    context.fill();
    // The next neighbour's fill takes half of this line away and draws it again.
    if (width > 0) context.stroke();
  }
}

/** Draws lines given as x1, y1, x2, y2 in metres. */
export function paintLines(
  context: CanvasRenderingContext2D,
  lines: Float32Array,
  camera: Camera,
  colour: string,
  width: number,
): void {
  context.beginPath();
  for (let at = 0; at < lines.length; at += 4) {
    context.moveTo(camera.x + read(lines, at) * camera.zoom, camera.y + read(lines, at + 1) * camera.zoom);
    context.lineTo(camera.x + read(lines, at + 2) * camera.zoom, camera.y + read(lines, at + 3) * camera.zoom);
  }
  context.lineWidth = width;
  context.strokeStyle = colour;
  context.stroke();
}

/** Draws one grid's outline in a colour with a halo, so that it shows on any fill. */
export function paintRing(
  context: CanvasRenderingContext2D,
  model: MapModel,
  grid: number,
  camera: Camera,
  { colour, halo, width }: { readonly colour: string; readonly halo: string; readonly width: number },
): void {
  context.beginPath();
  trace(context, model, grid, camera);
  context.lineJoin = 'round';
  context.lineWidth = width + 3;
  context.strokeStyle = halo;
  context.stroke();
  context.lineWidth = width;
  context.strokeStyle = colour;
  context.stroke();
}

/** Draws a pin whose tip stands on a point of the stage. */
export function paintPin(context: CanvasRenderingContext2D, x: number, y: number, colour: string, halo: string): void {
  const radius = 8;
  const middle = y - radius * 2;
  context.beginPath();
  context.arc(x, middle, radius, Math.PI * 0.83, Math.PI * 0.17);
  context.lineTo(x, y);
  context.closePath();
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = halo;
  context.stroke();
  context.fillStyle = colour;
  context.fill();
  context.beginPath();
  context.arc(x, middle, radius * 0.4, 0, Math.PI * 2);
  context.fillStyle = halo;
  context.fill();
}
