import type { GovernanceModel } from '@keting/domain';
import { sampleModel } from '@keting/domain/testing';
import type { Dice } from './dice.ts';

/** A label whose wordings do not matter. */
export const label = sampleModel().name;

type Post = GovernanceModel['posts'][number];
type Kind = GovernanceModel['kinds'][number];

/** Where a rule may say that it comes from. */
export type Sources = readonly string[];

/** Tiers and kinds of any names. A kind stands under some of those before it and perhaps in itself, or under none. */
export function tiersAndKinds(dice: Dice, sources: Sources): Pick<GovernanceModel, 'tiers' | 'kinds'> {
  const tiers = dice.names(1, 5).map((id) => ({ id, label }));
  const kinds = dice.names(1, 6).map((id, i, all): Kind => {
    const above = dice.some(all.slice(0, i));
    return {
      id,
      label,
      tier: dice.one(tiers).id,
      parents: above.length > 0 && dice.chance(2) ? [...above, id] : above,
      party: dice.chance(5),
      ...dice.maybe(() => ({ pairsWith: dice.one(all) })),
      source: dice.one(sources),
    };
  });
  return { tiers, kinds };
}

/** Whether a post can be filled by anyone, in any unit of its kinds. */
export const isPlain = ({ seats, heldBy, partTime }: Post): boolean =>
  !('oneForEach' in seats) && heldBy === undefined && partTime !== true;

/** Holders of a post that was there before: so posts need one another in no circle. */
function heldBy(dice: Dice, before: readonly Post[]): Pick<Post, 'heldBy'> {
  const base = dice.one(before);
  const kind = dice.one(base.kinds);
  const others = before.filter(({ id, kinds }) => id !== base.id && kinds.includes(kind));
  return { heldBy: { kind, posts: [base.id, ...dice.some(others).map(({ id }) => id)] } };
}

/** Seats of a post in units of some kinds; one for each of what stands below them, where anything can. */
function seats(dice: Dice, kinds: readonly Kind[], of: readonly string[]): Post['seats'] {
  const below = kinds.filter(({ parents }) => parents.some((parent) => of.includes(parent)));
  const form = dice.whole(0, below.length > 0 ? 2 : 1);
  if (form === 0) return { any: true };
  return form === 1 ? { max: dice.whole(1, 9) } : { oneForEach: dice.one(below).id };
}

/** Posts of these names in units of some kinds. The first is plain: somebody has to be there. */
export const postsOf = (names: readonly string[], kinds: readonly Kind[], sources: Sources, dice: Dice): Post[] =>
  names.reduce<Post[]>((before, id) => {
    const first = before.length === 0;
    const of = dice.some(kinds, 1).map((kind) => kind.id);
    const post: Post = {
      id,
      label,
      kinds: of,
      seats: first ? { any: true } : seats(dice, kinds, of),
      ...(first ? {} : dice.maybe(() => heldBy(dice, before))),
      ...(first ? {} : dice.maybe(() => ({ partTime: dice.chance(5) }))),
      ...dice.maybe(() => ({ head: dice.chance(5) })),
      source: dice.one(sources),
    };
    return [...before, post];
  }, []);
