import { centredOn, fit, held, zoomAt, zoomRange, type Camera, type Stage, type ZoomRange } from './camera.ts';
import { read } from './map-model.ts';
import { contextOf, paintPin, paintRing } from './paint.ts';
import { Sheet, type MapContent } from './sheet.ts';

/** What is marked on the map: grids by number (-1 for none) and a point in metres. */
export interface Marks {
  readonly chosen: number;
  readonly hovered: number;
  readonly current: number;
  readonly point: readonly [x: number, y: number] | undefined;
}

/** Painting in one frame, in milliseconds: what is left of 16 goes to the rest of the page. */
const SHARE_OF_FRAME = 7;
/** Sharper than twice, no one sees a difference, and everyone pays for it. */
const MOST_DENSITY = 2;
const NO_MARKS: Marks = { chosen: -1, hovered: -1, current: -1, point: undefined };

/**
 * A map on a canvas: what it shows, from where it is looked at, and when it is painted. Painting is put off to the next
 * frame; a pan moves painted pictures and shows no blank: under the sharp one lies the whole map at its smallest.
 */
export class GridMap {
  private readonly canvas: HTMLCanvasElement;
  private readonly moved: () => void;
  private content: MapContent | undefined;
  private marks = NO_MARKS;
  private stage: Stage = { width: 0, height: 0 };
  private range: ZoomRange = { least: 1, most: 1 };
  private view: Camera = { x: 0, y: 0, zoom: 1 };
  private fitted = true;
  private overview: Sheet | undefined;
  private detail: Sheet | undefined;
  private coming: Sheet | undefined;
  private frame = 0;

  /** `moved` is told when the camera has changed. */
  constructor(canvas: HTMLCanvasElement, moved: () => void) {
    this.canvas = canvas;
    this.moved = moved;
  }

  get camera(): Camera {
    return this.view;
  }

  /** Whether the whole map is on the stage, as after `fit()`. */
  get isFitted(): boolean {
    return this.fitted;
  }

  /** Whether one can still zoom in, or out. */
  canZoom(factor: number): boolean {
    return factor > 1 ? this.view.zoom < this.range.most : this.view.zoom > this.range.least;
  }

  /** Shows other content; another model is looked at as a whole. */
  show(content: MapContent): void {
    const another = content.model !== this.content?.model;
    this.content = content;
    this.overview = undefined;
    this.detail = undefined;
    this.coming = undefined;
    if (another) this.fit();
    this.request();
  }

  mark(marks: Marks): void {
    this.marks = marks;
    this.request();
  }

  resize(stage: Stage): void {
    const { width, height, coveredRight, coveredBelow } = this.stage;
    const same = coveredRight === stage.coveredRight && coveredBelow === stage.coveredBelow;
    if (width === stage.width && height === stage.height && same) return;
    this.stage = stage;
    this.overview = undefined;
    this.detail = undefined;
    this.coming = undefined;
    if (this.fitted) this.fit();
    else this.look(this.view);
    this.request();
  }

  fit(): void {
    if (!this.content) return;
    this.look(fit(this.content.model.bounds, this.stage));
    this.fitted = true;
    this.moved();
  }

  panBy(dx: number, dy: number): void {
    this.look({ ...this.view, x: this.view.x + dx, y: this.view.y + dy });
  }

  /** Zooms around a point of the stage, its middle when none is given. */
  zoomBy(factor: number, point?: readonly [number, number]): void {
    const around = point ?? [this.stage.width / 2, this.stage.height / 2];
    const camera = zoomAt(this.view, factor, around, this.range);
    if (factor < 1 && camera.zoom === this.range.least) this.fit();
    else this.look(camera);
  }

  /** Brings a grid to the middle, near enough to make out; does not move when it is well on the stage already. */
  bringIntoView(grid: number): void {
    if (!this.content || grid < 0) return;
    const { centres, typicalSide } = this.content.model;
    const [x, y] = [read(centres, grid * 2), read(centres, grid * 2 + 1)];
    const [px, py] = this.toStage(x, y);
    const [edgeX, edgeY] = [this.stage.width * 0.12, this.stage.height * 0.12];
    const inside = px > edgeX && px < this.stage.width - edgeX && py > edgeY && py < this.stage.height - edgeY;
    const legible = Math.min(this.range.most, 28 / Math.max(1, typicalSide));
    if (inside && this.view.zoom >= Math.min(legible, this.view.zoom)) return;
    this.look(centredOn([x, y], Math.max(this.view.zoom, this.range.least), this.stage));
  }

  /** Looks at a grid from near by, with its neighbours around it. */
  approach(grid: number): void {
    if (!this.content || grid < 0) return;
    const { centres, typicalSide } = this.content.model;
    const near = Math.min(
      this.range.most,
      Math.min(this.stage.width, this.stage.height) / 9 / Math.max(1, typicalSide),
    );
    const zoom = Math.max(this.view.zoom, this.range.least, near);
    this.look(centredOn([read(centres, grid * 2), read(centres, grid * 2 + 1)], zoom, this.stage));
  }

  /** The point of the map, in metres, that is seen at a point of the stage. */
  toMap(px: number, py: number): [x: number, y: number] {
    return [(px - this.view.x) / this.view.zoom, (py - this.view.y) / this.view.zoom];
  }

  /** Stops painting; for when the element goes. */
  dispose(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
  }

  private toStage(x: number, y: number): [px: number, py: number] {
    return [this.view.x + x * this.view.zoom, this.view.y + y * this.view.zoom];
  }

  private look(camera: Camera): void {
    if (!this.content) return;
    const { bounds, typicalSide } = this.content.model;
    this.range = zoomRange(bounds, typicalSide, this.stage);
    this.view = held(camera, bounds, this.stage);
    this.fitted = false;
    this.moved();
    this.request();
  }

  private request(): void {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.paint();
    });
  }

  private get density(): number {
    return Math.min(MOST_DENSITY, window.devicePixelRatio || 1);
  }

  private paint(): void {
    const context = contextOf(this.canvas);
    const { content, stage, density } = this;
    if (!context || !content || stage.width === 0 || stage.height === 0) return;
    const [width, height] = [Math.round(stage.width * density), Math.round(stage.height * density)];
    if (this.canvas.width !== width) this.canvas.width = width;
    if (this.canvas.height !== height) this.canvas.height = height;
    context.setTransform(density, 0, 0, density, 0, 0);
    context.clearRect(0, 0, stage.width, stage.height);
    this.paintMap(context, content);
    this.paintMarks(context, content);
  }

  private paintMap(context: CanvasRenderingContext2D, content: MapContent): void {
    const whole = fit(content.model.bounds, this.stage);
    this.overview ??= new Sheet(content, whole, this.stage, 0, this.density);
    this.overview.work(Infinity);
    if (this.view.zoom === whole.zoom) {
      this.overview.show(context, this.view);
      return;
    }
    this.advance(content);
    if (this.detail?.covers(this.view) !== true) this.overview.show(context, this.view);
    this.detail?.show(context, this.view);
  }

  /** Paints on at the sharp picture for where the camera is, and takes it when it is complete. */
  private advance(content: MapContent): void {
    const margin = Math.round(Math.max(this.stage.width, this.stage.height) / 5);
    const wanted = this.coming ?? this.detail;
    if (!wanted?.covers(this.view) || this.leaves(wanted)) {
      this.coming = new Sheet(content, this.view, this.stage, margin, this.density);
    }
    this.coming?.work(SHARE_OF_FRAME);
    if (this.coming?.done === true) {
      this.detail = this.coming;
      this.coming = undefined;
    }
    if (this.coming) this.request();
  }

  /** Whether the camera has come near the edge of a complete picture, so that the next should be begun. */
  private leaves(sheet: Sheet): boolean {
    if (!sheet.done) return false;
    const { margin, camera } = sheet;
    const [x, y] = [Math.abs(this.view.x + margin - camera.x), Math.abs(this.view.y + margin - camera.y)];
    return Math.max(x, y) > margin / 3;
  }

  private paintMarks(context: CanvasRenderingContext2D, { model, palette }: MapContent): void {
    const { chosen, hovered, current, point } = this.marks;
    const { halo, focus, chosen: colour } = palette;
    if (hovered >= 0 && hovered !== chosen) paintRing(context, model, hovered, this.view, { colour, halo, width: 1.5 });
    if (chosen >= 0) {
      paintRing(context, model, chosen, this.view, { colour, halo, width: 3 });
      if (!point)
        this.pin(context, [read(model.centres, chosen * 2), read(model.centres, chosen * 2 + 1)], palette.chosen);
    }
    if (current >= 0) paintRing(context, model, current, this.view, { colour: focus, halo, width: 2 });
    if (point) this.pin(context, point, palette.chosen);
  }

  private pin(context: CanvasRenderingContext2D, [x, y]: readonly [number, number], colour: string): void {
    paintPin(context, ...this.toStage(x, y), colour, this.content?.palette.halo ?? colour);
  }
}
