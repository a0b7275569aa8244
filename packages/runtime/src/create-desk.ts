import { anonymous, commandId, permits, personalContentsName, refuseKernel, streamKey } from '@keting/domain';
import type {
  Acting,
  Actor,
  Command,
  CommandId,
  Context,
  GovernanceModel,
  PersonId,
  Process,
  Query,
  Question,
  Recorded,
  Refusal,
  StreamId,
  SumQuery,
  View,
} from '@keting/domain';
import { answerFor } from './asking.ts';
import { Audience } from './audience.ts';
import { ByItself } from './by-itself.ts';
import type { Answered, Desk, Done, Verdict } from './desk.ts';
import { attachFile, fileFor } from './desk-files.ts';
import { maySee, type Equipment } from './equipment.ts';
import { exportOf, type PersonExport } from './export-person.ts';
import { claimTaken, judge, type Judged } from './judging.ts';
import { offersFor } from './offering.ts';
import { earlierReceipt, idOf, ownerOf, receiptOf, type Asking } from './owning.ts';
import type { Calendar, Clock, Files, NewId, Store } from './ports.ts';
import { Posts } from './posts.ts';
import { commitOf } from './recording.ts';
import { compose } from './registry.ts';
import type { SendAs } from './sending.ts';
import { tellBy, type Tell } from './trouble.ts';
import { asOfNow } from './upcasting.ts';
import { pageFor, sumFor } from './viewing.ts';

export { Trouble } from './trouble.ts';

/** What a desk is made of. */
export interface DeskOptions {
  readonly model: GovernanceModel;
  /**
   * Models that matters may still run under, beside the one that new ones begin under. Of a matter whose model is in neither,
   * nothing can be asked (`model-unknown`).
   */
  readonly earlierModels?: readonly GovernanceModel[];
  /** Opened with `viewsOf(contexts)`. */
  readonly store: Store;
  readonly calendar: Calendar;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly contexts: readonly Context[];
  readonly processes?: readonly Process[];
  readonly files?: Files;
  /** Who asks; anonymous unless told. `as` gives the same desk to another. */
  readonly actor?: Actor;
  /**
   * Told of what went wrong where nobody waits for an answer: a `Trouble` where a command of a process or of the clock was
   * refused, else what was thrown. The work goes on, even where this throws. Without it each ends as an unhandled
   * rejection, which the page's console shows and which ends Node: a server states one.
   */
  readonly onTrouble?: (trouble: unknown) => void;
}

/** A desk in this page or process, with what runs by itself. */
export interface LocalDesk extends Desk {
  send(command: Command): Promise<Answered>;
  /** The same desk for another actor. */
  as(actor: Actor): LocalDesk;
  /** One who follows the store's news with the actor's eyes: for a server that passes them on. */
  audience(): Audience;
  /**
   * Everything that the record holds about a person, for themselves or for whoever may see what is kept about them
   * (`see:personal-contents`); `not-found` for anyone else, whether there is such a person or not.
   */
  exportPerson(person: PersonId): Promise<PersonExport | Refusal>;
  /**
   * Ends when every process has answered all that happened, and all that is due has been sent. What is refused counts as
   * sent. Rejects where something is held up, by a conflict that stays or a store that fails: `onTrouble` was told.
   */
  settled(): Promise<void>;
  /**
   * Lets processes answer and sends what is due: first all that was left from before, then whatever happens at this desk or
   * at another on the same store, each due at its instant. What is held up is tried again after ten seconds. A due that is
   * refused and still stands is told once, and sent again when its stream moves or the desk is made anew. Answers how to
   * stop: nothing is begun from then on, and the promise ends when what is at work has ended, so that the store may be
   * closed. It never rejects.
   */
  start(): () => Promise<void>;
}

/** How often a decision is made anew when what it looked at has moved, before it is refused as a conflict. */
const attempts = 2;

const refusedAs = (id: CommandId, refusal: Refusal): Answered => ({ ok: false, id, refusal });

const answerWith = (id: CommandId, found: Done | Refusal): Answered => ('code' in found ? refusedAs(id, found) : found);

/** The person who brought an event about, where the others may be told. */
const whoOf = (event: Recorded, context: Context): readonly PersonId[] =>
  event.actor.kind === 'person' && context.tellsWho?.(event) !== false ? [event.actor.person] : [];

/** What a desk and its copies for other actors share. */
class Office {
  readonly equipment: Equipment;
  readonly byItself: ByItself;
  readonly tell: Tell;

  constructor(options: DeskOptions) {
    const { store, calendar, clock, newId, model, contexts } = options;
    const registry = compose(model, contexts, options.processes ?? [], options.earlierModels ?? []);
    const known = { registry, store, now: () => clock.now() };
    this.equipment = { ...known, calendar, newId, posts: new Posts(known), files: options.files };
    const send: SendAs = (command, actor) => this.send(command, actor);
    this.tell = tellBy(options.onTrouble);
    this.byItself = new ByItself(this.equipment, clock, send, this.tell);
  }

  async send(command: Command, actor: Actor): Promise<Answered> {
    const id = idOf(command, actor, this.equipment);
    if (typeof id !== 'string') return refusedAs(this.freshId(), id);
    const asking: Asking = { id, actor, trust: actor.kind === 'process' ? 'any' : 'none' };
    const earlier = await this.earlier(command, asking);
    if (earlier !== undefined) return earlier;
    const receipt = await this.carryOut(command, asking);
    if (receipt.ok) this.byItself.noticed(receipt);
    // Sent twice at once, the second is judged after the first took effect.
    return receipt.ok ? receipt : ((await this.earlier(command, asking)) ?? receipt);
  }

  async judge(command: Command, actor: Actor): Promise<Verdict> {
    const id = idOf(command, actor, this.equipment);
    if (typeof id !== 'string') return { allowed: false, refusal: id };
    const asking: Asking = { id, actor, trust: actor.kind === 'process' ? 'any' : 'unwritten' };
    const earlier = await this.earlier(command, asking);
    if (earlier !== undefined) return earlier.ok ? { allowed: true } : { allowed: false, refusal: earlier.refusal };
    const judged = await judge(this.equipment, command, asking);
    return 'code' in judged ? { allowed: false, refusal: judged } : { allowed: true };
  }

  private async carryOut(command: Command, asking: Asking): Promise<Answered> {
    const { id } = asking;
    let refusal: Refusal = refuseKernel('version-conflict');
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const judged = await judge(this.equipment, command, asking);
      if ('code' in judged) return refusedAs(id, judged);
      const commit = await commitOf(judged, command.cause, this.equipment);
      const committed = await this.equipment.store.commit(commit);
      switch (committed.outcome) {
        case 'done':
          this.equipment.posts.noticed(commit.receipt.receipt.events);
          return commit.receipt.receipt;
        case 'repeated':
          return answerWith(id, receiptOf(committed.receipt, id, ownerOf(judged)));
        case 'taken':
          return refusedAs(id, claimTaken(committed.claims));
        case 'stale':
          this.equipment.posts.forget();
          refusal = await this.conflict(committed.streams, judged);
      }
    }
    return refusedAs(id, refusal);
  }

  /** What came of the same command before, where it came with an id of its own. */
  private async earlier(command: Command, asking: Asking): Promise<Answered | undefined> {
    if (command.id === undefined) return undefined;
    const found = await earlierReceipt(command, asking, this.equipment);
    return found === undefined ? undefined : answerWith(asking.id, found);
  }

  /**
   * Says what has changed since it was read, and which persons changed it, of what the actor may see: a decision also looks
   * at what they may not. Nobody is named whom their context keeps to itself.
   */
  private async conflict(streams: readonly StreamId[], { acting, reading }: Judged): Promise<Refusal> {
    const { registry, store } = this.equipment;
    const ids: string[] = [];
    const changed: string[] = [];
    const by = new Set<PersonId>();
    for (const stream of streams) {
      const context = registry.contextOf(stream);
      const { state } = await store.load(stream);
      if (state === undefined || !maySee(this.equipment, context, acting, state)) continue;
      const { version } = await reading.stream(stream);
      const since = (await store.history(stream)).slice(version).map((event) => asOfNow(event, registry));
      ids.push(streamKey(stream));
      changed.push(...since.map(({ type }) => type));
      since.flatMap((event) => whoOf(event, context)).forEach((one) => by.add(one));
    }
    return refuseKernel('version-conflict', { ids, params: { changed, by: [...by] } });
  }

  private freshId(): CommandId {
    return commandId.parse(this.equipment.newId());
  }
}

/** Calls on news of a view that mean something to the audience. */
function watchView(view: View, onChange: () => void, audience: Audience, { equipment, tell }: Office): () => void {
  let watching = true;
  const stop = equipment.store.follow((news) => {
    if (!news.touched.some((one) => one.view === view.name)) return;
    audience
      .seen([news], [view])
      .then((seen) => {
        if (watching && view.name in seen) onChange();
      })
      .catch(tell);
  });
  return () => {
    watching = false;
    stop();
  };
}

class PageDesk implements LocalDesk {
  readonly actor: Actor;
  private readonly office: Office;

  constructor(office: Office, actor: Actor) {
    this.office = office;
    this.actor = actor;
  }

  get model(): GovernanceModel {
    return this.office.equipment.registry.model;
  }

  as(actor: Actor): LocalDesk {
    return new PageDesk(this.office, actor);
  }

  audience(): Audience {
    return new Audience(this.actor, this.office.equipment);
  }

  send(command: Command): Promise<Answered> {
    return this.office.send(command, this.actor);
  }

  can(command: Command): Promise<Verdict> {
    return this.office.judge(command, this.actor);
  }

  offers(streams: readonly StreamId[]) {
    return Promise.all(streams.map((stream) => offersFor(stream, this.actor, this.office.equipment)));
  }

  async view<Row>(view: View<Row>, query: Query = {}) {
    return pageFor(view, query, await this.acting(), this.office.equipment);
  }

  async sum<Row>(view: View<Row>, query: SumQuery) {
    return sumFor(view, query, await this.acting(), this.office.equipment);
  }

  async ask<Data, Row>(question: Question<Data, Row>, data: Data) {
    return answerFor(question, data, await this.acting(), this.office.equipment);
  }

  watch<Row>(view: View<Row>, onChange: () => void): () => void {
    return watchView(view, onChange, this.audience(), this.office);
  }

  async standings() {
    return (await this.acting()).standings;
  }

  attach(bytes: Uint8Array, id = this.newId()) {
    return attachFile(bytes, id, this.office.equipment);
  }

  async file(id: string) {
    return fileFor(id, await this.acting(), this.office.equipment);
  }

  async exportPerson(person: PersonId) {
    const { equipment } = this.office;
    const may = permits(this.model, await this.acting(), `see:${personalContentsName}`, { owner: person });
    return may ? exportOf(person, equipment) : refuseKernel('not-found', { ids: [person] });
  }

  newId(): string {
    return this.office.equipment.newId();
  }

  now() {
    return this.office.equipment.now();
  }

  settled(): Promise<void> {
    return this.office.byItself.settled();
  }

  start(): () => Promise<void> {
    return this.office.byItself.start();
  }

  private async acting(): Promise<Acting> {
    return { actor: this.actor, standings: await this.office.equipment.posts.of(this.actor) };
  }
}

/**
 * Makes a desk. It refuses to be put together wrongly (`CompositionError`): two contexts with one command, a model
 * that permits what no context knows.
 */
export const createDesk = (options: DeskOptions): LocalDesk =>
  new PageDesk(new Office(options), options.actor ?? anonymous);
