import * as z from 'zod/mini';
import { caseEscalated } from '../case/case.ts';
import { meetingResolved } from '../deliberation/meeting.ts';
import type { Process } from '../kernel/decider.ts';
import type { Message, Recorded } from '../kernel/envelope.ts';
import { streamKey } from '../kernel/ids.ts';

/** An escalated case is talked over: the meeting that the case named is called, under the text of the report. */
function call(event: Recorded): Message {
  const { meeting, tier, cohort, text } = z.parse(caseEscalated, event.data);
  return {
    type: 'CallMeeting',
    data: { meeting, case: streamKey(event.stream), tier, grid: cohort.grid, title: text },
  };
}

/** What the meeting resolved comes back to its case. */
function comeBack(event: Recorded): Message {
  const { case: of, outcome, resolution, handler, next } = z.parse(meetingResolved, event.data);
  const meeting = streamKey(event.stream);
  switch (outcome) {
    case 'settled':
      return { type: 'SettleCase', data: { case: of, meeting, resolution } };
    case 'referred':
      return { type: 'ReferCase', data: { case: of, meeting, handler, resolution } };
    case 'passed-up':
      return { type: 'EscalateCase', data: { case: of, tier: next, reason: resolution } };
  }
}

/**
 * Between cases and meetings: an escalation calls the meeting of its tier with the case on the agenda, and the meeting's
 * resolution returns to the case. Texts go from one to the other as the references that the events hold: each text lies
 * in the contents store once, and erasing it there erases it on both sides. The desk takes a reference in place of a
 * text from a process alone.
 */
export const escalation: Process = {
  name: 'escalation',
  on: ['CaseEscalated', 'MeetingResolved'],
  react: (event) => [event.type === 'CaseEscalated' ? call(event) : comeBack(event)],
};
