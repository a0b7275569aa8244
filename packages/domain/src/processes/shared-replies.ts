import * as z from 'zod/mini';
import { caseReplied } from '../case/case.ts';
import { casesInto } from '../case/facts.ts';
import type { Process } from '../kernel/decider.ts';
import { streamKey } from '../kernel/ids.ts';

/**
 * Between cases that were merged: whoever told of a matter that went on in another case has the reply to that one, however
 * many cases it went through.
 */
export const sharedReplies: Process = {
  name: 'shared-replies',
  on: ['CaseReplied', 'ReplyShared'],
  react: (event, facts) => {
    const { reply } = z.parse(z.pick(z.object(caseReplied.shape), { reply: true }), event.data);
    return facts(casesInto(streamKey(event.stream))).map((id) => ({ type: 'ShareReply', data: { case: id, reply } }));
  },
};
