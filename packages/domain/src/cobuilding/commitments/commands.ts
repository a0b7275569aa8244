import * as z from 'zod/mini';
import type { Sealed } from '../../kernel/contents.ts';
import type { CommandSpec } from '../../kernel/decider.ts';
import type { Message } from '../../kernel/envelope.ts';
import { unitOf, type Facts } from '../../kernel/facts.ts';
import { modelKey, unitId, type FileId, type UnitId } from '../../kernel/ids.ts';
import { civilDate } from '../../kernel/time.ts';
import { commitmentId } from '../ids.ts';
import { evidence, words } from '../parts.ts';
import { commitmentStream } from './commitment.ts';

const of = { commitment: commitmentId };

/** A unit promises something of a kind that its side may promise, until the end of a day. */
const makeCommitment = z.strictObject({
  ...of,
  kind: modelKey,
  from: unitId,
  to: unitId,
  /** The post in the promising unit that answers for it. */
  post: modelKey,
  due: civilDate,
  text: words,
});
/** Shows that it was done: at least one file, and words where they help. */
const fulfilCommitment = z.strictObject({ ...of, evidence, note: z.optional(words) });
const withdrawCommitment = z.strictObject({ ...of, reason: words });
/** Comes by itself when the day is over; `due` says which day was meant. */
const lapseCommitment = z.strictObject({ ...of, due: civilDate });

export type MakeCommitmentData = Sealed<z.infer<typeof makeCommitment>, 'text'>;
export type FulfilCommitmentData = Sealed<z.infer<typeof fulfilCommitment>, 'note'>;
export type WithdrawCommitmentData = Sealed<z.infer<typeof withdrawCommitment>, 'reason'>;
export type LapseCommitmentData = z.infer<typeof lapseCommitment>;

/** What may be asked of a commitment that was made. */
export type CommitmentStep =
  | Message<'FulfilCommitment', FulfilCommitmentData>
  | Message<'WithdrawCommitment', WithdrawCommitmentData>
  | Message<'LapseCommitment', LapseCommitmentData>;
/** What may be asked of commitments. */
export type CommitmentCommand = Message<'MakeCommitment', MakeCommitmentData> | CommitmentStep;

const stream = (data: { readonly commitment: string }) => commitmentStream(data.commitment);

/** Both sides: whoever promises for a unit does not bind the other by it, but must reach the place where both stand. */
const territoriesOf = (units: readonly UnitId[], facts: Facts): readonly string[] =>
  units.flatMap((id) => facts(unitOf(id))?.territories ?? []);

const make: CommandSpec<MakeCommitmentData> = {
  schema: () => makeCommitment,
  stream,
  begins: true,
  seals: ['text'],
  about: ({ from, to }, _state, facts) => ({ territory: territoriesOf([from, to], facts), unit: from, handler: to }),
};

/** Every command on a commitment: what it may say, its stream, its texts and files. */
export const commitmentCommandSpecs = {
  MakeCommitment: make,
  FulfilCommitment: {
    schema: () => fulfilCommitment,
    stream,
    seals: ['note'],
    files: ({ evidence: files }: { readonly evidence: readonly FileId[] }) => files,
  },
  WithdrawCommitment: { schema: () => withdrawCommitment, stream, seals: ['reason'] },
  LapseCommitment: { schema: () => lapseCommitment, stream },
} as const;
