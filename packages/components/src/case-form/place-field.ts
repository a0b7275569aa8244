import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { CoordinateSystem, Place } from '@keting/domain';
import { pin } from '../case-parts/icons.ts';
import type { CaseFormTexts } from './case-form.texts.ts';
import type { KnownGrid } from './desk-grids.ts';

/** How the place stands in the form: picked from grids, or typed as a coordinate where no grids are given. */
export interface Placing {
  readonly place: Place | undefined;
  /** Grids can be picked from a map and a list; otherwise a coordinate is typed. */
  readonly picks: boolean;
  /** The chosen grid. */
  readonly grid: KnownGrid | undefined;
  readonly coordinate: string;
  readonly system: CoordinateSystem;
  readonly systems: readonly CoordinateSystem[];
  readonly locating: boolean;
  readonly canLocate: boolean;
  readonly error: string | undefined;
  readonly texts: CaseFormTexts;
  open(): void;
  locate(): void;
  typeCoordinate(typed: string, system: CoordinateSystem): void;
  leave(): void;
}

/** What the chosen place is called: the grid by its name, a coordinate by its numbers. */
function placeName({ place, grid }: Placing): string | undefined {
  if (place === undefined) return undefined;
  return 'position' in place ? place.position.map((degrees) => degrees.toFixed(5)).join(', ') : grid?.name;
}

function pickButton(placing: Placing): TemplateResult {
  const { error, texts } = placing;
  const name = placeName(placing);
  return html`
    <button
      type="button"
      class="button place"
      id="place"
      part="place"
      aria-haspopup="dialog"
      aria-invalid=${error === undefined ? 'false' : 'true'}
      aria-describedby="place-staff place-error"
      @click=${() => placing.open()}
    >
      ${pin}
      <span class="name"
        >${name === undefined ? texts.pickPlace : html`<span class="visually-hidden">${texts.placePicked} </span>${name}`}</span
      >
      ${name === undefined ? nothing : html`<span class="tag primary">${texts.changePlace}</span>`}
    </button>
    <span class="hint" id="place-staff">${placing.grid?.staff}</span>
  `;
}

const typedIn = (event: Event): string => (event.target instanceof HTMLInputElement ? event.target.value : '');

function systemChoice(placing: Placing): TemplateResult {
  const { systems, system, coordinate, texts } = placing;
  return html`
    <select
      class="input"
      aria-label=${texts.system}
      .value=${live(system)}
      @change=${(event: Event) => {
        const chosen = event.target instanceof HTMLSelectElement ? event.target.value : system;
        placing.typeCoordinate(coordinate, systems.find((one) => one === chosen) ?? system);
      }}
    >
      ${systems.map((one) => html`<option value=${one} ?selected=${one === system}>${texts.systems[one]}</option>`)}
    </select>
  `;
}

function coordinateEntry(placing: Placing): TemplateResult {
  const { coordinate, error, system, systems, texts } = placing;
  return html`
    <span class="hint" id="place-hint">${texts.coordinateHint}</span>
    <div class="pair">
      <input
        class="input"
        id="place"
        type="text"
        autocomplete="off"
        aria-label=${texts.coordinate}
        aria-describedby="place-hint place-error"
        aria-invalid=${error === undefined ? 'false' : 'true'}
        placeholder=${texts.coordinatePlaceholder}
        .value=${live(coordinate)}
        @input=${(event: Event) => placing.typeCoordinate(typedIn(event), system)}
        @blur=${() => placing.leave()}
      />
      ${systems.length > 1 ? systemChoice(placing) : nothing}
      ${
        placing.canLocate
          ? html`<button type="button" class="button" @click=${() => placing.locate()}>
              ${pin}${placing.locating ? texts.locating : texts.here}
            </button>`
          : nothing
      }
    </div>
  `;
}

/** Where it is: a button that opens the map and list of grids, or, without grids, a coordinate. */
export const placeControl = (placing: Placing): TemplateResult => html`
  ${placing.picks ? pickButton(placing) : coordinateEntry(placing)}
  <div class="error" id="place-error">${placing.error}</div>
`;
