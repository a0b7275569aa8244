/** A person has picked a class. */
export class KtClassPickedEvent extends Event {
  static readonly type = 'kt-class-picked';

  /** Id of the class. */
  readonly value: string;

  constructor(value: string) {
    super(KtClassPickedEvent.type, { bubbles: true, composed: true });
    this.value = value;
  }
}

declare global {
  interface HTMLElementEventMap {
    'kt-class-picked': KtClassPickedEvent;
  }
}
