import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import {
  cases,
  commandId,
  timeline as timelineView,
  type Calendar,
  type Fault,
  type GovernanceModel,
  type Refusal,
} from '@keting/domain';
import { newId, type Attached, type Offer } from '@keting/runtime';
import { keepFile, type HostAttach } from '../case-parts/keep-file.ts';
import { classLabel, gradeLabel, groupLabel, stageLabel } from '../case-parts/case-words.ts';
import { film } from '../case-parts/icons.ts';
import { signs } from '../case-parts/icons.styles.ts';
import type { NameOf } from '../case-parts/name-of.ts';
import { timeLeftTag } from '../case-parts/time-left-tag.ts';
import { codeText } from '../grid-picker/grid.ts';
import { drawPhoto, isFilm } from '../photo-field/draw.ts';
import type { Photo } from '../photo-field/photo.ts';
import { ask } from '../base/command-event.ts';
import { controls } from '../base/controls.styles.ts';
import { DeskController } from '../base/desk-context.ts';
import { formatInstant, formatNumber } from '../base/format.ts';
import { refusalText } from '../base/refusal-text.ts';
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
  type Filled,
  type HandlerChoice,
} from './actions.ts';
import { KtCaseChangedEvent, KtMeetingOpenedEvent } from './case-page.events.ts';
import { casePageStyles } from './case-page.styles.ts';
import { casePageTexts } from './case-page.texts.ts';
import { readCase, type ReadCase } from './case-source.ts';
import type { PageCase, PageEntry } from './page-case.ts';
import { progressOf } from './progress.ts';

/** What is being done, as far as it has been filled in. */
interface Doing {
  readonly action: Action;
  readonly filled: Filled;
  readonly photos: readonly Photo[];
  readonly errors: ReadonlyMap<string, string>;
  readonly notice: string | undefined;
  readonly sending: boolean;
  /** Under which the command goes, also when it goes again after the line broke. */
  readonly command: string;
}

const wideFrom = 860;
const tick = 30_000;
const pictureSide = 240;

/** A file as it is kept, or as yet without an answer, or not to be had. */
type Kept = Photo | 'reading' | 'gone';

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
  private readonly around = new DeskController(this, (desk) => {
    const stops = [cases, timelineView].map((view) => desk.watch<unknown>(view, () => void this.load()));
    void this.load();
    return () => stops.forEach((stop) => stop());
  });
  private readonly drawn = new WeakMap<HTMLCanvasElement, Photo>();
  private ticking = 0;
  private round = 0;

  @state() private read: ReadCase | 'reading' | 'failed' = 'reading';
  @state() private doing: Doing | undefined;
  @state() private said = '';
  @state() private files: ReadonlyMap<string, Kept> = new Map();
  @state() private wide = false;
  @state() private time = Date.now();

  @query('article') private readonly articlePart!: HTMLElement | null;

  /** Which case of the desk is shown. */
  @property({ attribute: 'case-id' }) caseId?: string;

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
  @property({ attribute: false }) fileOf?: (
    id: string,
  ) => Promise<{ readonly bytes: Uint8Array; readonly type: string } | undefined>;

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
    if (changed.has('caseId')) {
      this.read = 'reading';
      this.doing = undefined;
      this.said = '';
      void this.load();
    }
    this.fetchFiles();
  }

  protected override updated(): void {
    for (const canvas of this.renderRoot.querySelectorAll('canvas')) {
      const photo = this.files.get(canvas.dataset['id'] ?? '');
      if (photo === undefined || typeof photo === 'string' || this.drawn.get(canvas) === photo) continue;
      this.drawn.set(canvas, photo);
      drawPhoto(canvas, photo).catch(() => this.keep(photo.id, 'gone'));
    }
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

  private async load(): Promise<void> {
    const { caseId } = this;
    const { desk } = this.around;
    if (desk === undefined || caseId === undefined || this.case !== undefined) return;
    this.round += 1;
    const { round } = this;
    const read = await readCase(desk, caseId).catch(() => 'failed' as const);
    // A later question has been asked meanwhile: its answer counts.
    if (round === this.round) this.read = read;
  }

  private keep(id: string, kept: Kept): void {
    this.files = new Map([...this.files, [id, kept]]);
  }

  /** Asks once for each file that is to be seen. */
  private fetchFiles(): void {
    const { shown } = this;
    const { desk } = this.around;
    const from = desk ? (id: string) => desk.file(id) : this.fileOf;
    const ids = [...(shown?.case?.photos ?? []), ...(shown?.timeline ?? []).flatMap(({ photos }) => photos)];
    const wanted = ids.filter((id) => !this.files.has(id));
    if (from === undefined || wanted.length === 0) return;
    this.files = new Map([...this.files, ...wanted.map((id) => [id, 'reading'] as const)]);
    for (const id of wanted) {
      from(id)
        .then((file) => this.keep(id, file === undefined ? 'gone' : { id, ...file }))
        .catch(() => this.keep(id, 'gone'));
    }
  }

  private async begin(action: Action): Promise<void> {
    this.said = '';
    this.doing = {
      action,
      filled: proposed(action),
      photos: [],
      errors: new Map(),
      notice: undefined,
      sending: false,
      command: this.around.desk?.newId() ?? newId(),
    };
    if (action.fields.length === 0) await this.submit();
    await this.updateComplete;
    const [first] = action.fields;
    if (first) this.control(first.name)?.focus();
  }

  private control(id: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`[id="${id}"]`);
  }

  private change(change: Partial<Doing>): void {
    if (this.doing) this.doing = { ...this.doing, ...change };
  }

  private fill(name: ActionField['name'], value: string): void {
    if (!this.doing) return;
    const errors = new Map([...this.doing.errors].filter(([path]) => path !== name));
    this.change({ filled: { ...this.doing.filled, [name]: value }, errors });
  }

  private async cancel(): Promise<void> {
    const type = this.doing?.action.type;
    this.doing = undefined;
    await this.updateComplete;
    if (type) this.control(`do-${type}`)?.focus();
  }

  private async submit(): Promise<void> {
    const { doing, activeModel: model } = this;
    const id = this.shown?.case?.id;
    if (!doing || doing.sending || model === undefined || id === undefined) return;
    const data = dataOf(doing.action, id, doing.filled);
    const faults = faultsIn(doing.action.type, data, model);
    if (faults.length > 0) {
      await this.showFaults(faults);
      return;
    }
    this.change({ sending: true, notice: undefined, errors: new Map() });
    try {
      await this.send(doing, data, model);
    } catch {
      this.change({ sending: false, notice: this.language.texts.lost });
    }
  }

  private async send(
    { action, photos, command }: Doing,
    data: Record<string, unknown>,
    model: GovernanceModel,
  ): Promise<void> {
    const { texts } = this.language;
    const kept = await this.keepPhotos(photos);
    const refused = kept.find((one) => !one.ok);
    if (refused?.ok === false) {
      this.change({ sending: false });
      await this.takeRefusal(refused.refusal, model);
      return;
    }
    const files = kept.flatMap((one) => (one.ok ? [one.id] : []));
    const whole = files.length === 0 ? data : { ...data, photos: files };
    const receipt =
      files.length < photos.length
        ? undefined
        : await ask(this, { id: commandId.parse(command), type: action.type, data: whole });
    if (receipt === undefined) {
      this.change({ sending: false, notice: texts.unanswered });
    } else if (receipt.ok) {
      await this.finish(action);
    } else {
      this.change({ sending: false, command: this.around.desk?.newId() ?? newId() });
      await this.takeRefusal(receipt.refusal, model);
    }
  }

  /** None where nobody keeps photos. */
  private async keepPhotos(photos: readonly Photo[]): Promise<readonly Attached[]> {
    const keep = keepFile(this.around.desk, this.attach);
    return keep === undefined ? [] : Promise.all(photos.map(({ bytes, type }) => keep(bytes, type)));
  }

  private async finish(action: Action): Promise<void> {
    const id = this.shown?.case?.id ?? '';
    this.doing = undefined;
    this.said = this.language.texts.done(this.language.texts.does[action.type]);
    this.dispatchEvent(new KtCaseChangedEvent(id, action.type));
    await this.load();
    await this.updateComplete;
    this.control('said')?.focus();
  }

  private async takeRefusal(refusal: Refusal, model: GovernanceModel): Promise<void> {
    const text = refusalText(refusal, this.language.language, model);
    if (refusal.faults !== undefined && refusal.faults.length > 0) await this.showFaults(refusal.faults);
    else if (refusal.code === 'reason-required') await this.showErrors(new Map([['reason', text]]));
    else if (refusal.code === 'handler-unknown' || refusal.code === 'handler-same') {
      await this.showErrors(new Map([['handler', text]]));
    } else this.change({ notice: text });
  }

  private showFaults(faults: readonly Fault[]): Promise<void> {
    return this.showErrors(new Map(faults.map((fault) => [fault.path.split('.')[0] ?? '', this.faultText(fault)])));
  }

  private async showErrors(errors: ReadonlyMap<string, string>): Promise<void> {
    this.change({ errors });
    await this.updateComplete;
    const [first] = errors.keys();
    if (first !== undefined) this.control(first)?.focus();
  }

  private faultText({ path, code, limit = 0 }: Fault): string {
    const { texts, language } = this.language;
    const asked = this.doing?.action.fields.find(({ name }) => name === path.split('.')[0]);
    if (asked === undefined) return texts.wrong(path);
    const label = texts.fields[asked.name];
    if (code === 'required') return asked.kind === 'text' ? texts.required(label) : texts.chooseOne(label);
    return code === 'too-long' ? texts.tooLong(label, formatNumber(limit, language)) : texts.wrong(label);
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
            ${this.actions(one, shown, model)} ${this.report(one, model)} ${this.closed(shown, model)}
          </div>
          <div class="side">${this.history(one, shown.timeline, model)}</div>
        </div>
      </article>
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
    const reporter = [texts.modes[one.mode], one.contact?.name, one.contact?.phone].filter(
      (part) => part !== undefined,
    );
    const label = classLabel(model, one.class, language);
    return html`
      <section>
        <p class="words">${one.text ?? html`<span class="aside">${texts.textGone}</span>`}</p>
        ${this.pictures(one.photos)}
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

  private pictures(ids: readonly string[]): TemplateResult | typeof nothing {
    if (ids.length === 0) return nothing;
    return html`<ul class="photos">
      ${ids.map((id, at) => html`<li>${this.picture(id, at)}</li>`)}
    </ul>`;
  }

  private picture(id: string, at: number): TemplateResult {
    const { texts, language } = this.language;
    const place = formatNumber(at + 1, language);
    const file = this.files.get(id);
    if (file === 'gone') return html`<div class="film aside" role="img" aria-label=${texts.photoGone}>—</div>`;
    if (file !== undefined && typeof file !== 'string' && isFilm(file)) {
      return html`<div class="film" role="img" aria-label=${texts.film(place)}>${film}</div>`;
    }
    return html`
      <canvas
        role="img"
        aria-label=${texts.photo(place)}
        data-id=${id}
        width=${pictureSide}
        height=${pictureSide}
      ></canvas>
    `;
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
      texts.events[entry.event] ?? entry.event,
      handler === undefined ? '' : texts.to(handler),
      tier === undefined ? '' : texts.at(tier),
      rating === undefined ? '' : texts.rated(rating),
    ].join('');
  }

  private who({ by, actor, actorName }: PageEntry): string {
    const { texts } = this.language;
    if (by === 'reporter') return texts.byReporter;
    if (by === 'process') return texts.byProcess;
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
        ${entry.event === 'CaseReported' ? nothing : this.pictures(entry.photos)}
      </li>
    `;
  }

  private actions(one: PageCase, { offers, handlers }: ReadCase, model: GovernanceModel): TemplateResult {
    const { texts, language } = this.language;
    const { open, closed } = actionsOf(offers);
    const { doing } = this;
    const leading = open.find(({ type }) => type !== 'UrgeCase');
    return html`
      <section aria-labelledby="actions-title">
        <h3 id="actions-title" class="visually-hidden">${texts.actions}</h3>
        <div id="said" role="status" tabindex="-1">
          ${this.said === '' ? nothing : html`<div class="notice good">${this.said}</div>`}
        </div>
        ${open.length === 0 && closed.length === 0 ? html`<p class="aside">${texts.nothingToDo}</p>` : nothing}
        ${this.meeting(one, model)}
        <div class="buttons sub">${open.map((action) => this.button(action, action === leading && !doing))}</div>
        ${
          doing && doing.action.fields.length + (doing.notice === undefined ? 0 : 1) > 0
            ? actionForm({
                ...doing,
                class: one.class,
                model,
                handlers,
                handlerName: (id) => this.nameOf?.(id, 'unit') ?? id,
                language,
                texts,
                fill: (name, value) => this.fill(name, value),
                takePhotos: (photos) => this.change({ photos }),
                submit: () => void this.submit(),
                cancel: () => void this.cancel(),
              })
            : nothing
        }
      </section>
    `;
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
