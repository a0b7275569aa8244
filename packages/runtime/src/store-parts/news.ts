import type { Commit, News, Position, Read } from '../ports.ts';

/** How many commits' news are kept: followers who were away for longer read anew what they show. */
export const mostKept = 10_000;

/** What followers are told of a commit. */
export const newsOf = ({ appends, touched }: Commit): News => ({
  events: appends.flatMap(({ events }) => events.map(({ type, stream, version }) => ({ type, stream, version }))),
  touched,
});

/** The streams that a commit saw, each at the version it must still have. */
export const seenBy = ({ reads, appends }: Commit): readonly Read[] => [
  ...reads,
  ...appends.map(({ stream, expected }) => ({ stream, version: expected })),
];

type Listener = (news: News, position: Position) => void;

/** Leaves an error in full view, as one that nobody handled. */
export const leaveUnhandled = (error: unknown): void => {
  void Promise.resolve().then(() => {
    throw error;
  });
};

/** Who is told of commits. What one of them throws goes to `onError`, and the others are told all the same. */
export class Listeners {
  private readonly listeners = new Set<{ readonly tell: Listener }>();
  private readonly onError: (error: unknown) => void;

  constructor(onError: (error: unknown) => void) {
    this.onError = onError;
  }

  get none(): boolean {
    return this.listeners.size === 0;
  }

  tell(news: News, position: Position): void {
    for (const { tell } of [...this.listeners]) {
      try {
        tell(news, position);
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
