import { needsMatchedWith } from '../cobuilding/facts.ts';
import { offerForm } from '../governance-model/cobuilding-rules.ts';
import type { Process } from '../kernel/decider.ts';
import { streamKey, streamKind } from '../kernel/ids.ts';

/** What carries an offer out; the others take it away. */
const carriedOut: ReadonlySet<string> = new Set(['CommitmentFulfilled', 'ProjectFinished']);

/**
 * Between offers and the needs that were matched with them: a commitment that is fulfilled and a project that is finished meet
 * those needs; one that is withdrawn, cancelled or closed leaves them open again.
 */
export const matchedNeeds: Process = {
  name: 'matched-needs',
  on: ['CommitmentFulfilled', 'ProjectFinished', 'CommitmentWithdrawn', 'ProjectCancelled', 'ResourceWithdrawn'],
  react: ({ type, stream }, facts) => {
    const offer = { form: offerForm.parse(streamKind(stream)), id: streamKey(stream) };
    const command = carriedOut.has(type) ? 'AnswerNeed' : 'ReleaseNeed';
    return facts(needsMatchedWith(offer.form, offer.id)).map((need) => ({
      type: command,
      data: { need, with: offer },
    }));
  },
};
