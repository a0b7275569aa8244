import { handlerFault } from '../governance-model/handlers.ts';
import { nearestTier } from '../governance-model/meeting-tiers.ts';
import type { GovernanceModel, MeetingRule } from '../governance-model/model.ts';
import { accept, unreachable, type Decision, type Setting } from '../kernel/decider.ts';
import { caseOf, type Facts } from '../kernel/facts.ts';
import type { UnitId } from '../kernel/ids.ts';
import { refuseBy, type Refusal, type RefusalCatalogue } from '../kernel/refusal.ts';
import { entitledNow, ruleOf, type EntitledList } from './body.ts';
import type {
  AddToAgendaData,
  CallMeetingData,
  HoldMeetingData,
  MeetingCommand,
  MeetingStep,
  ResolveMeetingData,
} from './commands.ts';
import type { Attendee, Called, Held, MeetingEvent, MeetingState, Outcome, Votes } from './meeting.ts';
import { needed, reaches } from './share.ts';

/** What a meeting may be refused for, and the capability that says so. */
export const meetingRefusals = {
  'meeting-exists': 'CASE-06',
  'meeting-unknown': 'CASE-06',
  'meeting-tier-unknown': 'CASE-06',
  'meeting-wrong-step': 'CASE-06',
  'nobody-entitled': 'DEL-03',
  'list-unchanged': 'DEL-03',
  'agenda-full': 'DEL-03',
  'not-entitled': 'DEL-03',
  'quorum-missed': 'DEL-03',
  'votes-exceed-present': 'DEL-03',
  'majority-missed': 'DEL-03',
  'next-tier-missing': 'CASE-06',
  'outcome-not-granted': 'CASE-06',
  'case-not-waiting': 'CASE-06',
  'handler-unknown': 'CASE-03',
  'handler-unfit': 'CASE-03',
} as const satisfies RefusalCatalogue;

const refuse = refuseBy(meetingRefusals);
type Decided = Decision<MeetingEvent>;

/** Everything that a decision on a standing meeting has before it. */
interface Desk {
  readonly facts: Facts;
  readonly setting: Setting;
  readonly rule: MeetingRule;
}

const wrongStep = (state: MeetingState, command: MeetingStep['type'], from: readonly string[]): Refusal =>
  refuse('meeting-wrong-step', { ids: [state.id], params: { step: state.stage, command, from } });

/** A list as events keep it: arrays of their own, and no unit where none was found. */
const listed = ({ unit, eligible, observers }: EntitledList) => ({
  ...(unit === undefined ? {} : { unit }),
  eligible: [...eligible],
  observers: [...observers],
});

/**
 * Opens a meeting and copies the list of those entitled on that day. A list without a name opens it too: the case
 * waits where everybody sees it until posts are filled (`RelistMeeting`) or the case is passed up, and is never lost.
 */
function callMeeting(state: MeetingState | undefined, data: CallMeetingData, facts: Facts, setting: Setting): Decided {
  if (state !== undefined) return refuse('meeting-exists', { ids: [data.meeting] });
  const rule = ruleOf(setting.model, data.tier);
  if (rule === undefined) return refuse('meeting-tier-unknown', { params: { tier: data.tier } });
  return accept({
    type: 'MeetingCalled',
    data: {
      case: data.case,
      tier: rule.id,
      grid: data.grid,
      title: data.title,
      ...listed(entitledNow(rule, data.grid, facts, setting)),
    },
  });
}

const names = ({ eligible, observers }: Pick<EntitledList, 'eligible' | 'observers'>): string =>
  [eligible, observers].map((list) => list.map(({ person, post }) => `${person} ${post}`).join()).join(';');

/** The list of today as an event, or nothing where it is the one that the meeting has. */
function relisted(state: Called, list: EntitledList): readonly MeetingEvent[] {
  if (list.unit === state.unit && names(list) === names(state)) return [];
  const was = { eligible: [...state.eligible], observers: [...state.observers] };
  return [{ type: 'MeetingRelisted', data: { ...listed(list), was } }];
}

/** Until it is held, a meeting's list may be copied anew: posts are filled and people move between call and meeting. */
function relistMeeting(state: MeetingState, { rule, facts, setting }: Desk): Decided {
  if (state.stage !== 'called') return wrongStep(state, 'RelistMeeting', ['called']);
  const events = relisted(state, entitledNow(rule, state.grid, facts, setting));
  return events.length === 0 ? refuse('list-unchanged', { ids: [state.id] }) : { events };
}

/** As many items as one sitting can bear. */
const longestAgenda = 50;

function addToAgenda(state: MeetingState, { title }: AddToAgendaData): Decided {
  if (state.stage !== 'called') return wrongStep(state, 'AddToAgenda', ['called']);
  if (state.agenda.length >= longestAgenda) {
    return refuse('agenda-full', { ids: [state.id], params: { limit: longestAgenda } });
  }
  return accept({ type: 'AgendaItemAdded', data: { item: state.agenda.length + 1, title } });
}

const outside = <Id extends string>(persons: readonly Id[], list: readonly Attendee[]): readonly Id[] => {
  const ids = new Set<string>(list.map(({ person }) => person));
  return persons.filter((person) => !ids.has(person));
};

/**
 * Who came must be on the list of the day on which it is held, which is copied anew where it is another one by now; a meeting is
 * held only with its quorum of those entitled.
 */
function holdMeeting(state: MeetingState, data: HoldMeetingData, { rule, facts, setting }: Desk): Decided {
  if (state.stage !== 'called') return wrongStep(state, 'HoldMeeting', ['called']);
  const list = entitledNow(rule, state.grid, facts, setting);
  const { eligible } = list;
  if (eligible.length === 0) return refuse('nobody-entitled', { ids: [state.id] });
  const present = [...new Set(data.present)];
  const observers = [...new Set(data.observers ?? [])];
  const foreign = [...outside(present, eligible), ...outside(observers, list.observers)];
  if (foreign.length > 0) return refuse('not-entitled', { ids: foreign, params: { count: foreign.length } });
  if (!reaches(rule.quorum, present.length, eligible.length)) {
    const counts = { eligible: eligible.length, present: present.length, needed: needed(rule.quorum, eligible.length) };
    return refuse('quorum-missed', { ids: [state.id], params: counts });
  }
  return { events: [...relisted(state, list), { type: 'MeetingHeld', data: { present, observers } }] };
}

/** What each outcome asks of the case. Where the model does not let a meeting ask that, the outcome is no way out. */
const asksOfCase = { settled: 'SettleCase', referred: 'ReferCase', 'passed-up': 'EscalateCase' } as const;

const granted = (outcome: Outcome, { cases }: GovernanceModel): boolean =>
  cases.transitions[asksOfCase[outcome]]?.includes('escalated') ?? false;

/** Votes count up to those present. Settling and referring need the majority; passing up says that there was none. */
function voteFault(state: Held, outcome: Outcome, votes: Votes, { rule }: Desk): Refusal | undefined {
  const present = state.present.length;
  const { inFavour, against, abstained } = votes;
  const cast = inFavour + against + abstained;
  if (cast > present) return refuse('votes-exceed-present', { ids: [state.id], params: { cast, present } });
  if (outcome === 'passed-up' || reaches(rule.majority, inFavour, present)) return undefined;
  return refuse('majority-missed', {
    ids: [state.id],
    params: { inFavour, present, needed: needed(rule.majority, present) },
  });
}

/** Only a held meeting resolves; one that nobody is entitled to can still pass its case up. */
function resolvable(state: MeetingState, data: ResolveMeetingData, desk: Desk): Refusal | undefined {
  if (state.stage === 'held') {
    return data.votes === undefined ? undefined : voteFault(state, data.outcome, data.votes, desk);
  }
  const stranded = state.stage === 'called' && state.eligible.length === 0;
  if (!stranded) return wrongStep(state, 'ResolveMeeting', ['held']);
  return data.outcome === 'passed-up' ? undefined : refuse('nobody-entitled', { ids: [state.id] });
}

/** Whether the case can go where the outcome sends it: so that what the meeting resolves is what happens. */
function onwardFault(
  state: MeetingState,
  data: ResolveMeetingData,
  { rule, facts, setting }: Desk,
): Refusal | undefined {
  if (data.outcome === 'passed-up' && rule.next === undefined) {
    return refuse('next-tier-missing', { ids: [state.id], params: { tier: rule.id } });
  }
  if (!granted(data.outcome, setting.model)) {
    return refuse('outcome-not-granted', { ids: [state.id], params: { outcome: data.outcome } });
  }
  if (data.outcome === 'referred') {
    const unfit = handlerFault(data.handler, facts, setting.model);
    if (unfit !== undefined) return refuse(unfit, { ids: [data.handler] });
  }
  return facts(caseOf(state.case))?.stage === 'escalated'
    ? undefined
    : refuse('case-not-waiting', { ids: [state.id, state.case] });
}

function onward(
  { grid }: MeetingState,
  data: ResolveMeetingData,
  { rule, facts, setting }: Desk,
): { handler?: UnitId; next?: string } {
  if (data.outcome === 'referred') return { handler: data.handler };
  const next = data.outcome === 'passed-up' ? nearestTier(rule.next, grid, setting.model, facts) : undefined;
  return next === undefined ? {} : { next };
}

/** A resolution ends the meeting and sends its case on: settled, to a handler, or to the next tier. */
function resolveMeeting(state: MeetingState, data: ResolveMeetingData, desk: Desk): Decided {
  const refusal = resolvable(state, data, desk) ?? onwardFault(state, data, desk);
  if (refusal !== undefined) return refusal;
  return accept({
    type: 'MeetingResolved',
    data: {
      case: state.case,
      tier: desk.rule.id,
      outcome: data.outcome,
      resolution: data.resolution,
      ...onward(state, data, desk),
      ...(data.votes === undefined ? {} : { votes: data.votes }),
    },
  });
}

function decideStep(state: MeetingState, command: MeetingStep, desk: Desk): Decided {
  switch (command.type) {
    case 'RelistMeeting':
      return relistMeeting(state, desk);
    case 'AddToAgenda':
      return addToAgenda(state, command.data);
    case 'HoldMeeting':
      return holdMeeting(state, command.data, desk);
    case 'ResolveMeeting':
      return resolveMeeting(state, command.data, desk);
    default:
      return unreachable(command);
  }
}

/** Decides what may happen to a meeting. */
export function decideMeeting(
  state: MeetingState | undefined,
  command: MeetingCommand,
  facts: Facts,
  setting: Setting,
): Decided {
  if (command.type === 'CallMeeting') return callMeeting(state, command.data, facts, setting);
  if (state === undefined) return refuse('meeting-unknown', { ids: [command.data.meeting] });
  const rule = ruleOf(setting.model, state.tier);
  if (rule === undefined) return refuse('meeting-tier-unknown', { ids: [state.id], params: { tier: state.tier } });
  return decideStep(state, command, { facts, setting, rule });
}
