import type { OrganisationCommand, OrganisationEvent } from '@keting/domain';
import { personId, unitId } from '@keting/domain';

export const unit = (id: string) => unitId.parse(id);
export const person = (id: string) => personId.parse(id);

/** A unit of the sample model, founded on the first day of 2020 unless said. */
export const found = (
  id: string,
  kind: string,
  parent?: string,
  rest: { readonly on?: string; readonly territories?: string[]; readonly creditCode?: string } = {},
): OrganisationCommand => ({
  type: 'FoundUnit',
  data: {
    unit: unit(id),
    kind,
    name: id,
    ...(parent === undefined ? {} : { parent: unit(parent) }),
    territories: ['990101'],
    on: '2020-01-01',
    ...rest,
  },
});

export const appoint = (
  at: string,
  post: string,
  who: string,
  rest: { readonly from?: string; readonly until?: string; readonly partTimeFrom?: string } = {},
): OrganisationCommand => {
  const { partTimeFrom, ...period } = rest;
  return {
    type: 'AppointHolder',
    data: {
      unit: unit(at),
      post,
      person: person(who),
      from: '2020-01-01',
      ...period,
      ...(partTimeFrom === undefined ? {} : { partTimeFrom: unit(partTimeFrom) }),
    },
  };
};

/** One street with its office, a joint committee, its community and two villages. */
export const smallDistrict: readonly OrganisationCommand[] = [
  found('district', 'district-committee'),
  found('street', 'street-committee', 'district', { territories: ['990101001'] }),
  found('office', 'street-office', 'street', { territories: ['990101001'] }),
  found('joint', 'joint-committee', 'street', { territories: ['990101001001', '990101001201', '990101001202'] }),
  found('community', 'community-branch', 'joint', { territories: ['990101001001'] }),
  found('east-village', 'village-branch', 'joint', { territories: ['990101001201'] }),
  found('west-village', 'village-branch', 'joint', { territories: ['990101001202'] }),
  found('council', 'residents-committee', 'office', { territories: ['990101001001'] }),
];

/** The past of one unit, as its own stream has it. */
export const founded = (
  kind: string,
  parent?: string,
  rest: { readonly on?: string; readonly territories?: string[] } = {},
): OrganisationEvent => ({
  type: 'UnitFounded',
  data: {
    kind,
    name: 'Unit',
    ...(parent === undefined ? {} : { parent: unit(parent) }),
    territories: ['990101001'],
    on: '2020-01-01',
    ...rest,
  },
});

export const appointed = (post: string, who: string, from: string, until?: string): OrganisationEvent => ({
  type: 'HolderAppointed',
  data: { post, person: person(who), from, ...(until === undefined ? {} : { until }), territory: '990101001' },
});
