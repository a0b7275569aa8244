import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { styled } from '../base/styled.ts';
import { expandedState, foundIn, itemId, lineTemplate, type TreeLook } from './boxes.ts';
import { boxLine, describeUnit } from './describe.ts';
import { at, childCount, none, placeOf, siblingsUnder } from './hierarchy.ts';

/** The window of a list: how far it is scrolled and how tall it is, in pixels, and the height of a row. */
export interface ListWindow {
  readonly top: number;
  readonly height: number;
  readonly rowHeight: number;
}

const rowsAround = 4;

/** The window as the browser keeps it, which scrolls no farther than to the last of so many rows. */
export function windowWithin(list: ListWindow, count: number): ListWindow {
  return { ...list, top: Math.max(0, Math.min(list.top, count * list.rowHeight - list.height)) };
}

/** The rows to draw, in order: those in the window, a few around, and the active one, to which the focus refers. */
export function rowsInWindow(count: number, { top, height, rowHeight }: ListWindow, activeRow: number): number[] {
  const first = Math.max(0, Math.floor(top / rowHeight) - rowsAround);
  const last = Math.min(count - 1, Math.ceil((top + height) / rowHeight) + rowsAround);
  const rows: number[] = [];
  if (activeRow !== none && activeRow < first) rows.push(activeRow);
  for (let row = first; row <= last; row++) rows.push(row);
  if (activeRow > last) rows.push(activeRow);
  return rows;
}

/** How far to scroll so that a row is whole in the window; the present place when it is. */
export function scrollToRow(row: number, { top, height, rowHeight }: ListWindow): number {
  const begin = row * rowHeight;
  if (begin < top) return begin;
  return Math.max(top, begin + rowHeight - height);
}

/** The rows of the window as tree items. */
export function rowsTemplate(look: TreeLook, list: ListWindow): TemplateResult {
  const { units, rowOf } = look.chart.rows;
  const active = look.active === none ? none : at(rowOf, look.active);
  return html`${repeat(
    rowsInWindow(units.length, list, active),
    (row) => at(units, row),
    (row) => rowTemplate(look, at(units, row), row * list.rowHeight),
  )}`;
}

function rowTemplate(look: TreeLook, unit: number, top: number): TemplateResult | typeof nothing {
  const { chart, speech } = look;
  const { hierarchy } = chart;
  const row = hierarchy.units[unit];
  if (!row) return nothing;
  const found = foundIn(look, unit, row);
  const line = boxLine(row, undefined, found);
  const told = describeUnit(hierarchy, chart.links, unit, speech);
  const level = at(hierarchy.depth, unit);
  return html`<div
    role="treeitem"
    id=${itemId(unit)}
    class=${rowClasses(look, unit, row.party === true)}
    part="row"
    data-unit=${unit}
    ${styled({ transform: `translateY(${String(top)}px)`, '--_level': String(level) })}
    title=${row.name}
    aria-description=${told}
    aria-level=${level + 1}
    aria-setsize=${childCount(hierarchy, siblingsUnder(hierarchy, unit))}
    aria-posinset=${placeOf(hierarchy, unit) + 1}
    aria-expanded=${expandedState(chart, unit)}
    aria-selected=${unit === look.selected}
  >
    <span class=${childCount(hierarchy, unit) > 0 ? 'twist' : 'twist none'} data-handle=${unit}></span
    ><span class="row-name">${row.name}</span>${lineTemplate(line, found, told)}
  </div>`;
}

function rowClasses({ chart, active, selected, matches }: TreeLook, unit: number, party: boolean): string {
  const classes = ['row'];
  if (party) classes.push('party');
  if (chart.open[unit]) classes.push('open');
  if (unit === active) classes.push('active');
  if (unit === selected) classes.push('selected');
  if (matches.has(unit)) classes.push('match');
  return classes.join(' ');
}
