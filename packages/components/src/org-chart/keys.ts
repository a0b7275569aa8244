import { at, childAt, childCount, none, siblingsUnder, type Hierarchy } from './hierarchy.ts';
import type { Rows } from './rows.ts';

/** The tree as the keyboard knows it: what can be seen, what is open, and where one is. */
export interface TreeState {
  readonly hierarchy: Hierarchy;
  readonly open: Uint8Array;
  readonly rows: Rows;
  /** The unit one is at, or `none` before the first step. */
  readonly active: number;
  /** Letters typed lately, for typing ahead. */
  readonly typed: string;
}

/** What a key asks for. */
export type Intent =
  | { readonly does: 'go'; readonly to: number }
  | { readonly does: 'open'; readonly units: readonly number[] }
  | { readonly does: 'close'; readonly unit: number }
  | { readonly does: 'select'; readonly unit: number }
  | { readonly does: 'type'; readonly typed: string; readonly to: number }
  | { readonly does: 'pan'; readonly dx: number; readonly dy: number }
  | { readonly does: 'zoom'; readonly step: 1 | -1 }
  | { readonly does: 'fit' }
  | { readonly does: 'search' };

export interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

const panStep = 80;
const pans: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, panStep],
  ArrowDown: [0, -panStep],
  ArrowLeft: [panStep, 0],
  ArrowRight: [-panStep, 0],
};

/**
 * What a key means in the tree (the ARIA tree pattern, and beside it Shift with an arrow to pan, `+ - 0` to zoom and
 * `/` to search); undefined leaves the key to the browser.
 */
export function intentOf(key: Key, state: TreeState): Intent | undefined {
  if (key.ctrlKey || key.altKey || key.metaKey) return undefined;
  if (key.shiftKey && pans[key.key]) return panIntent(key.key);
  return steps[key.key]?.(state) ?? (key.key.length === 1 ? letterIntent(key.key, state) : undefined);
}

function panIntent(key: string): Intent | undefined {
  const [dx, dy] = pans[key] ?? [0, 0];
  return { does: 'pan', dx, dy };
}

const steps: Readonly<Record<string, (state: TreeState) => Intent | undefined>> = {
  ArrowDown: (state) => go(rowAt(state, rowOf(state) + 1)),
  ArrowUp: (state) => go(rowAt(state, Math.max(0, rowOf(state) - 1))),
  Home: (state) => go(rowAt(state, 0)),
  End: (state) => go(rowAt(state, state.rows.units.length - 1)),
  ArrowRight: inward,
  ArrowLeft: outward,
  '*': openSiblings,
  Enter: select,
  ' ': (state) => (state.typed ? undefined : select(state)),
};

function rowOf({ rows, active }: TreeState): number {
  return active === none ? none : at(rows.rowOf, active);
}

function rowAt({ rows }: TreeState, row: number): number {
  return rows.units[row] ?? none;
}

function go(to: number): Intent | undefined {
  return to === none ? undefined : { does: 'go', to };
}

function inward(state: TreeState): Intent | undefined {
  const { active, hierarchy, open } = state;
  if (active === none) return go(rowAt(state, 0));
  if (childCount(hierarchy, active) === 0) return undefined;
  return open[active] ? go(childAt(hierarchy, active, 0)) : { does: 'open', units: [active] };
}

function outward({ active, hierarchy, open }: TreeState): Intent | undefined {
  if (active === none) return undefined;
  if (open[active]) return { does: 'close', unit: active };
  return go(at(hierarchy.parent, active));
}

function openSiblings({ active, hierarchy, open }: TreeState): Intent | undefined {
  if (active === none) return undefined;
  const under = siblingsUnder(hierarchy, active);
  const units: number[] = [];
  for (let place = 0; place < childCount(hierarchy, under); place++) {
    const unit = childAt(hierarchy, under, place);
    if (!open[unit] && childCount(hierarchy, unit) > 0) units.push(unit);
  }
  return { does: 'open', units };
}

function select({ active }: TreeState): Intent | undefined {
  return active === none ? undefined : { does: 'select', unit: active };
}

const commands: Readonly<Record<string, Intent>> = {
  '+': { does: 'zoom', step: 1 },
  '=': { does: 'zoom', step: 1 },
  '-': { does: 'zoom', step: -1 },
  '0': { does: 'fit' },
  '/': { does: 'search' },
};

/** Letters go to typing ahead; the few that command do so only while nothing is being typed. */
function letterIntent(letter: string, state: TreeState): Intent {
  const command = commands[letter];
  if (command && !state.typed) return command;
  const typed = state.typed + letter.toLowerCase();
  return { does: 'type', typed, to: typeahead(state, typed) };
}

/** The next visible unit whose name begins with what was typed, going round; the same letter again steps on. */
function typeahead(state: TreeState, typed: string): number {
  const { hierarchy, rows } = state;
  const count = rows.units.length;
  const repeated = [...typed].every((letter) => letter === typed[0]);
  const wanted = repeated ? typed.slice(0, 1) : typed;
  const first = rowOf(state) + (typed.length === 1 || repeated ? 1 : 0);
  for (let step = 0; step < count; step++) {
    const unit = at(rows.units, (Math.max(0, first) + step) % count);
    if (hierarchy.units[unit]?.name.toLowerCase().startsWith(wanted) === true) return unit;
  }
  return state.active;
}
