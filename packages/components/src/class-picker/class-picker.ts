import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { check, chevron } from '../case-parts/icons.ts';
import { signs } from '../case-parts/icons.styles.ts';
import { controls } from '../base/controls.styles.ts';
import { formatNumber } from '../base/format.ts';
import { LanguageController } from '../base/texts.ts';
import { tokens, type Density } from '../base/tokens.styles.ts';
import { KtClassPickedEvent } from './class-picker.events.ts';
import { classPickerStyles } from './class-picker.styles.ts';
import { classPickerTexts } from './class-picker.texts.ts';
import { findOptions, grouped, optionsOf, type ClassOption, type ListedClass, type OptionGroup } from './options.ts';

/**
 * @summary Picks the class of a case: a searchable list under the headings of the model's groups.
 *
 * A control of forms, after the ARIA combobox pattern with a list: typing finds, Down and Up move, Enter picks, Escape
 * closes and then takes back what was typed, Alt with Down or Up opens and closes.
 *
 * @fires {KtClassPickedEvent} kt-class-picked - a person has picked a class
 * @csspart input - what one types into
 * @csspart list - the list that opens
 */
export class KtClassPicker extends LitElement {
  static readonly formAssociated = true;
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [tokens, controls, signs, classPickerStyles];

  private readonly language = new LanguageController(this, classPickerTexts);
  private readonly internals = this.attachInternals();
  private code = '';

  @state() private isOpen = false;
  /** What was typed since the list opened; undefined while nothing was, so that opening shows everything. */
  @state() private typed: string | undefined;
  @state() private active = -1;
  @state() private formDisabled = false;
  /** A person has been told that it is required, or has picked before. */
  @state() private told = false;

  @query('input') private readonly inputPart!: HTMLInputElement | null;

  /** Classes and groups as the governance model states them. */
  @property({ attribute: false }) classes: readonly ListedClass[] = [];

  /** Id of the class that is picked; empty while none is. The attribute is what a reset returns to. */
  @property()
  get value(): string {
    return this.code;
  }

  set value(value: string) {
    const before = this.code;
    if (value === before) return;
    this.code = value;
    this.tellForm();
    this.requestUpdate('value', before);
  }

  /** Its name in a form. */
  @property({ reflect: true }) name = '';

  /** What it is called; unset it asks what the matter is. */
  @property() label?: string;

  /** What is wrong with it, in the page's language. */
  @property() error?: string;

  @property({ type: Boolean, reflect: true }) required = false;

  @property({ type: Boolean, reflect: true }) disabled = false;

  /** How much room it takes; unset follows the page. */
  @property({ reflect: true }) density?: Density;

  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  get validity(): ValidityState {
    return this.internals.validity;
  }

  get validationMessage(): string {
    return this.internals.validationMessage;
  }

  get willValidate(): boolean {
    return this.internals.willValidate;
  }

  /** Whether the choice can be sent; fires `invalid` where a required class is missing, and shows nothing. */
  checkValidity(): boolean {
    return this.internals.checkValidity();
  }

  /** As `checkValidity`, and the browser shows what is missing. */
  reportValidity(): boolean {
    return this.internals.reportValidity();
  }

  constructor() {
    super();
    this.addEventListener('invalid', () => {
      this.told = true;
    });
  }

  override focus(options?: FocusOptions): void {
    this.inputPart?.focus(options);
  }

  /** Called by the browser when its form is reset: goes back to the attribute `value`, and takes down every message. */
  formResetCallback(): void {
    this.close();
    this.value = this.getAttribute('value') ?? '';
    this.told = false;
  }

  /** Called by the browser when it fills a form again, after going back or a restart: takes the id it had kept. */
  formStateRestoreCallback(state: string | File | FormData | null): void {
    if (typeof state === 'string') this.value = state;
  }

  /** Called by the browser when the element, or a fieldset around it, is disabled or enabled. */
  formDisabledCallback(disabled: boolean): void {
    this.formDisabled = disabled;
  }

  protected override updated(): void {
    this.tellForm();
    if (this.isOpen) this.renderRoot.querySelector('.active')?.scrollIntoView({ block: 'nearest' });
  }

  private tellForm(): void {
    this.internals.setFormValue(this.code === '' ? null : this.code);
    const missing = this.required && this.code === '';
    const anchor = this.inputPart ?? undefined;
    this.internals.setValidity(
      missing ? { valueMissing: true } : {},
      missing ? this.language.texts.required : undefined,
      missing ? anchor : undefined,
    );
  }

  /** What is wrong: as the page says, else that one must be picked. */
  private get complaint(): string | undefined {
    if (this.error !== undefined && this.error !== '') return this.error;
    return this.told && this.required && this.code === '' ? this.language.texts.required : undefined;
  }

  private get options(): readonly ClassOption[] {
    return optionsOf(this.classes, this.language.language);
  }

  /** What the list shows, heading by heading; `active` counts over all headings. */
  private get groups(): readonly OptionGroup[] {
    return grouped(findOptions(this.options, this.typed ?? ''));
  }

  private get shown(): readonly ClassOption[] {
    return this.groups.flatMap(({ options }) => options);
  }

  private get picked(): ClassOption | undefined {
    return this.options.find(({ id }) => id === this.value);
  }

  private open(): void {
    if (this.isOpen || this.disabled || this.formDisabled) return;
    this.isOpen = true;
    this.active = this.shown.findIndex(({ id }) => id === this.value);
  }

  /** Closes the list; what was typed stays. */
  private fold(): void {
    this.isOpen = false;
    this.active = -1;
  }

  private close(): void {
    this.fold();
    this.typed = undefined;
  }

  private pick(option: ClassOption | undefined): void {
    this.close();
    if (!option || option.id === this.value) return;
    this.told = true;
    this.value = option.id;
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    this.dispatchEvent(new KtClassPickedEvent(option.id));
  }

  private move(by: number): void {
    const { shown } = this;
    if (!this.isOpen) {
      this.open();
      if (this.active < 0) this.active = by > 0 ? 0 : shown.length - 1;
      return;
    }
    this.active = shown.length === 0 ? -1 : (this.active + by + shown.length) % shown.length;
  }

  private type(event: Event): void {
    // Words that are looked for are no choice: a host hears `input` when there is one.
    event.stopPropagation();
    this.typed = this.inputPart?.value ?? '';
    this.isOpen = true;
    this.active = this.typed === '' ? -1 : 0;
  }

  private escape(event: KeyboardEvent): void {
    if (!this.isOpen && this.typed === undefined) return;
    // A dialog around us must not close with the list.
    event.stopPropagation();
    event.preventDefault();
    if (this.isOpen) this.fold();
    else this.close();
  }

  private press(event: KeyboardEvent): void {
    // Keys that an input method editor is at work with are its own.
    if (event.isComposing) return;
    switch (event.key) {
      case 'ArrowDown':
        event.preventDefault();
        if (event.altKey) this.open();
        else this.move(1);
        return;
      case 'ArrowUp':
        event.preventDefault();
        if (event.altKey) this.fold();
        else this.move(-1);
        return;
      case 'Enter':
        if (!this.isOpen) return;
        event.preventDefault();
        this.enter();
        return;
      case 'Escape':
        this.escape(event);
    }
  }

  /** Where nothing was found, what was typed stays to be put right. */
  private enter(): void {
    const { shown } = this;
    if (shown.length > 0) this.pick(shown[this.active]);
  }

  private toggle(): void {
    this.inputPart?.focus();
    if (this.isOpen) this.close();
    else this.open();
  }

  override render(): TemplateResult {
    const { texts } = this.language;
    const { picked } = this;
    const tagged = picked !== undefined && picked.group !== '' && this.typed === undefined;
    const { complaint } = this;
    const disabled = this.disabled || this.formDisabled;
    return html`
      <div class="field">
        <label class="label" for="input">${this.label ?? texts.label}</label>
        <div class="box ${tagged ? 'grouped' : ''}">
          <input
            id="input"
            class="input"
            part="input"
            type="text"
            role="combobox"
            autocomplete="off"
            spellcheck="false"
            aria-autocomplete="list"
            aria-haspopup="listbox"
            aria-controls="list"
            aria-expanded=${this.isOpen ? 'true' : 'false'}
            aria-activedescendant=${this.isOpen && this.active >= 0 ? `option-${this.active}` : nothing}
            aria-required=${this.required ? 'true' : 'false'}
            aria-invalid=${complaint === undefined ? 'false' : 'true'}
            aria-describedby="group error"
            placeholder=${texts.placeholder}
            .value=${live(this.typed ?? picked?.label ?? '')}
            ?disabled=${disabled}
            @input=${(event: Event) => this.type(event)}
            @change=${(event: Event) => event.stopPropagation()}
            @keydown=${(event: KeyboardEvent) => this.press(event)}
            @click=${() => this.open()}
            @blur=${() => this.close()}
          />
          <span id="group" class=${tagged ? 'tag group-tag' : ''}>${tagged ? picked.group : nothing}</span>
          <button
            type="button"
            class="open"
            tabindex="-1"
            aria-label=${texts.open}
            ?disabled=${disabled}
            @pointerdown=${(event: Event) => event.preventDefault()}
            @click=${() => this.toggle()}
          >
            ${chevron}
          </button>
          ${this.list()}
        </div>
        <div id="error" class="error">${complaint ?? nothing}</div>
      </div>
    `;
  }

  private list(): TemplateResult {
    const { texts, language } = this.language;
    const groups = this.isOpen ? this.groups : [];
    const count = groups.reduce((sum, { options }) => sum + options.length, 0);
    let at = -1;
    return html`
      <div class="popup" ?hidden=${!this.isOpen} @pointerdown=${(event: Event) => event.preventDefault()}>
        <div class="list" part="list" id="list" role="listbox" aria-label=${this.label ?? texts.label}>
          ${groups.map(
            ({ label, options }, group) => html`
              <div role="group" aria-labelledby="group-${group}">
                <div class="heading" id="group-${group}" role="presentation">${label === '' ? texts.other : label}</div>
                ${options.map((option) => {
                  at += 1;
                  return this.option(option, at);
                })}
              </div>
            `,
          )}
        </div>
        ${this.isOpen && count === 0 ? html`<div class="none">${texts.noMatch(this.typed ?? '')}</div>` : nothing}
      </div>
      <div class="visually-hidden" role="status">
        ${
          this.isOpen && this.typed !== undefined
            ? count === 0
              ? texts.noMatch(this.typed)
              : texts.found(formatNumber(count, language))
            : nothing
        }
      </div>
    `;
  }

  private option(option: ClassOption, at: number): TemplateResult {
    return html`
      <div
        role="option"
        id="option-${at}"
        class="option ${at === this.active ? 'active' : ''}"
        aria-selected=${option.id === this.value ? 'true' : 'false'}
        @click=${() => this.pick(option)}
      >
        <span>${option.label}</span>${check}
      </div>
    `;
  }
}
