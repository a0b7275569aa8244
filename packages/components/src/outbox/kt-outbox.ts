import { KtOutbox } from './outbox.ts';

if (!customElements.get('kt-outbox')) customElements.define('kt-outbox', KtOutbox);

declare global {
  interface HTMLElementTagNameMap {
    'kt-outbox': KtOutbox;
  }
}
