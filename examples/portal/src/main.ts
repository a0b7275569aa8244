import '@keting/components/kt-case-form.js';
import '@keting/components/kt-case-page.js';
import '@keting/components/kt-deliberation-board.js';
import '@keting/components/kt-desk.js';
import '@keting/components/kt-grid-picker.js';
import '@keting/components/kt-org-chart.js';
import '@keting/components/kt-worklist.js';
import { caseCounts, type Language } from '@keting/domain';
import { render } from 'lit';
import { openDistrict, type Opened } from './district.ts';
import { nothingToCheck, unchecked } from './check-data.ts';
import { countCases } from './figures.ts';
import { personasOf, type Persona } from './setup/persons.ts';
import { addressOf, hashOf, noFigures, type PortalState } from './state.ts';
import { texts } from './texts.ts';
import { arriving, failed, portal, type PortalActions } from './view.ts';

const found = document.getElementById('portal');
if (found === null) throw new Error('the page has no #portal');
const root: HTMLElement = found;

const firstLanguage: Language = 'zh-Hans';
/** A narrow page is held in a hand: room for fingers. */
const isNarrow = matchMedia('(max-width: 720px)');

/** The page once the district stands: draws its state, and changes it as visitors and the desk do. */
class Portal {
  private state: PortalState;
  private readonly office: Opened['desk'];
  private unwatch: () => void = () => undefined;

  constructor({ desk, district }: Opened) {
    const personas = personasOf(district);
    const persona = personas.find(({ id }) => id === 'clerk') ?? personas[0];
    if (persona === undefined) throw new Error('the sample has nobody to be');
    this.office = desk;
    this.state = {
      language: firstLanguage,
      density: isNarrow.matches ? 'comfortable' : 'dense',
      page: persona.home,
      scope: 'mine',
      personas,
      persona,
      desk: desk.as(persona.actor),
      district,
      openCases: {},
      figures: noFigures,
      check: nothingToCheck,
      ...addressOf(location.hash),
    };
    desk.start();
    addEventListener('hashchange', () => this.follow());
    this.follow(persona);
    this.serve();
  }

  private readonly actions: PortalActions = {
    become: (id) => this.become(id),
    speak: (language) => this.change({ language }),
    resize: (density) => this.change({ density }),
    scope: (scope) => this.change({ scope }),
    // Data that is altered is not checked any more.
    check: (changed) =>
      this.change({
        check: 'checked' in changed ? { ...this.state.check, ...changed } : unchecked(this.state.check, changed),
      }),
    openCase: (id) => {
      location.hash = hashOf('work', id);
    },
  };

  private change(changed: Partial<PortalState>): void {
    this.state = { ...this.state, ...changed };
    const { language } = this.state;
    document.documentElement.lang = language;
    document.title = texts[language].title;
    render(portal(this.state, this.actions), root);
  }

  /** Shows what the address names, or where this person begins. */
  private follow(persona: Persona = this.state.persona): void {
    const { page = persona.home, case: id } = addressOf(location.hash);
    const { case: _left, ...rest } = this.state;
    this.state = id === undefined ? rest : { ...rest, case: id };
    this.change({ page });
  }

  private become(id: string): void {
    const persona = this.state.personas.find((one) => one.id === id);
    if (persona === undefined) return;
    this.change({ persona, desk: this.office.as(persona.actor), openCases: {}, figures: noFigures });
    location.hash = hashOf(persona.home);
    this.serve();
  }

  /** Keeps the figures of this person fresh. */
  private serve(): void {
    const { desk } = this.state;
    const count = (): void => {
      countCases(desk).then(
        (counted) => {
          if (desk === this.state.desk) this.change(counted);
        },
        (trouble: unknown) => console.error(trouble),
      );
    };
    this.unwatch();
    this.unwatch = desk.watch(caseCounts, count);
    count();
  }
}

// What stood in the page while this script was on its way.
root.replaceChildren();

openDistrict((done, all) => render(arriving(firstLanguage, done, all), root)).then(
  (opened) => {
    render(null, root);
    return new Portal(opened);
  },
  (trouble: unknown) => {
    render(failed(firstLanguage, String(trouble)), root);
    console.error(trouble);
  },
);
