import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import type { CoordinateSystem, GovernanceModel, Language, Place } from '@keting/domain';
import type { Desk } from '@keting/runtime';
import { cross } from '../case-parts/icons.ts';
import { readCoordinate } from '../grid-picker/coordinate-text.ts';
import { fullName, type GridPickerGrid } from '../grid-picker/grid.ts';
import type { KtGridPickedEvent } from '../grid-picker/grid-picker.events.ts';
import type { LanguageController } from '../base/texts.ts';
import type { CaseFormTexts } from './case-form.texts.ts';
import { gridOfDesk, type KnownGrid } from './desk-grids.ts';
import { placeControl } from './place-field.ts';

/** What else there is to say about the place: the name of its text. */
type PlaceMessage = 'mapMissing' | 'hereFailed' | 'coordinateWrong';

/** What the form around knows. */
export interface PlaceSetting {
  /** The place as it stands in the draft. */
  readonly place: Place | undefined;
  /** Grids that the page gave. */
  readonly grids: readonly GridPickerGrid[] | undefined;
  readonly desk: Desk | undefined;
  readonly model: GovernanceModel | undefined;
}

/** The form around, as far as its place goes. */
export interface PlaceForm {
  setting(): PlaceSetting;
  /** Takes a place into the draft. */
  write(place: Place | undefined): void;
  /** The field has been left. */
  leave(): void;
  /** What is wrong with the place, if it is time to say so. */
  error(): string | undefined;
  /** Gives the focus to the field. */
  focus(): void;
  /** Whether nothing else has the focus. */
  isFocusFree(): boolean;
}

/** Where a case is: picked from map and list in a dialog, typed as a coordinate, or told by the browser. */
export class PlacePicking implements ReactiveController {
  private readonly host: LitElement;
  private readonly language: LanguageController<CaseFormTexts>;
  private readonly form: PlaceForm;
  private coordinate = '';
  private system: CoordinateSystem = 'WGS-84';
  private locating = false;
  private message: PlaceMessage | undefined;
  /** Picked in the dialog, and not taken yet. */
  private pending: GridPickerGrid | undefined;
  private asks = false;
  /** Whether the code of map and list is here. */
  private picker: 'coming' | 'here' | 'missing' = 'coming';
  /** What the desk tells of the chosen grid, in which language. */
  private known: (KnownGrid & { readonly language: Language }) | undefined;
  /** Counts what makes an answer to "where I am" come too late. */
  private whereabouts = 0;

  constructor(host: LitElement, language: LanguageController<CaseFormTexts>, form: PlaceForm) {
    this.host = host;
    this.language = language;
    this.form = form;
    host.addController(this);
  }

  hostUpdate(): void {
    void this.learn();
  }

  hostDisconnected(): void {
    this.forgetWhere();
  }

  /** Begins with a draft. */
  start(place: Place | undefined): void {
    this.forgetWhere();
    this.message = undefined;
    const placed = place !== undefined && 'position' in place ? place : undefined;
    this.coordinate = placed?.position.join(', ') ?? '';
    this.system = placed?.system ?? this.form.setting().model?.cases.report.coordinates[0] ?? 'WGS-84';
  }

  /** What the desk told, and what was looked at, goes with whoever was here. */
  leaveDesk(): void {
    this.known = undefined;
    this.pending = undefined;
    this.asks = false;
  }

  /** What the desk told is asked anew, of whichever desk comes next. */
  forgetNames(): void {
    this.known = undefined;
  }

  field(): TemplateResult {
    const { texts } = this.language;
    const { place, model } = this.form.setting();
    return placeControl({
      place,
      picks: this.picks,
      grid: this.placed,
      coordinate: this.coordinate,
      system: this.system,
      systems: model?.cases.report.coordinates ?? [],
      locating: this.locating,
      canLocate: 'geolocation' in navigator && window.isSecureContext,
      error: this.message === undefined ? this.form.error() : texts[this.message],
      texts,
      open: () => void this.open(),
      locate: () => this.locate(),
      typeCoordinate: (typed, system) => this.typeCoordinate(typed, system),
      leave: () => this.leaveCoordinate(),
    });
  }

  dialog(): TemplateResult | typeof nothing {
    if (!this.asks) return nothing;
    const { texts } = this.language;
    const { pending } = this;
    return html`
      <dialog aria-labelledby="dialog-title" @close=${() => this.closed()}>
        <div class="dialog-head">
          <h3 id="dialog-title">${texts.placeDialog}</h3>
          <button
            type="button"
            class="button quiet icon"
            aria-label=${texts.close}
            @click=${() => this.dialogPart?.close()}
          >
            ${cross}
          </button>
        </div>
        ${this.picker === 'here' ? nothing : html`<p class="picker-note" role="status">${texts.mapComing}</p>`}
        <kt-grid-picker
          .grids=${this.form.setting().grids ?? []}
          .label=${texts.grids}
          ?geolocation=${window.isSecureContext}
          .value=${this.grid ?? ''}
          @kt-grid-picked=${({ grid }: KtGridPickedEvent) => this.look(grid)}
          ><slot name="approval" slot="approval"></slot
        ></kt-grid-picker>
        <div class="dialog-foot">
          <button
            type="button"
            class="button primary"
            ?disabled=${pending === undefined && this.placed === undefined}
            @click=${() => this.take(pending)}
          >
            ${pending ? texts.takePlace(fullName(pending)) : this.placed ? texts.takePlace(this.placed.name) : texts.noPlaceYet}
          </button>
        </div>
      </dialog>
    `;
  }

  private get dialogPart(): HTMLDialogElement | null {
    return this.host.renderRoot.querySelector('dialog');
  }

  /** Code of the grid that is chosen. */
  private get grid(): string | undefined {
    const { place } = this.form.setting();
    return place !== undefined && 'grid' in place ? place.grid : undefined;
  }

  /** A place is picked from grids where there are some and the map can come; a grid that is chosen stays. */
  private get picks(): boolean {
    const { grids, desk } = this.form.setting();
    return (grids !== undefined || desk !== undefined) && (this.picker !== 'missing' || this.grid !== undefined);
  }

  /** The chosen grid: of the grids that were given, or as the desk tells of it. */
  private get placed(): KnownGrid | undefined {
    const { grid: code } = this;
    if (code === undefined) return undefined;
    const given = this.form.setting().grids?.find((grid) => grid.code === code);
    if (given) return { code, name: fullName(given), staff: given.staff ?? '' };
    return this.known?.code === code ? this.known : { code, name: this.language.texts.gridUnknown(code), staff: '' };
  }

  /** Asks the desk, once for each chosen grid, what it is called and who looks after it. */
  private async learn(): Promise<void> {
    const { grid: code } = this;
    const { desk, grids, model } = this.form.setting();
    const { language, texts } = this.language;
    if (model === undefined || desk === undefined || grids !== undefined || code === undefined) return;
    if (this.known?.code === code && this.known.language === language) return;
    const before = this.known?.code === code ? this.known : { code, name: texts.gridUnknown(code), staff: '' };
    const asked = { ...before, language };
    this.known = asked;
    const told = await gridOfDesk(desk, code, { model, language, inCharge: texts.inCharge }).catch(() => undefined);
    if (told === undefined || this.known !== asked) return;
    this.known = { ...told, language };
    this.host.requestUpdate();
  }

  /** The dialog opens at once; map and list come into it when their code is here. */
  private async open(): Promise<void> {
    this.message = undefined;
    this.asks = true;
    // What was looked at last time and not taken is not chosen.
    this.look(undefined);
    void this.loadPicker();
    await this.host.updateComplete;
    const picker = this.host.renderRoot.querySelector('kt-grid-picker');
    if (picker) picker.value = this.grid ?? '';
    this.dialogPart?.showModal();
  }

  /** Most who look at the form never open the map, so its code is fetched when somebody does. */
  private async loadPicker(): Promise<void> {
    try {
      await import('../grid-picker/kt-grid-picker.ts');
      this.picker = 'here';
      this.host.requestUpdate();
    } catch {
      this.doWithoutPicker();
    }
  }

  /** Chromium does not fetch code again that once failed to come, so a coordinate is asked for instead. */
  private doWithoutPicker(): void {
    const waits = this.dialogPart?.open === true;
    this.dialogPart?.close();
    this.picker = 'missing';
    this.message = 'mapMissing';
    this.host.requestUpdate();
    if (waits) void this.host.updateComplete.then(() => this.form.focus());
  }

  /** Older browsers do not give the focus back when a dialog closes. */
  private closed(): void {
    if (this.form.isFocusFree()) this.form.focus();
  }

  private look(grid: GridPickerGrid | undefined): void {
    this.pending = grid;
    this.host.requestUpdate();
  }

  private take(grid: GridPickerGrid | undefined): void {
    this.dialogPart?.close();
    if (grid !== undefined) this.choose({ grid: grid.code });
  }

  private choose(place: Place | undefined): void {
    this.forgetWhere();
    this.message = undefined;
    this.form.write(place);
  }

  private typeCoordinate(typed: string, system: CoordinateSystem): void {
    this.coordinate = typed;
    this.system = system;
    const read = readCoordinate(typed);
    this.choose(read && { position: [read[0], read[1]], system });
  }

  private leaveCoordinate(): void {
    this.form.leave();
    if (this.form.setting().place === undefined && this.coordinate.trim() !== '') this.say('coordinateWrong');
  }

  /** Asks the browser once where the person stands, because they pressed for it; nothing is followed. */
  private locate(): void {
    this.forgetWhere();
    this.locating = true;
    this.host.requestUpdate();
    const { whereabouts } = this;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        if (whereabouts !== this.whereabouts) return;
        this.typeCoordinate(`${coords.longitude.toFixed(6)}, ${coords.latitude.toFixed(6)}`, 'WGS-84');
      },
      () => {
        if (whereabouts !== this.whereabouts) return;
        this.locating = false;
        this.say('hereFailed');
      },
      { enableHighAccuracy: true, timeout: 15_000 },
    );
  }

  private say(message: PlaceMessage): void {
    this.message = message;
    this.host.requestUpdate();
  }

  /** An answer to "where I am" that is still to come is not wanted any more. */
  private forgetWhere(): void {
    this.whereabouts += 1;
    this.locating = false;
  }
}
