import { at, realAt } from './hierarchy.ts';
import { blockHeight, blockWidth, levelTop, type Layout } from './layout.ts';
import { lookedAt, type Camera, type Size } from './viewport.ts';
import { sizeCanvas, type Palette } from './paint.ts';

const padding = 4;

/** How a chart is scaled into the overview; wide and flat charts are stretched so that their levels can be told apart. */
interface MapScale {
  readonly x: number;
  readonly y: number;
  readonly left: number;
  readonly top: number;
}

function mapScale(chart: Size, map: Size): MapScale {
  const room = { width: map.width - 2 * padding, height: map.height - 2 * padding };
  const x = room.width / Math.max(1, chart.width);
  const y = room.height / Math.max(1, chart.height);
  const both = Math.min(x, y);
  const tall = Math.min(y, Math.max(both, (room.height * 0.6) / Math.max(1, chart.height)));
  return {
    x: both,
    y: tall,
    left: (map.width - chart.width * both) / 2,
    top: (map.height - chart.height * tall) / 2,
  };
}

function pointOnMap(chart: Size, map: Size, x: number, y: number): { x: number; y: number } {
  const scale = mapScale(chart, map);
  return { x: (x - scale.left) / scale.x, y: (y - scale.top) / scale.y };
}

/** Paints the whole chart once; blocks that would fall on the same pixels are joined. */
function paintMap(context: CanvasRenderingContext2D, layout: Layout, map: Size, palette: Palette): void {
  const scale = mapScale(layout, map);
  context.fillStyle = palette.overview;
  let drawnTo = -Infinity;
  for (let block = 1; block < layout.blocks; block++) {
    const level = at(layout.level, block);
    if (layout.levelStart[level] === block) drawnTo = -Infinity;
    const left = scale.left + realAt(layout.x, block) * scale.x;
    const right = Math.max(left + 1, left + blockWidth(layout, block) * scale.x - 0.5);
    if (right <= drawnTo + 0.5) continue;
    const from = Math.max(left, drawnTo);
    const height = Math.max(2, blockHeight(layout, block) * scale.y);
    context.fillRect(from, scale.top + levelTop(layout.metrics, level) * scale.y, right - from, height);
    drawnTo = right;
  }
}

/** Paints the frame around what is on the stage. */
function paintFrame(
  context: CanvasRenderingContext2D,
  layout: Layout,
  map: Size,
  camera: Camera,
  stage: Size,
  palette: Palette,
): void {
  const scale = mapScale(layout, map);
  const area = lookedAt(camera, stage);
  const left = Math.max(1, scale.left + area.x * scale.x);
  const top = Math.max(1, scale.top + area.y * scale.y);
  const right = Math.min(map.width - 1, scale.left + (area.x + area.width) * scale.x);
  const bottom = Math.min(map.height - 1, scale.top + (area.y + area.height) * scale.y);
  context.strokeStyle = palette.primary;
  context.lineWidth = 1.5;
  context.strokeRect(left, top, Math.max(4, right - left), Math.max(4, bottom - top));
}

/** Keeps the picture of the whole chart between frames, so that a pan repaints the frame alone. */
export class MapPainter {
  private picture: HTMLCanvasElement | undefined;
  private painted: { layout: Layout; palette: Palette; width: number; height: number } | undefined;

  paint(canvas: HTMLCanvasElement, layout: Layout, camera: Camera, stage: Size, palette: Palette): void {
    const context = canvas.getContext('2d');
    if (!context) return;
    const map = { width: canvas.clientWidth, height: canvas.clientHeight };
    const ratio = sizeCanvas(canvas, map);
    const picture = this.pictureOf(layout, map, palette, ratio);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.drawImage(picture, 0, 0);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    paintFrame(context, layout, map, camera, stage, palette);
  }

  /** The point of the chart under a point of the overview. */
  pointOn(canvas: HTMLCanvasElement, layout: Layout, x: number, y: number): { x: number; y: number } {
    return pointOnMap(layout, { width: canvas.offsetWidth, height: canvas.offsetHeight }, x, y);
  }

  private pictureOf(layout: Layout, map: Size, palette: Palette, ratio: number): HTMLCanvasElement {
    const picture = (this.picture ??= document.createElement('canvas'));
    const width = map.width * ratio;
    const height = map.height * ratio;
    const { painted } = this;
    if (
      painted?.layout === layout &&
      painted.palette === palette &&
      painted.width === width &&
      painted.height === height
    )
      return picture;
    picture.width = width;
    picture.height = height;
    const context = picture.getContext('2d');
    context?.setTransform(ratio, 0, 0, ratio, 0, 0);
    if (context) paintMap(context, layout, map, palette);
    this.painted = { layout, palette, width, height };
    return picture;
  }
}
