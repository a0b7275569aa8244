import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { boxOf, type Chart } from './chart.ts';
import { at, childCount, none } from './hierarchy.ts';
import { levelTop, type Layout } from './layout.ts';
import { Motion } from './motion.ts';
import { anchored, layoutBetween, movesFrom } from './tween.ts';
import {
  boxRect,
  bringIntoSight,
  cameraBetween,
  centreBelow,
  centreOn,
  firstLook,
  fit,
  isNear,
  keepInSight,
  legibleZoom,
  panBy,
  scrollBy,
  withoutEmptyRoom,
  zoomAt,
  type Camera,
  type Rect,
  type Size,
} from './viewport.ts';

/** The camera of a chart and its movements; draws nothing, and asks the host to draw when either changes. */
export class StageController implements ReactiveController {
  camera: Camera = { x: 0, y: 0, zoom: 1 };
  size: Size = { width: 0, height: 0 };
  /** How long a movement takes, in milliseconds; 0 when reduced motion is asked for. */
  pace = 0;

  private readonly host: ReactiveControllerHost;
  private readonly motion = new Motion();
  private chart: Chart | undefined;
  private moving: Layout | undefined;
  private placed = false;
  private fitted = false;
  /** Where a movement is heading, so that keys pressed in quick succession add up. */
  private target: Camera = this.camera;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  /** Where boxes stand now: on their way while a unit opens or closes, otherwise where the chart says. */
  get layout(): Layout | undefined {
    return this.moving ?? this.chart?.layout;
  }

  /** True when the whole chart is on the stage. */
  get showsAll(): boolean {
    const { chart, camera, size } = this;
    if (!chart) return true;
    const right = camera.x + chart.layout.width * camera.zoom;
    return camera.x >= 0 && right <= size.width && this.showsHeight;
  }

  /** True when nothing of the chart is out of sight above or below. */
  get showsHeight(): boolean {
    const { chart, camera, size } = this;
    return !chart || (camera.y >= 0 && camera.y + chart.layout.height * camera.zoom <= size.height);
  }

  /** True from when the whole chart was asked for, and was too large to be shown, until one looks on. */
  get showsPart(): boolean {
    return this.fitted && !this.motion.moves && !this.showsAll;
  }

  hostDisconnected(): void {
    this.end();
  }

  /** Whether there is a chart on a stage that has a size: only then can a unit be brought to its middle. */
  get isPlaced(): boolean {
    return this.placed;
  }

  /** Shows a chart. A new one is looked at from its top; an altered one from where the camera stands. */
  show(chart: Chart | undefined, anew: boolean): void {
    this.end();
    this.chart = chart;
    if (anew) this.placed = false;
    this.place();
  }

  /** Takes the size of the stage; what stood in the middle between its sides stays there. */
  resize(size: Size): void {
    const { width, height } = this.size;
    if (size.width === width && size.height === height) return;
    this.size = size;
    if (this.placed) this.look(panBy(this.camera, (size.width - width) / 2, 0));
    else this.place();
  }

  /** Moves the look at once by so many pixels of the stage. */
  pan(dx: number, dy: number): void {
    this.end();
    this.look(panBy(this.camera, dx, dy));
  }

  /** Moves the look at once as a page scrolls, while there is something to see that way; answers whether it moved. */
  scroll(dx: number, dy: number): boolean {
    if (!this.chart) return false;
    const to = scrollBy(this.camera, dx, dy, this.chart.layout, this.size);
    if (to === this.camera) return false;
    this.end();
    this.look(to);
    return true;
  }

  /** Zooms at once around a point of the stage. */
  zoom(factor: number, point: { readonly x: number; readonly y: number }): void {
    this.end();
    this.look(zoomAt(this.camera, factor, point));
  }

  /** Zooms around the middle of the stage, in a movement. */
  zoomBy(factor: number): void {
    this.glide(zoomAt(this.camera, factor, { x: this.size.width / 2, y: this.size.height / 2 }));
  }

  /** Looks at a point of the chart from its middle. */
  lookAt(point: { readonly x: number; readonly y: number }): void {
    this.end();
    this.look(centreOn(this.camera, { ...point, width: 0, height: 0 }, this.size));
  }

  /** Shows the whole chart, or as much of it around a unit as the least zoom allows, in a movement. */
  fit(unit: number): void {
    if (!this.chart) return;
    const { layout } = this.chart;
    this.glide(fit(layout, this.size, boxOf(this.chart, unit) ?? { x: layout.width / 2, y: 0 }));
    this.fitted = true;
  }

  /** Pans just so far that a unit is on the stage. */
  follow(unit: number): void {
    const box = this.boxRectOf(unit);
    if (box) this.glide(bringIntoSight(this.target, box, this.size));
  }

  /** Brings a unit towards the middle, large enough to read and with what stands above it; far ones at once. */
  centre(unit: number): void {
    const { chart, target, size } = this;
    const box = this.boxRectOf(unit);
    if (!box || !chart) return;
    const zoom = target.zoom < legibleZoom ? 1 : target.zoom;
    const centred = centreBelow({ ...target, zoom }, box, this.superiorsOf(unit), size);
    this.glide(withoutEmptyRoom(centred, chart.layout, size));
  }

  /** The boxes above a unit, the nearest first. */
  private superiorsOf(unit: number): Rect[] {
    const parent = this.chart ? at(this.chart.hierarchy.parent, unit) : none;
    const box = this.boxRectOf(parent);
    return box ? [box, ...this.superiorsOf(parent)] : [];
  }

  /** Shows the chart after units have opened or closed: this one stays where it is, the others make room. */
  change(chart: Chart, unit: number, pace: number = this.pace): void {
    const from = this.layout;
    this.end();
    const before = this.chart;
    this.chart = chart;
    if (!before || !from) return;
    const anchor = boxOf(before, unit, from);
    const start = this.camera;
    const starts = movesFrom(chart.hierarchy, from, chart.layout, unit);
    const settled = anchored(start, anchor, boxOf(chart, unit));
    const opened = this.openedRect(unit);
    const end = opened ? bringIntoSight(settled, opened, this.size) : settled;
    const shift = { x: end.x - settled.x, y: end.y - settled.y };
    this.motion.run(pace, (share) => {
      this.moving = share < 1 ? layoutBetween(starts, chart.layout, share) : undefined;
      const held = anchored(start, anchor, boxOf(chart, unit, this.layout));
      this.look(panBy(held, shift.x * share, shift.y * share));
    });
  }

  /** What should come into sight when a unit opens: its box and the level beneath it. */
  private openedRect(unit: number): Rect | undefined {
    const box = this.boxRectOf(unit);
    const { chart } = this;
    if (!chart || !box || !chart.open[unit] || childCount(chart.hierarchy, unit) === 0) return box;
    const { metrics } = chart.layout;
    return { ...box, height: levelTop(metrics, 2) + metrics.boxHeight };
  }

  private boxRectOf(unit: number): Rect | undefined {
    const corner = this.chart && boxOf(this.chart, unit);
    return corner && this.chart ? boxRect(this.chart.layout, corner) : undefined;
  }

  private place(): void {
    const { chart } = this;
    if (this.placed || !chart || this.size.width === 0) return;
    this.placed = true;
    this.look(firstLook(chart.layout, this.size, this.boxRectOf(at(chart.rows.units, 0))));
  }

  private glide(to: Camera): void {
    this.fitted = false;
    const kept = this.kept(to);
    const from = this.camera;
    this.end();
    this.target = kept;
    const pace = isNear(from, kept, this.size) ? this.pace : 0;
    this.motion.run(pace, (share) => this.set(cameraBetween(from, kept, share)));
  }

  private look(camera: Camera): void {
    this.fitted = false;
    this.set(this.kept(camera));
    this.target = this.camera;
  }

  private kept(camera: Camera): Camera {
    return this.chart ? keepInSight(camera, this.chart.layout, this.size) : camera;
  }

  private set(camera: Camera): void {
    this.camera = camera;
    this.host.requestUpdate();
  }

  private end(): void {
    this.motion.stop();
    this.moving = undefined;
    this.target = this.camera;
  }
}
