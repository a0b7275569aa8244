import type { GridPickerGrid } from './grid.ts';

/** The way by which a grid was picked. */
export type PickWay = 'map' | 'list' | 'coordinate';

/** A person has picked a grid, or, with `grid` undefined, taken the choice back. */
export class KtGridPickedEvent extends Event {
  static readonly type = 'kt-grid-picked';

  readonly grid: GridPickerGrid | undefined;
  readonly way: PickWay;

  constructor(grid: GridPickerGrid | undefined, way: PickWay) {
    super(KtGridPickedEvent.type, { bubbles: true, composed: true });
    this.grid = grid;
    this.way = way;
  }
}

/**
 * A person asks for the grid where they stand. Unless the page prevents it, the element asks the browser for the position;
 * a page with a source of its own prevents it and calls `locate()`.
 */
export class KtLocateEvent extends Event {
  static readonly type = 'kt-locate';

  constructor() {
    super(KtLocateEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'kt-grid-picked': KtGridPickedEvent;
    'kt-locate': KtLocateEvent;
  }
}
