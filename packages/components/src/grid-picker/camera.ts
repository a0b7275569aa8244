import type { Bounds } from './map-model.ts';

/** How the map is looked at: a point of the map (metres) stands at `x + point * zoom` on the stage (pixels). */
export interface Camera {
  readonly x: number;
  readonly y: number;
  /** Pixels a metre. */
  readonly zoom: number;
}

/** The stage in pixels. */
export interface Stage {
  readonly width: number;
  readonly height: number;
  /** What buttons cover of it along an edge. */
  readonly coveredRight?: number;
  readonly coveredBelow?: number;
}

/** The least and greatest zoom that make sense for a map on a stage. */
export interface ZoomRange {
  readonly least: number;
  readonly most: number;
}

/** Room left around a map that is fitted to the stage, in pixels. */
const MARGIN = 20;

/** Shows the whole of a region, clear of what covers the edges of the stage. */
export function fit({ west, north, east, south }: Bounds, stage: Stage): Camera {
  const width = stage.width - (stage.coveredRight ?? 0);
  const height = stage.height - (stage.coveredBelow ?? 0);
  const room = (length: number): number => Math.max(1, length - 2 * Math.min(MARGIN, length / 8));
  const zoom = Math.min(room(width) / Math.max(1, east - west), room(height) / Math.max(1, south - north));
  return { x: width / 2 - ((west + east) / 2) * zoom, y: height / 2 - ((north + south) / 2) * zoom, zoom };
}

/** From the whole map down to where one grid of a usual size fills a third of the stage. */
export function zoomRange(bounds: Bounds, typicalSide: number, stage: Stage): ZoomRange {
  const whole = fit(bounds, stage).zoom;
  const near = Math.min(stage.width, stage.height) / 3 / Math.max(1, typicalSide);
  return { least: whole, most: Math.max(whole * 2, near) };
}

/** Zooms by a factor around a point of the stage, which stays where it is. */
export function zoomAt(camera: Camera, factor: number, [px, py]: readonly [number, number], range: ZoomRange): Camera {
  const zoom = Math.min(range.most, Math.max(range.least, camera.zoom * factor));
  const applied = zoom / camera.zoom;
  return { x: px - (px - camera.x) * applied, y: py - (py - camera.y) * applied, zoom };
}

/** Keeps the map on the stage: no farther off than that its edge stands at the middle. */
export function held({ x, y, zoom }: Camera, { west, north, east, south }: Bounds, { width, height }: Stage): Camera {
  const hold = (offset: number, from: number, to: number, length: number): number =>
    Math.min(length / 2 - from * zoom, Math.max(length / 2 - to * zoom, offset));
  return { x: hold(x, west, east, width), y: hold(y, north, south, height), zoom };
}

/** Looks at a point of the map from the middle of the stage, at least so near. */
export function centredOn([x, y]: readonly [number, number], zoom: number, { width, height }: Stage): Camera {
  return { x: width / 2 - x * zoom, y: height / 2 - y * zoom, zoom };
}

/** The part of the map that is on the stage, with so many pixels more on each side. */
export function seen({ x, y, zoom }: Camera, { width, height }: Stage, around = 0): Bounds {
  return {
    west: (-around - x) / zoom,
    north: (-around - y) / zoom,
    east: (width + around - x) / zoom,
    south: (height + around - y) / zoom,
  };
}
