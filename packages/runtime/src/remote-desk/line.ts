/// <reference lib="dom" />
import { hashText, type Actor } from '@keting/domain';
import * as z from 'zod/mini';
import { actorHeader, actorName, csrfHeader, receiptHeader, routes, wireError } from '../wire.ts';
import { readGreeting, type Greeting } from './answers.ts';
import { backOff, type Chance, type Wait } from './back-off.ts';
import { RemoteDeskError } from './remote-desk-error.ts';

/** How requests go out; the page's own `fetch` unless told. */
export type Fetch = (url: string, request: RequestInit) => Promise<Response>;

export interface LineOptions {
  readonly url: string;
  readonly fetch: Fetch;
  readonly headers: () => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;
  readonly receipt: string | undefined;
  readonly wait: Wait;
  readonly chance: Chance;
  readonly now: () => number;
  /** Told of each greeting, with the answer that it was read from. */
  readonly met?: (greeting: Greeting, answer: unknown) => void;
}

/** One request, as the ways of `routes` say it. */
export interface Asked {
  readonly way: keyof typeof routes;
  /** What stands in the path for `:view`, `:question` or `:file`. */
  readonly of?: string;
  readonly search?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly bytes?: Uint8Array;
  /** Calls it off: it does not go out any more, and its answer is waited for no longer. */
  readonly signal?: AbortSignal;
}

/** An answer, whole. */
export interface Answer {
  readonly bytes: Uint8Array;
  readonly type: string;
}

/** For how long an answer is waited for, in milliseconds: a file takes longer, and a line that is down is tried briefly. */
const patience = { plain: 30_000, file: 180_000, down: 5000 } as const;

/** How often a question that changes nothing is asked again where the desk had no time. */
const again = 2;

/**
 * Whose a kept command is: never sent as somebody else. One who shows a receipt is told apart from one who does not, and the
 * secret itself is not kept.
 */
export function nameOf(actor: Actor, receipt: string | undefined): string {
  const name = actorName(actor);
  return actor.kind !== 'anonymous' || receipt === undefined ? name : `${name}/${hashText(receipt)}`;
}

function pathOf({ way, of, search }: Asked): string {
  const path = routes[way].path.replace(/:view|:question|:file/, encodeURIComponent(of ?? ''));
  return search === undefined ? path : `${path}?${new URLSearchParams(search).toString()}`;
}

const writes = ({ way }: Asked): boolean => routes[way].method !== 'GET';

/** The desk knows nobody by what was shown, or by the token against forgery. */
const isUnknown = ({ code }: RemoteDeskError, asked: Asked): boolean =>
  code === 'not-signed-in' || (code === 'forged-request' && writes(asked));

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** What an answer says, as JSON. What is none is `answer-invalid`. */
export function jsonOf({ bytes }: Answer, about: string): unknown {
  try {
    const said: unknown = JSON.parse(textOf(bytes));
    return said;
  } catch {
    throw new RemoteDeskError('answer-invalid', 200, about);
  }
}

function codeIn(bytes: Uint8Array): string | undefined {
  try {
    return z.safeParse(wireError, JSON.parse(textOf(bytes))).data?.code;
  } catch {
    // Whoever stands between answers in HTML: the status alone tells.
    return undefined;
  }
}

function pauseOf(response: Response): number | undefined {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}

/**
 * The way to the desk: asks, and knows whether it is up. While it is down it is tried again by itself. Each request names whom
 * the desk took the page for, so that whoever has signed in as another meanwhile writes and reads nothing as them; the desk is
 * greeted anew where it says that they are not signed in, and before anything is written after a break.
 */
export class Line {
  private readonly options: LineOptions;
  private readonly listeners = new Set<() => void>();
  private up = true;
  private known = false;
  private signedOut = false;
  private greeting: Promise<Greeting> | undefined;
  private first: Greeting | undefined;
  private csrf: string | undefined;
  private failed = 0;
  private stopTrying: (() => void) | undefined;
  private closed = false;
  /** How far the desk's clock is ahead of this machine's, in milliseconds. */
  skew = 0;

  constructor(options: LineOptions) {
    this.options = options;
  }

  get online(): boolean {
    return this.up;
  }

  /** Calls when the line goes down or comes up, or the desk knows a page again that was not signed in; answers how to stop. */
  follow(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Whom the desk takes the page for, and what else it says of itself. Refused where that is another than at first. */
  greet(): Promise<Greeting> {
    this.greeting ??= this.meet().finally(() => (this.greeting = undefined));
    return this.greeting;
  }

  /** Goes on without a line as one who was greeted before; whoever is greeted when it is back has to be the same. */
  goOnAs(greeting: Greeting): void {
    this.first ??= greeting;
  }

  /** Asks something that changes nothing: where the desk has no time, again after a while. */
  async ask(asked: Asked): Promise<Answer> {
    for (let tried = 0; ; tried += 1) {
      try {
        return await this.once(asked);
      } catch (error) {
        if (!(error instanceof RemoteDeskError) || !error.passes || error.status === 0 || tried === again) throw error;
        await this.pause(error.pause ?? backOff(tried, this.options.chance));
      }
    }
  }

  /** Asks once. A token against forgery that has grown old is fetched anew. */
  async once(asked: Asked): Promise<Answer> {
    if (!this.known && writes(asked)) await this.greet();
    return this.greeted(asked, () => this.request(asked));
  }

  /** Opens an answer that goes on; `signal` ends it. */
  open(asked: Asked & { readonly signal: AbortSignal }): Promise<ReadableStream<Uint8Array>> {
    return this.greeted(asked, () => this.stream(asked));
  }

  /** Where the desk does not know the page any more it is greeted anew, and asked once again if the page is still theirs. */
  private async greeted<T>(asked: Asked, request: () => Promise<T>): Promise<T> {
    try {
      return await request();
    } catch (error) {
      if (!(error instanceof RemoteDeskError) || !isUnknown(error, asked)) throw error;
      await this.greet();
      return request();
    }
  }

  private async stream(asked: Asked & { readonly signal: AbortSignal }): Promise<ReadableStream<Uint8Array>> {
    const response = await this.reach(asked, asked.signal);
    if (!response.ok) throw await this.errorOf(response, asked);
    this.answered(asked);
    if (response.body === null) throw new RemoteDeskError('answer-invalid', response.status, asked.way);
    return response.body;
  }

  /** Tries a line that is down now, not when its time has come. */
  async tryNow(): Promise<void> {
    if (this.up || this.closed) return;
    this.stopTrying?.();
    this.stopTrying = undefined;
    await this.greet().then(
      () => undefined,
      () => this.tryLater(),
    );
  }

  close(): void {
    this.closed = true;
    this.stopTrying?.();
    this.listeners.clear();
  }

  private async meet(): Promise<Greeting> {
    const { now, receipt } = this.options;
    const before = now();
    const answer = jsonOf(await this.request({ way: 'desk' }), 'desk');
    const greeting = readGreeting(answer);
    const first = (this.first ??= greeting);
    if (nameOf(first.actor, receipt) !== nameOf(greeting.actor, receipt)) {
      throw new RemoteDeskError('not-signed-in', 401, 'another is signed in');
    }
    this.skew = greeting.now - Math.round((before + now()) / 2);
    this.csrf = greeting.csrf;
    this.known = true;
    this.options.met?.(greeting, answer);
    return greeting;
  }

  private async request(asked: Asked): Promise<Answer> {
    const abort = new AbortController();
    const end = (): void => abort.abort();
    const stop = this.options.wait(this.patienceFor(asked), end);
    asked.signal?.addEventListener('abort', end);
    try {
      const response = await this.reach(asked, abort.signal);
      if (!response.ok) throw await this.errorOf(response, asked);
      const bytes = await this.unlessLost(response.arrayBuffer(), asked);
      this.answered(asked);
      return { bytes: new Uint8Array(bytes), type: response.headers.get('content-type') ?? '' };
    } finally {
      stop();
      asked.signal?.removeEventListener('abort', end);
    }
  }

  private patienceFor({ way }: Asked): number {
    if (way === 'attach' || way === 'file') return patience.file;
    return this.up ? patience.plain : patience.down;
  }

  private async reach(asked: Asked, signal: AbortSignal): Promise<Response> {
    const { method } = routes[asked.way];
    const headers = { ...(await this.options.headers()), ...this.ownHeaders(asked), ...asked.headers };
    // Called off while the headers were made.
    if (asked.signal?.aborted === true) throw new RemoteDeskError('not-available', 0, asked.way);
    const body = asked.bytes ?? (asked.json === undefined ? undefined : JSON.stringify(asked.json));
    const request: RequestInit = { method, headers, signal, credentials: 'same-origin', cache: 'no-store' };
    // Bytes of a view are sent as they are; the copy is for a buffer that is shared, which no request takes.
    if (body !== undefined) request.body = typeof body === 'string' ? body : body.slice();
    return this.unlessLost(this.options.fetch(this.options.url + pathOf(asked), request), asked);
  }

  private ownHeaders(asked: Asked): Record<string, string> {
    const { way, json, bytes } = asked;
    const { receipt } = this.options;
    const headers: Record<string, string> = {};
    if (this.first !== undefined && way !== 'desk') headers[actorHeader] = actorName(this.first.actor);
    if (json !== undefined) headers['content-type'] = 'application/json';
    if (bytes !== undefined) headers['content-type'] = 'application/octet-stream';
    if (receipt !== undefined) headers[receiptHeader] = receipt;
    if (this.csrf !== undefined && writes(asked)) headers[csrfHeader] = this.csrf;
    return headers;
  }

  private async errorOf(response: Response, asked: Asked): Promise<RemoteDeskError> {
    const bytes = new Uint8Array(await this.unlessLost(response.arrayBuffer(), asked));
    const error = RemoteDeskError.of(response.status, codeIn(bytes), asked.way, pauseOf(response));
    if (error.lost) this.broke();
    else this.came();
    if (error.status === 401 || error.status === 403) this.known = false;
    if (error.status === 401) this.signedOut = true;
    return error;
  }

  /** Whatever makes a request fail on its way is a line that is down. */
  private async unlessLost<T>(work: Promise<T>, { way, signal }: Asked): Promise<T> {
    try {
      return await work;
    } catch {
      if (signal?.aborted !== true) this.broke();
      throw new RemoteDeskError('not-available', 0, way);
    }
  }

  /** The desk let a request in. A greeting tells nothing of that: it says no name, and follows each request that was refused. */
  private answered({ way }: Asked): void {
    const again = this.signedOut && way !== 'desk';
    if (again) this.signedOut = false;
    const wasUp = this.up;
    this.came();
    if (again && wasUp) this.tell();
  }

  private came(): void {
    this.stopTrying?.();
    this.stopTrying = undefined;
    this.failed = 0;
    if (this.up) return;
    this.up = true;
    this.tell();
  }

  private broke(): void {
    this.known = false;
    this.tryLater();
    if (!this.up) return;
    this.up = false;
    this.tell();
  }

  private tryLater(): void {
    if (this.closed || this.stopTrying !== undefined) return;
    this.stopTrying = this.options.wait(backOff(this.failed, this.options.chance), () => void this.tryNow());
    this.failed += 1;
  }

  private tell(): void {
    for (const listener of [...this.listeners]) listener();
  }

  private pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => this.options.wait(milliseconds, resolve));
  }
}
