/// <reference lib="dom" />
import { createParser, type EventSourceMessage } from 'eventsource-parser';
import type { Tell } from '../trouble.ts';
import { seenNews } from '../wire.ts';
import { readAs } from './answers.ts';
import { backOff, type Chance, type Wait } from './back-off.ts';
import { jsonOf, type Line } from './line.ts';
import { RemoteDeskError } from './remote-desk-error.ts';

export interface LiveOptions {
  readonly line: Line;
  readonly wait: Wait;
  readonly chance: Chance;
  readonly tell: Tell;
}

/** News that come within so many milliseconds are one call. */
const gathering = 100;
/** A stream that has been silent for so long is taken for broken, in milliseconds, and taken up where it stopped. */
const silence = 90_000;

/** The one stream of news for all views that are watched. It is there as long as something is. */
export class Live {
  private readonly options: LiveOptions;
  private readonly watchers = new Map<string, Set<() => void>>();
  private position: string | undefined;
  private following = '';
  private connection: AbortController | undefined;
  private stopWaiting: (() => void) | undefined;
  private failed = 0;
  private readonly moved = new Set<string>();
  private stopGathering: (() => void) | undefined;
  private changing = false;

  constructor(options: LiveOptions) {
    this.options = options;
  }

  /** Calls when rows of a view may have changed; answers how to stop. */
  watch(view: string, onChange: () => void): () => void {
    const call = (): void => onChange();
    this.watchers.set(view, (this.watchers.get(view) ?? new Set()).add(call));
    this.change();
    return () => {
      const others = this.watchers.get(view);
      others?.delete(call);
      if (others?.size === 0) this.watchers.delete(view);
      this.change();
    };
  }

  /** Opens a stream that waits to be opened again now: the line is back. */
  tryNow(): void {
    if (this.stopWaiting !== undefined) this.connect();
  }

  close(): void {
    this.watchers.clear();
    this.change();
  }

  /** All that is watched and let go in one go makes one stream. */
  private change(): void {
    if (this.changing) return;
    this.changing = true;
    void Promise.resolve().then(() => {
      this.changing = false;
      const views = [...this.watchers.keys()].sort().join(',');
      if (views === this.following) return;
      this.following = views;
      this.connect();
    });
  }

  /** Leaves the stream that there is, and opens another for what is watched now. */
  private connect(): void {
    this.stopWaiting?.();
    this.stopWaiting = undefined;
    this.connection?.abort();
    this.connection = undefined;
    if (this.following === '') {
      // What happens while nothing is watched concerns nobody.
      this.position = undefined;
      this.stopGathering?.();
      this.stopGathering = undefined;
      this.moved.clear();
      return;
    }
    const connection = new AbortController();
    this.connection = connection;
    this.follow(connection)
      .catch((error: unknown) => this.broke(error, connection))
      .then(() => this.ended(connection))
      .catch(this.options.tell);
  }

  private async follow(connection: AbortController): Promise<void> {
    const { position, options } = this;
    const stop = options.wait(silence, () => connection.abort());
    const headers = { accept: 'text/event-stream', ...(position === undefined ? {} : { 'last-event-id': position }) };
    const stream = await options.line
      .open({ way: 'live', search: { views: this.following }, headers, signal: connection.signal })
      .finally(stop);
    // What happened before it was open, and since nobody knows when, is read anew.
    if (position === undefined) this.moveAll();
    await this.read(stream, connection);
  }

  private async read(stream: ReadableStream<Uint8Array>, connection: AbortController): Promise<void> {
    const parser = createParser({ onEvent: (event) => this.take(event) });
    const decoder = new TextDecoder();
    const reader = stream.getReader();
    for (;;) {
      const stop = this.options.wait(silence, () => connection.abort());
      const part = await reader.read().finally(stop);
      if (part.done || connection !== this.connection) return;
      this.failed = 0;
      parser.feed(decoder.decode(part.value, { stream: true }));
    }
  }

  private take({ id, event, data }: EventSourceMessage): void {
    if (id !== undefined && id !== '') this.position = id;
    if (event === 'reset') {
      this.moveAll();
      return;
    }
    const news = readAs(seenNews, jsonOf({ bytes: new TextEncoder().encode(data), type: '' }, 'news'), 'news');
    this.move(Object.keys(news));
  }

  /** What went wrong and does not pass is told; a line that breaks is not news. */
  private broke(error: unknown, connection: AbortController): void {
    if (connection !== this.connection) return;
    const passes = error instanceof RemoteDeskError ? error.passes : !(error instanceof Error) || isLost(error);
    if (!passes) this.options.tell(error);
  }

  private ended(connection: AbortController): void {
    if (connection !== this.connection) return;
    this.stopWaiting = this.options.wait(backOff(this.failed, this.options.chance), () => this.connect());
    this.failed += 1;
  }

  private moveAll(): void {
    this.move([...this.watchers.keys()]);
  }

  private move(views: readonly string[]): void {
    for (const view of views) this.moved.add(view);
    if (this.moved.size === 0) return;
    this.stopGathering ??= this.options.wait(gathering, () => this.call());
  }

  private call(): void {
    this.stopGathering = undefined;
    const called = [...this.moved].flatMap((view) => [...(this.watchers.get(view) ?? [])]);
    this.moved.clear();
    for (const call of called) this.guarded(call);
  }

  /** One who throws does not keep the others from hearing. */
  private guarded(call: () => void): void {
    try {
      call();
    } catch (error) {
      this.options.tell(error);
    }
  }
}

/** What a stream that is cut off on its way ends with: by the line (`TypeError`) or by silence (`AbortError`). */
const isLost = (error: Error): boolean => error instanceof TypeError || error.name === 'AbortError';
