import { KtDesk } from './desk.ts';

if (!customElements.get('kt-desk')) customElements.define('kt-desk', KtDesk);

declare global {
  interface HTMLElementTagNameMap {
    'kt-desk': KtDesk;
  }
}
