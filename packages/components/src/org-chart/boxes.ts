import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { styled } from '../base/styled.ts';
import { formatNumber } from '../base/format.ts';
import type { Chart } from './chart.ts';
import { boxLine, describeUnit, lineWithin, sharedHead, type BoxLine, type Speech } from './describe.ts';
import type { Detail, Shown, Sight } from './detail.ts';
import { at, childCount, none, placeOf, siblingsUnder } from './hierarchy.ts';
import { lineRoom } from './measure.ts';
import { personFound } from './search.ts';
import type { OrgChartPerson, OrgChartUnit } from './unit.ts';

/** What the drawing of a tree item depends on beside the chart. */
export interface TreeLook {
  readonly chart: Chart;
  readonly active: number;
  readonly selected: number;
  readonly matches: ReadonlySet<number>;
  /** What is searched for. */
  readonly words: readonly string[];
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
  const told = describeUnit(chart.hierarchy, chart.links, unit, speech);
  return html`<div
    role="treeitem"
    id=${itemId(unit)}
    class=${boxClasses(look, unit, row, detail)}
    part="box"
    data-unit=${unit}
    ${styled(position(shown))}
    title=${row.name}
    aria-label=${detail === 'shapes' ? row.name : nothing}
    aria-description=${told}
    aria-level=${at(chart.hierarchy.depth, unit) + 1}
    aria-setsize=${childCount(chart.hierarchy, siblingsUnder(chart.hierarchy, unit))}
    aria-posinset=${placeOf(chart.hierarchy, unit) + 1}
    aria-expanded=${expandedState(chart, unit)}
    aria-selected=${unit === look.selected}
  >
    ${detail === 'shapes' ? nothing : row.name}${detail === 'full' ? boxLineTemplate(look, unit, row, told) : nothing}
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

/** The line of a box, which has less room than the line of a row. */
function boxLineTemplate(look: TreeLook, unit: number, row: OrgChartUnit, told: string): TemplateResult {
  const { hierarchy, layout } = look.chart;
  const side = hierarchy.right[unit] ? 'right' : 'left';
  const found = foundIn(look, unit, row);
  const line = boxLine(row, sharedHead(hierarchy, unit) && side, found);
  return lineTemplate(lineWithin(line, lineRoom(layout.metrics)), found, told);
}

/**
 * What stands under or beside a name: a post, which is cut first where there is little room, a person, and a fact. All
 * that is told of the unit shows when one points there.
 */
export function lineTemplate(line: BoxLine, found: OrgChartPerson | undefined, told: string): TemplateResult {
  const { post, who, fact, tone } = line;
  return html`<span class=${found ? 'who hit' : 'who'} title=${told}
    >${post ? html`<span class="post">${post}</span> ` : nothing}${who}${
      fact ? html` <span class="fact ${tone}">${fact}</span>` : nothing
    }</span
  >`;
}

/** The person by whom a search has found a unit. */
export function foundIn({ matches, words }: TreeLook, unit: number, row: OrgChartUnit): OrgChartPerson | undefined {
  return matches.has(unit) ? personFound(row, words) : undefined;
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
