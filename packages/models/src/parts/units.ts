import type { Term } from '@keting/domain';

interface KindOf {
  readonly tier: string;
  /** Kinds that it may stand under; none for the root. */
  readonly under: readonly string[];
  readonly pairsWith?: string;
  /** Founded with a day on which it dissolves by itself. */
  readonly temporary?: true;
  readonly source: string;
}

const kind = (id: string, label: Term, party: boolean, { tier, under, pairsWith, temporary, source }: KindOf) => ({
  ...{ id, label, tier, party, source },
  parents: [...under],
  ...(pairsWith === undefined ? {} : { pairsWith }),
  ...(temporary === undefined ? {} : { temporary }),
});

/** A kind of party organisation. */
export const partyKind = (id: string, label: Term, of: KindOf) => kind(id, label, true, of);

/** A kind of office, committee, firm or other unit that is no party organisation. */
export const unitKind = (id: string, label: Term, of: KindOf) => kind(id, label, false, of);

interface PostOf {
  readonly in: readonly string[];
  /** How many seats; any number where it is not said. */
  readonly seats?: number | { readonly oneForEach: string };
  readonly heldBy?: { readonly kind: string; readonly posts: readonly string[] };
  readonly partTime?: true;
  readonly head?: true;
  readonly source: string;
}

/** A post in units of some kinds. */
export const post = (id: string, label: Term, { in: kinds, seats, heldBy, partTime, head, source }: PostOf) => ({
  ...{ id, label, source },
  kinds: [...kinds],
  seats: seats === undefined ? { any: true } : typeof seats === 'number' ? { max: seats } : seats,
  ...(heldBy === undefined ? {} : { heldBy }),
  ...(partTime === undefined ? {} : { partTime }),
  ...(head === undefined ? {} : { head }),
});

/** Organisations without a superior belong to the nearest of these kinds over the place where they stand. */
export const byTerritory = (id: string, kinds: readonly string[], to: readonly string[], source: string) => ({
  ...{ id, by: 'territory', source },
  kinds: [...kinds],
  to: [...to],
});

/** The half of those due and one more. */
export const majority = { of: 1, in: 2, more: true } as const;
/** Two thirds, or more than that. */
export const twoThirds = { of: 2, in: 3, more: false } as const;
