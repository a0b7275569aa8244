import type { Language } from '@keting/domain';
import type { Desk } from '@keting/runtime';
import type { ReactiveControllerHost } from 'lit';
import { DeskController } from '../base/desk-context.ts';
import type { DeskSource, SourceState } from './desk-source.ts';
import type { OrgChartUnit } from './unit.ts';

type SourceModule = Readonly<Record<'DeskSource', typeof DeskSource>>;

const outside: SourceState = {
  status: 'ready',
  organisation: {
    units: [],
    appointments: [],
    names: new Map(),
    erased: new Set(),
    reader: { actor: { kind: 'anonymous' }, standings: [] },
  },
};

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
  private readonly load: () => Promise<SourceModule>;
  private state = outside;
  private desk: Desk | undefined;
  private source: DeskSource | undefined;
  private readAs = '';

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    load: () => Promise<SourceModule> = () => import('./desk-source.ts'),
  ) {
    this.host = host;
    this.load = load;
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

  /** Tries once more after a failure, be it of the reading or of fetching what reads. */
  again(): void {
    this.take({ status: 'reading' });
    if (this.source) this.source.refresh();
    else if (this.desk) void this.connect(this.desk);
  }

  private arrive(desk: Desk): () => void {
    this.desk = desk;
    this.take({ status: 'reading' });
    void this.connect(desk);
    return () => {
      this.source?.stop();
      this.desk = undefined;
      this.source = undefined;
      this.units = undefined;
      this.state = outside;
    };
  }

  private async connect(desk: Desk): Promise<void> {
    const loaded = await this.load().catch(() => undefined);
    // Another desk may have come in the meantime, or this one twice.
    if (this.desk !== desk || this.source) return;
    if (loaded) this.source = new loaded.DeskSource(desk, (state) => this.take(state));
    else this.take({ status: 'failed' });
  }

  private take(state: SourceState): void {
    this.state = state;
    if (state.status === 'ready') this.readAs = '';
    this.host.requestUpdate();
  }
}
