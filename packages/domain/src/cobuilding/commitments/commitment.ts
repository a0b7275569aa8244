import * as z from 'zod/mini';
import { commitmentSide } from '../../governance-model/cobuilding-rules.ts';
import { contentRef } from '../../kernel/contents.ts';
import type { Message, Recorded } from '../../kernel/envelope.ts';
import { fileId, modelKey, streamKey, unitId, type UnitId } from '../../kernel/ids.ts';
import { civilDate, instant, type CivilDate, type Instant } from '../../kernel/time.ts';

/** What a commitment counts under: who promised what kind of thing, on which side, where, due in which year. */
export const commitmentCohort = z.strictObject({
  unit: unitId,
  kind: modelKey,
  side: commitmentSide,
  /** The territory of the street or community on one of the two sides. */
  territory: z.string(),
  year: z.int(),
});
export type CommitmentCohort = z.infer<typeof commitmentCohort>;

/** Open until its date, overdue after it; each can still be fulfilled or withdrawn. */
const openStage = z.enum(['open', 'overdue']);
const cohort = commitmentCohort;

/** A unit promised something to another, with the post that answers for it, by a date. */
export const commitmentMade = z.strictObject({
  cohort,
  to: unitId,
  /** The post in the promising unit that answers for it. */
  post: modelKey,
  due: civilDate,
  /** The first moment after that day. */
  overdueAt: instant,
  text: contentRef,
});
/** The date went by and nothing was shown. */
export const commitmentLapsed = z.strictObject({ cohort, due: civilDate });
/** It was done, as the files show; `late` where its date had gone by. */
export const commitmentFulfilled = z.strictObject({
  cohort,
  on: civilDate,
  late: z.boolean(),
  was: openStage,
  evidence: z.array(fileId),
  note: z.optional(contentRef),
});
/** It was taken back, with the reason; `late` where its date had gone by. */
export const commitmentWithdrawn = z.strictObject({
  cohort,
  was: openStage,
  late: z.optional(z.boolean()),
  reason: contentRef,
});

/** The data of every event of a commitment, by the event's type. */
export const commitmentEventSchemas = {
  CommitmentMade: commitmentMade,
  CommitmentLapsed: commitmentLapsed,
  CommitmentFulfilled: commitmentFulfilled,
  CommitmentWithdrawn: commitmentWithdrawn,
} as const;

type Schemas = typeof commitmentEventSchemas;
/** What can happen to a commitment. */
export type CommitmentEvent = { [T in keyof Schemas]: Message<T, z.infer<Schemas[T]>> }[keyof Schemas];

interface Standing {
  readonly id: string;
  readonly cohort: CommitmentCohort;
  readonly to: UnitId;
  readonly post: string;
  readonly due: CivilDate;
  readonly overdueAt: Instant;
}

/** A commitment that is still to be kept. */
export type OpenCommitment = Standing & { readonly stage: z.infer<typeof openStage> };
/** A commitment: to be kept, kept, or taken back. */
export type CommitmentState =
  | OpenCommitment
  | (Standing & { readonly stage: 'fulfilled'; readonly late: boolean })
  | (Standing & { readonly stage: 'withdrawn' });

/** The stream of a commitment, by its id. */
export const commitmentStream = (id: string): `commitment/${string}` => `commitment/${id}`;

const standing = ({ id, cohort: of, to, post, due, overdueAt }: CommitmentState): Standing => ({
  id,
  cohort: of,
  to,
  post,
  due,
  overdueAt,
});

function next(state: CommitmentState, event: Recorded<CommitmentEvent>): CommitmentState {
  switch (event.type) {
    case 'CommitmentMade':
      return state;
    case 'CommitmentLapsed':
      return { ...standing(state), stage: 'overdue' };
    case 'CommitmentFulfilled':
      return { ...standing(state), stage: 'fulfilled', late: event.data.late };
    case 'CommitmentWithdrawn':
      return { ...standing(state), stage: 'withdrawn' };
  }
}

/** Folds what happened into the state of a commitment. */
export function evolveCommitment(
  state: CommitmentState | undefined,
  event: Recorded<CommitmentEvent>,
): CommitmentState {
  if (event.type === 'CommitmentMade') {
    const { cohort: of, to, post, due, overdueAt } = event.data;
    return { stage: 'open', id: streamKey(event.stream), cohort: of, to, post, due, overdueAt };
  }
  if (state === undefined) throw new Error(`${event.stream} begins with ${event.type}`);
  return next(state, event);
}
