import { refusalText } from '@keting/components';
import type { Fault, Language, Standing } from '@keting/domain';
import type { Answer, Desk } from '@keting/runtime';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { cellText, columnsOf, unsaid } from './cells.ts';
import { questionOf } from './domain.ts';
import { fieldView, type FormView } from './field-view.ts';
import { dataOf, type Reading } from './form-data.ts';
import { namesAsked } from './form-fields.ts';
import { rowsOf, type Names } from './names.ts';
import { optionsOf, type Option } from './options.ts';
import { capabilityTexts } from './page.texts.ts';
import { referenceOf } from './references.ts';
import { questionForm, type Field } from './shape.ts';
import { tableView } from './table-view.ts';
import { fieldWord, questionWord } from './words.ts';

/** A form for one question, made from its schema, and the answer as a table below. */
@customElement('portal-question')
export class PortalQuestion extends LitElement {
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) names!: Names;
  @property({ attribute: false }) standings: readonly Standing[] = [];
  @property() question = '';
  @property() language: Language = 'zh-Hans';

  @state() private opened = false;
  @state() private asking = false;
  @state() private entries: ReadonlyMap<string, string> = new Map();
  @state() private faults: readonly Fault[] = [];
  @state() private said: TemplateResult | undefined;
  @state() private options: ReadonlyMap<string, readonly Option[]> = new Map();
  private field: Field = { name: '', required: true, shape: { kind: 'group', fields: [] } };

  /** The page's own styles hold here too. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('question') && !changed.has('desk')) return;
    this.field = { name: '', required: true, shape: questionForm(questionOf(this.question)) };
    this.entries = new Map();
    this.faults = [];
    this.said = undefined;
    if (this.opened) this.readOptions();
  }

  protected override render(): TemplateResult {
    return html`
      <details class="card command" ?open=${this.opened} @toggle=${(event: Event) => this.toggle(event)}>
        <summary>${questionWord(this.question, this.language)}</summary>
        ${this.opened ? this.form() : nothing}
        <div role="status">${this.said ?? nothing}</div>
      </details>
    `;
  }

  private form(): TemplateResult {
    return html`
      <form
        novalidate
        aria-label=${questionWord(this.question, this.language)}
        @submit=${(event: SubmitEvent) => {
          event.preventDefault();
          void this.ask();
        }}
      >
        ${fieldView(this.field, '', this.view)}
        <div class="actions">
          <button class="primary" ?disabled=${this.asking}>${capabilityTexts[this.language].ask}</button>
        </div>
      </form>
    `;
  }

  private get view(): FormView {
    const { question, language, entries, faults } = this;
    return {
      command: question,
      language,
      entries,
      faults,
      model: this.desk.model,
      options: (name) => this.options.get(name) ?? [],
      set: (way, value) => {
        this.entries = new Map([...this.entries, [way, value]]);
      },
    };
  }

  private get reading(): Reading {
    return {
      entries: this.entries,
      utcOffsetMinutes: this.desk.model.workingTime.utcOffsetMinutes,
      idOf: (name, text) => this.options.get(name)?.find(({ label }) => label === text)?.id ?? text,
      newId: () => this.desk.newId(),
    };
  }

  private toggle({ target }: Event): void {
    if (!(target instanceof HTMLDetailsElement) || target.open === this.opened) return;
    this.opened = target.open;
    if (this.opened) this.readOptions();
  }

  private readOptions(): void {
    for (const name of namesAsked(this.field)) {
      this.readOption(this.desk, name).catch((trouble: unknown) => this.failed(trouble));
    }
  }

  private async readOption(desk: Desk, name: string): Promise<void> {
    const reference = referenceOf(this.question, name);
    if (reference === undefined) return;
    const options = await optionsOf(desk, this.names, reference, this.standings);
    if (desk === this.desk) this.options = new Map([...this.options, [name, options]]);
  }

  private failed(trouble: unknown): void {
    this.said = html`<p class="wrong">${capabilityTexts[this.language].failed}</p>`;
    console.warn(trouble);
  }

  private async ask(): Promise<void> {
    const { desk, question } = this;
    this.asking = true;
    this.said = undefined;
    try {
      const answer = await desk.ask(questionOf(question), dataOf(this.field, '', this.reading));
      const said = answer.ok ? await this.tableOf(answer.rows) : this.refused(answer);
      if (desk === this.desk && question === this.question) this.said = said;
    } catch (trouble) {
      this.failed(trouble);
    } finally {
      this.asking = false;
    }
  }

  private refused({ refusal }: Extract<Answer, { readonly ok: false }>): TemplateResult {
    this.faults = refusal.faults ?? [];
    return html`<p class="wrong">${refusalText(refusal, this.language, this.desk.model)}</p>`;
  }

  private async tableOf(rows: readonly unknown[]): Promise<TemplateResult> {
    const { question, language, names } = this;
    this.faults = [];
    if (rows.length === 0) return html`<p class="empty">${capabilityTexts[language].nothingFound}</p>`;
    const records = rowsOf({ rows, contents: {} });
    const columns = columnsOf(questionOf(question));
    await names.learnRows(
      question,
      records,
      columns.map(({ name }) => name),
    );
    const context = names.context(question, {});
    const said = records.map((row) => columns.map((column) => cellText(column, row[column.name], context)));
    const used = columns.flatMap((column, i) => (said.some((row) => row[i] !== unsaid) ? [{ column, i }] : []));
    return tableView(
      questionWord(question, language),
      used.map(({ column }) => fieldWord(question, column.name, language)),
      said.map((row) => used.map(({ i }) => row[i] ?? unsaid)),
    );
  }
}
