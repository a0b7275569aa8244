import * as z from 'zod/mini';
import { contentRef } from '../kernel/contents.ts';
import type { Envelope, Message, Recorded } from '../kernel/envelope.ts';
import { ballotId, sittingId, streamKey, unitId, type UnitId } from '../kernel/ids.ts';
import { civilDate, instant, type CivilDate, type Instant } from '../kernel/time.ts';

/** A sitting resolved something by ballot: who carries it out, and by the end of which day. */
export const resolutionAdopted = z.strictObject({
  sitting: sittingId,
  item: z.int().check(z.minimum(1)),
  ballot: ballotId,
  text: contentRef,
  /** The units whose body resolved it, and the codes that it stands over. */
  units: z.array(z.string()),
  territories: z.array(z.string()),
  owner: unitId,
  due: civilDate,
  /** The end of that day in the district. */
  dueAt: instant,
});
/** How far it is. */
export const resolutionReported = z.strictObject({ report: contentRef });
/** It was carried out; `late`: after its day. */
export const resolutionCompleted = z.strictObject({ report: contentRef, late: z.boolean() });
/** Its day passed, and it was not carried out. */
export const resolutionOverdue = z.strictObject({ due: civilDate });

/** The data of every event of a resolution, by the event's type. */
export const resolutionEventSchemas = {
  ResolutionAdopted: resolutionAdopted,
  ResolutionReported: resolutionReported,
  ResolutionCompleted: resolutionCompleted,
  ResolutionOverdue: resolutionOverdue,
} as const;

type Schemas = typeof resolutionEventSchemas;
/** What can happen to a resolution. */
export type ResolutionEvent = { [T in keyof Schemas]: Message<T, z.infer<Schemas[T]>> }[keyof Schemas];

/** A resolution: to be carried out, overdue, or carried out. */
export interface ResolutionState {
  readonly stage: 'adopted' | 'overdue' | 'completed';
  readonly id: string;
  readonly units: readonly string[];
  readonly territories: readonly string[];
  readonly owner: UnitId;
  readonly due: CivilDate;
  readonly dueAt: Instant;
}

/** The stream of a resolution, by the resolution's id. */
export const resolutionStream = (id: string): `resolution/${string}` => `resolution/${id}`;

const begin = ({ stream }: Envelope, data: z.infer<typeof resolutionAdopted>): ResolutionState => ({
  stage: 'adopted',
  id: streamKey(stream),
  units: data.units,
  territories: data.territories,
  owner: data.owner,
  due: data.due,
  dueAt: data.dueAt,
});

/** Folds what happened into the state of a resolution. */
export function evolveResolution(
  state: ResolutionState | undefined,
  event: Recorded<ResolutionEvent>,
): ResolutionState {
  if (event.type === 'ResolutionAdopted') return begin(event, event.data);
  if (state === undefined) throw new Error(`${event.stream} begins with ${event.type}`);
  if (event.type === 'ResolutionCompleted') return { ...state, stage: 'completed' };
  return event.type === 'ResolutionOverdue' ? { ...state, stage: 'overdue' } : state;
}
