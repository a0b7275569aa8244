import { KtPhotoField } from './photo-field.ts';

if (!customElements.get('kt-photo-field')) customElements.define('kt-photo-field', KtPhotoField);

declare global {
  interface HTMLElementTagNameMap {
    'kt-photo-field': KtPhotoField;
  }
}
