import { css, type CSSResult } from 'lit';

/** Lanes stand under one another on the page; cards are the only surfaces. */
export const boardStyles: CSSResult = css`
  :host {
    display: block;
  }

  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }

  ul,
  ol.agenda {
    list-style: none;
  }

  h2 {
    font-size: var(--_size-4);
    font-weight: var(--_weight-strong);
    line-height: 1.4;
  }

  h3 {
    font-size: var(--_size-3);
    font-weight: var(--_weight-strong);
  }

  h4 {
    font-size: var(--_size-2);
    font-weight: var(--_weight-strong);
    color: var(--_ink-2);
  }

  .count {
    margin-inline-start: var(--_space-2);
    color: var(--_ink-2);
    font-weight: var(--_weight);
    font-size: var(--_size-2);
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2) var(--_space-3);
    padding-block-end: var(--_space-4);
  }

  .find {
    width: auto;
    flex: 0 1 calc(20 * var(--_text));
    min-width: 0;
    margin-inline-start: auto;
  }

  .bar.narrow .find {
    flex: 1 1 100%;
  }

  .notice {
    margin-block-end: var(--_space-3);
  }

  .segments {
    display: flex;
    margin-block-end: var(--_space-4);
    overflow-x: auto;
  }

  .segments > * {
    flex: 1 0 auto;
    padding-inline: var(--_space-2);
  }

  .ruler {
    height: 1em;
    margin-block-end: -1em;
    visibility: hidden;
  }

  .board {
    position: relative;
  }

  .lane {
    padding-block: var(--_space-4);
    border-block-start: var(--_hairline) solid var(--_line);
  }

  .wide .lane {
    display: flex;
    gap: var(--_space-4);
  }

  .wide .lane-head {
    flex: 0 0 200px;
  }

  .lane-head p {
    margin-block-start: var(--_space-1);
    color: var(--_ink-2);
    font-size: var(--_size-2);
  }

  .lane-head p span + span::before {
    content: ' · ';
  }

  .wide .lane-head p span {
    display: block;
  }

  .wide .lane-head p span + span::before {
    content: none;
  }

  .narrow h3 {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }

  .middle .lane-head,
  .narrow .lane-head {
    margin-block-end: var(--_space-3);
  }

  .middle .lane-head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--_space-4);
  }

  .steps {
    display: flex;
    flex: 1 1 auto;
    min-width: 0;
    gap: var(--_space-4);
  }

  .narrow .steps {
    flex-direction: column;
  }

  .column {
    position: relative;
    flex: 1 1 0;
    min-width: 0;
    border-radius: var(--_radius);
  }

  .column h4 {
    display: flex;
    justify-content: space-between;
    padding-block-end: var(--_space-2);
  }

  .none {
    display: flex;
    align-items: center;
    justify-content: center;
    min-height: calc(var(--_card) * 0.6);
    border: var(--_hairline) dashed var(--_line-strong);
    border-radius: var(--_radius);
    color: var(--_ink-2);
    font-size: var(--_size-2);
  }

  .list {
    position: relative;
    overflow-y: auto;
    overflow-x: hidden;
    overscroll-behavior: contain;
    border-radius: var(--_radius);
    scrollbar-width: thin;
  }

  .track {
    position: relative;
  }

  .card {
    position: absolute;
    top: 0;
    left: 0;
    right: 0;
    display: flex;
    flex-direction: column;
    gap: 2px;
    height: var(--_card);
    padding: var(--_space-2) var(--_space-3);
    border: var(--_hairline) solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    cursor: pointer;
    overflow: hidden;
    user-select: none;
    touch-action: manipulation;
    transition: border-color var(--_duration);
  }

  .card:hover {
    border-color: var(--_primary);
  }

  .card:focus-visible {
    outline-offset: -2px;
  }

  .card[aria-selected='true'] {
    border-color: var(--_primary);
  }

  .card.lifted {
    border-style: dashed;
    border-color: var(--_primary);
    background: var(--_primary-soft);
  }

  .holding .card {
    cursor: grabbing;
  }

  .card.ghost {
    right: auto;
    z-index: 3;
    pointer-events: none;
    border-color: var(--_primary);
    box-shadow: var(--_lifted);
    transition: none;
  }

  .title {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 1;
    padding-inline-end: var(--_space-6);
    overflow-wrap: anywhere;
    font-weight: var(--_weight-strong);
  }

  .lines-2 .title {
    -webkit-line-clamp: 2;
  }

  .meta,
  .fact {
    color: var(--_ink-2);
    font-size: var(--_size-2);
  }

  .card .meta {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .foot {
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    margin-block-start: auto;
    overflow: hidden;
    white-space: nowrap;
  }

  .foot .fact {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .foot .tag {
    flex: none;
  }

  .lines-2 .dated .rule {
    display: none;
  }

  .more {
    position: absolute;
    top: 0;
    right: 0;
    width: max(var(--_touch), 2rem);
    height: max(var(--_touch), 2rem);
    color: var(--_ink-2);
    font-weight: var(--_weight-strong);
    line-height: 2rem;
    text-align: center;
    border-radius: var(--_radius);
  }

  .more:hover {
    background: var(--_primary-soft);
    color: var(--_primary);
  }

  .bar-line {
    position: relative;
    display: inline-block;
    flex: 1 1 64px;
    min-width: 40px;
    max-width: 96px;
    height: 4px;
    border-radius: 2px;
    background: var(--_neutral-soft);
  }

  .panel .bar-line {
    display: block;
    max-width: none;
    height: 6px;
    margin-block: var(--_space-2);
  }

  .bar-fill {
    position: absolute;
    top: 0;
    left: 0;
    height: 100%;
    max-width: 100%;
    border-radius: 2px;
    background: var(--_good);
    transition: width var(--_duration);
  }

  .short .bar-fill {
    background: var(--_soon);
  }

  .bar-mark {
    position: absolute;
    top: -3px;
    bottom: -3px;
    width: 2px;
    margin-inline-start: -1px;
    background: var(--_ink);
  }

  .zone {
    position: absolute;
    right: 0;
    bottom: 0;
    left: 0;
    top: calc(var(--_size-2) * var(--_leading) + var(--_space-2));
    z-index: 2;
    display: flex;
    align-items: center;
    justify-content: center;
    min-height: calc(var(--_card) * 0.6);
    padding: var(--_space-3);
    border: 2px dashed var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_page);
    color: var(--_ink-2);
    text-align: center;
    pointer-events: none;
  }

  .column.open .zone {
    border-color: var(--_primary);
    background: var(--_primary-soft);
    color: var(--_primary);
  }

  .column.open.aimed .zone {
    border-style: solid;
    font-weight: var(--_weight-strong);
  }

  .column.shut.aimed .zone {
    border-color: var(--_late);
    background: var(--_late-soft);
    color: var(--_late);
  }

  .hint-bar {
    position: sticky;
    bottom: var(--_space-4);
    z-index: 4;
    width: max-content;
    max-width: 100%;
    margin: var(--_space-3) auto 0;
    padding: var(--_space-2) var(--_space-4);
    border-radius: var(--_radius);
    background: var(--_ink);
    color: var(--_surface);
    box-shadow: var(--_lifted);
  }

  .hint-bar[hidden] {
    display: none;
  }

  .menu {
    position: absolute;
    z-index: 5;
    display: flex;
    flex-direction: column;
    width: 264px;
    max-width: 100%;
    padding: var(--_space-1);
    border: var(--_hairline) solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: var(--_lifted);
  }

  .menu button {
    min-height: var(--_control);
    padding: var(--_space-1) var(--_space-3);
    border: 0;
    border-radius: var(--_radius-small);
    background: transparent;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  .menu button:hover,
  .menu button:focus-visible {
    background: var(--_primary-soft);
    outline-offset: -2px;
  }

  .menu button:first-child {
    border-block-end: var(--_hairline) solid var(--_line);
    border-radius: var(--_radius-small) var(--_radius-small) 0 0;
  }

  .menu button[aria-disabled='true'] {
    color: var(--_ink-2);
    cursor: not-allowed;
  }

  small {
    display: block;
    color: var(--_ink-2);
    font-size: var(--_size-1);
  }

  dialog.panel {
    position: fixed;
    top: 0;
    right: 0;
    bottom: 0;
    left: auto;
    width: min(calc(34 * var(--_text)), 100%);
    max-width: 100%;
    height: 100%;
    max-height: 100%;
    margin: 0;
    padding: 0;
    border: 0;
    background: var(--_surface);
    color: inherit;
    box-shadow: var(--_lifted);
    overflow-y: auto;
  }

  dialog.panel::backdrop {
    background: rgba(28, 35, 43, 0.32);
  }

  .panel-head {
    position: sticky;
    top: 0;
    z-index: 1;
    padding: var(--_space-4) var(--_space-5) var(--_space-3);
    border-block-end: var(--_hairline) solid var(--_line);
    background: var(--_surface);
  }

  .panel-head h2 {
    margin-block: var(--_space-1);
    padding-inline-end: var(--_space-8);
    overflow-wrap: anywhere;
  }

  .panel-head h2:focus {
    outline: none;
  }

  .panel-where {
    display: flex;
    gap: var(--_space-2);
  }

  .close {
    position: absolute;
    top: var(--_space-3);
    right: var(--_space-3);
  }

  .close svg {
    width: 1.15em;
    height: 1.15em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
  }

  .panel-body {
    padding: 0 var(--_space-5) var(--_space-6);
  }

  .panel-body > .notice {
    margin-block: var(--_space-4) 0;
  }

  .block {
    padding-block: var(--_space-4);
    scroll-margin-top: calc(8 * var(--_text));
  }

  .block + .block {
    border-block-start: var(--_hairline) solid var(--_line);
  }

  .block h3 {
    margin-block-end: var(--_space-2);
  }

  .block h4 {
    margin-block: var(--_space-3) var(--_space-1);
  }

  .agenda {
    counter-reset: item;
  }

  .agenda li {
    display: flex;
    gap: var(--_space-2);
    counter-increment: item;
    padding-block: 2px;
    overflow-wrap: anywhere;
  }

  .agenda li::before {
    flex: none;
    content: counter(item) '.';
    color: var(--_ink-2);
    white-space: nowrap;
  }

  .add {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
    margin-block-start: var(--_space-2);
  }

  .add .input {
    flex: 1 1 60%;
    width: auto;
  }

  .add .error,
  .add .reason {
    flex-basis: 100%;
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-1);
  }

  .tools .fact {
    margin-inline-end: auto;
  }

  .persons {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(calc(14 * var(--_text)), 1fr));
    gap: 0 var(--_space-4);
  }

  .person {
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    min-height: max(1.75rem, var(--_touch));
    padding-block: 2px;
  }

  label.person {
    cursor: pointer;
  }

  .person .name {
    flex: none;
  }

  .link {
    padding: 0;
    border: 0;
    background: none;
    color: var(--_primary);
    font: inherit;
    text-decoration: underline;
    cursor: pointer;
  }

  .person.absent .name {
    color: var(--_ink-2);
  }

  .person .post {
    color: var(--_ink-2);
    font-size: var(--_size-2);
  }

  .person .fact {
    margin-inline-start: auto;
  }

  input[type='checkbox'],
  input[type='radio'] {
    position: relative;
    flex: none;
    width: 1.15em;
    height: 1.15em;
    margin: 0;
    border: var(--_hairline) solid var(--_line-strong);
    border-radius: 3px;
    background: var(--_surface);
    appearance: none;
    cursor: inherit;
  }

  input[type='radio'] {
    border-radius: 50%;
  }

  input:checked {
    border-color: var(--_primary);
    background: var(--_primary);
  }

  input:checked::after {
    content: '';
    position: absolute;
    top: 10%;
    left: 32%;
    width: 30%;
    height: 58%;
    border: solid var(--_on-primary);
    border-width: 0 2px 2px 0;
    transform: rotate(42deg);
  }

  input[type='radio']:checked::after {
    top: 28%;
    left: 28%;
    width: 44%;
    height: 44%;
    border: 0;
    border-radius: 50%;
    background: var(--_on-primary);
  }

  input:disabled {
    background: var(--_neutral-soft);
  }

  input[type='number'] {
    appearance: textfield;
  }

  input[type='number']::-webkit-inner-spin-button {
    appearance: none;
  }

  .choices {
    display: flex;
    flex-direction: column;
    gap: var(--_space-2);
    margin-block-end: var(--_space-3);
  }

  .choice {
    display: flex;
    align-items: flex-start;
    gap: var(--_space-2);
    min-height: max(24px, var(--_touch));
    cursor: pointer;
  }

  .choice input {
    margin-block-start: 0.25em;
  }

  .field {
    margin-block-end: var(--_space-3);
  }

  .votes {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 0 var(--_space-3);
  }

  .votes legend {
    padding: 0;
    margin-block-end: var(--_space-1);
  }

  .votes .label {
    font-weight: var(--_weight);
  }

  .votes > .error {
    grid-column: 1 / -1;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2) var(--_space-3);
    margin-block-start: var(--_space-3);
  }

  .reason {
    color: var(--_ink-2);
    font-size: var(--_size-2);
  }

  .resolved-text {
    margin-block: var(--_space-2);
    white-space: pre-line;
    overflow-wrap: anywhere;
  }

  @media (forced-colors: active) {
    .bar-line,
    .panel .bar-line {
      border: 1px solid CanvasText;
    }

    .bar-fill {
      background: Highlight;
      forced-color-adjust: none;
    }

    .bar-mark {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`;
