import { html, nothing, type TemplateResult } from 'lit';
import type { KtCaseOpenedEvent } from '@keting/components';
import { languages, type Language, type Where } from '@keting/domain';
import { checkPage, type CheckState } from './check-data.ts';
import { calendar } from './setup/calendar.ts';
import type { Density, Figures, PortalState, WorkScope } from './state.ts';
import { hashOf } from './state.ts';
import { tabNames, texts, type PageTexts } from './texts.ts';

/** What a visitor can do with the page itself. */
export interface PortalActions {
  readonly become: (persona: string) => void;
  readonly speak: (language: Language) => void;
  readonly resize: (density: Density) => void;
  readonly scope: (scope: WorkScope) => void;
  readonly openCase: (id: string) => void;
  readonly check: (changed: Partial<CheckState>) => void;
}

const languageNames: Readonly<Record<Language, string>> = { 'zh-Hans': '简体', 'zh-Hant': '繁體', en: 'English' };

const chosen = (event: Event): string => (event.target instanceof HTMLSelectElement ? event.target.value : '');

interface Choice {
  readonly value: string;
  readonly label: string;
}

const select = (label: string, value: string, choices: readonly Choice[], choose: (value: string) => void) => html`
  <label class="choice">
    <span class="choice-label">${label}</span>
    <select @change=${(event: Event) => choose(chosen(event))}>
      ${choices.map((one) => html`<option value=${one.value} ?selected=${one.value === value}>${one.label}</option>`)}
    </select>
  </label>
`;

const densities: readonly Density[] = ['dense', 'comfortable', 'large'];
const isDensity = (value: string): value is Density => densities.some((one) => one === value);
const isLanguage = (value: string): value is Language => languages.some((one) => one === value);

function bar(state: PortalState, words: PageTexts, act: PortalActions): TemplateResult {
  const { persona, personas, language, density } = state;
  return html`
    <header class="bar">
      <a class="brand" href=${hashOf(persona.home)}
        ><img src="./icon.svg" alt="" width="32" height="32" />${words.title}</a
      >
      <span class="sample" title=${words.invented}>${words.sample}</span>
      <div class="settings">
        ${select(
          words.size,
          density,
          densities.map((value) => ({ value, label: words.sizes[value] })),
          (value) => isDensity(value) && act.resize(value),
        )}
        ${select(
          words.language,
          language,
          languages.map((value) => ({ value, label: languageNames[value] })),
          (value) => isLanguage(value) && act.speak(value),
        )}
      </div>
      <div class="person">
        ${select(
          words.person,
          persona.id,
          personas.map(({ id, name, role }) => ({ value: id, label: `${role[language]} ${name}`.trim() })),
          act.become,
        )}
        <span class="person-place">${persona.place}</span>
      </div>
    </header>
  `;
}

const symbols: Readonly<Record<(typeof tabNames)[number], string>> = {
  overview: 'M3 3h8v8H3zM13 3h8v5h-8zM13 10h8v11h-8zM3 13h8v8H3z',
  work: 'M4 5h16M4 12h16M4 19h10',
  report: 'M12 4v16M4 12h16',
  organisation: 'M9 3h6v5H9zM3 16h6v5H3zM15 16h6v5h-6zM12 8v4M6 16v-4h12v4',
  grids: 'M3 6l6-3 6 3 6-3v15l-6 3-6-3-6 3zM9 3v15M15 6v15',
  meetings: 'M3 4h5v16H3zM10 4h5v11h-5zM17 4h4v7h-4z',
};

const tab = (name: (typeof tabNames)[number], state: PortalState, words: PageTexts) => html`
  <a href=${hashOf(name)} aria-current=${state.page === name ? 'page' : nothing}>
    <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path d=${symbols[name]} /></svg>
    ${words.pages[name]}
  </a>
`;

const tabs = (state: PortalState, words: PageTexts) => html`
  <nav class="tabs" aria-label=${words.places}>${tabNames.map((name) => tab(name, state, words))}</nav>
`;

/** An element that brings its own title stands as it is. */
const whole = (body: unknown) => html`<div class="holder">${body}</div>`;

const organisation = (state: PortalState) =>
  whole(html`<kt-org-chart class="fill" as-of=${today(state)} selected=${state.persona.unit}></kt-org-chart>`);

const today = ({ desk }: PortalState): string =>
  new Date(desk.now() + desk.model.workingTime.utcOffsetMinutes * 60_000).toISOString().slice(0, 10);

const grids = (state: PortalState, words: PageTexts) =>
  whole(
    html`<kt-grid-picker
      class="fill"
      view="both"
      .values=${state.openCases}
      values-label=${words.openCases}
    ></kt-grid-picker>`,
  );

const board = () => whole(html`<kt-deliberation-board class="fill"></kt-deliberation-board>`);

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}%`);

const figure = (label: string, value: string) =>
  html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;

const figures = ({ open, closed, late, rated, satisfied }: Figures, words: PageTexts) => html`
  <dl class="figures">
    ${figure(words.open, String(open))} ${figure(words.settled, String(closed))} ${figure(words.late, String(late))}
    ${figure(words.satisfied, percent(satisfied, rated))}
  </dl>
`;

/** All that the person may see, whosever turn it is. */
const everyCase: Where = {};

const isSignedIn = ({ persona }: PortalState): boolean => persona.actor.kind === 'person';
const isResident = ({ persona }: PortalState): boolean => persona.id === 'resident';

const scopes: readonly WorkScope[] = ['mine', 'all'];

const scopeSwitch = (state: PortalState, words: PageTexts, act: PortalActions) => html`
  <div class="switch" role="group" aria-label=${words.scope}>
    ${scopes.map(
      (one) =>
        html`<button
          type="button"
          aria-pressed=${state.scope === one ? 'true' : 'false'}
          @click=${() => act.scope(one)}
        >
          ${words.scopes[one]}
        </button>`,
    )}
  </div>
`;

/** A resident has matters, a worker has turns and a territory. */
const worklist = (state: PortalState, words: PageTexts, act: PortalActions) => html`
  <div class="holder">
    ${isResident(state) ? nothing : scopeSwitch(state, words, act)}
    <kt-worklist
      class="fill"
      .where=${isResident(state) || state.scope === 'all' ? everyCase : undefined}
      .calendar=${calendar}
      selected=${state.case ?? nothing}
      @kt-case-opened=${(event: KtCaseOpenedEvent) => act.openCase(event.id)}
    ></kt-worklist>
  </div>
`;

const casePage = (state: PortalState, words: PageTexts) => html`
  <div class="holder scroll">
    ${
      state.case === undefined
        ? html`<p class="empty card">${words.choose}</p>`
        : html`<a class="back" href=${hashOf(state.page)}>${words.back}</a>
            <kt-case-page case-id=${state.case} .calendar=${calendar}></kt-case-page>`
    }
  </div>
`;

const work = (state: PortalState, words: PageTexts, act: PortalActions) =>
  isSignedIn(state)
    ? html`<div class="split ${state.case === undefined ? '' : 'opened'}">
        ${worklist(state, words, act)} ${casePage(state, words)}
      </div>`
    : html`<p class="empty">${words.nothingForGuests}</p>`;

const report = (state: PortalState) => html`
  <div class="narrow">
    <kt-case-form channel=${state.persona.id === 'gridder' ? 'gridder' : 'resident'}></kt-case-form>
  </div>
`;

const overview = (state: PortalState, words: PageTexts, act: PortalActions) => html`
  ${isSignedIn(state) ? figures(state.figures, words) : nothing}
  <div class="overview">
    ${organisation(state)} ${grids(state, words)} ${board()}
    ${isSignedIn(state) ? worklist(state, words, act) : nothing}
  </div>
`;

function page(state: PortalState, words: PageTexts, act: PortalActions): TemplateResult {
  switch (state.page) {
    case 'overview':
      return overview(state, words, act);
    case 'work':
      return work(state, words, act);
    case 'report':
      return report(state);
    case 'organisation':
      return html`<div class="whole">${organisation(state)}</div>`;
    case 'grids':
      return html`<div class="whole">${grids(state, words)}</div>`;
    case 'check':
      return html`<div class="narrow">${checkPage(state.check, state.language, act.check)}</div>`;
    case 'meetings':
      return html`<div class="whole">${board()}</div>`;
  }
}

/** The whole page for a state. */
export function portal(state: PortalState, act: PortalActions): TemplateResult {
  const words = texts[state.language];
  return html`
    <kt-desk .desk=${state.desk} lang=${state.language} density=${state.density}>
      ${bar(state, words, act)} ${tabs(state, words)}
      <main class="page page-${state.page}">${page(state, words, act)}</main>
      <footer class="foot">${words.invented} <a href=${hashOf('check')}>${words.pages.check}</a></footer>
    </kt-desk>
  `;
}

export const arriving = (language: Language, done: number, all: number): TemplateResult => html`
  <div class="arriving">
    <img src="./icon.svg" alt="" width="48" height="48" />
    <progress max=${Math.max(1, all)} .value=${done}></progress>
    <p role="status">${texts[language].building(done, all)}</p>
  </div>
`;

export const failed = (language: Language, reason: string): TemplateResult => html`
  <div class="arriving">
    <p role="alert">${texts[language].failed}</p>
    <p>${reason}</p>
  </div>
`;
