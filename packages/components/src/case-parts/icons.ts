import { html, svg, type TemplateResult } from 'lit';

const icon = (path: string): TemplateResult =>
  html`<svg class="sign" viewBox="0 0 16 16" aria-hidden="true" focusable="false">${svg`<path d=${path} />`}</svg>`;

export const chevron = icon('M4 6l4 4 4-4');
export const cross = icon('M4.5 4.5l7 7M11.5 4.5l-7 7');
export const plus = icon('M8 3v10M3 8h10');
export const check = icon('M3 8.5l3.5 3.5L13 5');
export const pin = icon(
  'M8 14.5c-3-3.6-4.5-6-4.5-8a4.5 4.5 0 019 0c0 2-1.5 4.4-4.5 8zM8 4.8a1.8 1.8 0 100 3.6 1.8 1.8 0 000-3.6z',
);
export const film = icon('M2.5 3.5h11v9h-11zM6.5 6l3.5 2-3.5 2z');
export const up = icon('M8 13V3M4 7l4-4 4 4');
export const down = icon('M8 3v10M4 9l4 4 4-4');
export const warning = icon('M8 2.5l6 11H2zM8 6.5v3.5M8 11.6v.4');
export const clock = icon('M8 2a6 6 0 100 12A6 6 0 008 2zM8 4.8V8l2.3 1.6');
