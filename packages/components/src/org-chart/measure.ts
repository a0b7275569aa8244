import type { Metrics } from './layout.ts';
import type { Palette } from './paint.ts';

/** Text of this size, in pixels, is what the measures below are made for; others scale with it. */
const baseText = 14;
const wideBox = 208;
const narrowBox = 180;

/** The measures of a chart for a size of text in pixels; words of alphabetic languages need wider boxes. */
export function metricsFor(textSize: number, alphabetic: boolean): Metrics {
  const scale = textSize / baseText;
  const scaled = (pixels: number): number => Math.round(pixels * scale);
  return {
    boxWidth: scaled(alphabetic ? wideBox : narrowBox),
    boxHeight: scaled(58),
    levelGap: scaled(48),
    siblingGap: scaled(20),
    rowGap: scaled(10),
    indent: scaled(16),
  };
}

/** How much room the second line of a box has, in em of its own text, which is a thirteenth of 58 of a box's height. */
export function lineRoom({ boxWidth, boxHeight }: Metrics): number {
  return (boxWidth / boxHeight) * (58 / 13) - 2;
}

export function sameMetrics(a: Metrics, b: Metrics): boolean {
  return a.boxWidth === b.boxWidth && a.boxHeight === b.boxHeight;
}

/** The height of a row of the indented list: of two lines where the place is narrow; taller where fingers point. */
export function rowHeightFor(textSize: number, coarse: boolean, narrow: boolean): number {
  return Math.max(coarse ? 44 : 0, Math.round((textSize / baseText) * (narrow ? 52 : 36)));
}

/** Reads the colours off the tokens in force at an element. */
export function paletteOf(style: CSSStyleDeclaration): Palette {
  const read = (name: string): string => style.getPropertyValue(name).trim();
  return {
    surface: read('--_surface'),
    wire: read('--_wire'),
    primary: read('--_primary'),
    overview: read('--_overview'),
  };
}

/** A duration token, `160ms` or `0.2s`, in milliseconds. */
export function milliseconds(duration: string): number {
  const value = Number.parseFloat(duration);
  if (Number.isNaN(value)) return 0;
  return duration.trim().endsWith('ms') ? value : value * 1000;
}
