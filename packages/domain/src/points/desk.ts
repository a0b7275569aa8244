import type { PointRules } from '../governance-model/point-rules.ts';
import type { Decision, Setting } from '../kernel/decider.ts';
import type { Facts } from '../kernel/facts.ts';
import { civilDateOf, startOfDay, type CivilDate, type Instant } from '../kernel/time.ts';
import { daysAfter } from './dates.ts';
import type { PointEvent } from './points.ts';

export type Decided = Decision<PointEvent>;

/** Everything that a decision has before it: the place's rules of points among it. */
export interface Desk {
  readonly facts: Facts;
  readonly setting: Setting;
  readonly rules: PointRules;
}

/** The civil day of a decision. */
export const todayOf = ({ setting }: Desk): CivilDate => civilDateOf(setting.at, setting.model.workingTime);

/** The end of a civil day: the first moment of the next. */
export const endOf = (day: CivilDate, { setting }: Desk): Instant =>
  startOfDay(daysAfter(day, 1), setting.model.workingTime);

/** Whether the one who asks is that person. */
export const isAskedBy = (person: string, { setting: { actor } }: Desk): boolean =>
  actor.kind === 'person' && actor.person === person;
