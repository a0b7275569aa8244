import { refusalText } from '@keting/components';
import { faultsOf, type Fault, type Language, type Standing } from '@keting/domain';
import type { Desk, Receipt } from '@keting/runtime';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import * as z from 'zod/mini';
import { specOf } from './domain.ts';
import { fieldView, type FormView } from './field-view.ts';
import { dataOf, papersIn, type Reading } from './form-data.ts';
import { fieldsIn, namesAsked } from './form-fields.ts';
import type { Names } from './names.ts';
import { optionsOf, selfOf, type Option } from './options.ts';
import { capabilityTexts } from './page.texts.ts';
import { referenceOf } from './references.ts';
import { formOf, type Field } from './shape.ts';
import { commandWord } from './words.ts';

/** Fields that a person mostly fills in with themselves, or with the unit of their first post. */
const oneself = new Set(['person', 'claimer', 'reader']);

/** A form for one command, made from its schema. It says in words what came of it. */
@customElement('portal-command')
export class PortalCommand extends LitElement {
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) names!: Names;
  @property({ attribute: false }) standings: readonly Standing[] = [];
  @property() command = '';
  @property() language: Language = 'zh-Hans';

  @state() private opened = false;
  @state() private sending = false;
  @state() private entries: ReadonlyMap<string, string> = new Map();
  @state() private faults: readonly Fault[] = [];
  @state() private said: TemplateResult | undefined;
  @state() private options: ReadonlyMap<string, readonly Option[]> = new Map();
  private field: Field | undefined;
  private ids = new Map<string, string>();

  /** The page's own styles hold here too. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('command') && !changed.has('desk')) return;
    const shape = formOf(this.command, specOf(this.command), this.desk.model);
    this.field = { name: '', required: true, shape };
    this.clear();
    this.said = undefined;
    if (this.opened) this.readOptions();
  }

  protected override render(): TemplateResult {
    return html`
      <details class="card command" ?open=${this.opened} @toggle=${(event: Event) => this.toggle(event)}>
        <summary>${commandWord(this.command, this.language)}</summary>
        ${this.opened && this.field ? this.form(this.field) : nothing}
        <div role="status">${this.said ?? nothing}</div>
      </details>
    `;
  }

  private form(field: Field): TemplateResult {
    const texts = capabilityTexts[this.language];
    const word = commandWord(this.command, this.language);
    return html`
      <form
        novalidate
        aria-label=${word}
        @submit=${(event: SubmitEvent) => {
          event.preventDefault();
          void this.send();
        }}
      >
        ${fieldView(field, '', this.view)}
        <div class="actions">
          <button class="primary" ?disabled=${this.sending}>${this.sending ? texts.sending : texts.send}</button>
        </div>
      </form>
    `;
  }

  private get view(): FormView {
    const { command, language, entries, faults } = this;
    return {
      command,
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

  private toggle({ target }: Event): void {
    if (!(target instanceof HTMLDetailsElement) || target.open === this.opened) return;
    this.opened = target.open;
    if (this.opened) this.readOptions();
  }

  /** Empties the form; what it makes anew has new ids. */
  private clear(): void {
    this.entries = new Map();
    this.faults = [];
    this.ids = new Map();
    this.propose();
  }

  private readOptions(): void {
    const { desk, field } = this;
    if (field === undefined) return;
    for (const name of namesAsked(field)) {
      this.readOption(desk, name).catch((trouble: unknown) => {
        this.said = html`<p class="wrong">${capabilityTexts[this.language].failed}</p>`;
        console.warn(trouble);
      });
    }
  }

  private async readOption(desk: Desk, name: string): Promise<void> {
    const reference = referenceOf(this.command, name);
    if (reference === undefined) return;
    const options = await optionsOf(desk, this.names, reference, this.standings);
    if (desk !== this.desk) return;
    this.options = new Map([...this.options, [name, options]]);
    this.propose();
  }

  /** Puts in what is likely meant, where nothing is put in. */
  private propose(): void {
    const [self] = selfOf(this.desk.actor);
    const [standing] = this.standings;
    for (const name of fieldsIn(this.field)) {
      const meant = oneself.has(name) ? self : name === 'unit' ? standing?.unit : undefined;
      const option = this.options.get(name)?.find(({ id }) => id === meant);
      if (option && !this.entries.has(name)) this.entries = new Map([...this.entries, [name, option.label]]);
    }
  }

  private get reading(): Reading {
    return {
      entries: this.entries,
      utcOffsetMinutes: this.desk.model.workingTime.utcOffsetMinutes,
      idOf: (name, text) => this.options.get(name)?.find(({ label }) => label === text)?.id ?? text,
      newId: (name) => this.newId(name),
    };
  }

  /** A code is what a person shows: in capitals, without dashes. */
  private newId(name: string): string {
    const known = this.ids.get(name);
    if (known !== undefined) return known;
    const id = this.desk.newId();
    const made = name === 'code' ? id.replace(/-/g, '').toUpperCase() : id;
    this.ids.set(name, made);
    return made;
  }

  private async send(): Promise<void> {
    const { desk, command, field } = this;
    if (field === undefined) return;
    const { reading } = this;
    const [data, papers] = [dataOf(field, '', reading), papersIn('papers', reading)];
    const read = z.safeParse(specOf(command).schema(desk.model), data);
    this.faults = read.success ? [] : faultsOf(read.error.issues, data);
    this.said = undefined;
    if (!read.success) return this.showFaults();
    this.sending = true;
    try {
      const receipt = await desk.send({ type: command, data });
      if (desk === this.desk) this.tell(receipt, papers);
    } catch (trouble) {
      this.said = html`<p class="wrong">${capabilityTexts[this.language].failed}</p>`;
      console.warn(trouble);
    } finally {
      this.sending = false;
    }
  }

  /** Leads to the first field that is wrong; says so where the fault lies with none that is shown. */
  private async showFaults(): Promise<void> {
    this.said = html`<p class="wrong">${capabilityTexts[this.language].unknownCode}</p>`;
    await this.updateComplete;
    const wrong = this.querySelector('[aria-invalid=true]');
    if (wrong instanceof HTMLElement) wrong.focus();
  }

  private tell(receipt: Receipt, papers: readonly string[]): void {
    const texts = capabilityTexts[this.language];
    if (receipt.ok === false) {
      const { refusal } = receipt;
      this.faults = refusal.faults ?? [];
      const why = refusalText(refusal, this.language, this.desk.model);
      this.said = html`<p class="wrong">${texts.refused}${why}</p>`;
      return;
    }
    const number = receipt.ok === true && receipt.number !== undefined ? texts.numbered(receipt.number) : '';
    const words = receipt.ok === true ? texts.done(commandWord(this.command, this.language)) : texts.queued;
    this.said = html`<p class="sound">${words}${number}</p>
      ${papers.length === 0 ? nothing : this.drawn(papers)}`;
    this.clear();
    this.readOptions();
  }

  /** Voting papers to copy: the record keeps their hashes alone. */
  private drawn(papers: readonly string[]): TemplateResult {
    return html`<label class="field"
      >${capabilityTexts[this.language].papersDrawn}
      <textarea readonly rows=${Math.min(papers.length, 12)} .value=${papers.join('\n')}></textarea>
    </label>`;
  }
}
