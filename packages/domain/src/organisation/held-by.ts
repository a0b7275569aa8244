import type { PostRule } from '../governance-model/model.ts';
import { pathOf, type Facts } from '../kernel/facts.ts';
import type { PersonId, UnitId } from '../kernel/ids.ts';
import type { CivilDate } from '../kernel/time.ts';
import { postsHeldBy } from './facts.ts';
import { firstDayOutside, type Period } from './period.ts';

/** A post that only holders of another may hold, as asked for or held by a person in a unit. */
export interface Dependent extends Period {
  readonly unit: UnitId;
  readonly person: PersonId;
}

/** Whether one of two units stands above the other, at any height. */
const inLine = (one: UnitId, other: UnitId, facts: Facts): boolean =>
  facts(pathOf(one)).some(({ id }) => id === other) || facts(pathOf(other)).some(({ id }) => id === one);

/**
 * The first day of a term on which the person holds no post of those that it needs, in a unit above or below and not
 * somewhere else; undefined where they hold one on every day. A term without end needs one without end, and one post may
 * follow upon another.
 */
export function lacksBaseOn(
  { unit, person, ...term }: Dependent,
  { kind, posts }: NonNullable<PostRule['heldBy']>,
  facts: Facts,
): CivilDate | undefined {
  const bases = facts(postsHeldBy(person)).filter(
    (one) => one.kind === kind && posts.includes(one.post) && inLine(unit, one.unit, facts),
  );
  return firstDayOutside(term, bases);
}
