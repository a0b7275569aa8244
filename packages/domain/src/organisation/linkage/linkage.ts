import * as z from 'zod/mini';
import { contentRef } from '../../kernel/contents.ts';
import { unreachable } from '../../kernel/decider.ts';
import type { Message, Recorded } from '../../kernel/envelope.ts';
import { modelKey, personId, streamKey, territoryCode, unitId, type StreamId } from '../../kernel/ids.ts';
import { civilDate } from '../../kernel/time.ts';
import { hasDays, overlap, type Period } from '../period.ts';
import { monthsAfter } from '../training/months.ts';

/** A month of the calendar, `YYYY-MM`. */
export const month = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/));

/** Somebody of a unit stands for a compound on one of its sides. */
const patron = z.strictObject({ side: modelKey, unit: unitId, person: personId });
export type Patron = z.infer<typeof patron>;

export const chargeTaken = z.strictObject({ ...patron.shape, on: civilDate });
export const chargeLeft = z.strictObject({ ...patron.shape, on: civilDate });
export const monthReported = z.strictObject({ ...patron.shape, month, text: contentRef, on: civilDate });

export const linkageEventSchemas = {
  ChargeTaken: chargeTaken,
  ChargeLeft: chargeLeft,
  MonthReported: monthReported,
} as const;
type Events = typeof linkageEventSchemas;
/** What can happen to who stands for a compound. */
export type LinkageEvent = { [T in keyof Events]: Message<T, z.infer<Events[T]>> }[keyof Events];

/** Who stands for a compound, side by side, and for which months each side has reported. */
export interface LinkageState {
  readonly compound: string;
  readonly patrons: readonly (Patron & { readonly since: string })[];
  /** When somebody stood for a side; without `until` somebody does now. States from before it was kept have none. */
  readonly stood?: readonly (Period & { readonly side: string })[];
  readonly reported: readonly { readonly side: string; readonly month: string }[];
}

export const linkageStream = (compound: string): StreamId => `linkage/${compound}`;

/** Who stands for a side now, or undefined. */
export function patronIn(state: LinkageState | undefined, side: string): Patron | undefined {
  const found = state?.patrons.find((one) => one.side === side);
  return found && { side, unit: found.unit, person: found.person };
}

/** Whether a period has a day in a month. */
export const inMonth = (period: Period, of: string): boolean =>
  hasDays(period) && overlap(period, { from: `${of}-01`, until: monthsAfter(`${of}-01`, 1) });

/** When somebody stood for each side; as far as is known, since those who stand for it now took it up. */
const stoodIn = ({ patrons, stood }: LinkageState): readonly (Period & { readonly side: string })[] =>
  stood ?? patrons.map(({ side, since }) => ({ side, from: since }));

/** Whether somebody stood for a side on a day of a month. */
export const stoodFor = (state: LinkageState, side: string, of: string): boolean =>
  stoodIn(state).some((one) => one.side === side && inMonth(one, of));

/** Folds what happened into who stands for a compound. */
export function evolveLinkage(state: LinkageState | undefined, event: Recorded<LinkageEvent>): LinkageState {
  const before = state ?? { compound: territoryCode.parse(streamKey(event.stream)), patrons: [], reported: [] };
  const { side, unit, person, on } = event.data;
  const others = before.patrons.filter((one) => one.side !== side);
  switch (event.type) {
    case 'ChargeTaken':
      return {
        ...before,
        patrons: [...others, { side, unit, person, since: on }],
        stood: [...stoodIn(before), { side, from: on }],
      };
    case 'ChargeLeft':
      return {
        ...before,
        patrons: others,
        stood: stoodIn(before).map((one) =>
          one.side === side && one.until === undefined ? { ...one, until: on } : one,
        ),
      };
    case 'MonthReported':
      return { ...before, reported: [...before.reported, { side, month: event.data.month }] };
    default:
      return unreachable(event);
  }
}
