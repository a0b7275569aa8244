import * as z from 'zod/mini';
import type { Sealed } from '../../kernel/contents.ts';
import type { CommandSpec } from '../../kernel/decider.ts';
import type { Message } from '../../kernel/envelope.ts';
import { unitOf } from '../../kernel/facts.ts';
import { modelKey, unitId } from '../../kernel/ids.ts';
import { civilDate, instant } from '../../kernel/time.ts';
import { bookingId, resourceId } from '../ids.ts';
import { title, words } from '../parts.ts';
import { openingHours } from './opening.ts';
import { resourceStream, type ResourceState } from './resource.ts';

const of = { resource: resourceId };
/** A moment at a full minute. */
const fullMinute = instant.check(z.multipleOf(60_000));

const openResource = z.strictObject({ ...of, unit: unitId, kind: modelKey, name: title, hours: openingHours });
/** Refused while bookings to come lie outside the new hours. */
const changeHours = z.strictObject({ ...of, hours: openingHours });
const closeDay = z.strictObject({ ...of, date: civilDate, reason: words });
const reopenDay = z.strictObject({ ...of, date: civilDate });
/** For a unit, or for whoever asks; within the open hours of one day, without a pause, to the minute. */
const bookResource = z.strictObject({
  ...of,
  booking: bookingId,
  from: fullMinute,
  to: fullMinute,
  for: z.optional(unitId),
  purpose: words,
});
const cancelBooking = z.strictObject({ ...of, booking: bookingId, reason: z.optional(words) });
const withdrawResource = z.strictObject({ ...of, reason: words });

export type OpenResourceData = Sealed<z.infer<typeof openResource>, 'name'>;
export type ChangeHoursData = z.infer<typeof changeHours>;
export type CloseDayData = Sealed<z.infer<typeof closeDay>, 'reason'>;
export type ReopenDayData = z.infer<typeof reopenDay>;
export type BookResourceData = Sealed<z.infer<typeof bookResource>, 'purpose'>;
export type CancelBookingData = Sealed<z.infer<typeof cancelBooking>, 'reason'>;
export type WithdrawResourceData = Sealed<z.infer<typeof withdrawResource>, 'reason'>;

/** What may be asked of a resource that was opened. */
export type ResourceStep =
  | Message<'ChangeHours', ChangeHoursData>
  | Message<'CloseDay', CloseDayData>
  | Message<'ReopenDay', ReopenDayData>
  | Message<'BookResource', BookResourceData>
  | Message<'CancelBooking', CancelBookingData>
  | Message<'WithdrawResource', WithdrawResourceData>;
/** What may be asked of resources. */
export type ResourceCommand = Message<'OpenResource', OpenResourceData> | ResourceStep;

const stream = (data: { readonly resource: string }) => resourceStream(data.resource);

const open: CommandSpec<OpenResourceData> = {
  schema: () => openResource,
  stream,
  begins: true,
  seals: ['name'],
  about: ({ unit }, _state, facts) => ({ territory: facts(unitOf(unit))?.territories ?? [], unit }),
};

/** A booking belongs to whoever made it. */
const cancel: CommandSpec<CancelBookingData, ResourceState> = {
  schema: () => cancelBooking,
  stream,
  seals: ['reason'],
  about: ({ booking }, state) => ({
    territory: state?.territory,
    unit: state?.unit,
    owner: state?.stage === 'open' ? state.bookings.find((one) => one.booking === booking)?.owner : undefined,
  }),
};

/** Every command on a resource: what it may say, its stream, its texts. */
export const resourceCommandSpecs = {
  OpenResource: open,
  ChangeHours: { schema: () => changeHours, stream },
  CloseDay: { schema: () => closeDay, stream, seals: ['reason'] },
  ReopenDay: { schema: () => reopenDay, stream },
  BookResource: { schema: () => bookResource, stream, seals: ['purpose'] },
  CancelBooking: cancel,
  WithdrawResource: { schema: () => withdrawResource, stream, seals: ['reason'] },
} as const;
