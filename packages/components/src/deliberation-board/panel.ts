import type { Command, Fault, Refusal } from '@keting/domain';
import type { Desk, Receipt } from '@keting/runtime';
import type { ReactiveControllerHost } from 'lit';
import { request } from '../base/command-event.ts';
import { personsIn } from '../base/refusal-text.ts';
import { actionOf, outcomeOf, outcomes, type Permits } from './board-action.ts';
import { DeskNames } from './desk-names.ts';
import { readDetails, readHandlers, readPermits, type DeskTopic, type Wording } from './desk-topics.ts';
import { askHold, askItem, askResolve, emptyDraft, type Asked, type Draft } from './draft.ts';
import type { BoardLane } from './lanes.ts';
import { knownAt, permitsOf } from './permits.ts';
import type { BoardAction, BoardAttendee, BoardHandler, BoardTopic } from './topic.ts';

/** What a panel needs of the board that it belongs to. */
export interface PanelHost extends ReactiveControllerHost {
  readonly element: HTMLElement;
  readonly desk: Desk | undefined;
  /** Handlers that the page states; a desk finds its own. */
  readonly handlers: readonly BoardHandler[] | undefined;
  wording(): Wording;
  say(refusal: Refusal, nameOf?: (person: string) => string | undefined): string;
  readonly notSent: string;
  readonly unanswered: string;
  readonly queued: string;
  /** Fields are wrong: the first of them should get the focus. */
  complain(): void;
  /** An action has been done, or given to the page, or waits on this device. */
  acted(action: BoardAction, queued: boolean): void;
}

const isDeskTopic = (topic: BoardTopic): topic is DeskTopic => 'grid' in topic;

/** One opened topic: what is shown of it beyond its card, what is typed so far, and what was said about that. */
export class Panel {
  /** The action that the person came for, where a move opened the panel. */
  readonly intent: BoardAction | undefined;
  draft: Draft;
  faults: readonly Fault[] = [];
  /** What went wrong as a whole, in words. */
  notice = '';
  /** What was asked last waits on this device: the notice is no complaint. */
  queued = false;
  busy: BoardAction | undefined;
  permits: Permits = {};
  agenda: readonly string[];
  attendance: readonly BoardAttendee[];
  handlers: readonly BoardHandler[] = [];

  private readonly host: PanelHost;
  private shown: BoardTopic;
  private lane: BoardLane;

  private turn = 0;

  /** `draft` is what was typed when the topic was open before. */
  constructor(
    host: PanelHost,
    topic: BoardTopic,
    lane: BoardLane,
    { intent, draft }: { readonly intent?: BoardAction | undefined; readonly draft?: Draft | undefined } = {},
  ) {
    this.host = host;
    this.shown = topic;
    this.lane = lane;
    this.intent = intent;
    const outcome = intent && outcomeOf(intent);
    this.draft = draft === undefined ? emptyDraft(outcome) : { ...draft, ...(outcome && { outcome }) };
    this.agenda = topic.agenda ?? [topic.title];
    this.attendance = topic.attendance ?? [];
    void this.load();
  }

  get topic(): BoardTopic {
    return { ...this.shown, agenda: this.agenda, attendance: this.attendance };
  }

  get at(): BoardLane {
    return this.lane;
  }

  /** The topic has changed under the panel; what is typed stays. */
  follow(topic: BoardTopic, lane: BoardLane): void {
    if (topic === this.shown) return;
    this.shown = topic;
    this.lane = lane;
    void this.load();
  }

  /** Notes what a person ticks or types. A complaint about a field goes once the field is touched. */
  write(change: Partial<Draft>): void {
    this.draft = { ...this.draft, ...change };
    const touched = Object.keys(change);
    this.faults = this.faults.filter(({ path }) => !touched.some((name) => path.split('.').includes(fieldOf(name))));
    this.host.requestUpdate();
  }

  /** Whether anything has been ticked or typed that would be missed. */
  get isBegun(): boolean {
    const { came, item, resolution, inFavour, against, abstained, handler } = this.draft;
    return came.size > 0 || [item, resolution, inFavour, against, abstained, handler].some((typed) => typed !== '');
  }

  faultAt(path: string): Fault | undefined {
    return this.faults.find((fault) => fault.path === path);
  }

  hold(): Promise<void> {
    return this.send('hold', askHold(this.topic, this.draft));
  }

  addItem(): Promise<void> {
    return this.send('agenda', askItem(this.topic, this.draft));
  }

  relist(): Promise<void> {
    return this.send('relist', {
      ok: true,
      command: { type: 'RelistMeeting', data: { meeting: this.shown.id } },
    });
  }

  resolve(action: BoardAction): Promise<void> {
    return this.send(action, askResolve(this.topic, this.draft));
  }

  private async load(): Promise<void> {
    const { desk } = this.host;
    const topic = this.shown;
    if (desk === undefined || !isDeskTopic(topic)) {
      this.permits = permitsOf(topic, this.lane);
      this.agenda = topic.agenda ?? this.agenda;
      this.attendance = topic.attendance ?? this.attendance;
      this.handlers = this.host.handlers ?? [];
      this.settleOutcome();
      return;
    }
    await this.read(desk, topic).catch(() => {
      this.notice = this.host.notSent;
    });
    this.host.requestUpdate();
  }

  /** Only the latest reading counts. */
  private async read(desk: Desk, topic: DeskTopic): Promise<void> {
    this.turn += 1;
    const { turn } = this;
    const [details, handlers] = await Promise.all([
      readDetails(desk, topic.id, this.host.wording()),
      this.host.handlers ?? readHandlers(desk, topic.grid),
    ]);
    const permits = await readPermits(desk, topic, handlers, (refusal) => this.host.say(refusal));
    if (turn !== this.turn) return;
    this.agenda = details.agenda;
    this.attendance = details.attendance;
    this.handlers = handlers;
    this.permits = knownAt(permits, topic, this.lane);
    this.settleOutcome();
  }

  /** The outcome that is chosen at first is one that is open. */
  private settleOutcome(): void {
    if (this.permits[actionOf[this.draft.outcome]] === true) return;
    const first = outcomes.find((outcome) => this.permits[actionOf[outcome]] === true);
    if (first !== undefined) this.draft = { ...this.draft, outcome: first };
  }

  private async send(action: BoardAction, asked: Asked): Promise<void> {
    this.notice = '';
    this.queued = false;
    this.faults = asked.ok ? [] : asked.faults;
    this.busy = asked.ok ? action : undefined;
    if (!asked.ok) this.host.complain();
    this.host.requestUpdate();
    if (!asked.ok) return;
    const answer = await answerOf(this.host.element, asked.command);
    const names = await this.namesFor(answer);
    this.take(action, answer, names);
    this.busy = undefined;
    this.host.requestUpdate();
  }

  /** A conflict says by whom, where the actor may see names. */
  private async namesFor(answer: Answer): Promise<(person: string) => string | undefined> {
    const { desk } = this.host;
    const { language, nameOf } = this.host.wording();
    const persons = typeof answer === 'string' || answer.ok ? [] : personsIn(answer.refusal);
    const names = desk && new DeskNames(desk);
    await names?.learnPeople(persons);
    return (person) => {
      const elsewhere = nameOf?.(person, 'person');
      return names ? names.person(person, language, elsewhere) : elsewhere;
    };
  }

  private take(action: BoardAction, answer: Answer, nameOf: (person: string) => string | undefined): void {
    if (answer === 'failed' || answer === 'unanswered') {
      this.notice = answer === 'failed' ? this.host.notSent : this.host.unanswered;
    } else if (answer !== 'given' && !answer.ok) {
      this.faults = answer.refusal.faults ?? [];
      this.notice = this.host.say(answer.refusal, nameOf);
    } else {
      if (action === 'agenda') this.draft = { ...this.draft, item: '' };
      this.queued = answer !== 'given' && answer.ok === 'queued';
      this.host.acted(action, this.queued);
      if (this.queued) this.notice = this.host.queued;
      else void this.load();
    }
  }
}

/** Fields of the draft that the command calls otherwise. */
const fieldOf = (name: string): string => ({ came: 'present', item: 'title' })[name] ?? name;

/** What came of a command: a receipt, or that the page took it to see to it by itself, that nobody did, that the line broke. */
type Answer = Receipt | 'given' | 'unanswered' | 'failed';

async function answerOf(element: HTMLElement, command: Command): Promise<Answer> {
  const answer = request(element, command) ?? 'unanswered';
  return typeof answer === 'string' ? answer : answer.catch(() => 'failed' as const);
}
