import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { cases, people, timeline as timelineView, type Calendar, type GovernanceModel } from '@keting/domain';
import type { Offer } from '@keting/runtime';
import type { HostAttach } from '../case-parts/keep-file.ts';
import { signs } from '../case-parts/icons.styles.ts';
import type { NameOf } from '../case-parts/name-of.ts';
import { controls } from '../base/controls.styles.ts';
import { DeskController } from '../base/desk-context.ts';
import { SizeController } from '../base/size-controller.ts';
import { LanguageController } from '../base/texts.ts';
import { tokens, type Density } from '../base/tokens.styles.ts';
import type { HandlerChoice } from './actions.ts';
import { CaseFiles, type FileOf } from './case-files.ts';
import { KtMeetingOpenedEvent } from './case-page.events.ts';
import { casePageStyles } from './case-page.styles.ts';
import { casePageTexts } from './case-page.texts.ts';
import { readCase, type ReadCase } from './case-source.ts';
import type { PageCase, PageEntry } from './page-case.ts';
import { headTemplate, progressTemplate, reportTemplate } from './report-template.ts';
import { Steps } from './steps.ts';
import { closedTemplate, stepsTemplate } from './steps-template.ts';
import { timelineTemplate } from './timeline-template.ts';
import type { Wording } from './wording.ts';

const wideFrom = 860;
const tick = 30_000;

/**
 * @summary One case: what was reported, where it stands, what happened to it, and what may be done with it now.
 *
 * Put it inside a `kt-desk` and name the case by `case-id`: it reads the case and its timeline, follows what changes, and
 * offers exactly the steps that the desk would take from this actor. Or set `case`, `timeline`, `offers` and `model` from
 * script. The step that leads on comes first; what cannot be done now stands in a closed list with the reason; what the actor
 * may never do is not there.
 *
 * A step opens a form made of what its command needs; what is wrong is told by the schema that the desk applies. It fires
 * `kt-command` with the step as plain data.
 *
 * @fires {KtCommandEvent} kt-command - a step, as plain data; a page without a desk answers it with `respondWith()`
 * @fires {KtCaseChangedEvent} kt-case-changed - a step has been taken
 * @fires {KtMeetingOpenedEvent} kt-meeting-opened - a person goes to the meeting that the case is before
 * @csspart head - number, class, stage and deadline
 * @csspart steps - the steps that the account tells of
 * @csspart action-form - the form of a step
 * @csspart timeline - what happened
 */
export class KtCasePage extends LitElement {
  static override styles = [tokens, controls, signs, casePageStyles];

  private readonly language = new LanguageController(this, casePageTexts);
  private readonly files = new CaseFiles(this, this.language);
  private readonly around = new DeskController(this, (desk) => {
    const stops = [cases, timelineView, people].map((view) => desk.watch<unknown>(view, () => void this.load()));
    void this.load();
    return () => {
      stops.forEach((stop) => stop());
      this.clear();
    };
  });
  private readonly steps = new Steps(
    this,
    () => ({
      desk: this.around.desk,
      model: this.activeModel,
      case: this.shown?.case?.id,
      attach: this.attach,
      nameOf: this.nameOf,
    }),
    () => this.load(),
  );
  private ticking = 0;
  /** Counts the questions asked of the desk: only the last one's answer is shown. */
  private round = 0;

  @state() private read: ReadCase | 'reading' | 'failed' = 'reading';
  /** What is shown was read before the line broke. */
  @state() private stale = false;
  @state() private wide = false;
  @state() private time = Date.now();

  @query('article') private readonly articlePart!: HTMLElement | null;

  /** Which case of the desk is shown. */
  @property({ attribute: 'case-id' }) caseId?: string | undefined;

  /** The case, where no desk stands around. */
  @property({ attribute: false }) case?: PageCase;

  /** What happened to it, the first thing first. */
  @property({ attribute: false }) timeline?: readonly PageEntry[];

  /** What may be asked, as a desk offers it. */
  @property({ attribute: false }) offers?: readonly Offer[];

  /** Units that it can be given to. */
  @property({ attribute: false }) handlers?: readonly HandlerChoice[];

  /** The governance model; unset, that of the desk. */
  @property({ attribute: false }) model?: GovernanceModel;

  /** What a grid, a unit or a person is called, where the record does not say. */
  @property({ attribute: false }) nameOf?: NameOf;

  /** Hands out a kept file, where no desk stands around. */
  @property({ attribute: false }) fileOf?: FileOf;

  /** Keeps a file and answers its id, where no desk stands around. */
  @property({ attribute: false }) attach?: HostAttach;

  /** Working days; unset, weekdays stand in for them. */
  @property({ attribute: false }) calendar?: Calendar;

  /** The present, in milliseconds since 1970; unset, the desk's or the machine's. */
  @property({ type: Number }) now?: number;

  /** How much room it takes; unset follows the page. */
  @property({ reflect: true }) density?: Density;

  constructor() {
    super();
    new SizeController(
      this,
      () => [this.articlePart],
      () => (this.wide = (this.articlePart?.clientWidth ?? 0) >= wideFrom),
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

  protected override willUpdate(changed: PropertyValues<this>): void {
    const otherCase = changed.has('case') && changed.get('case')?.id !== this.case?.id;
    if (changed.has('caseId') || otherCase) {
      this.clear();
      void this.load();
    }
    this.fetchFiles();
  }

  private get activeModel(): GovernanceModel | undefined {
    return this.model ?? this.around.desk?.model;
  }

  /** What is shown, of the properties or of the desk. */
  private get shown(): ReadCase | undefined {
    if (this.case !== undefined) {
      const { timeline = [], offers = [], handlers = [] } = this;
      return { case: this.case, timeline, offers, handlers };
    }
    return typeof this.read === 'string' ? undefined : this.read;
  }

  /** Nothing of one case, and nothing of one person, stays for the next. */
  private clear(): void {
    this.round += 1;
    this.read = 'reading';
    this.stale = false;
    this.steps.clear();
    this.files.clear();
  }

  private async load(): Promise<void> {
    this.round += 1;
    const { caseId, round } = this;
    const { desk } = this.around;
    if (desk === undefined || caseId === undefined || this.case !== undefined) return;
    const read = await readCase(desk, caseId).catch(() => 'failed' as const);
    // A later question has been asked meanwhile: its answer counts.
    if (round !== this.round) return;
    // What was read before stays, and so does a form that somebody is filling in.
    this.stale = read === 'failed' && typeof this.read !== 'string';
    if (this.stale) return;
    this.read = read;
    if (read === 'failed') return;
    this.steps.online();
    this.files.askAgain();
  }

  private fetchFiles(): void {
    const { shown } = this;
    const { desk } = this.around;
    const ids = [...(shown?.case?.photos ?? []), ...(shown?.timeline ?? []).flatMap(({ photos }) => photos)];
    this.files.fetch(ids, desk ? (id) => desk.file(id) : this.fileOf);
  }

  override render(): TemplateResult {
    const { shown, activeModel: model } = this;
    if (shown === undefined || model === undefined) return this.waiting();
    const { case: one } = shown;
    if (one === undefined) return html`<div class="card empty" role="status">${this.language.texts.notFound}</div>`;
    const wording = this.wording(model);
    const openMeeting = (meeting: string, tier: string): boolean =>
      this.dispatchEvent(new KtMeetingOpenedEvent(meeting, tier));
    return html`
      <article class="card ${this.wide ? 'wide' : ''}" aria-labelledby="title">
        ${headTemplate(one, wording)} ${progressTemplate(one, wording)}
        <div class="body">
          <div class="main">
            ${this.oldNews()} ${stepsTemplate({ ...shown, case: one }, this.steps, wording, openMeeting)}
            ${reportTemplate(one, wording)} ${closedTemplate(shown, wording)}
          </div>
          <div class="side">${timelineTemplate(one, shown.timeline, wording)}</div>
        </div>
      </article>
      ${this.files.whole()}
    `;
  }

  private wording(model: GovernanceModel): Wording {
    const { texts, language } = this.language;
    const { present: now, calendar, nameOf } = this;
    return { model, language, texts, now, calendar, nameOf, pictures: (ids) => this.files.pictures(ids) };
  }

  private waiting(): TemplateResult {
    const { texts } = this.language;
    if (this.read !== 'failed') return html`<div class="card empty" role="status">${texts.loading}</div>`;
    return html`
      <div class="card empty" role="alert">
        <p>${texts.failed}</p>
        <button type="button" class="button" @click=${() => void this.load()}>${texts.retry}</button>
      </div>
    `;
  }

  /** The line broke while something new was to be read. */
  private oldNews(): TemplateResult {
    const { texts } = this.language;
    return html`
      <div role="status">
        ${
          this.stale
            ? html`<div class="notice soon meeting" id="stale">
                <span>${texts.stale}</span>
                <button type="button" class="button" @click=${() => void this.load()}>${texts.retry}</button>
              </div>`
            : nothing
        }
      </div>
    `;
  }

  private get present(): number {
    return this.now ?? this.around.desk?.now() ?? this.time;
  }
}
