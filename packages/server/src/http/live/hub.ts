import type { Actor, Instant, View } from '@keting/domain';
import type { LocalDesk, Position, Store } from '@keting/runtime';
import { WireProblem } from '../wire-problem.ts';
import { Group } from './group.ts';
import { Listener } from './listener.ts';
import { beginning } from './sent-event.ts';

/** How often something is sent where nothing happens, in milliseconds: proxies end what is silent for a minute. */
const beatEvery = 20_000;

/** Who follows what, and since when. */
export interface Following {
  readonly desk: LocalDesk;
  /** In one order, whoever names them: those who follow the same are told together. */
  readonly views: readonly View[];
  readonly counted: string;
  readonly after: Position | undefined;
  readonly expires: Instant | undefined;
  readonly signal: AbortSignal;
}

const groupKey = (actor: Actor, views: readonly View[]): string => {
  const who =
    actor.kind === 'person' ? actor.person : actor.kind === 'anonymous' ? (actor.receipt ?? null) : actor.name;
  return JSON.stringify([actor.kind, who, ...views.map(({ name }) => name)]);
};

/** All live streams. However many they are, the store is followed once, and that only while there are any. */
export class LiveHub {
  private readonly groups = new Map<string, Group>();
  private readonly counts = new Map<string, number>();
  private readonly options: {
    readonly store: Store;
    readonly now: () => Instant;
    /** Live streams of one who is counted by one name. */
    readonly most: number;
    /** How long a stream lasts at most, in milliseconds: not every sign-in says when it ends. */
    readonly longest: number;
    readonly onTrouble: (trouble: unknown) => void;
  };
  private stop: (() => void) | undefined;
  private closed = false;

  constructor(options: LiveHub['options']) {
    this.options = options;
  }

  get listeners(): number {
    return [...this.counts.values()].reduce((all, count) => all + count, 0);
  }

  /** Opens a stream; refused with `too-many-requests` to one who has too many. */
  open(following: Following): ReadableStream<Uint8Array> {
    const { counted, desk, views, signal } = following;
    if ((this.counts.get(counted) ?? 0) >= this.options.most) throw new WireProblem('too-many-requests');
    const key = groupKey(desk.actor, views);
    const group = this.groups.get(key) ?? new Group(desk.audience(), views, this.options.onTrouble);
    const onEnd = (): void => {
      signal.removeEventListener('abort', end);
      this.left(key, group, listener, counted);
    };
    const listener = new Listener({ expires: this.endOf(following), now: this.options.now, onEnd });
    const end = (): void => {
      listener.end();
    };
    this.groups.set(key, group);
    group.listeners.add(listener);
    this.counts.set(counted, (this.counts.get(counted) ?? 0) + 1);
    signal.addEventListener('abort', end);
    this.stop ??= this.follow();
    listener.send(beginning);
    if (this.closed || signal.aborted) end();
    else void this.welcome(group, listener, following.after);
    return listener.stream;
  }

  close(): void {
    this.closed = true;
    [...this.groups.values()].forEach((group) => {
      group.end();
    });
  }

  private endOf({ expires = Infinity }: Following): Instant {
    return Math.min(expires, this.options.now() + this.options.longest);
  }

  private async welcome(group: Group, listener: Listener, after: Position | undefined): Promise<void> {
    try {
      await group.welcome(listener, this.options.store, after);
    } catch (trouble) {
      this.options.onTrouble(trouble);
      listener.end();
    }
  }

  private follow(): () => void {
    const unfollow = this.options.store.follow((news, position) => {
      for (const group of this.groups.values()) group.take(news, position);
    });
    const beat = setInterval(() => {
      for (const group of [...this.groups.values()]) group.beat();
    }, beatEvery);
    beat.unref();
    return () => {
      unfollow();
      clearInterval(beat);
    };
  }

  private left(key: string, group: Group, listener: Listener, counted: string): void {
    group.listeners.delete(listener);
    if (group.listeners.size === 0 && this.groups.get(key) === group) this.groups.delete(key);
    const count = (this.counts.get(counted) ?? 1) - 1;
    if (count > 0) this.counts.set(counted, count);
    else this.counts.delete(counted);
    if (this.groups.size > 0) return;
    this.stop?.();
    this.stop = undefined;
  }
}
