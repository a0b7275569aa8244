import * as z from 'zod/mini';
import type { PointRule, PointRules } from '../governance-model/point-rules.ts';
import type { CivilDate } from '../kernel/time.ts';

/** What an award was cut to: the rule's own cap, or that over all rules, for the day or the year of the deed. */
export const cap = z.enum(['rule-day', 'rule-year', 'day', 'year']);
export type Cap = z.infer<typeof cap>;

/** What a rule has credited a person in one day (`2026-03-02`) or one year (`2026`). */
export interface Earned {
  readonly rule: string;
  readonly in: string;
  readonly points: number;
}

const yearOf = (on: CivilDate): string => on.slice(0, 4);

const creditedIn = (all: readonly Earned[], period: string, rule?: string): number =>
  all
    .filter((one) => one.in === period && (rule === undefined || one.rule === rule))
    .reduce((sum, { points }) => sum + points, 0);

/** What a deed earns by a rule, in whole points; undefined where the rule counts minutes and none are told. */
export function earnedBy({ earns }: PointRule, minutes: number | undefined): number | undefined {
  if ('each' in earns) return earns.each;
  return minutes === undefined ? undefined : Math.floor((minutes * earns.perHour) / 60);
}

/** An award as the caps leave it. */
export interface Capped {
  readonly points: number;
  /** The cap that it was cut to; undefined where it is whole. */
  readonly cut?: Cap | undefined;
}

/** Cuts an award to what the caps of its day and year still leave; 0 where they leave nothing. */
export function cutToCaps(
  full: number,
  { rule, on }: { readonly rule: PointRule; readonly on: CivilDate },
  rules: PointRules,
  all: readonly Earned[],
): Capped {
  const year = yearOf(on);
  const caps: readonly (readonly [Cap, number | undefined, number])[] = [
    ['rule-day', rule.perDay, creditedIn(all, on, rule.id)],
    ['rule-year', rule.perYear, creditedIn(all, year, rule.id)],
    ['day', rules.perDay, creditedIn(all, on)],
    ['year', rules.perYear, creditedIn(all, year)],
  ];
  return caps.reduce<Capped>(
    (award, [name, most, used]) => {
      const room = Math.max(0, (most ?? Number.POSITIVE_INFINITY) - used);
      return room < award.points ? { points: room, cut: name } : award;
    },
    { points: full },
  );
}

function add(all: readonly Earned[], more: Earned): readonly Earned[] {
  const same = (one: Earned): boolean => one.rule === more.rule && one.in === more.in;
  const points = (all.find(same)?.points ?? 0) + more.points;
  const others = all.filter((one) => !same(one));
  return points > 0 ? [...others, { ...more, points }] : others;
}

/** Counts points of a deed under its day and its year; below 0 where they are taken back. */
export const countEarned = (all: readonly Earned[], rule: string, on: CivilDate, points: number): readonly Earned[] =>
  [on, yearOf(on)].reduce((counted, period) => add(counted, { rule, in: period, points }), all);

/** Lets go of days and years that no deed can be credited to any more: those before a day. */
export const forgetBefore = (all: readonly Earned[], day: CivilDate): readonly Earned[] =>
  all.filter((one) => one.in >= day.slice(0, one.in.length));
