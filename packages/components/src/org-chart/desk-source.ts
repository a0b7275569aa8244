import { appointments, people, units, type CivilDate, type Language, type Page, type View } from '@keting/domain';
import type { Desk } from '@keting/runtime';
import type { OrgChartUnit } from './unit.ts';
import { chartUnits, today, type Organisation } from './units-of-desk.ts';

/** What a source tells: that it reads, what it has read, or that it could not. */
export type SourceState =
  { readonly status: 'reading' | 'failed' } | { readonly status: 'ready'; readonly organisation: Organisation };

const pageSize = 1000;

/** Reads the organisation of a desk, and reads it anew when it may have changed; one reading at a time. */
export class DeskSource {
  private readonly desk: Desk;
  private readonly tell: (state: SourceState) => void;
  private readonly releases: readonly (() => void)[];
  private reading = false;
  private stale = false;
  private stopped = false;

  constructor(desk: Desk, tell: (state: SourceState) => void) {
    this.desk = desk;
    this.tell = tell;
    const again = (): void => this.refresh();
    this.releases = [desk.watch(units, again), desk.watch(appointments, again), desk.watch(people, again)];
    this.refresh();
  }

  /** Reads anew; while a reading is under way, once more after it. */
  refresh(): void {
    if (this.reading) this.stale = true;
    else void this.read();
  }

  /** The day that a chart shows when none is stated. */
  today(): CivilDate {
    return today(this.desk.now(), this.desk.model);
  }

  /** What was read, as a chart takes it, for a day and a language. */
  worded(organisation: Organisation, day: string, language: Language): readonly OrgChartUnit[] {
    return chartUnits(organisation, this.desk.model, day, language);
  }

  stop(): void {
    this.stopped = true;
    for (const release of this.releases) release();
  }

  private async read(): Promise<void> {
    this.reading = true;
    this.stale = false;
    const state = await this.answer();
    this.reading = false;
    this.after(state);
  }

  private after(state: SourceState): void {
    if (this.stopped) return;
    if (this.stale) this.refresh();
    else this.tell(state);
  }

  private async answer(): Promise<SourceState> {
    try {
      const [all, held, { names, erased }, standings] = await Promise.all([
        this.rowsOf(units),
        this.rowsOf(appointments),
        this.namesOfPeople(),
        this.desk.standings(),
      ]);
      const reader = { actor: this.desk.actor, standings };
      return { status: 'ready', organisation: { units: all, appointments: held, names, erased, reader } };
    } catch {
      // Whatever went wrong with the line or the store, a person can only try again.
      return { status: 'failed' };
    }
  }

  private async rowsOf<Row>(view: View<Row>): Promise<readonly Row[]> {
    const rows: Row[] = [];
    for await (const page of this.pagesOf(view)) rows.push(...page.rows);
    return rows;
  }

  /** Names that the actor may not see are missing here, and shown as such; so are those of whom nothing is left. */
  private async namesOfPeople(): Promise<Pick<Organisation, 'names' | 'erased'>> {
    const names = new Map<string, string>();
    const gone = new Set<string>();
    for await (const { rows, contents } of this.pagesOf(people)) {
      for (const { id, name, erased } of rows) {
        if (erased !== undefined) gone.add(id);
        const text = contents[name.content];
        if (text !== undefined) names.set(id, text);
      }
    }
    return { names, erased: gone };
  }

  private async *pagesOf<Row>(view: View<Row>): AsyncGenerator<Page<Row>> {
    let cursor: string | undefined;
    do {
      const page: Page<Row> = await this.desk.view(view, {
        limit: pageSize,
        ...(cursor === undefined ? {} : { cursor }),
      });
      yield page;
      cursor = page.next;
    } while (cursor !== undefined);
  }
}
