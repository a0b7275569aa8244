import type { GovernanceModel, GridElement } from '@keting/domain';
import { sampleModel } from '@keting/domain/testing';

const kind = (id: string, element: GridElement, standardRef: string) => ({
  id,
  label: { 'zh-Hans': id, 'zh-Hant': id, en: id },
  element,
  standardRef,
  source: 'ours',
});

const base = sampleModel();

/** The sample model of a place that registers what its grids hold. */
export const holdingModel: GovernanceModel = {
  ...base,
  grids: {
    ...base.grids,
    objects: [
      kind('resident', 'person', 'GB/T 34300-2017'),
      kind('building', 'place', 'GB/T 34300-2017'),
      kind('hydrant', 'thing', 'GB/T 30428.2-2013 01-07'),
      kind('shop', 'organisation', 'GB/T 34300-2017'),
    ],
  },
};
