import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Fault, GovernanceModel, Refusal } from '@keting/domain';
import { newId, type Desk } from '@keting/runtime';
import { keepFile, type HostAttach } from '../case-parts/keep-file.ts';
import { signs } from '../case-parts/icons.styles.ts';
import type { GridPickerGrid } from '../grid-picker/grid.ts';
import { request } from '../base/command-event.ts';
import { controls } from '../base/controls.styles.ts';
import { DeskController } from '../base/desk-context.ts';
import { refusalText } from '../base/refusal-text.ts';
import { LanguageController } from '../base/texts.ts';
import { tokens, type Density } from '../base/tokens.styles.ts';
import { KtCaseOpenedEvent } from '../worklist/worklist.events.ts';
import { KtCaseReportedEvent, KtDraftEvent } from './case-form.events.ts';
import { caseFormStyles } from './case-form.styles.ts';
import { caseFormTexts } from './case-form.texts.ts';
import { emptyDraft, restoredDraft, sameDraft, type CaseDraft, type Channel, type ContactMode } from './draft.ts';
import {
  contactTemplate,
  descriptionTemplate,
  photosTemplate,
  whatTemplate,
  whereTemplate,
  type FieldsLook,
} from './fields-template.ts';
import { faultText, refusedField } from './fault-text.ts';
import { byField, draftFaults, type DraftFaults } from './faults.ts';
import { nextSteps } from './next-steps.ts';
import { PlacePicking } from './place-picking.ts';
import { receiptTemplate } from './receipt.ts';
import { problemsTemplate, sendingTemplate, type Progress, type Trouble } from './sending-template.ts';
import { Submission, type Outcome } from './submission.ts';

type Done = Extract<Outcome, { readonly kind: 'done' | 'queued' }>;

/** What is wrong with a field: as the schema says, or as the desk refused it. Words come when it is shown. */
type Complaint = Fault | Refusal;

const noFaults: DraftFaults = new Map();
const isFault = (complaint: Complaint): complaint is Fault => 'path' in complaint;

/** Where the focus goes for a field: the control's id. */
const controlOf = (path: string): string =>
  path === 'mode'
    ? 'mode-anonymous'
    : path.replace(/^(fields|contact)\./, (_, group: string) => (group === 'fields' ? 'field-' : ''));

/**
 * @summary Asks what a report needs, in plain words, and hands it over: what, where, photos, description, contact.
 *
 * Set `model` from script, or put it inside a `kt-desk`. Its questions come from the model: the classes, the fields of the
 * chosen class, the bounds of text and photos, the ways of contact. What is wrong is told by the very schema that the desk
 * applies, beside the field, when it is left and when the form is submitted. Nothing typed is lost: `value` is the draft
 * as it stands, `kt-draft` tells of each change, and `draft` starts the form from a kept one.
 *
 * On submit it fires one intent, `kt-command` with `{ type: 'ReportCase', data }`, and shows what came of it: a receipt with
 * the number and what happens next, or the reason why not, beside the field it belongs to. While the line is down it says that
 * the report waits on this device. An anonymous report is given a
 * secret that is shown once; only its hash is sent.
 *
 * ```html
 * <kt-desk><kt-case-form channel="resident"></kt-case-form></kt-desk>
 * ```
 *
 * @fires {KtCaseOpenedEvent} kt-case-opened - a person goes from the receipt to the case, where `follows` is set
 * @fires {KtCommandEvent} kt-command - the report, as plain data; a page without a desk answers it with `respondWith()`
 * @fires {KtDraftEvent} kt-draft - what is typed has changed
 * @fires {KtCaseReportedEvent} kt-case-reported - the report has been taken
 * @slot title - a heading in place of ours
 * @slot approval - the approval number of the map on which the place is picked
 * @csspart card - the surface of the form
 * @csspart problems - the summary of what is wrong
 * @csspart place - the button that opens the map and list of grids
 * @csspart submit - the button that submits
 * @csspart receipt - the receipt
 * @csspart number - the number on the receipt
 * @csspart secret - the secret on an anonymous receipt
 */
export class KtCaseForm extends LitElement {
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [tokens, controls, signs, caseFormStyles];

  private readonly language = new LanguageController(this, caseFormTexts);
  private readonly around = new DeskController(this, (desk) => {
    if (this.awayFrom !== undefined && this.awayFrom !== desk) this.leaveDesk();
    this.awayFrom = undefined;
    this.requestUpdate();
    return () => {
      this.place.forgetNames();
      // Who moves the form about on a page keeps what is written in it, as long as it stays on the same desk.
      if (this.leavesPage) this.awayFrom = desk;
      else this.leaveDesk();
    };
  });
  private readonly place = new PlacePicking(this, this.language, {
    setting: () => ({
      place: this.written.place,
      grids: this.grids,
      desk: this.around.desk,
      model: this.activeModel,
    }),
    write: (place) => this.write('place', { place }),
    leave: () => this.leave('place'),
    error: () => this.errorOf('place'),
    focus: () => this.named('place')?.focus(),
    isFocusFree: () => this.isFocusFree,
  });
  private submission: Submission | undefined;
  private faults: DraftFaults = noFaults;
  private begun = false;
  private leavesPage = false;
  /** The desk of a form that was taken off the page. */
  private awayFrom: Desk | undefined;
  /** The draft that was handed in last, as far as it has been looked at. */
  private looked: Partial<CaseDraft> | undefined;
  /** A draft that went with the person whose it was. */
  private spent: Partial<CaseDraft> | undefined;
  /** Counts people: what came of a report of the one before is not shown. */
  private turn = 0;
  /** From the press to the answer; a second press is not heard. */
  private submitting = false;

  @state() private written: CaseDraft = emptyDraft([]);
  /** Fields that were changed and then left: only they are told what is wrong before the form is submitted. */
  @state() private left: ReadonlySet<string> = new Set();
  @state() private changed: ReadonlySet<string> = new Set();
  @state() private attempted = false;
  /** What the desk refused a field for, until that field changes. */
  @state() private refused: ReadonlyMap<string, Complaint> = new Map();
  @state() private trouble: Trouble | undefined;
  @state() private progress: Progress | undefined;
  @state() private done: Done | undefined;
  @state() private copied = false;

  /** The governance model; unset, that of the desk around it. */
  @property({ attribute: false }) model?: GovernanceModel;

  /** The grids to pick the place from; unset, those of the desk, and without a desk a coordinate is asked for. */
  @property({ attribute: false }) grids?: readonly GridPickerGrid[];

  /** By which way the report comes in. */
  @property() channel: Channel = 'resident';

  /** A draft to start from, whole or in part. */
  @property({ attribute: false }) draft?: Partial<CaseDraft>;

  /** Keeps a file and answers its id, where no desk stands around. */
  @property({ attribute: false }) attach?: HostAttach;

  /** The page shows cases: the receipt leads to the one reported, by `kt-case-opened`. */
  @property({ type: Boolean }) follows = false;

  /** Makes identities, where no desk stands around: UUIDv7 texts. */
  @property({ attribute: false }) newId: () => string = newId;

  /** How much room it takes; unset follows the page. */
  @property({ reflect: true }) density?: Density;

  /** Everything typed and chosen, as it stands. */
  get value(): CaseDraft {
    return this.written;
  }

  /** Empties the form for another report. */
  reset(): void {
    this.start(emptyDraft(this.modes));
    this.dispatchEvent(new KtDraftEvent(this.written));
  }

  /** Submits what is written, as the button does. */
  async submit(): Promise<void> {
    const { activeModel: model } = this;
    if (model === undefined || this.submitting) return;
    const { turn } = this;
    this.submitting = true;
    this.attempted = true;
    this.trouble = undefined;
    await this.updateComplete;
    try {
      if (this.complaints().length > 0) await this.showProblems();
      else await this.send(model);
    } finally {
      if (turn === this.turn) this.submitting = false;
    }
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { activeModel: model } = this;
    if (model === undefined) return;
    // What went with its person is not begun with again.
    const draft = this.draft === this.spent ? {} : (this.draft ?? {});
    // A host that hands back what it was told of changes nothing.
    const handed = changed.has('draft') && !sameDraft(restoredDraft(draft, this.modes), this.written);
    if (handed || !this.begun) this.start(restoredDraft(draft, this.modes));
    this.begun = true;
    this.looked = this.draft;
    this.faults = draftFaults(this.written, model, this.channel);
  }

  override disconnectedCallback(): void {
    this.leavesPage = true;
    super.disconnectedCallback();
    this.leavesPage = false;
  }

  /** Who leaves takes along what they wrote, the way it was being sent, and the secret of its receipt. */
  private leaveDesk(): void {
    this.turn += 1;
    this.submitting = false;
    this.progress = undefined;
    this.place.leaveDesk();
    this.start(emptyDraft([]));
    // What is begun with next is for the next desk's ways of contact.
    this.begun = false;
    this.spent = this.looked;
  }

  private get activeModel(): GovernanceModel | undefined {
    return this.model ?? this.around.desk?.model;
  }

  /** The ways of contact that are open to who is here: nobody can be reached who is not signed in. */
  private get modes(): readonly ContactMode[] {
    const offered = this.activeModel?.cases.report.contacts ?? [];
    const unknown = this.around.desk?.actor.kind === 'anonymous';
    return unknown && offered.includes('anonymous') ? ['anonymous'] : offered;
  }

  private start(draft: CaseDraft): void {
    this.written = draft;
    this.submission = undefined;
    this.left = new Set();
    this.changed = new Set();
    this.refused = new Map();
    this.attempted = false;
    this.trouble = undefined;
    this.done = undefined;
    this.copied = false;
    this.place.start(draft.place);
  }

  private write(path: string, change: Partial<CaseDraft>): void {
    this.written = { ...this.written, ...change };
    this.changed = new Set([...this.changed, path]);
    if (this.refused.has(path)) this.refused = new Map([...this.refused].filter(([one]) => one !== path));
    this.dispatchEvent(new KtDraftEvent(this.written));
  }

  private leave(path: string): void {
    if (this.changed.has(path) && !this.left.has(path)) this.left = new Set([...this.left, path]);
  }

  private faultText(fault: Fault, model: GovernanceModel): string {
    const { texts, language } = this.language;
    return faultText(fault, { draft: this.written, model, language, texts });
  }

  private complaintText(complaint: Complaint, model: GovernanceModel): string {
    if (isFault(complaint)) return this.faultText(complaint, model);
    const { texts, language } = this.language;
    return refusedField(complaint, texts)?.[1] ?? refusalText(complaint, language, model);
  }

  /** What is wrong with a field, as far as it is time to say so. */
  private errorOf(path: string): string | undefined {
    const { activeModel: model } = this;
    const refused = this.refused.get(path);
    if (model === undefined) return undefined;
    if (refused !== undefined) return this.complaintText(refused, model);
    const fault = this.faults.get(path);
    if (fault === undefined) return undefined;
    return this.attempted || this.left.has(path) ? this.faultText(fault, model) : undefined;
  }

  /** Everything that is wrong, in the order of the fields. */
  private complaints(): readonly (readonly [path: string, text: string])[] {
    const { activeModel: model } = this;
    if (model === undefined) return [];
    const own = [...this.faults].map(([path, fault]) => [path, this.faultText(fault, model)] as const);
    const refused = [...this.refused]
      .filter(([path]) => !this.faults.has(path))
      .map(([path, complaint]) => [path, this.complaintText(complaint, model)] as const);
    return [...own, ...refused];
  }

  private async showProblems(): Promise<void> {
    await this.updateComplete;
    this.named('problems')?.focus();
  }

  private named(id: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`[id="${id}"]`);
  }

  private visit(event: Event, path: string): void {
    event.preventDefault();
    const control = this.named(controlOf(path));
    control?.focus();
    control?.scrollIntoView({ block: 'center' });
  }

  private submissionFor(model: GovernanceModel): Submission {
    const { desk } = this.around;
    const { turn } = this;
    this.submission ??= new Submission({
      model,
      channel: this.channel,
      newId: () => desk?.newId() ?? this.newId(),
      attach: keepFile(desk, this.attach),
      // What one person wrote does not go out under the name of the next.
      ask: (command) => (turn === this.turn ? request(this, command) : undefined),
      progress: (photo, of) => {
        if (turn === this.turn) this.progress = { photo, of };
      },
    });
    return this.submission;
  }

  private async send(model: GovernanceModel): Promise<void> {
    const { turn } = this;
    const held = this.shadowRoot?.activeElement ?? null;
    this.progress = 'report';
    const outcome = await this.submissionFor(model).send(this.written);
    if (turn !== this.turn) return;
    this.progress = undefined;
    if (outcome.kind === 'done' || outcome.kind === 'queued') await this.finish(outcome);
    else if (outcome.kind === 'refused') await this.takeRefusal(outcome.refusal);
    else if (outcome.kind !== 'given') this.trouble = outcome;
    await this.giveBack(held);
  }

  /** A field that was disabled while its report went out has lost the focus: it is given back. */
  private async giveBack(held: Element | null): Promise<void> {
    await this.updateComplete;
    if (this.isFocusFree && held instanceof HTMLElement) held.focus();
  }

  /** The focus is nowhere, or on the form without being on anything in it. */
  private get isFocusFree(): boolean {
    const { activeElement } = document;
    return activeElement === document.body || (activeElement === this && !this.shadowRoot?.activeElement);
  }

  private async finish(outcome: Done): Promise<void> {
    this.done = outcome;
    this.submission = undefined;
    this.dispatchEvent(new KtCaseReportedEvent(outcome.id, numberOf(outcome)));
    await this.updateComplete;
    this.named('done')?.focus();
  }

  /** A refusal goes beside the field that it is about; one about none goes above the button. */
  private async takeRefusal(refusal: Refusal): Promise<void> {
    const field = refusedField(refusal, this.language.texts)?.[0];
    const shown = [...byField(refusal.faults ?? [])].flatMap(([path, fault]) => {
      const at = this.controlPath(path);
      return at === undefined ? [] : [[at, fault] as const];
    });
    const about: readonly (readonly [string, Complaint])[] = field === undefined ? shown : [[field, refusal], ...shown];
    const refused = new Map<string, Complaint>();
    for (const [path, complaint] of about) if (!refused.has(path)) refused.set(path, complaint);
    this.refused = refused;
    const hidden = (refusal.faults ?? []).some(({ path }) => this.controlPath(path) === undefined);
    if (about.length === 0 || hidden) this.trouble = { kind: 'refused', refusal };
    if (about.length > 0) await this.showProblems();
  }

  /** The path under which the form shows a field; undefined for one that it does not show. */
  private controlPath(path: string): string | undefined {
    const known = [path, path.split('.').slice(0, 2).join('.'), path.split('.')[0] ?? ''];
    return known.find((one) => one !== '' && this.named(controlOf(one)) !== null);
  }

  private async copySecret(secret: string): Promise<void> {
    // Where the clipboard is not to be had, the secret still stands there to be written down.
    this.copied = await navigator.clipboard.writeText(secret).then(
      () => true,
      () => false,
    );
  }

  override render(): TemplateResult {
    const { activeModel: model } = this;
    const { texts } = this.language;
    if (model === undefined) return html`<div class="card empty" role="status">${texts.noModel}</div>`;
    if (this.done) return this.receipt(this.done, model);
    const look = this.look(model);
    return html`
      <div class="card" part="card">
        <form
          novalidate
          aria-busy=${this.progress === undefined ? 'false' : 'true'}
          @submit=${(event: Event) => {
            event.preventDefault();
            void this.submit();
          }}
        >
          <slot name="title"><h2 class="title">${texts.title}</h2></slot>
          ${problemsTemplate(this.attempted ? this.complaints() : [], look, (event, path) => this.visit(event, path))}
          <fieldset ?disabled=${this.progress !== undefined}>
            ${whatTemplate(look)} ${whereTemplate(look, this.place.field())} ${photosTemplate(look)}
            ${descriptionTemplate(look)} ${contactTemplate(look)}
          </fieldset>
          ${sendingTemplate({ ...look, progress: this.progress, trouble: this.trouble })}
        </form>
      </div>
      ${this.place.dialog()}
    `;
  }

  private look(model: GovernanceModel): FieldsLook {
    const { texts, language } = this.language;
    const { written, modes } = this;
    return {
      written,
      model,
      language,
      texts,
      modes,
      errorOf: (path) => this.errorOf(path),
      write: (path, change) => this.write(path, change),
      answer: (field, typed) => this.write(`fields.${field}`, { answers: { ...this.written.answers, [field]: typed } }),
      leave: (path) => this.leave(path),
    };
  }

  private receipt(done: Done, model: GovernanceModel): TemplateResult {
    const { id, kind, secret } = done;
    const { texts, language } = this.language;
    return receiptTemplate({
      queued: kind === 'queued',
      number: numberOf(done),
      secret,
      mode: this.written.mode,
      steps: nextSteps(model, this.written.class, language),
      copied: this.copied,
      texts,
      copy: secret !== undefined && window.isSecureContext ? () => void this.copySecret(secret) : undefined,
      // Who reported without a name is not known to be its reporter: the secret leads there, nothing else does.
      follow:
        this.follows && secret === undefined && kind === 'done'
          ? () => this.dispatchEvent(new KtCaseOpenedEvent(id))
          : undefined,
      again: () => {
        this.reset();
        void this.updateComplete.then(() => this.named('class')?.focus());
      },
    });
  }
}

const numberOf = (done: Done): string | undefined => (done.kind === 'done' ? done.number : undefined);
