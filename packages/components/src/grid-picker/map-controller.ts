import { gridIndex, toWgs84, type CoordinateSystem, type GridIndex } from '@keting/domain';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Gestures, wheelPixels } from '../org-chart/gestures.ts';
import { bordersOf, type Borders } from './borders.ts';
import type { GridPickerGrid, LngLat } from './grid.ts';
import type { Stage } from './camera.ts';
import { GridMap } from './grid-map.ts';
import { mapIntent } from './map-keys.ts';
import { mapModel, read, type MapModel } from './map-model.ts';
import { nearest, neighbour } from './neighbour.ts';
import type { Palette } from './paint.ts';

/** The parts of the map in the element's shadow root. */
export interface MapParts {
  readonly stage: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  readonly tip: HTMLElement;
  readonly tools: HTMLElement;
}

/** What the map asks of its element. */
export interface MapHost extends ReactiveControllerHost, HTMLElement {
  /** A grid of this number has been picked on the map, together with all that share its ground. */
  pickOnMap(grid: number, sameGround: readonly number[]): void;
  /** What is told of a grid that one comes to. */
  describe(grid: GridPickerGrid): string;
}

/** Side in pixels below which a finger cannot tell grids apart. */
const FINGER = 28;

/** How long after the map is shown its index is made ready, in milliseconds. */
const WARMING = 250;

/** Runs the map of an element: pointers, keys, sizes, what lies under a point. */
export class MapController implements ReactiveController {
  /** The grid that the keyboard is at, -1 before it came. */
  current = -1;

  private readonly host: MapHost;
  private readonly gestures: Gestures;
  private readonly sizes = new ResizeObserver(() => this.parts && this.map?.resize(this.size(this.parts)));
  private parts: MapParts | undefined;
  private map: GridMap | undefined;
  private grids: readonly GridPickerGrid[] = [];
  private model: MapModel | undefined;
  private borders: Borders | undefined;
  private index: GridIndex | undefined;
  private numbers: ReadonlyMap<string, number> = new Map();
  private hovered = -1;
  private chosen = -1;
  private point: readonly [number, number] | undefined;
  private dragged = false;
  private warming: ReturnType<typeof setTimeout> | undefined;

  constructor(host: MapHost) {
    this.host = host;
    host.addController(this);
    this.gestures = new Gestures({
      pan: (dx, dy) => this.map?.panBy(dx, dy),
      zoom: (factor, { x, y }) => this.map?.zoomBy(factor, [x, y]),
      drag: (under) => this.drag(under),
    });
  }

  hostDisconnected(): void {
    clearTimeout(this.warming);
    this.sizes.disconnect();
    this.map?.dispose();
    this.map = undefined;
    this.parts = undefined;
  }

  /** Takes the parts once they are there, and again after the element has been moved in the page: true when it did. */
  attach(parts: MapParts): boolean {
    if (this.parts?.canvas === parts.canvas) return false;
    this.parts = parts;
    this.map = new GridMap(parts.canvas, () => this.cameraMoved());
    this.map.resize(this.size(parts));
    this.sizes.observe(parts.stage);
    this.sizes.observe(parts.tools);
    return true;
  }

  setGrids(grids: readonly GridPickerGrid[]): void {
    this.grids = grids;
    this.model = mapModel(grids);
    this.borders = bordersOf(this.model, grids);
    this.index = undefined;
    this.numbers = new Map(grids.map(({ code }, number) => [code, number]));
    [this.hovered, this.current, this.chosen] = [-1, -1, -1];
    this.point = undefined;
  }

  /** Takes the same grids under other names. */
  renameGrids(grids: readonly GridPickerGrid[]): void {
    this.grids = grids;
  }

  /** The number of the grid with a code; -1 when there is none. */
  numberOf(code: string): number {
    return this.numbers.get(code) ?? -1;
  }

  /** Paints with these fills; nothing before the parts are there. */
  show(fills: Uint8Array, palette: Palette): void {
    if (!this.model) return;
    this.map?.show({ model: this.model, fills, palette, borders: this.borders });
    this.mark();
    clearTimeout(this.warming);
    this.warming = setTimeout(() => this.readyIndex(), WARMING);
  }

  choose(grid: number): void {
    if (grid === this.chosen) return;
    this.chosen = grid;
    if (grid < 0) this.point = undefined;
    if (grid >= 0) this.current = grid;
    this.mark();
  }

  /** Shows a grid from near by, and the place (WGS-84) in it that was looked for. */
  approach(grid: number, place?: readonly [number, number]): void {
    this.point = place && this.model?.projection.toMetres(place);
    this.map?.approach(grid);
    this.mark();
  }

  zoom(factor: number): void {
    this.map?.zoomBy(factor);
  }

  fit(): void {
    this.map?.fit();
  }

  /** Built at the first question, or a little after the map is on the screen, so that the first pointer need not wait. */
  get gridIndex(): GridIndex {
    return this.readyIndex();
  }

  private readyIndex(): GridIndex {
    this.index ??= gridIndex(this.grids);
    return this.index;
  }

  /** Numbers of all grids at a place. */
  numbersAt(position: LngLat, system: CoordinateSystem): number[] {
    return this.gridIndex.every(toWgs84([position[0], position[1]], system)).map((code) => this.numberOf(code));
  }

  private mark(): void {
    const { chosen, hovered, point } = this;
    const focused = this.parts?.stage.matches(':focus-visible') === true;
    this.map?.mark({ chosen, hovered, point, current: focused ? this.current : -1 });
  }

  /** The stage, and what its buttons cover: a strip at the right, or below where they stand side by side. */
  private size({ stage, tools }: MapParts): Stage {
    const { width, height } = stage.getBoundingClientRect();
    const [across, down] = [tools.offsetWidth, tools.offsetHeight];
    return across > down ? { width, height, coveredBelow: down } : { width, height, coveredRight: across };
  }

  private cameraMoved(): void {
    this.parts?.stage.classList.toggle('near', this.map?.isFitted === false);
  }

  private drag(under: boolean): void {
    this.parts?.stage.classList.toggle('dragging', under);
    if (under) {
      this.dragged = true;
      this.hover(-1);
    }
  }

  /** Numbers of the grids under a point of the window. */
  private under(event: MouseEvent): number[] {
    if (!this.model || !this.map || !this.parts) return [];
    const { left, top } = this.parts.stage.getBoundingClientRect();
    const point = this.map.toMap(event.clientX - left, event.clientY - top);
    const codes = this.gridIndex.every(this.model.projection.toDegrees(...point));
    return codes.map((code) => this.numberOf(code));
  }

  readonly pointerDown = (event: PointerEvent): void => {
    this.dragged = false;
    this.gestures.down(event);
  };

  readonly pointerMove = (event: PointerEvent): void => {
    if (!this.parts) return;
    this.gestures.move(event, this.parts.stage);
    if (event.pointerType === 'touch' || event.buttons !== 0) return;
    this.hover(this.under(event)[0] ?? -1);
    const { left, top } = this.parts.stage.getBoundingClientRect();
    this.placeTip([event.clientX - left, event.clientY - top]);
  };

  readonly pointerUp = (event: PointerEvent): void => this.gestures.up(event);

  readonly pointerLeave = (): void => this.hover(-1);

  readonly click = (event: MouseEvent): void => {
    if (this.dragged) return;
    const found = this.under(event);
    const [grid] = found;
    if (grid === undefined) return;
    this.point = undefined;
    this.host.pickOnMap(grid, found);
    if (this.isFinger(event) && this.tooSmall()) this.map?.approach(grid);
  };

  readonly doubleClick = (event: MouseEvent): void => {
    if (!this.parts) return;
    const { left, top } = this.parts.stage.getBoundingClientRect();
    this.map?.zoomBy(2, [event.clientX - left, event.clientY - top]);
  };

  /** A page scrolls on where the map has nothing more to zoom. */
  readonly wheel = (event: WheelEvent): void => {
    const factor = Math.exp(-Math.max(-200, Math.min(200, wheelPixels(event).dy)) / 300);
    if (!this.parts || !this.map?.canZoom(factor)) return;
    event.preventDefault();
    const { left, top } = this.parts.stage.getBoundingClientRect();
    this.map.zoomBy(factor, [event.clientX - left, event.clientY - top]);
    this.hover(-1);
  };

  readonly focus = (): void => {
    if (this.current < 0 && this.model && this.map && this.parts) {
      const { width, height } = this.parts.stage.getBoundingClientRect();
      this.current = nearest(this.model, this.map.toMap(width / 2, height / 2));
      this.host.requestUpdate();
    }
    this.mark();
  };

  readonly blur = (): void => {
    this.tell(-1);
    this.mark();
  };

  readonly keyDown = (event: KeyboardEvent): void => {
    const intent = mapIntent(event);
    if (!intent || !this.model || !this.map) return;
    event.preventDefault();
    if (intent.kind === 'go') this.goTo(neighbour(this.model, this.current, intent.direction));
    else if (intent.kind === 'pan') this.map.panBy(intent.dx, intent.dy);
    else if (intent.kind === 'zoom') this.map.zoomBy(intent.factor, this.currentOnStage());
    else if (intent.kind === 'fit') this.map.fit();
    else if (this.current >= 0) this.host.pickOnMap(this.current, this.sameGround(this.current));
  };

  /** Numbers of the grids that lie over one grid's middle, itself among them. */
  private sameGround(grid: number): number[] {
    if (!this.model) return [];
    const { centres, projection } = this.model;
    const position = projection.toDegrees(read(centres, grid * 2), read(centres, grid * 2 + 1));
    return this.gridIndex.every(position).map((code) => this.numberOf(code));
  }

  private goTo(grid: number): void {
    this.current = grid;
    this.map?.bringIntoView(grid);
    this.hovered = -1;
    this.tell(grid);
    this.placeTip(this.currentOnStage());
    this.mark();
    this.host.requestUpdate();
  }

  private currentOnStage(): [number, number] | undefined {
    if (!this.map || !this.model || this.current < 0) return undefined;
    const { x, y, zoom } = this.map.camera;
    const { centres } = this.model;
    return [x + read(centres, this.current * 2) * zoom, y + read(centres, this.current * 2 + 1) * zoom];
  }

  private isFinger(event: MouseEvent): boolean {
    return event instanceof PointerEvent && event.pointerType === 'touch';
  }

  private tooSmall(): boolean {
    return (this.model?.typicalSide ?? 0) * (this.map?.camera.zoom ?? 0) < FINGER;
  }

  private hover(grid: number): void {
    if (!this.parts || grid === this.hovered) return;
    this.hovered = grid;
    this.tell(grid);
    this.mark();
  }

  /** Says in the tip which grid the pointer, or the keyboard, is at. */
  private tell(grid: number): void {
    if (!this.parts) return;
    const row = this.grids[grid];
    this.parts.tip.hidden = !row;
    if (row) this.parts.tip.textContent = this.host.describe(row);
  }

  /** Beside a point of the stage, above it where there is room. */
  private placeTip(point: readonly [number, number] | undefined): void {
    const { stage, tip } = this.parts ?? {};
    if (!stage || !tip || tip.hidden || !point) return;
    const { width } = stage.getBoundingClientRect();
    const [x, y] = point;
    const [across, down] = [Math.max(0, Math.min(x + 12, width - tip.offsetWidth)), y > 48 ? y - 40 : y + 20];
    tip.style.transform = `translate(${Math.round(across)}px, ${Math.round(down)}px)`;
  }
}
