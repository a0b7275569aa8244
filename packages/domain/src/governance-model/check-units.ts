import { circles, duplicates, each, fault, unknown, type Faults, type Path } from './fault.ts';
import type { GovernanceModel, Kind } from './model.ts';

/** A kind may also nest in itself (a group under a group): only a kind with no other way up is in a circle by that. */
function above({ id, parents }: Kind): readonly string[] {
  const others = parents.filter((parent) => parent !== id);
  return others.length === 0 ? parents : others;
}

function kindFaults(model: GovernanceModel): Faults {
  const kind = unknown(model.kinds);
  const tier = unknown(model.tiers);
  return [
    ...duplicates(model.tiers, ['tiers']),
    ...duplicates(model.kinds, ['kinds']),
    ...each(model.kinds, ['kinds'], (one, at) => [
      ...tier(one.tier, [...at, 'tier']),
      ...kind(one.pairsWith, [...at, 'pairsWith']),
      ...each(one.parents, [...at, 'parents'], kind),
    ]),
    ...circles(model.kinds, ['kinds'], above),
    ...(model.kinds.some(({ parents }) => parents.length === 0) ? [] : [fault(['kinds'], 'no-root', model.id)]),
  ];
}

interface PostsOfKind {
  readonly kind: string;
  readonly posts: readonly string[];
}

/** A rule that speaks of posts in units of a kind: both must be there, and the posts must be posts of that kind. */
export function postsOfKind(model: GovernanceModel): (rule: PostsOfKind | undefined, path: Path) => Faults {
  const kind = unknown(model.kinds);
  const post = unknown(model.posts);
  const kindsOf = new Map(model.posts.map(({ id, kinds }) => [id, kinds]));
  return (rule, path) => {
    if (rule === undefined) return [];
    const unknownKind = kind(rule.kind, [...path, 'kind']);
    const elsewhere = (id: string): boolean =>
      unknownKind.length === 0 && kindsOf.get(id)?.includes(rule.kind) === false;
    return [
      ...unknownKind,
      ...each(rule.posts, [...path, 'posts'], (id, at) =>
        elsewhere(id) ? [fault(at, 'not-in-kind', id)] : post(id, at),
      ),
    ];
  };
}

/** Posts that need one another in a circle are refused: once filled, they would keep one another up for ever. */
function postFaults(model: GovernanceModel): Faults {
  const kind = unknown(model.kinds);
  const held = postsOfKind(model);
  return [
    ...duplicates(model.posts, ['posts']),
    ...each(model.posts, ['posts'], (one, at) => [
      ...each(one.kinds, [...at, 'kinds'], kind),
      ...('oneForEach' in one.seats ? kind(one.seats.oneForEach, [...at, 'seats']) : []),
      ...held(one.heldBy, [...at, 'heldBy']),
    ]),
    ...circles(model.posts, ['posts'], ({ heldBy }) => heldBy?.posts ?? []),
  ];
}

/** Tiers and kinds of units, and the posts in them. */
export const unitFaults = (model: GovernanceModel): Faults => [...kindFaults(model), ...postFaults(model)];
