import type { Command } from '@keting/domain';
import type { Receipt } from '@keting/runtime';

/**
 * What a person asks for, as plain data. It bubbles out of every shadow root to the nearest desk, which answers with a
 * receipt; a page that wants to answer by itself calls `preventDefault()` or `respondWith()` first.
 */
export class KtCommandEvent extends Event {
  static readonly type = 'kt-command';

  readonly command: Command;
  private answer: Promise<Receipt> | undefined;

  constructor(command: Command) {
    super(KtCommandEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.command = command;
  }

  /** The answer of whoever took the command; undefined while no one has. */
  get response(): Promise<Receipt> | undefined {
    return this.answer;
  }

  /** Takes the command. The first to take it answers; later answers are not heard. */
  respondWith(answer: Promise<Receipt>): void {
    this.answer ??= answer;
  }
}

/**
 * What becomes of a command: the receipt of whoever answers it; `given` when the page took it by `preventDefault()` alone
 * and will see to it without telling more; undefined when no one up there takes commands.
 */
export type Answer = Promise<Receipt> | 'given' | undefined;

/** Asks for a command from where the element stands. */
export function request(element: Element, command: Command): Answer {
  const event = new KtCommandEvent(command);
  element.dispatchEvent(event);
  return event.response ?? (event.defaultPrevented ? 'given' : undefined);
}

declare global {
  interface HTMLElementEventMap {
    'kt-command': KtCommandEvent;
  }
}
