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

/** Fills some grids, those of one colour in one go, and draws their borders. */
export function paintGrids(
  context: CanvasRenderingContext2D,
  model: MapModel,
  camera: Camera,
  grids: Int32Array,
  fills: Uint8Array,
  palette: Palette,
): void {
  palette.fills.forEach((colour, fill) => {
    context.beginPath();
    let any = false;
    for (const grid of grids) {
      if (read(fills, grid) !== fill) continue;
      trace(context, model, grid, camera);
      any = true;
    }
    if (!any) return;
    context.fillStyle = colour;
    context.fill();
  });
  const width = borderWidth(model, camera);
  context.beginPath();
  for (const grid of grids) trace(context, model, grid, camera);
  context.lineJoin = 'round';
  // Where borders are left out, a hair of the fill's own kind closes the seams between neighbours.
  context.lineWidth = width === 0 ? 0.5 : width;
  context.strokeStyle = width === 0 ? (palette.fills[0] ?? palette.border) : palette.border;
  context.stroke();
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
  context.lineCap = 'round';
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
