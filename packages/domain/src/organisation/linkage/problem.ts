import * as z from 'zod/mini';
import { contentRef } from '../../kernel/contents.ts';
import { unreachable } from '../../kernel/decider.ts';
import type { Message, Recorded } from '../../kernel/envelope.ts';
import { modelKey, personId, streamKey, territoryCode, unitId, type StreamId } from '../../kernel/ids.ts';
import { civilDate } from '../../kernel/time.ts';

const entry = { compound: territoryCode, on: civilDate };

/** One side put a problem of the compound on the list. */
export const problemRaised = z.strictObject({ ...entry, side: modelKey, text: contentRef });
/** Who stands for a side took it on, until a day. */
export const problemTaken = z.strictObject({
  ...entry,
  side: modelKey,
  unit: unitId,
  person: personId,
  until: civilDate,
});
export const problemFinished = z.strictObject({ ...entry, result: contentRef });

export const problemEventSchemas = {
  ProblemRaised: problemRaised,
  ProblemTaken: problemTaken,
  ProblemFinished: problemFinished,
} as const;
type Events = typeof problemEventSchemas;
/** What can happen to a problem on the list of a compound. */
export type ProblemEvent = { [T in keyof Events]: Message<T, z.infer<Events[T]>> }[keyof Events];

/** A problem: raised, taken by a side, done. */
export interface ProblemState {
  readonly id: string;
  readonly compound: string;
  readonly stage: 'raised' | 'taken' | 'done';
  readonly unit?: string | undefined;
}

export const problemStream = (id: string): StreamId => `linked-problem/${id}`;

/** Folds what happened into a problem. */
export function evolveProblem(state: ProblemState | undefined, event: Recorded<ProblemEvent>): ProblemState {
  const of = { ...state, id: streamKey(event.stream), compound: event.data.compound };
  switch (event.type) {
    case 'ProblemRaised':
      return { ...of, stage: 'raised' };
    case 'ProblemTaken':
      return { ...of, stage: 'taken', unit: event.data.unit };
    case 'ProblemFinished':
      return { ...of, stage: 'done' };
    default:
      return unreachable(event);
  }
}
