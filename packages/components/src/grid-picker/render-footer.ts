import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '@keting/domain';
import { formatNumber } from '../base/format.ts';
import { codeText, fullName, shortName, type GridPickerGrid } from './grid.ts';
import type { GridPickerTexts } from './grid-picker.texts.ts';
import { crossIcon } from './icons.ts';

interface Footer {
  readonly texts: GridPickerTexts;
  readonly language: Language;
  readonly grid: GridPickerGrid | undefined;
  /** Who serves in it, in words; empty where it is not known. */
  readonly staff: string;
  /** The value, which may name no grid that is shown. */
  readonly code: string;
  readonly error: string | undefined;
  readonly canClear: boolean;
  /** All grids on the ground of the one picked, when it is not alone there. */
  readonly sameGround: readonly GridPickerGrid[];
  readonly clear: () => void;
  readonly choose: (grid: GridPickerGrid) => void;
}

/** What is chosen, told in words. */
export function footer(foot: Footer): TemplateResult {
  const { texts, code, error, canClear, staff, clear } = foot;
  return html`<div class="foot ${code === '' ? '' : 'chosen'}" part="footer">
    <div class="chosen-text" role="status">${code === '' ? texts.noneChosen : chosenText(foot)}</div>
    ${staff === '' ? nothing : html`<span class="tag">${staff}</span>`}
    ${
      canClear
        ? html`<button
            type="button"
            class="button quiet icon clear"
            aria-label=${texts.clear}
            title=${texts.clear}
            @click=${clear}
          >
            ${crossIcon}
          </button>`
        : nothing
    }
    ${sameGround(foot)} ${error === undefined ? nothing : html`<p class="error" role="alert">${error}</p>`}
  </div>`;
}

function chosenText({ texts, language, grid, code }: Footer): TemplateResult {
  if (!grid) {
    return html`<span class="chosen-name">${codeText(code)}</span> <span class="chosen-more">${texts.unknown}</span>`;
  }
  const households = grid.households === undefined ? [] : [texts.households(formatNumber(grid.households, language))];
  return html`<span class="chosen-name">${fullName(grid)}</span>
    <span class="chosen-more">${[codeText(grid.code), ...households].join(' · ')}</span>`;
}

function sameGround({ texts, language, sameGround: grids, code, choose }: Footer): TemplateResult | typeof nothing {
  if (grids.length < 2) return nothing;
  return html`<div class="same" role="group" aria-labelledby="same-ground">
    <span id="same-ground">${texts.sameGround(formatNumber(grids.length, language))}</span>
    ${grids.map(
      (grid) =>
        html`<button type="button" class="button" aria-pressed=${grid.code === code} @click=${() => choose(grid)}>
          ${shortName(grid)}
        </button>`,
    )}
  </div>`;
}
