/// <reference lib="dom" />
import {
  commandId,
  fileId,
  inspectAttachment,
  refuseKernel,
  type Actor,
  type Command,
  type Context,
  type GovernanceModel,
  type Instant,
  type Page,
  type Query,
  type Question,
  type Standing,
  type StreamId,
  type Sum,
  type SumQuery,
  type View,
} from '@keting/domain';
import * as z from 'zod/mini';
import type { Answer, Attached, Desk, DeskOutbox, KeptFile, Offer, Receipt, Verdict } from '../desk.ts';
import { newId } from '../new-id.ts';
import type { NewId } from '../ports.ts';
import { QueryError } from '../query-error.ts';
import { tellBy, type Tell } from '../trouble.ts';
import { deskAnswer, pageAnswer, standingsAnswer, sumAnswer } from '../wire.ts';
import { readAnswer, readAs, readGreeting, readOffers, readVerdict, type Greeting } from './answers.ts';
import { machineWait, type Chance, type Wait } from './back-off.ts';
import { Delivery, type Reading } from './delivery.ts';
import { jsonOf, Line, nameOf, type Asked, type Fetch } from './line.ts';
import { Live } from './live.ts';
import { memoryOutbox, type Outbox } from './outbox.ts';
import { RemoteDeskError } from './remote-desk-error.ts';

/** Calls when the machine thinks that it is connected again; answers how to stop. */
export type LineSignals = (back: () => void) => () => void;

/** How a desk behind a network is reached. */
export interface RemoteDeskOptions {
  /** The desk's address, without a slash at the end. */
  readonly url: string;
  /** The page's own `fetch` unless told. */
  readonly fetch?: Fetch;
  /** What the host's sign-in needs beside cookies; asked for each request. */
  readonly headers?: () => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;
  /** The secret of an anonymous report's receipt: whoever shows it owns that report. */
  readonly receipt?: string;
  /**
   * A name of who has signed in, as the host knows them (no secret): under it the outbox keeps how the desk greeted them, so that
   * the page opens as theirs while the line is down. Without it, a page opens only with a line.
   */
  readonly account?: string;
  /** Where commands wait; in this page's memory unless told. */
  readonly outbox?: Outbox;
  /** The contexts of the desk: they tell which commands are of one stream. Without them all are sent one after another. */
  readonly contexts?: readonly Context[];
  /** Makes ids of commands and files; UUIDv7 of the machine's clock unless told. */
  readonly newId?: NewId;
  /** What time it is on this machine; `Date.now` unless told. The desk's own clock is worked out from its greeting. */
  readonly now?: () => Instant;
  /** The page's own event `online` unless told. */
  readonly online?: LineSignals;
  /** How it waits; by the machine's timers unless told. */
  readonly wait?: Wait;
  /** How tries that failed are spread; `Math.random` unless told. */
  readonly chance?: Chance;
  /** Told of what went wrong where nobody waits for an answer. Without it each ends as an unhandled rejection. */
  readonly onTrouble?: (trouble: unknown) => void;
}

/** A desk behind a network. What it cannot be asked it throws as `RemoteDeskError`. */
export interface RemoteDesk extends Desk {
  readonly outbox: DeskOutbox;
  /** Ends what runs by itself. What waits stays where it waits. */
  close(): void;
}

const pageSignals: LineSignals = (back) => {
  if (typeof addEventListener !== 'function') return () => undefined;
  addEventListener('online', back);
  return () => removeEventListener('online', back);
};

/** The most streams that offers are asked for in one request. */
const offersAtOnce = 200;

/** What a command says of itself by the contexts' specs; nothing where its data has not the shape that the spec reads. */
function readingBy(contexts: readonly Context[], model: GovernanceModel): Reading {
  return ({ type, data }) => {
    const spec = contexts.map(({ commands }) => commands[type]).find((one) => one !== undefined);
    const read = spec && z.safeParse(spec.schema(model), data);
    if (spec === undefined || read?.success !== true) return { stream: undefined, files: [] };
    return { stream: spec.stream(read.data), files: spec.files?.(read.data) ?? [] };
  };
}

interface Parts {
  readonly greeting: Greeting;
  readonly line: Line;
  readonly live: Live;
  readonly delivery: Delivery;
  readonly kept: Outbox;
  readonly by: string;
  readonly newId: NewId;
  readonly now: () => Instant;
  readonly stop: () => void;
}

class DeskOverLine implements RemoteDesk {
  private readonly parts: Parts;
  /** What was last offered on each stream: shown while the line is down, as what may be asked for all anybody knows. */
  private readonly offered = new Map<StreamId, readonly Offer[]>();

  constructor(parts: Parts) {
    this.parts = parts;
  }

  get model(): GovernanceModel {
    return this.parts.greeting.model;
  }

  get actor(): Actor {
    return this.parts.greeting.actor;
  }

  get outbox(): DeskOutbox {
    return this.parts.delivery;
  }

  send(command: Command): Promise<Receipt> {
    const id = z.safeParse(commandId, command.id ?? this.newId());
    if (id.success) return this.parts.delivery.send(command, id.data);
    const faults = [{ path: 'id', code: 'wrong-form' as const }];
    const refusal = { ...refuseKernel('command-invalid', { ids: [command.type] }), faults };
    return Promise.resolve({ ok: false, id: commandId.parse(this.newId()), refusal });
  }

  async can({ type, data, id }: Command): Promise<Verdict> {
    try {
      const answer = await this.parts.line.once({
        way: 'can',
        json: { type, data, ...(id === undefined ? {} : { id }) },
      });
      return readVerdict(jsonOf(answer, 'verdict'));
    } catch (error) {
      if (isLost(error)) return { allowed: 'unknown' };
      throw error;
    }
  }

  async offers(streams: readonly StreamId[]): Promise<readonly (readonly Offer[])[]> {
    try {
      const offers: (readonly Offer[])[] = [];
      for (let from = 0; from < streams.length; from += offersAtOnce) {
        offers.push(...(await this.askOffers(streams.slice(from, from + offersAtOnce))));
      }
      return offers;
    } catch (error) {
      if (isLost(error)) return streams.map((stream) => this.supposed(stream));
      throw error;
    }
  }

  async view<Row>({ name }: View<Row>, query: Query = {}): Promise<Page<Row>> {
    const { rows, contents, next } = readAs(pageAnswer, await this.read({ way: 'view', of: name, json: query }), name);
    // Rows are what the desk's view of that name made, less what it hides.
    return { rows: rows as unknown as readonly Row[], contents, ...(next === undefined ? {} : { next }) };
  }

  async sum<Row>({ name }: View<Row>, query: SumQuery): Promise<readonly Sum[]> {
    return readAs(sumAnswer, await this.read({ way: 'sum', of: name, json: query }), name);
  }

  async ask<Data, Row>(question: Question<Data, Row>, data: Data): Promise<Answer<Row>> {
    return readAnswer(await this.read({ way: 'ask', of: question.name, json: data }), question);
  }

  watch<Row>({ name }: View<Row>, onChange: () => void): () => void {
    return this.parts.live.watch(name, onChange);
  }

  async standings(): Promise<readonly Standing[]> {
    return readAs(standingsAnswer, await this.read({ way: 'standings' }), 'standings');
  }

  /** Looked at here as the desk would; kept here until the desk has it. */
  async attach(bytes: Uint8Array, asked: string = this.newId()): Promise<Attached> {
    const id = z.safeParse(fileId, asked);
    if (!id.success) return { ok: false, refusal: refuseKernel('file-unknown', { ids: [asked] }) };
    const inspected = inspectAttachment(bytes, this.model.cases.report.photos);
    if (!inspected.ok) return inspected;
    const { kept, by } = this.parts;
    await kept.putFile({ id: id.data, by, bytes: inspected.bytes, type: inspected.type, at: this.now() });
    return this.upload(id.data);
  }

  async file(id: string): Promise<KeptFile | undefined> {
    const { kept, by, line } = this.parts;
    const waiting = await kept.file(id);
    if (waiting?.by === by) return { bytes: waiting.bytes.slice(), type: waiting.type };
    try {
      return await line.ask({ way: 'file', of: id });
    } catch (error) {
      if (error instanceof RemoteDeskError && error.code === 'not-found') return undefined;
      throw error;
    }
  }

  newId(): string {
    return this.parts.newId();
  }

  now(): Instant {
    return this.parts.now();
  }

  close(): void {
    this.parts.stop();
  }

  private async upload(id: string): Promise<Attached> {
    const { kept, delivery } = this.parts;
    try {
      const refusal = await delivery.upload(id);
      if (refusal === undefined) return { ok: true, id };
      await kept.removeFile(id);
      return { ok: false, refusal };
    } catch (error) {
      if (error instanceof RemoteDeskError && error.passes) return { ok: true, id };
      await kept.removeFile(id);
      throw error;
    }
  }

  private async askOffers(streams: readonly StreamId[]): Promise<readonly (readonly Offer[])[]> {
    const answer = await this.parts.line.once({ way: 'offers', json: { streams } });
    const offers = readOffers(jsonOf(answer, 'offers'));
    if (offers.length !== streams.length) throw new RemoteDeskError('answer-invalid', 200, 'offers');
    streams.forEach((stream, i) => this.offered.set(stream, offers[i] ?? []));
    return offers;
  }

  private supposed(stream: StreamId): readonly Offer[] {
    return (this.offered.get(stream) ?? []).map(({ refusal: _, ...offer }) => ({ ...offer, allowed: 'unknown' }));
  }

  private async read(asked: Asked): Promise<unknown> {
    try {
      return jsonOf(await this.parts.line.ask(asked), asked.way);
    } catch (error) {
      if (error instanceof RemoteDeskError && error.code === 'query-invalid') throw new QueryError(error.message);
      throw error;
    }
  }
}

const isLost = (error: unknown): boolean => error instanceof RemoteDeskError && error.lost;

/** Lets what was kept go on whenever the line is back. Answers how to end it. */
function startLine(line: Line, live: Live, delivery: Delivery, online: LineSignals, tell: Tell): () => void {
  const stopSignals = online(() => {
    line.tryNow().catch(tell);
    live.tryNow();
  });
  line.follow(() => {
    if (!line.online) return;
    live.tryNow();
    delivery.flush().catch(tell);
  });
  delivery.start().catch(tell);
  return () => {
    stopSignals();
    line.close();
    live.close();
    delivery.close();
  };
}

/** What is kept of a greeting: the token against forgery is of its session, and is not. */
function withoutToken(answer: unknown): unknown {
  const { csrf: _, ...rest } = readAs(deskAnswer, answer, 'desk');
  return rest;
}

/** How the desk greets, or greeted the account before where it cannot be reached. */
async function greetingOf(line: Line, kept: Outbox, account: string | undefined): Promise<Greeting> {
  try {
    return await line.greet();
  } catch (error) {
    const last = account !== undefined && isLost(error) ? await kept.remembered(account) : undefined;
    if (last === undefined) {
      line.close();
      throw error;
    }
    const greeting = readGreeting(last.answer);
    line.goOnAs(greeting);
    return greeting;
  }
}

/**
 * A desk behind a network. It is greeted first: rejects with `RemoteDeskError` where it cannot be reached (and the
 * `account` was never greeted on this device) or answers in another shape. What was kept for its actor on this device goes on from there.
 */
export async function remoteDesk(options: RemoteDeskOptions): Promise<RemoteDesk> {
  const { wait = machineWait, chance = Math.random, receipt, contexts = [], outbox: kept = memoryOutbox() } = options;
  const machineNow = options.now ?? Date.now;
  const tell = tellBy(options.onTrouble);
  const { account } = options;
  const line = new Line({
    url: options.url.replace(/\/+$/, ''),
    fetch: options.fetch ?? ((url, request) => fetch(url, request)),
    headers: options.headers ?? (() => ({})),
    receipt,
    wait,
    chance,
    now: machineNow,
    met(greeting, answer) {
      if (account === undefined) return;
      kept.remember(account, { by: nameOf(greeting.actor, receipt), answer: withoutToken(answer) }).catch(tell);
    },
  });
  const greeting = await greetingOf(line, kept, options.account);
  const by = nameOf(greeting.actor, receipt);
  const now = (): Instant => machineNow() + line.skew;
  const reading = readingBy(contexts, greeting.model);
  const live = new Live({ line, wait, chance, tell });
  const delivery = new Delivery({ line, outbox: kept, by, reading, now, wait, chance, tell });
  const stop = startLine(line, live, delivery, options.online ?? pageSignals, tell);
  return new DeskOverLine({ greeting, line, live, delivery, kept, by, newId: options.newId ?? newId, now, stop });
}
