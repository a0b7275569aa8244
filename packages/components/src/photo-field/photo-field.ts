import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { attachmentTypes, type AttachmentType, type Refusal } from '@keting/domain';
import { newId } from '@keting/runtime';
import { cross, film, plus } from '../case-parts/icons.ts';
import { signs } from '../case-parts/icons.styles.ts';
import { controls } from '../base/controls.styles.ts';
import { FormControl } from '../base/form-control.ts';
import { formatNumber } from '../base/format.ts';
import { LanguageController } from '../base/texts.ts';
import { tokens } from '../base/tokens.styles.ts';
import { canDraw, drawPhoto, isFilm } from './draw.ts';
import { sizeText, takeIn, type Added, type ChosenFile, type Photo } from './photo.ts';
import { KtPhotosChangedEvent } from './photo-field.events.ts';
import { photoFieldStyles } from './photo-field.styles.ts';
import { photoFieldTexts } from './photo-field.texts.ts';

/** Why files were not added: each by its name, or how many there was no room for. */
type Problem = { readonly name: string; readonly refusal?: Refusal } | { readonly left: number };

/** Pixels of a preview's side; twice what it takes on screen, for sharp screens. */
const previewSide = 240;

/**
 * @summary Takes photos: bounded in number and size, told by their first bytes, stripped of where they were taken.
 *
 * A control of forms: under its `name` it sends the files, already stripped. Files are chosen, taken with the camera, or
 * dropped. One that is too large or of a wrong type is told by its name; those that were added stay.
 *
 * @fires {KtPhotosChangedEvent} kt-photos-changed - a person has added or removed photos
 * @csspart tile - a preview
 * @csspart add - the button that adds
 */
export class KtPhotoField extends FormControl {
  static override styles = [tokens, controls, signs, photoFieldStyles];

  private readonly language = new LanguageController(this, photoFieldTexts);
  private readonly drawn = new WeakSet<HTMLCanvasElement>();
  private drags = 0;
  /** Counts resets: a file that was being looked at before is not added after. */
  private turn = 0;
  private held: readonly Photo[] = [];

  @state() private problems: readonly Problem[] = [];
  @state() private checking = 0;
  @state() private over = false;

  @query('input') private readonly inputPart!: HTMLInputElement | null;
  @query('.add') private readonly addPart!: HTMLButtonElement | null;

  /** The photos that have been added. */
  @property({ attribute: false })
  get photos(): readonly Photo[] {
    return this.held;
  }

  set photos(photos: readonly Photo[]) {
    const before = this.held;
    if (photos === before) return;
    this.held = photos;
    this.tellForm();
    this.requestUpdate('photos', before);
  }

  /** How many may be added. */
  @property({ type: Number }) max = 6;

  /** How large one may be, in bytes. */
  @property({ type: Number, attribute: 'max-bytes' }) maxBytes = 10_000_000;

  /** Types that may be added. */
  @property({ attribute: false }) types: readonly AttachmentType[] = attachmentTypes;

  /** What it is called; unset it is called photos. */
  @property() label?: string;

  /** What is wrong with it, in the page's language. */
  @property() error?: string;

  override focus(options?: FocusOptions): void {
    (this.addPart ?? this.renderRoot.querySelector<HTMLElement>('.remove'))?.focus(options);
  }

  /** Takes files in as if a person had chosen them; each that may not be added is told on the field. */
  async add(files: readonly ChosenFile[]): Promise<void> {
    if (files.length === 0) return;
    const room = Math.max(0, this.max - this.photos.length - this.checking);
    const taken = files.slice(0, room);
    // What is still being looked at was chosen before: what is said about it stays.
    const before = this.checking > 0 ? this.problems : [];
    this.problems = files.length > room ? [...before, { left: files.length - room }] : before;
    this.checking += taken.length;
    const { turn } = this;
    for (const file of taken) if (turn === this.turn) await this.addOne(file, turn);
  }

  /** Called by the browser when its form is reset: lets go of all photos and of what was said about them. */
  formResetCallback(): void {
    this.turn += 1;
    this.checking = 0;
    this.problems = [];
    this.photos = [];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('name')) this.tellForm();
  }

  protected override updated(): void {
    for (const canvas of this.renderRoot.querySelectorAll('canvas')) {
      const photo = this.photos.find(({ id }) => id === canvas.dataset['id']);
      if (!photo || this.drawn.has(canvas)) continue;
      this.drawn.add(canvas);
      // A photo that cannot be drawn keeps its empty tile and its name.
      drawPhoto(canvas, photo).catch(() => undefined);
    }
  }

  private tellForm(): void {
    this.internals.setFormValue(this.formValue());
  }

  private formValue(): FormData | null {
    if (this.photos.length === 0 || this.name === '') return null;
    const data = new FormData();
    this.photos.forEach(({ type, bytes }, at) => {
      data.append(this.name, new File([Uint8Array.from(bytes)], `${at + 1}.${type.split('/')[1] ?? ''}`, { type }));
    });
    return data;
  }

  private async addOne(file: ChosenFile, turn: number): Promise<void> {
    const problem = await this.look(file);
    if (turn !== this.turn) return;
    this.checking -= 1;
    if ('ok' in problem) await this.take(problem.photo);
    else this.problems = [...this.problems, problem];
  }

  private async take(photo: Photo): Promise<void> {
    const { addPart: add } = this;
    const onAdd = add !== null && this.shadowRoot?.activeElement === add;
    this.change([...this.photos, photo]);
    await this.updateComplete;
    // With the last one that there is room for the button goes, and the focus must not go with it.
    if (onAdd && !add.isConnected) [...this.renderRoot.querySelectorAll<HTMLElement>('.remove')].pop()?.focus();
  }

  private async look(file: ChosenFile): Promise<Extract<Added, { ok: true }> | Problem> {
    try {
      const added = await takeIn(file, { maxBytes: this.maxBytes, types: this.types }, newId(), canDraw);
      return added.ok ? added : { name: added.name, refusal: added.refusal };
    } catch {
      // The file went away, or the system would not let it be read.
      return { name: file.name };
    }
  }

  private change(photos: readonly Photo[]): void {
    this.photos = photos;
    this.dispatchEvent(new KtPhotosChangedEvent(photos));
  }

  private async takeAway(index: number): Promise<void> {
    this.problems = [];
    this.change(this.photos.filter((_, at) => at !== index));
    await this.updateComplete;
    const left = this.renderRoot.querySelectorAll<HTMLElement>('.remove');
    (left[Math.min(index, left.length - 1)] ?? this.addPart)?.focus();
  }

  private choose(): void {
    const files = [...(this.inputPart?.files ?? [])];
    // Choosing the same file again must be heard.
    if (this.inputPart) this.inputPart.value = '';
    void this.add(files);
  }

  private drag(event: DragEvent, change: 1 | -1): void {
    event.preventDefault();
    this.drags += change;
    this.over = this.drags > 0;
  }

  private drop(event: DragEvent): void {
    event.preventDefault();
    this.drags = 0;
    this.over = false;
    if (!this.isDisabled) void this.add([...(event.dataTransfer?.files ?? [])]);
  }

  override render(): TemplateResult {
    const { texts } = this.language;
    return html`
      <div
        class="field ${this.over ? 'over' : ''}"
        role="group"
        aria-labelledby="label"
        aria-describedby="hint problems"
        aria-busy=${this.checking > 0 ? 'true' : 'false'}
        @dragenter=${(event: DragEvent) => this.drag(event, 1)}
        @dragleave=${(event: DragEvent) => this.drag(event, -1)}
        @dragover=${(event: DragEvent) => event.preventDefault()}
        @drop=${(event: DragEvent) => this.drop(event)}
      >
        <span class="label" id="label">${this.label ?? texts.label}</span>
        <span class="hint" id="hint">${this.hint()}</span>
        <ul class="tiles">
          ${repeat(
            this.photos,
            ({ id }) => id,
            (photo, at) => this.tile(photo, at),
          )}
          ${this.photos.length < this.max ? this.addTile() : nothing}
        </ul>
        <div id="problems" role="alert">${this.problemsTemplate()}</div>
        <div class="visually-hidden" role="status">${this.status()}</div>
      </div>
    `;
  }

  private hint(): string {
    const { texts } = this.language;
    const text = this.types.some((type) => isFilm({ type })) ? texts.hintFilm : texts.hint;
    return text(this.number(this.max), sizeText(this.maxBytes));
  }

  private status(): string {
    const { texts } = this.language;
    if (this.checking > 0) return texts.checking;
    return this.photos.length === 0 ? '' : texts.added(this.number(this.photos.length), this.number(this.max));
  }

  private number(value: number): string {
    return formatNumber(value, this.language.language);
  }

  private nameOf(photo: Photo, at: number): string {
    const { texts } = this.language;
    const place = this.number(at + 1);
    return isFilm(photo) ? texts.film(place, sizeText(photo.bytes.length)) : texts.photo(place);
  }

  private tile(photo: Photo, at: number): TemplateResult {
    const { texts } = this.language;
    const name = this.nameOf(photo, at);
    return html`
      <li class="tile" part="tile">
        ${
          isFilm(photo)
            ? html`<div class="picture" role="img" aria-label=${name}>${film}</div>`
            : html`<canvas
                class="picture"
                role="img"
                aria-label=${name}
                data-id=${photo.id}
                width=${previewSide}
                height=${previewSide}
              ></canvas>`
        }
        <button
          type="button"
          class="remove"
          aria-label=${texts.remove(name)}
          ?disabled=${this.isDisabled}
          @click=${() => this.takeAway(at)}
        >
          <span>${cross}</span>
        </button>
      </li>
    `;
  }

  private addTile(): TemplateResult {
    const { texts } = this.language;
    return html`
      <li class="tile">
        <input
          type="file"
          hidden
          multiple
          accept=${this.types.join(',')}
          ?disabled=${this.isDisabled}
          @change=${() => this.choose()}
        />
        <button
          type="button"
          class="add"
          part="add"
          ?disabled=${this.isDisabled}
          @click=${() => this.inputPart?.click()}
        >
          ${plus}<span>${this.checking > 0 ? texts.checking : texts.add}</span>
        </button>
      </li>
    `;
  }

  private problemsTemplate(): TemplateResult | typeof nothing {
    const told = this.problems.map((problem) => this.problemText(problem));
    const all = this.error === undefined || this.error === '' ? told : [...told, this.error];
    if (all.length === 0) return nothing;
    return html`<ul class="problems">
      ${all.map((text) => html`<li class="error">${text}</li>`)}
    </ul>`;
  }

  private problemText(problem: Problem): string {
    const { texts } = this.language;
    if ('left' in problem) return texts.tooMany(this.number(this.max), this.number(problem.left));
    const { name, refusal } = problem;
    switch (refusal?.code) {
      case undefined:
        return texts.unreadable(name);
      case 'attachment-too-large':
        return texts.tooLarge(name, sizeText(Number(refusal.params['size'])), sizeText(this.maxBytes));
      case 'attachment-type':
        return texts.wrongType(name, this.types.map((type) => texts.typeNames[type] ?? type).join(texts.or));
      default:
        return texts.broken(name);
    }
  }
}
