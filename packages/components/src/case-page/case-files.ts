import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { cross, film } from '../case-parts/icons.ts';
import { formatNumber } from '../base/format.ts';
import type { LanguageController } from '../base/texts.ts';
import { drawPhoto, drawWhole, isFilm } from '../photo-field/draw.ts';
import type { Photo } from '../photo-field/photo.ts';
import type { CasePageTexts } from './case-page.texts.ts';

/** Hands out a kept file; undefined where there is none, or none for this person. */
export type FileOf = (id: string) => Promise<{ readonly bytes: Uint8Array; readonly type: string } | undefined>;

/** What is known of a file. `gone`: there is none, or it cannot be drawn; `failed`: the line broke. */
type Kept = Photo | 'reading' | 'gone' | 'failed';

/** A file that is shown in its whole. */
interface Shown {
  readonly file: Photo;
  readonly title: string;
  /** Where a film plays from; let go of when it closes. */
  readonly url?: string;
  /** The browser, or the policy of the page, does not play it. */
  readonly blocked?: boolean;
}

const pictureSide = 240;

/** The photos and films of a case: fetched once each, drawn small where they are told of, and one of them whole in a dialog. */
export class CaseFiles implements ReactiveController {
  private readonly host: LitElement;
  private readonly language: LanguageController<CasePageTexts>;
  private readonly drawn = new WeakMap<HTMLCanvasElement, Photo>();
  private files: ReadonlyMap<string, Kept> = new Map();
  private shown: Shown | undefined;
  /** Where the person was before. */
  private from: HTMLElement | undefined;
  /** Counts cases and people: a file that was asked for before the last change is not kept. */
  private turn = 0;

  constructor(host: LitElement, language: LanguageController<CasePageTexts>) {
    this.host = host;
    this.language = language;
    host.addController(this);
  }

  hostUpdated(): void {
    for (const canvas of this.host.renderRoot.querySelectorAll('canvas')) {
      const photo = this.files.get(canvas.dataset['id'] ?? '');
      if (photo === undefined || typeof photo === 'string' || this.drawn.get(canvas) === photo) continue;
      this.drawn.set(canvas, photo);
      const { turn } = this;
      const draw = canvas.classList.contains('whole') ? drawWhole : drawPhoto;
      draw(canvas, photo).catch(() => this.keep(photo.id, 'gone', turn));
    }
  }

  hostDisconnected(): void {
    this.close();
  }

  /** Nothing of one case, and nothing of one person, stays for the next. */
  clear(): void {
    this.turn += 1;
    this.files = new Map();
    this.close();
  }

  /** Asks once for each file that is to be seen. */
  fetch(ids: readonly string[], fileOf: FileOf | undefined): void {
    const wanted = ids.filter((id) => !this.files.has(id));
    if (fileOf === undefined || wanted.length === 0) return;
    const { turn } = this;
    this.files = new Map([...this.files, ...wanted.map((id) => [id, 'reading'] as const)]);
    for (const id of wanted) {
      fileOf(id)
        .then((file) => this.keep(id, file === undefined ? 'gone' : { id, ...file }, turn))
        .catch(() => this.keep(id, 'failed', turn));
    }
  }

  /** Files for which the line broke are asked for again. */
  askAgain(): void {
    this.files = new Map([...this.files].filter(([, kept]) => kept !== 'failed'));
    this.host.requestUpdate();
  }

  /** Small pictures of some files, each of which opens whole. */
  pictures(ids: readonly string[]): TemplateResult | typeof nothing {
    if (ids.length === 0) return nothing;
    return html`<ul class="photos">
      ${ids.map((id, at) => html`<li>${this.picture(id, at)}</li>`)}
    </ul>`;
  }

  /** The dialog in which one file is shown whole. */
  whole(): TemplateResult {
    const { texts } = this.language;
    const { shown } = this;
    return html`
      <dialog
        class="viewer"
        aria-labelledby="viewer-title"
        @close=${() => this.close()}
        @click=${({ target, currentTarget }: Event) => target === currentTarget && this.close()}
      >
        ${
          shown === undefined
            ? nothing
            : html`<div class="viewer-head">
                  <h3 id="viewer-title">${shown.title}</h3>
                  <button type="button" class="button" aria-label=${texts.close} @click=${() => this.close()}>
                    ${cross}
                  </button>
                </div>
                ${shown.url === undefined ? wholePhoto(shown) : this.film(shown.url, shown)}`
        }
      </dialog>
    `;
  }

  private picture(id: string, at: number): TemplateResult {
    const { texts, language } = this.language;
    const place = formatNumber(at + 1, language);
    const file = this.files.get(id);
    if (file === 'gone') return html`<div class="film aside" role="img" aria-label=${texts.photoGone}>—</div>`;
    if (file === 'failed') {
      return html`
        <button type="button" class="film again" @click=${() => this.askAgain()}>
          ${texts.retry}<span class="visually-hidden"> ${texts.photo(place)}</span>
        </button>
      `;
    }
    if (file === undefined || file === 'reading') {
      return html`<div class="film" role="img" aria-label=${texts.photo(place)}></div>`;
    }
    const title = isFilm(file) ? texts.film(place) : texts.photo(place);
    return html`
      <button type="button" class="film open" aria-label=${title} @click=${() => this.open(file, title)}>
        ${isFilm(file) ? film : html`<canvas data-id=${id} width=${pictureSide} height=${pictureSide}></canvas>`}
      </button>
    `;
  }

  private film(url: string, { file, title, blocked }: Shown): TemplateResult {
    const { texts } = this.language;
    return html`
      ${
        blocked === true
          ? html`<p class="notice" role="alert">${texts.filmBlocked}</p>`
          : html`<video controls src=${url} aria-label=${title} @error=${() => this.block()}></video>`
      }
      <a class="button" href=${url} download="${file.id}.${file.type.split('/')[1] ?? 'mp4'}">${texts.saveFilm}</a>
    `;
  }

  private open(file: Photo, title: string): void {
    const active = this.host.shadowRoot?.activeElement;
    this.from = active instanceof HTMLElement ? active : undefined;
    const url = isFilm(file)
      ? URL.createObjectURL(new Blob([Uint8Array.from(file.bytes)], { type: file.type }))
      : undefined;
    this.shown = { file, title, ...(url === undefined ? {} : { url }) };
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => this.dialog?.showModal());
  }

  private block(): void {
    if (this.shown) this.shown = { ...this.shown, blocked: true };
    this.host.requestUpdate();
  }

  private close(): void {
    const { shown, from } = this;
    if (shown === undefined) return;
    if (shown.url !== undefined) URL.revokeObjectURL(shown.url);
    this.shown = undefined;
    this.from = undefined;
    this.dialog?.close();
    // Older browsers do not give the focus back when a dialog closes.
    from?.focus();
    this.host.requestUpdate();
  }

  private keep(id: string, kept: Kept, turn: number): void {
    if (turn !== this.turn) return;
    this.files = new Map([...this.files, [id, kept]]);
    this.host.requestUpdate();
  }

  private get dialog(): HTMLDialogElement | null {
    return this.host.renderRoot.querySelector<HTMLDialogElement>('dialog.viewer');
  }
}

const wholePhoto = ({ file, title }: Shown): TemplateResult =>
  html`<canvas class="whole" role="img" aria-label=${title} data-id=${file.id}></canvas>`;
