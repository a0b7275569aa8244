import { words } from '@keting/domain';
import { byTerritory, majority } from '../parts/units.ts';

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
  // 联动驻区单位合力解决民生问题 460 余件。
  commitments: {
    sides: { unit: ['resident-unit'], street: ['street-committee', 'community-party'] },
    kinds: [
      { ...kind('people', '人员力量', '人員力量', 'People'), from: 'unit' },
      { ...kind('resources', '资源支持', '資源支持', 'Resources'), from: 'unit' },
      { ...kind('service', '公共服务', '公共服務', 'Public service'), from: 'street' },
    ],
  },
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
  assignment: [
    byTerritory('by-territory', ['resident-unit'], ['residents-committee', 'street-office'], ours),
    byTerritory('property-managers', ['property-manager'], ['residents-committee'], ours),
  ],
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

/** A matter that may be given to a community, or that may not. The account counts 6 classes with 27 items and lists none: these are ours. */
const item = (list: 'service' | 'negative', of: string, id: string, hans: string, hant: string, en: string) => ({
  ...kind(id, hans, hant, en, ours),
  class: of,
  list,
});
const served = (of: string, ...items: readonly (readonly [string, string, string, string])[]) =>
  items.map(([id, hans, hant, en]) => item('service', of, id, hans, hant, en));

const classOf = (id: string, hans: string, hant: string, en: string) => ({ id, label: words(hans, hant, en) });

/** 《社区工作准入制度》，6 类 27 项；负面清单。 */
const admission = {
  kinds: ['residents-committee'],
  classes: [
    classOf('party', '党群服务', '黨群服務', 'Party and public'),
    classOf('welfare', '民政救助', '民政救助', 'Welfare'),
    classOf('labour', '就业社保', '就業社保', 'Work and insurance'),
    classOf('health', '卫生健康', '衛生健康', 'Health'),
    classOf('safety', '综治平安', '綜治平安', 'Safety'),
    classOf('upkeep', '环境物业', '環境物業', 'Upkeep'),
  ],
  items: [
    ...served(
      'party',
      ['members', '党员服务', '黨員服務', 'Services for members'],
      ['volunteers', '志愿服务', '志願服務', 'Volunteer service'],
      ['elections', '换届选举', '換屆選舉', 'Elections'],
      ['culture', '文体活动', '文體活動', 'Culture and sports'],
      ['policy', '政策宣传', '政策宣傳', 'Telling of policies'],
    ),
    ...served(
      'welfare',
      ['minimum-living', '低保受理', '低保受理', 'Minimum living allowance'],
      ['temporary-relief', '临时救助', '臨時救助', 'Temporary relief'],
      ['elderly', '老年优待', '老年優待', 'Services for the old'],
      ['disabled', '助残服务', '助殘服務', 'Services for the disabled'],
      ['day-care', '日间照料', '日間照料', 'Day care'],
    ),
    ...served(
      'labour',
      ['employment', '就业登记', '就業登記', 'Employment registration'],
      ['insurance', '居民医保', '居民醫保', 'Medical insurance'],
      ['pension', '养老认证', '養老認證', 'Pension certification'],
      ['retired', '退役军人服务', '退役軍人服務', 'Services for veterans'],
    ),
    ...served(
      'health',
      ['health-records', '健康小屋', '健康小屋', 'Health room'],
      ['family-planning', '计生服务', '計生服務', 'Family planning'],
      ['epidemic', '疫情防控', '疫情防控', 'Epidemic prevention'],
      ['children', '快乐成长驿站', '快樂成長驛站', 'Children’s station'],
    ),
    ...served(
      'safety',
      ['mediation', '矛盾调解', '矛盾調解', 'Mediation'],
      ['patrol', '治安巡防', '治安巡防', 'Patrols'],
      ['legal-aid', '法律服务', '法律服務', 'Legal service'],
      ['fire', '消防宣传', '消防宣傳', 'Fire safety'],
      ['correction', '社区矫正协助', '社區矯正協助', 'Help with community correction'],
    ),
    ...served(
      'upkeep',
      ['sanitation', '环境卫生', '環境衛生', 'Sanitation'],
      ['property', '物业协调', '物業協調', 'Property management'],
      ['parking', '停车协调', '停車協調', 'Parking'],
      ['renewal', '老旧小区改造', '老舊小區改造', 'Renewal of compounds'],
    ),
    item('negative', 'upkeep', 'investment', '招商引资', '招商引資', 'Attracting investment'),
    item('negative', 'upkeep', 'projects', '项目策划', '項目策劃', 'Planning of projects'),
    item('negative', 'safety', 'enforcement', '行政执法', '行政執法', 'Enforcement'),
  ],
  source: account,
};

/** 以 3000 户为基础核定社区工作者；社区正职、副职、专职、委员“四岗十八级”. Which grades each post has the account does not say. */
const establishment = {
  kinds: ['residents-committee'],
  headcount: { households: 3000, workers: 9, source: account },
  ladder: [
    { ...kind('member', '委员', '委員', 'Member'), from: 1, to: 6 },
    { ...kind('full-time', '专职', '專職', 'Full-time worker'), from: 4, to: 10 },
    { ...kind('deputy', '副职', '副職', 'Deputy'), from: 8, to: 14 },
    { ...kind('head', '正职', '正職', 'Head'), from: 12, to: 18 },
  ],
};

/** “四联一单”：镇街统筹、社区划片、单位包联、物业参与。 */
const linkage = {
  sides: [
    { ...kind('street', '镇街统筹', '鎮街統籌', 'Sub-district'), kinds: ['street-committee', 'street-office'] },
    { ...kind('community', '社区划片', '社區劃片', 'Community'), kinds: ['community-party', 'residents-committee'] },
    { ...kind('unit', '单位包联', '單位包聯', 'Unit'), kinds: ['county-department', 'resident-unit'] },
    { ...kind('property', '物业参与', '物業參與', 'Property manager'), kinds: ['property-manager'] },
  ],
};

/** 城市党建月汇报。 */
const rota = [
  {
    ...kind('monthly-report', '城市党建月汇报', '城市黨建月匯報', 'Monthly report'),
    kinds: ['street-committee', 'community-party'],
    every: 'month',
    day: 25,
    at: '15:00',
    minutes: 90,
  },
];

/** 上挂、轮岗、外出学习。 */
const training = {
  courses: [
    {
      ...kind('community-work', '社区工作能力培训', '社區工作能力培訓', 'Community work'),
      posts: [{ post: 'clerk' }, { post: 'deputy' }, { post: 'director', kinds: ['residents-committee'] }],
      refreshMonths: 12,
    },
  ],
  rotation: [
    { id: 'rotation', posts: [{ post: 'clerk', kinds: ['residents-committee'] }], months: 36, source: account },
  ],
};

/** 街道“权责清单”: who answers, tier by tier. */
const duties = [
  {
    ...kind('compound', '小区先办', '小區先辦', 'The compound first'),
    classes: ['compound-upkeep', 'property-dispute'],
    stages: [],
    at: { kinds: ['compound-branch'] },
    posts: ['secretary'],
  },
  {
    ...kind('handler', '承办单位负责', '承辦單位負責', 'Whoever handles it'),
    classes: [],
    stages: ['dispatched', 'handling'],
    at: 'handler',
    posts: ['director', 'secretary', 'officer'],
  },
  {
    ...kind('community', '社区负责', '社區負責', 'The community'),
    classes: [],
    stages: [],
    at: { kinds: ['residents-committee', 'village-committee'] },
    posts: ['director'],
  },
];

/** 街乡吹哨、部门报到. How soon a department has to be there the account does not say. */
const whistles = {
  callers: ['street-committee', 'town-committee', 'street-office', 'town-government'],
  called: ['county-department', 'resident-unit'],
  arrival: { hours: 24 },
  source: account,
};

/** “亮净精”专项治理: it made model, pleasant and orderly compounds of a third each. */
const campaigns = {
  units: ['street-office', 'town-government', 'residents-committee'],
  subjects: [kind('bright-clean-fine', '“亮净精”专项治理', '「亮淨精」專項治理', 'Bright, clean and fine')],
  source: account,
};

/** 针对特殊群体，由在职党员进行“一对一”结对帮扶. What they are good at is ours. */
const help = {
  units: ['residents-committee'],
  skills: [
    kind('pairing', '一对一结对帮扶', '一對一結對幫扶', 'One-to-one help'),
    kind('mediation', '矛盾调解', '矛盾調解', 'Mediation', ours),
  ],
  source: account,
};

/** What Chengcheng has beside units, grids, cases and meetings. */
export const sections = {
  assemblies,
  volunteering,
  points,
  cobuilding,
  coverage,
  variants,
  admission,
  establishment,
  linkage,
  rota,
  training,
  duties,
  whistles,
  campaigns,
  help,
};
