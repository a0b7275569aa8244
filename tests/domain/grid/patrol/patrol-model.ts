import type { GovernanceModel, PatrolRules } from '@keting/domain';
import { sampleModel } from '@keting/domain/testing';

const label = (en: string) => ({ 'zh-Hans': en, 'zh-Hant': en, en });
const named = (id: string) => ({ id, label: label(id), source: 'ours' });

export const patrolRules: PatrolRules = {
  grids: ['micro'],
  days: 'every-day',
  rounds: 1,
  onTheSpot: [named('litter'), named('leaflet')],
  source: 'ours',
};

/** The sample model of a place that patrols its micro-grids, once a day unless told otherwise. */
export const patrolModel = (rules: Partial<PatrolRules> = {}): GovernanceModel => {
  const model = sampleModel();
  return { ...model, grids: { ...model.grids, patrol: { ...patrolRules, ...rules } } };
};
