import { css, type CSSResult } from 'lit';

export const classPickerStyles: CSSResult = css`
  :host {
    display: block;
  }

  .error:empty {
    display: none;
  }

  .box {
    position: relative;
    display: flex;
    align-items: center;
  }

  .box .input {
    padding-inline-end: calc(var(--_control) + var(--_space-1));
    text-overflow: ellipsis;
  }

  .box.grouped .input {
    padding-inline-end: calc(var(--_control) + 9em);
  }

  .group-tag {
    position: absolute;
    inset-inline-end: var(--_control);
    max-width: 8.5em;
    overflow: hidden;
    text-overflow: ellipsis;
    pointer-events: none;
  }

  .open {
    position: absolute;
    inset-inline-end: 0;
    display: flex;
    align-items: center;
    justify-content: center;
    width: var(--_control);
    height: var(--_control);
    padding: 0;
    border: 0;
    background: transparent;
    color: var(--_ink-2);
    cursor: pointer;
  }

  .open:disabled {
    cursor: not-allowed;
  }

  .popup {
    position: absolute;
    z-index: 10;
    inset-block-start: calc(100% + var(--_space-1));
    inset-inline: 0;
    border: var(--_hairline) solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: var(--_lifted);
    overflow: hidden;
  }

  .popup[hidden] {
    display: none;
  }

  .list {
    max-height: min(22rem, 60vh);
    padding: var(--_space-1) 0;
    overflow-y: auto;
    overscroll-behavior: contain;
  }

  .list:empty {
    display: none;
  }

  .heading {
    padding: var(--_space-2) var(--_space-3) var(--_space-1);
    color: var(--_ink-2);
    font-size: var(--_size-2);
  }

  .option {
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    min-height: var(--_control);
    padding: var(--_space-1) var(--_space-3);
    cursor: pointer;
  }

  .option > .sign {
    color: var(--_primary);
    visibility: hidden;
  }

  .option[aria-selected='true'] {
    color: var(--_primary);
    font-weight: var(--_weight-strong);
  }

  .option[aria-selected='true'] > .sign {
    visibility: visible;
  }

  .option:hover {
    background: var(--_neutral-soft);
  }

  .option.active {
    background: var(--_primary-soft);
    box-shadow: inset 3px 0 0 var(--_primary);
  }

  .none {
    padding: var(--_space-3);
    color: var(--_ink-2);
  }

  @media (forced-colors: active) {
    .option.active {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
