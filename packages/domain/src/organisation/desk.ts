import type { Decision, Setting } from '../kernel/decider.ts';
import type { Facts } from '../kernel/facts.ts';
import type { UnitId } from '../kernel/ids.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { civilDateOf, type CivilDate } from '../kernel/time.ts';
import type { Kind } from '../governance-model/model.ts';
import { refuse } from './refusals.ts';
import { unitStream, type OrganisationEvent } from './unit.ts';

/** What is decided of a unit. */
export type Decided = Decision<OrganisationEvent>;

/** Everything that a decision has before it. */
export interface Desk {
  readonly facts: Facts;
  readonly setting: Setting;
}

export const todayOf = ({ setting }: Desk): CivilDate => civilDateOf(setting.at, setting.model.workingTime);

export const kindOf = ({ setting }: Desk, id: string): Kind | undefined =>
  setting.model.kinds.find((kind) => kind.id === id);

/** A day that has come. What is to be is not written down as if it were. */
export const ahead = (on: CivilDate, desk: Desk): Refusal | undefined =>
  on > todayOf(desk) ? refuse('date-ahead', { params: { on, today: todayOf(desk) } }) : undefined;

export const beforeLast = (on: CivilDate, last: CivilDate): Refusal | undefined =>
  on < last ? refuse('date-before-last-change', { params: { on, last } }) : undefined;

/** An event that another unit learns of in the same commit. */
export interface Elsewhere {
  readonly stream: `unit/${string}`;
  readonly event: OrganisationEvent;
}

/** The superior learns of it in the same commit: its version guards what others were told of those below it. */
export const placed = (parent: UnitId, unit: UnitId, kind: string, on: CivilDate): Elsewhere => ({
  stream: unitStream(parent),
  event: { type: 'SubordinatePlaced', data: { unit, kind, on } },
});
export const left = (parent: UnitId, unit: UnitId, kind: string, on: CivilDate): Elsewhere => ({
  stream: unitStream(parent),
  event: { type: 'SubordinateLeft', data: { unit, kind, on } },
});
