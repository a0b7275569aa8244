import { unreachable, type Setting } from '../kernel/decider.ts';
import type { Facts } from '../kernel/facts.ts';
import type { CaseState } from './case.ts';
import type { CaseCommand, CaseStep } from './commands.ts';
import {
  noteAnswerable,
  noteContactOverdue,
  ranOver,
  warnContact,
  warnDeadline,
  superviseCase,
} from './deadline-steps.ts';
import {
  acceptCase,
  declineCase,
  fileCase,
  dispatchCase,
  contactReporter,
  returnCase,
  reassignCase,
  urgeCase,
  suspendCase,
  resumeCase,
  mergeCase,
  withdrawCase,
  voidCase,
} from './desk-steps.ts';
import { replyCase, rateCase, reopenCase, shareReply } from './feedback-steps.ts';
import { askExtension, extendCase, refuseExtension } from './extension-steps.ts';
import { startCase, handleCase, verifyCase, reworkCase } from './handling-steps.ts';
import { escalateCase, settleCase, referCase } from './meeting-steps.ts';
import { refileCase } from './refile-step.ts';
import { reportCase } from './report.ts';
import { refuse, type Decided, type Desk } from './step.ts';

function decideStep(state: CaseState, command: CaseStep, desk: Desk): Decided {
  switch (command.type) {
    case 'AcceptCase':
      return acceptCase(state, command.data, desk);
    case 'DeclineCase':
      return declineCase(state, command.data, desk);
    case 'FileCase':
      return fileCase(state, command.data, desk);
    case 'DispatchCase':
      return dispatchCase(state, command.data, desk);
    case 'StartCase':
      return startCase(state, command.data, desk);
    case 'ContactReporter':
      return contactReporter(state, command.data, desk);
    case 'HandleCase':
      return handleCase(state, command.data, desk);
    case 'ReturnCase':
      return returnCase(state, command.data, desk);
    case 'ReassignCase':
      return reassignCase(state, command.data, desk);
    case 'AskExtension':
      return askExtension(state, command.data, desk);
    case 'RefuseExtension':
      return refuseExtension(state, command.data, desk);
    case 'ExtendCase':
      return extendCase(state, command.data, desk);
    case 'UrgeCase':
      return urgeCase(state, command.data, desk);
    case 'SuspendCase':
      return suspendCase(state, command.data, desk);
    case 'ResumeCase':
      return resumeCase(state, command.data, desk);
    case 'VerifyCase':
      return verifyCase(state, command.data, desk);
    case 'ReworkCase':
      return reworkCase(state, command.data, desk);
    case 'ReplyCase':
      return replyCase(state, command.data, desk);
    case 'RateCase':
      return rateCase(state, command.data, desk);
    case 'ReopenCase':
      return reopenCase(state, command.data, desk);
    case 'EscalateCase':
      return escalateCase(state, command.data, desk);
    case 'SettleCase':
      return settleCase(state, command.data, desk);
    case 'ReferCase':
      return referCase(state, command.data, desk);
    case 'MergeCase':
      return mergeCase(state, command.data, desk);
    case 'WithdrawCase':
      return withdrawCase(state, command.data, desk);
    case 'VoidCase':
      return voidCase(state, command.data, desk);
    case 'WarnDeadline':
      return warnDeadline(state, command.data, desk);
    case 'WarnContact':
      return warnContact(state, command.data, desk);
    case 'NoteContactOverdue':
      return noteContactOverdue(state, command.data, desk);
    case 'NoteAnswerable':
      return noteAnswerable(state, command.data);
    case 'SuperviseCase':
      return superviseCase(state, command.data, desk);
    case 'ShareReply':
      return shareReply(state, command.data);
    case 'RefileCase':
      return refileCase(state, command.data, desk);
    default:
      return unreachable(command);
  }
}

/** Decides what may happen to a case. */
export function decideCase(
  state: CaseState | undefined,
  command: CaseCommand,
  facts: Facts,
  setting: Setting,
): Decided {
  const desk = { facts, setting };
  if (command.type === 'ReportCase') return reportCase(state, command.data, desk);
  if (state === undefined) return refuse('case-unknown', { ids: [command.data.case] });
  const decided = decideStep(state, command, desk);
  return 'events' in decided
    ? { ...decided, events: [...ranOver(state, decided.events, desk), ...decided.events] }
    : decided;
}

export { caseRefusals } from './step.ts';
