import { css, type CSSResult } from 'lit';

/**
 * The design tokens of every element. A page sets the public names (`--kt-color-primary`, `--kt-radius`, ...) once,
 * anywhere above; each element copies them into private names (`--_primary`, `--_radius`, ...) with our defaults, and
 * element styles use the private names only.
 *
 * Contrast of the defaults (WCAG 2.2): every text colour has at least 4.5:1 on each surface that it may stand on,
 * `line-strong` (the border of a control) and `focus` at least 3:1; a test computes them.
 *
 * The attribute `density` (`dense`, `comfortable`, `large`) sets the public tokens of size, so elements inside follow.
 */
export const tokens: CSSResult = css`
  :host {
    --_page: var(--kt-color-page, #f6f6f3);
    --_surface: var(--kt-color-surface, #ffffff);
    --_ink: var(--kt-color-ink, #1c232b);
    --_ink-2: var(--kt-color-ink-2, #56606c);
    --_line: var(--kt-color-line, #e4e5e1);
    --_line-strong: var(--kt-color-line-strong, #868e97);
    --_primary: var(--kt-color-primary, #244a68);
    --_primary-soft: var(--kt-color-primary-soft, #e8eef3);
    --_on-primary: var(--kt-color-on-primary, #ffffff);
    --_good: var(--kt-color-good, #277053);
    --_good-soft: var(--kt-color-good-soft, #e5f1ec);
    --_soon: var(--kt-color-soon, #8a560a);
    --_soon-soft: var(--kt-color-soon-soft, #faf0de);
    --_late: var(--kt-color-late, #b3382c);
    --_late-soft: var(--kt-color-late-soft, #f8e9e6);
    --_neutral-soft: var(--kt-color-neutral-soft, #eeeeea);
    --_focus: var(--kt-color-focus, #1f6fb2);

    --_font: var(
      --kt-font,
      'PingFang SC',
      'HarmonyOS Sans SC',
      'Microsoft YaHei',
      'Noto Sans SC',
      'Noto Sans SC Variable',
      system-ui,
      sans-serif
    );
    --_scale: var(--kt-scale, 1);
    --_text: calc(0.875rem * var(--_scale));
    --_size-1: calc(0.75rem * var(--_scale));
    --_size-2: calc(0.8125rem * var(--_scale));
    --_size-3: calc(0.9375rem * var(--_scale));
    --_size-4: calc(1.25rem * var(--_scale));
    --_size-5: calc(1.75rem * var(--_scale));
    --_leading: var(--kt-leading, 1.55);
    --_weight: 400;
    --_weight-strong: 600;

    --_space-1: var(--kt-space-1, 4px);
    --_space-2: var(--kt-space-2, 8px);
    --_space-3: var(--kt-space-3, 12px);
    --_space-4: var(--kt-space-4, 16px);
    --_space-5: var(--kt-space-5, 20px);
    --_space-6: var(--kt-space-6, 24px);
    --_space-7: var(--kt-space-7, 28px);
    --_space-8: var(--kt-space-8, 32px);

    --_radius: var(--kt-radius, 8px);
    --_radius-small: calc(var(--_radius) * 0.75);
    --_hairline: 1px;
    --_touch: 0px;
    --_control: max(var(--kt-control, 2rem), var(--_touch));
    --_duration: var(--kt-duration, 160ms);
    --_lifted: var(--kt-shadow, 0 4px 16px rgba(28, 35, 43, 0.14));

    box-sizing: border-box;
    color: var(--_ink);
    font-family: var(--_font);
    font-size: var(--_text);
    font-weight: var(--_weight);
    line-height: var(--_leading);
    font-variant-numeric: tabular-nums;
    text-align: start;
  }

  :host([hidden]) {
    display: none !important;
  }

  :host([density='dense']) {
    --kt-scale: 1;
    --kt-control: 2rem;
  }

  :host([density='comfortable']) {
    --kt-scale: 1.142857;
    --kt-control: 2.5rem;
  }

  :host([density='large']) {
    --kt-scale: 1.428571;
    --kt-control: 3rem;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  @media (pointer: coarse) {
    :host {
      --_touch: 2.75rem;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      --_duration: 0s;
    }
  }

  @media (forced-colors: active) {
    :host {
      --_page: Canvas;
      --_surface: Canvas;
      --_ink: CanvasText;
      --_ink-2: CanvasText;
      --_line: CanvasText;
      --_line-strong: CanvasText;
      --_primary: Highlight;
      --_primary-soft: Canvas;
      --_on-primary: HighlightText;
      --_good: CanvasText;
      --_good-soft: Canvas;
      --_soon: CanvasText;
      --_soon-soft: Canvas;
      --_late: CanvasText;
      --_late-soft: Canvas;
      --_neutral-soft: Canvas;
      --_focus: Highlight;
    }
  }
`;

/** How much room an element takes: clerks read dense rows, residents comfortable ones, older people large type. */
export type Density = 'dense' | 'comfortable' | 'large';
