import type { News, Position } from '@keting/runtime';

type Listener = (news: News, position: Position) => void;

/** News at a time. */
const batch = 500;
/** Until news that wait for an older transaction to end are looked for again, in milliseconds: first and at most. */
const shortest = 2;
const longest = 1_000;

/** News as far as no older transaction is still running, and whether more wait for one to end. */
export interface Latest {
  readonly news: readonly News[];
  readonly position: Position;
  readonly waiting: boolean;
}

interface FeedPort {
  latest(after: Position, limit: number): Promise<Latest>;
  position(): Promise<Position>;
}

/**
 * Reads the news as they come and tells all who follow. It reads when somebody says that there are some, and only so far as
 * no older transaction is still running: so nothing is missed, though transactions end in another order than they began.
 */
export class Feed {
  private readonly listeners = new Set<{ readonly tell: Listener }>();
  private readonly port: FeedPort;
  private readonly onTrouble: (trouble: unknown) => void;
  private position: Position | undefined;
  private woken = false;
  private running: Promise<void> | undefined;
  private again: ReturnType<typeof setTimeout> | undefined;
  private pause = shortest;
  private closed = false;

  constructor(port: FeedPort, onTrouble: (trouble: unknown) => void) {
    this.port = port;
    this.onTrouble = onTrouble;
  }

  /** Begins where the news stand now. */
  async open(): Promise<void> {
    this.position = await this.port.position();
  }

  follow(tell: Listener): () => void {
    const listener = { tell };
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  /** There are news, or there may be. */
  wake(): void {
    this.woken = true;
    this.running ??= this.run();
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.again);
    await this.running;
  }

  private async run(): Promise<void> {
    try {
      while (this.woken && !this.closed) {
        this.woken = false;
        await this.read();
      }
    } catch (trouble) {
      if (!this.closed) this.onTrouble(trouble);
      this.later(longest);
    } finally {
      this.running = undefined;
    }
  }

  private async read(): Promise<void> {
    let position = this.position ?? (await this.port.position());
    let waiting = false;
    for (let more = true; more;) {
      const told = await this.port.latest(position, batch);
      position = told.position;
      this.position = position;
      if (told.news.length > 0) this.pause = shortest;
      told.news.forEach((news) => {
        this.tell(news, position);
      });
      more = told.news.length === batch;
      ({ waiting } = told);
    }
    if (!waiting) return;
    this.later(this.pause);
    this.pause = Math.min(2 * this.pause, longest);
  }

  private later(pause: number): void {
    if (this.closed) return;
    clearTimeout(this.again);
    this.again = setTimeout(() => {
      this.wake();
    }, pause);
  }

  private tell(news: News, position: Position): void {
    for (const { tell } of [...this.listeners]) {
      try {
        tell(news, position);
      } catch (trouble) {
        this.onTrouble(trouble);
      }
    }
  }
}
