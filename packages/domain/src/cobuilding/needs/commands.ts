import * as z from 'zod/mini';
import type { Sealed } from '../../kernel/contents.ts';
import type { CommandSpec } from '../../kernel/decider.ts';
import type { Message } from '../../kernel/envelope.ts';
import { unitOf } from '../../kernel/facts.ts';
import { modelKey, unitId, type FileId, type StreamId } from '../../kernel/ids.ts';
import { needId } from '../ids.ts';
import { evidence, words } from '../parts.ts';
import { needStream, offerRef, type OfferRef } from './need.ts';

const of = { need: needId };

const raiseNeed = z.strictObject({ ...of, unit: unitId, kind: modelKey, text: words });
/** Takes an offer for it; refused unless a rule of the model says that it fits. */
const matchNeed = z.strictObject({ ...of, with: offerRef });
/** Shows that it was met: at least one file, and words where they help. */
const meetNeed = z.strictObject({ ...of, evidence, note: z.optional(words) });
const withdrawNeed = z.strictObject({ ...of, reason: words });
/** What it was matched with was carried out: the evidence lies there. Asked by the process between the two. */
const answerNeed = z.strictObject({ ...of, with: offerRef });
/** What it was matched with is no longer to be had. */
const releaseNeed = z.strictObject({ ...of, with: offerRef });

export type RaiseNeedData = Sealed<z.infer<typeof raiseNeed>, 'text'>;
export type MatchNeedData = z.infer<typeof matchNeed>;
export type MeetNeedData = Sealed<z.infer<typeof meetNeed>, 'note'>;
export type WithdrawNeedData = Sealed<z.infer<typeof withdrawNeed>, 'reason'>;
export type AnswerNeedData = z.infer<typeof answerNeed>;

/** What may be asked of a need that was raised. */
export type NeedStep =
  | Message<'MatchNeed', MatchNeedData>
  | Message<'MeetNeed', MeetNeedData>
  | Message<'WithdrawNeed', WithdrawNeedData>
  | Message<'AnswerNeed' | 'ReleaseNeed', AnswerNeedData>;
/** What may be asked of needs. */
export type NeedCommand = Message<'RaiseNeed', RaiseNeedData> | NeedStep;

const stream = (data: { readonly need: string }) => needStream(data.need);

const raise: CommandSpec<RaiseNeedData> = {
  schema: () => raiseNeed,
  stream,
  begins: true,
  seals: ['text'],
  about: ({ unit }, _state, facts) => ({ territory: facts(unitOf(unit))?.territories ?? [], unit }),
};

/** Every command on a need: what it may say, its stream, its texts and files. */
export const needCommandSpecs = {
  RaiseNeed: raise,
  MatchNeed: {
    schema: () => matchNeed,
    stream,
    names: (data: { readonly with: OfferRef }): readonly StreamId[] => [`${data.with.form}/${data.with.id}`],
  },
  MeetNeed: {
    schema: () => meetNeed,
    stream,
    seals: ['note'],
    files: ({ evidence: files }: { readonly evidence: readonly FileId[] }) => files,
  },
  WithdrawNeed: { schema: () => withdrawNeed, stream, seals: ['reason'] },
  AnswerNeed: { schema: () => answerNeed, stream },
  ReleaseNeed: { schema: () => releaseNeed, stream },
} as const;
