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
}

/** How a deadline stands at an instant. */
export function lightOf({ due, warnAt, light }: Limited, now: number): Light {
  if (due === undefined) return 'none';
  if (light === 'late' || now >= due) return 'late';
  return light === 'soon' || (warnAt !== undefined && now >= warnAt) ? 'soon' : 'none';
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
