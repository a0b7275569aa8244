import type { PlaceId } from '../../src/setup/places.ts';

/** A unit that the account tells of and the sample of the place does not have: it begins in the days before today. */
export interface NewUnit {
  readonly unit: string;
  readonly kind: string;
  readonly name: string;
  /** Whether it stands in the first compound of the community on show, or in all of it. */
  readonly inCompound: boolean;
  /** How many work in it, where it has no superior and is taken in: the model says whose it is. */
  readonly staff?: number;
  /** The unit beside it, among these. */
  readonly pairsWith?: string;
  /** Who heads it; invented. */
  readonly head?: { readonly person: string; readonly name: string; readonly post: string };
}

const head = (person: string, name: string, post = 'manager') => ({ person, name, post });

export const newUnits: Readonly<Partial<Record<PlaceId, readonly NewUnit[]>>> = {
  shibei: [
    {
      ...{ unit: 'new-tower', kind: 'resident-unit', name: '商务楼入驻企业（示例）', inCompound: true, staff: 60 },
      head: head('tower-head', '冯某林'),
    },
  ],
  luqiao: [{ unit: 'new-firm', kind: 'firm', name: '恒某达机电有限公司（示例）', inCompound: true, staff: 36 }],
  chengcheng: [
    {
      ...{ unit: 'new-firm', kind: 'resident-unit', name: '岳楼商贸公司（示例）', inCompound: true, staff: 22 },
      head: head('firm-head', '曹某庆'),
    },
    { unit: 'charity-store', kind: 'charity-store', name: '岳楼社区爱心超市（示例）', inCompound: false },
    {
      ...{ unit: 'property', kind: 'property-manager', name: '岳楼第1小区物业公司（示例）', inCompound: true },
      head: head('property-head', '贺某民'),
    },
  ],
  nanjing: [
    { unit: 'new-firm-1', kind: 'new-organisation', name: '泰某软件公司（示例）', inCompound: true, staff: 48 },
    { unit: 'new-firm-2', kind: 'new-organisation', name: '嘉某设计工作室（示例）', inCompound: true, staff: 9 },
    { unit: 'new-firm-3', kind: 'new-organisation', name: '瑞某餐饮公司（示例）', inCompound: true, staff: 31 },
    {
      ...{ unit: 'new-branch', kind: 'new-organisation-branch', name: '泰某软件公司党支部（示例）', inCompound: true },
      ...{ staff: 5, pairsWith: 'new-firm-1' },
    },
  ],
  bengbu: [
    {
      ...{
        unit: 'partner-bank',
        kind: 'partner-unit',
        name: '勤俭里共建银行网点（示例）',
        inCompound: false,
        staff: 12,
      },
      head: head('bank-head', '邵某云'),
    },
    {
      ...{ unit: 'partner-school', kind: 'partner-unit', name: '勤俭里共建小学（示例）', inCompound: false, staff: 74 },
      head: head('school-head', '陶某文'),
    },
    {
      ...{ unit: 'property', kind: 'property-manager', name: '第1小区（示例）物业公司', inCompound: true },
      head: head('property-head', '戴某兵'),
    },
  ],
};

/** Who heads a unit that the sample has without anybody in it, the nearest of its kind; invented. */
interface NewHead {
  readonly kind: string;
  readonly head: { readonly person: string; readonly name: string; readonly post: string };
}

export const newHeads: Readonly<Partial<Record<PlaceId, readonly NewHead[]>>> = {
  bengbu: [{ kind: 'owners-committee', head: head('owners-head', '熊某平', 'director') }],
};
