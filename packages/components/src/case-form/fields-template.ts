import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { GovernanceModel, Language } from '@keting/domain';
import { type KtClassPickedEvent } from '../class-picker/class-picker.events.ts';
import { type KtPhotosChangedEvent } from '../photo-field/photo-field.events.ts';
import { formatNumber } from '../base/format.ts';
import type { CaseFormTexts } from './case-form.texts.ts';
import { classAnswer } from './class-answer.ts';
import { fieldsOf, type CaseDraft, type ContactMode } from './draft.ts';

/** A draft as its fields show it, and what becomes of it when somebody types. */
export interface FieldsLook {
  readonly written: CaseDraft;
  readonly model: GovernanceModel;
  readonly language: Language;
  readonly texts: CaseFormTexts;
  /** The ways of contact that are open to who is here. */
  readonly modes: readonly ContactMode[];
  /** What is wrong with a field, as far as it is time to say so. */
  errorOf(path: string): string | undefined;
  write(path: string, change: Partial<CaseDraft>): void;
  /** Writes what was typed into a field of the class's own, beside the answers that are there by then. */
  answer(field: string, typed: string): void;
  leave(path: string): void;
}

/** The class, and the fields that it asks for of its own. */
export function whatTemplate(look: FieldsLook): TemplateResult {
  const { written, model, texts } = look;
  const fields = fieldsOf(model, written.class);
  return html`
    <kt-class-picker
      id="class"
      .classes=${model.cases.classes}
      .value=${written.class}
      .label=${texts.what}
      .error=${look.errorOf('class') ?? ''}
      @kt-class-picked=${(event: KtClassPickedEvent) => look.write('class', { class: event.value })}
      @focusout=${() => look.leave('class')}
    ></kt-class-picker>
    ${fields.length === 0 ? nothing : html`<div class="own">${fields.map((field) => ownField(field, look))}</div>`}
  `;
}

function ownField(field: ReturnType<typeof fieldsOf>[number], look: FieldsLook): TemplateResult {
  const { language, texts, written } = look;
  const path = `fields.${field.id}`;
  return classAnswer({
    field,
    typed: written.answers[field.id] ?? '',
    error: look.errorOf(path),
    language,
    texts,
    type: (typed) => look.answer(field.id, typed),
    leave: () => look.leave(path),
  });
}

/** The place, as `picked` shows it, and its address. */
export function whereTemplate(look: FieldsLook, picked: TemplateResult): TemplateResult {
  const { texts } = look;
  return html`
    <div class="field" role="group" aria-labelledby="where">
      <span class="label" id="where">${texts.where}</span>
      ${picked}
      <div class="field sub">
        <label class="label" for="address">${texts.address} <span class="aside">${texts.optional}</span></label>
        ${lineTemplate(look, 'address', 'address', { placeholder: texts.addressHint, complete: 'street-address' })}
      </div>
    </div>
  `;
}

/** Photos, where the model takes any. */
export function photosTemplate(look: FieldsLook): TemplateResult | typeof nothing {
  const { max, maxBytes, types } = look.model.cases.report.photos;
  if (max === 0) return nothing;
  return html`
    <kt-photo-field
      id="photos"
      .photos=${look.written.photos}
      .max=${max}
      .maxBytes=${maxBytes}
      .types=${types}
      .error=${look.errorOf('photos') ?? ''}
      @kt-photos-changed=${(event: KtPhotosChangedEvent) => look.write('photos', { photos: event.photos })}
    ></kt-photo-field>
  `;
}

/** The words of the report, with how many of how many are written. */
export function descriptionTemplate(look: FieldsLook): TemplateResult {
  const { texts, language, written } = look;
  const { min, max } = look.model.cases.report.text;
  const number = (value: number) => formatNumber(value, language);
  const used = written.text.trim().length;
  const error = look.errorOf('text');
  return html`
    <div class="field">
      <label class="label" for="text">${texts.text}</label>
      <span class="hint" id="text-hint"
        >${min > 1 ? texts.textHint(number(min), number(max)) : texts.textHintFree(number(max))}</span
      >
      <textarea
        class="input"
        id="text"
        rows="5"
        aria-required="true"
        aria-invalid=${error === undefined ? 'false' : 'true'}
        aria-describedby="text-hint text-error text-count"
        .value=${live(written.text)}
        @input=${(event: Event) => look.write('text', { text: typedIn(event) })}
        @blur=${() => look.leave('text')}
      ></textarea>
      <div class="under">
        <span class="error" id="text-error">${error}</span>
        <span class="count ${used > max ? 'over' : ''}" id="text-count"
          >${texts.count(number(used), number(max))}${
            used > max ? html` · ${texts.countOver(number(used - max))}` : nothing
          }</span
        >
      </div>
    </div>
  `;
}

/** By which way the reporter can be reached, and what that way asks for. */
export function contactTemplate(look: FieldsLook): TemplateResult {
  const { texts } = look;
  const { mode } = look.written;
  return html`
    <div class="field" role="radiogroup" aria-labelledby="contact" aria-describedby="mode-means mode-error">
      <span class="label" id="contact">${texts.contact} <span class="aside">${texts.contactHint}</span></span>
      <div class="segments modes">${look.modes.map((one) => modeTemplate(one, look))}</div>
      <span class="hint" id="mode-means">${texts.modeMeans[mode]}</span>
      <div class="error" id="mode-error">${look.errorOf('mode')}</div>
      ${mode === 'anonymous' ? nothing : contactLines(mode, look)}
    </div>
  `;
}

function modeTemplate(mode: ContactMode, look: FieldsLook): TemplateResult {
  const picked = mode === look.written.mode;
  return html`
    <label class=${picked ? 'picked' : ''}>
      <input
        class="visually-hidden"
        id="mode-${mode}"
        type="radio"
        name="mode"
        .value=${mode}
        .checked=${live(picked)}
        @change=${() => look.write('mode', { mode })}
      />${look.texts.modes[mode]}
    </label>
  `;
}

function contactLines(mode: ContactMode, look: FieldsLook): TemplateResult {
  const { texts } = look;
  const label = (id: string, text: string) =>
    html`<label for=${id}>${text} <span class="aside">${texts.optional}</span></label>`;
  return html`
    <div class="contact">
      ${
        mode === 'named'
          ? html`<div class="field">
              ${label('name', texts.name)} ${lineTemplate(look, 'name', 'contact.name', { complete: 'name' })}
            </div>`
          : nothing
      }
      <div class="field">
        ${label('phone', texts.phone)}
        ${lineTemplate(look, 'phone', 'contact.phone', { placeholder: texts.phoneHint, complete: 'tel', mode: 'tel' })}
      </div>
    </div>
  `;
}

/** A line of text whose id is the draft's own name for it. */
function lineTemplate(
  look: FieldsLook,
  id: 'address' | 'name' | 'phone',
  path: string,
  { placeholder = '', complete = 'off', mode = 'text' }: { placeholder?: string; complete?: AutoFill; mode?: string },
): TemplateResult {
  const error = look.errorOf(path);
  return html`
    <input
      class="input"
      id=${id}
      type="text"
      inputmode=${mode}
      autocomplete=${complete}
      placeholder=${placeholder}
      aria-invalid=${error === undefined ? 'false' : 'true'}
      aria-describedby="${id}-error"
      .value=${live(look.written[id])}
      @input=${(event: Event) => look.write(path, { [id]: typedIn(event) })}
      @blur=${() => look.leave(path)}
    />
    <div class="error" id="${id}-error">${error}</div>
  `;
}

const typedIn = ({ target }: Event): string =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target.value : '';
