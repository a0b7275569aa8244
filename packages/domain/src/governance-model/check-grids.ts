import { duplicates, each, fault, unknown, type Faults } from './fault.ts';
import type { GovernanceModel } from './model.ts';

/** What is done in grids: in kinds of grid that there are, by names that are unique. */
function workFaults({ kinds, patrol, occasions, objects, servicePoints }: GovernanceModel['grids']): Faults {
  return [
    ...each(patrol?.grids, ['grids', 'patrol', 'grids'], unknown(kinds)),
    ...duplicates(patrol?.onTheSpot ?? [], ['grids', 'patrol', 'onTheSpot']),
    ...duplicates(occasions ?? [], ['grids', 'occasions']),
    ...duplicates(objects ?? [], ['grids', 'objects']),
    ...duplicates(servicePoints?.kinds ?? [], ['grids', 'servicePoints', 'kinds']),
  ];
}

/**
 * Kinds of grid, the posts in them, and their staffing. A post of a grid and a post of a unit may not have one id: a
 * permission speaks of a post by its id alone.
 */
export function gridFaults({ grids, posts }: GovernanceModel): Faults {
  const post = unknown(grids.posts);
  const kind = unknown(grids.kinds);
  const kindsOf = new Map(grids.posts.map((one) => [one.id, one.grids]));
  return [
    ...duplicates(grids.kinds, ['grids', 'kinds']),
    ...duplicates(grids.posts, ['grids', 'posts'], posts),
    ...each(grids.posts, ['grids', 'posts'], (one, at) => each(one.grids, [...at, 'grids'], kind)),
    ...each(grids.staffing, ['grids', 'staffing'], (rule, at) => [
      ...kind(rule.grid, [...at, 'grid']),
      ...post(rule.post, [...at, 'post']),
      ...(kindsOf.get(rule.post)?.includes(rule.grid) === false
        ? [fault([...at, 'post'], 'not-in-kind', rule.post)]
        : []),
    ]),
    ...workFaults(grids),
  ];
}
