import type { CaseDraft } from './draft.ts';

/** What is typed has changed. A host that keeps the draft hands it back as `draft`. */
export class KtDraftEvent extends Event {
  static readonly type = 'kt-draft';

  readonly draft: CaseDraft;

  constructor(draft: CaseDraft) {
    super(KtDraftEvent.type, { bubbles: true, composed: true });
    this.draft = draft;
  }
}

/** A report has been taken, or waits in the desk's outbox. A kept draft can go. */
export class KtCaseReportedEvent extends Event {
  static readonly type = 'kt-case-reported';

  /** Id of the case. */
  readonly id: string;
  /** The number that a person reads, where one was given. */
  readonly number: string | undefined;

  constructor(id: string, number: string | undefined) {
    super(KtCaseReportedEvent.type, { bubbles: true, composed: true });
    this.id = id;
    this.number = number;
  }
}

declare global {
  interface HTMLElementEventMap {
    'kt-draft': KtDraftEvent;
    'kt-case-reported': KtCaseReportedEvent;
  }
}
