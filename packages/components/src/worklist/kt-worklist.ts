import { KtWorklist } from './worklist.ts';

if (!customElements.get('kt-worklist')) customElements.define('kt-worklist', KtWorklist);

declare global {
  interface HTMLElementTagNameMap {
    'kt-worklist': KtWorklist;
  }
}
