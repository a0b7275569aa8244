import type { Command } from '@keting/domain';
import type { Desk, Receipt } from '@keting/runtime';
import { ContextProvider } from '@lit/context';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { KtCommandEvent } from '../base/command-event.ts';
import { deskContext } from '../base/desk-context.ts';
import { tokens, type Density } from '../base/tokens.styles.ts';
import { KtDoneEvent, KtQueuedEvent, KtRefusedEvent } from './desk.events.ts';

/**
 * @summary Gives the elements inside it a desk: they read its views and send it what people ask for.
 *
 * It shows nothing of its own and takes no room (`display: contents`). Set `desk` from script; `lang` and `density`
 * hold for everything inside.
 *
 * ```html
 * <kt-desk lang="zh-CN" density="comfortable"><kt-org-chart></kt-org-chart></kt-desk>
 * ```
 *
 * A command is left alone when a listener nearer to the element prevented it or answered it by `respondWith()`.
 *
 * @fires {KtDoneEvent} kt-done - what was asked has been done; carries the command and its receipt
 * @fires {KtRefusedEvent} kt-refused - what was asked has been refused; carries the command and the refusal
 * @fires {KtQueuedEvent} kt-queued - what was asked waits on this device; carries the command
 * @slot - whatever works on the desk
 */
export class KtDesk extends LitElement {
  static override styles = [
    tokens,
    css`
      :host {
        display: contents;
      }
    `,
  ];

  private readonly provider = new ContextProvider(this, { context: deskContext });

  /** How much room the elements inside take; unset leaves it to the page. */
  @property({ reflect: true }) density?: Density;

  /** The desk that the elements inside work on. */
  @property({ attribute: false })
  get desk(): Desk | undefined {
    return this.provider.value;
  }

  set desk(desk: Desk | undefined) {
    this.provider.setValue(desk);
  }

  constructor() {
    super();
    this.addEventListener(KtCommandEvent.type, (event) => this.take(event));
  }

  private take(event: KtCommandEvent): void {
    const { desk } = this;
    if (!desk || event.defaultPrevented || event.response) return;
    const asker = event.composedPath()[0] ?? this;
    const answer = desk.send(event.command);
    event.respondWith(answer);
    // A failure of the store is the asker's to show: it holds the same promise.
    answer.then((receipt) => tell(asker, event.command, receipt)).catch(() => undefined);
  }

  override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}

function tell(asker: EventTarget, command: Command, receipt: Receipt): void {
  asker.dispatchEvent(eventOf(command, receipt));
}

function eventOf(command: Command, receipt: Receipt): Event {
  if (receipt.ok === 'queued') return new KtQueuedEvent(command);
  return receipt.ok ? new KtDoneEvent(command, receipt) : new KtRefusedEvent(command, receipt.refusal);
}
