import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { check, chevron } from '../case-parts/icons.ts';
import { signs } from '../case-parts/icons.styles.ts';
import { controls } from '../base/controls.styles.ts';
import { ChoiceControl } from '../base/form-control.ts';
import { formatNumber } from '../base/format.ts';
import { LanguageController } from '../base/texts.ts';
import { tokens } from '../base/tokens.styles.ts';
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
export class KtClassPicker extends ChoiceControl {
  static override styles = [tokens, controls, signs, classPickerStyles];

  private readonly language = new LanguageController(this, classPickerTexts);

  @state() private isOpen = false;
  /** What was typed since the list opened; undefined while nothing was, so that opening shows everything. */
  @state() private typed: string | undefined;
  @state() private active = -1;

  @query('input') private readonly inputPart!: HTMLInputElement | null;

  /** Classes and groups as the governance model states them. */
  @property({ attribute: false }) classes: readonly ListedClass[] = [];

  /** What it is called; unset it asks what the matter is. */
  @property() label?: string;

  /** What is wrong with it, in the page's language. */
  @property() error?: string;

  override focus(options?: FocusOptions): void {
    this.inputPart?.focus(options);
  }

  override formResetCallback(): void {
    this.close();
    super.formResetCallback();
  }

  protected override updated(): void {
    this.tellForm();
    if (this.isOpen) this.renderRoot.querySelector('.active')?.scrollIntoView({ block: 'nearest' });
  }

  protected override get requiredText(): string {
    return this.language.texts.required;
  }

  protected override get anchor(): HTMLElement | undefined {
    return this.inputPart ?? undefined;
  }

  /** What is wrong: as the page says, else that one must be picked. */
  private get complaint(): string | undefined {
    if (this.error !== undefined && this.error !== '') return this.error;
    return this.told && this.isMissing ? this.requiredText : undefined;
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
    if (this.isOpen || this.isDisabled) return;
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
    this.choose(option.id);
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
    const disabled = this.isDisabled;
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
