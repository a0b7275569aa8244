// What a place and the units that stand in it built together.

import type { PlaceId } from '../../src/setup/places.ts';
import { deed, type Deed } from './deed.ts';
import type { Scene } from './scene.ts';

/** What one side promised, to be done by so many days before today. */
type Promised = readonly [kind: string, by: 'unit' | 'street', due: number, text: string];

interface ToldCommitments {
  readonly unit: string;
  readonly street: string;
  /** The first two were kept, the third ran over its day, the others are still due. */
  readonly promised: readonly Promised[];
}

const toldCommitments: Readonly<Partial<Record<PlaceId, ToldCommitments>>> = {
  shibei: {
    ...{ unit: 'resident-unit-branch', street: 'community-committee' },
    promised: [
      ['venue', 'unit', 20, '周末向社区开放会议室和停车场。'],
      ['sanitation', 'street', 15, '每周清理驻区单位门前积存垃圾。'],
      ['talent', 'unit', 10, '请两位医生到社区义诊一次。'],
      ['funds', 'unit', -40, '为里院老人食堂捐助两万元。'],
      ['policy', 'unit', -60, '为楼里小店讲一次创业贷款政策。'],
      ['advice', 'street', -30, '为单位职工开一次入学政策说明会。'],
    ],
  },
  chengcheng: {
    ...{ unit: 'resident-unit', street: 'street-committee' },
    promised: [
      ['resources', 'unit', 20, '夜间向小区开放单位停车场六十个车位。'],
      ['service', 'street', 15, '为驻区单位办理一次集体养老认证。'],
      ['people', 'unit', 10, '组织二十名党员清理小区楼道。'],
      ['people', 'unit', -40, '每周派两名职工到社区值守。'],
    ],
  },
  nanjing: {
    ...{ unit: 'resident-unit-branch', street: 'street-committee' },
    promised: [
      ['shared-resources', 'unit', 20, '把职工食堂向社区老人开放。'],
      ['service', 'street', 15, '为单位退休职工开一次健康讲座。'],
      ['shared-activities', 'unit', 10, '与社区合办一次邻里运动会。'],
      ['shared-work', 'unit', -40, '承担小区北门一侧的值勤。'],
    ],
  },
};

function commitments(scene: Scene): readonly Deed[] {
  const told = toldCommitments[scene.place];
  if (told === undefined) return [];
  const [unit, street] = [scene.unit(told.unit), scene.unit(told.street)];
  const post = scene.holdings(unit)[0]?.post ?? '';
  const kept = (daysAgo: number, n: number, note: string): Deed =>
    deed(scene.at(daysAgo, '16:00'), 'FulfilCommitment', {
      ...{ commitment: `commitment-${n}`, evidence: [`shown-commitment-${n}`], note },
    });
  return [
    ...told.promised.map(([kind, by, due, text], i) =>
      deed(scene.at(55 - i, '09:00'), 'MakeCommitment', {
        ...{ commitment: `commitment-${i + 1}`, kind, text, due: scene.day(due) },
        ...(by === 'unit' ? { from: unit, to: street, post } : { from: street, to: unit, post: 'secretary' }),
      }),
    ),
    kept(22, 1, '已开放，门口贴了时间。'),
    kept(16, 2, '已连做四周，双方看过。'),
  ];
}

const daily = Array.from({ length: 7 }, (_, i) => ({ weekday: i + 1, from: '09:00', to: '20:00' }));

/** What is open to others: a kind, whose it is, its name, what it is booked for. */
const toldResources: Readonly<
  Partial<Record<PlaceId, readonly (readonly [kind: string, of: string, name: string, purpose: string])[]>>
> = {
  shibei: [
    ['culture', 'residents-committee', '铁山路社区活动室', '合唱队排练'],
    ['health', 'resident-unit', '驻区单位卫生室（示例）', '老人量血压'],
    ['sports', 'resident-unit', '驻区单位篮球场（示例）', '邻里篮球赛'],
  ],
  nanjing: [
    ['school', 'residents-committee', '苏州路社区党校', '形势政策课'],
    ['broadcast', 'resident-unit', '驻区单位放映室（示例）', '社区电影晚会'],
  ],
};

/** 共享资源: opened, booked for days to come, closed for a day; one booking given back. */
function resources(scene: Scene): readonly Deed[] {
  const told = toldResources[scene.place] ?? [];
  const book = (n: number, booking: string, ahead: number, by: string): Deed =>
    deed(
      scene.at(6, `10:0${n}`),
      'BookResource',
      {
        ...{ resource: `resource-${n}`, booking, purpose: told[n - 1]?.[3] ?? '' },
        ...{ from: scene.at(-ahead, '14:00'), to: scene.at(-ahead, '16:00') },
      },
      by,
    );
  if (told.length === 0) return [];
  return [
    ...told.map(([kind, of, name], i) =>
      deed(scene.at(65 - i, '09:00'), 'OpenResource', {
        ...{ resource: `resource-${i + 1}`, unit: scene.unit(of), kind, name, hours: daily },
      }),
    ),
    ...told.map((_, i) => book(i + 1, `booking-${i + 1}`, 3 + i, scene.volunteer(i))),
    book(1, 'booking-9', 9, scene.volunteer(3)),
    deed(scene.at(5, '10:00'), 'CancelBooking', { resource: 'resource-1', booking: 'booking-9' }, scene.volunteer(3)),
    deed(scene.at(4, '10:00'), 'CloseDay', { resource: 'resource-1', date: scene.day(-12), reason: '消防检查。' }),
  ];
}

/** 需求、资源、项目对接. */
function needs(scene: Scene): readonly Deed[] {
  if (scene.model.cobuilding?.matching === undefined) return [];
  const unit = scene.unit('residents-committee');
  const raise = (daysAgo: number, n: number, kind: string, text: string): Deed =>
    deed(scene.at(daysAgo, '10:00'), 'RaiseNeed', { need: `need-${n}`, unit, kind, text });
  const match = (daysAgo: number, n: number, form: string, id: string): Deed =>
    deed(scene.at(daysAgo, '11:00'), 'MatchNeed', { need: `need-${n}`, with: { form, id } });
  return [
    raise(48, 1, 'medical-care', '几位做过手术的老人想就近复诊。'),
    match(47, 1, 'resource', 'resource-2'),
    deed(scene.at(28, '16:00'), 'MeetNeed', {
      need: 'need-1',
      evidence: ['shown-need-1'],
      note: '每周三下午固定坐诊。',
    }),
    raise(46, 2, 'financing', '楼里的小店想申请创业贷款。'),
    match(44, 2, 'commitment', 'commitment-5'),
    raise(11, 3, 'road', '坡道石阶松动，老人上下吃力。'),
    raise(4, 4, 'work', '两位下岗居民想找就近的保洁活。'),
    deed(scene.at(50, '09:00'), 'StartProject', {
      ...{
        project: 'project-1',
        unit,
        kind: 'three-links',
        title: '里院老人食堂',
        partners: [scene.unit('resident-unit')],
      },
      ...{ from: scene.day(50), until: scene.day(-90) },
    }),
    deed(scene.at(43, '09:00'), 'JoinProject', { project: 'project-1', partner: scene.units('resident-unit')[1] }),
    deed(scene.at(60, '09:00'), 'StartProject', {
      ...{ project: 'project-2', unit, kind: 'three-links', title: '楼道亮灯', partners: [] },
      ...{ from: scene.day(60), until: scene.day(20) },
    }),
    deed(scene.at(19, '16:00'), 'FinishProject', {
      ...{ project: 'project-2', evidence: ['shown-project-2'], note: '十一个楼道的灯全部换好。' },
    }),
  ];
}

interface ToldBudget {
  readonly unit: string;
  readonly kind: string;
  readonly source: string;
  /** Each line with what is set aside on it and what it was spent on, in yuan. */
  readonly lines: readonly (readonly [line: string, allotted: number, spent: number, purpose: string])[];
}

const toldBudgets: Readonly<Partial<Record<PlaceId, ToldBudget>>> = {
  luqiao: {
    ...{ unit: 'living-room', kind: 'living-room', source: 'award' },
    lines: [
      ['governance', 90_000, 32_600, '南门单行改造划线和标牌'],
      ['building', 60_000, 41_200, '会客厅桌椅和无障碍坡道'],
      ['allowances', 50_000, 18_000, '三季度微格员通讯补助'],
    ],
  },
  shibei: {
    ...{ unit: 'community-committee', kind: 'community', source: 'street' },
    lines: [
      ['office', 40_000, 12_800, '打印纸和网络费'],
      ['activities', 50_000, 23_500, '重阳节邻里活动'],
      ['service', 60_000, 30_400, '老人送餐补贴'],
    ],
  },
};

const fen = (yuan: number): number => yuan * 100;

const yearOf = (scene: Scene, daysAgo: number): number => Number(scene.day(daysAgo).slice(0, 4));

/** 经费: this year's budget of the community on show, with all that was set aside and spent. */
function budgets(scene: Scene): readonly Deed[] {
  const told = toldBudgets[scene.place];
  if (told === undefined) return [];
  const [of, year] = [{ budget: 'budget-1' }, yearOf(scene, 1)];
  // Money is of the year in which it is spent: early in a year all of it happened in fewer days.
  const since = (daysAgo: number): number => (yearOf(scene, daysAgo) === year ? daysAgo : since(daysAgo - 1));
  const [first = ['', 0, 0, '']] = told.lines;
  const spend = (time: string, entry: string, line: string, yuan: number, purpose: string): Deed =>
    deed(scene.at(since(30), time), 'SpendMoney', {
      ...{ ...of, entry, line, amount: fen(yuan), purpose, evidence: [`shown-${entry}`] },
    });
  return [
    deed(scene.at(since(100), '09:00'), 'OpenBudget', { ...of, unit: scene.unit(told.unit), kind: told.kind, year }),
    deed(scene.at(since(90), '09:10'), 'AddFunds', {
      ...{ ...of, entry: 'funds-1', from: told.source, amount: fen(30_000), evidence: ['shown-funds-1'] },
      note: '年中追加。',
    }),
    ...told.lines.map(([line, allotted], i) =>
      deed(scene.at(since(88), `09:2${i}`), 'AllotLine', { ...of, line, amount: fen(allotted) }),
    ),
    ...told.lines.map(([line, , spent, purpose], i) => spend(`10:0${i}`, `spending-${i + 1}`, line, spent, purpose)),
    spend('10:08', 'spending-9', first[0], 800, '重复录入的一笔'),
    deed(scene.at(since(29), '10:10'), 'ReverseSpending', { ...of, entry: 'spending-9', reason: '重复录入。' }),
    deed(scene.at(since(12), '10:20'), 'TransferLine', {
      ...{ ...of, from: told.lines[1]?.[0], to: told.lines[0]?.[0], amount: fen(5000), reason: '结余调剂。' },
    }),
  ];
}

/** A card: whose (a kind of units, or `grid`), what it is made of (in whole percent, by which kind of unit, how many points), which honour it led to. */
interface ToldCard {
  readonly card: string;
  readonly of: string;
  /** Which of the units of that kind. */
  readonly nth: number;
  readonly criteria: readonly (readonly [criterion: string, weight: number, by: string, points: number])[];
  readonly honour?: { readonly id: string; readonly by: string; readonly opinion: string };
}

const toldCards: Readonly<Partial<Record<PlaceId, readonly ToldCard[]>>> = {
  luqiao: [
    {
      ...{ card: 'primary-organisations', of: 'community-branch', nth: 0 },
      criteria: [
        ['governance', 50, 'street-committee', 94],
        ['council', 30, 'joint-party-committee', 92],
        ['patrols', 20, 'joint-party-committee', 96],
      ],
      honour: { id: 'good-organisation', by: 'street-committee', opinion: '议事会次次到，微格巡查在前列，同意。' },
    },
    {
      ...{ card: 'agencies', of: 'district-department', nth: 0 },
      criteria: [['governance', 100, 'street-committee', 88]],
    },
  ],
  shibei: [
    {
      ...{ card: 'resident-units', of: 'resident-unit', nth: 0 },
      criteria: [
        ['fulfilment', 60, 'community-committee', 95],
        ['openness', 40, 'street-committee', 91],
      ],
      honour: { id: 'advanced', by: 'street-committee', opinion: '会议室和停车场常年开放，居民认可，同意。' },
    },
    {
      ...{ card: 'resident-units', of: 'resident-unit', nth: 1 },
      criteria: [['fulfilment', 100, 'community-committee', 78]],
    },
  ],
  chengcheng: [
    {
      ...{ card: 'departments', of: 'county-department', nth: 0 },
      criteria: [
        ['arrival', 40, 'street-committee', 96],
        ['settled', 40, 'county-committee', 92],
        ['street-say', 20, 'street-committee', 95],
      ],
      honour: { id: 'advanced', by: 'street-committee', opinion: '吹哨随叫随到，同意。' },
    },
    {
      ...{ card: 'resident-units', of: 'resident-unit', nth: 0 },
      criteria: [['street-say', 100, 'street-committee', 84]],
    },
  ],
  nanjing: [
    {
      ...{ card: 'committees', of: 'residents-committee', nth: 0 },
      criteria: [
        ['order', 40, 'street-committee', 93],
        ['surroundings', 30, 'street-committee', 90],
        ['service', 30, 'street-committee', 95],
      ],
    },
    {
      ...{ card: 'buildings', of: 'grid', nth: 1 },
      criteria: [['surroundings', 100, 'street-committee', 91]],
    },
  ],
};

/** 考核: drawn up, scored with what shows it, completed; an honour that the street spoke for. */
function scorecards(scene: Scene): readonly Deed[] {
  const year = yearOf(scene, 1);
  return (toldCards[scene.place] ?? []).flatMap(({ card, of: kind, nth, criteria, honour }, i) => {
    const of = { scorecard: `scorecard-${i + 1}` };
    const whose = kind === 'grid' ? { grid: scene.grid(nth) } : { unit: scene.units(kind)[nth] };
    const weighed = criteria.map(([criterion, weight, by]) => ({ criterion, weight, by: scene.unit(by) }));
    const step = (daysAgo: number, time: string, type: string, data: Deed['data'] = {}): Deed =>
      deed(scene.at(daysAgo, time), type, { ...of, ...data });
    return [
      step(38 - i, '09:00', 'DrawUpScorecard', { card, of: whose, year, criteria: weighed }),
      ...criteria.map(([criterion, , by, points], n) =>
        deed(
          scene.at(20 - i, `10:0${n}`),
          'ScoreCriterion',
          { ...of, criterion, points, evidence: [`shown-score-${i + 1}-${n + 1}`], note: '按台账和走访打分。' },
          scene.holder(scene.unit(by)),
        ),
      ),
      ...(honour === undefined
        ? []
        : [
            step(14, '09:00', 'CompleteScorecard'),
            step(13, '09:00', 'ReviewUnitHonour', {
              ...{ honour: honour.id, by: scene.unit(honour.by), supports: true, opinion: honour.opinion },
            }),
            step(9, '09:00', 'GrantUnitHonour', { honour: honour.id }),
          ]),
    ];
  });
}

/** What was built together. */
export const cobuildingDeeds = (scene: Scene): readonly Deed[] => [
  ...commitments(scene),
  ...resources(scene),
  ...needs(scene),
  ...budgets(scene),
  ...scorecards(scene),
];
