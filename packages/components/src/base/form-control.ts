import { LitElement } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Density } from './tokens.styles.ts';

/** What every control of forms has: a name, a place in its form, and the answers that a form asks of it. */
export abstract class FormControl extends LitElement {
  static readonly formAssociated = true;
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  protected readonly internals = this.attachInternals();

  @state() private formDisabled = false;

  /** The name under which a form sends it. */
  @property({ reflect: true }) name = '';

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

  /** Whether it can be sent as it is; fires `invalid` where it cannot, and shows nothing. */
  checkValidity(): boolean {
    return this.internals.checkValidity();
  }

  /** As `checkValidity`, and the browser shows what is missing. */
  reportValidity(): boolean {
    return this.internals.reportValidity();
  }

  /** Called by the browser when the element, or a fieldset around it, is disabled or enabled. */
  formDisabledCallback(disabled: boolean): void {
    this.formDisabled = disabled;
  }

  protected get isDisabled(): boolean {
    return this.disabled || this.formDisabled;
  }
}

/** A control by which one thing is chosen; it sends the id of what was chosen. */
export abstract class ChoiceControl extends FormControl {
  private chosen = '';

  /** A person has been told that it is required, or has chosen before. */
  @state() protected told = false;

  @property({ type: Boolean, reflect: true }) required = false;

  /** Id of what is chosen; empty for none. The attribute is what a reset returns to. */
  @property()
  get value(): string {
    return this.chosen;
  }

  set value(value: string) {
    const before = this.chosen;
    if (value === before) return;
    this.chosen = value;
    this.tellForm();
    this.requestUpdate('value', before);
  }

  constructor() {
    super();
    this.addEventListener('invalid', () => {
      this.told = true;
    });
  }

  /** Called by the browser when its form is reset: goes back to the attribute `value`, and takes down every message. */
  formResetCallback(): void {
    this.value = this.getAttribute('value') ?? '';
    this.told = false;
  }

  /** Called by the browser when it fills a form again, after going back or a restart: takes the id it had kept. */
  formStateRestoreCallback(state: string | File | FormData | null): void {
    if (typeof state === 'string') this.value = state;
  }

  /** What the browser says where nothing is chosen, in the page's language. */
  protected abstract get requiredText(): string;

  /** What the browser points at where nothing is chosen; undefined before the element is drawn. */
  protected abstract get anchor(): HTMLElement | undefined;

  protected get isMissing(): boolean {
    return this.required && this.chosen === '';
  }

  /** Tells the form what is chosen, and whether that is enough. */
  protected tellForm(): void {
    this.internals.setFormValue(this.chosen === '' ? null : this.chosen);
    if (this.isMissing) this.internals.setValidity({ valueMissing: true }, this.requiredText, this.anchor);
    else this.internals.setValidity({});
  }

  /** What a person chose: the page hears it as of any control. */
  protected choose(value: string): void {
    this.told = true;
    this.value = value;
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  }
}
