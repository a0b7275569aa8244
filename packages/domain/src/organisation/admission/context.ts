import * as z from 'zod/mini';
import { contentRef } from '../../kernel/contents.ts';
import { accept, type Context, type Decision, type Setting } from '../../kernel/decider.ts';
import { unitOf, type Facts } from '../../kernel/facts.ts';
import { streamKey } from '../../kernel/ids.ts';
import { inOffice } from '../../kernel/personal.ts';
import { refuseBy, type RefusalCatalogue } from '../../kernel/refusal.ts';
import { civilDateOf } from '../../kernel/time.ts';
import { table } from '../../kernel/views.ts';
import {
  admitMatterSpec,
  evolveAdmission,
  matterAdmitted,
  type AdmissionCommand,
  type AdmissionEvent,
  type AdmissionState,
} from './admission.ts';

/** Why a matter is not let into a community, and the capability that says so. */
export const admissionRefusals = {
  'admission-lacking': 'ORG-10',
  'admission-community-unfit': 'ORG-10',
  'admission-asker-unknown': 'ORG-10',
  'matter-known': 'ORG-10',
  'matter-not-listed': 'ORG-10',
  'matter-on-negative-list': 'ORG-10',
} as const satisfies RefusalCatalogue;

const refuse = refuseBy(admissionRefusals);

/** Lets in what the service list names; what it does not name, or what the negative list does, is refused with that rule. */
export function decideAdmission(
  state: AdmissionState | undefined,
  { data }: AdmissionCommand,
  facts: Facts,
  { model, at }: Setting,
): Decision<AdmissionEvent> {
  const { admission, workingTime } = model;
  if (admission === undefined) return refuse('admission-lacking');
  if (state !== undefined) return refuse('matter-known', { ids: [data.matter] });
  const community = facts(unitOf(data.community));
  if (community === undefined || !admission.kinds.includes(community.kind)) {
    return refuse('admission-community-unfit', { ids: [data.community] });
  }
  if (facts(unitOf(data.from)) === undefined) return refuse('admission-asker-unknown', { ids: [data.from] });
  const item = admission.items.find(({ id }) => id === data.item);
  if (item === undefined) {
    return refuse('matter-not-listed', { ids: [data.matter], params: { item: data.item, source: admission.source } });
  }
  if (item.list === 'negative') {
    const params = { item: item.id, class: item.class, source: item.source };
    return refuse('matter-on-negative-list', { ids: [data.matter], params });
  }
  const { from, title } = data;
  const of = { community: community.id, territories: [...community.territories], from, title };
  return accept({
    type: 'MatterAdmitted',
    data: { ...of, class: item.class, item: item.id, on: civilDateOf(at, workingTime) },
  });
}

/** A matter that a community was given to do, and by which item of the list. */
export const admittedMatterRow = z.object({
  id: z.string(),
  community: z.string(),
  territory: z.string(),
  from: z.string(),
  class: z.string(),
  item: z.string(),
  title: contentRef,
  on: z.string(),
});
export type AdmittedMatterRow = z.infer<typeof admittedMatterRow>;

/** What each community was given to do, by community and by class. */
export const admittedMatters = table<AdmittedMatterRow, AdmissionEvent>({
  name: 'admitted-matters',
  row: admittedMatterRow,
  on: ['MatterAdmitted'],
  keys: ({ stream }) => [streamKey(stream)],
  project: (_row, { data: { territories, ...data } }, id) => ({ ...data, id, territory: territories[0] ?? '' }),
  indexes: [['community', 'on'], ['class', 'on'], ['from'], ['id'], ['territory', 'on']],
  about: { territory: 'territory', unit: 'community', handler: 'from' },
  contents: { title: 'see:admissions' },
});

/** Admission of matters to communities (准入制度): by a service list and a negative list. */
export const admissionContext: Context<AdmissionState, AdmissionCommand, AdmissionEvent> = {
  name: 'admission',
  streams: ['admission'],
  commands: { AdmitMatter: admitMatterSpec },
  events: { MatterAdmitted: { v: 1, schema: matterAdmitted, personal: { title: inOffice } } },
  decide: decideAdmission,
  evolve: evolveAdmission,
  views: [admittedMatters],
  facts: {},
  sees: 'see:admissions',
  about: ({ territories, community, from }) => ({ territory: territories, unit: community, handler: from }),
};
