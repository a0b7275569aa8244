import { html, nothing, type TemplateResult } from 'lit';
import { legendOf } from './choropleth.ts';
import type { GridPickerGrid } from './grid.ts';
import type { GridPickerTexts } from './grid-picker.texts.ts';
import { minusIcon, plusIcon, wholeIcon } from './icons.ts';
import type { MapController } from './map-controller.ts';
import { ZOOM_STEP } from './map-keys.ts';
import type { Bounds } from './ramp.ts';

interface MapSection {
  readonly texts: GridPickerTexts;
  readonly map: MapController;
  readonly grids: readonly GridPickerGrid[];
  readonly chosen: number;
  readonly hidden: boolean;
  readonly disabled: boolean;
  readonly describe: (grid: GridPickerGrid) => string;
  readonly bounds: Bounds;
  readonly valuesLabel: string;
}

/** The map, its buttons, its legend and the note that it is a sketch. */
export function mapSection(section: MapSection): TemplateResult {
  const { texts, hidden } = section;
  return html`<div class="map" part="map" ?hidden=${hidden}>
    <div class="plane">
      ${stage(section)}
      <div class="tip" hidden></div>
      ${tools(section)}
    </div>
    <div class="map-foot">
      ${legend(section)}
      <p class="note">${texts.note}<slot name="approval"></slot></p>
    </div>
  </div>`;
}

/**
 * The map is a listbox whose options are the polygons: the one the keyboard is at stands in the document and is told, with
 * its place among all.
 */
function stage({ texts, map, grids, chosen, disabled, describe }: MapSection): TemplateResult {
  const grid = grids[map.current];
  return html`<div
    class="stage"
    role="listbox"
    tabindex=${disabled ? nothing : '0'}
    aria-disabled=${disabled}
    aria-label=${texts.mapLabel}
    aria-describedby="map-keys"
    aria-activedescendant=${grid ? `spot-${map.current}` : nothing}
    @pointerdown=${map.pointerDown}
    @pointermove=${map.pointerMove}
    @pointerup=${map.pointerUp}
    @pointercancel=${map.pointerUp}
    @pointerleave=${map.pointerLeave}
    @click=${map.click}
    @dblclick=${map.doubleClick}
    @wheel=${map.wheel}
    @focus=${map.focus}
    @blur=${map.blur}
    @keydown=${map.keyDown}
  >
    <canvas aria-hidden="true"></canvas>
    <span
      class="visually-hidden"
      role="option"
      id="spot-${map.current}"
      aria-selected=${map.current === chosen && chosen >= 0}
      aria-setsize=${grids.length}
      aria-posinset=${Math.max(0, map.current) + 1}
      >${grid ? describe(grid) : texts.mapLabel}</span
    >
    <span class="visually-hidden" id="map-keys" aria-hidden="true">${texts.mapKeys}</span>
  </div>`;
}

function tools({ texts, map }: MapSection): TemplateResult {
  const button = (label: string, icon: unknown, act: () => void): TemplateResult =>
    html`<button type="button" class="button icon" aria-label=${label} title=${label} @click=${act}>${icon}</button>`;
  return html`<div class="tools">
    ${button(texts.zoomIn, plusIcon, () => map.zoom(ZOOM_STEP))}
    ${button(texts.zoomOut, minusIcon, () => map.zoom(1 / ZOOM_STEP))}
    ${button(texts.whole, wholeIcon, () => map.fit())}
  </div>`;
}

function legend({ bounds, valuesLabel }: MapSection): TemplateResult | typeof nothing {
  if (bounds.length === 0) return nothing;
  return html`<div class="legend">
    <span>${valuesLabel}</span>
    <ol class="steps">
      ${legendOf(bounds).map(({ colour, text }) => html`<li><span class="swatch step-${colour}"></span>${text}</li>`)}
    </ol>
  </div>`;
}
