import type { Command, Refusal } from '@keting/domain';
import type { Done } from '@keting/runtime';

/** The desk has done what was asked. Fired where it was asked, after the receipt is in. */
export class KtDoneEvent extends Event {
  static readonly type = 'kt-done';

  readonly command: Command;
  readonly receipt: Done;

  constructor(command: Command, receipt: Done) {
    super(KtDoneEvent.type, { bubbles: true, composed: true });
    this.command = command;
    this.receipt = receipt;
  }
}

/** The desk has refused what was asked. Fired where it was asked; `refusalText` words the refusal. */
export class KtRefusedEvent extends Event {
  static readonly type = 'kt-refused';

  readonly command: Command;
  readonly refusal: Refusal;

  constructor(command: Command, refusal: Refusal) {
    super(KtRefusedEvent.type, { bubbles: true, composed: true });
    this.command = command;
    this.refusal = refusal;
  }
}

/** What was asked waits on this device until the desk can be reached. Fired where it was asked; the desk's `outbox` goes on. */
export class KtQueuedEvent extends Event {
  static readonly type = 'kt-queued';

  readonly command: Command;

  constructor(command: Command) {
    super(KtQueuedEvent.type, { bubbles: true, composed: true });
    this.command = command;
  }
}

declare global {
  interface HTMLElementEventMap {
    'kt-done': KtDoneEvent;
    'kt-refused': KtRefusedEvent;
    'kt-queued': KtQueuedEvent;
  }
}
