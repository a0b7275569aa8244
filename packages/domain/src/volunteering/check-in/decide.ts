import type { VolunteeringRules } from '../../governance-model/volunteering-rules.ts';
import { accept, unreachable, type Decision, type Setting } from '../../kernel/decider.ts';
import { unitOf, type Facts } from '../../kernel/facts.ts';
import type { UnitId } from '../../kernel/ids.ts';
import { refuseBy, type RefusalCatalogue } from '../../kernel/refusal.ts';
import { todayOf } from '../dates.ts';
import { unitAmong } from '../places.ts';
import { reportedOf, type CheckInEvent, type CheckInState } from './check-in.ts';
import type { CheckInCommand } from './commands.ts';

/** What a check-in may be refused for, and the capability that says so. */
export const checkInRefusals = {
  'check-in-lacking': 'VOL-01',
  'member-unit-unknown': 'VOL-01',
  'unit-not-due': 'VOL-01',
  'already-listed': 'VOL-01',
  'not-listed': 'VOL-01',
  'community-unfit': 'VOL-01',
  'already-checked-in': 'VOL-01',
  'not-checked-in': 'VOL-01',
} as const satisfies RefusalCatalogue;

const refuse = refuseBy(checkInRefusals);
type Decided = Decision<CheckInEvent>;
type Rules = NonNullable<VolunteeringRules['checkIn']>;

/** Everything that a decision has before it: whose check-in it is, how the place does it. */
interface Desk {
  readonly id: string;
  readonly state: CheckInState | undefined;
  readonly rules: Rules;
  readonly facts: Facts;
  readonly setting: Setting;
}

/** An optional part of an event, left out where there is none. */
const withReported = ({ state }: Desk) => {
  const reported = reportedOf(state);
  return reported === undefined ? {} : { reported };
};

/**
 * One is listed by one unit at a time: whoever moves is taken off the old list first. Whose list that is, is not said: a unit's
 * list is its own business.
 */
function list(unit: UnitId, desk: Desk): Decided {
  const { state } = desk;
  if (state?.unit !== undefined) return refuse('already-listed', { ids: [desk.id] });
  return accept({ type: 'CheckInListed', data: { unit, ...withReported(desk) } });
}

function listMember(unit: UnitId, desk: Desk): Decided {
  if (desk.facts(unitOf(unit)) === undefined) return refuse('member-unit-unknown', { ids: [unit] });
  return list(unit, desk);
}

/** Only units of the kinds that the model names are due to report. */
function listUnit(unit: UnitId, desk: Desk): Decided {
  if (unitAmong(desk.rules.units, unit, desk.facts) === undefined) return refuse('unit-not-due', { ids: [unit] });
  return list(unit, desk);
}

function delist(desk: Desk): Decided {
  const { id, state } = desk;
  if (state?.unit === undefined) return refuse('not-listed', { ids: [id] });
  return accept({ type: 'CheckInDelisted', data: { unit: state.unit, ...withReported(desk) } });
}

/** Reports to a community. Whoever was with another is with this one from now on, and with no two at any moment. */
function checkIn(community: UnitId, { id, state, rules, facts, setting }: Desk): Decided {
  const territory = unitAmong(rules.communities, community, facts)?.territories[0];
  if (territory === undefined) return refuse('community-unfit', { ids: [community] });
  const left = reportedOf(state);
  if (left?.community === community) return refuse('already-checked-in', { ids: [id, community] });
  return accept({
    type: 'CheckedIn',
    data: {
      community,
      territory,
      since: todayOf(setting),
      ...(state?.unit === undefined ? {} : { unit: state.unit }),
      ...(left === undefined ? {} : { left }),
    },
  });
}

function checkInUnit(unit: UnitId, community: UnitId, desk: Desk): Decided {
  if (unitAmong(desk.rules.units, unit, desk.facts) === undefined) return refuse('unit-not-due', { ids: [unit] });
  return checkIn(community, desk);
}

function endCheckIn({ id, state, setting }: Desk): Decided {
  if (state?.stage !== 'reported') return refuse('not-checked-in', { ids: [id] });
  const { reported: left, unit } = state;
  return accept({
    type: 'CheckInEnded',
    data: { left, on: todayOf(setting), ...(unit === undefined ? {} : { unit }) },
  });
}

function decideBy(command: CheckInCommand, desk: Desk): Decided {
  switch (command.type) {
    case 'ListMember':
      return listMember(command.data.unit, desk);
    case 'ListUnit':
      return listUnit(command.data.unit, desk);
    case 'DelistMember':
    case 'DelistUnit':
      return delist(desk);
    case 'CheckIn':
      return checkIn(command.data.community, desk);
    case 'CheckInUnit':
      return checkInUnit(command.data.unit, command.data.community, desk);
    case 'EndCheckIn':
    case 'EndUnitCheckIn':
      return endCheckIn(desk);
    default:
      return unreachable(command);
  }
}

/** Decides who may report where. */
export function decideCheckIn(
  state: CheckInState | undefined,
  command: CheckInCommand,
  facts: Facts,
  setting: Setting,
): Decided {
  const { data } = command;
  const id = 'person' in data ? data.person : data.unit;
  const rules = setting.model.volunteering?.checkIn;
  if (rules === undefined) return refuse('check-in-lacking', { ids: [id] });
  return decideBy(command, { id, state, rules, facts, setting });
}
