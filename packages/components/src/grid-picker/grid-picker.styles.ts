import { css, type CSSResult } from 'lit';

/** Looks of kt-grid-picker; needs `tokens` and `controls` beside it. */
export const gridPickerStyles: CSSResult = css`
  :host {
    display: block;
    --_ramp-1: var(--kt-color-ramp-1, #eef3f4);
    --_ramp-2: var(--kt-color-ramp-2, #d3e2e6);
    --_ramp-3: var(--kt-color-ramp-3, #b0ccd3);
    --_ramp-4: var(--kt-color-ramp-4, #82adb9);
    --_ramp-5: var(--kt-color-ramp-5, #4f899a);
    --_ramp-6: var(--kt-color-ramp-6, #266678);
    --_ground: var(--kt-color-ground, #dbe5ea);
    --_map-border: var(--kt-color-map-border, #ffffff);
    --_map-height: var(--kt-map-height, 22rem);
    --_row: calc(var(--_control) + var(--_space-1));
  }

  .frame {
    display: flex;
    flex-direction: column;
    box-sizing: border-box;
    height: 100%;
    overflow: hidden;
  }

  .frame.invalid {
    border-color: var(--_late);
  }

  .head {
    justify-content: flex-end;
  }

  .title {
    flex: 1 1 auto;
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    min-width: 0;
  }

  .body {
    flex: 1 1 auto;
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    min-height: 0;
    /* Where there is less room than map or list need at least, they scroll: nothing runs under the footer. */
    overflow-y: auto;
  }

  .body.both {
    grid-template-columns: minmax(0, 1fr) minmax(13rem, 18rem);
  }

  .map,
  .finder {
    min-width: 0;
    display: flex;
    flex-direction: column;
  }

  .map[hidden],
  .finder[hidden] {
    display: none;
  }

  .both > .finder {
    border-inline-start: var(--_hairline) solid var(--_line);
  }

  .plane {
    position: relative;
    flex: 1 1 var(--_map-height);
    min-height: calc(var(--_map-height) * 0.5);
    overflow: hidden;
  }

  .stage {
    position: absolute;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
    cursor: pointer;
    touch-action: pan-y;
    user-select: none;
    -webkit-user-select: none;
  }

  .stage.near {
    touch-action: none;
  }

  .stage.dragging {
    cursor: grabbing;
  }

  /* Older browsers ring what a click has focused. */
  :host(:focus),
  .stage:focus:not(:focus-visible) {
    outline: none;
  }

  .stage:focus-visible {
    outline-offset: -3px;
    border-radius: var(--_radius-small);
  }

  canvas {
    display: block;
    width: 100%;
    height: 100%;
  }

  .tip {
    position: absolute;
    top: 0;
    left: 0;
    max-width: 16rem;
    padding: var(--_space-1) var(--_space-2);
    border-radius: var(--_radius-small);
    background: var(--_ink);
    color: var(--_surface);
    font-size: var(--_size-2);
    pointer-events: none;
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .tip[hidden] {
    display: none;
  }

  .tools {
    position: absolute;
    top: var(--_space-3);
    right: var(--_space-3);
    display: flex;
    flex-direction: column;
    border: var(--_hairline) solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    overflow: hidden;
  }

  /* On a phone the map is wider than high: there is room below it and none beside it. */
  .narrow .tools {
    flex-direction: row;
    top: auto;
    bottom: var(--_space-2);
  }

  .tools .button {
    border: 0;
    border-radius: 0;
    border-block-start: var(--_hairline) solid var(--_line);
  }

  .tools .button:first-child {
    border-block-start: 0;
  }

  .narrow .tools .button {
    border-block-start: 0;
    border-inline-start: var(--_hairline) solid var(--_line);
  }

  .narrow .tools .button:first-child {
    border-inline-start: 0;
  }

  .tools .button:focus-visible {
    outline-offset: -2px;
    border-radius: var(--_radius-small);
  }

  .tools svg,
  .clear svg {
    width: 1em;
    height: 1em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .map-foot {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: flex-end;
    justify-content: space-between;
    gap: var(--_space-1) var(--_space-4);
    padding: var(--_space-2) var(--_space-4);
    color: var(--_ink-2);
    font-size: var(--_size-1);
  }

  .legend {
    display: flex;
    align-items: flex-start;
    gap: var(--_space-2);
    margin: 0;
  }

  .steps {
    display: flex;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .steps li {
    min-width: 2.6em;
    text-align: center;
  }

  .swatch {
    display: block;
    height: 0.75em;
    margin-block: 0.4em 0.2em;
    border: var(--_hairline) solid var(--_line);
    forced-color-adjust: none;
  }

  .swatch.step-0 {
    background: var(--_ramp-1);
  }

  .swatch.step-1 {
    background: var(--_ramp-2);
  }

  .swatch.step-2 {
    background: var(--_ramp-3);
  }

  .swatch.step-3 {
    background: var(--_ramp-4);
  }

  .swatch.step-4 {
    background: var(--_ramp-5);
  }

  .swatch.step-5 {
    background: var(--_ramp-6);
  }

  .note {
    margin: 0;
    margin-inline-start: auto;
  }

  .note ::slotted(*) {
    margin-inline-start: var(--_space-3);
  }

  .search {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2);
    padding: var(--_space-3);
    border-block-end: var(--_hairline) solid var(--_line);
  }

  .search .input {
    flex: 1 1 12rem;
    min-width: 0;
  }

  .count {
    flex: none;
    color: var(--_ink-2);
    font-size: var(--_size-2);
  }

  .options {
    position: relative;
    flex: 1 1 var(--_map-height);
    min-height: calc(var(--_map-height) * 0.35);
    max-height: calc(var(--_map-height) * 1.25);
    overflow-y: auto;
    overscroll-behavior: contain;
    /* Rows are placed by script: the browser's own anchoring would work against it. */
    overflow-anchor: none;
  }

  .both .options {
    max-height: none;
    height: 0;
  }

  .options[hidden] {
    display: none;
  }

  .window {
    position: absolute;
    top: 0;
    left: 0;
    right: 0;
  }

  .row {
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    height: var(--_row);
    padding: 0 var(--_space-3);
    overflow: hidden;
    white-space: nowrap;
  }

  .probe {
    position: absolute;
    visibility: hidden;
    pointer-events: none;
  }

  .row.heading {
    align-items: flex-end;
    border-inline-start: 3px solid transparent;
    padding-block-end: var(--_space-1);
    color: var(--_ink-2);
    font-size: var(--_size-2);
  }

  .row .name {
    flex: 1 1 auto;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .row .more {
    flex: none;
    color: var(--_ink-2);
    font-size: var(--_size-2);
  }

  .option {
    cursor: pointer;
    border-inline-start: 3px solid transparent;
  }

  .option:hover {
    background: var(--_neutral-soft);
  }

  .finder:focus-within .option.active {
    background: var(--_neutral-soft);
    box-shadow: inset 0 0 0 2px var(--_focus);
  }

  .option[aria-selected='true'] {
    border-inline-start-color: var(--_primary);
    background: var(--_primary-soft);
    color: var(--_primary);
    font-weight: var(--_weight-strong);
  }

  .coordinate {
    display: grid;
    grid-template-columns: minmax(10rem, 1fr) auto auto;
    align-items: end;
    gap: var(--_space-2);
    padding: var(--_space-3) var(--_space-4);
    border-block-end: var(--_hairline) solid var(--_line);
    background: var(--_page);
  }

  .coordinate[hidden] {
    display: none;
  }

  .actions {
    display: flex;
    gap: var(--_space-2);
  }

  .coordinate .message {
    grid-column: 1 / -1;
  }

  .narrow .coordinate {
    grid-template-columns: minmax(0, 1fr) auto;
  }

  .narrow .coordinate .field.place {
    grid-column: 1 / -1;
  }

  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2) var(--_space-3);
    padding: var(--_space-3) var(--_space-4);
    border-block-start: var(--_hairline) solid var(--_line);
    color: var(--_ink-2);
  }

  .foot.chosen {
    background: var(--_primary-soft);
    color: var(--_ink);
  }

  .chosen-text {
    flex: 1 1 0;
    min-width: 0;
  }

  .chosen-name {
    display: block;
    font-size: var(--_size-3);
    font-weight: var(--_weight-strong);
  }

  .chosen-more {
    display: block;
    color: var(--_ink-2);
    font-size: var(--_size-2);
    overflow-wrap: anywhere;
  }

  .foot .tag {
    background: var(--_surface);
  }

  .narrow .foot .tag {
    order: 1;
  }

  .narrow .chosen-text {
    flex-basis: 70%;
  }

  .same {
    flex: 1 0 100%;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2);
  }

  .same .button[aria-pressed='true'] {
    border-color: var(--_primary);
    color: var(--_primary);
    font-weight: var(--_weight-strong);
  }

  .foot .error {
    flex: 1 0 100%;
    margin: 0;
  }

  .clear {
    flex: none;
  }

  @media (forced-colors: active) {
    :host {
      --_ramp-1: Canvas;
      --_ramp-2: Canvas;
      --_ramp-3: Canvas;
      --_ramp-4: Canvas;
      --_ramp-5: Canvas;
      --_ramp-6: Canvas;
      --_ground: Canvas;
      --_map-border: CanvasText;
    }

    .option[aria-selected='true'],
    .option.active {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }

    .option[aria-selected='true'] .more,
    .option.active .more {
      color: HighlightText;
    }
  }
`;
