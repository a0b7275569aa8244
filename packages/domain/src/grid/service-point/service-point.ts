import * as z from 'zod/mini';
import type { Message, Recorded } from '../../kernel/envelope.ts';
import { modelKey, streamKey, unitId, type StreamId } from '../../kernel/ids.ts';
import { position } from '../../kernel/place.ts';
import { civilDate } from '../../kernel/time.ts';

/** Name of a service point, 1 to 60 characters. It is on a public sign, so it is not kept apart. */
export const pointName = z.string().check(z.trim(), z.minLength(1), z.maxLength(60));

/** Where a point is: its grid, and its position in WGS-84. */
const at = { grid: z.string(), position };

/** A service point was opened, by a unit where one answers for it. */
export const servicePointOpened = z.strictObject({
  kind: modelKey,
  name: pointName,
  ...at,
  unit: z.optional(unitId),
  on: civilDate,
});
/** A service point moved. */
export const servicePointMoved = z.strictObject({ ...at, from: z.string(), on: civilDate });
/** A service point was closed. */
export const servicePointClosed = z.strictObject({ grid: z.string(), on: civilDate });

/** The data of every event of a service point, by the event's type. */
export const servicePointEventSchemas = {
  ServicePointOpened: servicePointOpened,
  ServicePointMoved: servicePointMoved,
  ServicePointClosed: servicePointClosed,
} as const;

type Schemas = typeof servicePointEventSchemas;
/** What can happen to a service point. */
export type ServicePointEvent = { [T in keyof Schemas]: Message<T, z.infer<Schemas[T]>> }[keyof Schemas];

/** A service point: open in a grid, or closed. */
export interface ServicePointState {
  readonly stage: 'open' | 'closed';
  readonly id: string;
  readonly grid: string;
  readonly unit?: string | undefined;
}

export const servicePointStream = (point: string): StreamId => `service-point/${point}`;

/** Folds what happened to a service point. */
export function evolveServicePoint(
  state: ServicePointState | undefined,
  { type, stream, data }: Recorded<ServicePointEvent>,
): ServicePointState {
  const unit = 'unit' in data ? data.unit : state?.unit;
  return { stage: type === 'ServicePointClosed' ? 'closed' : 'open', id: streamKey(stream), grid: data.grid, unit };
}
