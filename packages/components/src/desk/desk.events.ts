import type { Command, Refusal } from '@keting/domain';
import type { Receipt } from '@keting/runtime';

/** The desk has done what was asked. Fired where it was asked, after the receipt is in. */
export class KtDoneEvent extends Event {
  static readonly type = 'kt-done';

  readonly command: Command;
  readonly receipt: Receipt & { readonly ok: true };

  constructor(command: Command, receipt: Receipt & { readonly ok: true }) {
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

declare global {
  interface HTMLElementEventMap {
    'kt-done': KtDoneEvent;
    'kt-refused': KtRefusedEvent;
  }
}
