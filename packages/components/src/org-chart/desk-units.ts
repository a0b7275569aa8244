import type { Language } from '@keting/domain';
import type { Desk } from '@keting/runtime';
import type { ReactiveControllerHost } from 'lit';
import { DeskController } from '../base/desk-context.ts';
import type { DeskSource, SourceState } from './desk-source.ts';
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
  private state: SourceState = {
    status: 'ready',
    organisation: {
      units: [],
      appointments: [],
      names: new Map(),
      reader: { actor: { kind: 'anonymous' }, standings: [] },
    },
  };
  private source: DeskSource | undefined;
  private readAs = '';

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.host = host;
    new DeskController(host, (desk) => this.arrive(desk));
  }

  /** `ready` outside any desk too, where there is nothing to wait for. */
  get status(): SourceState['status'] {
    return this.state.status;
  }

  /** Words what was read for a day and a language; does so anew only when one of them, or what was read, has changed. */
  read(asOf: string | undefined, language: Language): void {
    const { source, state } = this;
    if (!source || state.status !== 'ready') return;
    const day = asOf ?? source.today();
    const readAs = `${day} ${language}`;
    if (readAs === this.readAs) return;
    this.readAs = readAs;
    this.day = day;
    this.units = source.worded(state.organisation, day, language);
  }

  /** Reads once more after a failure. */
  again(): void {
    this.take({ status: 'reading' });
    this.source?.refresh();
  }

  private arrive(desk: Desk): () => void {
    this.take({ status: 'reading' });
    let gone = false;
    void import('./desk-source.ts').then((loaded) => {
      if (!gone) this.source = new loaded.DeskSource(desk, (state) => this.take(state));
    });
    return () => {
      gone = true;
      this.source?.stop();
      this.source = undefined;
      this.units = undefined;
    };
  }

  private take(state: SourceState): void {
    this.state = state;
    if (state.status === 'ready') this.readAs = '';
    this.host.requestUpdate();
  }
}
