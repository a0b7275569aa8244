import { KtGridPicker } from './grid-picker.ts';

if (!customElements.get('kt-grid-picker')) customElements.define('kt-grid-picker', KtGridPicker);

declare global {
  interface HTMLElementTagNameMap {
    'kt-grid-picker': KtGridPicker;
  }
}
