import '../photo-field/kt-photo-field.ts';
import { KtCasePage } from './case-page.ts';

if (!customElements.get('kt-case-page')) customElements.define('kt-case-page', KtCasePage);

declare global {
  interface HTMLElementTagNameMap {
    'kt-case-page': KtCasePage;
  }
}
