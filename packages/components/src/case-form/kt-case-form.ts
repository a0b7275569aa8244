import '../class-picker/kt-class-picker.ts';
import '../photo-field/kt-photo-field.ts';
import { KtCaseForm } from './case-form.ts';

if (!customElements.get('kt-case-form')) customElements.define('kt-case-form', KtCaseForm);

declare global {
  interface HTMLElementTagNameMap {
    'kt-case-form': KtCaseForm;
  }
}
