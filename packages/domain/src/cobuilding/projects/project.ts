import * as z from 'zod/mini';
import { contentRef } from '../../kernel/contents.ts';
import type { Message, Recorded } from '../../kernel/envelope.ts';
import { fileId, modelKey, streamKey, unitId, type UnitId } from '../../kernel/ids.ts';
import { civilDate } from '../../kernel/time.ts';

/** A unit began to build something together with others, at its own place. */
export const projectStarted = z.strictObject({
  unit: unitId,
  kind: modelKey,
  territory: z.string(),
  title: contentRef,
  /** The first day, and the day that it should be done by. */
  from: civilDate,
  until: civilDate,
  partners: z.array(unitId),
});
/** One more unit builds with them. */
export const partnerJoined = z.strictObject({ partner: unitId });
/** It is done, as the files show. */
export const projectFinished = z.strictObject({
  on: civilDate,
  evidence: z.array(fileId),
  note: z.optional(contentRef),
});
/** It was given up, with the reason. */
export const projectCancelled = z.strictObject({ reason: contentRef });

/** The data of every event of a project, by the event's type. */
export const projectEventSchemas = {
  ProjectStarted: projectStarted,
  PartnerJoined: partnerJoined,
  ProjectFinished: projectFinished,
  ProjectCancelled: projectCancelled,
} as const;

type Schemas = typeof projectEventSchemas;
/** What can happen to a project. */
export type ProjectEvent = { [T in keyof Schemas]: Message<T, z.infer<Schemas[T]>> }[keyof Schemas];

interface Standing {
  readonly id: string;
  readonly unit: UnitId;
  readonly kind: string;
  readonly territory: string;
  readonly partners: readonly UnitId[];
}

/** A project that runs. */
export type RunningProject = Standing & { readonly stage: 'running' };
/** A project: running, finished or cancelled. */
export type ProjectState = RunningProject | (Standing & { readonly stage: 'finished' | 'cancelled' });

/** The stream of a project, by its id. */
export const projectStream = (id: string): `project/${string}` => `project/${id}`;

function next(state: ProjectState, event: Recorded<ProjectEvent>): ProjectState {
  switch (event.type) {
    case 'ProjectStarted':
      return state;
    case 'PartnerJoined':
      return { ...state, partners: [...state.partners, event.data.partner] };
    case 'ProjectFinished':
      return { ...state, stage: 'finished' };
    case 'ProjectCancelled':
      return { ...state, stage: 'cancelled' };
  }
}

/** Folds what happened into the state of a project. */
export function evolveProject(state: ProjectState | undefined, event: Recorded<ProjectEvent>): ProjectState {
  if (event.type === 'ProjectStarted') {
    const { unit, kind, territory, partners } = event.data;
    return { stage: 'running', id: streamKey(event.stream), unit, kind, territory, partners };
  }
  if (state === undefined) throw new Error(`${event.stream} begins with ${event.type}`);
  return next(state, event);
}
