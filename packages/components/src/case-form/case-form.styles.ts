import { css, type CSSResult } from 'lit';

export const caseFormStyles: CSSResult = css`
  :host {
    display: block;
    max-width: 42rem;
  }

  .card {
    padding: var(--_space-5) var(--_space-4);
  }

  form,
  fieldset,
  .receipt {
    display: flex;
    flex-direction: column;
    gap: var(--_space-6);
  }

  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .title {
    margin: 0;
    font-size: var(--_size-4);
    font-weight: var(--_weight-strong);
    line-height: 1.35;
  }

  .label {
    font-size: var(--_size-3);
  }

  .aside {
    color: var(--_ink-2);
    font-size: var(--_size-2);
    font-weight: var(--_weight);
  }

  .hint:empty,
  .error:empty {
    display: none;
  }

  .input {
    min-height: calc(var(--_control) + var(--_space-1));
  }

  .own {
    display: flex;
    flex-direction: column;
    gap: var(--_space-4);
    padding-inline-start: var(--_space-3);
    border-inline-start: 2px solid var(--_line);
  }

  .place {
    justify-content: flex-start;
    width: 100%;
    min-height: calc(var(--_control) + var(--_space-1));
    padding: var(--_space-1) var(--_space-3);
    text-align: start;
    white-space: normal;
  }

  .place > .sign {
    color: var(--_primary);
  }

  .place > .name {
    flex: 1;
    min-width: 0;
  }

  .place[aria-invalid='true'] {
    border-color: var(--_late);
  }

  .place > .tag {
    font-weight: var(--_weight-strong);
  }

  .pair {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
  }

  .pair > .input {
    flex: 1 1 10rem;
    width: auto;
  }

  .sub {
    margin-block-start: var(--_space-2);
  }

  .sub > .label {
    font-size: inherit;
    font-weight: var(--_weight);
  }

  .under {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: var(--_space-1) var(--_space-3);
    font-size: var(--_size-2);
  }

  .count {
    margin-inline-start: auto;
    color: var(--_ink-2);
  }

  .count.over {
    color: var(--_late);
    font-weight: var(--_weight-strong);
  }

  textarea.input {
    min-height: calc(6 * var(--_leading) * 1em);
  }

  .modes {
    display: flex;
    max-width: 100%;
  }

  .modes > label {
    position: relative;
    display: flex;
    flex: 1;
    align-items: center;
    justify-content: center;
    min-height: calc(var(--_control) + var(--_space-1));
    text-align: center;
    white-space: normal;
  }

  .modes > .picked {
    background: var(--_primary-soft);
    box-shadow: inset 0 0 0 var(--_hairline) var(--_primary);
    color: var(--_primary);
    font-weight: var(--_weight-strong);
  }

  .modes > label:focus-within {
    outline: 2px solid var(--_focus);
    outline-offset: -2px;
  }

  .contact {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
    gap: var(--_space-3);
    margin-block-start: var(--_space-2);
  }

  .problems {
    padding: var(--_space-3) var(--_space-4);
    border: var(--_hairline) solid var(--_late);
    border-inline-start-width: 4px;
    border-radius: var(--_radius);
  }

  .problems h3 {
    margin: 0;
    color: var(--_late);
    font-size: var(--_size-3);
  }

  .problems p {
    margin: 0;
  }

  .problems ul {
    margin: var(--_space-1) 0 0;
    padding-inline-start: var(--_space-5);
  }

  .link {
    min-height: var(--_space-6);
    padding: 0;
    border: 0;
    background: transparent;
    color: var(--_primary);
    font: inherit;
    text-align: start;
    text-decoration: underline;
    cursor: pointer;
  }

  .submit {
    width: 100%;
    min-height: calc(var(--_control) + var(--_space-2));
    font-size: var(--_size-3);
  }

  .send {
    display: flex;
    flex-direction: column;
    gap: var(--_space-2);
  }

  dialog {
    width: min(60rem, calc(100vw - 2 * var(--_space-4)));
    height: min(44rem, calc(100vh - 2 * var(--_space-4)));
    max-width: none;
    max-height: none;
    padding: 0;
    border: var(--_hairline) solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_ink);
    box-shadow: var(--_lifted);
  }

  dialog[open] {
    display: flex;
    flex-direction: column;
  }

  dialog::backdrop {
    background: rgba(28, 35, 43, 0.4);
  }

  .dialog-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding: var(--_space-2) var(--_space-2) var(--_space-2) var(--_space-4);
    border-block-end: var(--_hairline) solid var(--_line);
  }

  .dialog-head h3 {
    margin: 0;
    font-size: var(--_size-3);
  }

  .picker-note {
    margin: 0;
    padding: var(--_space-4);
    color: var(--_ink-2);
  }

  dialog > kt-grid-picker {
    --kt-map-height: 24rem;
    flex: 1;
    min-height: 0;
    overflow: auto;
  }

  /* The dialog is the frame. */
  dialog > kt-grid-picker::part(base) {
    border: 0;
    border-radius: 0;
  }

  .dialog-foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: var(--_space-3);
    padding: var(--_space-3) var(--_space-4);
    border-block-start: var(--_hairline) solid var(--_line);
  }

  .dialog-foot > .button {
    white-space: normal;
  }

  .receipt {
    gap: var(--_space-5);
  }

  .receipt > .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
  }

  .receipt > .head {
    display: flex;
    align-items: flex-start;
    gap: var(--_space-3);
  }

  .receipt > .head > .mark {
    display: flex;
    padding: var(--_space-2);
    border-radius: 999px;
    background: var(--_good-soft);
    color: var(--_good);
    font-size: var(--_size-4);
  }

  #done:focus-visible {
    outline: none;
  }

  .receipt h2,
  .receipt h3,
  .receipt p {
    margin: 0;
  }

  .receipt h3 {
    font-size: var(--_size-3);
  }

  .number {
    font-size: var(--_size-5);
    font-weight: var(--_weight-strong);
    line-height: 1.25;
  }

  .secret {
    display: flex;
    flex-direction: column;
    gap: var(--_space-2);
    padding: var(--_space-4);
    border: var(--_hairline) solid var(--_line-strong);
    border-radius: var(--_radius);
  }

  .secret > output {
    font-family: ui-monospace, 'SFMono-Regular', Consolas, 'Liberation Mono', monospace;
    font-size: var(--_size-4);
    letter-spacing: 0.04em;
    word-spacing: 0.2em;
    overflow-wrap: anywhere;
  }

  .steps {
    margin: var(--_space-3) 0 0;
    padding: 0;
    list-style: none;
  }

  .steps > li {
    position: relative;
    display: flex;
    justify-content: space-between;
    gap: var(--_space-3);
    padding: 0 0 var(--_space-3) var(--_space-6);
  }

  .steps > li::before {
    content: '';
    position: absolute;
    inset-inline-start: 0;
    inset-block-start: 0.35em;
    width: 0.8em;
    height: 0.8em;
    border: 2px solid var(--_primary);
    border-radius: 999px;
    background: var(--_surface);
  }

  .steps > .past::before {
    background: var(--_primary);
  }

  .steps > li:not(:last-child)::after {
    content: '';
    position: absolute;
    inset-inline-start: calc(0.4em - 1px);
    inset-block-start: 1.15em;
    inset-block-end: -0.35em;
    width: 2px;
    background: var(--_line);
  }

  .steps > li > :last-child {
    color: var(--_ink-2);
    text-align: end;
  }

  @media (forced-colors: active) {
    .modes > .picked {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }

  @media (min-width: 640px) {
    .card {
      padding: var(--_space-6);
    }
  }

  @media (max-width: 599px) {
    dialog {
      width: 100vw;
      height: 100%;
      margin: 0;
      border: 0;
      border-radius: 0;
    }
  }
`;
