import type { GovernanceModel, Language } from '@keting/domain';

/** Where a case stands on one of the steps that the account tells of. */
export interface ProgressStep {
  readonly id: string;
  readonly label: string;
  readonly state: 'past' | 'present' | 'ahead';
}

/** Stages in which a case has come to its end by the way, not through the steps. */
const cutShort: ReadonlySet<string> = new Set(['declined', 'voided', 'withdrawn', 'merged']);

/** Whether a case ended without walking the steps. */
export const endedEarly = (stage: string): boolean => cutShort.has(stage);

/** The model's steps with where a case in this stage stands. When the last one is done, all are past. */
export function progressOf(model: GovernanceModel, stage: string, language: Language): readonly ProgressStep[] {
  const { phases, stages } = model.cases;
  const phase = stages.find(({ id }) => id === stage)?.phase;
  const present = stage === 'replied' ? phases.length : phases.findIndex(({ id }) => id === phase);
  return phases.map(({ id, label }, at) => ({
    id,
    label: label[language],
    state: at < present ? 'past' : at === present ? 'present' : 'ahead',
  }));
}
