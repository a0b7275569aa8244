import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tokens } from '../../../packages/components/src/base/tokens.styles.ts';

const css = tokens.cssText;

/** The default of a colour token, from `--_ink: var(--kt-color-ink, #1c232b)`. */
function colour(name: string): string {
  const found = new RegExp(`--_${name}: var\\(--kt-color-${name}, (#[0-9a-f]{6})\\)`).exec(css)?.[1];
  assert.ok(found, `--_${name} has a default`);
  return found;
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast as WCAG 2 reckons it, from 1 to 21. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(colour(one)), luminance(colour(other))].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const surfaces = ['page', 'surface', 'neutral-soft', 'primary-soft'];

test('[ALL-05] text has a contrast of 4.5 on every surface it may stand on', () => {
  const pairs = [
    ...['ink', 'ink-2', 'primary'].flatMap((text) => surfaces.map((under) => [text, under] as const)),
    ...['good', 'soon', 'late'].flatMap((tone) =>
      [`${tone}-soft`, 'surface', 'page'].map((under) => [tone, under] as const),
    ),
    ...['good-soft', 'soon-soft', 'late-soft'].map((under) => ['ink', under] as const),
    ['on-primary', 'primary'] as const,
  ];
  for (const [text, under] of pairs) {
    assert.ok(contrast(text, under) >= 4.5, `${text} on ${under}: ${contrast(text, under).toFixed(2)}`);
  }
});

test('[ALL-05] borders of controls and the focus ring have a contrast of 3', () => {
  for (const edge of ['line-strong', 'focus']) {
    for (const under of ['page', 'surface']) assert.ok(contrast(edge, under) >= 3, `${edge} on ${under}`);
  }
});

test('every private token stands on a public one that a page can set', () => {
  const fixed = [...css.matchAll(/--_[\w-]+: (#|rgb)/g)];
  assert.deepEqual(fixed, []);
});

test('[ALL-05] motion stops where less of it is asked for', () => {
  assert.match(css, /prefers-reduced-motion: reduce\) \{\s*:host \{\s*--_duration: 0s/);
});
