import * as z from 'zod/mini';
import { ballotClosed } from '../deliberation/ballot.ts';
import type { Process } from '../kernel/decider.ts';
import { streamKey } from '../kernel/ids.ts';

/**
 * Between ballots and topics: a ballot that is closed with its quorum takes the step that it was opened on, or loses it. One
 * without a quorum decides nothing: the step waits for another.
 */
export const decidedSteps: Process = {
  name: 'decided-steps',
  on: ['BallotClosed'],
  react(event) {
    const { subject, quorate } = z.parse(ballotClosed, event.data);
    if (!quorate || !('topic' in subject)) return [];
    const { topic, step } = subject;
    return [{ type: 'PassStep', data: { topic, step, ballot: streamKey(event.stream) } }];
  },
};
