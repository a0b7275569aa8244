import type { Commit, News, Position, Told } from '../ports.ts';
import { Listeners, mostKept, newsOf } from '../store-parts/news.ts';
import { frozen } from './frozen.ts';

/** What commits brought, the last of them, and who is told of each. */
export class NewsLog {
  private kept: News[] = [];
  /** How many came before those that are kept. */
  private gone = 0;
  private readonly listeners: Listeners;

  constructor(onError: (error: unknown) => void) {
    this.listeners = new Listeners(onError);
  }

  position(): Position {
    return String(this.gone + this.kept.length);
  }

  after(position: Position, limit: number): Told {
    const from = Math.max(Number(position), this.gone);
    const news = this.kept.slice(from - this.gone, from - this.gone + limit);
    return { news, position: String(from + news.length), complete: Number(position) >= this.gone };
  }

  add(commit: Commit): void {
    const news = frozen(newsOf(commit));
    this.kept.push(news);
    if (this.kept.length > 2 * mostKept) {
      this.gone += this.kept.length - mostKept;
      this.kept = this.kept.slice(-mostKept);
    }
    this.listeners.tell(news, this.position());
  }

  follow(...[tell]: Parameters<Listeners['follow']>): () => void {
    return this.listeners.follow(tell);
  }
}
