import { html, nothing, type TemplateResult } from 'lit';
import type { KtCaseOpenedEvent, KtMeetingOpenedEvent } from '@keting/components';
import { caseStages, hasEnded, languages, type Language, type Where } from '@keting/domain';
import { capabilitiesPage } from './capabilities/page.ts';
import { checkPage, type CheckState } from './check-data.ts';
import { isReporter, tabsOf } from './pages.ts';
import { models } from '@keting/models';
import { calendar } from './setup/calendar.ts';
import { placeIds, placeWords, type PlaceId } from './setup/places.ts';
import type { Counts, Density, PortalState, WorkScope } from './state.ts';
import { hashOf } from './state.ts';
import { texts, type PageName, type PageTexts } from './texts.ts';

/** What a visitor can do with the page itself. */
export interface PortalActions {
  readonly become: (persona: string) => void;
  readonly go: (place: PlaceId) => void;
  readonly speak: (language: Language) => void;
  readonly resize: (density: Density) => void;
  readonly scope: (scope: WorkScope) => void;
  readonly openCase: (id: string) => void;
  readonly openMeeting: (id: string) => void;
  /** Shows the matter of a receipt by its code; an empty one puts it away. */
  readonly lookUp: (code: string) => void;
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
const isPlace = (value: string): value is PlaceId => placeIds.some((one) => one === value);
const isDensity = (value: string): value is Density => densities.some((one) => one === value);
const isLanguage = (value: string): value is Language => languages.some((one) => one === value);

/** The places in the order of their models, by the models' names. */
const placeChoices = (language: Language): readonly Choice[] =>
  models.map(({ id, name }) => ({ value: id, label: name[language] }));

function bar(state: PortalState, words: PageTexts, act: PortalActions): TemplateResult {
  const { place, persona, personas, language, density } = state;
  return html`
    <header class="bar">
      <a class="brand" href=${hashOf(persona.home)}
        ><img src="./icon.svg" alt="" width="32" height="32" />${placeWords[place].title[language]}</a
      >
      <span class="sample" title=${words.invented}>${words.sample}</span>
      <div class="settings">
        ${select(words.place, place, placeChoices(language), (value) => isPlace(value) && act.go(value))}
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
        ${persona.place === '' ? nothing : html`<span class="person-place">${persona.place}</span>`}
      </div>
    </header>
  `;
}

const symbols: Readonly<Record<PageName, string>> = {
  overview: 'M3 3h8v8H3zM13 3h8v5h-8zM13 10h8v11h-8zM3 13h8v8H3z',
  work: 'M4 5h16M4 12h16M4 19h10',
  report: 'M12 4v16M4 12h16',
  organisation: 'M9 3h6v5H9zM3 16h6v5H3zM15 16h6v5h-6zM12 8v4M6 16v-4h12v4',
  grids: 'M3 6l6-3 6 3 6-3v15l-6 3-6-3-6 3zM9 3v15M15 6v15',
  meetings: 'M3 4h5v16H3zM10 4h5v11h-5zM17 4h4v7h-4z',
  capabilities: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z',
  check: 'M4 12l5 5L20 6',
};

/** What a page is called by those who work there, and by those whose own matters it shows. */
function tabName(name: PageName, { place, persona, language }: PortalState, words: PageTexts): string {
  if (name !== 'work' || !isReporter(persona)) return placeWords[place].pages?.[name]?.[language] ?? words.pages[name];
  return words.ownPages[persona.actor.kind === 'person' ? 'signedIn' : 'guest'];
}

const tab = (name: PageName, state: PortalState, words: PageTexts) => html`
  <a href=${hashOf(name)} aria-current=${state.page === name ? 'page' : nothing}>
    <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path d=${symbols[name]} /></svg>
    ${tabName(name, state, words)}
  </a>
`;

const tabs = (state: PortalState, words: PageTexts) => html`
  <nav class="tabs" aria-label=${words.places}>${tabsOf(state.persona).map((name) => tab(name, state, words))}</nav>
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
      label=${tabName('grids', state, words)}
      .values=${state.counts?.byGrid}
      values-label=${words.openCases}
      ><span slot="approval">${words.approval}</span></kt-grid-picker
    >`,
  );

const board = (act: PortalActions, opened?: string) =>
  whole(
    html`<kt-deliberation-board
      class="fill"
      opened=${opened ?? nothing}
      @kt-case-opened=${(event: KtCaseOpenedEvent) => act.openCase(event.id)}
    ></kt-deliberation-board>`,
  );

const percent = (share: number | undefined): string => (share === undefined ? '–' : `${(100 * share).toFixed(1)}%`);

const figure = (label: string, value: string) =>
  html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;

const figures = ({ open, closed, late, satisfactionRate }: Counts, words: PageTexts) => html`
  <dl class="figures">
    ${figure(words.open, String(open))} ${figure(words.settled, String(closed))} ${figure(words.late, String(late))}
    ${figure(words.satisfied, percent(satisfactionRate))}
  </dl>
`;

const openStages = caseStages.filter((stage) => !hasEnded(stage));

/** Which cases a scope lists; for those whose turn is one's own the list asks by itself. */
const listed: Readonly<Record<WorkScope, Where | undefined>> = {
  mine: undefined,
  open: { stage: { in: openStages } },
  all: {},
};

const scopes: readonly WorkScope[] = ['mine', 'open', 'all'];

const scopeSwitch = (state: PortalState, words: PageTexts, act: PortalActions) => html`
  <div class="switch" slot="title" role="group" aria-label=${words.scope}>
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

/** A worker has turns and a territory; a reporter has matters. */
const worklist = (state: PortalState, words: PageTexts, act: PortalActions) => html`
  <div class="holder">
    <kt-worklist
      class="fill"
      audience=${isReporter(state.persona) ? 'reporter' : nothing}
      .where=${isReporter(state.persona) ? listed.all : listed[state.scope]}
      .calendar=${calendar}
      selected=${state.case ?? nothing}
      @kt-case-opened=${(event: KtCaseOpenedEvent) => act.openCase(event.id)}
      >${isReporter(state.persona) ? nothing : scopeSwitch(state, words, act)}</kt-worklist
    >
  </div>
`;

const codeIn = ({ target }: SubmitEvent): string => {
  const code = target instanceof HTMLFormElement ? new FormData(target).get('code') : null;
  return typeof code === 'string' ? code : '';
};

/** Whoever reported without a name follows the matter by the code on the receipt. */
const lookUp = (words: PageTexts, act: PortalActions) => html`
  <div class="narrow">
    <form
      class="card look-up"
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        act.lookUp(codeIn(event));
      }}
    >
      <h2>${words.lookUp.title}</h2>
      <p>${words.lookUp.hint}</p>
      <label>${words.lookUp.code}<input name="code" required autocomplete="off" spellcheck="false" /></label>
      <div class="actions">
        <button class="primary">${words.lookUp.show}</button>
        <a class="button" href=${hashOf('report')}>${words.lookUp.report}</a>
      </div>
    </form>
  </div>
`;

const casePage = (state: PortalState, words: PageTexts, act: PortalActions) => html`
  <div class="holder scroll">
    ${
      state.case === undefined
        ? html`<p class="empty card">${words.choose}</p>`
        : html`<a class="back" href=${hashOf(state.page)}>${words.back}</a>
            <kt-case-page
              case-id=${state.case}
              .calendar=${calendar}
              @kt-meeting-opened=${(event: KtMeetingOpenedEvent) => act.openMeeting(event.id)}
            ></kt-case-page>`
    }
  </div>
`;

const work = (state: PortalState, words: PageTexts, act: PortalActions) =>
  state.persona.actor.kind === 'person' || state.lookedUp
    ? html`${
          state.lookedUp
            ? html`<button type="button" class="again" @click=${() => act.lookUp('')}>${words.lookUp.another}</button>`
            : nothing
        }
        <div class="split ${state.case === undefined ? '' : 'opened'}">
          ${worklist(state, words, act)} ${casePage(state, words, act)}
        </div>`
    : lookUp(words, act);

const report = (state: PortalState, words: PageTexts, act: PortalActions) => html`
  <div class="narrow">
    <kt-case-form
      follows
      channel=${state.persona.id === 'gridder' ? 'gridder' : 'resident'}
      @kt-case-opened=${(event: KtCaseOpenedEvent) => act.openCase(event.id)}
      ><span slot="approval">${words.approval}</span></kt-case-form
    >
  </div>
`;

/** What waits comes first, beside where it lies; a hand-held page stops there, the other pages are a tab away. */
const overview = (state: PortalState, words: PageTexts, act: PortalActions) => html`
  ${state.counts === undefined ? nothing : figures(state.counts, words)}
  <div class="overview">
    ${worklist(state, words, act)}
    ${state.narrow ? nothing : html`${grids(state, words)} ${board(act)} ${organisation(state)}`}
  </div>
`;

function page(state: PortalState, words: PageTexts, act: PortalActions): TemplateResult {
  switch (state.page) {
    case 'overview':
      return overview(state, words, act);
    case 'work':
      return work(state, words, act);
    case 'report':
      return report(state, words, act);
    case 'organisation':
      return html`<div class="whole">${organisation(state)}</div>`;
    case 'grids':
      return html`<div class="whole">${grids(state, words)}</div>`;
    case 'capabilities':
      return capabilitiesPage(state);
    case 'check':
      return html`<div class="narrow">${checkPage(state.check, state.language, act.check)}</div>`;
    case 'meetings':
      return html`<div class="whole grows">${board(act, state.case)}</div>`;
  }
}

/** The whole page for a state. */
export function portal(state: PortalState, act: PortalActions): TemplateResult {
  const words = texts[state.language];
  return html`
    <kt-desk .desk=${state.desk} lang=${state.language} density=${state.density}>
      ${bar(state, words, act)} ${tabs(state, words)}
      <main class="page page-${state.page}" aria-busy=${state.switching === 'asked' ? 'true' : 'false'}>
        <kt-outbox quiet></kt-outbox>
        ${state.switching === 'failed' ? html`<p class="card warning" role="alert">${words.failed}</p>` : nothing}
        <h1 class="unseen">${tabName(state.page, state, words)}</h1>
        ${page(state, words, act)}
      </main>
      <footer class="foot">
        ${words.invented} ${placeWords[state.place].part?.[state.language] ?? nothing}
        <a href=${hashOf('check')}>${words.pages.check}</a>
      </footer>
    </kt-desk>
  `;
}

export const arriving = (language: Language, place: PlaceId): TemplateResult => html`
  <div class="arriving">
    <img src="./icon.svg" alt="" width="48" height="48" />
    <progress></progress>
    <p role="status">${texts[language].arriving(placeWords[place].title[language])}</p>
    <p>${texts[language].settingUp}</p>
  </div>
`;

export const failed = (language: Language, again: () => void): TemplateResult => html`
  <div class="arriving">
    <p role="alert">${texts[language].failed}</p>
    <button type="button" class="primary" @click=${again}>${texts[language].again}</button>
  </div>
`;
