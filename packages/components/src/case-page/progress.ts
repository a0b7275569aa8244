import type { GovernanceModel, Language } from '@keting/domain';

/** Where a case stands on one of the steps that the account tells of. */
export interface ProgressStep {
  readonly id: string;
  readonly label: string;
  readonly state: 'past' | 'present' | 'ahead';
}

/** Stages in which a case has come to its end by the way: nothing of the steps is under way or to come any more. */
const cutShort: ReadonlySet<string> = new Set(['declined', 'voided', 'withdrawn', 'merged']);

/** Where the case stands, counted over the steps; half a step for one that ended by the way after it was collected. */
function reached(model: GovernanceModel, stage: string): number {
  const { phases, stages } = model.cases;
  if (stage === 'replied') return phases.length;
  if (cutShort.has(stage)) return 0.5;
  const phase = stages.find(({ id }) => id === stage)?.phase;
  return phases.findIndex(({ id }) => id === phase);
}

/** The model's steps with where a case in this stage stands. After the reply all are past. */
export function progressOf(model: GovernanceModel, stage: string, language: Language): readonly ProgressStep[] {
  const now = reached(model, stage);
  return model.cases.phases.map(({ id, label }, at) => ({
    id,
    label: label[language],
    state: at < now ? 'past' : at === now ? 'present' : 'ahead',
  }));
}
