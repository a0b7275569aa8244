import type { GovernanceModel, MeetingRule } from '../governance-model/model.ts';
import type { BodyRule } from '../governance-model/procedure-rules.ts';
import type { Setting } from '../kernel/decider.ts';
import { membersOf, staffOf, unitsOver, unitsWithin, type Facts, type UnitFact } from '../kernel/facts.ts';
import { within } from '../kernel/ids.ts';
import { civilDateOf, type CivilDate } from '../kernel/time.ts';
import type { Attendee } from './meeting.ts';

/** Who is entitled to a meeting at a place on a date. */
export interface EntitledList {
  /** The unit that meets, or the grid whose staff does; undefined where no such unit stands over the place. */
  readonly unit: string | undefined;
  readonly eligible: readonly Attendee[];
  readonly observers: readonly Attendee[];
}

type Observers = NonNullable<MeetingRule['observers']>[number];

/** Each person once, under the first post that entitles them, and nobody of another list. */
export function once(attendees: readonly Attendee[], but: readonly Attendee[] = []): readonly Attendee[] {
  const seen = new Set<string>(but.map(({ person }) => person));
  return attendees.filter(({ person }) => {
    if (seen.has(person)) return false;
    seen.add(person);
    return true;
  });
}

/** The unit of one of the kinds with the smallest territory that holds every one of the places. */
function nearest(
  kinds: readonly string[],
  [first = '', ...others]: readonly string[],
  facts: Facts,
): UnitFact | undefined {
  const reach = ({ territories }: UnitFact): number =>
    Math.max(0, ...territories.filter((one) => within(one, first)).map(({ length }) => length));
  const holds = ({ territories }: UnitFact): boolean =>
    others.every((place) => territories.some((one) => within(one, place)));
  const over = kinds.flatMap((kind) => facts(unitsOver(kind, first)).filter(holds).slice(0, 1));
  return over.reduce<UnitFact | undefined>((best, one) => (best && reach(best) >= reach(one) ? best : one), undefined);
}

/** A body over one or several places on a date: its units, in the order of its parts, and who is entitled, each once. */
export interface SeatedBody {
  readonly units: readonly UnitFact[];
  readonly eligible: readonly Attendee[];
}

/** The nearest unit over all of these places, or every unit that lies within one of them. */
function unitsOfPart({ where, kinds }: BodyRule[number], places: readonly string[], facts: Facts): readonly UnitFact[] {
  if (where === 'within') {
    return kinds.flatMap((kind) => places.flatMap((place) => facts(unitsWithin(kind, place))));
  }
  const unit = nearest(kinds, places, facts);
  return unit === undefined ? [] : [unit];
}

/** Who is entitled to a body over these places as of a date. A part of which no unit stands over all of them is empty. */
export function seatedBody(rule: BodyRule, places: readonly string[], on: CivilDate, facts: Facts): SeatedBody {
  const parts = rule.map((part) => ({ units: unitsOfPart(part, places, facts), posts: part.posts }));
  const seated = parts.flatMap(({ units, posts }) =>
    units.flatMap(({ id }) => facts(membersOf(id, on)).filter(({ post }) => posts.includes(post))),
  );
  return { units: parts.flatMap(({ units }) => units), eligible: once(seated) };
}

/** What a meeting has of its tier: the unit that meets, with its territory, and who votes in it. */
interface Body extends Omit<EntitledList, 'observers'> {
  readonly territories: readonly string[];
}

function bodyOf({ body }: MeetingRule, grid: string, on: CivilDate, facts: Facts): Body {
  if ('grid' in body) return { unit: grid, territories: [grid], eligible: once(facts(staffOf(grid))) };
  const unit = nearest(body.kinds, [grid], facts);
  if (unit === undefined) return { unit: undefined, territories: [], eligible: [] };
  const members = facts(membersOf(unit.id, on)).filter(({ post }) => body.posts.includes(post));
  return { unit: unit.id, territories: unit.territories, eligible: once(members) };
}

function sittingIn(
  { where, kinds, posts }: Observers,
  { territories }: Body,
  grid: string,
  on: CivilDate,
  facts: Facts,
): readonly Attendee[] {
  const units = kinds.flatMap((kind) =>
    where === 'over'
      ? facts(unitsOver(kind, grid))
      : territories.flatMap((territory) => facts(unitsWithin(kind, territory))),
  );
  return units.flatMap(({ id }) => facts(membersOf(id, on))).filter(({ post }) => posts.includes(post));
}

/** The list of those entitled to a tier's meeting, as of a date. Who has a vote does not also sit in. */
export function entitledTo(rule: MeetingRule, grid: string, on: CivilDate, facts: Facts): EntitledList {
  const body = bodyOf(rule, grid, on, facts);
  const observers = (rule.observers ?? []).flatMap((one) => sittingIn(one, body, grid, on, facts));
  return { unit: body.unit, eligible: body.eligible, observers: once(observers, body.eligible) };
}

/** The rule of a tier, or undefined where the model has no such tier. */
export const ruleOf = (model: GovernanceModel, tier: string): MeetingRule | undefined =>
  model.meetings.find(({ id }) => id === tier);

/** The list of those entitled today. */
export const entitledNow = (rule: MeetingRule, grid: string, facts: Facts, { at, model }: Setting): EntitledList =>
  entitledTo(rule, grid, civilDateOf(at, model.workingTime), facts);
