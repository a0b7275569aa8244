/** A step has been taken on the case that the page shows. */
export class KtCaseChangedEvent extends Event {
  static readonly type = 'kt-case-changed';

  /** Id of the case. */
  readonly id: string;
  /** Type of the command, as `AcceptCase`. */
  readonly step: string;

  constructor(id: string, step: string) {
    super(KtCaseChangedEvent.type, { bubbles: true, composed: true });
    this.id = id;
    this.step = step;
  }
}

declare global {
  interface HTMLElementEventMap {
    'kt-case-changed': KtCaseChangedEvent;
  }
}
