import { accept, unreachable, type Decision, type Setting } from '../../kernel/decider.ts';
import { caseOf, gridOf, type Facts, type GridFact } from '../../kernel/facts.ts';
import { within } from '../../kernel/ids.ts';
import { refuseBy, type RefusalCatalogue } from '../../kernel/refusal.ts';
import type { PatrolRules } from '../../governance-model/grid-work-rules.ts';
import type { PatrolCommand, PatrolStep, RoundsCommand } from './commands.ts';
import { endOf, roundDayAfter, roundDayFrom, todayOf } from './days.ts';
import { roundsOf } from './facts.ts';
import {
  isPatrol,
  patrolStream,
  roundsStream,
  type Patrol,
  type PatrolEvent,
  type PatrolState,
  type Rounds,
} from './patrol.ts';

/** What may be refused about patrols and rounds, and the capability that says so. */
export const patrolRefusals = {
  'patrols-lacking': 'GRID-06',
  'grid-unknown': 'GRID-01',
  'patrol-exists': 'GRID-06',
  'patrol-by-nobody': 'GRID-06',
  'patrol-over': 'GRID-06',
  'patrol-not-over': 'GRID-06',
  'on-the-spot-unknown': 'GRID-06',
  'patrol-case-unknown': 'GRID-06',
  'patrol-case-elsewhere': 'GRID-06',
  'patrol-case-of-another': 'GRID-06',
  'rounds-not-in-kind': 'GRID-06',
  'rounds-begun': 'GRID-06',
  'rounds-not-due': 'GRID-06',
} as const satisfies RefusalCatalogue;

const refuse = refuseBy(patrolRefusals);
type Decided = Decision<PatrolEvent>;

/** Everything that a decision has before it. */
interface Desk {
  readonly rules: PatrolRules;
  readonly facts: Facts;
  readonly setting: Setting;
}

const walkOf = ({ grid, day, person }: Patrol) => ({ grid, day, person });

function startPatrol(
  state: PatrolState | undefined,
  { patrol, grid }: { patrol: string; grid: string },
  desk: Desk,
): Decided {
  const { actor } = desk.setting;
  if (state !== undefined) return refuse('patrol-exists', { ids: [patrol] });
  if (actor.kind !== 'person') return refuse('patrol-by-nobody', { ids: [patrol] });
  if (desk.facts(gridOf(grid)) === undefined) return refuse('grid-unknown', { ids: [grid] });
  const day = todayOf(desk.setting);
  return accept({
    type: 'PatrolStarted',
    data: { grid, day, person: actor.person, until: endOf(day, desk.setting) },
  });
}

function doOnTheSpot(
  patrol: Patrol,
  { kind, note }: Extract<PatrolStep, { type: 'DoOnTheSpot' }>['data'],
  { rules }: Desk,
): Decided {
  if (!rules.onTheSpot.some(({ id }) => id === kind)) return refuse('on-the-spot-unknown', { params: { kind } });
  const data = { ...walkOf(patrol), item: patrol.items + 1, kind };
  return accept({ type: 'DoneOnTheSpot', data: note === undefined ? data : { ...data, note } });
}

/** A functional grid lies over others, so what is found there lies anywhere in its community. */
const reachOf = ({ kind, code, community }: GridFact): string => (kind === 'functional' ? community : code);

/** A case is named by one patrol: that on which whoever walks it reported it, in its place and on its day. */
function addCase(
  patrol: Patrol,
  id: Extract<PatrolStep, { type: 'AddPatrolCase' }>['data']['case'],
  { facts }: Desk,
): Decided {
  const found = facts(caseOf(id));
  if (found === undefined) return refuse('patrol-case-unknown', { ids: [id] });
  const at = facts(gridOf(patrol.grid));
  const { grid, day } = found.cohort;
  if (at === undefined || !within(reachOf(at), grid) || day !== patrol.day) {
    return refuse('patrol-case-elsewhere', { ids: [id], params: { on: patrol.day } });
  }
  if (found.reporter !== patrol.person) return refuse('patrol-case-of-another', { ids: [id] });
  return {
    events: [{ type: 'PatrolCaseAdded', data: { ...walkOf(patrol), item: patrol.items + 1, case: id } }],
    claims: [{ key: `patrol-case/${id}`, owner: patrolStream(patrol.id) }],
  };
}

/** A patrol that is finished counts as a round where its day is one on which rounds are due. */
function finishPatrol(patrol: Patrol, { facts }: Desk): Decided {
  const { grid, day, id } = patrol;
  const finished = { type: 'PatrolFinished' as const, data: walkOf(patrol) };
  if (facts(roundsOf(grid))?.day !== day) return accept(finished);
  return {
    events: [finished],
    also: [{ stream: roundsStream(grid), event: { type: 'RoundDone', data: { day, patrol: id } } }],
  };
}

/** Comes by itself; early it does no harm. */
function lapsePatrol(patrol: Patrol, { setting }: Desk): Decided {
  if (setting.at < patrol.until) return refuse('patrol-not-over', { ids: [patrol.id] });
  return accept({ type: 'PatrolLapsed', data: walkOf(patrol) });
}

function step(patrol: Patrol, command: PatrolStep, desk: Desk): Decided {
  const over = patrol.stage !== 'walking' || (command.type !== 'LapsePatrol' && desk.setting.at >= patrol.until);
  if (over) return refuse('patrol-over', { ids: [patrol.id], params: { on: patrol.day } });
  switch (command.type) {
    case 'DoOnTheSpot':
      return doOnTheSpot(patrol, command.data, desk);
    case 'NoteVisit': {
      const data = { ...walkOf(patrol), item: patrol.items + 1, note: command.data.note };
      return accept({ type: 'VisitNoted', data });
    }
    case 'AddPatrolCase':
      return addCase(patrol, command.data.case, desk);
    case 'FinishPatrol':
      return finishPatrol(patrol, desk);
    case 'LapsePatrol':
      return lapsePatrol(patrol, desk);
    default:
      return unreachable(command);
  }
}

function beginRounds(rounds: Rounds | undefined, grid: string, { rules, facts, setting }: Desk): Decided {
  if (rounds?.stage === 'due') return refuse('rounds-begun', { ids: [grid] });
  const at = facts(gridOf(grid));
  if (at === undefined) return refuse('grid-unknown', { ids: [grid] });
  if (!rules.grids.some((kind) => kind === at.kind)) {
    return refuse('rounds-not-in-kind', { ids: [grid], params: { kind: at.kind } });
  }
  return accept({ type: 'RoundsBegun', data: roundDayFrom(todayOf(setting), rules, setting) });
}

/** Comes by itself at the end of the day. What was not walked by then was missed, and the next day is due. */
function closeRounds(
  rounds: Rounds | undefined,
  { grid, day }: { grid: string; day: string },
  { rules, setting }: Desk,
): Decided {
  if (rounds?.stage !== 'due' || rounds.day !== day || setting.at < rounds.until) {
    return refuse('rounds-not-due', { ids: [grid], params: { on: day } });
  }
  const { needed, done } = rounds;
  return accept({
    type: 'RoundsClosed',
    data: { day, needed, done, missed: Math.max(0, needed - done), next: roundDayAfter(day, rules, setting) },
  });
}

function endRounds(rounds: Rounds | undefined, grid: string, { setting }: Desk): Decided {
  const day = todayOf(setting);
  if (rounds?.stage !== 'due') return refuse('rounds-not-due', { ids: [grid], params: { on: day } });
  return accept({ type: 'RoundsEnded', data: { day } });
}

function decideRounds(rounds: Rounds | undefined, command: RoundsCommand, desk: Desk): Decided {
  switch (command.type) {
    case 'BeginRounds':
      return beginRounds(rounds, command.data.grid, desk);
    case 'CloseRounds':
      return closeRounds(rounds, command.data, desk);
    case 'EndRounds':
      return endRounds(rounds, command.data.grid, desk);
    default:
      return unreachable(command);
  }
}

const isOfRounds = (command: PatrolCommand): command is RoundsCommand => !('patrol' in command.data);

/** Decides what may happen on a patrol, and which rounds are due in a grid. */
export function decidePatrol(
  state: PatrolState | undefined,
  command: PatrolCommand,
  facts: Facts,
  setting: Setting,
): Decided {
  const rules = setting.model.grids.patrol;
  if (rules === undefined) return refuse('patrols-lacking');
  const desk = { rules, facts, setting };
  if (isOfRounds(command))
    return decideRounds(state === undefined || isPatrol(state) ? undefined : state, command, desk);
  if (command.type === 'StartPatrol') return startPatrol(state, command.data, desk);
  if (state === undefined || !isPatrol(state)) return refuse('patrol-over', { ids: [command.data.patrol] });
  return step(state, command, desk);
}
