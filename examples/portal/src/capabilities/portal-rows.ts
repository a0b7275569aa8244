import type { Language, Query } from '@keting/domain';
import type { Desk } from '@keting/runtime';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { cellText, columnsOf, unsaid, type Column } from './cells.ts';
import { viewOf } from './domain.ts';
import { rowsOf, type Names } from './names.ts';
import { optionsOf, type Option } from './options.ts';
import { capabilityTexts } from './page.texts.ts';
import { referenceOf } from './references.ts';
import { tableView } from './table-view.ts';
import { fieldWord, viewWord } from './words.ts';

/** What was read of a view: a page of its rows in words. */
interface Read {
  readonly columns: readonly Column[];
  readonly cells: readonly (readonly string[])[];
  readonly next: string | undefined;
}

const pageLength = 50;

/** Rows of one view as a table, kept fresh. Of a view within streams, of the one that is chosen. */
@customElement('portal-rows')
export class PortalRows extends LitElement {
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) names!: Names;
  @property() view = '';
  @property() language: Language = 'zh-Hans';

  @state() private read: Read | 'asked' | 'failed' = 'asked';
  @state() private streams: readonly Option[] = [];
  @state() private stream = '';
  private cursor: string | undefined;
  private unwatch: () => void = () => undefined;
  /** Counts what is asked: of two answers the one to the later question is shown. */
  private round = 0;

  /** The page's own styles hold here too. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unwatch();
    this.round += 1;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('desk') || changed.has('view') || changed.has('names')) this.begin();
  }

  protected override render(): TemplateResult {
    return html`
      <section class="card rows">
        <h4>${viewWord(this.view, this.language)}</h4>
        ${this.choice()} ${this.body()}
      </section>
    `;
  }

  private begin(): void {
    this.unwatch();
    this.read = 'asked';
    this.cursor = undefined;
    this.stream = '';
    this.unwatch = this.desk.watch(viewOf(this.view), () => this.load());
    this.load();
  }

  /** Reads, and shows it when it is there; of two that are asked for, the later one. */
  private load(): void {
    this.round += 1;
    const { round } = this;
    this.page().then(
      (read) => {
        if (round === this.round) this.read = read;
      },
      (trouble: unknown) => {
        if (round === this.round) this.read = 'failed';
        console.warn(trouble);
      },
    );
  }

  private async page(): Promise<Read> {
    const { desk, names } = this;
    const view = viewOf(this.view);
    if (view.within !== undefined) await this.readStreams(view.within.column);
    const page = await desk.view(view, this.query(view.within?.column));
    const rows = rowsOf(page);
    const columns = columnsOf(view);
    await names.learnRows(
      view.name,
      rows,
      columns.map(({ name }) => name),
    );
    const context = names.context(view.name, page.contents);
    const said = rows.map((row) => columns.map((column) => cellText(column, row[column.name], context)));
    const used = columns.map((_, i) => said.some((row) => row[i] !== unsaid));
    return {
      columns: columns.filter((_, i) => used[i]),
      cells: said.map((row) => row.filter((_, i) => used[i])),
      next: page.next,
    };
  }

  private query(within: string | undefined): Query {
    return {
      limit: pageLength,
      ...(within === undefined ? {} : { where: { [within]: this.stream } }),
      ...(this.cursor === undefined ? {} : { cursor: this.cursor }),
    };
  }

  private async readStreams(column: string): Promise<void> {
    const reference = referenceOf(this.view, column);
    if (reference === undefined) return;
    this.streams = await optionsOf(this.desk, this.names, reference, []);
    if (this.stream === '') this.stream = this.streams[0]?.id ?? '';
  }

  private choice(): TemplateResult | typeof nothing {
    const { within } = viewOf(this.view);
    if (within === undefined || this.streams.length === 0) return nothing;
    const label = capabilityTexts[this.language].which(fieldWord(this.view, within.column, this.language));
    return html`<label class="field"
      >${label}
      <select @change=${(event: Event) => this.choose(event)}>
        ${this.streams.map((one) => html`<option value=${one.id} ?selected=${one.id === this.stream}>${one.label}</option>`)}
      </select></label
    >`;
  }

  private choose({ target }: Event): void {
    if (!(target instanceof HTMLSelectElement)) return;
    this.stream = target.value;
    this.turnTo(undefined);
  }

  private turnTo(cursor: string | undefined): void {
    this.cursor = cursor;
    this.load();
  }

  private body(): TemplateResult {
    const texts = capabilityTexts[this.language];
    if (this.read === 'asked') return html`<p class="empty" role="status">${texts.loading}</p>`;
    if (this.read === 'failed') {
      return html`<p class="empty wrong" role="alert">${texts.failed}</p>
        <div class="actions"><button type="button" @click=${() => this.load()}>${texts.again}</button></div>`;
    }
    if (this.read.cells.length === 0) return html`<p class="empty">${texts.empty}</p>`;
    return html`${this.table(this.read)} ${this.pages(this.read)}`;
  }

  private table({ columns, cells }: Read): TemplateResult {
    const { view, language } = this;
    const words = columns.map(({ name }) => fieldWord(view, name, language));
    return tableView(viewWord(view, language), words, cells);
  }

  private pages({ next }: Read): TemplateResult | typeof nothing {
    const texts = capabilityTexts[this.language];
    if (next === undefined && this.cursor === undefined) return nothing;
    return html`<div class="actions">
      ${
        this.cursor === undefined
          ? nothing
          : html`<button type="button" @click=${() => this.turnTo(undefined)}>${texts.firstPage}</button>`
      }
      ${
        next === undefined
          ? nothing
          : html`<button type="button" @click=${() => this.turnTo(next)}>${texts.nextPage}</button>`
      }
    </div>`;
  }
}
