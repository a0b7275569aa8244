import { html, type TemplateResult } from 'lit';
import type { PortalState } from '../state.ts';
import { texts } from '../texts.ts';

/** The elements of these pages are read when somebody first goes there: most visitors never do. */
export const readCapabilities = async (): Promise<void> => {
  await import('./portal-capabilities.ts');
};

/** All capabilities, or the one that the address names; until their elements are there, that they are on their way. */
export function capabilitiesPage({ desk, language, case: code, capabilities }: PortalState): TemplateResult {
  const words = texts[language];
  if (capabilities === 'failed') return html`<p class="card warning" role="alert">${words.failed}</p>`;
  if (capabilities === 'asked') return html`<p role="status">${words.arriving}</p>`;
  return html`<portal-capabilities .desk=${desk} .language=${language} .code=${code ?? ''}></portal-capabilities>`;
}
