import * as z from 'zod/mini';
import { unreachable } from '../../kernel/decider.ts';
import type { Message, Recorded } from '../../kernel/envelope.ts';
import { personId, streamKey, streamKind, unitId, type StreamId, type UnitId } from '../../kernel/ids.ts';
import { civilDate } from '../../kernel/time.ts';

/** Where somebody has reported: the community, by its unit, and where that lies. */
const reported = z.strictObject({ community: unitId, territory: z.string(), since: civilDate });
export type Reported = z.infer<typeof reported>;

/** A member, or a unit itself, was listed as due to report. Whose they are: the unit they serve in, or the unit itself. */
export const checkInListed = z.strictObject({ unit: unitId, reported: z.optional(reported) });
/** They are not due to report any more: they serve elsewhere, or the unit is no more. */
export const checkInDelisted = z.strictObject({ unit: unitId, reported: z.optional(reported) });
/** They reported to a community; where they had reported to another, that ended with it. */
export const checkedIn = z.strictObject({
  ...reported.shape,
  unit: z.optional(unitId),
  left: z.optional(reported),
});
/** They are with no community any more. */
export const checkInEnded = z.strictObject({ left: reported, unit: z.optional(unitId), on: civilDate });

/** The data of every event of a check-in, by the event's type. */
export const checkInEventSchemas = {
  CheckInListed: checkInListed,
  CheckInDelisted: checkInDelisted,
  CheckedIn: checkedIn,
  CheckInEnded: checkInEnded,
} as const;

type Schemas = typeof checkInEventSchemas;
/** What can happen to a person's, or a unit's, check-in. */
export type CheckInEvent = { [T in keyof Schemas]: Message<T, z.infer<Schemas[T]>> }[keyof Schemas];

/** Who reports: a serving member, or a unit. */
export type CheckInKind = 'person' | 'unit';

interface Known {
  readonly id: string;
  readonly kind: CheckInKind;
  /** The unit that they serve in, or the unit itself; undefined where nobody listed them. */
  readonly unit?: UnitId | undefined;
}

/** A check-in: with one community, or with none. Two at a time cannot be. */
export type CheckInState =
  (Known & { readonly stage: 'away' }) | (Known & { readonly stage: 'reported'; readonly reported: Reported });

/** The stream of a person's check-in, by the person's id. */
export const checkInStream = (person: string): StreamId => `check-in/${person}`;
/** The stream of a unit's check-in, by the unit's id. */
export const unitCheckInStream = (unit: string): StreamId => `unit-check-in/${unit}`;

/** Whose check-in a stream is. */
export const kindOf = (stream: StreamId): CheckInKind => (streamKind(stream) === 'check-in' ? 'person' : 'unit');

/** The person whose check-in it is; undefined of a unit's. */
export const personOf = ({ kind, id }: Known): string | undefined =>
  kind === 'person' ? personId.parse(id) : undefined;

const begun = (stream: StreamId): CheckInState => ({ stage: 'away', id: streamKey(stream), kind: kindOf(stream) });

/** Folds what happened into a check-in. */
export function evolveCheckIn(state: CheckInState | undefined, event: Recorded<CheckInEvent>): CheckInState {
  const before = state ?? begun(event.stream);
  const { id, kind, unit } = before;
  switch (event.type) {
    case 'CheckInListed':
      return { ...before, unit: event.data.unit };
    case 'CheckInDelisted':
      return { ...before, unit: undefined };
    case 'CheckedIn': {
      const { community, territory, since } = event.data;
      return { stage: 'reported', id, kind, unit, reported: { community, territory, since } };
    }
    case 'CheckInEnded':
      return { stage: 'away', id, kind, unit };
    default:
      return unreachable(event);
  }
}

/** Where they have reported; undefined where they are with no community. */
export const reportedOf = (state: CheckInState | undefined): Reported | undefined =>
  state?.stage === 'reported' ? state.reported : undefined;
