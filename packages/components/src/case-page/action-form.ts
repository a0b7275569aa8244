import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { GovernanceModel, Language } from '@keting/domain';
import { warning } from '../case-parts/icons.ts';
import type { KtPhotosChangedEvent } from '../photo-field/photo-field.events.ts';
import type { Photo } from '../photo-field/photo.ts';
import { ruleOf, type Action, type ActionField, type Filled, type HandlerChoice } from './actions.ts';
import type { CasePageTexts } from './case-page.texts.ts';

/** An action's form as it stands. */
export interface ActionForm {
  readonly action: Action;
  readonly filled: Filled;
  readonly photos: readonly Photo[];
  readonly errors: ReadonlyMap<string, string>;
  readonly notice: string | undefined;
  readonly sending: boolean;
  readonly model: GovernanceModel;
  readonly handlers: readonly HandlerChoice[];
  /** What a unit is called that is not among them. */
  handlerName(id: string): string;
  readonly language: Language;
  readonly texts: CasePageTexts;
  fill(name: ActionField['name'], value: string): void;
  readonly takePhotos: (photos: readonly Photo[]) => void;
  submit(): void;
  cancel(): void;
}

type TextField = Extract<ActionField, { readonly kind: 'text' }>;
type Option = readonly [id: string, label: string];

const typedIn = ({ target }: Event): string =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement
    ? target.value
    : '';

const textOf = ({ filled }: ActionForm, name: ActionField['name']): string => {
  const value = filled[name];
  return typeof value === 'string' ? value : '';
};

/** The unit that the desk proposes, where another one is chosen: the reason is then asked for. */
const departs = (form: ActionForm): boolean =>
  form.action.type === 'DispatchCase' && textOf(form, 'handler') !== form.action.offer.draft['handler'];

function field(
  form: ActionForm,
  name: ActionField['name'],
  optional: boolean,
  control: TemplateResult,
): TemplateResult {
  const { texts, errors } = form;
  return html`
    <div class="field">
      <label class="label" for=${name}
        >${texts.fields[name]}${optional ? html` <span class="aside">${texts.optional}</span>` : nothing}</label
      >
      ${control}
      <div class="error" id="${name}-error">${errors.get(name)}</div>
    </div>
  `;
}

function textField(form: ActionForm, { name, required }: TextField): TemplateResult {
  const asked = required || departs(form);
  return field(
    form,
    name,
    !asked,
    html`
      <textarea
        class="input"
        id=${name}
        rows="3"
        aria-required=${asked ? 'true' : 'false'}
        aria-invalid=${form.errors.has(name) ? 'true' : 'false'}
        aria-describedby="${name}-error"
        .value=${live(textOf(form, name))}
        @input=${(event: Event) => form.fill(name, typedIn(event))}
      ></textarea>
    `,
  );
}

/** A list to choose from. `unset` stands while nothing is chosen; given, it can be chosen again. */
function select(
  form: ActionForm,
  name: ActionField['name'],
  options: readonly Option[],
  unset?: string,
): TemplateResult {
  const chosen = textOf(form, name);
  return html`
    <select
      class="input"
      id=${name}
      aria-invalid=${form.errors.has(name) ? 'true' : 'false'}
      aria-describedby="${name}-error ${name}-why"
      @change=${(event: Event) => form.fill(name, typedIn(event))}
    >
      ${
        chosen === '' || unset !== undefined
          ? html`<option value="" ?selected=${chosen === ''}>${unset ?? form.texts.choose}</option>`
          : nothing
      }
      ${options.map(([id, label]) => html`<option value=${id} ?selected=${id === chosen}>${label}</option>`)}
    </select>
  `;
}

function handlerField(form: ActionForm): TemplateResult {
  const { action, handlers, model, language, texts } = form;
  const proposedId = action.offer.draft['handler'];
  const proposal = handlers.find(({ id }) => id === proposedId);
  const rule = ruleOf(action, model);
  const others = handlers.filter(({ id }) => id !== proposedId);
  const known: readonly Option[] =
    typeof proposedId === 'string'
      ? [[proposedId, texts.proposed(proposal?.name ?? form.handlerName(proposedId))]]
      : [];
  const options = [...known, ...others.map(({ id, name }) => [id, name] as const)];
  const why = proposal && rule ? texts.proposedBecause(proposal.name, rule.why[language]) : undefined;
  return field(
    form,
    'handler',
    false,
    html`
      ${select(form, 'handler', options)}
      <span class="hint" id="handler-why">${departs(form) ? texts.otherNeedsReason : why}</span>
    `,
  );
}

/** A few choices side by side, as radios. */
function radios(form: ActionForm, name: ActionField['name'], options: readonly Option[]): TemplateResult {
  const { texts, errors } = form;
  const chosen = textOf(form, name);
  // The field goes by the radio that the Tab key would reach.
  const reached = Math.max(
    0,
    options.findIndex(([id]) => id === chosen),
  );
  return html`
    <div class="field" role="radiogroup" aria-labelledby="${name}-label" aria-describedby="${name}-error">
      <span class="label" id="${name}-label">${texts.fields[name]}</span>
      <div class="segments choices">
        ${options.map(
          ([id, label], at) => html`
            <label class=${id === chosen ? 'picked' : ''}>
              <input
                class="visually-hidden"
                id=${at === reached ? name : `${name}-${id}`}
                type="radio"
                name=${name}
                .value=${id}
                .checked=${live(id === chosen)}
                @change=${() => form.fill(name, id)}
              />${label}
            </label>
          `,
        )}
      </div>
      <div class="error" id="${name}-error">${errors.get(name)}</div>
    </div>
  `;
}

function photosField({ photos, errors, model, texts, takePhotos }: ActionForm): TemplateResult {
  const { max, maxBytes, types } = model.cases.report.photos;
  return html`
    <kt-photo-field
      id="photos"
      .label=${texts.fields.photos}
      .photos=${photos}
      .max=${max}
      .maxBytes=${maxBytes}
      .types=${types}
      .error=${errors.get('photos') ?? ''}
      @kt-photos-changed=${(event: KtPhotosChangedEvent) => takePhotos(event.photos)}
    ></kt-photo-field>
  `;
}

const labelled = (
  items: readonly { readonly id: string; readonly label: Readonly<Record<Language, string>> }[],
  language: Language,
): readonly Option[] => items.map(({ id, label }) => [id, label[language]]);

/** Who follows the proposal need not say why. */
const isAsked = (form: ActionForm, { name }: TextField): boolean =>
  form.action.type !== 'DispatchCase' || departs(form) || textOf(form, name) !== '' || form.errors.has(name);

function control(form: ActionForm, asked: ActionField): TemplateResult | typeof nothing {
  const { model, language } = form;
  switch (asked.kind) {
    case 'text':
      return isAsked(form, asked) ? textField(form, asked) : nothing;
    case 'handler':
      return handlerField(form);
    case 'grade':
      return radios(form, 'grade', labelled(model.cases.grades, language));
    case 'rating':
      return radios(form, 'rating', labelled(model.cases.ratings, language));
    case 'tier':
      return field(form, 'tier', false, select(form, 'tier', labelled(model.meetings, language), form.texts.nextTier));
    case 'photos':
      return photosField(form);
  }
}

/** The form of one action: what its command needs, and nothing else. */
export const actionForm = (form: ActionForm): TemplateResult => {
  const { action, texts, sending, notice } = form;
  const name = texts.does[action.type];
  return html`
    <form
      class="action-form"
      part="action-form"
      novalidate
      aria-label=${name}
      aria-busy=${sending ? 'true' : 'false'}
      @submit=${(event: Event) => {
        event.preventDefault();
        form.submit();
      }}
      @keydown=${(event: KeyboardEvent) => {
        // While an input method composes, Escape is its own.
        if (event.key === 'Escape' && !event.isComposing && !event.defaultPrevented) form.cancel();
      }}
    >
      <h3>${name}</h3>
      ${action.fields.map((asked) => control(form, asked))}
      <div role="alert">
        ${notice === undefined ? nothing : html`<div class="notice late">${warning} ${notice}</div>`}
      </div>
      <div class="buttons">
        <button type="submit" class="button primary" aria-disabled=${sending ? 'true' : 'false'}>
          ${sending ? texts.sending : texts.confirm(name)}
        </button>
        <button type="button" class="button" @click=${() => form.cancel()}>${texts.cancel}</button>
      </div>
    </form>
  `;
};
