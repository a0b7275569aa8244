import { words } from '@keting/domain';
import { majority } from '../parts/units.ts';

const account = 'chengcheng-five-one';
const ours = 'ours';

const kind = (id: string, hans: string, hant: string, en: string, source = account) => ({
  ...{ id, source },
  label: words(hans, hant, en),
});

/** 2 座“彩虹庭”，覆盖全县的“15 分钟便民生活圈”。 */
export const gridWork = {
  servicePoints: {
    kinds: [
      kind('rest-station', '彩虹庭', '彩虹庭', 'Rest station'),
      kind('service-centre', '党群服务中心', '黨群服務中心', 'Service centre'),
    ],
    metresPerMinute: 80,
    detour: 1.3,
    minutes: 15,
    source: account,
  },
};

const assemblies = [
  {
    id: 'joint-conference',
    label: words('城市基层党建联席会', '城市基層黨建聯席會', 'Joint conference'),
    members: [{ kinds: ['joint-conference'], posts: ['conference-member'] }],
    voting: { quorum: majority, majority, of: 'present', forms: ['open'] },
    meets: 'month',
    notice: 3,
    source: account,
  },
];

/** “双报到”；“彩虹”志愿服务队 in seven fields, of which the account names two; 微心愿. */
const volunteering = {
  checkIn: { communities: ['residents-committee'], units: ['resident-unit'], source: account },
  service: {
    units: ['residents-committee', 'resident-unit'],
    teams: [
      { ...kind('rainbow', '彩虹志愿服务队', '彩虹志願服務隊', 'Rainbow'), by: 'affiliation' },
      { ...kind('vanguard', '小区党员先锋队', '小區黨員先鋒隊', 'Vanguard of a compound'), by: 'area' },
    ],
    fields: [
      kind('compound', '小区治理', '小區治理', 'Upkeep of compounds'),
      kind('relief', '社会救助', '社會救助', 'Relief'),
      kind('care', '养老护幼', '養老護幼', 'Care of old and young', ours),
      kind('health', '健康服务', '健康服務', 'Health', ours),
      kind('teaching', '教育助学', '教育助學', 'Teaching', ours),
      kind('safety', '平安巡防', '平安巡防', 'Patrols', ours),
      kind('culture', '文化活动', '文化活動', 'Culture', ours),
    ],
    mostPlaces: 200,
    longest: 720,
    early: 30,
    late: 60,
    source: account,
  },
  wishes: {
    units: ['residents-committee'],
    kinds: [
      kind('thing', '物品', '物品', 'A thing', ours),
      kind('company', '陪伴', '陪伴', 'Company', ours),
      kind('help', '帮办', '幫辦', 'Help', ours),
    ],
    claimDays: 30,
    source: account,
  },
};

/** 建立“爱心超市”定期开展积分兑换. The account gives no figures. */
const points = {
  rules: [
    {
      ...kind('service-hour', '志愿服务时长', '志願服務時長', 'Hours of service', ours),
      occasion: 'activity-hours',
      earns: { perHour: 2 },
      perDay: 16,
    },
    {
      ...kind('wish', '实现微心愿', '實現微心願', 'A wish fulfilled', ours),
      occasion: 'wish-fulfilled',
      earns: { each: 5 },
      perYear: 60,
    },
  ],
  perYear: 600,
  lateDays: 31,
  expiry: { months: 12, source: ours },
  redemption: { kinds: ['charity-store'], holdDays: 7, source: account },
  honours: [kind('good-volunteer', '优秀志愿者', '優秀志願者', 'Good volunteer', ours)],
};

const criterion = (id: string, hans: string, hant: string, en: string) => kind(id, hans, hant, en, ours);

/** 规定街道社区对有关职能部门和驻地单位的考核权重不低于 10%；审核建议权、一票否决权。 */
const cobuilding = {
  assessment: {
    street: ['street-committee', 'residents-committee'],
    streetFloor: 10,
    criteria: [
      criterion('arrival', '吹哨报到', '吹哨報到', 'Reporting in when called'),
      criterion('settled', '事项办结', '事項辦結', 'Matters settled'),
      criterion('street-say', '街道社区评价', '街道社區評價', 'Say of the street'),
    ],
    cards: [
      { ...kind('departments', '职能部门', '職能部門', 'Departments'), units: ['county-department'], grids: [] },
      { ...kind('resident-units', '驻地单位', '駐地單位', 'Resident units'), units: ['resident-unit'], grids: [] },
    ],
    grades: [],
    honours: [
      {
        ...kind('advanced', '创先争优', '創先爭優', 'Advanced unit'),
        cards: ['departments', 'resident-units'],
        from: 90,
        reviewed: true,
      },
    ],
    source: account,
  },
};

const coverage = {
  targets: [
    {
      ...kind('compounds', '小区党组织', '小區黨組織', 'Compounds with a branch'),
      kinds: ['property-manager'],
      has: { over: 'compound-branch' },
    },
  ],
  assignment: [],
};

/** 3 个城市社区“一社一策”: 诚信友善、文明宜居、和谐共享. */
const variants = [
  {
    ...kind('good-faith', '诚信友善', '誠信友善', 'Good faith and friendship'),
    changes: { id: 'chengcheng-good-faith', name: words('诚信友善社区', '誠信友善社區', 'Good faith and friendship') },
  },
  {
    ...kind('good-living', '文明宜居', '文明宜居', 'Civil and good to live in'),
    changes: { id: 'chengcheng-good-living', name: words('文明宜居社区', '文明宜居社區', 'Civil and good to live in') },
  },
  {
    ...kind('shared-harmony', '和谐共享', '和諧共享', 'Harmony and sharing'),
    changes: { id: 'chengcheng-shared-harmony', name: words('和谐共享社区', '和諧共享社區', 'Harmony and sharing') },
  },
];

/** What Chengcheng has beside units, grids, cases and meetings. */
export const sections = { assemblies, volunteering, points, cobuilding, coverage, variants };
