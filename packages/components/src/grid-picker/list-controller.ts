import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { GridPickerGrid } from './grid.ts';
import { listRows, rowWindow, scrollToShow, type ListRow } from './list-rows.ts';
import { movedPlace } from './list-keys.ts';
import { search, searchTexts } from './search.ts';

/** The parts of the list in the element's shadow root. */
export interface ListParts {
  /** What scrolls. */
  readonly options: HTMLElement;
  /** As high as all rows together. */
  readonly all: HTMLElement;
  /** Holds the rows that are drawn. */
  readonly window: HTMLElement;
  /** One row that is never seen: its height is that of all. */
  readonly probe: HTMLElement;
}

/** Sizes in pixels until the real ones are known, on the next frame. */
const USUAL_ROW = 36;
const USUAL_HEIGHT = 400;

/** Runs the list of an element: what is found, which option is active, which rows are drawn. */
export class ListController implements ReactiveController {
  /** What was typed to find grids. */
  typed = '';
  /** Places of the grids found, in their order. */
  found: readonly number[] = [];
  rows: readonly ListRow[] = [];
  /** The active option by its place among those found; -1 for none. */
  active = -1;

  private readonly host: ReactiveControllerHost;
  private readonly sizes = new ResizeObserver(() => requestAnimationFrame(() => this.measure()));
  private parts: ListParts | undefined;
  private grids: readonly GridPickerGrid[] = [];
  private texts: readonly string[] | undefined;
  /** The row of each place among those found. */
  private rowOfPlace: readonly number[] = [];
  private rowHeight = USUAL_ROW;
  private height = USUAL_HEIGHT;
  private scrollTop = 0;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.sizes.disconnect();
    this.parts = undefined;
  }

  attach(parts: ListParts): void {
    if (this.parts?.options === parts.options) return;
    this.parts = parts;
    this.sizes.observe(parts.options);
    this.sizes.observe(parts.probe);
  }

  hostUpdated(): void {
    if (!this.parts) return;
    this.parts.all.style.height = `${this.rows.length * this.rowHeight}px`;
    this.parts.window.style.transform = `translateY(${this.drawn.first * this.rowHeight}px)`;
  }

  setGrids(grids: readonly GridPickerGrid[]): void {
    this.grids = grids;
    this.texts = undefined;
    this.find(this.typed);
  }

  /** Takes the same grids under other names; what is found and where one is stays. */
  renameGrids(grids: readonly GridPickerGrid[]): void {
    this.grids = grids;
    this.texts = undefined;
    this.host.requestUpdate();
  }

  /** Narrows the list to what was typed, and goes back to its top. */
  find(typed: string): void {
    this.typed = typed;
    const all = typed.trim() === '';
    if (!all) this.texts ??= searchTexts(this.grids);
    this.found = all ? this.grids.map((_grid, number) => number) : search(this.texts ?? [], typed);
    this.rows = listRows(this.grids, this.found);
    this.rowOfPlace = this.rows.flatMap((row, at) => (row.kind === 'grid' ? [at] : []));
    this.active = !all && this.found.length > 0 ? 0 : -1;
    this.scrollTo(0);
    this.host.requestUpdate();
  }

  /** The grid of the active option; undefined without one. */
  get activeGrid(): number | undefined {
    const row = this.rows[this.rowOfPlace[this.active] ?? -1];
    return row?.kind === 'grid' ? row.grid : undefined;
  }

  /** The active option, where it is drawn: only then can it be pointed at. */
  get pointedAt(): number | undefined {
    const { first, rows } = this.drawn;
    const at = (this.rowOfPlace[this.active] ?? -1) - first;
    return at >= 0 && at < rows.length ? this.activeGrid : undefined;
  }

  /** Moves the active option by a key; false for a key that does not move it. */
  move(key: string): boolean {
    const place = movedPlace(
      key,
      this.active,
      this.found.length,
      Math.max(1, Math.floor(this.height / this.rowHeight) - 1),
    );
    if (place === undefined) return false;
    this.active = place;
    this.reveal(this.rowOfPlace[place] ?? 0);
    this.host.requestUpdate();
    return true;
  }

  /** Scrolls to a grid, if it is among those found. */
  show(grid: number): void {
    const row = this.rows.findIndex((each) => each.kind === 'grid' && each.grid === grid);
    if (row < 0) return;
    this.active = this.rowOfPlace.indexOf(row);
    this.reveal(row);
    this.host.requestUpdate();
  }

  /** The rows to draw, and the first of them. */
  get drawn(): { readonly first: number; readonly rows: readonly ListRow[] } {
    const { first, end } = rowWindow(this.rows.length, this.rowHeight, this.scrollTop, this.height);
    return { first, rows: this.rows.slice(first, end) };
  }

  readonly scrolled = (): void => {
    const before = this.drawn.first;
    this.scrollTop = this.parts?.options.scrollTop ?? 0;
    if (this.drawn.first !== before) this.host.requestUpdate();
  };

  private measure(): void {
    if (!this.parts) return;
    const rowHeight = this.parts.probe.offsetHeight || this.rowHeight;
    const height = this.parts.options.clientHeight;
    if (rowHeight === this.rowHeight && height === this.height) return;
    const rowsMoved = rowHeight !== this.rowHeight;
    [this.rowHeight, this.height] = [rowHeight, height];
    if (rowsMoved && this.active >= 0) this.reveal(this.rowOfPlace[this.active] ?? 0);
    this.host.requestUpdate();
  }

  private reveal(row: number): void {
    this.scrollTo(scrollToShow(row, this.rowHeight, this.scrollTop, this.height));
  }

  private scrollTo(top: number): void {
    this.scrollTop = Math.max(0, top);
    const parts = this.parts;
    if (!parts) return;
    // The sheet must be as high as the new rows before it can be scrolled so far.
    parts.all.style.height = `${this.rows.length * this.rowHeight}px`;
    parts.options.scrollTop = this.scrollTop;
  }
}
