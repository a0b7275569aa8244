/** A person has opened a case of the list. */
export class KtCaseOpenedEvent extends Event {
  static readonly type = 'kt-case-opened';

  /** Id of the case. */
  readonly id: string;

  constructor(id: string) {
    super(KtCaseOpenedEvent.type, { bubbles: true, composed: true });
    this.id = id;
  }
}

declare global {
  interface HTMLElementEventMap {
    'kt-case-opened': KtCaseOpenedEvent;
  }
}
