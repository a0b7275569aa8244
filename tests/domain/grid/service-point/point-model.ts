import type { GovernanceModel, ServicePointRules } from '@keting/domain';
import { sampleModel } from '@keting/domain/testing';

const kind = (id: string) => ({ id, label: { 'zh-Hans': id, 'zh-Hant': id, en: id }, source: 'ours' });

/** 80 metres a minute over ways a quarter longer than the straight line: 15 minutes reach 960 m of it. */
export const pointRules: ServicePointRules = {
  kinds: [kind('station'), kind('centre')],
  metresPerMinute: 80,
  detour: 1.25,
  minutes: 15,
  source: 'ours',
};

const base = sampleModel();

/** The sample model of a place with service points. */
export const pointModel: GovernanceModel = { ...base, grids: { ...base.grids, servicePoints: pointRules } };
