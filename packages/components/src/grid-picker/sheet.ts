import type { Borders } from './borders.ts';
import { contextOf, gridsSeen, paintGrids, paintLines, type Palette } from './paint.ts';
import type { Camera, Stage } from './camera.ts';
import type { MapModel } from './map-model.ts';

/** What a map shows. */
export interface MapContent {
  readonly model: MapModel;
  /** The fill of each grid, as a number of the palette. */
  readonly fills: Uint8Array;
  readonly palette: Palette;
  readonly borders: Borders | undefined;
}

/** Grids painted between two looks at the clock. */
const BATCH = 100;

/**
 * A painted picture of the map, larger than the stage by a margin, so that panning only moves it. It is painted bit by bit,
 * a few milliseconds a frame, while the picture before is still shown.
 */
export class Sheet {
  readonly camera: Camera;
  readonly stage: Stage;
  readonly margin: number;
  readonly canvas: HTMLCanvasElement;

  private readonly context: CanvasRenderingContext2D | null;
  private readonly content: MapContent;
  private readonly grids: Int32Array;
  private next = 0;

  /** Complete, and ready to be shown. */
  done = false;

  constructor(content: MapContent, camera: Camera, stage: Stage, margin: number, density: number) {
    this.content = content;
    this.camera = { ...camera, x: camera.x + margin, y: camera.y + margin };
    this.stage = stage;
    this.margin = margin;
    this.canvas = document.createElement('canvas');
    this.canvas.width = Math.max(1, Math.round((stage.width + 2 * margin) * density));
    this.canvas.height = Math.max(1, Math.round((stage.height + 2 * margin) * density));
    this.context = contextOf(this.canvas);
    this.context?.setTransform(density, 0, 0, density, 0, 0);
    this.grids = gridsSeen(content.model, camera, stage, margin);
  }

  /** Paints until it is done or `milliseconds` are over. */
  work(milliseconds: number): void {
    const { context, content, camera, grids } = this;
    if (this.done || !context) return;
    const start = performance.now();
    const { model, fills, palette } = content;
    while (this.next < grids.length && performance.now() - start < milliseconds) {
      paintGrids(context, model, camera, grids.subarray(this.next, this.next + BATCH), fills, palette);
      this.next += BATCH;
    }
    if (this.next < grids.length) return;
    this.paintBorders(context);
    this.done = true;
  }

  private paintBorders(context: CanvasRenderingContext2D): void {
    const { borders, palette } = this.content;
    if (!borders) return;
    paintLines(context, borders.communities, this.camera, palette.communityBorder, 0.8);
    paintLines(context, borders.outline, this.camera, palette.outline, 1.2);
  }

  /** Whether it shows all that this camera sees, at its zoom. */
  covers(camera: Camera): boolean {
    const [x, y] = [Math.abs(camera.x + this.margin - this.camera.x), Math.abs(camera.y + this.margin - this.camera.y)];
    return camera.zoom === this.camera.zoom && x <= this.margin && y <= this.margin;
  }

  /** Draws it on the stage where this camera would see it, larger or smaller if need be. */
  show(target: CanvasRenderingContext2D, camera: Camera): void {
    const { margin, stage } = this;
    const scale = camera.zoom / this.camera.zoom;
    const [x, y] = [camera.x - this.camera.x * scale, camera.y - this.camera.y * scale];
    target.drawImage(this.canvas, x, y, (stage.width + 2 * margin) * scale, (stage.height + 2 * margin) * scale);
  }
}
