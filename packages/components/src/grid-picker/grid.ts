/** Longitude and latitude in degrees, WGS-84. */
export type LngLat = readonly [longitude: number, latitude: number];

/** A grid that can be picked: what it is called and the ground it covers. Any grid of a desk's `grids` view fits. */
export interface GridPickerGrid {
  /** The grid's code, which is the value when it is picked. */
  readonly code: string;
  /** What people call it, for example 第 7 微格. */
  readonly name: string;
  /** The community it belongs to, by name. */
  readonly community?: string;
  /** Coordinates of a GeoJSON MultiPolygon, WGS-84, rings closed. */
  readonly polygons: readonly (readonly (readonly LngLat[])[])[];
  /** Who looks after it, in words, for example 党员 1 · 群众 1. */
  readonly staff?: string;
  /** How many households live in it. */
  readonly households?: number;
  /** Pinyin initials of name and community, for a search by Latin letters, for example `ybsq`. */
  readonly initials?: string;
}

/** The place in the name of a grid's community: 方林社区 of 方林社区居委会, 前洋潘村 of 前洋潘村委会; empty without one. */
export const communityName = ({ community = '' }: GridPickerGrid): string =>
  community.replace(
    /(社区|村|居)?(居|村)(民)?委(员)?会$/,
    (_all, kind: string | undefined, committee: string) => kind ?? committee,
  );

/** What a grid is called where its community stands above it: 第 7 微格, also when its own name begins with the community. */
export function shortName(grid: GridPickerGrid): string {
  const place = communityName(grid);
  const { name } = grid;
  return place !== '' && name.startsWith(place) && name.length > place.length ? name.slice(place.length).trim() : name;
}

/** What a grid is called in full: 迎宾社区 · 第 7 微格. */
export function fullName(grid: GridPickerGrid): string {
  const place = communityName(grid);
  return place === '' ? grid.name : `${place} · ${shortName(grid)}`;
}

/** A code in groups of how it is made: community, basic grid, micro-grid. `331004001004-001-07`. */
export function codeText(code: string): string {
  if (!/^[0-9A-Z]{15}(\d{2})?$/.test(code)) return code;
  return [code.slice(0, 12), code.slice(12, 15), code.slice(15)].filter((part) => part !== '').join('-');
}
