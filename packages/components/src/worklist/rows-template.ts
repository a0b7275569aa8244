import { html, nothing, type TemplateResult } from 'lit';
import type { Calendar, GovernanceModel, Language } from '@keting/domain';
import { stageLabel } from '../case-parts/case-words.ts';
import { down, up } from '../case-parts/icons.ts';
import { timeLeftTag } from '../case-parts/time-left-tag.ts';
import { styled } from '../base/styled.ts';
import type { Names, Sorting, SortKey } from './arrange.ts';
import type { Cell } from './keys.ts';
import type { WorklistCase } from './worklist-case.ts';
import type { WorklistTexts } from './worklist.texts.ts';

/** The row of the head, for the keyboard: it stands before the first case. */
export const head = -1;

/** What the rows of a list show, and what they ask of it. */
export interface RowsLook {
  readonly columns: readonly SortKey[];
  readonly sorting: Sorting;
  /** Where the keyboard is. */
  readonly active: Cell;
  readonly rowHeight: number;
  /** Id of the case that is open beside the list. */
  readonly selected: string | undefined;
  readonly names: Names;
  readonly model: GovernanceModel;
  readonly now: number;
  readonly calendar: Calendar | undefined;
  readonly language: Language;
  readonly texts: WorklistTexts;
  readonly sortBy: (key: SortKey) => void;
  readonly open: (row: number) => void;
}

const tabindexOf = ({ active }: RowsLook, row: number, column: number): 0 | -1 =>
  row === active.row && column === active.column ? 0 : -1;

/** The names of the columns; a press sorts by one. */
export const headTemplate = (look: RowsLook): TemplateResult => html`
  <div class="row" role="row" aria-rowindex="1">
    ${look.columns.map((key, column) => columnHead(key, column, look))}
  </div>
`;

function columnHead(key: SortKey, column: number, look: RowsLook): TemplateResult {
  const { by, down: descending } = look.sorting;
  const sorting = by === key;
  return html`
    <div
      role="columnheader"
      aria-colindex=${column + 1}
      aria-sort=${sorting ? (descending ? 'descending' : 'ascending') : nothing}
      tabindex=${tabindexOf(look, head, column)}
      data-row=${head}
      data-column=${column}
      @click=${() => look.sortBy(key)}
    >
      ${look.texts.columns[key]}${sorting ? (descending ? down : up) : nothing}
    </div>
  `;
}

/** A case as a row. */
export function rowTemplate(one: WorklistCase, row: number, look: RowsLook): TemplateResult {
  const { names, language, texts, model } = look;
  const grid = names.gridOf(one);
  const cell = (column: number, name: string, content: unknown, whole?: string): TemplateResult => html`
    <div
      class="cell ${name}"
      role="gridcell"
      aria-label=${whole ?? nothing}
      aria-colindex=${column + 1}
      tabindex=${tabindexOf(look, row, column)}
      data-row=${row}
      data-column=${column}
    >
      ${content}
    </div>
  `;
  return html`
    <div
      class="row"
      part="row"
      role="row"
      aria-rowindex=${row + 2}
      aria-selected=${one.id === look.selected ? 'true' : 'false'}
      ${styled({ transform: `translateY(${row * look.rowHeight}px)` })}
      @click=${() => look.open(row)}
    >
      ${cell(0, 'number', one.number ?? texts.noNumber)}
      ${cell(1, 'what', html`<span class="class">${names.classOf(one)}</span>${one.words}`)}
      ${cell(2, 'grid-name', cutInside(grid), grid)} ${cell(3, 'stage', stageLabel(model, one.stage, language))}
      ${cell(4, 'due', timeLeftTag(one, look))}
      ${look.columns.length > 5 ? cell(5, 'turn', names.turnOf(one)) : nothing}
    </div>
  `;
}

/** The number at the end of a name stays in sight, for by it micro-grids of a community differ; else its last letters. */
const ending = /(?:第?\d{1,4}\D{0,4}|\D{1,5})$/u;

/** A name that gives way in the middle where room is short; in two boxes it would be read out in two pieces. */
function cutInside(name: string): TemplateResult {
  const at = name.search(ending);
  return html`<span class="start">${name.slice(0, at)}</span><span class="end">${name.slice(at)}</span>`;
}
