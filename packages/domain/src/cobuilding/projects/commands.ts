import * as z from 'zod/mini';
import type { Sealed } from '../../kernel/contents.ts';
import type { CommandSpec } from '../../kernel/decider.ts';
import type { Message } from '../../kernel/envelope.ts';
import { unitOf } from '../../kernel/facts.ts';
import { modelKey, unitId, type FileId } from '../../kernel/ids.ts';
import { civilDate } from '../../kernel/time.ts';
import { projectId } from '../ids.ts';
import { evidence, title, words } from '../parts.ts';
import { projectStream, type ProjectState } from './project.ts';

const of = { project: projectId };

/** Begins a project of a unit, with up to 100 partners. */
const startProject = z.strictObject({
  ...of,
  unit: unitId,
  kind: modelKey,
  title,
  from: civilDate,
  until: civilDate,
  partners: z.array(unitId).check(z.maxLength(100)),
});
const joinProject = z.strictObject({ ...of, partner: unitId });
const finishProject = z.strictObject({ ...of, evidence, note: z.optional(words) });
const cancelProject = z.strictObject({ ...of, reason: words });

export type StartProjectData = Sealed<z.infer<typeof startProject>, 'title'>;
export type JoinProjectData = z.infer<typeof joinProject>;
export type FinishProjectData = Sealed<z.infer<typeof finishProject>, 'note'>;
export type CancelProjectData = Sealed<z.infer<typeof cancelProject>, 'reason'>;

/** What may be asked of a project that was started. */
export type ProjectStep =
  | Message<'JoinProject', JoinProjectData>
  | Message<'FinishProject', FinishProjectData>
  | Message<'CancelProject', CancelProjectData>;
/** What may be asked of projects. */
export type ProjectCommand = Message<'StartProject', StartProjectData> | ProjectStep;

const stream = (data: { readonly project: string }) => projectStream(data.project);

const start: CommandSpec<StartProjectData> = {
  schema: () => startProject,
  stream,
  begins: true,
  seals: ['title'],
  about: ({ unit }, _state, facts) => ({ territory: facts(unitOf(unit))?.territories ?? [], unit }),
};

/** A unit joins by its own will: it is about the partner, at the project's place. */
const join: CommandSpec<JoinProjectData, ProjectState> = {
  schema: () => joinProject,
  stream,
  about: ({ partner }, state) => ({ territory: state?.territory, unit: partner }),
};

/** Every command on a project: what it may say, its stream, its texts and files. */
export const projectCommandSpecs = {
  StartProject: start,
  JoinProject: join,
  FinishProject: {
    schema: () => finishProject,
    stream,
    seals: ['note'],
    files: ({ evidence: files }: { readonly evidence: readonly FileId[] }) => files,
  },
  CancelProject: { schema: () => cancelProject, stream, seals: ['reason'] },
} as const;
