import { svg, type SVGTemplateResult } from 'lit';

/** Line drawings of 16 by 16, in the colour of their text. */
const drawn = (d: string): SVGTemplateResult =>
  svg`<svg viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d=${d}></path></svg>`;

export const plusIcon = drawn('M8 3v10M3 8h10');
export const minusIcon = drawn('M3 8h10');
export const wholeIcon = drawn('M6 2.5H2.5V6M10 2.5h3.5V6M6 13.5H2.5V10M10 13.5h3.5V10');
export const crossIcon = drawn('M4 4l8 8M12 4l-8 8');
