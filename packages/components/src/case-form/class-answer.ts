import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ClassField, Language } from '@keting/domain';
import type { CaseFormTexts } from './case-form.texts.ts';

/** How one of a class's own fields stands in the form. */
export interface Answering {
  readonly field: ClassField;
  readonly typed: string;
  readonly error: string | undefined;
  readonly language: Language;
  readonly texts: CaseFormTexts;
  type(value: string): void;
  leave(): void;
}

const valueIn = (event: Event): string => {
  const { target } = event;
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement ? target.value : '';
};

const described = ({ field }: Answering): string => `hint-${field.id} error-${field.id}`;

function select(answering: Answering, options: readonly (readonly [id: string, label: string])[]): TemplateResult {
  const { field, typed, error, texts } = answering;
  return html`
    <select
      class="input"
      id="field-${field.id}"
      aria-required=${field.required ? 'true' : 'false'}
      aria-invalid=${error === undefined ? 'false' : 'true'}
      aria-describedby=${described(answering)}
      .value=${live(typed)}
      @change=${(event: Event) => answering.type(valueIn(event))}
      @blur=${() => answering.leave()}
    >
      <option value="" ?selected=${typed === ''}>${texts.choose}</option>
      ${options.map(([id, label]) => html`<option value=${id} ?selected=${id === typed}>${label}</option>`)}
    </select>
  `;
}

/** A line to type into. Numbers are typed as text, so that what is no number stays to be corrected. */
function line(answering: Answering): TemplateResult {
  const { field, typed, error } = answering;
  return html`
    <input
      class="input"
      id="field-${field.id}"
      type=${field.type === 'date' ? 'date' : 'text'}
      inputmode=${field.type === 'number' ? 'decimal' : nothing}
      autocomplete="off"
      aria-required=${field.required ? 'true' : 'false'}
      aria-invalid=${error === undefined ? 'false' : 'true'}
      aria-describedby=${described(answering)}
      .value=${live(typed)}
      @input=${(event: Event) => answering.type(valueIn(event))}
      @blur=${() => answering.leave()}
    />
  `;
}

function control(answering: Answering): TemplateResult {
  const { field, language, texts } = answering;
  if (field.type === 'choice') {
    return select(
      answering,
      field.options.map(({ id, label }) => [id, label[language]]),
    );
  }
  return field.type === 'yes-no'
    ? select(answering, [
        ['yes', texts.yes],
        ['no', texts.no],
      ])
    : line(answering);
}

function hintOf({ field, language }: Answering): string {
  const unit = field.type === 'number' ? field.unit?.[language] : undefined;
  return [field.hint?.[language], unit].filter((part) => part !== undefined).join(' · ');
}

/** One of the fields that the chosen class asks for: its label, its control, a hint, what is wrong with it. */
export function classAnswer(answering: Answering): TemplateResult {
  const { field, error, language, texts } = answering;
  return html`
    <div class="field">
      <label class="label" for="field-${field.id}"
        >${field.label[language]}${field.required ? nothing : html` <span class="aside">${texts.optional}</span>`}</label
      >
      <span class="hint" id="hint-${field.id}">${hintOf(answering)}</span>
      ${control(answering)}
      <div class="error" id="error-${field.id}">${error}</div>
    </div>
  `;
}
