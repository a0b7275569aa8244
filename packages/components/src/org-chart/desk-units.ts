import type { Language } from '@keting/domain';
import type { Desk } from '@keting/runtime';
import type { ReactiveControllerHost } from 'lit';
import { DeskController } from '../shared/desk-context.ts';
import type * as Source from './desk-source.ts';
import type { OrgChartUnit } from './unit.ts';

/**
 * The units of the desk around a chart, as the chart takes them. What reads a desk is loaded when there is one: a page
 * that sets `units` by itself never pays for it.
 */
export class DeskUnits {
  /** The units as last read; undefined before. */
  units: readonly OrgChartUnit[] | undefined;
  /** The day that they show, `YYYY-MM-DD`. */
  day: string | undefined;

  private readonly host: ReactiveControllerHost;
  private state: Source.SourceState = {
    status: 'ready',
    organisation: { units: [], appointments: [], names: new Map() },
  };
  private desk: Desk | undefined;
  private source: Source.DeskSource | undefined;
  private loaded: typeof Source | undefined;
  private readAs = '';

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.host = host;
    new DeskController(host, (desk) => this.arrive(desk));
  }

  /** `ready` outside any desk too, where there is nothing to wait for. */
  get status(): Source.SourceState['status'] {
    return this.state.status;
  }

  /** Words what was read for a day and a language; does so anew only when one of them, or what was read, has changed. */
  read(asOf: string | undefined, language: Language): void {
    const { desk, loaded, state } = this;
    if (!desk || !loaded || state.status !== 'ready') return;
    const day = asOf ?? loaded.today(desk.now(), desk.model);
    const readAs = `${day} ${language}`;
    if (readAs === this.readAs) return;
    this.readAs = readAs;
    this.day = day;
    this.units = loaded.chartUnits(state.organisation, desk.model, day, language);
  }

  /** Reads once more after a failure. */
  again(): void {
    this.take({ status: 'reading' });
    this.source?.refresh();
  }

  private arrive(desk: Desk): () => void {
    this.desk = desk;
    this.take({ status: 'reading' });
    let gone = false;
    void import('./desk-source.ts').then((loaded) => {
      if (gone) return;
      this.loaded = loaded;
      this.source = new loaded.DeskSource(desk, (state) => this.take(state));
    });
    return () => {
      gone = true;
      this.source?.stop();
      this.source = undefined;
      this.desk = undefined;
      this.units = undefined;
    };
  }

  private take(state: Source.SourceState): void {
    this.state = state;
    if (state.status === 'ready') this.readAs = '';
    this.host.requestUpdate();
  }
}
