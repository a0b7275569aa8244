import { svg, html, type TemplateResult } from 'lit';

const icon = (path: string): TemplateResult =>
  html`<svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">${svg`<path d=${path} />`}</svg>`;

export const plus = icon('M8 3v10M3 8h10');
export const minus = icon('M3 8h10');
export const corners = icon('M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3');
export const up = icon('M4 10l4-4 4 4');
export const down = icon('M4 6l4 4 4-4');
export const cross = icon('M4.5 4.5l7 7M11.5 4.5l-7 7');
