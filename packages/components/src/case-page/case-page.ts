import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import {
  cases,
  commandId,
  people,
  timeline as timelineView,
  type Calendar,
  type Fault,
  type GovernanceModel,
  type Refusal,
} from '@keting/domain';
import { newId, type Attached, type Offer, type Receipt } from '@keting/runtime';
import { keepFile, type HostAttach } from '../case-parts/keep-file.ts';
import { classLabel, gradeLabel, groupLabel, stageLabel } from '../case-parts/case-words.ts';
import { signs } from '../case-parts/icons.styles.ts';
import type { NameOf } from '../case-parts/name-of.ts';
import { timeLeftTag } from '../case-parts/time-left-tag.ts';
import { codeText } from '../grid-picker/grid.ts';
import type { Photo } from '../photo-field/photo.ts';
import { request } from '../base/command-event.ts';
import { controls } from '../base/controls.styles.ts';
import { DeskController } from '../base/desk-context.ts';
import { formatInstant, formatNumber } from '../base/format.ts';
import { eventText } from '../base/event-text.ts';
import { erasedPerson } from '../base/person-name.ts';
import { personsIn, refusalText } from '../base/refusal-text.ts';
import { SizeController } from '../base/size-controller.ts';
import { LanguageController } from '../base/texts.ts';
import { tokens, type Density } from '../base/tokens.styles.ts';
import { actionForm } from './action-form.ts';
import {
  actionsOf,
  dataOf,
  faultsIn,
  proposed,
  type Action,
  type ActionField,
  type ActionName,
  type Filled,
  type HandlerChoice,
} from './actions.ts';
import { DeskNames } from '../deliberation-board/desk-names.ts';
import { CaseFiles, type FileOf } from './case-files.ts';
import { KtCaseChangedEvent, KtMeetingOpenedEvent } from './case-page.events.ts';
import { casePageStyles } from './case-page.styles.ts';
import { casePageTexts } from './case-page.texts.ts';
import { readCase, type ReadCase } from './case-source.ts';
import type { PageCase, PageEntry } from './page-case.ts';
import { progressOf } from './progress.ts';

/** What is wrong with a field: as the schema says, or as the desk refused it. Words come when it is shown. */
type Complaint = Fault | Refusal;

/** What came in the way of a step and is about no field of its form. */
type Trouble = 'lost' | 'unanswered' | Refusal | readonly Fault[];

/** What is being done, as far as it has been filled in. */
interface Doing {
  /** Id of the case that it is done on. */
  readonly case: string;
  readonly action: Action;
  readonly filled: Filled;
  readonly photos: readonly Photo[];
  readonly complaints: ReadonlyMap<string, Complaint>;
  readonly trouble: Trouble | undefined;
  readonly sending: boolean;
  /** Under which the command goes, also when it goes again after the line broke. */
  readonly command: string;
}

const wideFrom = 860;
const tick = 30_000;

const isFault = (complaint: Complaint): complaint is Fault => 'path' in complaint;
const fieldOf = ({ path }: Fault): string => path.split('.')[0] ?? '';

/** The field that a refusal without faults is about. */
const refusedFields: Readonly<Record<string, ActionField['name']>> = {
  'reason-required': 'reason',
  'handler-unknown': 'handler',
  'handler-unfit': 'handler',
  'handler-same': 'handler',
};

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
  private ticking = 0;
  /** Counts the questions asked of the desk: only the last one's answer is shown. */
  private round = 0;
  /** What was filled in and left, by step, until it is sent or the case or the person changes. */
  private readonly drafts = new Map<ActionName, Doing>();

  @state() private read: ReadCase | 'reading' | 'failed' = 'reading';
  @state() private doing: Doing | undefined;
  /** The step that has just been taken, or waits on this device. */
  @state() private said: { readonly type: ActionName; readonly queued: boolean } | undefined;
  /** Those who changed the case while somebody filled in a form. */
  private changers: DeskNames | undefined;
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
    this.doing = undefined;
    this.drafts.clear();
    this.said = undefined;
    this.changers = undefined;
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
    // What can be read has a line: then nothing waits for one any more.
    if (read !== 'failed' && this.said?.queued === true) this.said = undefined;
    if (read !== 'failed') this.files.askAgain();
  }

  private fetchFiles(): void {
    const { shown } = this;
    const { desk } = this.around;
    const ids = [...(shown?.case?.photos ?? []), ...(shown?.timeline ?? []).flatMap(({ photos }) => photos)];
    this.files.fetch(ids, desk ? (id) => desk.file(id) : this.fileOf);
  }

  private newCommand(): string {
    return this.around.desk?.newId() ?? newId();
  }

  /** Opens a step, as it was left if it has been open before. */
  private async begin(action: Action): Promise<void> {
    const id = this.shown?.case?.id;
    if (id === undefined || this.doing?.sending === true) return;
    this.putAside();
    this.said = undefined;
    const begun = { filled: proposed(action), photos: [], command: this.newCommand() };
    this.doing = {
      ...(this.drafts.get(action.type) ?? begun),
      case: id,
      action,
      complaints: new Map(),
      trouble: undefined,
      sending: false,
    };
    if (action.fields.length === 0) await this.submit();
    await this.updateComplete;
    const [first] = action.fields;
    if (first) this.control(first.name)?.focus();
  }

  private putAside(): void {
    if (this.doing) this.drafts.set(this.doing.action.type, this.doing);
  }

  private control(id: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`[id="${id}"]`);
  }

  /** Changes what is being done, if it is still what `command` was made for. */
  private change(command: string, change: Partial<Doing>): void {
    if (this.doing?.command === command) this.doing = { ...this.doing, ...change };
  }

  private fill(name: ActionField['name'], value: string | readonly Photo[]): void {
    const { doing } = this;
    if (!doing) return;
    const complaints = new Map([...doing.complaints].filter(([path]) => path !== name));
    const filled = typeof value === 'string' ? { filled: { ...doing.filled, [name]: value } } : { photos: value };
    this.change(doing.command, { ...filled, complaints });
  }

  private async cancel(): Promise<void> {
    const { doing } = this;
    if (!doing || doing.sending) return;
    this.putAside();
    this.doing = undefined;
    await this.updateComplete;
    this.control(`do-${doing.action.type}`)?.focus();
  }

  private async submit(): Promise<void> {
    const { doing, activeModel: model } = this;
    if (!doing || doing.sending || model === undefined || this.shown?.case?.id !== doing.case) return;
    const { command } = doing;
    const data = dataOf(doing.action, doing.case, doing.filled);
    const faults = faultsIn(doing.action.type, data, model);
    if (faults.length > 0) {
      await this.complain(command, this.sorted(doing, faults));
      return;
    }
    this.change(command, { sending: true, trouble: undefined, complaints: new Map() });
    try {
      await this.send(doing, data);
    } catch {
      this.change(command, { sending: false, trouble: 'lost' });
    }
  }

  private async send(doing: Doing, data: Record<string, unknown>): Promise<void> {
    const { action, photos, command } = doing;
    const kept = await this.keepPhotos(photos);
    // Whoever acts here now has not asked for this.
    if (this.doing?.command !== command) return;
    const refused = kept.find((one) => !one.ok);
    if (refused?.ok === false) {
      await this.takeRefusal(doing, refused.refusal);
      return;
    }
    const files = kept.flatMap((one) => (one.ok ? [one.id] : []));
    const whole = files.length === 0 ? data : { ...data, photos: files };
    const asked = { id: commandId.parse(command), type: action.type, data: whole };
    const answer = files.length < photos.length ? undefined : request(this, asked);
    if (answer === undefined) this.change(command, { sending: false, trouble: 'unanswered' });
    else if (answer === 'given') this.close(doing);
    else await this.takeReceipt(doing, await answer);
  }

  private takeReceipt(doing: Doing, receipt: Receipt): Promise<void> {
    return receipt.ok ? this.finish(doing, receipt.ok === 'queued') : this.takeRefusal(doing, receipt.refusal);
  }

  /** Puts a step's form away; false where another has taken its place meanwhile. */
  private close({ action: { type }, command }: Doing): boolean {
    if (this.doing?.command !== command) return false;
    this.doing = undefined;
    this.drafts.delete(type);
    return true;
  }

  /** None where nobody keeps photos. */
  private async keepPhotos(photos: readonly Photo[]): Promise<readonly Attached[]> {
    const keep = keepFile(this.around.desk, this.attach);
    return keep === undefined ? [] : Promise.all(photos.map(({ bytes, type }) => keep(bytes, type)));
  }

  /** `queued`: it waits on this device, and nothing has changed yet. */
  private async finish(doing: Doing, queued: boolean): Promise<void> {
    const {
      case: id,
      action: { type },
    } = doing;
    const here = this.close(doing);
    if (here) this.said = { type, queued };
    if (!queued) this.dispatchEvent(new KtCaseChangedEvent(id, type));
    if (!here) return;
    if (!queued) await this.load();
    await this.updateComplete;
    if (this.said?.type === type) this.control('said')?.focus();
  }

  /** A refusal leaves no trace: the next attempt is another command. */
  private async takeRefusal(doing: Doing, refusal: Refusal): Promise<void> {
    const { faults = [], code } = refusal;
    await this.learnChangers(refusal);
    const field = refusedFields[code];
    const command = this.newCommand();
    this.change(doing.command, { sending: false, command });
    if (faults.length > 0) await this.complain(command, this.sorted(doing, faults));
    else if (field !== undefined && doing.action.fields.some(({ name }) => name === field)) {
      await this.complain(command, { complaints: new Map([[field, refusal]]) });
    } else this.change(command, { trouble: refusal });
  }

  /** A conflict says by whom, where the actor may see names. */
  private async learnChangers(refusal: Refusal): Promise<void> {
    const { desk } = this.around;
    const persons = personsIn(refusal);
    if (desk === undefined || persons.length === 0) return;
    const names = new DeskNames(desk);
    await names.learnPeople(persons);
    this.changers = names;
  }

  private nameOfPerson(id: string): string | undefined {
    const elsewhere = this.nameOf?.(id, 'person');
    return this.changers ? this.changers.person(id, this.language.language, elsewhere) : elsewhere;
  }

  /** Faults beside their fields; those of a field that the form does not show above its buttons. */
  private sorted({ action }: Doing, faults: readonly Fault[]): Partial<Doing> {
    const shows = (fault: Fault): boolean => action.fields.some(({ name }) => name === fieldOf(fault));
    const hidden = faults.filter((fault) => !shows(fault));
    return {
      complaints: new Map(faults.filter(shows).map((fault) => [fieldOf(fault), fault])),
      trouble: hidden.length > 0 ? hidden : undefined,
    };
  }

  private async complain(command: string, wrong: Partial<Doing>): Promise<void> {
    this.change(command, wrong);
    await this.updateComplete;
    const [first] = wrong.complaints?.keys() ?? [];
    if (first !== undefined && this.doing?.command === command) this.control(first)?.focus();
  }

  private complaintText(complaint: Complaint, { action }: Doing, model: GovernanceModel): string {
    const { texts, language } = this.language;
    if (!isFault(complaint)) return refusalText(complaint, language, model, (id) => this.nameOfPerson(id));
    const { code, limit = 0 } = complaint;
    const asked = action.fields.find(({ name }) => name === fieldOf(complaint));
    const names: Readonly<Record<string, string | undefined>> = texts.fields;
    if (asked === undefined) return texts.wrong(names[fieldOf(complaint)] ?? complaint.path);
    const label = texts.fields[asked.name];
    if (code === 'required') return asked.kind === 'text' ? texts.required(label) : texts.chooseOne(label);
    return code === 'too-long' ? texts.tooLong(label, formatNumber(limit, language)) : texts.wrong(label);
  }

  private troubleText(doing: Doing, model: GovernanceModel): string | undefined {
    const { trouble } = doing;
    if (trouble === undefined) return undefined;
    if (typeof trouble === 'string') return this.language.texts[trouble];
    const all = 'code' in trouble ? [trouble] : trouble;
    return all.map((complaint) => this.complaintText(complaint, doing, model)).join(' ');
  }

  override render(): TemplateResult {
    const { shown, activeModel: model } = this;
    if (shown === undefined || model === undefined) return this.waiting();
    const { case: one } = shown;
    if (one === undefined) return html`<div class="card empty" role="status">${this.language.texts.notFound}</div>`;
    return html`
      <article class="card ${this.wide ? 'wide' : ''}" aria-labelledby="title">
        ${this.head(one, model)} ${this.progress(one, model)}
        <div class="body">
          <div class="main">
            ${this.oldNews()} ${this.actions(one, shown, model)} ${this.report(one, model)} ${this.closed(shown, model)}
          </div>
          <div class="side">${this.history(one, shown.timeline, model)}</div>
        </div>
      </article>
      ${this.files.whole()}
    `;
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

  private instant(at: number): string {
    const { activeModel: model } = this;
    return formatInstant(at, this.language.language, {
      utcOffsetMinutes: model?.workingTime.utcOffsetMinutes ?? 480,
      now: this.present,
    });
  }

  private get present(): number {
    return this.now ?? this.around.desk?.now() ?? this.time;
  }

  private head(one: PageCase, model: GovernanceModel): TemplateResult {
    const { texts, language } = this.language;
    const { present: now, calendar } = this;
    return html`
      <header class="card-head" part="head">
        <h2 class="card-title" id="title">
          ${classLabel(model, one.class, language)} <span class="aside">${one.number ?? texts.noNumber}</span>
        </h2>
        <span class="tag primary">${stageLabel(model, one.stage, language)}</span>
        ${
          one.due === undefined
            ? nothing
            : html`<span class="due"
                >${timeLeftTag(one, { model, now, calendar, language })}
                <span class="aside">${texts.due(this.instant(one.due))}</span></span
              >`
        }
      </header>
    `;
  }

  private progress(one: PageCase, model: GovernanceModel): TemplateResult {
    const { texts, language } = this.language;
    return html`
      <ol class="steps" part="steps" aria-label=${texts.progress}>
        ${progressOf(model, one.stage, language).map(
          ({ label, state: at }) => html`
            <li class=${at} aria-current=${at === 'present' ? 'step' : nothing}>
              ${label}<span class="visually-hidden"> ${texts[at]}</span>
            </li>
          `,
        )}
      </ol>
    `;
  }

  private report(one: PageCase, model: GovernanceModel): TemplateResult {
    const { texts, language } = this.language;
    const { nameOf } = this;
    const group = groupLabel(model, one.class, language);
    const place = one.gridName ?? nameOf?.(one.grid, 'place') ?? codeText(one.grid);
    const handler =
      one.handler === undefined ? texts.noHandler : (one.handlerName ?? nameOf?.(one.handler, 'unit') ?? one.handler);
    const gone = one.reporterErased === true ? erasedPerson[language] : undefined;
    const reporter = [texts.modes[one.mode], gone, one.contact?.name, one.contact?.phone].filter(
      (part) => part !== undefined,
    );
    const label = classLabel(model, one.class, language);
    return html`
      <section>
        <p class="words">${one.text ?? html`<span class="aside">${texts.textGone}</span>`}</p>
        ${this.files.pictures(one.photos)}
      </section>
      <dl>
        <dt>${texts.place}</dt>
        <dd>${place}${one.address === undefined ? nothing : html`<br />${one.address}`}</dd>
        ${this.answers(one, model)}
        <dt>${texts.grade}</dt>
        <dd>
          ${gradeLabel(model, one.grade, language)}
          <span class="aside">${group === undefined ? label : `${group} · ${label}`}</span>
        </dd>
        <dt>${texts.handler}</dt>
        <dd>${handler}</dd>
        <dt>${texts.reporter}</dt>
        <dd>${reporter.join(' · ')} <span class="aside">${texts.reportedAt(this.instant(one.reportedAt))}</span></dd>
      </dl>
    `;
  }

  private answers(one: PageCase, model: GovernanceModel): readonly TemplateResult[] {
    const { texts, language } = this.language;
    const fields = model.cases.classes.find(({ id }) => id === one.class)?.fields ?? [];
    return fields.flatMap((field) => {
      const value = one.answers?.[field.id];
      if (value === undefined) return [];
      const option =
        field.type === 'choice' ? field.options.find(({ id }) => id === value)?.label[language] : undefined;
      const unit = field.type === 'number' ? field.unit?.[language] : undefined;
      const plain = typeof value === 'boolean' ? (value ? texts.yes : texts.no) : String(value);
      return [
        html`<dt>${field.label[language]}</dt>
          <dd>${option ?? plain}${unit === undefined ? nothing : ` ${unit}`}</dd>`,
      ];
    });
  }

  private history(one: PageCase, entries: readonly PageEntry[], model: GovernanceModel): TemplateResult {
    const { texts } = this.language;
    return html`
      <section aria-labelledby="timeline-title">
        <h3 id="timeline-title">${texts.timeline}</h3>
        <ol class="timeline" part="timeline">
          ${entries.map((entry) => this.entry(entry, entry.due === one.due, model))}
        </ol>
      </section>
    `;
  }

  private whatHappened(entry: PageEntry, model: GovernanceModel): string {
    const { texts, language } = this.language;
    const handler = entry.handler && (entry.handlerName ?? this.nameOf?.(entry.handler, 'unit') ?? entry.handler);
    const tier = model.meetings.find(({ id }) => id === entry.tier)?.label[language];
    const rating = model.cases.ratings.find(({ id }) => id === entry.rating)?.label[language];
    return [
      eventText(entry.event, language) ?? entry.event,
      handler === undefined ? '' : texts.to(handler),
      tier === undefined ? '' : texts.at(tier),
      rating === undefined ? '' : texts.rated(rating),
    ].join('');
  }

  private who({ by, actor, actorName, actorErased }: PageEntry): string {
    const { texts, language } = this.language;
    if (by === 'reporter') return texts.byReporter;
    if (by === 'process') return texts.byProcess;
    if (actorErased === true) return erasedPerson[language];
    return actorName ?? (actor === undefined ? undefined : this.nameOf?.(actor, 'person')) ?? texts.byPerson;
  }

  /** `runs`: the limit that began with it is the one that still runs. */
  private entry(entry: PageEntry, runs: boolean, model: GovernanceModel): TemplateResult {
    const { texts, language } = this.language;
    const why = model.cases.dispatch.find(({ id }) => id === entry.rule)?.why[language];
    return html`
      <li class="by-${entry.by} ${entry.event === 'CaseSupervised' ? 'late' : ''}">
        <div class="happened">
          <span class="what">${this.whatHappened(entry, model)}</span>
          <span class="aside"><time datetime=${new Date(entry.at).toISOString()}>${this.instant(entry.at)}</time></span>
        </div>
        <div class="aside">
          ${[
            this.who(entry),
            why === undefined ? '' : texts.basis(why),
            entry.due === undefined || !runs ? '' : texts.until(this.instant(entry.due)),
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </div>
        ${entry.words === undefined || entry.event === 'CaseReported' ? nothing : html`<p class="words">${entry.words}</p>`}
        ${entry.event === 'CaseReported' ? nothing : this.files.pictures(entry.photos)}
      </li>
    `;
  }

  private actions(one: PageCase, { offers, handlers }: ReadCase, model: GovernanceModel): TemplateResult {
    const { texts } = this.language;
    const { open, closed } = actionsOf(offers);
    const { doing } = this;
    const leading = open.find(({ type }) => type !== 'UrgeCase');
    return html`
      <section aria-labelledby="actions-title">
        <h3 id="actions-title" class="visually-hidden">${texts.actions}</h3>
        <div id="said" role="status" tabindex="-1">
          ${
            this.said === undefined
              ? nothing
              : html`<div class="notice ${this.said.queued ? 'soon' : 'good'}">${this.saidText(this.said)}</div>`
          }
        </div>
        ${open.length === 0 && closed.length === 0 ? html`<p class="aside">${texts.nothingToDo}</p>` : nothing}
        ${this.meeting(one, model)}
        <div class="buttons sub">${open.map((action) => this.button(action, action === leading && !doing))}</div>
        ${doing === undefined ? nothing : this.doingForm(doing, handlers, model)}
      </section>
    `;
  }

  private saidText({ type, queued }: NonNullable<typeof this.said>): string {
    const { texts } = this.language;
    return queued ? texts.queued(texts.does[type]) : texts.done(texts.does[type]);
  }

  /** The form of the step that is open. One that asks nothing has a form only where something came in its way. */
  private doingForm(
    doing: Doing,
    handlers: readonly HandlerChoice[],
    model: GovernanceModel,
  ): TemplateResult | typeof nothing {
    const { texts, language } = this.language;
    const notice = this.troubleText(doing, model);
    if (doing.action.fields.length === 0 && notice === undefined) return nothing;
    const worded = [...doing.complaints].map(
      ([name, complaint]) => [name, this.complaintText(complaint, doing, model)] as const,
    );
    return actionForm({
      ...doing,
      errors: new Map(worded),
      notice,
      model,
      handlers,
      handlerName: (id) => this.nameOf?.(id, 'unit') ?? id,
      language,
      texts,
      fill: (name, value) => this.fill(name, value),
      takePhotos: (photos) => this.fill('photos', photos),
      submit: () => void this.submit(),
      cancel: () => void this.cancel(),
    });
  }

  /** A case before a meeting goes on by the meeting's resolution: the way there, instead of steps. */
  private meeting(one: PageCase, model: GovernanceModel): TemplateResult | typeof nothing {
    const { texts, language } = this.language;
    const { meeting } = one;
    const tier = model.meetings.find(({ id }) => id === one.tier);
    if (tier === undefined) return nothing;
    return html`
      <div class="notice meeting">
        <span>${texts.beforeMeeting(tier.label[language])}</span>
        ${
          meeting === undefined
            ? nothing
            : html`<button
                type="button"
                class="button"
                @click=${() => this.dispatchEvent(new KtMeetingOpenedEvent(meeting, tier.id))}
              >
                ${texts.toMeeting}
              </button>`
        }
      </div>
    `;
  }

  private button(action: Action, first: boolean): TemplateResult {
    const { texts } = this.language;
    const open = this.doing?.action.type === action.type;
    return html`
      <button
        type="button"
        class="button ${first ? 'primary' : ''}"
        id="do-${action.type}"
        aria-disabled=${this.doing?.sending === true ? 'true' : nothing}
        aria-expanded=${action.fields.length === 0 ? nothing : open ? 'true' : 'false'}
        @click=${() => void (open ? this.cancel() : this.begin(action))}
      >
        ${texts.does[action.type]}
      </button>
    `;
  }

  private closed({ offers }: ReadCase, model: GovernanceModel): TemplateResult | typeof nothing {
    const { texts, language } = this.language;
    const { closed } = actionsOf(offers);
    if (closed.length === 0) return nothing;
    return html`
      <details>
        <summary>${texts.otherActions(formatNumber(closed.length, language))}</summary>
        <ul class="closed">
          ${closed.map(
            ({ type, offer }) => html`
              <li>
                <button type="button" class="button" disabled aria-describedby="why-${type}">
                  ${texts.does[type]}
                </button>
                <span class="aside" id="why-${type}"
                  >${offer.refusal === undefined ? nothing : refusalText(offer.refusal, language, model)}</span
                >
              </li>
            `,
          )}
        </ul>
      </details>
    `;
  }
}
