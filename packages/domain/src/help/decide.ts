import type { HelpRules } from '../governance-model/street-work-rules.ts';
import { accept, unreachable, type Decision, type Setting } from '../kernel/decider.ts';
import { gridOf, unitOf, type Facts } from '../kernel/facts.ts';
import { helpTeamId, unitId } from '../kernel/ids.ts';
import { refuseBy, type RefusalCatalogue } from '../kernel/refusal.ts';
import { civilDateOf } from '../kernel/time.ts';
import type { HelpCommand, HelpData } from './commands.ts';
import { teamsFor } from './facts.ts';
import type { HelpEvent, HelpRequest, HelpState } from './help.ts';

/** What help may be refused for, and the capability that says so. */
export const helpRefusals = {
  'help-lacking': 'CASE-11',
  'help-exists': 'CASE-11',
  'help-unknown': 'CASE-11',
  'help-over': 'CASE-11',
  'help-not-matched': 'CASE-11',
  'help-grid-unknown': 'CASE-11',
  'help-skill-unknown': 'CASE-11',
  'help-unit-unfit': 'CASE-11',
  'help-team-exists': 'CASE-11',
  'help-team-unknown': 'CASE-11',
  'help-team-unfit': 'CASE-11',
  'help-team-same': 'CASE-11',
  'help-reason-required': 'CASE-11',
  'helper-named-already': 'CASE-11',
} as const satisfies RefusalCatalogue;

const refuse = refuseBy(helpRefusals);
type Decided = Decision<HelpEvent>;

function formTeam(data: HelpData<'FormHelpTeam'>, rules: HelpRules, facts: Facts): Decided {
  const unit = facts(unitOf(data.unit));
  const territory = unit?.territories[0];
  if (unit === undefined || territory === undefined || !rules.units.includes(unit.kind)) {
    return refuse('help-unit-unfit', { ids: [data.unit] });
  }
  const strange = data.skills.filter((skill) => !rules.skills.some(({ id }) => id === skill));
  if (strange.length > 0) return refuse('help-skill-unknown', { params: { skills: strange } });
  const several = unit.territories.length > 1 ? { territories: [...unit.territories] } : {};
  const formed = { unit: data.unit, territory, ...several, skills: [...new Set(data.skills)] };
  return accept({ type: 'HelpTeamFormed', data: formed });
}

function askHelp(data: HelpData<'AskHelp'>, rules: HelpRules, facts: Facts, { at, model }: Setting): Decided {
  const { skill, grid, helped, need, contact } = data;
  if (!rules.skills.some(({ id }) => id === skill))
    return refuse('help-skill-unknown', { params: { skills: [skill] } });
  if (facts(gridOf(grid)) === undefined) return refuse('help-grid-unknown', { ids: [grid] });
  return accept({
    type: 'HelpAsked',
    data: {
      cohort: { grid, skill, day: civilDateOf(at, model.workingTime) },
      ...(helped === undefined ? {} : { helped }),
      need,
      ...(contact === undefined ? {} : { contact }),
    },
  });
}

/** The nearest team that has the skill is proposed; whoever chooses another of those that fit says why. */
function matchHelp(state: HelpRequest, { team, reason }: HelpData<'MatchHelp'>, facts: Facts): Decided {
  if (state.team === team) return refuse('help-team-same', { ids: [team] });
  const fit = facts(teamsFor(state.cohort.skill, state.cohort.grid));
  const chosen = fit.find(({ id }) => id === team);
  if (chosen === undefined) return refuse('help-team-unfit', { ids: [team], params: { skill: state.cohort.skill } });
  const [proposed = chosen] = fit;
  if (proposed !== chosen && reason === undefined) {
    return refuse('help-reason-required', { ids: [team], params: { proposed: proposed.id } });
  }
  return accept({
    type: 'HelpMatched',
    data: {
      cohort: state.cohort,
      team,
      unit: unitId.parse(chosen.unit),
      ...(state.team === undefined ? {} : { was: helpTeamId.parse(state.team) }),
      ...(reason === undefined ? {} : { reason }),
    },
  });
}

function nameHelper(state: HelpRequest, { helper }: HelpData<'NameHelper'>): Decided {
  if (state.stage !== 'matched') return refuse('help-not-matched', { ids: [state.id] });
  return state.helpers.includes(helper)
    ? refuse('helper-named-already', { ids: [state.id, helper] })
    : accept({ type: 'HelperNamed', data: { cohort: state.cohort, helper } });
}

/** Only help that somebody gave settles anything: who helps is on record before. What nobody could help with ends unsettled. */
function endHelp(state: HelpRequest, { settled, result }: HelpData<'EndHelp'>): Decided {
  return settled && state.helpers.length === 0
    ? refuse('help-not-matched', { ids: [state.id] })
    : accept({ type: 'HelpEnded', data: { cohort: state.cohort, settled, result } });
}

type OnRequest = Extract<HelpCommand, { type: 'MatchHelp' | 'NameHelper' | 'EndHelp' }>;

function decideRequest(state: HelpState | undefined, command: OnRequest, facts: Facts): Decided {
  const { help } = command.data;
  if (state === undefined || !('helpers' in state)) return refuse('help-unknown', { ids: [help] });
  if (state.stage === 'ended') return refuse('help-over', { ids: [help] });
  switch (command.type) {
    case 'MatchHelp':
      return matchHelp(state, command.data, facts);
    case 'NameHelper':
      return nameHelper(state, command.data);
    case 'EndHelp':
      return endHelp(state, command.data);
    default:
      return unreachable(command);
  }
}

function dissolveTeam(state: HelpState | undefined, { team }: HelpData<'DissolveHelpTeam'>): Decided {
  return state?.stage === 'standing'
    ? accept({ type: 'HelpTeamDissolved', data: {} })
    : refuse('help-team-unknown', { ids: [team] });
}

/** Decides what may happen to help and to the teams that give it. */
export function decideHelp(
  state: HelpState | undefined,
  command: HelpCommand,
  facts: Facts,
  setting: Setting,
): Decided {
  const rules = setting.model.help;
  if (rules === undefined) return refuse('help-lacking');
  switch (command.type) {
    case 'FormHelpTeam':
      return state === undefined
        ? formTeam(command.data, rules, facts)
        : refuse('help-team-exists', { ids: [command.data.team] });
    case 'DissolveHelpTeam':
      return dissolveTeam(state, command.data);
    case 'AskHelp':
      return state === undefined
        ? askHelp(command.data, rules, facts, setting)
        : refuse('help-exists', { ids: [command.data.help] });
    default:
      return decideRequest(state, command, facts);
  }
}
