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
import type { RemoteDesk } from '@keting/runtime';
import { render } from 'lit';
import { readCapabilities } from './capabilities/page.ts';
import { deskAt, personasAt, type OpenDesk } from './district.ts';
import { nothingToCheck, unchecked } from './check-data.ts';
import { countCases } from './figures.ts';
import type { Persona } from './setup/persons.ts';
import { firstPlace, placeOf, placeWords, queryOf, type PlaceId } from './setup/places.ts';
import { addressOf, hashOf, type Density, type PortalState } from './state.ts';
import { pagesOf } from './pages.ts';
import type { PageName } from './texts.ts';
import { arriving, failed, portal, type PortalActions } from './view.ts';

const found = document.getElementById('portal');
if (found === null) throw new Error('the page has no #portal');
const root: HTMLElement = found;

/** A narrow page is held in a hand: room for fingers. */
const isNarrow = matchMedia('(max-width: 720px)');

/** What a visitor has chosen for themselves, which stays in every place. */
interface Settings {
  readonly language: Language;
  readonly density: Density;
}

/** A place that the page has come to, as somebody who works there. */
interface Arrived {
  readonly place: PlaceId;
  readonly personas: readonly Persona[];
  readonly persona: Persona;
  readonly desk: RemoteDesk;
  readonly openDesk: OpenDesk;
}

/** The page once it has a desk: draws its state, and changes it as visitors and the desk do. */
class Portal {
  private state: PortalState;
  private readonly openDesk: OpenDesk;
  private readonly go: (place: PlaceId, page: PageName) => void;
  /** Told when the page goes to another place. */
  private readonly left = new AbortController();
  private unwatch: () => void = () => undefined;
  /** Counts changes of desk: of two that are asked for, the later one is meant. */
  private round = 0;

  constructor({ openDesk, ...arrived }: Arrived, settings: Settings, go: Portal['go']) {
    const { persona } = arrived;
    this.go = go;
    this.openDesk = openDesk;
    this.state = {
      ...arrived,
      ...settings,
      page: persona.home,
      scope: 'mine',
      narrow: isNarrow.matches,
      lookedUp: false,
      check: nothingToCheck,
      capabilities: 'asked',
    };
    const { signal } = this.left;
    addEventListener('hashchange', () => this.follow(), { signal });
    isNarrow.addEventListener('change', ({ matches }) => this.change({ narrow: matches }), { signal });
    this.follow(persona);
    this.serve();
  }

  private readonly actions: PortalActions = {
    become: (id) => this.become(id),
    go: (place) => this.go(place, this.state.page),
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
    // What was asked for before the page went to another place may still answer.
    if (this.left.signal.aborted) return;
    this.state = { ...this.state, ...changed };
    const { language, place } = this.state;
    document.documentElement.lang = language;
    document.title = placeWords[place].title[language];
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

  /** Puts the page of this place away; answers what the visitor keeps. */
  leave(): Settings {
    this.left.abort();
    this.unwatch();
    this.round += 1;
    this.state.desk.close();
    const { language, density } = this.state;
    return { language, density };
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
      const desk = await this.openDesk(actor);
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

/** Finds who works in a place, and opens the desk of whoever receives reports. */
async function arriveAt(place: PlaceId): Promise<Arrived> {
  const personas = await personasAt(place);
  const persona = personas.find(({ id }) => id === 'clerk') ?? personas[0];
  if (persona === undefined) throw new Error('the sample has nobody to be');
  const openDesk = deskAt(place);
  return { place, personas, persona, desk: await openDesk(persona.actor), openDesk };
}

/** The way from place to place: the page is of the one that the address names. */
class Visit {
  private settings: Settings = { language: 'zh-Hans', density: isNarrow.matches ? 'comfortable' : 'dense' };
  private place = firstPlace;
  private portal: Portal | undefined;

  constructor() {
    addEventListener('popstate', () => {
      if (placeOf(location.search) !== this.place) this.arrive();
    });
    this.arrive();
  }

  /** Goes to the same page of another place. */
  private readonly go = (place: PlaceId, page: PageName): void => {
    history.pushState(null, '', `${location.pathname}${queryOf(place)}${hashOf(page)}`);
    this.arrive();
  };

  /** Asks for the place that the address names until it is there; a visitor asks again. */
  private arrive(): void {
    const place = placeOf(location.search);
    this.settings = this.portal?.leave() ?? this.settings;
    this.portal = undefined;
    this.place = place;
    const { language } = this.settings;
    render(arriving(language, place), root);
    arriveAt(place).then(
      (arrived) => this.enter(arrived),
      (trouble: unknown) => {
        console.warn(trouble);
        if (place === this.place && this.portal === undefined)
          render(
            failed(language, () => this.arrive()),
            root,
          );
      },
    );
  }

  /** Shows a place, unless the visitor has gone on to another meanwhile. */
  private enter(arrived: Arrived): void {
    if (arrived.place !== this.place || this.portal !== undefined) {
      arrived.desk.close();
      return;
    }
    render(null, root);
    this.portal = new Portal(arrived, this.settings, this.go);
  }
}

// What stood in the page while this script was on its way.
root.replaceChildren();
new Visit();
