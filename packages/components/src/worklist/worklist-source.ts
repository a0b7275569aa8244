import {
  cases,
  caseStages,
  hasEnded,
  scopeOf,
  type CaseRow,
  type Page,
  type Query,
  type Standing,
  type Where,
} from '@keting/domain';
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
const openStages = caseStages.filter((stage) => !hasEnded(stage));

/** Turns are of units, never of grids: for those who serve in a grid waits what the model lets them verify there. */
function toVerify({ actor, model }: Desk, standings: readonly Standing[]): readonly Where[] {
  const kinds: ReadonlySet<string> = new Set(model.grids.kinds.map(({ id }) => id));
  const inGrids = standings.filter(({ kind }) => kinds.has(kind));
  const stage = { in: model.cases.transitions.VerifyCase ?? [] };
  const { any } = scopeOf(model, { actor, standings: inGrids }, 'VerifyCase', cases.about);
  return any.map((where) => ({ ...where, stage }));
}

/**
 * What waits for an actor: the turns of the units in which they hold a post, what they may verify in their grids, and of their
 * own reports those that are still open. Without a post, all that they reported.
 */
async function waitingFor(desk: Desk): Promise<readonly Where[]> {
  const { actor } = desk;
  const standings = await desk.standings();
  const own = actor.kind === 'person' ? [{ reporter: actor.person }] : [];
  if (standings.length === 0) return own;
  const turns = { turn: { in: [...new Set(standings.map(({ unit }) => unit))] } };
  return [turns, ...toVerify(desk, standings), ...own.map((where) => ({ ...where, stage: { in: openStages } }))];
}

/** What has been read of the cases that meet one condition; `next` is there when more follow. */
interface Part {
  readonly where: Where;
  readonly read: readonly WorklistCase[];
  readonly next: string | undefined;
}

const dueOf = ({ due = Infinity }: WorklistCase): number => due;

/** The cases of all parts, each once, as far as no part can still bring a more urgent one. */
function merged(parts: readonly Part[]): readonly WorklistCase[] {
  const ends = parts.flatMap(({ read, next }) => (next === undefined ? [] : read.slice(-1).map(dueOf)));
  const until = Math.min(...ends);
  const found = new Map(parts.flatMap(({ read }) => read.map((one) => [one.id, one] as const)));
  return [...found.values()].filter((one) => dueOf(one) <= until);
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
  private parts: readonly Part[] = [];
  /** So many cases of each part have been read, where it has so many. */
  private depth = pageSize;
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
    if (this.state.more && !this.busy) void this.read(this.depth + pageSize, this.parts);
  }

  /** Reads anew as much as has been read. Changes that come while reading make one more reading. */
  refresh(): void {
    if (this.busy) this.stale = true;
    else void this.read(this.depth);
  }

  stop(): void {
    this.round += 1;
    this.release();
  }

  private async read(depth: number, before?: readonly Part[]): Promise<void> {
    this.round += 1;
    const { round } = this;
    this.busy = true;
    try {
      const parts = await (before === undefined ? this.begin(depth) : this.goOn(before, depth));
      if (round !== this.round) return;
      this.parts = parts;
      this.depth = depth;
      this.tell({ cases: merged(parts), status: 'ready', more: parts.some(({ next }) => next !== undefined) });
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

  private async begin(depth: number): Promise<readonly Part[]> {
    const wheres = this.where === undefined ? await waitingFor(this.desk) : [this.where];
    return Promise.all(wheres.map((where) => this.readOn({ where, read: [], next: undefined }, depth)));
  }

  private goOn(parts: readonly Part[], depth: number): Promise<readonly Part[]> {
    return Promise.all(parts.map(async (part) => (part.next === undefined ? part : this.readOn(part, depth))));
  }

  /** Reads on until so many cases of the part are there. */
  private async readOn({ where, read: before, next }: Part, depth: number): Promise<Part> {
    const read = [...before];
    let cursor = next;
    do {
      const page = await this.page(where, cursor);
      await this.learn(page.rows);
      read.push(...page.rows.map((row) => this.named(worklistCase(row, page.contents))));
      cursor = page.next;
    } while (cursor !== undefined && read.length < depth);
    return { where, read, next: cursor };
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
