import type { Direction } from './neighbour.ts';

/** What a key asks of the map. */
export type MapIntent =
  | { readonly kind: 'go'; readonly direction: Direction }
  | { readonly kind: 'pan'; readonly dx: number; readonly dy: number }
  | { readonly kind: 'zoom'; readonly factor: number }
  | { readonly kind: 'fit' }
  | { readonly kind: 'pick' };

/** How far a key moves the map, in pixels, and how much it zooms. */
const PAN = 64;
export const ZOOM_STEP = 1.5;

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

const pans: Readonly<Record<Direction, { readonly dx: number; readonly dy: number }>> = {
  up: { dx: 0, dy: PAN },
  down: { dx: 0, dy: -PAN },
  left: { dx: PAN, dy: 0 },
  right: { dx: -PAN, dy: 0 },
};

/** A key press, as much as matters here. */
export interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** What a key asks for; undefined for keys that are the page's. */
export function mapIntent({ key, shiftKey, ctrlKey, altKey, metaKey }: Key): MapIntent | undefined {
  if (ctrlKey || altKey || metaKey) return undefined;
  const direction = directions[key];
  if (direction) return shiftKey ? { kind: 'pan', ...pans[direction] } : { kind: 'go', direction };
  switch (key) {
    case '+':
    case '=':
      return { kind: 'zoom', factor: ZOOM_STEP };
    case '-':
    case '_':
      return { kind: 'zoom', factor: 1 / ZOOM_STEP };
    case '0':
    case 'Home':
      return { kind: 'fit' };
    case 'Enter':
    case ' ':
      return { kind: 'pick' };
    default:
      return undefined;
  }
}
