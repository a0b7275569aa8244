import { accept, unreachable, type Decision, type Setting } from '../kernel/decider.ts';
import { unitOf, type Facts } from '../kernel/facts.ts';
import { refuseBy, type RefusalCatalogue } from '../kernel/refusal.ts';
import { civilDateOf, startOfDay } from '../kernel/time.ts';
import { ballotOf, sittingOf } from './deliberation-facts.ts';
import { resolutionStream, type ResolutionEvent, type ResolutionState } from './resolution.ts';
import type {
  AdoptResolutionData,
  CompleteResolutionData,
  MarkResolutionOverdueData,
  ResolutionCommand,
  ResolutionStep,
} from './resolution-commands.ts';

/** What a resolution may be refused for, and the capability that says so. */
export const resolutionRefusals = {
  'resolution-exists': 'DEL-03',
  'resolution-unknown': 'DEL-03',
  'resolution-not-carried': 'DEL-03',
  'owner-unknown': 'DEL-03',
  'due-in-past': 'DEL-03',
  'resolution-completed': 'DEL-03',
  'resolution-not-overdue': 'DEL-03',
} as const satisfies RefusalCatalogue;

const refuse = refuseBy(resolutionRefusals);
type Decided = Decision<ResolutionEvent>;

const dayLength = 86_400_000;

/** The item on which a ballot of this sitting was carried, or undefined. */
function carriedItem({ ballot, sitting }: AdoptResolutionData, facts: Facts): number | undefined {
  const found = facts(ballotOf(ballot));
  if (found?.carried !== true || !('sitting' in found.subject)) return undefined;
  return found.subject.sitting === sitting ? found.subject.item : undefined;
}

/** A ballot carried one thing, so it becomes one resolution: not two of other words and other owners. */
const claimOf = (ballot: string): string => `resolution-of/${ballot}`;

/** What a ballot of a sitting carried becomes a resolution with an owner and a day, also once the sitting is over: it stands. */
function adoptResolution(
  state: ResolutionState | undefined,
  data: AdoptResolutionData,
  facts: Facts,
  { at, model: { workingTime } }: Setting,
): Decided {
  if (state !== undefined) return refuse('resolution-exists', { ids: [data.resolution] });
  const { sitting, ballot, text, owner, due } = data;
  const found = facts(sittingOf(sitting));
  const item = carriedItem(data, facts);
  if (found === undefined || item === undefined) return refuse('resolution-not-carried', { ids: [ballot] });
  if (facts(unitOf(owner)) === undefined) return refuse('owner-unknown', { ids: [owner] });
  if (due < civilDateOf(at, workingTime))
    return refuse('due-in-past', { ids: [data.resolution], params: { day: due } });
  const dueAt = startOfDay(due, workingTime) + dayLength;
  const of = { units: [...found.units], territories: [...found.territories] };
  return {
    events: [{ type: 'ResolutionAdopted', data: { sitting, item, ballot, text, ...of, owner, due, dueAt } }],
    claims: [{ key: claimOf(ballot), owner: resolutionStream(data.resolution) }],
  };
}

function complete(state: ResolutionState, { report }: CompleteResolutionData, { at }: Setting): Decided {
  return accept({ type: 'ResolutionCompleted', data: { report, late: at >= state.dueAt } });
}

/** What comes by itself is checked again: it must still wait, and its day be over. */
function markOverdue(state: ResolutionState, { due }: MarkResolutionOverdueData, { at }: Setting): Decided {
  return state.stage === 'adopted' && state.due === due && at >= state.dueAt
    ? accept({ type: 'ResolutionOverdue', data: { due } })
    : refuse('resolution-not-overdue', { ids: [state.id], params: { due: state.dueAt } });
}

function decideStep(state: ResolutionState, command: ResolutionStep, setting: Setting): Decided {
  switch (command.type) {
    case 'ReportResolution':
      return accept({ type: 'ResolutionReported', data: { report: command.data.report } });
    case 'CompleteResolution':
      return complete(state, command.data, setting);
    case 'MarkResolutionOverdue':
      return markOverdue(state, command.data, setting);
    default:
      return unreachable(command);
  }
}

/** Decides what may happen to a resolution. */
export function decideResolution(
  state: ResolutionState | undefined,
  command: ResolutionCommand,
  facts: Facts,
  setting: Setting,
): Decided {
  if (command.type === 'AdoptResolution') return adoptResolution(state, command.data, facts, setting);
  if (state === undefined) return refuse('resolution-unknown', { ids: [command.data.resolution] });
  if (state.stage === 'completed') return refuse('resolution-completed', { ids: [state.id] });
  return decideStep(state, command, setting);
}
