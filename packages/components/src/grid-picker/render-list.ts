import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Language } from '@keting/domain';
import { formatNumber } from '../base/format.ts';
import type { GridValues } from './choropleth.ts';
import { codeText, communityName, shortName, type GridPickerGrid } from './grid.ts';
import type { GridPickerTexts } from './grid-picker.texts.ts';
import type { ListController } from './list-controller.ts';
import type { ListRow } from './list-rows.ts';

interface Finder {
  readonly texts: GridPickerTexts;
  readonly language: Language;
  readonly list: ListController;
  readonly grids: readonly GridPickerGrid[];
  readonly values: GridValues | undefined;
  readonly valuesLabel: string;
  readonly chosen: string;
  readonly hidden: boolean;
  readonly disabled: boolean;
  /** Whether rows stand under headings of their communities. */
  readonly grouped: boolean;
  readonly typed: (event: Event) => void;
  readonly keyDown: (event: KeyboardEvent) => void;
  readonly pick: (grid: number) => void;
}

/** Search field and list: the combobox pattern with a list that is always open. */
export function finder(finder: Finder): TemplateResult {
  const { texts, language, list, hidden } = finder;
  return html`<div class="finder" part="list" ?hidden=${hidden}>
    <div class="search">
      ${searchField(finder)}
      <span class="count" role="status">${texts.found(formatNumber(list.found.length, language))}</span>
    </div>
    <div
      class="options"
      id="options"
      role="listbox"
      aria-label=${texts.list}
      ?hidden=${list.found.length === 0}
      @scroll=${list.scrolled}
    >
      <div class="row probe" aria-hidden="true"></div>
      <div class="all">
        <div class="window">${list.drawn.rows.map((row) => line(finder, row))}</div>
      </div>
    </div>
    ${list.found.length === 0 ? html`<p class="empty">${texts.nothingFound(list.typed)}</p>` : nothing}
  </div>`;
}

function searchField({ texts, list, disabled, typed, keyDown }: Finder): TemplateResult {
  const active = list.pointedAt;
  return html`<input
    id="search"
    class="input"
    type="search"
    role="combobox"
    autocomplete="off"
    aria-label=${texts.search}
    aria-autocomplete="list"
    aria-expanded=${list.found.length > 0}
    aria-haspopup="listbox"
    aria-controls="options"
    aria-activedescendant=${active === undefined ? nothing : `option-${active}`}
    placeholder=${texts.searchHint}
    .value=${live(list.typed)}
    ?disabled=${disabled}
    @input=${typed}
    @keydown=${keyDown}
  />`;
}

function line(finder: Finder, row: ListRow): TemplateResult | typeof nothing {
  if (row.kind === 'heading') {
    return html`<div class="row heading" aria-hidden="true">
      <span class="name">${row.text}</span><span>${formatNumber(row.count, finder.language)}</span>
    </div>`;
  }
  const grid = finder.grids[row.grid];
  return grid ? option(finder, grid, row.grid, row.place) : nothing;
}

function option(finder: Finder, grid: GridPickerGrid, number: number, place: number): TemplateResult {
  const { list, values, valuesLabel, chosen, grouped, pick } = finder;
  const value = values?.[grid.code];
  return html`<div
    class="row option ${list.active === place ? 'active' : ''}"
    role="option"
    id="option-${number}"
    aria-selected=${grid.code === chosen}
    aria-setsize=${list.found.length}
    aria-posinset=${place + 1}
    title=${codeText(grid.code)}
    @click=${() => pick(number)}
  >
    ${grouped ? html`<span class="visually-hidden">${communityName(grid)} · </span>` : nothing}
    <span class="name">${grouped ? shortName(grid) : grid.name}</span>
    ${value === undefined ? nothing : html`<span class="visually-hidden">${valuesLabel}</span>`}
    <span class="more">${more(finder, grid)}</span>
  </div>`;
}

/** What stands at the end of a row: its value, else its households, else the end of its code. */
function more({ texts, language, values }: Finder, { code, households }: GridPickerGrid): string {
  const value = values?.[code];
  if (value !== undefined) return formatNumber(value, language);
  return households === undefined ? code.slice(-5) : texts.households(formatNumber(households, language));
}
