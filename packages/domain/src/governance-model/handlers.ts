import { unitOf, type Facts } from '../kernel/facts.ts';
import type { UnitId } from '../kernel/ids.ts';
import type { GovernanceModel } from './model.ts';

/**
 * Whether somebody may handle a case that is given to a unit of a kind: a post in such units, or one who needs no post in any
 * (in a grid, or none at all). A case given to any other would lie there.
 */
export const canHandle = ({ permissions, posts }: GovernanceModel, kind: string): boolean =>
  permissions
    .filter((permission) => permission.do.includes('HandleCase'))
    .flatMap(({ by }) => by)
    .some((by) => {
      if (typeof by !== 'object') return true;
      if (!('post' in by)) return false;
      const of = posts.find(({ id }) => id === by.post);
      return of === undefined || (of.kinds.includes(kind) && (by.kinds === undefined || by.kinds.includes(kind)));
    });

/** Why a case cannot be given to a unit: it is not there, or nobody in units of its kind handles cases. */
export function handlerFault(
  handler: UnitId,
  facts: Facts,
  model: GovernanceModel,
): 'handler-unknown' | 'handler-unfit' | undefined {
  const unit = facts(unitOf(handler));
  if (unit === undefined) return 'handler-unknown';
  return canHandle(model, unit.kind) ? undefined : 'handler-unfit';
}
