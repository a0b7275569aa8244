import '@keting/components/kt-case-form.js';
import '@keting/components/kt-case-page.js';
import '@keting/components/kt-deliberation-board.js';
import '@keting/components/kt-desk.js';
import '@keting/components/kt-grid-picker.js';
import '@keting/components/kt-org-chart.js';
import '@keting/components/kt-outbox.js';
import '@keting/components/kt-worklist.js';
import { readSecret } from '@keting/components';
import { caseCounts, type Actor, type Language } from '@keting/domain';
import { buildSampleDistrict } from '@keting/models/luqiao/sample';
import type { RemoteDesk } from '@keting/runtime';
import { render } from 'lit';
import { readCapabilities } from './capabilities/page.ts';
import { openDesk } from './district.ts';
import { nothingToCheck, unchecked } from './check-data.ts';
import { countCases } from './figures.ts';
import { personasOf, type Persona } from './setup/persons.ts';
import { addressOf, hashOf, type PortalState } from './state.ts';
import { pagesOf } from './pages.ts';
import { texts } from './texts.ts';
import { arriving, failed, portal, type PortalActions } from './view.ts';

const found = document.getElementById('portal');
if (found === null) throw new Error('the page has no #portal');
const root: HTMLElement = found;

const firstLanguage: Language = 'zh-Hans';
/** A narrow page is held in a hand: room for fingers. */
const isNarrow = matchMedia('(max-width: 720px)');

/** The sample's names and places, from which the persons are picked that one can be; its record is the server's. */
const district = buildSampleDistrict();
const personas = personasOf(district);

/** The page once it has a desk: draws its state, and changes it as visitors and the desk do. */
class Portal {
  private state: PortalState;
  private unwatch: () => void = () => undefined;
  /** Counts changes of desk: of two that are asked for, the later one is meant. */
  private round = 0;

  constructor(persona: Persona, desk: RemoteDesk) {
    this.state = {
      language: firstLanguage,
      density: isNarrow.matches ? 'comfortable' : 'dense',
      page: persona.home,
      scope: 'mine',
      personas,
      persona,
      desk,
      district,
      narrow: isNarrow.matches,
      lookedUp: false,
      check: nothingToCheck,
      capabilities: 'asked',
    };
    addEventListener('hashchange', () => this.follow());
    isNarrow.addEventListener('change', ({ matches }) => this.change({ narrow: matches }));
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
    openMeeting: (id) => {
      location.hash = hashOf('meetings', id);
    },
    lookUp: (typed) => this.lookUp(typed),
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
    const { page: asked = persona.home, case: id } = addressOf(location.hash);
    const page = pagesOf(persona).includes(asked) ? asked : persona.home;
    const { case: _left, ...rest } = this.state;
    this.state = id === undefined ? rest : { ...rest, case: id };
    this.change({ page });
    if (page === 'capabilities' && this.state.capabilities !== 'there') this.readCapabilities();
  }

  /** Reads the elements of these pages; where that fails, going there again tries again. */
  private readCapabilities(): void {
    this.change({ capabilities: 'asked' });
    readCapabilities().then(
      () => this.change({ capabilities: 'there' }),
      (trouble: unknown) => {
        this.change({ capabilities: 'failed' });
        console.warn(trouble);
      },
    );
  }

  private become(id: string): void {
    const persona = this.state.personas.find((one) => one.id === id);
    if (persona === undefined) return;
    void this.workAs(persona.actor, (desk) => {
      const { counts: _theirs, ...rest } = this.state;
      this.state = { ...rest, persona, desk, lookedUp: false };
      location.hash = hashOf(persona.home);
      this.follow();
      this.serve();
    });
  }

  /** Whoever shows the code of a receipt is the holder of that report; an empty one is as good as none. */
  private lookUp(typed: string): void {
    const receipt = readSecret(typed);
    const lookedUp = receipt !== '';
    const actor: Actor = lookedUp ? { kind: 'anonymous', receipt } : this.state.persona.actor;
    void this.workAs(actor, (desk) => this.change({ lookedUp, desk }));
  }

  /** Opens the desk of somebody, and puts the one before away. */
  private async workAs(actor: Actor, take: (desk: RemoteDesk) => void): Promise<void> {
    this.round += 1;
    const { round } = this;
    this.change({ switching: 'asked' });
    try {
      const desk = await openDesk(actor);
      const { desk: before } = this.state;
      if (round !== this.round) {
        desk.close();
        return;
      }
      const { switching: _done, ...rest } = this.state;
      this.state = rest;
      take(desk);
      before.close();
    } catch (trouble) {
      if (round === this.round) this.change({ switching: 'failed' });
      console.warn(trouble);
    }
  }

  /** Keeps the figures of this person fresh. */
  private serve(): void {
    const { desk } = this.state;
    const count = (): void => {
      countCases(desk).then(
        (counts) => {
          if (desk === this.state.desk && counts !== undefined) this.change({ counts });
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

/** Asks for the desk until there is one; a visitor asks again. */
function arrive(): void {
  const persona = personas.find(({ id }) => id === 'clerk') ?? personas[0];
  if (persona === undefined) throw new Error('the sample has nobody to be');
  render(arriving(firstLanguage), root);
  openDesk(persona.actor).then(
    (desk) => {
      render(null, root);
      return new Portal(persona, desk);
    },
    (trouble: unknown) => {
      render(failed(firstLanguage, arrive), root);
      console.warn(trouble);
    },
  );
}

arrive();
