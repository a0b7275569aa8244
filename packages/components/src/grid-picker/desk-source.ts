import { grids as gridsView, gridStaff } from '@keting/domain';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { DeskController } from '../base/desk-context.ts';
import type { Language } from '@keting/domain';
import type { Desk } from '@keting/runtime';
import { readGrids, readStaff, staffText } from './desk-grids.ts';
import type { GridPickerGrid } from './grid.ts';

/** How the reading of grids stands. */
export type Reading = 'idle' | 'loading' | 'ready' | 'failed';

/** Keeps the grids of the desk around an element, and the staff of the one that is chosen. Reads only what is wanted. */
export class DeskSource implements ReactiveController {
  /** The grids read last; they stay while they are read anew. */
  grids: readonly GridPickerGrid[] = [];
  state: Reading = 'idle';

  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly found: DeskController;
  private wanted = false;
  private round = 0;
  private staffed = '';
  private counts: ReadonlyMap<string, number> = new Map();

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.host = host;
    this.found = new DeskController(host, (desk) => this.arrive(desk));
    host.addController(this);
  }

  hostDisconnected(): void {
    this.round += 1;
  }

  /** Whether the element lives on the desk's grids, or on grids it was given. */
  want(wanted: boolean): void {
    if (wanted === this.wanted) return;
    this.wanted = wanted;
    if (wanted && this.found.desk && this.state === 'idle') void this.read(this.found.desk);
  }

  /** Looks who serves in a grid; an empty code looks for no one. */
  chosen(code: string): void {
    const { desk } = this.found;
    if (!desk || !this.wanted || code === this.staffed) return;
    this.staffed = code;
    this.counts = new Map();
    if (code !== '') void this.readStaff(desk, code);
  }

  /** Who serves in the chosen grid, in words; empty while not known. */
  staff(language: Language): string {
    const { desk } = this.found;
    return desk ? staffText(desk.model, this.counts, language) : '';
  }

  private arrive(desk: Desk): () => void {
    if (this.wanted) void this.read(desk);
    const releases = [
      desk.watch(gridsView, () => this.wanted && void this.read(desk)),
      desk.watch(gridStaff, () => this.staffed !== '' && void this.readStaff(desk, this.staffed)),
    ];
    return () => {
      for (const release of releases) release();
      this.forget();
    };
  }

  /** Nothing of a desk stays when it goes. */
  private forget(): void {
    this.round += 1;
    this.state = 'idle';
    this.grids = [];
    this.staffed = '';
    this.counts = new Map();
    this.host.requestUpdate();
  }

  /** Only the latest reading counts. */
  private async read(desk: Desk): Promise<void> {
    const round = ++this.round;
    if (this.state !== 'ready') this.state = 'loading';
    this.host.requestUpdate();
    const grids = await readGrids(desk).catch(() => undefined);
    if (round !== this.round) return;
    if (grids) this.grids = grids;
    this.state = grids ? 'ready' : 'failed';
    this.host.requestUpdate();
  }

  /** A grid whose staff cannot be read is shown without. */
  private async readStaff(desk: Desk, code: string): Promise<void> {
    const counts = await readStaff(desk, code).catch(() => new Map<string, number>());
    if (code !== this.staffed || desk !== this.found.desk) return;
    this.counts = counts;
    this.host.requestUpdate();
  }
}
