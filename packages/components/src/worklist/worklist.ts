import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Calendar, GovernanceModel, Where } from '@keting/domain';
import { classLabel } from '../case-parts/case-words.ts';
import { signs } from '../case-parts/icons.styles.ts';
import type { NameOf } from '../case-parts/name-of.ts';
import { codeText } from '../grid-picker/grid.ts';
import { controls } from '../base/controls.styles.ts';
import { DeskController } from '../base/desk-context.ts';
import { formatNumber } from '../base/format.ts';
import { SizeController } from '../base/size-controller.ts';
import { styled } from '../base/styled.ts';
import { LanguageController } from '../base/texts.ts';
import { tokens, type Density } from '../base/tokens.styles.ts';
import { filtered, noFilter, sorted, type Filter, type Names, type Sorting, type SortKey } from './arrange.ts';
import { kept, moved, type Cell } from './keys.ts';
import { head, headTemplate, rowTemplate, type RowsLook } from './rows-template.ts';
import { toolsTemplate, type ToolsLook } from './tools-template.ts';
import { rowsToDraw, scrollFor } from './window.ts';
import type { WorklistCase } from './worklist-case.ts';
import { KtCaseOpenedEvent } from './worklist.events.ts';
import { WorklistSource, type SourceState } from './worklist-source.ts';
import { worklistStyles } from './worklist.styles.ts';
import { worklistTexts } from './worklist.texts.ts';

/** The columns in their order. */
const columns = ['number', 'class', 'grid', 'stage', 'due', 'turn'] as const satisfies readonly SortKey[];
/** Whom a worklist speaks to. */
export type Audience = 'worker' | 'reporter';

const isReporters = (model: GovernanceModel | undefined, stage: string): boolean =>
  model?.cases.stages.find(({ id }) => id === stage)?.turn === 'reporter';

/** How often what is left of a deadline is told anew, in milliseconds. */
const tick = 30_000;
/** So many rows before the end of what has been read, the next page is asked for. */
const ahead = 40;

/**
 * @summary A clerk's worklist: cases with what, where, stage, deadline and whose turn it is, the most urgent first.
 *
 * Set `cases` and `model` from script, or put it inside a `kt-desk`: it then reads what waits for the actor (the turns of the
 * units in which they serve, what they may verify in their grids, and their own reports that are open; without a post, all that
 * they reported), page by page as one scrolls, and follows what changes. Only rows on screen are drawn.
 * Where there is little room each case is a card.
 *
 * **Keyboard**, after the ARIA grid pattern: arrows go from cell to cell, Home and End to the ends of a row, with Ctrl to the
 * ends of the list, Page Up and Page Down by a screen; Enter or Space opens the case, on the head it sorts.
 *
 * @fires {KtCaseOpenedEvent} kt-case-opened - a person has opened a case
 * @slot title - a heading in place of ours
 * @slot empty - what to do first, under the words of the empty list
 * @csspart bar - the bar with heading and filters
 * @csspart row - a case
 * @csspart foot - the line that counts
 * @cssprop [--kt-worklist-height=36rem] - how high the list is
 */
export class KtWorklist extends LitElement {
  static override styles = [tokens, controls, signs, worklistStyles];

  private readonly language = new LanguageController(this, worklistTexts);
  private readonly around = new DeskController(this, () => () => {
    this.leaveSource();
    // What one person looked for is not for the next to read.
    this.filter = noFilter;
  });
  private source: WorklistSource | undefined;
  private readsFrom: readonly unknown[] = [];
  private ticking = 0;
  /** Where the next drawing puts the focus: on the active cell as it lies, or brought into sight. */
  private focusing: 'there' | 'shown' | undefined;
  /** The case that the keyboard is at; unset until a person has gone to one. */
  private activeId: string | undefined;
  private rows: readonly WorklistCase[] = [];
  private arrangedFrom: readonly unknown[] = [];

  @state() private read: SourceState | undefined;
  @state() private filter: Filter = noFilter;
  @state() private sorting: Sorting = { by: 'due', down: false };
  @state() private active: Cell = { row: 0, column: 0 };
  @state() private view = { top: 0, height: 0, rowHeight: 40 };
  @state() private narrow = false;
  @state() private time = Date.now();

  @query('.body') private readonly bodyPart!: HTMLElement | null;
  @query('.probe') private readonly probePart!: HTMLElement | null;
  @query('.em') private readonly emPart!: HTMLElement | null;
  @query('.find') private readonly findPart!: HTMLInputElement | null;
  @query('.frame') private readonly framePart!: HTMLElement | null;

  /** The cases; unset, those of the desk around it. */
  @property({ attribute: false }) cases?: readonly WorklistCase[] | undefined;

  /** The governance model, for labels and working time; unset, that of the desk. */
  @property({ attribute: false }) model?: GovernanceModel;

  /** Which cases of the desk are listed; unset, those that wait for the actor. */
  @property({ attribute: false }) where?: Where | undefined;

  /** What a grid, a unit or a person is called, by code or id, where the rows do not say. */
  @property({ attribute: false }) nameOf?: NameOf;

  /** Working days; unset, weekdays stand in for them. */
  @property({ attribute: false }) calendar?: Calendar;

  /** The present, in milliseconds since 1970; unset, the desk's or the machine's. */
  @property({ type: Number }) now?: number;

  /** Whom the list speaks to: those who work through cases, or those whose own matters stand in it. */
  @property() audience: Audience = 'worker';

  /** Id of the case that is open beside the list. */
  @property() selected?: string;

  /** How much room it takes; unset follows the page. */
  @property({ reflect: true }) density?: Density;

  constructor() {
    super();
    new SizeController(
      this,
      () => [this.framePart, this.emPart, this.bodyPart],
      () => this.measure(),
    );
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.ticking = window.setInterval(() => (this.time = Date.now()), tick);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearInterval(this.ticking);
  }

  protected override willUpdate(): void {
    this.connectSource();
    const { activeModel: model } = this;
    if (model === undefined) return;
    this.arrange(model);
    this.keepPlace();
    this.readOn();
  }

  protected override updated(): void {
    // Only where it differs: a value that is set takes the words from an input method that is still at them.
    if (this.findPart && this.findPart.value !== this.filter.text) this.findPart.value = this.filter.text;
    if (this.focusing) this.focusCell();
    this.focusing = undefined;
  }

  /** Puts the rows in order when something has changed that they follow from; scrolling changes nothing of it. */
  private arrange(model: GovernanceModel): void {
    const { all, filter, sorting, names, nameOf } = this;
    // Time moves rows only where they are chosen by it.
    const now = filter.light === '' ? 0 : this.present;
    const from = [all, filter, sorting, model, nameOf, this.language.language, now];
    if (from.every((part, at) => part === this.arrangedFrom[at])) return;
    this.arrangedFrom = from;
    this.rows = sorted(filtered(all, filter, { model, names, now }), sorting, { model, names });
  }

  private get activeModel(): GovernanceModel | undefined {
    return this.model ?? this.around.desk?.model;
  }

  private get all(): readonly WorklistCase[] {
    return this.cases ?? this.read?.cases ?? [];
  }

  private get present(): number {
    return this.now ?? this.around.desk?.now() ?? this.time;
  }

  /** Whose turn it is says nothing where it is the same throughout, as in a clerk's own list. */
  private get columns(): readonly SortKey[] {
    const [first, ...rest] = this.all;
    const same = first !== undefined && rest.length > 0 && rest.every(({ turn }) => turn === first.turn);
    return same && first.turn !== undefined && this.sorting.by !== 'turn' ? columns.slice(0, -1) : columns;
  }

  private get names(): Names {
    const { activeModel: model, nameOf } = this;
    const { language, texts } = this.language;
    return {
      classOf: (one) => (model === undefined ? one.class : classLabel(model, one.class, language)),
      gridOf: ({ grid, gridName }) => gridName ?? nameOf?.(grid, 'place') ?? codeText(grid),
      turnOf: ({ stage, turn, turnName }) => {
        if (turn !== undefined) return turnName ?? nameOf?.(turn, 'unit') ?? turn;
        return isReporters(model, stage) ? texts.ofReporter[this.audience] : texts.nobody;
      },
    };
  }

  /** Reads from the desk what the page does not give; nothing of one desk or question outlasts it. */
  private connectSource(): void {
    const { where } = this;
    const desk = this.cases === undefined ? this.around.desk : undefined;
    if (desk === this.readsFrom[0] && where === this.readsFrom[1]) return;
    this.leaveSource();
    this.readsFrom = [desk, where];
    this.source = desk && new WorklistSource(desk, where, (state) => (this.read = state));
  }

  private leaveSource(): void {
    this.source?.stop();
    this.source = undefined;
    this.readsFrom = [];
    this.read = undefined;
  }

  /**
   * Keeps the keyboard at its case when rows come, go or change their order: a case is known by its id, not by where it
   * stood. The focus goes along, and the row stays in sight if it was.
   */
  private keepPlace(): void {
    const { active, view } = this;
    const size = { columns: this.columns.length, first: this.narrow ? 0 : head } as const;
    const to = kept(active, this.activeId, this.rows, size);
    if (this.activeId !== undefined) this.activeId = this.rows[to.row]?.id;
    const stays = to.row === active.row && to.column === active.column;
    if (this.renderRoot.querySelector('.grid :focus')) {
      this.focusing ??= stays || scrollFor(active.row, view) !== view.top ? 'there' : 'shown';
    }
    if (!stays) this.active = to;
  }

  private measure(): void {
    const { bodyPart: body, probePart: probe, framePart: frame, emPart: em } = this;
    if (!body || !probe || !frame || !em) return;
    this.narrow = frame.clientWidth > 0 && frame.clientWidth < 10 * em.offsetWidth;
    const rowHeight = Math.max(1, probe.offsetHeight);
    const before = this.view;
    if (before.height === body.clientHeight && before.rowHeight === rowHeight) return;
    this.view = { top: body.scrollTop, height: body.clientHeight, rowHeight };
  }

  private scrolled(): void {
    const { bodyPart: body } = this;
    if (body) this.view = { ...this.view, top: body.scrollTop };
  }

  /** Reads the next page when the end comes near, also when a filter leaves too few to fill the screen. */
  private readOn(): void {
    if (!this.read?.more) return;
    const { top, height, rowHeight } = this.view;
    if ((top + height) / rowHeight + ahead >= this.rows.length || this.sorting.by !== 'due' || this.sorting.down) {
      this.source?.more();
    }
  }

  private set(change: Partial<Filter>): void {
    this.filter = { ...this.filter, ...change };
    this.toTop();
  }

  /** The button that clears goes with what it cleared: the keyboard goes on in the list. */
  private clear(): void {
    this.set(noFilter);
    this.focusing = 'there';
  }

  private sortBy(by: SortKey): void {
    this.sorting = { by, down: this.sorting.by === by && !this.sorting.down };
    this.toTop();
  }

  private toTop(): void {
    if (this.bodyPart) this.bodyPart.scrollTop = 0;
    this.view = { ...this.view, top: 0 };
    this.active = { ...this.active, row: Math.min(this.active.row, 0) };
    this.activeId = undefined;
  }

  private open(row: number): void {
    const one = this.rows[row];
    if (one) this.dispatchEvent(new KtCaseOpenedEvent(one.id));
  }

  private press(event: KeyboardEvent): void {
    const { active, view, rows } = this;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (active.row === head) this.sortBy(this.columns[active.column] ?? 'due');
      else this.open(active.row);
      return;
    }
    const page = Math.max(1, Math.floor(view.height / view.rowHeight) - 1);
    const size = { rows: rows.length, columns: this.columns.length, page, first: this.narrow ? 0 : head } as const;
    const to = moved(active, event, size);
    if (to === undefined) return;
    event.preventDefault();
    this.goTo(to);
  }

  private goTo(to: Cell): void {
    this.place(to);
    this.focusing = 'shown';
  }

  private place({ row, column }: Cell): void {
    this.activeId = this.rows[row]?.id;
    if (row !== this.active.row || column !== this.active.column) this.active = { row, column };
  }

  /** To the cell that the keyboard is at; to the list as a whole where no cell is left. */
  private focusCell(): void {
    const cell = this.renderRoot.querySelector<HTMLElement>('.grid [tabindex="0"]');
    (cell ?? this.framePart)?.focus({ preventScroll: true });
    if (this.focusing === 'shown') cell?.parentElement?.scrollIntoView({ block: 'nearest' });
  }

  /** Follows the focus to the cell that a person pressed. */
  private follow({ target }: FocusEvent): void {
    if (!(target instanceof HTMLElement)) return;
    const { row, column } = target.dataset;
    if (row !== undefined) this.place({ row: Number(row), column: Number(column) });
  }

  override render(): TemplateResult {
    const { activeModel: model } = this;
    const { texts, language } = this.language;
    if (model === undefined) return html`<div class="card empty" role="status">${texts.loading}</div>`;
    const none = this.rows.length === 0;
    return html`
      <div class="em ${language}"></div>
      <section
        class="card frame ${this.narrow ? 'narrow' : ''} ${none ? 'empty-list' : ''} columns-${this.columns.length} ${language}"
        aria-labelledby="title"
        tabindex="-1"
      >
        <header class="card-head" part="bar">
          <slot name="title"><h2 class="card-title" id="title">${texts.title[this.audience]}</h2></slot>
          <span class="tag" role="status">${this.countText()}</span>
          ${this.all.length === 0 ? nothing : toolsTemplate(this.toolsLook(model))}
        </header>
        <div class="probe"></div>
        ${none ? this.nothingTemplate() : this.grid(model)} ${this.footTemplate()}
      </section>
    `;
  }

  private countText(): string {
    const { texts, language } = this.language;
    const shown = formatNumber(this.rows.length, language);
    return this.read?.more === true ? texts.countMore(shown) : texts.count(shown);
  }

  private toolsLook(model: GovernanceModel): ToolsLook {
    const { all, filter, sorting, columns, narrow, audience, present: now } = this;
    const { language, texts } = this.language;
    return {
      all,
      filter,
      sorting,
      columns,
      narrow,
      audience,
      now,
      model,
      language,
      texts,
      set: (change) => this.set(change),
      sortBy: (key) => this.sortBy(key),
    };
  }

  private rowsLook(model: GovernanceModel): RowsLook {
    const { columns, sorting, active, selected, names, calendar, present: now } = this;
    const { rowHeight } = this.view;
    const { language, texts } = this.language;
    return {
      columns,
      sorting,
      active,
      rowHeight,
      selected,
      names,
      model,
      now,
      calendar,
      language,
      texts,
      sortBy: (key) => this.sortBy(key),
      open: (row) => this.open(row),
    };
  }

  private nothingTemplate(): TemplateResult {
    const { texts } = this.language;
    if (this.all.length > 0) {
      return html`
        <div class="empty">
          <h3>${texts.noMatch[this.audience]}</h3>
          <button type="button" class="button" @click=${() => this.clear()}>${texts.clear}</button>
        </div>
      `;
    }
    const reading = this.cases === undefined && this.read?.status !== 'ready';
    if (reading)
      return html`<div class="empty" role="status">${this.read?.status === 'failed' ? nothing : texts.loading}</div>`;
    return html`
      <div class="empty">
        <h3>${texts.empty[this.audience]}</h3>
        <p>${texts.emptyHint[this.audience]}</p>
        <slot name="empty"></slot>
      </div>
    `;
  }

  private footTemplate(): TemplateResult | typeof nothing {
    const { texts } = this.language;
    if (this.read?.status === 'failed') {
      return html`
        <div class="foot" part="foot" role="alert">
          ${texts.failed}
          <button type="button" class="button quiet" @click=${() => this.source?.refresh()}>${texts.retry}</button>
        </div>
      `;
    }
    return this.read?.more === true ? html`<div class="foot" part="foot" role="status">${texts.more}</div>` : nothing;
  }

  private grid(model: GovernanceModel): TemplateResult {
    const { texts } = this.language;
    const { view, rows, active } = this;
    const drawn = rowsToDraw({ ...view, count: rows.length, active: active.row });
    const look = this.rowsLook(model);
    return html`
      <div
        class="grid"
        role="grid"
        aria-label=${texts.title[this.audience]}
        aria-rowcount=${this.read?.more === true ? -1 : rows.length + 1}
        aria-colcount=${this.columns.length}
        @keydown=${(event: KeyboardEvent) => this.press(event)}
        @focusin=${(event: FocusEvent) => this.follow(event)}
      >
        <div class="head" role="rowgroup">${headTemplate(look)}</div>
        <div class="body" role="rowgroup" @scroll=${() => this.scrolled()}>
          <div class="space" role="presentation" ${styled({ height: `${rows.length * view.rowHeight}px` })}>
            ${repeat(
              drawn,
              (row) => rows[row]?.id,
              (row) => {
                const one = rows[row];
                return one === undefined ? nothing : rowTemplate(one, row, look);
              },
            )}
          </div>
        </div>
      </div>
    `;
  }
}
