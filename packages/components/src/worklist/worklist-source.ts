import { cases, type CaseRow, type Page, type Query, type Where } from '@keting/domain';
import type { Desk } from '@keting/runtime';
import { DeskNames } from '../deliberation-board/desk-names.ts';
import { worklistCase, type WorklistCase } from './worklist-case.ts';

/** Cases as far as they have been read from a desk. */
export interface SourceState {
  readonly cases: readonly WorklistCase[];
  readonly status: 'reading' | 'ready' | 'failed';
  /** More follow on the desk. */
  readonly more: boolean;
}

const pageSize = 200;
const nothingRead: SourceState = { cases: [], status: 'reading', more: false };

/** What waits for an actor: the turns of the units and grids in which they hold a post; without one, their own reports. */
async function waitingFor(desk: Desk): Promise<Where> {
  const { actor } = desk;
  const standings = await desk.standings();
  if (standings.length === 0 && actor.kind === 'person') return { reporter: actor.person };
  return { turn: { in: [...new Set(standings.map(({ unit }) => unit))] } };
}

/**
 * Reads a worklist page by page, the most urgent first, and reads what it has anew when rows may have changed. Answers that
 * come after a later question are not heard.
 */
export class WorklistSource {
  private readonly desk: Desk;
  private readonly where: Where | undefined;
  private readonly changed: (state: SourceState) => void;
  private readonly names: DeskNames;
  private readonly release: () => void;
  private state = nothingRead;
  private next: string | undefined;
  private round = 0;
  private busy = false;
  private stale = false;

  constructor(desk: Desk, where: Where | undefined, changed: (state: SourceState) => void) {
    this.desk = desk;
    this.names = new DeskNames(desk);
    this.where = where;
    this.changed = changed;
    this.release = desk.watch(cases, () => this.refresh());
    this.refresh();
  }

  /** Reads the next page, if there is one and none is on its way. */
  more(): void {
    if (this.next !== undefined && !this.busy) void this.read(this.next, this.state.cases);
  }

  /** Reads anew as much as has been read. Changes that come while reading make one more reading. */
  refresh(): void {
    if (this.busy) this.stale = true;
    else void this.read(undefined, []);
  }

  stop(): void {
    this.round += 1;
    this.release();
  }

  private async read(from: string | undefined, before: readonly WorklistCase[]): Promise<void> {
    this.round += 1;
    const { round } = this;
    this.busy = true;
    const wanted = Math.max(before.length + pageSize, from === undefined ? this.state.cases.length : 0);
    try {
      const { read, next } = await this.pages(from, before, wanted);
      if (round !== this.round) return;
      this.next = next;
      this.tell({ cases: read, status: 'ready', more: next !== undefined });
    } catch {
      if (round === this.round) this.tell({ ...this.state, status: 'failed' });
    } finally {
      if (round === this.round) this.busy = false;
    }
    if (this.stale && round === this.round) {
      this.stale = false;
      this.refresh();
    }
  }

  private async pages(
    from: string | undefined,
    before: readonly WorklistCase[],
    wanted: number,
  ): Promise<{ read: readonly WorklistCase[]; next: string | undefined }> {
    const where = this.where ?? (await waitingFor(this.desk));
    const read = [...before];
    let cursor = from;
    do {
      const page = await this.page(where, cursor);
      await this.learn(page.rows);
      read.push(...page.rows.map((row) => this.named(worklistCase(row, page.contents))));
      cursor = page.next;
    } while (cursor !== undefined && read.length < wanted);
    return { read, next: cursor };
  }

  private page(where: Where, cursor: string | undefined): Promise<Page<CaseRow>> {
    const query: Query = { where, order: [{ by: 'due' }], limit: pageSize };
    return this.desk.view(cases, cursor === undefined ? query : { ...query, cursor });
  }

  /** Finds out what the grids are called, and the units whose turn it is. Reporters stay without a name. */
  private async learn(rows: readonly CaseRow[]): Promise<void> {
    const turns = rows.flatMap(({ turn }) => turn ?? []);
    await Promise.all([this.names.learnGrids(rows.map(({ grid }) => grid)), this.names.learnUnits(turns)]);
  }

  private named(one: WorklistCase): WorklistCase {
    const turnName = one.turn === undefined ? undefined : this.names.of(one.turn);
    return { ...one, turnName, gridName: this.names.of(one.grid) };
  }

  private tell(state: SourceState): void {
    this.state = state;
    this.changed(state);
  }
}
