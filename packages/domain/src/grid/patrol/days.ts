import type { Setting } from '../../kernel/decider.ts';
import { civilDateOf, startOfDay, type CivilDate, type Instant } from '../../kernel/time.ts';
import type { PatrolRules } from '../../governance-model/grid-work-rules.ts';
import type { RoundDay } from './patrol.ts';

const dayLength = 86_400_000;
/** No run of days off is longer. */
const horizon = 60;

const dayAfter = (date: CivilDate): CivilDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) + dayLength).toISOString().slice(0, 10);

/** The civil date on which something is asked, where it is asked. */
export const todayOf = ({ at, model }: Setting): CivilDate => civilDateOf(at, model.workingTime);

/** When a day ends: the first moment of the next. */
export const endOf = (date: CivilDate, { model }: Setting): Instant => startOfDay(dayAfter(date), model.workingTime);

/** A day of a year whose notice is not in yet goes by the weekday. */
function isWorking(date: CivilDate, { calendar }: Setting): boolean {
  const kind = calendar.day(date);
  if (kind !== 'unpublished') return kind === 'working';
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** The first day from `from` on, itself included, on which rounds are due. */
export function roundDayFrom(from: CivilDate, { days, rounds }: PatrolRules, setting: Setting): RoundDay {
  let day = from;
  for (let ahead = 0; days === 'working-days' && ahead < horizon && !isWorking(day, setting); ahead += 1) {
    day = dayAfter(day);
  }
  return { day, needed: rounds, until: endOf(day, setting) };
}

/** The first day after one on which rounds are due. */
export const roundDayAfter = (day: CivilDate, rules: PatrolRules, setting: Setting): RoundDay =>
  roundDayFrom(dayAfter(day), rules, setting);
