import type { News, Told } from '../ports.ts';
import { Listeners } from '../store-parts/news.ts';

/**
 * Tells followers of each commit once and in order, in whatever order this tab hears of its own commits and of those of
 * others. What lies between two that it heard of is read from the record.
 */
export class Followers {
  private readonly listeners: Listeners;
  private readonly read: (after: number, count: number) => Promise<Told>;
  private readonly onError: (error: unknown) => void;
  private told: number;
  private turn: Promise<void> = Promise.resolve();

  constructor(told: number, read: Followers['read'], onError: (error: unknown) => void) {
    this.told = told;
    this.read = read;
    this.onError = onError;
    this.listeners = new Listeners(onError);
  }

  follow(...[tell]: Parameters<Listeners['follow']>): () => void {
    return this.listeners.follow(tell);
  }

  /** Hears that a commit holds; the news of it are given where they are at hand. */
  hear(position: number, news?: News): void {
    this.turn = this.turn.then(() => this.tellUpTo(position, news)).catch(this.onError);
  }

  private async tellUpTo(position: number, news: News | undefined): Promise<void> {
    const behind = position - this.told;
    if (behind <= 0) return;
    if (behind === 1 && news !== undefined) this.tell(news, position);
    else if (this.listeners.none) this.told = position;
    else await this.catchUp(behind);
  }

  private async catchUp(count: number): Promise<void> {
    const { news, position } = await this.read(this.told, count);
    const before = Number(position) - news.length;
    news.forEach((each, i) => this.tell(each, before + i + 1));
  }

  private tell(news: News, position: number): void {
    this.told = position;
    this.listeners.tell(news, String(position));
  }
}
