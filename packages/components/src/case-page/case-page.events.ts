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

/** A person goes to the meeting that the shown case is before. */
export class KtMeetingOpenedEvent extends Event {
  static readonly type = 'kt-meeting-opened';

  /** Id of the meeting. */
  readonly id: string;
  /** Its tier in the model. */
  readonly tier: string;

  constructor(id: string, tier: string) {
    super(KtMeetingOpenedEvent.type, { bubbles: true, composed: true });
    this.id = id;
    this.tier = tier;
  }
}

declare global {
  interface HTMLElementEventMap {
    'kt-meeting-opened': KtMeetingOpenedEvent;
    'kt-case-changed': KtCaseChangedEvent;
  }
}
