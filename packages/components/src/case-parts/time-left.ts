import { workingBetween, type Calendar, type GovernanceModel } from '@keting/domain';

/** The state of a deadline, to be told by a word and a shape beside its colour. */
export type Light = 'none' | 'soon' | 'late';

/** Where no calendar is given, weekdays stand in for working days. */
export const weekdays: Calendar = { day: () => 'unpublished' };

/** How a deadline stands: its light, and the working milliseconds that are left, or that have passed since. */
export interface TimeLeft {
  readonly light: Light;
  readonly working: number;
}

interface Limited {
  /** When it is due; undefined without a deadline. */
  readonly due?: number | undefined;
  /** From when on it is due soon. */
  readonly warnAt?: number | undefined;
  /** What the record says already; a light never goes back. */
  readonly light?: Light | undefined;
}

/** The year 3000 and later stand for no deadline. */
const noDeadline = 32_503_680_000_000;

/** How a deadline stands at an instant. Undefined where there is none. */
export function timeLeft(
  { due, warnAt, light }: Limited,
  now: number,
  { workingTime }: Pick<GovernanceModel, 'workingTime'>,
  calendar: Calendar = weekdays,
): TimeLeft | undefined {
  if (due === undefined || due >= noDeadline) return undefined;
  if (now >= due) return { light: 'late', working: workingBetween(due, now, workingTime, calendar) };
  const soon = light === 'soon' || (warnAt !== undefined && now >= warnAt);
  return { light: soon ? 'soon' : 'none', working: workingBetween(now, due, workingTime, calendar) };
}
