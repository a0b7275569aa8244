import * as z from 'zod/mini';
import { contentRef } from '../../kernel/contents.ts';
import { unreachable } from '../../kernel/decider.ts';
import type { Message, Recorded } from '../../kernel/envelope.ts';
import { modelKey, personId, streamKey, territoryCode, unitId, type StreamId } from '../../kernel/ids.ts';
import { civilDate } from '../../kernel/time.ts';

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
  readonly reported: readonly { readonly side: string; readonly month: string }[];
}

export const linkageStream = (compound: string): StreamId => `linkage/${compound}`;

/** Folds what happened into who stands for a compound. */
export function evolveLinkage(state: LinkageState | undefined, event: Recorded<LinkageEvent>): LinkageState {
  const before = state ?? { compound: territoryCode.parse(streamKey(event.stream)), patrons: [], reported: [] };
  const { side, unit, person } = event.data;
  const others = before.patrons.filter((one) => one.side !== side);
  switch (event.type) {
    case 'ChargeTaken':
      return { ...before, patrons: [...others, { side, unit, person, since: event.data.on }] };
    case 'ChargeLeft':
      return { ...before, patrons: others };
    case 'MonthReported':
      return { ...before, reported: [...before.reported, { side, month: event.data.month }] };
    default:
      return unreachable(event);
  }
}
