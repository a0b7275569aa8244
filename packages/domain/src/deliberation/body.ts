import type { MeetingRule } from '../governance-model/model.ts';
import { membersOf, staffOf, unitsOver, type Facts } from '../kernel/facts.ts';
import type { CivilDate } from '../kernel/time.ts';
import type { Attendee } from './meeting.ts';

/** Who is entitled to a meeting at a place on a date. */
export interface EntitledList {
  /** The unit that meets, or the grid whose staff does; undefined where no such unit stands over the place. */
  readonly unit: string | undefined;
  readonly eligible: readonly Attendee[];
  readonly observers: readonly Attendee[];
}

interface PostsOfKind {
  readonly kind: string;
  readonly posts: readonly string[];
}

/** Each person once, under the first post that entitles them. */
function once(attendees: readonly Attendee[], but: readonly Attendee[] = []): readonly Attendee[] {
  const seen = new Set<string>(but.map(({ person }) => person));
  return attendees.filter(({ person }) => {
    if (seen.has(person)) return false;
    seen.add(person);
    return true;
  });
}

/** The body of a tier: the grid itself, or the unit of a kind with the smallest territory that holds the place. */
function bodyOf({ body }: MeetingRule, grid: string, on: CivilDate, facts: Facts): Omit<EntitledList, 'observers'> {
  if ('grid' in body) return { unit: grid, eligible: once(facts(staffOf(grid))) };
  const unit = facts(unitsOver(body.kind, grid))[0];
  if (unit === undefined) return { unit: undefined, eligible: [] };
  const members = facts(membersOf(unit.id, on));
  return { unit: unit.id, eligible: once(members.filter(({ post }) => body.posts.includes(post))) };
}

/** Observers come from every unit of their kind over the place: the account seats the secretaries of all branches. */
const sittingIn = ({ kind, posts }: PostsOfKind, grid: string, on: CivilDate, facts: Facts): readonly Attendee[] =>
  facts(unitsOver(kind, grid))
    .flatMap(({ id }) => facts(membersOf(id, on)))
    .filter(({ post }) => posts.includes(post));

/** The list of those entitled to a tier's meeting, as of a date. Who has a vote does not also sit in. */
export function entitledTo(rule: MeetingRule, grid: string, on: CivilDate, facts: Facts): EntitledList {
  const { unit, eligible } = bodyOf(rule, grid, on, facts);
  const observers = rule.observers === undefined ? [] : sittingIn(rule.observers, grid, on, facts);
  return { unit, eligible, observers: once(observers, eligible) };
}
