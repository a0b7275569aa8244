import { workingBetween, type Calendar, type GovernanceModel } from '@keting/domain';

/** The state of a deadline, to be told by a word and a shape beside its colour. */
export type Light = 'none' | 'soon' | 'late';

/** Where no calendar is given, weekdays stand in for working days. */
export const weekdays: Calendar = { day: () => 'unpublished' };

/** A deadline and what the record says of it already; a light never goes back. */
export interface Limited {
  /** When it is due; unset without a deadline. */
  readonly due?: number | undefined;
  /** From when on that is soon. */
  readonly warnAt?: number | undefined;
  readonly light?: Light | undefined;
  /** The grade and the stage that the deadline is of: they tell whether it runs in working time or by the clock. */
  readonly grade?: string | undefined;
  readonly stage?: string | undefined;
}

/** How a deadline stands at an instant. */
export function lightOf({ due, warnAt, light }: Limited, now: number): Light {
  if (due === undefined) return 'none';
  if (light === 'late' || now >= due) return 'late';
  return light === 'soon' || (warnAt !== undefined && now >= warnAt) ? 'soon' : 'none';
}

/** Whether a deadline runs day and night: its grade gives the stage hours, not working hours or days. */
export function runsByClock({ grade, stage }: Limited, { cases }: Pick<GovernanceModel, 'cases'>): boolean {
  const allow = cases.grades.find(({ id }) => id === grade)?.allow;
  const length = Object.entries(allow ?? {}).find(([of]) => of === stage)?.[1];
  return length !== undefined && 'hours' in length;
}

/** Working milliseconds that are left, or that have passed since; undefined without a deadline. */
export function workingLeft(
  { due }: Limited,
  now: number,
  { workingTime }: Pick<GovernanceModel, 'workingTime'>,
  calendar: Calendar = weekdays,
): number | undefined {
  if (due === undefined) return undefined;
  return workingBetween(Math.min(due, now), Math.max(due, now), workingTime, calendar);
}
