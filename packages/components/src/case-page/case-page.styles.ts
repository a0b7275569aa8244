import { css, type CSSResult } from 'lit';

export const casePageStyles: CSSResult = css`
  :host {
    display: block;
  }

  h2,
  h3,
  p,
  dl,
  dd,
  ol,
  ul {
    margin: 0;
    padding: 0;
  }

  ol,
  ul {
    list-style: none;
  }

  .card-head > h2 {
    font-size: var(--_size-3);
  }

  .card-head > .due {
    margin-inline-start: auto;
  }

  .due .tag {
    vertical-align: middle;
  }

  #said:focus-visible {
    outline: none;
  }

  #said > .notice {
    margin-block-end: var(--_space-3);
  }

  .notice.meeting {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-2) var(--_space-3);
    margin-block-end: var(--_space-3);
  }

  .strong {
    font-weight: var(--_weight-strong);
  }

  .aside {
    color: var(--_ink-2);
    font-size: var(--_size-2);
  }

  .body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-5) var(--_space-6);
    padding: var(--_space-4);
  }

  .wide .body {
    grid-template-columns: minmax(0, 5fr) minmax(18rem, 4fr);
  }

  .side,
  .main {
    display: flex;
    flex-direction: column;
    gap: var(--_space-5);
    min-width: 0;
  }

  section > h3 {
    margin-block-end: var(--_space-2);
    font-size: var(--_size-3);
  }

  .steps {
    display: flex;
    padding: var(--_space-3) var(--_space-4);
    border-block-end: var(--_hairline) solid var(--_line);
  }

  .steps > li {
    position: relative;
    flex: 1;
    padding-block-start: var(--_space-5);
    color: var(--_ink-2);
    font-size: var(--_size-2);
    text-align: center;
  }

  .steps > li::before {
    content: '';
    position: absolute;
    z-index: 1;
    inset-block-start: 2px;
    inset-inline-start: calc(50% - 0.45em);
    width: 0.9em;
    height: 0.9em;
    border: 2px solid var(--_line-strong);
    border-radius: 999px;
    background: var(--_surface);
  }

  .steps > li + li::after {
    content: '';
    position: absolute;
    inset-block-start: calc(2px + 0.45em - 1px);
    inset-inline-start: calc(-50% + 0.7em);
    width: calc(100% - 1.4em);
    height: 2px;
    background: var(--_line);
  }

  .steps > .past::before {
    border-color: var(--_primary);
    background: var(--_primary);
  }

  .steps > .past + li::after {
    background: var(--_primary);
  }

  .steps > .present::before {
    border-color: var(--_primary);
    box-shadow: 0 0 0 3px var(--_primary-soft);
  }

  .steps > .present {
    color: var(--_ink);
    font-weight: var(--_weight-strong);
  }

  dl {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: var(--_space-2) var(--_space-4);
  }

  dt {
    color: var(--_ink-2);
  }

  dd {
    overflow-wrap: anywhere;
  }

  .words {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  .photos {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
    margin-block-start: var(--_space-2);
  }

  .photos canvas,
  .photos .film {
    display: flex;
    align-items: center;
    justify-content: center;
    width: calc(6rem * var(--_scale));
    height: calc(6rem * var(--_scale));
    border: var(--_hairline) solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_neutral-soft);
    color: var(--_ink-2);
    font-size: var(--_size-4);
  }

  .photos .film.open {
    padding: 0;
    overflow: hidden;
    cursor: zoom-in;
  }

  .photos .film.open canvas {
    border: 0;
  }

  dialog.viewer {
    box-sizing: border-box;
    max-width: calc(100vw - 2 * var(--_space-4));
    max-height: calc(100vh - 2 * var(--_space-4));
    padding: var(--_space-4);
    border: var(--_hairline) solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_ink);
    box-shadow: var(--_lifted);
  }

  dialog.viewer::backdrop {
    background: rgba(28, 35, 43, 0.6);
  }

  .viewer-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    margin-block-end: var(--_space-3);
  }

  .viewer-head h3 {
    margin: 0;
    font-size: var(--_size-3);
  }

  .viewer canvas,
  .viewer video {
    display: block;
    max-width: 100%;
    max-height: calc(100vh - 9rem);
  }

  .viewer a {
    margin-block-start: var(--_space-3);
  }

  .photos .film.again {
    color: var(--_primary);
    font: inherit;
    font-size: var(--_size-2);
    cursor: pointer;
  }

  .timeline > li {
    position: relative;
    padding: 0 0 var(--_space-4) var(--_space-6);
  }

  .timeline > li::before {
    content: '';
    position: absolute;
    inset-inline-start: 0;
    inset-block-start: 0.42em;
    width: 0.75em;
    height: 0.75em;
    border: 2px solid var(--_primary);
    border-radius: 999px;
    background: var(--_primary);
  }

  .timeline > .by-process::before {
    background: var(--_surface);
  }

  .timeline > .late::before {
    border-color: var(--_late);
    border-radius: 2px;
  }

  .timeline > li:not(:last-child)::after {
    content: '';
    position: absolute;
    inset-inline-start: calc(0.375em - 1px);
    inset-block: 1.4em -0.3em;
    width: 2px;
    background: var(--_line);
  }

  .happened {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 var(--_space-3);
  }

  .happened > .what {
    font-weight: var(--_weight-strong);
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
  }

  .action-form {
    display: flex;
    flex-direction: column;
    gap: var(--_space-4);
    margin-block-start: var(--_space-3);
    padding: var(--_space-4);
    border: var(--_hairline) solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_page);
  }

  .action-form > h3 {
    margin: 0;
    font-size: var(--_size-3);
  }

  .error:empty {
    display: none;
  }

  .choices {
    display: flex;
    flex-wrap: wrap;
    align-self: flex-start;
  }

  .choices > label {
    display: flex;
    align-items: center;
    background: var(--_surface);
  }

  .choices > .picked {
    background: var(--_primary-soft);
    box-shadow: inset 0 0 0 var(--_hairline) var(--_primary);
    color: var(--_primary);
    font-weight: var(--_weight-strong);
  }

  .choices > label:focus-within {
    outline: 2px solid var(--_focus);
    outline-offset: -2px;
  }

  details {
    margin-block-start: var(--_space-3);
  }

  summary {
    min-height: var(--_space-6);
    color: var(--_ink-2);
    cursor: pointer;
  }

  .closed {
    display: flex;
    flex-direction: column;
    gap: var(--_space-2);
    margin-block-start: var(--_space-2);
  }

  .closed > li {
    display: grid;
    grid-template-columns: minmax(7em, max-content) minmax(0, 1fr);
    align-items: center;
    gap: var(--_space-3);
  }

  .closed .button {
    white-space: normal;
  }

  .empty {
    padding-block: var(--_space-6);
  }

  @media (forced-colors: active) {
    .steps > .past::before {
      background: CanvasText;
    }

    .choices > .picked {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
