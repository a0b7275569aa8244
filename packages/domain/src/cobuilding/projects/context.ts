import { unwritten } from '../../kernel/contents.ts';
import type { Context } from '../../kernel/decider.ts';
import type { FactReader } from '../../kernel/facts.ts';
import { inOffice } from '../../kernel/personal.ts';
import type { Offer } from '../facts.ts';
import { projectId } from '../ids.ts';
import { first } from '../parts.ts';
import { projectCommandSpecs, type ProjectCommand } from './commands.ts';
import { decideProject } from './decide.ts';
import { evolveProject, projectEventSchemas, projectStream, type ProjectEvent, type ProjectState } from './project.ts';
import { projectViews } from './views.ts';

const readOffer: FactReader = async (source, id): Promise<Offer | undefined> => {
  const state = await source.load<ProjectState>(projectStream(String(id)));
  if (state === undefined) return undefined;
  const { kind, territory, stage } = state;
  return { form: 'project', id: state.id, kind, territory, open: stage === 'running' };
};

const plain = ({ id }: ProjectState) => ({ project: projectId.parse(id) });

/** Projects that units build together. */
export const projectContext: Context<ProjectState, ProjectCommand, ProjectEvent> = {
  name: 'projects',
  streams: ['project'],
  commands: {
    ...projectCommandSpecs,
    FinishProject: {
      ...projectCommandSpecs.FinishProject,
      offer: (state: ProjectState) => ({ ...plain(state), evidence: [] }),
    },
    CancelProject: {
      ...projectCommandSpecs.CancelProject,
      offer: (state: ProjectState) => ({ ...plain(state), reason: unwritten }),
    },
  },
  events: {
    ProjectStarted: { ...first(projectEventSchemas.ProjectStarted), personal: { title: inOffice } },
    PartnerJoined: first(projectEventSchemas.PartnerJoined),
    ProjectFinished: { ...first(projectEventSchemas.ProjectFinished), personal: { note: inOffice } },
    ProjectCancelled: { ...first(projectEventSchemas.ProjectCancelled), personal: { reason: inOffice } },
  },
  decide: decideProject,
  evolve: evolveProject,
  views: projectViews,
  facts: { projectOffer: readOffer },
  sees: 'see:projects',
  about: ({ territory, unit }) => ({ territory, unit }),
};
