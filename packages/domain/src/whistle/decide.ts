import type { WhistleRules } from '../governance-model/street-work-rules.ts';
import { accept, unreachable, type Decision, type Setting } from '../kernel/decider.ts';
import { caseOf, unitOf, type Facts } from '../kernel/facts.ts';
import { unitId, within, type UnitId } from '../kernel/ids.ts';
import { refuseBy, type RefusalCatalogue } from '../kernel/refusal.ts';
import { civilDateOf, deadline, type Instant } from '../kernel/time.ts';
import type { WhistleCommand, WhistleData } from './commands.ts';
import type { WhistleEvent, WhistleState } from './whistle.ts';

/** What a whistle may be refused for, and the capability that says so. */
export const whistleRefusals = {
  'whistle-lacking': 'CASE-07',
  'whistle-exists': 'CASE-07',
  'whistle-unknown': 'CASE-07',
  'whistle-over': 'CASE-07',
  'whistle-case-over': 'CASE-07',
  'whistle-unit-unfit': 'CASE-07',
  'whistle-department-unfit': 'CASE-07',
  'whistle-department-twice': 'CASE-07',
  'not-called': 'CASE-07',
  'arrived-already': 'CASE-07',
  'absence-not-due': 'CASE-07',
} as const satisfies RefusalCatalogue;

const refuse = refuseBy(whistleRefusals);
type Decided = Decision<WhistleEvent>;

const ended: ReadonlySet<string> = new Set(['closed', 'replied', 'declined', 'voided', 'withdrawn', 'merged']);

const ofKind = (unit: UnitId, kinds: readonly string[], facts: Facts): boolean =>
  kinds.includes(facts(unitOf(unit))?.kind ?? '');

/** Who may call whom: a unit over the place of the case calls departments, each once. */
function callFault(data: WhistleData<'BlowWhistle'>, grid: string, rules: WhistleRules, facts: Facts) {
  const { unit, departments } = data;
  const caller = facts(unitOf(unit));
  const over = (territory: string): boolean => within(territory, grid);
  if (caller === undefined || !rules.callers.includes(caller.kind) || !caller.territories.some(over)) {
    return refuse('whistle-unit-unfit', { ids: [unit] });
  }
  const unfit = departments.filter((one) => !ofKind(one, rules.called, facts));
  if (unfit.length > 0) return refuse('whistle-department-unfit', { ids: unfit });
  const twice = departments.filter((one, i) => departments.indexOf(one) !== i);
  return twice.length > 0 ? refuse('whistle-department-twice', { ids: twice }) : undefined;
}

function blowWhistle(data: WhistleData<'BlowWhistle'>, rules: WhistleRules, facts: Facts, setting: Setting): Decided {
  const on = facts(caseOf(data.case));
  if (on === undefined || ended.has(on.stage)) return refuse('whistle-case-over', { ids: [data.case] });
  const { grid } = on.cohort;
  const fault = callFault(data, grid, rules, facts);
  if (fault !== undefined) return fault;
  const { workingTime } = setting.model;
  return accept({
    type: 'WhistleBlown',
    data: {
      case: data.case,
      grid,
      unit: data.unit,
      departments: [...data.departments],
      reason: data.reason,
      day: civilDateOf(setting.at, workingTime),
      due: deadline(setting.at, rules.arrival, workingTime, setting.calendar).at,
    },
  });
}

/** Departments that a whistle called and that have not arrived. */
export const absentFrom = ({
  departments,
  arrived,
}: Pick<WhistleState, 'departments' | 'arrived'>): readonly string[] =>
  departments.filter((one) => !arrived.includes(one));

/**
 * A step after the time is up records first who was absent, where the clock has not yet: what is on record, and is assessed, does
 * not depend on when the clock was heard.
 */
function absence(state: WhistleState, at: Instant): readonly WhistleEvent[] {
  const departments = absentFrom(state).map((one) => unitId.parse(one));
  const missed = at > state.due && !state.noted && departments.length > 0;
  return missed ? [{ type: 'AbsenceNoted', data: { departments, day: state.day } }] : [];
}

/** Who comes late still comes: the absence stays on record beside it. */
function reportIn(state: WhistleState, { department }: WhistleData<'ReportIn'>, { at }: Setting): Decided {
  if (!state.departments.includes(department)) return refuse('not-called', { ids: [state.id, department] });
  if (state.arrived.includes(department)) return refuse('arrived-already', { ids: [state.id, department] });
  const arrived: WhistleEvent = {
    type: 'DepartmentArrived',
    data: { department, day: state.day, late: at > state.due },
  };
  return { events: [...absence(state, at), arrived] };
}

function noteAbsence(state: WhistleState, { due }: WhistleData<'NoteAbsence'>, { at }: Setting): Decided {
  const absent = absentFrom(state);
  if (due !== state.due || at < due || state.noted || absent.length === 0) {
    return refuse('absence-not-due', { ids: [state.id], params: { due: state.due } });
  }
  return accept({
    type: 'AbsenceNoted',
    data: { departments: absent.map((one) => unitId.parse(one)), day: state.day },
  });
}

/** Decides what may happen to a whistle. */
export function decideWhistle(
  state: WhistleState | undefined,
  command: WhistleCommand,
  facts: Facts,
  setting: Setting,
): Decided {
  const { whistle } = command.data;
  const rules = setting.model.whistles;
  if (rules === undefined) return refuse('whistle-lacking', { ids: [whistle] });
  if (command.type === 'BlowWhistle') {
    return state === undefined
      ? blowWhistle(command.data, rules, facts, setting)
      : refuse('whistle-exists', { ids: [whistle] });
  }
  if (state === undefined) return refuse('whistle-unknown', { ids: [whistle] });
  if (state.stage === 'ended') return refuse('whistle-over', { ids: [whistle] });
  switch (command.type) {
    case 'ReportIn':
      return reportIn(state, command.data, setting);
    case 'NoteAbsence':
      return noteAbsence(state, command.data, setting);
    case 'EndWhistle':
      return {
        events: [...absence(state, setting.at), { type: 'WhistleEnded', data: { reason: command.data.reason } }],
      };
    default:
      return unreachable(command);
  }
}
