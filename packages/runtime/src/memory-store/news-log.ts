import type { Commit, News, Position, Told } from '../ports.ts';
import { frozen } from './frozen.ts';

type Listener = (news: News, position: Position) => void;

/** How many commits' news are kept: followers who were away for longer read anew what they show. */
const mostKept = 10_000;

const newsOf = ({ appends, touched }: Commit): News =>
  frozen({
    events: appends.flatMap(({ events }) => events.map(({ type, stream, version }) => ({ type, stream, version }))),
    touched,
  });

/** What commits brought, the last of them, and who is told of each. */
export class NewsLog {
  private kept: News[] = [];
  /** How many came before those that are kept. */
  private gone = 0;
  private readonly listeners = new Set<{ readonly tell: Listener }>();
  private readonly onError: (error: unknown) => void;

  constructor(onError: (error: unknown) => void) {
    this.onError = onError;
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
    const news = newsOf(commit);
    this.kept.push(news);
    if (this.kept.length > 2 * mostKept) {
      this.gone += this.kept.length - mostKept;
      this.kept = this.kept.slice(-mostKept);
    }
    for (const { tell } of [...this.listeners]) {
      try {
        tell(news, this.position());
      } catch (error) {
        this.onError(error);
      }
    }
  }

  follow(tell: Listener): () => void {
    const listener = { tell };
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }
}
