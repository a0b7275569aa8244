import type { GridPickerGrid } from './grid.ts';
import type { Palette } from './paint.ts';
import { colourOf, rampBounds, stepOf, stepText, STEPS, type Bounds } from './ramp.ts';

/** A number for each grid's code; a grid without one stays in the colour of the ground. */
export type GridValues = Readonly<Record<string, number>>;

/** How values are shown: bounds of the ramp and the fill of each grid (0 is the ground, then the ramp's colours). */
export interface Choropleth {
  readonly bounds: Bounds;
  readonly fills: Uint8Array;
}

/** Gives each grid its fill. */
export function choropleth(grids: readonly GridPickerGrid[], values: GridValues | undefined): Choropleth {
  const fills = new Uint8Array(grids.length);
  if (!values) return { bounds: [], fills };
  const bounds = rampBounds(grids.flatMap(({ code }) => values[code] ?? []));
  grids.forEach(({ code }, grid) => {
    const value = values[code];
    if (value !== undefined && Number.isFinite(value)) fills[grid] = 1 + colourOf(bounds, stepOf(bounds, value));
  });
  return { bounds, fills };
}

/** One step of the legend: which colour, and what it stands for. */
export interface LegendStep {
  readonly colour: number;
  readonly text: string;
}

export const legendOf = (bounds: Bounds): LegendStep[] =>
  bounds.map((_bound, step) => ({ colour: colourOf(bounds, step), text: stepText(bounds, step) }));

/** Reads the map's colours where the element stands: pages set them as tokens. */
export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element);
  const colour = (token: string): string => style.getPropertyValue(token).trim();
  const ramp = Array.from({ length: STEPS }, (_step, i) => colour(`--_ramp-${i + 1}`));
  return {
    fills: [colour('--_ground'), ...ramp],
    border: colour('--_map-border'),
    communityBorder: colour('--_line-strong'),
    outline: colour('--_ink-2'),
    chosen: colour('--_primary'),
    focus: colour('--_focus'),
    halo: colour('--_surface'),
  };
}
