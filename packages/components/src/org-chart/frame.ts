import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../base/format.ts';
import type { Speech } from './describe.ts';
import { none, pathTo, type Hierarchy } from './hierarchy.ts';
import { corners, cross, down, minus, plus, up } from './icons.ts';

/** What the search box shows. */
export interface Finding {
  readonly wanted: string;
  /** Place of the present match from 1; 0 before the first. */
  readonly place: number;
  readonly count: number;
}

export interface FindHandlers {
  readonly input: (event: InputEvent) => void;
  readonly keydown: (event: KeyboardEvent) => void;
  readonly step: (step: 1 | -1) => void;
  readonly clear: () => void;
}

/** The search box, with the number of matches and the way through them. */
export function findTemplate({ texts, language }: Speech, finding: Finding, handlers: FindHandlers): TemplateResult {
  const { wanted, count, place } = finding;
  return html`<div class=${wanted ? 'find found' : 'find'} role="search">
    <input
      class="input"
      type="search"
      aria-label=${texts.search}
      placeholder=${texts.searchHint}
      autocomplete="off"
      .value=${wanted}
      @input=${handlers.input}
      @keydown=${handlers.keydown}
    />
    ${
      wanted
        ? html`<span class="found-count"
            ><span role="status"
              >${count ? texts.matches(formatNumber(place, language), formatNumber(count, language)) : texts.noMatch}</span
            >${count ? stepsTemplate(texts, handlers) : nothing}<button
              type="button"
              class="step"
              aria-label=${texts.clear}
              @click=${handlers.clear}
            >
              ${cross}
            </button></span
          >`
        : nothing
    }
  </div>`;
}

function stepsTemplate(texts: Speech['texts'], { step }: FindHandlers): TemplateResult {
  return html`<button type="button" class="step" aria-label=${texts.previousMatch} @click=${() => step(-1)}>
      ${up}</button
    ><button type="button" class="step" aria-label=${texts.nextMatch} @click=${() => step(1)}>${down}</button>`;
}

export interface ZoomHandlers {
  readonly zoom: (step: 1 | -1) => void;
  readonly fit: () => void;
}

/** The buttons that zoom. */
export function zoomTemplate({ texts }: Speech, { zoom, fit }: ZoomHandlers): TemplateResult {
  return html`<div class="zoom" part="zoom">
    <button type="button" aria-label=${texts.zoomIn} title=${texts.zoomIn} @click=${() => zoom(1)}>${plus}</button>
    <button type="button" aria-label=${texts.zoomOut} title=${texts.zoomOut} @click=${() => zoom(-1)}>${minus}</button>
    <button type="button" aria-label=${texts.fit} title=${texts.fit} @click=${fit}>${corners}</button>
  </div>`;
}

/** The path from the top to a unit, and what is said of the day for which the chart holds. */
export function pathTemplate(
  { texts }: Speech,
  hierarchy: Hierarchy,
  unit: number,
  day: string,
  choose: (unit: number) => void,
): TemplateResult {
  const path = unit === none ? [] : pathTo(hierarchy, unit);
  return html`<nav class="path" aria-label=${texts.path}>
    <ol>
      ${path.map(
        (step) =>
          html`<li>
            <button type="button" aria-current=${step === unit ? 'location' : nothing} @click=${() => choose(step)}>
              ${hierarchy.units[step]?.name}
            </button>
          </li>`,
      )}
    </ol>
    ${day ? html`<span class="as-of">${day}</span>` : nothing}
  </nav>`;
}

/** Which signs a chart uses, so that the legend explains those alone. */
export interface Signs {
  readonly party: boolean;
  readonly pair: boolean;
  readonly dotted: boolean;
}

export function signsOf(hierarchy: Hierarchy, dotted: boolean): Signs {
  return {
    party: hierarchy.units.some(({ party }) => party === true),
    pair: hierarchy.partner.some((other) => other !== none),
    dotted,
  };
}

/** What bar, split box and dashes mean. */
export function legendTemplate({ texts }: Speech, { party, pair, dotted }: Signs): TemplateResult | typeof nothing {
  if (!party && !pair && !dotted) return nothing;
  return html`<ul class="legend" aria-label=${texts.legend}>
    ${party ? html`<li><span class="sign bar-sign"></span>${texts.legendParty}</li>` : nothing}
    ${pair ? html`<li><span class="sign pair-sign"></span>${texts.legendPair}</li>` : nothing}
    ${dotted ? html`<li><span class="sign dotted-sign"></span>${texts.legendDotted}</li>` : nothing}
  </ul>`;
}
