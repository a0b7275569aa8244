import type { PlaceId } from '../../src/setup/places.ts';

/** A unit that the account tells of and the sample of the place does not have: it is founded in the days before today. */
interface NewUnit {
  readonly unit: string;
  readonly kind: string;
  readonly name: string;
  /** Whether it stands in the first compound of the community on show, or in all of it. */
  readonly inCompound: boolean;
  /** Who heads it; invented. */
  readonly head?: { readonly person: string; readonly name: string; readonly post: string };
}

const head = (person: string, name: string, post = 'manager') => ({ person, name, post });

export const newUnits: Readonly<Partial<Record<PlaceId, readonly NewUnit[]>>> = {
  chengcheng: [
    { unit: 'charity-store', kind: 'charity-store', name: '岳楼社区爱心超市（示例）', inCompound: false },
    {
      ...{ unit: 'property', kind: 'property-manager', name: '岳楼第1小区物业公司（示例）', inCompound: true },
      head: head('property-head', '贺某民'),
    },
  ],
  bengbu: [
    {
      ...{ unit: 'partner-bank', kind: 'partner-unit', name: '勤俭里共建银行网点（示例）', inCompound: false },
      head: head('bank-head', '邵某云'),
    },
    {
      ...{ unit: 'partner-school', kind: 'partner-unit', name: '勤俭里共建小学（示例）', inCompound: false },
      head: head('school-head', '陶某文'),
    },
    {
      ...{ unit: 'owners', kind: 'owners-committee', name: '第1小区（示例）业主委员会', inCompound: true },
      head: head('owners-head', '熊某平', 'director'),
    },
    {
      ...{ unit: 'property', kind: 'property-manager', name: '第1小区（示例）物业公司', inCompound: true },
      head: head('property-head', '戴某兵'),
    },
  ],
};
