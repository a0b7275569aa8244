import { accept, unreachable, type Decision, type Setting } from '../../kernel/decider.ts';
import { unitOf, type Facts } from '../../kernel/facts.ts';
import type { UnitId } from '../../kernel/ids.ts';
import { refuseBy, type RefusalCatalogue } from '../../kernel/refusal.ts';
import { civilDateOf } from '../../kernel/time.ts';
import { placeOf } from '../parts.ts';
import type { FinishProjectData, JoinProjectData, ProjectCommand, ProjectStep, StartProjectData } from './commands.ts';
import type { ProjectEvent, ProjectState, RunningProject } from './project.ts';

/** What a project may be refused for, and the capability that says so. */
export const projectRefusals = {
  'projects-not-here': 'DEL-04',
  'project-exists': 'DEL-04',
  'project-unknown': 'DEL-04',
  'project-kind-unknown': 'DEL-04',
  'project-unit-unknown': 'DEL-04',
  'project-term-empty': 'DEL-04',
  'project-ended': 'DEL-04',
  'already-partner': 'DEL-04',
} as const satisfies RefusalCatalogue;

const refuse = refuseBy(projectRefusals);
type Decided = Decision<ProjectEvent>;

const missing = (units: readonly UnitId[], facts: Facts): readonly UnitId[] =>
  units.filter((id) => facts(unitOf(id)) === undefined);

function startProject(
  state: ProjectState | undefined,
  data: StartProjectData,
  facts: Facts,
  { model }: Setting,
): Decided {
  if (state !== undefined) return refuse('project-exists', { ids: [data.project] });
  const { unit: id, kind, title, from, until } = data;
  const kinds = model.cobuilding?.matching?.projects ?? [];
  if (kinds.length === 0) return refuse('projects-not-here');
  if (!kinds.some((one) => one.id === kind)) return refuse('project-kind-unknown', { params: { kind } });
  if (until < from) return refuse('project-term-empty', { params: { from, until } });
  const unit = facts(unitOf(id));
  const partners = [...new Set(data.partners)].filter((partner) => partner !== id);
  const gone = missing([id, ...partners], facts);
  if (unit === undefined || gone.length > 0) return refuse('project-unit-unknown', { ids: gone });
  return accept({
    type: 'ProjectStarted',
    data: { unit: id, kind, territory: placeOf(unit), title, from, until, partners },
  });
}

function joinProject(state: RunningProject, { partner }: JoinProjectData, facts: Facts): Decided {
  if (state.unit === partner || state.partners.includes(partner)) {
    return refuse('already-partner', { ids: [partner] });
  }
  if (missing([partner], facts).length > 0) return refuse('project-unit-unknown', { ids: [partner] });
  return accept({ type: 'PartnerJoined', data: { partner } });
}

const finishProject = ({ evidence, note }: FinishProjectData, { at, model }: Setting): Decided =>
  accept({
    type: 'ProjectFinished',
    data: {
      on: civilDateOf(at, model.workingTime),
      evidence: [...evidence],
      ...(note === undefined ? {} : { note }),
    },
  });

function decideStep(state: RunningProject, command: ProjectStep, facts: Facts, setting: Setting): Decided {
  switch (command.type) {
    case 'JoinProject':
      return joinProject(state, command.data, facts);
    case 'FinishProject':
      return finishProject(command.data, setting);
    case 'CancelProject':
      return accept({ type: 'ProjectCancelled', data: { reason: command.data.reason } });
    default:
      return unreachable(command);
  }
}

/** Says yes or no to whatever may be asked of a project. */
export function decideProject(
  state: ProjectState | undefined,
  command: ProjectCommand,
  facts: Facts,
  setting: Setting,
): Decided {
  if (command.type === 'StartProject') return startProject(state, command.data, facts, setting);
  if (state === undefined) return refuse('project-unknown', { ids: [command.data.project] });
  if (state.stage !== 'running') return refuse('project-ended', { ids: [state.id], params: { stage: state.stage } });
  return decideStep(state, command, facts, setting);
}
