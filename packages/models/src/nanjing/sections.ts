import { words } from '@keting/domain';
import { byTerritory, majority } from '../parts/units.ts';

const account = 'nanjing-2000';
const ours = 'ours';

const kind = (id: string, hans: string, hant: string, en: string, source = account) => ({
  ...{ id, source },
  label: words(hans, hant, en),
});

const voting = { quorum: majority, majority, of: 'present', forms: ['open'] };

/** 全区 10 个街道全部成立了“两会”. */
const assemblies = [
  {
    id: 'building-council',
    label: words('社区建设协调委员会', '社區建設協調委員會', 'Community building council'),
    members: [{ kinds: ['building-council'], posts: ['council-member'] }],
    voting,
    meets: 'quarter',
    notice: 3,
    source: account,
  },
  {
    id: 'party-conference',
    label: words('社区党建联席会', '社區黨建聯席會', 'Community party-building conference'),
    members: [{ kinds: ['party-conference'], posts: ['council-member'] }],
    voting,
    meets: 'quarter',
    notice: 3,
    source: account,
  },
];

/** 在职党员志愿者服务队；下岗后的党员登记制度、定期联系制度、《流动党员活动证》验证制度。 */
const volunteering = {
  service: {
    units: ['residents-committee', 'resident-unit'],
    teams: [
      {
        ...kind('serving-members', '在职党员志愿者服务队', '在職黨員志願者服務隊', 'Serving members'),
        by: 'affiliation',
      },
      { ...kind('patrol', '治安巡逻队', '治安巡邏隊', 'Patrol'), by: 'area' },
    ],
    fields: [
      kind('renewal', '小区出新', '小區出新', 'Renewal of compounds'),
      kind('flood', '防汛抢险', '防汛搶險', 'Floods'),
      kind('order', '治安巡逻', '治安巡邏', 'Patrols'),
      kind('lectures', '宣讲授课', '宣講授課', 'Lectures'),
    ],
    mostPlaces: 1000,
    longest: 1440,
    early: 30,
    late: 60,
    source: account,
  },
  floating: {
    units: ['committee-branch', 'association-branch'],
    contactEvery: 90,
    certificateDays: 366,
    usePeriod: 'quarter',
    source: account,
  },
};

/** 资源共享、活动共办、工作共担；星级居委会和星级楼幢。 */
const cobuilding = {
  commitments: {
    sides: { unit: ['resident-unit-branch'], street: ['street-committee'] },
    kinds: [
      { ...kind('shared-resources', '资源共享', '資源共享', 'Shared resources'), from: 'unit' },
      { ...kind('shared-activities', '活动共办', '活動共辦', 'Shared activities'), from: 'unit' },
      { ...kind('shared-work', '工作共担', '工作共擔', 'Shared work'), from: 'unit' },
      { ...kind('service', '社区服务', '社區服務', 'Community service'), from: 'street' },
    ],
  },
  resources: {
    kinds: [
      kind('school', '社区党政校', '社區黨政校', 'Community school'),
      kind('broadcast', '党员电化教育播放点', '黨員電化教育播放點', 'Screening room'),
      kind('equipment', '教学设施', '教學設施', 'Teaching equipment'),
    ],
    bookAhead: 30,
    longest: 480,
    source: account,
  },
  assessment: {
    street: ['street-committee'],
    streetFloor: 0,
    criteria: [
      kind('order', '社会治安', '社會治安', 'Public order', ours),
      kind('surroundings', '社区环境', '社區環境', 'Surroundings', ours),
      kind('service', '社区服务', '社區服務', 'Service', ours),
    ],
    cards: [
      { ...kind('committees', '居委会', '居委會', 'Residents’ committees'), units: ['residents-committee'], grids: [] },
      { ...kind('buildings', '楼幢', '樓幢', 'Buildings'), units: [], grids: ['basic', 'micro'] },
    ],
    grades: [
      { ...kind('star-committee', '星级居委会', '星級居委會', 'Star committee'), cards: ['committees'], from: 90 },
      { ...kind('star-building', '星级楼幢', '星級樓幢', 'Star building'), cards: ['buildings'], from: 90 },
    ],
    honours: [],
    source: account,
  },
};

/** 党员要有组织，组织要有归属: by territory to the street, by trade to the branch of the association. */
const coverage = {
  targets: [
    {
      ...kind('one-branch-each', '“一居一支”', '“一居一支”', 'One branch per residents’ committee'),
      kinds: ['residents-committee'],
      has: 'pair',
    },
    {
      ...kind('new-organisations', '新经济组织中的党组织', '新經濟組織中的黨組織', 'New organisations with a branch'),
      kinds: ['new-organisation'],
      has: 'pair',
    },
  ],
  assignment: [
    { id: 'by-trade', kinds: ['new-organisation-branch'], to: ['association-branch'], by: 'trade', source: account },
    {
      id: 'by-territory',
      kinds: ['new-organisation-branch'],
      to: ['street-committee'],
      by: 'territory',
      source: account,
    },
    byTerritory(
      'organisations',
      ['new-organisation', 'resident-unit'],
      ['residents-committee', 'street-office'],
      account,
    ),
  ],
};

/** 区街党组织的主要领导是第一责任人，一级抓一级。 */
const duties = [
  {
    ...kind('building', '责任区党员负责', '責任區黨員負責', 'The responsible member'),
    classes: ['stairwell-clutter', 'environment'],
    stages: ['collected', 'accepted'],
    at: 'grid',
    posts: ['responsible-member'],
  },
  {
    ...kind('handler', '承办单位负责', '承辦單位負責', 'Whoever handles it'),
    classes: [],
    stages: ['dispatched', 'handling'],
    at: 'handler',
    posts: ['director', 'manager', 'officer'],
  },
  {
    ...kind('first-responsible', '街道第一责任人', '街道第一責任人', 'The first responsible person'),
    classes: [],
    stages: [],
    at: { kinds: ['street-committee'] },
    posts: ['secretary'],
  },
];

/** 在职党员志愿者服务队；驻区单位参加社区巡诊、赈灾慰问. */
const help = {
  units: ['residents-committee'],
  skills: [kind('rounds', '社区巡诊', '社區巡診', 'Doctors’ rounds'), kind('relief', '赈灾慰问', '賑災慰問', 'Relief')],
  source: account,
};

/** What Nanjing has beside units, grids, cases and meetings. */
export const sections = { assemblies, volunteering, cobuilding, coverage, duties, help };
