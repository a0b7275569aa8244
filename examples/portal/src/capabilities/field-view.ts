// How the fields of a form are drawn.

import type { Fault, GovernanceModel, Language } from '@keting/domain';
import { html, nothing, type TemplateResult } from 'lit';
import { lengthOf, takenWay, wayTo, type Entries } from './form-data.ts';
import { listOf } from './model-lists.ts';
import type { Option } from './options.ts';
import { capabilityTexts } from './page.texts.ts';
import type { Field, Shape } from './shape.ts';
import { fieldWord, valueWord } from './words.ts';

/** What a form is drawn from, and how it is told of what is put in. */
export interface FormView {
  readonly command: string;
  readonly language: Language;
  readonly model: GovernanceModel;
  readonly entries: Entries;
  readonly faults: readonly Fault[];
  /** What may be named in the field of that name; none until they are read. */
  readonly options: (field: string) => readonly Option[];
  readonly set: (way: string, value: string) => void;
}

const wordOf = ({ command, language }: FormView, name: string): string => fieldWord(command, name, language);

const idOf = ({ command }: FormView, path: string): string => `${command}-${path}`;

const faultText = ({ faults, language }: FormView, path: string): string | undefined => {
  const fault = faults.find((one) => one.path === path);
  return fault && capabilityTexts[language].faults[fault.code](fault.limit ?? 0);
};

const typed = (event: Event): string => {
  const { target } = event;
  return target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
    ? target.value
    : '';
};

/** Attributes that every control of a field has. */
const stateOf = (form: FormView, path: string, required: boolean) => {
  const wrong = faultText(form, path) !== undefined;
  return {
    id: idOf(form, path),
    value: form.entries.get(path) ?? '',
    required: required ? 'true' : 'false',
    invalid: wrong ? 'true' : nothing,
    described: wrong ? `${idOf(form, path)}-wrong` : nothing,
    change: (event: Event) => form.set(path, typed(event)),
  };
};

const inputTypes: Readonly<Partial<Record<Shape['kind'], string>>> = {
  date: 'date',
  month: 'month',
  time: 'time',
  instant: 'datetime-local',
};

/** Keys of numbers on a screen; what is typed is judged by the schema. */
const keysOf = (kind: Shape['kind']): string | typeof nothing =>
  kind === 'number' || kind === 'money' || kind === 'papers' ? 'decimal' : nothing;

function input({ shape, required }: Field, path: string, form: FormView, list?: string): TemplateResult {
  const state = stateOf(form, path, required);
  return html`<input
    id=${state.id}
    type=${inputTypes[shape.kind] ?? 'text'}
    inputmode=${keysOf(shape.kind)}
    list=${list ?? nothing}
    autocomplete="off"
    aria-required=${state.required}
    aria-invalid=${state.invalid}
    aria-describedby=${state.described}
    .value=${state.value}
    @input=${state.change}
  />`;
}

function longText({ required }: Field, path: string, form: FormView): TemplateResult {
  const state = stateOf(form, path, required);
  return html`<textarea
    id=${state.id}
    rows="3"
    aria-required=${state.required}
    aria-invalid=${state.invalid}
    aria-describedby=${state.described}
    .value=${state.value}
    @input=${state.change}
  ></textarea>`;
}

function select({ required }: Field, path: string, form: FormView, options: readonly Option[]): TemplateResult {
  const state = stateOf(form, path, required);
  return html`<select
    id=${state.id}
    aria-required=${state.required}
    aria-invalid=${state.invalid}
    aria-describedby=${state.described}
    @change=${state.change}
  >
    <option value="" ?selected=${state.value === ''}>${capabilityTexts[form.language].choose}</option>
    ${options.map(({ id, label }) => html`<option value=${id} ?selected=${state.value === id}>${label}</option>`)}
  </select>`;
}

function reference(field: Field, path: string, form: FormView): TemplateResult {
  const list = `${idOf(form, path)}-list`;
  return html`${input(field, path, form, list)}
    <datalist id=${list}>
      ${form.options(field.name).map(({ label }) => html`<option value=${label}></option>`)}
    </datalist>`;
}

const yesOrNo = ({ language }: FormView): readonly Option[] => [
  { id: 'yes', label: capabilityTexts[language].yes },
  { id: 'no', label: capabilityTexts[language].no },
];

const namedIn = ({ command, model, language }: FormView, field: string): readonly Option[] =>
  (listOf(command, field)?.(model) ?? []).map(({ id, label }) => ({ id, label: label[language] }));

function control(field: Field, path: string, form: FormView): TemplateResult {
  const { shape, name } = field;
  const { command, language } = form;
  switch (shape.kind) {
    case 'long-text':
    case 'json':
      return longText(field, path, form);
    case 'yes-no':
      return select(field, path, form, yesOrNo(form));
    case 'named':
      return select(field, path, form, namedIn(form, name));
    case 'choice':
      return select(
        field,
        path,
        form,
        shape.values.map((id) => ({ id, label: valueWord(command, name, id, language) })),
      );
    case 'reference':
      return reference(field, path, form);
    default:
      return input(field, path, form);
  }
}

const hints: Readonly<Partial<Record<Shape['kind'], 'position' | 'outline' | 'papers'>>> = {
  position: 'position',
  papers: 'papers',
  json: 'outline',
};

function labelled(field: Field, path: string, form: FormView): TemplateResult {
  const texts = capabilityTexts[form.language];
  const wrong = faultText(form, path);
  const hint = hints[field.shape.kind];
  return html`
    <div class="field">
      <label for=${idOf(form, path)}
        >${wordOf(form, field.name)} ${field.required ? html`<span class="must">${texts.required}</span>` : nothing}
        ${hint === undefined ? nothing : html`<span class="hint">${texts[hint]}</span>`}</label
      >
      ${control(field, path, form)}
      ${wrong === undefined ? nothing : html`<p class="wrong" id=${`${idOf(form, path)}-wrong`}>${wrong}</p>`}
    </div>
  `;
}

function listView(field: Field, of: Field, path: string, form: FormView): TemplateResult {
  const texts = capabilityTexts[form.language];
  const word = wordOf(form, field.name);
  const length = lengthOf(path, field.required, form.entries);
  const wrong = faultText(form, path);
  return html`
    <fieldset>
      <legend>${word}</legend>
      ${Array.from({ length }, (_, i) => fieldView({ ...of, required: true }, wayTo(path, i), form))}
      ${wrong === undefined ? nothing : html`<p class="wrong">${wrong}</p>`}
      <div class="actions">
        <button type="button" @click=${() => form.set(`${path}#`, String(length + 1))}>${texts.add(word)}</button>
        ${
          length === 0
            ? nothing
            : html`<button type="button" @click=${() => form.set(`${path}#`, String(length - 1))}>
                ${texts.remove(word)}
              </button>`
        }
      </div>
    </fieldset>
  `;
}

/** What tells one way from another: a value that is fixed in it, or the fields that it alone asks. */
function wayWord({ shape }: Field, form: FormView): string {
  const fields = shape.kind === 'group' ? shape.fields : [];
  const fixed = fields.flatMap(({ name, shape: of }) =>
    of.kind === 'fixed' ? [valueWord(form.command, name, of.value, form.language)] : [],
  );
  return fixed[0] ?? fields.map(({ name }) => wordOf(form, name)).join(' · ');
}

function waysView(field: Field, options: readonly Field[], path: string, form: FormView): TemplateResult {
  const taken = takenWay(path, form.entries);
  const id = `${idOf(form, path)}-way`;
  const option = options[taken];
  const wrong = faultText(form, path);
  const label = field.name === '' ? capabilityTexts[form.language].form : wordOf(form, field.name);
  return html`
    <div class="field">
      <label for=${id}>${label}</label>
      <select id=${id} @change=${(event: Event) => form.set(`${path}?`, typed(event))}>
        ${options.map((one, i) => html`<option value=${i} ?selected=${i === taken}>${wayWord(one, form)}</option>`)}
      </select>
    </div>
    ${option === undefined ? nothing : insideOf(option, path, form)}
    ${wrong === undefined ? nothing : html`<p class="wrong">${wrong}</p>`}
  `;
}

/** The fields of a group, without a frame of their own. */
const insideOf = ({ shape }: Field, path: string, form: FormView): readonly TemplateResult[] =>
  shape.kind === 'group' ? shape.fields.map((part) => fieldView(part, wayTo(path, part.name), form)) : [];

/** One field with all that is in it. What has but one value, or is made by the form, is not shown. */
export function fieldView(field: Field, path: string, form: FormView): TemplateResult {
  const { shape } = field;
  if (shape.kind === 'fixed' || shape.kind === 'new-id') return html``;
  if (shape.kind === 'list') return listView(field, shape.of, path, form);
  if (shape.kind === 'either') return waysView(field, shape.options, path, form);
  if (shape.kind !== 'group') return labelled(field, path, form);
  if (path === '') return html`${insideOf(field, path, form)}`;
  return html`<fieldset>
    <legend>${wordOf(form, field.name)}</legend>
    ${insideOf(field, path, form)}
  </fieldset>`;
}
