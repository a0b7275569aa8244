import type { CoordinateSystem } from '@keting/domain';
import { html, nothing, type TemplateResult } from 'lit';
import type { GridPickerTexts } from './grid-picker.texts.ts';

/** What is said below the coordinate, by the name of its text. */
export type CoordinateMessage = 'coordinateInvalid' | 'placeOutside' | 'notHere' | 'locating';

interface CoordinateRow {
  readonly texts: GridPickerTexts;
  readonly open: boolean;
  readonly systems: readonly CoordinateSystem[];
  readonly message: CoordinateMessage | undefined;
  readonly disabled: boolean;
  readonly submit: (typed: string, system: CoordinateSystem) => void;
  /** Asks where the person stands; undefined where the page does not offer it. */
  readonly here: (() => void) | undefined;
}

/** The row in which one types a coordinate. What was typed stays, whatever the answer. */
export function coordinateRow(row: CoordinateRow): TemplateResult {
  return html`<div id="coordinate" class="coordinate" ?hidden=${!row.open}>${row.open ? fields(row) : nothing}</div>`;
}

function fields({ texts, systems, message, disabled, submit, here }: CoordinateRow): TemplateResult {
  const isError = message !== undefined && message !== 'locating';
  const find = (event: Event): void => {
    const root = event.currentTarget instanceof Element ? event.currentTarget.closest('.coordinate') : null;
    const typed = root?.querySelector('input')?.value ?? '';
    const chosen = root?.querySelector('select')?.value;
    submit(typed, systems.find((system) => system === chosen) ?? 'WGS-84');
  };
  const onEnter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    find(event);
  };
  return html`<div class="field place">
      <label class="label" for="place">${texts.coordinateLabel}</label>
      <input
        id="place"
        class="input"
        inputmode="text"
        autocomplete="off"
        placeholder="121.38, 28.57"
        aria-invalid=${isError}
        aria-describedby="place-message"
        ?disabled=${disabled}
        @keydown=${onEnter}
      />
    </div>
    <div class="field">
      <label class="label" for="system">${texts.system}</label>
      <select id="system" class="input" ?disabled=${disabled}>
        ${systems.map((system) => html`<option>${system}</option>`)}
      </select>
    </div>
    <div class="actions">
      <button type="button" class="button" ?disabled=${disabled} @click=${find}>${texts.find}</button>
      ${
        here
          ? html`<button type="button" class="button" ?disabled=${disabled} @click=${here}>${texts.here}</button>`
          : nothing
      }
    </div>
    <span id="place-message" class="message ${isError ? 'error' : 'hint'}" role="status">
      ${message === undefined ? texts.coordinateHint : texts[message]}
    </span>`;
}
