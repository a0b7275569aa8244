import * as z from 'zod/mini';
import type { GovernanceModel, PostRule } from '../governance-model/model.ts';
import type { Process } from '../kernel/decider.ts';
import type { Message, Recorded } from '../kernel/envelope.ts';
import { membersOf, type Facts } from '../kernel/facts.ts';
import { streamKey, unitId, type PersonId, type UnitId } from '../kernel/ids.ts';
import type { CivilDate } from '../kernel/time.ts';
import { childrenOf, postsHeldBy, recordOf, type HeldPost } from '../organisation/facts.ts';
import { lacksBaseOn } from '../organisation/held-by.ts';
import { unitMoved } from '../organisation/unit.ts';
import { endedBy, type Ended } from './ended-posts.ts';

/** Posts by person, so that who loses two that fit is looked at once. */
function byPerson(all: readonly Ended[]): ReadonlyMap<PersonId, readonly string[]> {
  const posts = new Map<PersonId, readonly string[]>();
  for (const { person, post } of all) posts.set(person, [...(posts.get(person) ?? []), post]);
  return posts;
}

/** Rules of the posts that need one of these, of units of that kind. */
const rulesNeeding = ({ posts }: GovernanceModel, kind: string, lost: readonly string[]): readonly PostRule[] =>
  posts.filter(({ heldBy }) => heldBy?.kind === kind && heldBy.posts.some((post) => lost.includes(post)));

/** The end of a post that stood upon another, on the first day that it stands upon none. Days before `since` are past. */
function endOf(person: PersonId, held: HeldPost, rule: PostRule, since: CivilDate, facts: Facts): readonly Message[] {
  const { unit, post, until } = held;
  const left = { unit, person, from: held.from < since ? since : held.from, until };
  if (rule.heldBy === undefined) return [];
  const on = lacksBaseOn(left, rule.heldBy, facts);
  return on === undefined ? [] : [{ type: 'EndAppointment', data: { unit, post, person, on } }];
}

/** What an end takes with it: posts that need one of those lost, of the persons who lost them. */
function afterEnds(event: Recorded, facts: Facts, model: GovernanceModel): readonly Message[] {
  const kind = facts(recordOf(unitId.parse(streamKey(event.stream))))?.kind ?? '';
  const { on, all } = endedBy(event);
  return [...byPerson(all)].flatMap(([person, lost]) => {
    const rules = rulesNeeding(model, kind, lost);
    if (rules.length === 0) return [];
    return facts(postsHeldBy(person)).flatMap((held) =>
      rules.filter(({ id }) => id === held.post).flatMap((rule) => endOf(person, held, rule, on, facts)),
    );
  });
}

/** A unit and all below it. */
const withBelow = (unit: UnitId, facts: Facts): readonly UnitId[] => [
  unit,
  ...facts(childrenOf(unit)).flatMap(({ id }) => withBelow(id, facts)),
];

/** A move breaks the line between what moved and what it stood under: either end may be the post that needs the other. */
function afterMove({ stream, data }: Recorded, facts: Facts, { posts }: GovernanceModel): readonly Message[] {
  const { on } = z.parse(unitMoved, data);
  const people = withBelow(unitId.parse(streamKey(stream)), facts).flatMap((unit) => facts(membersOf(unit, on)));
  return [...new Set(people.map(({ person }) => person))].flatMap((person) =>
    facts(postsHeldBy(person)).flatMap((held) =>
      posts.filter(({ id }) => id === held.post).flatMap((rule) => endOf(person, held, rule, on, facts)),
    ),
  );
}

/**
 * Between posts and those that need them (`heldBy` in the model): when an appointment ends, a body is re-elected or a unit is
 * dissolved, what the same person holds by that post ends on the same day, unless they hold another that fits. Who is
 * re-elected for a term holds on to it until that term ends. When a unit is moved to another line, what was held by way of the
 * old one ends on that day.
 */
export const dependentPosts: Process = {
  name: 'dependent-posts',
  on: ['AppointmentEnded', 'BodyReelected', 'UnitDissolved', 'UnitMoved'],
  react: (event, facts, model) =>
    event.type === 'UnitMoved' ? afterMove(event, facts, model) : afterEnds(event, facts, model),
};
