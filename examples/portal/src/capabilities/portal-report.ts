import type { Language, Standing } from '@keting/domain';
import type { Desk } from '@keting/runtime';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Names } from './names.ts';
import { capabilityTexts } from './page.texts.ts';
import { reports } from './reports.ts';
import type { Report, ReportOf } from './reports/report.ts';
import { cellTexts } from './reports/reports.texts.ts';
import { tableView } from './table-view.ts';

/** What is reckoned for one capability, as a table that is kept fresh. */
@customElement('portal-report')
export class PortalReport extends LitElement {
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) names!: Names;
  @property({ attribute: false }) standings: readonly Standing[] = [];
  @property() code = '';
  @property() language: Language = 'zh-Hans';

  @state() private read: Report | 'asked' | 'failed' = 'asked';
  private file: string | undefined;
  private unwatch: readonly (() => void)[] = [];
  /** Counts what is asked: of two answers the one to the later question is shown. */
  private round = 0;

  /** The page's own styles hold here too. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.end();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('desk') || changed.has('code') || changed.has('names')) this.begin();
  }

  protected override render(): TemplateResult {
    const report = reports[this.code];
    if (report === undefined) return html``;
    return html`
      <section class="card rows">
        <h4>${report.title[this.language]}</h4>
        ${this.body(report)}
      </section>
    `;
  }

  private begin(): void {
    const report = reports[this.code];
    this.end();
    this.read = 'asked';
    if (report === undefined) return;
    this.unwatch = report.views.map((view) => this.desk.watch(view, () => this.load(report)));
    this.load(report);
  }

  private end(): void {
    for (const stop of this.unwatch) stop();
    this.unwatch = [];
    this.round += 1;
    this.keepFile(undefined);
  }

  private load(report: ReportOf): void {
    this.round += 1;
    const { round, desk, names, standings, language } = this;
    report.make({ desk, names, standings, language }).then(
      (read) => {
        if (round !== this.round) return;
        this.keepFile(read.file);
        this.read = read;
      },
      (trouble: unknown) => {
        if (round === this.round) this.read = 'failed';
        console.warn(trouble);
      },
    );
  }

  /** Holds the address of the file that can be saved, and lets go of the one before. */
  private keepFile(file: Report['file']): void {
    if (this.file !== undefined) URL.revokeObjectURL(this.file);
    this.file = file && URL.createObjectURL(new Blob([file.text], { type: file.type }));
  }

  private body(report: ReportOf): TemplateResult {
    const texts = capabilityTexts[this.language];
    const { read, language } = this;
    if (read === 'asked') return html`<p class="empty" role="status">${texts.loading}</p>`;
    if (read === 'failed') {
      return html`<p class="empty wrong" role="alert">${texts.failed}</p>
        <div class="actions"><button type="button" @click=${() => this.load(report)}>${texts.again}</button></div>`;
    }
    if (read.rows.length === 0) return html`<p class="empty">${texts.nothingFound}</p>`;
    return html`${tableView(report.title[language], read.columns, read.rows)}
    ${
      read.file === undefined || this.file === undefined
        ? nothing
        : html`<p><a href=${this.file} download=${read.file.name}>${cellTexts.calendarFile[language]}</a></p>`
    }`;
  }
}
