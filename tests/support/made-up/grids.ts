import { gridKinds, type GovernanceModel } from '@keting/domain';
import type { Dice } from './dice.ts';
import { label, type Sources } from './units.ts';

/** Kinds of grid, posts of these names in them, and how they are to be staffed. Some ground is always parted. */
export function gridsOf(names: readonly string[], sources: Sources, dice: Dice): GovernanceModel['grids'] {
  const ground = dice.one(['basic', 'dedicated'] as const);
  const others = dice.some(gridKinds.filter((kind) => kind !== ground));
  const kinds = [ground, ...others].map((id) => ({ id, label, source: dice.one(sources) }));
  const posts = names.map((id) => ({
    id,
    label,
    grids: dice.some(kinds).map((kind) => kind.id),
    source: dice.one(sources),
  }));
  const staffing = posts.flatMap((post) =>
    dice.some(post.grids).map((grid) => ({ grid, post: post.id, min: dice.whole(0, 9), source: dice.one(sources) })),
  );
  return { kinds, posts, staffing };
}

/** The kinds of grid of the place that a model's cases lie in: its ground, and a part of that where it has parts. */
export function drawnKinds({ grids }: GovernanceModel): readonly GovernanceModel['grids']['kinds'][number]['id'][] {
  const has = (kind: string) => grids.kinds.some(({ id }) => id === kind);
  return [has('basic') ? 'basic' : 'dedicated', ...(has('micro') ? (['micro'] as const) : [])];
}
