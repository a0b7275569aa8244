import type { GovernanceModel } from '@keting/domain';
import type { Dice } from './dice.ts';
import { label, type Sources } from './units.ts';

type Meeting = GovernanceModel['meetings'][number];
type Share = Meeting['quorum'];

/** A share that all together can reach. */
function share(dice: Dice): Share {
  const parts = dice.whole(1, 6);
  const of = dice.whole(1, parts);
  return { of, in: parts, more: of < parts && dice.chance(5) };
}

type Holders = { readonly kinds: string[]; readonly posts: string[] };

/** Some posts, in units of at least one kind of each. */
function holders(posts: GovernanceModel['posts'], kinds: GovernanceModel['kinds'], dice: Dice): Holders {
  const chosen = dice.some(posts, 1);
  const needed = chosen.map((post) => dice.one(post.kinds));
  const more = dice.some(kinds).map(({ id }) => id);
  return { kinds: [...new Set([...needed, ...more])], posts: chosen.map(({ id }) => id) };
}

const whereSeated = ['over', 'within'] as const;
const steps = ['called', 'held', 'resolved'] as const;

/** One to three tiers of meetings, of grids and of units. What a tier cannot settle goes to one after it, or no further. */
export const meetingsOf = (
  { posts, kinds }: Pick<GovernanceModel, 'posts' | 'kinds'>,
  sources: Sources,
  dice: Dice,
): Meeting[] =>
  dice.names(1, 3).map((id, i, all) => {
    const above = all.slice(i + 1);
    return {
      id,
      label,
      settles: label,
      body: dice.chance(4) ? { grid: true } : holders(posts, kinds, dice),
      ...dice.maybe(() => ({
        observers: dice.list(0, 2, () => ({ where: dice.one(whereSeated), ...holders(posts, kinds, dice) })),
      })),
      quorum: share(dice),
      majority: share(dice),
      ...(above.length > 0 && dice.chance(7) ? { next: dice.one(above) } : {}),
      steps: dice.some(steps).map((step) => ({ id: step, label })),
      source: dice.one(sources),
    };
  });
