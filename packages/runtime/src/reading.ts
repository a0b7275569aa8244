import { canonicalJson, everything, instant, personId } from '@keting/domain';
import type {
  Context,
  FactArgument,
  FactQuery,
  FactReader,
  Facts,
  FactSource,
  Instant,
  PersonId,
  Query,
  Standing,
  StreamId,
  View,
  Where,
} from '@keting/domain';
import type { Loaded, Read, Store } from './ports.ts';
import { CompositionError, type Registry } from './registry.ts';

/**
 * Thrown where a decision asks for what is not in hand yet; caught below, and nowhere else. One for all: an error made
 * for every question would spend more on its stack than the question costs.
 */
const missing = new Error('a fact is not in hand yet');

/** The fact that the desk answers itself. */
const postsFact = 'standingsOf';

const keyOf = (query: FactQuery): string => canonicalJson([query.fact, ...query.args]);

/** The most questions that one decision may ask; past it, it asks in a circle. */
const mostQuestions = 10_000;

const findReader = (contexts: readonly Context[], fact: string): FactReader => {
  for (const { facts } of contexts) {
    const reader = facts[fact];
    if (reader !== undefined) return reader;
  }
  throw new CompositionError(`no context answers the fact ${fact}`);
};

/** What one decision looks at: every stream once, at one version each, and every question once. */
export class Reading implements FactSource {
  private readonly streams = new Map<StreamId, Loaded>();
  private readonly answers = new Map<string, unknown>();
  private readonly relied = new Map<StreamId, number>();
  /** The question that the decision stopped at. */
  private wanted: FactQuery | undefined;
  private readonly store: Store;
  private readonly registry: Registry;

  constructor(store: Store, registry: Registry) {
    this.store = store;
    this.registry = registry;
  }

  /** A stream as it stands, its version noted. */
  async stream(id: StreamId): Promise<Loaded> {
    const known = this.streams.get(id);
    if (known !== undefined) return known;
    const loaded = await this.store.load(id);
    this.streams.set(id, loaded);
    return loaded;
  }

  async load<State>(id: StreamId): Promise<State | undefined> {
    const { state } = await this.stream(id);
    // The store hands back what this context's own `evolve` made: its type is the context's to name.
    return state as State | undefined;
  }

  /** All rows that meet the conditions, however many pages they fill. */
  async find(name: string, where: Where): Promise<readonly unknown[]> {
    const view = this.view(name);
    const found: unknown[] = [];
    for (let from: Pick<Query, 'cursor'> | undefined = {}; from !== undefined;) {
      const page = await this.store.rows(view, { where, limit: 1000, ...from }, everything);
      found.push(...page.rows);
      from = page.next === undefined ? undefined : { cursor: page.next };
    }
    return found;
  }

  /** Relies on what was looked at before, at these versions. */
  rely(reads: readonly Read[]): void {
    for (const { stream, version } of reads) this.relied.set(stream, version);
  }

  /** Whether a stream that is relied on has moved since: looked at now, it has another version. */
  get hasMoved(): boolean {
    return [...this.relied].some(([id, version]) => (this.streams.get(id)?.version ?? version) !== version);
  }

  /** Every stream looked at or relied on, with the version seen. */
  reads(): readonly Read[] {
    const seen = [...this.streams].map(([id, { version }]) => [id, version] as const);
    return [...new Map([...this.relied, ...seen])].map(([stream, version]) => ({ stream, version }));
  }

  /** The posts that a person may act by at an instant. Every context may know of some, so no single one answers for them. */
  async standingsOf(person: PersonId, at: Instant): Promise<readonly Standing[]> {
    const found: Standing[] = [];
    for (const context of this.registry.contexts) {
      found.push(...((await context.standings?.(person, at, this, this.registry.model)) ?? []));
    }
    return found;
  }

  /** Runs a pure rule to its end, fetching what it asks for and running it again. */
  async settle<Outcome>(rule: (facts: Facts) => Outcome): Promise<Outcome> {
    for (let asked = 0; asked < mostQuestions; asked += 1) {
      try {
        return rule(this.facts);
      } catch (thrown) {
        if (thrown !== missing || this.wanted === undefined) throw thrown;
        const { wanted } = this;
        this.wanted = undefined;
        this.answers.set(keyOf(wanted), await this.answer(wanted));
      }
    }
    throw new CompositionError('a rule asks for facts without end');
  }

  private readonly facts: Facts = <Answer>(query: FactQuery<Answer>): Answer => {
    const key = keyOf(query);
    if (!this.answers.has(key)) {
      this.wanted = query;
      throw missing;
    }
    // A reader answers in the type that its token promises.
    return this.answers.get(key) as Answer;
  };

  private answer({ fact, args }: FactQuery): Promise<unknown> {
    if (fact === postsFact) return this.standingsOf(personId.parse(args[0]), instant.parse(args[1]));
    const given: readonly FactArgument[] = args;
    return findReader(this.registry.contexts, fact)(this, ...given);
  }

  private view(name: string): View {
    for (const context of this.registry.contexts) {
      const found = context.views.find((view) => view.name === name);
      if (found !== undefined) return found;
    }
    throw new CompositionError(`no context has a view ${name}`);
  }
}
