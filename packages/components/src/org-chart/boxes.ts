import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { styled } from '../base/styled.ts';
import { formatNumber } from '../base/format.ts';
import type { Chart } from './chart.ts';
import { boxLine, describeUnit, sharedHead, widthInEm, type Speech } from './describe.ts';
import type { Detail, Shown, Sight } from './detail.ts';
import { at, childCount, none, placeOf, siblingsUnder } from './hierarchy.ts';
import type { OrgChartUnit } from './unit.ts';

/** What the drawing of a tree item depends on beside the chart. */
export interface TreeLook {
  readonly chart: Chart;
  readonly active: number;
  readonly selected: number;
  readonly matches: ReadonlySet<number>;
  readonly speech: Speech;
}

/** The id of a unit's tree item, for `aria-activedescendant`. */
export function itemId(unit: number): string {
  return `unit-${String(unit)}`;
}

/** The boxes on the stage as tree items, with the handles of those that can be opened. */
export function boxesTemplate(look: TreeLook, sight: Sight): TemplateResult {
  return html`${repeat(
    sight.boxes,
    ({ unit }) => unit,
    (shown) => html`${boxTemplate(look, shown, sight.detail)}${extrasTemplate(look, shown, sight.detail)}`,
  )}`;
}

function boxTemplate(look: TreeLook, shown: Shown, detail: Detail): TemplateResult | typeof nothing {
  const { chart, speech } = look;
  const { unit } = shown;
  const row = chart.hierarchy.units[unit];
  if (!row) return nothing;
  return html`<div
    role="treeitem"
    id=${itemId(unit)}
    class=${boxClasses(look, unit, row, detail)}
    part="box"
    data-unit=${unit}
    ${styled(position(shown))}
    title=${row.name}
    aria-label=${detail === 'shapes' ? row.name : nothing}
    aria-description=${describeUnit(chart.hierarchy, chart.links, unit, speech)}
    aria-level=${at(chart.hierarchy.depth, unit) + 1}
    aria-setsize=${childCount(chart.hierarchy, siblingsUnder(chart.hierarchy, unit))}
    aria-posinset=${placeOf(chart.hierarchy, unit) + 1}
    aria-expanded=${expandedState(chart, unit)}
    aria-selected=${unit === look.selected}
  >
    ${detail === 'shapes' ? nothing : row.name}${detail === 'full' ? lineTemplate(look, unit, row) : nothing}
  </div>`;
}

/** `true` or `false` for a unit with units under it; no attribute for a leaf. */
export function expandedState(chart: Chart, unit: number): 'true' | 'false' | typeof nothing {
  if (childCount(chart.hierarchy, unit) === 0) return nothing;
  return chart.open[unit] ? 'true' : 'false';
}

function position({ x, y }: Shown): { transform: string } {
  return { transform: `translate(${x.toFixed(2)}px, ${y.toFixed(2)}px)` };
}

function boxClasses(
  { chart, active, selected, matches }: TreeLook,
  unit: number,
  row: OrgChartUnit,
  detail: Detail,
): string {
  const { partner, right } = chart.hierarchy;
  const classes = ['box', detail];
  if (row.party === true) classes.push('party');
  if (at(partner, unit) !== none) classes.push(right[unit] ? 'right' : 'left');
  if (unit === active) classes.push('active');
  if (unit === selected) classes.push('selected');
  if (matches.has(unit)) classes.push('match');
  return classes.join(' ');
}

function lineTemplate({ chart, speech }: TreeLook, unit: number, row: OrgChartUnit): TemplateResult {
  const side = chart.hierarchy.right[unit] ? 'right' : 'left';
  const { who, fact, tone } = boxLine(row, sharedHead(chart.hierarchy, unit) && side, speech);
  const beside = fact ? widthInEm(fact) + 0.6 : 0;
  return html`<span class="who" ${styled({ '--_beside': `${String(beside)}em` })}>${who}</span
    >${fact ? html`<span class="fact ${tone}">${fact}</span>` : nothing}`;
}

/** What stands on the edge of a box: the head whom a pair shares, and the handle that opens it (keys do the same). */
function extrasTemplate({ chart, speech }: TreeLook, shown: Shown, detail: Detail): TemplateResult | typeof nothing {
  const { hierarchy } = chart;
  const below = childCount(hierarchy, shown.unit);
  const head = detail === 'full' && hierarchy.right[shown.unit] ? sharedHead(hierarchy, shown.unit) : undefined;
  const handle = detail !== 'shapes' && below > 0;
  if (!head && !handle) return nothing;
  const open = chart.open[shown.unit] === 1;
  return html`${
    head
      ? html`<span class="head" aria-hidden="true" ${styled(position(shown))}
          >${head.name} ${[...new Set(head.posts)].join('·')}</span
        >`
      : nothing
  }${
    handle
      ? html`<span
          class=${open ? 'handle open' : 'handle'}
          part="handle"
          aria-hidden="true"
          data-handle=${shown.unit}
          ${styled(position(shown))}
          >${open ? '' : formatNumber(below, speech.language)}</span
        >`
      : nothing
  }`;
}
