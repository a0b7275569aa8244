import type { GovernanceModel } from '../governance-model/model.ts';
import type { RotaRule } from '../governance-model/admission-rules.ts';
import { startOfDay, type Calendar, type CivilDate, type Instant } from '../kernel/time.ts';
import { covers, type Period } from './period.ts';

const dayLength = 86_400_000;
const dayOf = (date: CivilDate): number => Date.parse(`${date}T00:00:00Z`) / dayLength;
const dateOf = (day: number): CivilDate => new Date(day * dayLength).toISOString().slice(0, 10);

/** Who holds a post of a unit, in which term; on every day where no term is said. */
export interface RotaHolder extends Partial<Period> {
  readonly person: string;
  readonly post: string;
}

/** The unit whose calendar it is, and who holds which of its posts, in the order in which they take turns. */
export interface RotaUnit {
  readonly id: string;
  readonly kind: string;
  readonly holders: readonly RotaHolder[];
}

/** One entry of a unit's calendar. */
export interface RotaEntry {
  /** Id of the model's rule. */
  readonly rule: string;
  readonly unit: string;
  /** First day of the period whose entry it is: what stays the same when the entry moves. */
  readonly period: CivilDate;
  readonly date: CivilDate;
  readonly from: Instant;
  readonly to: Instant;
  /** Whose turn it is; undefined where everyone comes, or where nobody holds a post that takes turns. */
  readonly person?: string | undefined;
  /** The day on which it would have been, where that is a day off. */
  readonly movedFrom?: CivilDate | undefined;
  /** The year's notice of public holidays is not in yet: the day was taken by its weekday and may still move. */
  readonly provisional: boolean;
}

/** First days of the periods of a year, and the first day after the last. A week belongs to the year that its Monday lies in. */
function bounds(every: RotaRule['every'], year: number): readonly number[] {
  const months = { month: 1, quarter: 3, year: 12 };
  const first = dayOf(`${year}-01-01`);
  const end = dayOf(`${year + 1}-01-01`);
  if (every === 'week') {
    // 1 January 1970 was a Thursday; four days on begins a week.
    const monday = first + ((4 - (first % 7) + 7) % 7);
    return Array.from({ length: Math.ceil((end - monday) / 7) + 1 }, (_, i) => monday + i * 7);
  }
  const length = months[every];
  return Array.from({ length: 12 / length + 1 }, (_, i) =>
    i * length === 12 ? end : dayOf(`${year}-${String(i * length + 1).padStart(2, '0')}-01`),
  );
}

interface Chosen {
  readonly day: number;
  readonly asked: number;
  readonly provisional: boolean;
}

/** Whether a day is worked on; by its weekday where the calendar does not know yet. */
function worked(day: number, calendar: Calendar): { readonly works: boolean; readonly known: boolean } {
  const kind = calendar.day(dateOf(day));
  if (kind !== 'unpublished') return { works: kind === 'working', known: true };
  return { works: ![0, 6].includes(new Date(day * dayLength).getUTCDay()), known: false };
}

/** The day asked for, else the next working day of the period, else the last before; none where all of it is off. */
function workingDay(rule: RotaRule, first: number, end: number, calendar: Calendar): Chosen | undefined {
  const asked = Math.min(first + rule.day - 1, end - 1);
  const later = Array.from({ length: end - asked }, (_, i) => asked + i);
  const earlier = Array.from({ length: asked - first }, (_, i) => asked - 1 - i);
  let provisional = false;
  for (const day of [...later, ...earlier]) {
    const { works, known } = worked(day, calendar);
    provisional ||= !known;
    if (works) return { day, asked, provisional };
  }
  return undefined;
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

interface Asked {
  readonly unit: RotaUnit;
  /** The calendar year, as 2026. */
  readonly year: number;
  readonly calendar: Calendar;
}

/** Who takes turns on a day: those whose term holds on it. */
const takingTurns = ({ turns }: RotaRule, { holders }: RotaUnit, on: CivilDate): readonly string[] =>
  holders
    .filter(({ post, from = on, until }) => turns?.includes(post) === true && covers({ from, until }, on))
    .map(({ person }) => person);

function entriesOf(rule: RotaRule, { workingTime }: GovernanceModel, { unit, year, calendar }: Asked): RotaEntry[] {
  const marks = bounds(rule.every, year);
  return marks.slice(0, -1).flatMap((first, i) => {
    const chosen = workingDay(rule, first, marks[i + 1] ?? first, calendar);
    if (chosen === undefined) return [];
    const { day, asked, provisional } = chosen;
    const from = startOfDay(dateOf(day), workingTime) + minutesOf(rule.at) * 60_000;
    const people = takingTurns(rule, unit, dateOf(day));
    const person = people[i % Math.max(1, people.length)];
    return [
      {
        rule: rule.id,
        unit: unit.id,
        period: dateOf(first),
        date: dateOf(day),
        from,
        to: from + rule.minutes * 60_000,
        provisional,
        ...(person === undefined ? {} : { person }),
        ...(day === asked ? {} : { movedFrom: dateOf(asked) }),
      },
    ];
  });
}

/**
 * The calendar of a unit for a year (周轮值、月例会、季活动、年述职): each rule of the model for its kind once in each of its
 * periods, by time. What falls on a day off is moved to the next working day of its period, else to the last before; a period
 * without a working day is left out. Turns go round among those who hold their posts on the day,
 * in their order. Empty where the model has no rota.
 */
export const rotaOf = (model: GovernanceModel, asked: Asked): readonly RotaEntry[] =>
  (model.rota ?? [])
    .filter(({ kinds }) => kinds.includes(asked.unit.kind))
    .flatMap((rule) => entriesOf(rule, model, asked))
    .sort((one, other) => one.from - other.from || (one.rule < other.rule ? -1 : 1));
