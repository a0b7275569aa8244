import { css, type CSSResult } from 'lit';

export const worklistStyles: CSSResult = css`
  :host {
    display: block;
    --_row: calc(var(--_control) + var(--_space-2));
    --_stage: 4.5em;
    --_due: 11.75em;
  }

  /* What is said of a deadline is never cut: its column is as wide as the longest of it. */
  .en {
    --_stage: 7.5em;
    --_due: 19em;
  }

  .frame {
    --_columns: 8.5em minmax(9em, 4fr) minmax(7.5em, 1.4fr) minmax(var(--_stage), 0.8fr) var(--_due);
  }

  .frame.columns-6 {
    --_columns: 8.5em minmax(8em, 4fr) minmax(7.5em, 1.4fr) minmax(var(--_stage), 0.8fr) var(--_due) minmax(4em, 1fr);
  }

  .frame {
    display: flex;
    flex-direction: column;
    height: var(--kt-worklist-height, 36rem);
    max-height: 100vh;
    overflow: hidden;
  }

  .frame.empty-list {
    height: auto;
  }

  .tools {
    display: flex;
    flex: 1 1 44em;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: var(--_space-2);
  }

  .tools > .input {
    flex: 0 1 9em;
    width: auto;
    min-width: 6.2em;
  }

  .tools > .find {
    flex: 1 1 10em;
    max-width: 20em;
    margin-inline-end: auto;
  }

  .segments > button[aria-pressed='true'].late {
    background: var(--_late-soft);
    color: var(--_late);
  }

  .segments > button[aria-pressed='true'].soon {
    background: var(--_soon-soft);
    color: var(--_soon);
  }

  .grid {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
    overflow: hidden;
  }

  .row {
    display: grid;
    grid-template-columns: var(--_columns);
    column-gap: var(--_space-3);
    align-items: center;
    padding: 0 var(--_space-4);
  }

  .head {
    flex: none;
    border-block-end: var(--_hairline) solid var(--_line);
    color: var(--_ink-2);
    scrollbar-gutter: stable;
  }

  .head > .row > * {
    display: flex;
    align-items: center;
    gap: var(--_space-1);
    min-height: var(--_control);
    /* Not on the row: its columns are measured in the same em as those below. */
    font-size: var(--_size-2);
    cursor: pointer;
    white-space: nowrap;
  }

  .head [aria-sort] {
    color: var(--_primary);
    font-weight: var(--_weight-strong);
  }

  .body {
    position: relative;
    flex: 1;
    min-height: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
  }

  .space {
    position: relative;
  }

  .body .row {
    position: absolute;
    inset-inline: 0;
    inset-block-start: 0;
    height: var(--_row);
    border-block-end: var(--_hairline) solid var(--_line);
    cursor: pointer;
  }

  .body .row:hover {
    background: var(--_neutral-soft);
  }

  .body .row[aria-selected='true'] {
    background: var(--_primary-soft);
    box-shadow: inset 3px 0 0 var(--_primary);
  }

  .cell .tag {
    vertical-align: middle;
  }

  .cell {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .cell.grid-name {
    display: flex;
  }

  .start {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: pre;
  }

  .end {
    flex: none;
    white-space: pre;
  }

  .cell:focus-visible,
  .head [role='columnheader']:focus-visible {
    outline-offset: -2px;
    border-radius: var(--_radius-small);
  }

  .cell.number,
  .no-limit,
  .cell.grid-name,
  .cell.turn {
    color: var(--_ink-2);
  }

  .class {
    font-weight: var(--_weight-strong);
    margin-inline-end: var(--_space-2);
  }

  .strong {
    font-weight: var(--_weight-strong);
  }

  .probe,
  .em {
    position: absolute;
    height: var(--_row);
    visibility: hidden;
  }

  /* A tenth of what the columns need; on less each case is a card. It follows the type alone, never what it decides. */
  .em {
    width: 5.2em;
    height: 0;
  }

  .em.en {
    width: 6.2em;
  }

  .foot {
    padding: var(--_space-2) var(--_space-4);
    border-block-start: var(--_hairline) solid var(--_line);
    color: var(--_ink-2);
    font-size: var(--_size-2);
  }

  .empty > h3 {
    margin: 0 0 var(--_space-1);
    color: var(--_ink);
    font-size: var(--_size-3);
  }

  .empty > p {
    max-width: 32em;
    margin: 0 auto;
  }

  .empty > .button {
    margin-block-start: var(--_space-3);
  }

  .narrow {
    --_row: 7.2em;
  }

  .narrow .head {
    display: none;
  }

  .narrow .tools {
    flex: 1 1 100%;
  }

  .narrow .tools > .input {
    flex: 1 1 0;
    min-width: 0;
    padding-inline: var(--_space-2) 0;
  }

  .narrow .tools > .find {
    flex: 1 1 100%;
    max-width: none;
    padding-inline: var(--_space-3);
  }

  .narrow .tools > .segments {
    flex: 1 1 100%;
  }

  .narrow .tools > .segments > button {
    flex: 1;
    padding: 0 var(--_space-1);
  }

  .narrow .body .row {
    grid-template:
      'what what' auto
      'grid number' auto
      'stage due' auto
      / minmax(0, 1fr) auto;
    align-content: center;
    row-gap: var(--_space-1);
  }

  .narrow .cell.what {
    grid-area: what;
    font-size: var(--_size-3);
  }

  .narrow .cell.grid-name {
    grid-area: grid;
    font-size: var(--_size-2);
  }

  .narrow .cell.stage {
    grid-area: stage;
  }

  .narrow .cell.due {
    grid-area: due;
    text-align: end;
  }

  .narrow .cell.number {
    grid-area: number;
    text-align: end;
    font-size: var(--_size-2);
  }

  .narrow .cell.turn {
    position: absolute;
    width: 1px;
    height: 1px;
    clip-path: inset(50%);
  }

  @media (forced-colors: active) {
    .body .row[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
