import { css, type CSSResult } from 'lit';

/** The looks of the chart. Boxes stand on a plane that the camera moves; lines are painted on a canvas beneath. */
export const orgChartStyles: CSSResult = css`
  :host {
    --_wire: var(--kt-org-chart-wire, var(--kt-color-wire, #b4bac1));
    --_overview: var(--_wire);
    display: flex;
    flex-direction: column;
    height: 36rem;
    min-height: 20rem;
    overflow: hidden;
    border: var(--_hairline) solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .bar {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2) var(--_space-3);
    padding: var(--_space-2) var(--_space-4);
    border-block-end: var(--_hairline) solid var(--_line);
  }

  .card-title {
    white-space: nowrap;
  }

  .push {
    flex: 1 1 0;
  }

  .find {
    position: relative;
    display: flex;
    align-items: center;
    flex: 0 1 20rem;
    min-width: 11rem;
  }

  .find .input {
    border-radius: 999px;
    padding-inline: var(--_space-4);
  }

  .find .input::-webkit-search-cancel-button {
    display: none;
  }

  .find.found .input {
    padding-inline-end: 9.5em;
  }

  .found-count {
    position: absolute;
    inset-inline-end: var(--_space-1);
    display: flex;
    align-items: center;
    gap: 2px;
    color: var(--_ink-2);
    font-size: var(--_size-2);
    white-space: nowrap;
  }

  .step {
    display: inline-grid;
    place-items: center;
    width: 1.75em;
    min-width: 24px;
    height: 1.75em;
    min-height: 24px;
    padding: 0;
    border: 0;
    border-radius: 999px;
    background: transparent;
    color: var(--_primary);
    font: inherit;
    cursor: pointer;
  }

  .step:hover {
    background: var(--_primary-soft);
  }

  svg {
    width: 1em;
    height: 1em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .faults {
    flex: none;
    max-height: 30%;
    margin: var(--_space-2) var(--_space-4) 0;
    overflow: auto;
    font-size: var(--_size-2);
  }

  .faults p,
  .faults ul {
    margin: 0;
    padding: 0;
  }

  .faults ul {
    padding-inline-start: 1.25em;
    overflow-wrap: anywhere;
  }

  .stage {
    position: relative;
    flex: 1 1 auto;
    min-height: 8rem;
    overflow: hidden;
    background: var(--_page);
  }

  .chart {
    cursor: grab;
    touch-action: none;
    user-select: none;
  }

  /* A chart that shows its whole height leaves the way up and down to the page. */
  .chart.level {
    touch-action: pan-y;
  }

  .chart.dragging {
    cursor: grabbing;
  }

  .wires,
  .plane,
  .moved,
  .box,
  .row {
    position: absolute;
    top: 0;
    left: 0;
  }

  .wires,
  .plane {
    width: 100%;
    height: 100%;
  }

  .plane,
  .rows {
    outline: none;
  }

  .moved {
    width: 0;
    height: 0;
    transform-origin: 0 0;
  }

  .box,
  .head,
  .handle,
  .zoom,
  .map {
    border: var(--_hairline) solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .box {
    width: var(--_box-width);
    height: var(--_box-height);
    padding: 0.4em 0.75em 0 0.85em;
    font-weight: var(--_weight-strong);
    line-height: 1.6;
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
    cursor: pointer;
    animation: appear var(--_duration) ease-out;
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
  }

  .box:hover {
    border-color: var(--_primary);
  }

  .box.party {
    box-shadow: inset 0.25em 0 0 var(--_primary);
  }

  .box.names {
    padding-top: 0;
    line-height: calc(var(--_box-height) - 2px);
  }

  .box.shapes {
    border-color: transparent;
    background: transparent;
    box-shadow: none;
  }

  .box.left {
    border-start-end-radius: 0;
    border-end-end-radius: 0;
    border-inline-end-color: transparent;
  }

  .box.right {
    border-start-start-radius: 0;
    border-end-start-radius: 0;
  }

  .box.match {
    background: var(--_soon-soft);
  }

  .box.selected {
    border-color: var(--_primary);
    outline: 2px solid var(--_primary);
    outline-offset: -2px;
  }

  .plane:focus-visible .box.active {
    outline: 3px solid var(--_focus);
    outline-offset: 1px;
  }

  .post,
  .fact,
  .row-name {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .who {
    display: flex;
    min-width: 0;
    overflow: hidden;
    color: var(--_ink-2);
    font-size: var(--_size-2);
    font-weight: var(--_weight);
  }

  .box .who {
    position: absolute;
    bottom: 0.45em;
    inset-inline: 0.9em 0.8em;
    line-height: 1.6;
  }

  .row .who {
    flex: 1 1 0;
  }

  .hit {
    color: var(--_ink);
    font-weight: var(--_weight-strong);
  }

  .post {
    margin-inline-end: 0.3em;
  }

  .fact {
    flex: none;
    max-width: 60%;
    margin-inline-start: auto;
    padding-inline-start: 0.6em;
  }

  .fact.good {
    color: var(--_good);
  }

  .fact.soon {
    color: var(--_soon);
  }

  .fact.late {
    color: var(--_late);
    font-weight: var(--_weight-strong);
  }

  .fact.primary {
    color: var(--_primary);
  }

  .head {
    position: absolute;
    top: calc(var(--_box-height) - 2.2em);
    left: -5em;
    width: 10em;
    padding: 0 0.5em;
    border-radius: 999px;
    color: var(--_ink-2);
    font-size: var(--_size-1);
    line-height: 1.6;
    overflow: hidden;
    text-align: center;
    text-overflow: ellipsis;
    white-space: nowrap;
    pointer-events: none;
    animation: appear var(--_duration) ease-out;
  }

  .handle {
    position: absolute;
    top: calc(var(--_box-height) - 0.4em);
    left: calc(var(--_box-width) / 2 - 1.1em);
    display: grid;
    place-items: center;
    min-width: 2.2em;
    height: 1.7em;
    padding: 0 0.5em;
    border-color: var(--_line-strong);
    border-radius: 999px;
    color: var(--_primary);
    font-size: var(--_size-1);
    font-weight: var(--_weight-strong);
    line-height: 1;
    cursor: pointer;
    animation: appear var(--_duration) ease-out;
  }

  .handle::before {
    content: '';
    position: absolute;
    top: -4px;
    right: -4px;
    bottom: -4px;
    left: -4px;
  }

  .handle.open {
    min-width: 1.5em;
    width: 1.5em;
    height: 1.5em;
    left: calc(var(--_box-width) / 2 - 0.75em);
    padding: 0;
    border-color: var(--_line);
  }

  .handle.open::after {
    content: '';
    width: 0.6em;
    height: 0;
    border-top: 1.5px solid currentColor;
  }

  .handle:hover {
    background: var(--_primary-soft);
    border-color: var(--_primary);
  }

  .zoom {
    position: absolute;
    top: var(--_space-3);
    inset-inline-end: var(--_space-3);
    display: flex;
    flex-direction: column;
    border-color: var(--_line-strong);
    overflow: hidden;
  }

  .zoom button {
    display: grid;
    place-items: center;
    width: var(--_control);
    height: var(--_control);
    padding: 0;
    border: 0;
    border-block-start: var(--_hairline) solid var(--_line);
    background: transparent;
    color: var(--_ink);
    font: inherit;
    cursor: pointer;
  }

  .zoom button:first-child {
    border-block-start: 0;
  }

  .zoom button:hover {
    background: var(--_primary-soft);
    color: var(--_primary);
  }

  .zoom button:focus-visible {
    outline-offset: -3px;
    border-radius: var(--_radius);
  }

  .partly {
    position: absolute;
    bottom: var(--_space-3);
    left: var(--_space-3);
    margin: 0;
  }

  .partly:empty {
    padding: 0;
    border: 0;
  }

  .map {
    position: absolute;
    inset-inline-end: var(--_space-3);
    bottom: var(--_space-3);
    width: 9rem;
    height: 5.5rem;
    cursor: crosshair;
    touch-action: none;
  }

  .list {
    overflow: auto;
    background: var(--_surface);
  }

  .rows {
    position: relative;
    min-height: 100%;
  }

  .row {
    right: 0;
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    height: var(--_row-height);
    padding-inline: calc(var(--_space-3) + var(--_level) * var(--_step, 1.4em)) var(--_space-4);
    border-block-end: var(--_hairline) solid var(--_line);
    white-space: nowrap;
    cursor: pointer;
  }

  .row:hover {
    background: var(--_page);
  }

  .row.match {
    background: var(--_soon-soft);
  }

  .row.selected {
    background: var(--_primary-soft);
  }

  .rows:focus-visible .row.active {
    outline: 3px solid var(--_focus);
    outline-offset: -3px;
  }

  .twist {
    position: relative;
    flex: none;
    width: 24px;
    height: 24px;
  }

  .twist::before {
    content: '';
    position: absolute;
    top: 7px;
    left: 6px;
    width: 7px;
    height: 7px;
    border: solid var(--_ink-2);
    border-width: 0 1.75px 1.75px 0;
    transform: rotate(-45deg);
    transition: transform var(--_duration);
  }

  .row.open .twist::before {
    transform: rotate(45deg);
  }

  .twist.none::before {
    content: none;
  }

  .row-name {
    min-width: 4em;
    font-weight: var(--_weight-strong);
  }

  .row.party .row-name {
    padding-inline-start: 0.6em;
    box-shadow: inset 0.25em 0 0 var(--_primary);
  }

  .narrow .row {
    --_step: 1em;
    display: grid;
    grid-template-columns: 24px minmax(0, 1fr);
    align-content: center;
    gap: 0 var(--_space-2);
    line-height: 1.5;
  }

  .narrow .twist {
    grid-row: 1 / 3;
    align-self: center;
  }

  .foot {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-1) var(--_space-5);
    padding: var(--_space-2) var(--_space-4);
    border-block-start: var(--_hairline) solid var(--_line);
    color: var(--_ink-2);
    font-size: var(--_size-2);
  }

  .path ol {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .path li {
    display: inline-flex;
    align-items: center;
  }

  .path li + li::before {
    content: '›';
    padding-inline: var(--_space-1);
    color: var(--_ink-2);
  }

  .path button {
    min-height: 24px;
    padding: 0 2px;
    border: 0;
    border-radius: var(--_radius-small);
    background: transparent;
    color: var(--_ink-2);
    font: inherit;
    cursor: pointer;
  }

  .path button:hover {
    color: var(--_primary);
    text-decoration: underline;
  }

  .path [aria-current] {
    color: var(--_ink);
    font-weight: var(--_weight-strong);
  }

  .path {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--_space-3);
    min-width: 0;
  }

  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1) var(--_space-4);
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .legend li {
    display: inline-flex;
    align-items: center;
    gap: var(--_space-2);
  }

  .sign {
    width: 1.6em;
    height: 1em;
  }

  .sign.bar-sign {
    width: 0.25em;
    background: var(--_primary);
    border-radius: 1px;
    forced-color-adjust: none;
  }

  .sign.pair-sign {
    border: var(--_hairline) solid var(--_line-strong);
    border-radius: 3px;
    background: linear-gradient(
      to right,
      transparent calc(50% - 0.5px),
      var(--_line-strong) calc(50% - 0.5px),
      var(--_line-strong) calc(50% + 0.5px),
      transparent calc(50% + 0.5px)
    );
  }

  .sign.dotted-sign {
    height: 0;
    border-block-start: 1.5px dashed var(--_primary);
  }

  .message {
    display: grid;
    flex: 1 1 auto;
    place-content: center;
    gap: var(--_space-3);
    padding: var(--_space-6);
    color: var(--_ink-2);
    text-align: center;
  }

  .bar.narrow {
    padding-inline: var(--_space-3);
  }

  .bar.narrow .find {
    order: 1;
    flex: 1 1 100%;
  }

  .bar.narrow .fold {
    display: none;
  }

  @media (forced-colors: active) {
    .box.party,
    .row.party .row-name {
      border-inline-start: 0.3em solid CanvasText;
    }
  }

  @media print {
    .zoom,
    .map,
    .find {
      display: none;
    }
  }
`;
