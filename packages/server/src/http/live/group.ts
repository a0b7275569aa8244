import type { View } from '@keting/domain';
import type { Audience, News, Position, Store } from '@keting/runtime';
import { newsAfter } from '../positions.ts';
import type { Listener } from './listener.ts';
import { heartbeat, newsEvent, resetEvent } from './sent-event.ts';

/** News that wait for one group, before it is told to read anew. */
const mostWaiting = 10_000;
/** Commits of the past that are told at a time. */
const batch = 500;

/** Those who follow the same views with the same eyes: what news mean to them is told once for all. */
export class Group {
  readonly listeners = new Set<Listener>();
  private readonly views: readonly View[];
  private readonly audience: Audience;
  private readonly onTrouble: (trouble: unknown) => void;
  private waiting: News[] = [];
  /** Where the news that wait end. */
  private reached: Position | undefined;
  /** The last position that everybody was told. */
  private told: Position | undefined;
  /** The last that was looked at, whether it meant something to them or not. */
  private looked: Position | undefined;
  private lost = false;
  private working = false;

  constructor(audience: Audience, views: readonly View[], onTrouble: (trouble: unknown) => void) {
    this.audience = audience;
    this.views = views;
    this.onTrouble = onTrouble;
  }

  /** Takes news in. They are told together with those that come meanwhile. */
  take(news: News, position: Position): void {
    this.reached = position;
    if (this.waiting.length >= mostWaiting) {
      this.waiting = [];
      this.lost = true;
    }
    this.waiting.push(news);
    if (!this.working) void this.work();
  }

  /** Tells one who comes what happened since they left, then lets them hear what the others hear. */
  async welcome(listener: Listener, store: Store, after: Position | undefined): Promise<void> {
    const from = after ?? (await store.position());
    if (after === undefined) listener.send(newsEvent(from, {}));
    else await this.tellPast(listener, store, from);
    listener.caughtUp();
  }

  /** Keeps the lines open, and lets everybody know how far they have been told of everything. */
  beat(): void {
    const moved = this.looked !== undefined && this.looked !== this.told && !this.working;
    this.tell(moved && this.looked !== undefined ? newsEvent(this.looked, {}) : heartbeat);
    if (moved) this.told = this.looked;
  }

  end(): void {
    [...this.listeners].forEach((listener) => {
      listener.end();
    });
  }

  private async tellPast(listener: Listener, store: Store, from: Position): Promise<void> {
    let position = from;
    for (let more = true; more;) {
      const past = await newsAfter(store, position, batch);
      if (past === undefined) {
        listener.send(resetEvent(await store.position()));
        return;
      }
      const seen = await this.audience.seen(past.news, this.views);
      more = past.news.length === batch;
      position = past.position;
      listener.send(newsEvent(position, seen));
    }
  }

  private async work(): Promise<void> {
    this.working = true;
    try {
      // A store tells several commits in one breath, all with the position after the last.
      await Promise.resolve();
      while (this.waiting.length > 0) await this.tellWaiting();
    } catch (trouble) {
      // Whoever is cut off comes back, and goes on from where they were.
      this.onTrouble(trouble);
      this.waiting = [];
      this.end();
    } finally {
      this.working = false;
    }
  }

  private async tellWaiting(): Promise<void> {
    const { reached = '', lost, waiting } = this;
    this.waiting = [];
    this.lost = false;
    const seen = await this.audience.seen(waiting, this.views);
    this.looked = reached;
    if (!lost && Object.keys(seen).length === 0) return;
    this.tell(lost ? resetEvent(reached) : newsEvent(reached, seen));
    this.told = reached;
  }

  private tell(event: Uint8Array): void {
    for (const listener of [...this.listeners]) listener.tell(event);
  }
}
