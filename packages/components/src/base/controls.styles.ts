import { css, type CSSResult } from 'lit';

/**
 * The looks of what people press, type into and read at a glance; needs `tokens` beside it.
 *
 * - `.button` (plain), `.button.primary`, `.button.quiet`, `.button.danger`, and `.icon` for a square one.
 * - `.input` on an input, a select or a textarea; `aria-invalid="true"` marks it wrong.
 * - `.field` holds `.label`, the control, `.hint` and `.error`.
 * - `.tag` with a tone: `good`, `soon`, `late`, `primary`; neutral without one.
 * - `.segments` holds buttons of which one is `aria-pressed="true"` (or checked, or selected).
 * - `.card`, `.card-head`, `.card-title`; `.notice` with a tone; `.empty` for an empty state.
 * - `.visually-hidden` for what only assistive technology reads.
 */
export const controls: CSSResult = css`
  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  .button,
  .input,
  .segments > * {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--_space-2);
    min-height: var(--_control);
    min-width: var(--_control);
    padding: 0 var(--_space-4);
    border: var(--_hairline) solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    cursor: pointer;
    text-decoration: none;
    white-space: nowrap;
    transition:
      background-color var(--_duration),
      border-color var(--_duration);
  }

  @media (hover: hover) {
    .button:hover {
      background: var(--_primary-soft);
      border-color: var(--_primary);
    }
  }

  .button:active {
    background: var(--_neutral-soft);
  }

  .button.primary {
    background: var(--_primary);
    border-color: var(--_primary);
    color: var(--_on-primary);
    font-weight: var(--_weight-strong);
  }

  @media (hover: hover) {
    .button.primary:hover {
      filter: brightness(1.12);
    }
  }

  .button.quiet {
    border-color: transparent;
    background: transparent;
    color: var(--_primary);
    padding: 0 var(--_space-2);
  }

  @media (hover: hover) {
    .button.quiet:hover {
      background: var(--_primary-soft);
    }
  }

  .button.danger {
    border-color: var(--_late);
    color: var(--_late);
  }

  .button[aria-expanded='true'] {
    background: var(--_primary-soft);
    border-color: var(--_primary);
    color: var(--_primary);
    font-weight: var(--_weight-strong);
  }

  .button.icon {
    padding: 0;
    width: var(--_control);
  }

  .button:disabled,
  .button[aria-disabled='true'] {
    background: var(--_neutral-soft);
    border-color: var(--_line);
    color: var(--_ink-2);
    font-weight: var(--_weight);
    cursor: not-allowed;
    filter: none;
  }

  .field {
    display: flex;
    flex-direction: column;
    gap: var(--_space-1);
    min-width: 0;
  }

  .label {
    font-weight: var(--_weight-strong);
  }

  .hint {
    color: var(--_ink-2);
    font-size: var(--_size-2);
  }

  .error {
    color: var(--_late);
    font-size: var(--_size-2);
  }

  .input {
    width: 100%;
    min-height: var(--_control);
    padding: 0 var(--_space-3);
    border: var(--_hairline) solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_ink);
  }

  textarea.input {
    padding-block: var(--_space-2);
    line-height: inherit;
    resize: vertical;
  }

  select.input {
    padding-inline-end: var(--_space-1);
  }

  .input::placeholder {
    color: var(--_ink-2);
    opacity: 1;
  }

  @media (hover: hover) {
    .input:hover {
      border-color: var(--_primary);
    }
  }

  .input:focus-visible {
    border-color: var(--_focus);
    outline-offset: 0;
  }

  .input[aria-invalid='true'] {
    border-color: var(--_late);
  }

  .input:disabled {
    background: var(--_neutral-soft);
    color: var(--_ink-2);
  }

  .tag {
    display: inline-flex;
    align-items: center;
    gap: var(--_space-1);
    padding: 0 var(--_space-2);
    border-radius: 999px;
    background: var(--_neutral-soft);
    color: var(--_ink-2);
    font-size: var(--_size-2);
    line-height: 1.7;
    white-space: nowrap;
  }

  .tag.primary {
    background: var(--_primary-soft);
    color: var(--_primary);
  }

  .tag.good {
    background: var(--_good-soft);
    color: var(--_good);
  }

  .tag.soon {
    background: var(--_soon-soft);
    color: var(--_soon);
  }

  .tag.late {
    background: var(--_late-soft);
    color: var(--_late);
  }

  .segments {
    display: inline-flex;
    border: var(--_hairline) solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    overflow: hidden;
  }

  .segments > * {
    min-height: calc(var(--_control) - 2 * var(--_hairline));
    padding: 0 var(--_space-3);
    border: 0;
    border-inline-start: var(--_hairline) solid var(--_line);
    background: transparent;
    cursor: pointer;
    white-space: nowrap;
  }

  .segments > :first-child {
    border-inline-start: 0;
  }

  @media (hover: hover) {
    .segments > :hover {
      background: var(--_neutral-soft);
    }
  }

  .segments > :focus-visible {
    outline-offset: -2px;
    border-radius: var(--_radius-small);
  }

  .segments > [aria-pressed='true'],
  .segments > [aria-checked='true'],
  .segments > [aria-selected='true'] {
    background: var(--_primary-soft);
    color: var(--_primary);
    font-weight: var(--_weight-strong);
  }

  .card {
    border: var(--_hairline) solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .card-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2) var(--_space-3);
    padding: var(--_space-3) var(--_space-4);
    border-block-end: var(--_hairline) solid var(--_line);
  }

  .card-title {
    margin: 0;
    font-size: var(--_size-3);
    font-weight: var(--_weight-strong);
    line-height: var(--_leading);
  }

  .notice {
    padding: var(--_space-2) var(--_space-3);
    border-radius: var(--_radius);
    background: var(--_neutral-soft);
    color: var(--_ink);
  }

  .notice.good {
    background: var(--_good-soft);
    color: var(--_good);
  }

  .notice.soon {
    background: var(--_soon-soft);
    color: var(--_soon);
  }

  .notice.late {
    background: var(--_late-soft);
    color: var(--_late);
  }

  .empty {
    padding: var(--_space-8) var(--_space-4);
    color: var(--_ink-2);
    text-align: center;
  }

  /* What is hidden from sight only stands where its element does: else it would lengthen the page around it. */
  :host {
    position: relative;
  }

  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    padding: 0;
    border: 0;
    overflow: hidden;
    clip: rect(0 0 0 0);
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (forced-colors: active) {
    .tag,
    .notice,
    .segments > [aria-pressed='true'],
    .segments > [aria-checked='true'],
    .segments > [aria-selected='true'] {
      border: var(--_hairline) solid currentColor;
    }
  }
`;

/** The state of time or outcome that a tag or notice speaks of; always with a word beside the colour. */
export type Tone = 'neutral' | 'primary' | 'good' | 'soon' | 'late';
