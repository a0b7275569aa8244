import * as z from 'zod/mini';
import type { CommandSpec } from '../kernel/decider.ts';
import type { Message } from '../kernel/envelope.ts';
import type { Facts } from '../kernel/facts.ts';
import { ballotId, modelKey, personId, sittingId, topicId, type StreamId } from '../kernel/ids.ts';
import { instant } from '../kernel/time.ts';
import type { Subject } from '../kernel/views.ts';
import { ballotStream, choice, paperHash, type BallotState } from './ballot.ts';
import { sittingOf, topicOf } from './deliberation-facts.ts';
import { sittingStream } from './sitting.ts';
import { topicStream } from './topic.ts';

const of = { ballot: ballotId };

/** What is put to the vote: the step at which a topic stands, or an item of a sitting's agenda. */
const asked = z.union([
  z.strictObject({ topic: topicId, step: modelKey }),
  z.strictObject({ sitting: sittingId, item: z.int().check(z.minimum(1)) }),
]);

/**
 * Opens a ballot until an instant, at most 90 days ahead. A secret one names the hashes of its voting papers, one at least for each of those due: the
 * papers themselves are mixed and drawn from outside the record.
 */
export const openBallot = z.strictObject({
  ...of,
  subject: asked,
  form: z.enum(['open', 'secret']),
  closesAt: instant,
  papers: z.optional(z.array(paperHash).check(z.maxLength(10_000))),
});
/** Lets another of those due vote for who asks; only where the model allows it. */
export const appointProxy = z.strictObject({ ...of, proxy: personId });
/** Votes in an open ballot; for another, where they have given their vote. */
export const castVote = z.strictObject({ ...of, choice, for: z.optional(personId) });
/** Marks one of those due as having been handed a voting paper. Which one is not said. */
export const handOutPaper = z.strictObject({ ...of, person: personId });
/**
 * Ends the handing out and begins the counting of a secret ballot; at least two papers must be out by then. Whoever can vote has
 * one, or is named as having declined it: nobody is passed over without a word.
 */
export const openUrn = z.strictObject({ ...of, declined: z.optional(z.array(personId).check(z.maxLength(10_000))) });
/** Puts a voting paper into the urn by the secret that stands on it, 16 to 200 characters. The record does not say who did. */
export const castPaper = z.strictObject({
  ...of,
  paper: z.string().check(z.minLength(16), z.maxLength(200)),
  choice,
});
/** Counts and ends a ballot. The clock asks it when the time is up; before that it needs everybody's vote. */
export const closeBallot = z.strictObject(of);

export type OpenBallotData = z.infer<typeof openBallot>;
export type AppointProxyData = z.infer<typeof appointProxy>;
export type CastVoteData = z.infer<typeof castVote>;
export type HandOutPaperData = z.infer<typeof handOutPaper>;
export type OpenUrnData = z.infer<typeof openUrn>;
export type CastPaperData = z.infer<typeof castPaper>;
export type CloseBallotData = z.infer<typeof closeBallot>;

/** What may be asked of ballots, as `decide` sees it. */
export type BallotCommand =
  | Message<'OpenBallot', OpenBallotData>
  | Message<'AppointProxy', AppointProxyData>
  | Message<'CastVote', CastVoteData>
  | Message<'HandOutPaper', HandOutPaperData>
  | Message<'OpenUrn', OpenUrnData>
  | Message<'CastPaper', CastPaperData>
  | Message<'CloseBallot', CloseBallotData>;
/** What may be asked of a ballot that was opened. */
export type BallotStep = Exclude<BallotCommand, { type: 'OpenBallot' }>;

const stream = ({ ballot }: { readonly ballot: string }) => ballotStream(ballot);

const subjectStream = ({ subject }: OpenBallotData): StreamId =>
  'topic' in subject ? topicStream(subject.topic) : sittingStream(subject.sitting);

/** A ballot lies where its topic or its sitting lies. */
function placeOf({ subject }: OpenBallotData, facts: Facts): Subject {
  if ('topic' in subject) return { territory: facts(topicOf(subject.topic))?.grids ?? [] };
  const sitting = facts(sittingOf(subject.sitting));
  return { territory: sitting?.territories ?? [], unit: sitting?.units[0] };
}

const open: CommandSpec<OpenBallotData> = {
  schema: () => openBallot,
  stream,
  begins: true,
  names: (data) => [subjectStream(data)],
  about: (data, _state, facts) => placeOf(data, facts),
};

const step = (schema: z.ZodMiniType): CommandSpec<{ readonly ballot: string }, BallotState> => ({
  schema: () => schema,
  stream,
});

/** The record must not say who put a paper in. */
const cast: ReturnType<typeof step> = { ...step(castPaper), anonymous: () => true };

/** Every command on a ballot: what it may say and the stream it is decided on. */
export const ballotCommandSpecs = {
  OpenBallot: open,
  AppointProxy: step(appointProxy),
  CastVote: step(castVote),
  HandOutPaper: step(handOutPaper),
  OpenUrn: step(openUrn),
  CastPaper: cast,
  CloseBallot: step(closeBallot),
} as const;
