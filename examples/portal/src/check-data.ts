import { parseModel, type Language, type ModelFault } from '@keting/domain';
import { luqiao, parseDivisions } from '@keting/models';
import { html, nothing, type TemplateResult } from 'lit';
import { checkTexts, type CheckTexts } from './check-data.texts.ts';

export type DataKind = 'model' | 'divisions';

/** What the visitor has put in and what came of it. */
export interface CheckState {
  readonly kind: DataKind;
  readonly text: string;
  readonly checked?: Checked;
}

/** A place in the data, what is wrong there, and the value at fault. */
interface Mistake {
  readonly place: string;
  readonly what: string;
  readonly at: string;
}
export interface Checked {
  readonly mistakes: readonly Mistake[];
  readonly sound: string;
}

/** The same with something altered: what was found before is not true of it any more. */
export const unchecked = ({ kind, text }: CheckState, changed: Partial<CheckState>): CheckState => ({
  kind,
  text,
  ...changed,
});

export const nothingToCheck: CheckState = { kind: 'model', text: '' };

function readJson(text: string): { readonly value: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return { value };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** A fault in a model in words; one of the model as a whole is placed at the JSON. */
function mistakeIn({ path, code, at, limit = 0, expected = [] }: ModelFault, words: CheckTexts): Mistake {
  const named = code === 'wrong-type' ? expected.map((type) => words.types[type] ?? type) : expected;
  return { place: path.join('.') || 'JSON', what: words.model[code]({ limit, expected: named }), at };
}

function checkModel(text: string, words: CheckTexts): Checked {
  const json = readJson(text);
  if (json === undefined) return { mistakes: [{ place: 'JSON', what: words.notJson, at: '' }], sound: '' };
  const parsed = parseModel(json.value);
  if (!parsed.ok) {
    return { mistakes: parsed.faults.map((fault) => mistakeIn(fault, words)), sound: '' };
  }
  const { kinds, posts, cases } = parsed.model;
  return { mistakes: [], sound: words.counted.model(kinds.length, posts.length, cases.classes.length) };
}

function checkDivisions(text: string, words: CheckTexts): Checked {
  const parsed = parseDivisions(text);
  if (parsed.ok) return { mistakes: [], sound: words.counted.divisions(parsed.divisions.length) };
  const mistakes = parsed.mistakes.map(({ code, ids, line }) => ({
    place: words.line(line),
    what: words.divisions[code],
    at: ids.join(' → '),
  }));
  return { mistakes, sound: '' };
}

/** Checks what is written, in the words of a language. */
export const checkData = ({ kind, text }: CheckState, language: Language): Checked =>
  kind === 'model' ? checkModel(text, checkTexts[language]) : checkDivisions(text, checkTexts[language]);

const beginnings: Readonly<Record<DataKind, string>> = {
  model: JSON.stringify(luqiao, null, 2),
  divisions: 'code,name,parent,level\n33,浙江省,,province\n3310,台州市,33,city\n331004,路桥区,3310,county\n',
};

const outcome = ({ mistakes, sound }: Checked, words: CheckTexts): TemplateResult =>
  mistakes.length === 0
    ? html`<p class="sound">✓ ${words.sound(sound)}</p>`
    : html`
        <p class="wrong">${words.wrong(mistakes.length)}</p>
        <ol class="mistakes">
          ${mistakes.map(
            ({ place, what, at }) =>
              html`<li><code>${place}</code> ${what} ${at === '' ? nothing : html`<code>${at}</code>`}</li>`,
          )}
        </ol>
      `;

/** A page that checks a governance model or a table of divisions before a vendor takes it into use. */
export function checkPage(
  state: CheckState,
  language: Language,
  change: (changed: Partial<CheckState>) => void,
): TemplateResult {
  const words = checkTexts[language];
  const kinds: readonly DataKind[] = ['model', 'divisions'];
  return html`
    <section class="card check">
      <h2>${words.title}</h2>
      <p>${words.hint}</p>
      <fieldset>
        <legend>${words.kind}</legend>
        ${kinds.map(
          (kind) => html`
            <label>
              <input
                type="radio"
                name="kind"
                .checked=${state.kind === kind}
                @change=${() => {
                  change({ kind });
                }}
              />
              ${words.kinds[kind]}
            </label>
          `,
        )}
      </fieldset>
      <label class="data">
        ${words.data}
        <textarea
          spellcheck="false"
          rows="14"
          .value=${state.text}
          @input=${(event: Event) => {
            if (event.target instanceof HTMLTextAreaElement) change({ text: event.target.value });
          }}
        ></textarea>
      </label>
      <div class="actions">
        <button
          type="button"
          class="primary"
          @click=${() => {
            change({ checked: checkData(state, language) });
          }}
        >
          ${words.check}
        </button>
        <button
          type="button"
          @click=${() => {
            change({ text: beginnings[state.kind] });
          }}
        >
          ${words.begin}
        </button>
      </div>
      <div role="status">${state.checked === undefined ? nothing : outcome(state.checked, words)}</div>
    </section>
  `;
}
