import { html, nothing, type TemplateResult } from 'lit';
import type { GovernanceModel, Language } from '@keting/domain';
import { down, up } from '../case-parts/icons.ts';
import { lightOf, type Light } from '../case-parts/time-left.ts';
import { formatNumber } from '../base/format.ts';
import { sortKeys, type Filter, type Sorting, type SortKey } from './arrange.ts';
import type { WorklistCase } from './worklist-case.ts';
import type { WorklistTexts } from './worklist.texts.ts';

/** What the tools show of a list, and what they ask of it. */
export interface ToolsLook {
  readonly all: readonly WorklistCase[];
  readonly filter: Filter;
  readonly sorting: Sorting;
  readonly columns: readonly SortKey[];
  readonly narrow: boolean;
  readonly audience: 'worker' | 'reporter';
  readonly now: number;
  readonly model: GovernanceModel;
  readonly language: Language;
  readonly texts: WorklistTexts;
  readonly set: (change: Partial<Filter>) => void;
  readonly sortBy: (key: SortKey) => void;
}

type Labelled = GovernanceModel['cases']['classes'][number] | GovernanceModel['cases']['stages'][number];

/** What finds, filters and, where the cards have no head to press, sorts. */
export function toolsTemplate(look: ToolsLook): TemplateResult {
  const { texts, audience, narrow } = look;
  return html`
    <div class="tools">
      <input
        class="input find"
        type="search"
        aria-label=${texts.search[audience]}
        placeholder=${texts.searchHint}
        @input=${(event: Event) => look.set({ text: valueIn(event) })}
      />
      ${stageChoice(look)} ${classChoice(look)} ${narrow ? sortTemplate(look) : nothing}
      ${audience === 'worker' ? lightsTemplate(look) : nothing}
    </div>
  `;
}

const optionOf =
  (chosen: string, language: Language) =>
  ({ id, label }: Labelled): TemplateResult =>
    html`<option value=${id} ?selected=${id === chosen}>${label[language]}</option>`;

function stageChoice(look: ToolsLook): TemplateResult {
  const { texts, model, filter, language } = look;
  return choice(look, 'stage', texts.stage, texts.allStages, model.cases.stages.map(optionOf(filter.stage, language)));
}

/** Classes that stand under another are grouped with it. */
function classChoice(look: ToolsLook): TemplateResult {
  const { texts, filter, language } = look;
  const { classes } = look.model.cases;
  const option = optionOf(filter.class, language);
  const grouped = classes
    .filter(({ parent }) => parent === undefined)
    .map((top) => {
      const below = classes.filter(({ parent }) => parent === top.id);
      return below.length === 0
        ? option(top)
        : html`<optgroup label=${top.label[language]}>${[top, ...below].map(option)}</optgroup>`;
    });
  return choice(look, 'class', texts.class, texts.allClasses, grouped);
}

const choice = (
  look: ToolsLook,
  of: 'stage' | 'class',
  name: string,
  all: string,
  options: readonly TemplateResult[],
): TemplateResult => html`
  <select class="input" aria-label=${name} @change=${(event: Event) => look.set({ [of]: valueIn(event) })}>
    <option value="">${look.narrow ? name : all}</option>
    ${options}
  </select>
`;

/** Cards have no head to press; the order is chosen here. */
function sortTemplate({ texts, sorting, columns, sortBy }: ToolsLook): TemplateResult {
  const { by, down: descending } = sorting;
  return html`
    <select
      class="input"
      aria-label=${texts.sort}
      @change=${(event: Event) => {
        const chosen = sortKeys.find((key) => key === valueIn(event));
        if (chosen) sortBy(chosen);
      }}
    >
      ${columns.map((key) => html`<option value=${key} ?selected=${key === by}>${texts.columns[key]}</option>`)}
    </select>
    <button
      type="button"
      class="button icon"
      aria-label=${descending ? texts.sortDown : texts.sortUp}
      @click=${() => sortBy(by)}
    >
      ${descending ? down : up}
    </button>
  `;
}

function lightsTemplate({ texts, language, all, filter, now, set }: ToolsLook): TemplateResult {
  const counts = { none: 0, soon: 0, late: 0 };
  for (const one of all) counts[lightOf(one, now)] += 1;
  const segment = (light: '' | Light, text: string): TemplateResult => html`
    <button
      type="button"
      class=${light}
      aria-pressed=${filter.light === light ? 'true' : 'false'}
      @click=${() => set({ light })}
    >
      ${text}
    </button>
  `;
  const number = (value: number) => formatNumber(value, language);
  return html`
    <div class="segments" role="group" aria-label=${texts.lights}>
      ${segment('', texts.light.all(number(all.length)))} ${segment('soon', texts.light.soon(number(counts.soon)))}
      ${segment('late', texts.light.late(number(counts.late)))}
    </div>
  `;
}

const valueIn = ({ target }: Event): string =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement ? target.value : '';
