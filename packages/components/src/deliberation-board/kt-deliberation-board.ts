import { KtDeliberationBoard } from './deliberation-board.ts';

if (!customElements.get('kt-deliberation-board')) customElements.define('kt-deliberation-board', KtDeliberationBoard);

declare global {
  interface HTMLElementTagNameMap {
    'kt-deliberation-board': KtDeliberationBoard;
  }
}
