import * as z from 'zod/mini';
import type { GovernanceModel } from '../governance-model/model.ts';
import { isRefusal, type Accepted, type Claim, type Context, type Decision, type Setting } from '../kernel/decider.ts';
import { person, type Actor, type Message, type Recorded } from '../kernel/envelope.ts';
import type { FactQuery } from '../kernel/facts.ts';
import { faultsOf, type Fault } from '../kernel/faults.ts';
import { commandId, personId, type StreamId } from '../kernel/ids.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { startOfDay, type Calendar, type Instant } from '../kernel/time.ts';
import { equal, has, show } from './compare.ts';
import { KnownFacts, type AnswerRule } from './known-facts.ts';
import { sampleModel } from './sample-model.ts';
import { sealFields } from './sealed.ts';

/** Every weekday is a working day. */
export const plainCalendar: Calendar = {
  day: (date) => ([0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay()) ? 'off' : 'working'),
};

const someone = person(personId.parse('someone'));
const someCommand = commandId.parse('00000000-0000-7000-8000-000000000000');

/** What a test may expect of an event: its type, and those fields of its data that the rule is about. */
export interface Expected<Type extends string = string> {
  readonly type: Type;
  readonly data?: Readonly<Record<string, unknown>>;
}

interface Scene {
  readonly model: GovernanceModel;
  readonly actor: Actor;
  readonly at: Instant;
  readonly facts: KnownFacts;
}

/** Monday 2 March 2026, 09:00 in the sample's time zone. */
const opening = (model: GovernanceModel): Instant => startOfDay('2026-03-02', model.workingTime) + 9 * 3_600_000;

/**
 * What has happened, so that `.when(command).then(...)` reads as a rule. Each part that is said makes a new scene; none is
 * changed, so that several tests may go on from one.
 */
export class Given<State, Command extends Message, Event extends Message> {
  private readonly context: Context<State, Command, Event>;
  private readonly past: readonly Event[];
  private readonly scene: Scene;

  constructor(context: Context<State, Command, Event>, past: readonly Event[], scene: Scene) {
    this.context = context;
    this.past = past;
    this.scene = scene;
  }

  /** Says the answer to a question that the rule asks. */
  with<Answer>(query: FactQuery<Answer>, answer: Answer): Given<State, Command, Event> {
    return this.but({ facts: this.scene.facts.with(query, answer) });
  }

  /** Says how to answer all questions of a name. */
  withAll(fact: string, rule: AnswerRule): Given<State, Command, Event> {
    return this.but({ facts: this.scene.facts.withRule(fact, rule) });
  }

  /** Who asks; `someone` unless told. */
  by(actor: Actor): Given<State, Command, Event> {
    return this.but({ actor });
  }

  /** When it is asked; 2026-03-02 09:00 unless told. Past events happened at the same time. */
  at(instant: Instant): Given<State, Command, Event> {
    return this.but({ at: instant });
  }

  /** Under which governance model; the sample model unless told. */
  under(model: GovernanceModel): Given<State, Command, Event> {
    return this.but({ model });
  }

  /** Asks, as the desk does: parsed by the command's schema, its texts sealed, then decided. */
  when(command: Message<Command['type']>): Outcome<State, Event> {
    const type: Command['type'] = command.type;
    const spec = this.context.commands[type];
    const parsed = z.safeParse(spec.schema(this.scene.model), command.data);
    if (!parsed.success) return new Outcome<State, Event>({ faults: faultsOf(parsed.error.issues, command.data) });
    const data = sealFields(spec, parsed.data);
    const stream = spec.stream(data);
    const state = this.state(stream);
    const decision = this.decide(state, { type, data });
    if (isRefusal(decision)) return new Outcome<State, Event>({ refusal: decision });
    const version = this.past.length;
    const after = decision.events.reduce<State | undefined>(
      (folded, event, i) => this.context.evolve(folded, this.recorded(event, stream, version + i + 1)),
      state,
    );
    return new Outcome<State, Event>({ accepted: decision, after });
  }

  /** The state that the past leads to. */
  state(stream: StreamId): State | undefined {
    return this.past.reduce<State | undefined>(
      (folded, event, i) => this.context.evolve(folded, this.recorded(event, stream, i + 1)),
      undefined,
    );
  }

  private but(changed: Partial<Scene>): Given<State, Command, Event> {
    return new Given(this.context, this.past, { ...this.scene, ...changed });
  }

  private decide(state: State | undefined, asked: Message): Decision<Event> {
    // What the context's own schema has let through is one of its commands, as at the desk.
    const command = asked as Command;
    const { model, actor, at, facts } = this.scene;
    const setting: Setting = { id: someCommand, at, actor, model, place: model, calendar: plainCalendar };
    return this.context.decide(state, command, facts.read, setting);
  }

  private recorded(event: Event, stream: StreamId, version: number): Recorded<Event> {
    return recorded(event, { stream, version, at: this.scene.at, actor: this.scene.actor });
  }
}

/** An event as the record would have it. */
export function recorded<Event extends Message>(
  event: Event,
  of: { readonly stream: StreamId; readonly version: number; readonly at: Instant; readonly actor?: Actor },
): Recorded<Event> {
  const envelope = {
    id: `${someCommand}/${of.version}`,
    stream: of.stream,
    version: of.version,
    v: 1,
    at: of.at,
    actor: of.actor ?? someone,
    command: someCommand,
    model: '0'.repeat(64),
    link: '0'.repeat(64),
  };
  // `Recorded` is exactly this intersection, told apart by the event's type.
  return { ...envelope, ...event } as unknown as Recorded<Event>;
}

type Answered<State, Event extends Message> =
  | { readonly faults: readonly Fault[] }
  | { readonly refusal: Refusal }
  | { readonly accepted: Accepted<Event>; readonly after: State | undefined };

/** What came of a command. */
export class Outcome<State, Event extends Message> {
  private readonly answered: Answered<State, Event>;

  constructor(answered: Answered<State, Event>) {
    this.answered = answered;
  }

  /** These events on the command's own stream, in this order and no others. Fields that are not named may be anything. */
  then(...expected: readonly Expected<Event['type']>[]): Done<State, Event> {
    if (!('accepted' in this.answered)) throw new Error(`expected events, got ${show(this.answered)}`);
    const { accepted, after } = this.answered;
    const { events } = accepted;
    if (events.length !== expected.length || !events.every((event, i) => has(event, expected[i]))) {
      throw new Error(`expected events ${show(expected)}\ngot ${show(events)}`);
    }
    return new Done(accepted, after);
  }

  /** This refusal; ids and parameters where they are named. */
  refuses(code: string, detail: Partial<Pick<Refusal, 'ids' | 'params' | 'rule'>> = {}): void {
    if (!('refusal' in this.answered)) throw new Error(`expected the refusal ${code}, got ${show(this.answered)}`);
    const { refusal } = this.answered;
    if (!has(refusal, { code, ...detail })) {
      throw new Error(`expected the refusal ${show({ code, ...detail })}\ngot ${show(refusal)}`);
    }
  }

  /** The command's data is wrong in these fields. */
  invalid(...expected: readonly Partial<Fault>[]): void {
    if (!('faults' in this.answered)) throw new Error(`expected faults, got ${show(this.answered)}`);
    const { faults } = this.answered;
    if (faults.length !== expected.length || !faults.every((fault, i) => has(fault, expected[i]))) {
      throw new Error(`expected faults ${show(expected)}\ngot ${show(faults)}`);
    }
  }

  /** What happened on the command's own stream; nothing where it was refused. For laws over made-up histories. */
  get events(): readonly Event[] {
    return 'accepted' in this.answered ? this.answered.accepted.events : [];
  }

  /** The code of the refusal, or undefined where there is none: for laws over made-up histories. */
  get refusal(): string | undefined {
    return 'refusal' in this.answered ? this.answered.refusal.code : undefined;
  }
}

/** The "yes" of an outcome, for what a rule does beside its own events. */
export class Done<State, Event extends Message> {
  readonly events: readonly Event[];
  readonly state: State;
  private readonly accepted: Accepted<Event>;

  constructor(accepted: Accepted<Event>, state: State | undefined) {
    if (state === undefined) throw new Error('nothing happened');
    this.events = accepted.events;
    this.accepted = accepted;
    this.state = state;
  }

  /** These events on further streams, in the same commit. */
  also(...expected: readonly (Expected<Event['type']> & { readonly stream: string })[]): this {
    const also = this.accepted.also ?? [];
    const flat = also.map(({ stream, event }) => ({ stream, ...event }));
    if (flat.length !== expected.length || !flat.every((event, i) => has(event, expected[i]))) {
      throw new Error(`expected further events ${show(expected)}\ngot ${show(flat)}`);
    }
    return this;
  }

  /** These claims are taken, in this order. */
  claims(...keys: readonly string[]): this {
    return this.agree(
      'claims',
      (this.accepted.claims ?? []).map(({ key }: Claim) => key),
      keys,
    );
  }

  /** These claims are let go, in this order. */
  releases(...keys: readonly string[]): this {
    return this.agree('releases', this.accepted.releases ?? [], keys);
  }

  private agree(what: string, actual: readonly string[], expected: readonly string[]): this {
    if (!equal(actual, expected)) throw new Error(`expected ${what} ${show(expected)}\ngot ${show(actual)}`);
    return this;
  }
}

/** Begins a test of one stream of a context, with what has happened on it. */
export const given = <State, Command extends Message, Event extends Message>(
  context: Context<State, Command, Event>,
  ...past: readonly Event[]
): Given<State, Command, Event> => {
  const model = sampleModel();
  return new Given(context, past, { model, actor: someone, at: opening(model), facts: new KnownFacts() });
};
