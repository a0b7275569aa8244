import * as z from 'zod/mini';
import type { EarningOccasion } from '../governance-model/point-rules.ts';
import type { Process } from '../kernel/decider.ts';
import type { Recorded } from '../kernel/envelope.ts';
import { personId, unitId, type PersonId, type UnitId } from '../kernel/ids.ts';
import { civilDate, civilDateOf, type CivilDate, type WorkingTime } from '../kernel/time.ts';

/** Who did what counts, on which day, for which unit, and for how long where that is told. */
interface Deed {
  readonly occasion: EarningOccasion;
  readonly person: PersonId;
  readonly on: CivilDate;
  readonly minutes?: number;
  readonly unit: UnitId;
}

const hours = z.object({ person: personId, minutes: z.int(), day: civilDate, unit: unitId });
const wish = z.object({ claimer: personId, unit: unitId });

/** How each event that earns tells of its deed. What tells of none earns nothing. */
const deeds: Readonly<Record<string, (event: Recorded, time: WorkingTime) => Deed | undefined>> = {
  HoursCredited({ data }) {
    const told = hours.safeParse(data);
    if (!told.success) return undefined;
    const { person, minutes, day, unit } = told.data;
    return { occasion: 'activity-hours', person, minutes, on: day, unit };
  },
  WishConfirmed({ data, at }, time) {
    const told = wish.safeParse(data);
    if (!told.success) return undefined;
    const { claimer, unit } = told.data;
    return { occasion: 'wish-fulfilled', person: claimer, on: civilDateOf(at, time), unit };
  },
};

/** The evidence of a deed: the event that tells of it, by its stream and its place there. */
const evidenceOf = ({ stream, version }: Recorded): string => `${stream}/${version}`;

/**
 * Between what volunteers do and their points: hours of an activity and a confirmed wish are credited by each rule of the model
 * that they are an occasion for, once, under the unit whose activity or wish it was.
 */
export const award: Process = {
  name: 'award',
  on: Object.keys(deeds),
  react(event, _facts, { points, workingTime }) {
    const deed = deeds[event.type]?.(event, workingTime);
    if (deed === undefined) return [];
    const { occasion, ...of } = deed;
    return (points?.rules ?? [])
      .filter((rule) => rule.occasion === occasion)
      .map(({ id }) => ({ type: 'AwardPoints', data: { ...of, rule: id, evidence: evidenceOf(event) } }));
  },
};
