import { KtClassPicker } from './class-picker.ts';

if (!customElements.get('kt-class-picker')) customElements.define('kt-class-picker', KtClassPicker);

declare global {
  interface HTMLElementTagNameMap {
    'kt-class-picker': KtClassPicker;
  }
}
