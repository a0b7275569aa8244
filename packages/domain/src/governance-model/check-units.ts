import { circles, duplicates, each, fault, unknown, type Faults, type Path } from './fault.ts';
import { kindsAbove } from './kinds-above.ts';
import type { GovernanceModel, Kind, PostRule } from './model.ts';

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

/** Posts that a rule names in units of some kinds: each must be there, and be one of at least one of the kinds. */
export function postsIn(model: GovernanceModel) {
  const post = unknown(model.posts);
  const known = new Set(model.kinds.map(({ id }) => id));
  const kindsOf = new Map(model.posts.map(({ id, kinds }) => [id, kinds]));
  return (kinds: readonly string[], posts: readonly string[], path: Path): Faults => {
    const judges = kinds.every((kind) => known.has(kind));
    const elsewhere = (id: string): boolean => judges && kindsOf.get(id)?.some((one) => kinds.includes(one)) === false;
    return each(posts, path, (id, at) => (elsewhere(id) ? [fault(at, 'not-in-kind', id)] : post(id, at)));
  };
}

/** One seat for each unit of a kind: the kind must be there, and one that can stand somewhere below. */
function seatFaults({ seats, kinds }: PostRule, model: GovernanceModel, path: Path): Faults {
  if (!('oneForEach' in seats)) return [];
  const below = model.kinds.find(({ id }) => id === seats.oneForEach);
  if (below === undefined) return [fault(path, 'unknown-reference', seats.oneForEach)];
  const above = kindsAbove(model, below.id);
  return kinds.some((kind) => above.has(kind)) ? [] : [fault(path, 'never-applies', below.id)];
}

/** Posts that need one another in a circle are refused: once filled, they would keep one another up for ever. */
function postFaults(model: GovernanceModel): Faults {
  const kind = unknown(model.kinds);
  const posts = postsIn(model);
  return [
    ...duplicates(model.posts, ['posts']),
    ...each(model.posts, ['posts'], (one, at) => [
      ...each(one.kinds, [...at, 'kinds'], kind),
      ...seatFaults(one, model, [...at, 'seats']),
      ...kind(one.heldBy?.kind, [...at, 'heldBy', 'kind']),
      ...(one.heldBy === undefined ? [] : posts([one.heldBy.kind], one.heldBy.posts, [...at, 'heldBy', 'posts'])),
    ]),
    ...circles(model.posts, ['posts'], ({ heldBy }) => heldBy?.posts ?? []),
  ];
}

/** Tiers and kinds of units, and the posts in them. */
export const unitFaults = (model: GovernanceModel): Faults => [...kindFaults(model), ...postFaults(model)];
