import * as z from 'zod/mini';
import { contentRef } from '../../kernel/contents.ts';
import type { Recorded } from '../../kernel/envelope.ts';
import { fileId, streamKey } from '../../kernel/ids.ts';
import { table } from '../../kernel/views.ts';
import { projectEventSchemas, type ProjectEvent } from './project.ts';

/** A project in a list: who builds what, with whom, until when. */
export const projectRow = z.object({
  id: z.string(),
  unit: z.string(),
  kind: z.string(),
  territory: z.string(),
  stage: z.enum(['running', 'finished', 'cancelled']),
  title: contentRef,
  from: z.string(),
  until: z.string(),
  /** Units that build with the one that began it. */
  partners: z.array(z.string()),
  finishedOn: z.optional(z.string()),
  evidence: z.optional(z.array(fileId)),
  note: z.optional(contentRef),
  reason: z.optional(contentRef),
  changedAt: z.number(),
});
export type ProjectRow = z.infer<typeof projectRow>;

type Started = Extract<Recorded<ProjectEvent>, { type: 'ProjectStarted' }>;

function changed(row: ProjectRow, event: Exclude<Recorded<ProjectEvent>, Started>): Partial<ProjectRow> {
  switch (event.type) {
    case 'PartnerJoined':
      return { partners: [...row.partners, event.data.partner] };
    case 'ProjectFinished': {
      const { on: finishedOn, evidence, note } = event.data;
      return { stage: 'finished', finishedOn, evidence, note };
    }
    case 'ProjectCancelled':
      return { stage: 'cancelled', reason: event.data.reason };
  }
}

/** Projects, by place and kind, by the unit that leads them, by the day that they should be done by. */
export const projects = table<ProjectRow, ProjectEvent>({
  name: 'projects',
  row: projectRow,
  on: Object.keys(projectEventSchemas),
  keys: (event) => [streamKey(event.stream)],
  project(row, event, id) {
    if (event.type === 'ProjectStarted') return { id, ...event.data, stage: 'running', changedAt: event.at };
    return row === undefined ? undefined : { ...row, ...changed(row, event), changedAt: event.at };
  },
  indexes: [['territory', 'stage', 'kind'], ['unit'], ['stage', 'until'], ['id']],
  about: { territory: 'territory', unit: 'unit' },
  contents: { title: 'see:projects', note: 'see:projects', reason: 'see:projects' },
});

/** Read models of projects. */
export const projectViews = [projects] as const;
