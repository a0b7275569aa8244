import { words } from '@keting/domain';
import { byTerritory, majority } from '../parts/units.ts';

const account = 'shibei-2017';
const ours = 'ours';

const kind = (id: string, hans: string, hant: string, en: string, source = account) => ({
  ...{ id, source },
  label: words(hans, hant, en),
});

/** 人、地、物、事、组织; visits are noted in a visit diary (记录民情日记). */
export const gridWork = {
  patrol: {
    grids: ['basic'],
    days: 'working-days',
    rounds: 1,
    onTheSpot: [
      kind('advise', '政策咨询', '政策諮詢', 'Advice'),
      kind('tidy', '环境整理', '環境整理', 'Tidying up', ours),
    ],
    source: account,
  },
  occasions: [
    {
      ...kind('new-household', '新入住户走访', '新入住戶走訪', 'A household moves in', ours),
      form: 'visit',
      withinHours: 168,
    },
    {
      ...kind('in-need', '困难群众走访', '困難群眾走訪', 'Somebody is in need'),
      form: 'visit',
      withinHours: 72,
    },
  ],
  objects: [
    {
      ...kind('resident', '居民', '居民', 'Residents'),
      element: 'person',
      standardRef: 'GB/T 34300-2017',
    },
    {
      ...kind('building', '楼栋院落', '樓棟院落', 'Buildings and courts'),
      element: 'place',
      standardRef: 'GB/T 34300-2017',
    },
    {
      ...kind('component', '部件设施', '部件設施', 'Components'),
      element: 'thing',
      standardRef: 'GB/T 30428.2-2013',
    },
    {
      ...kind('resident-unit', '驻区组织', '駐區組織', 'Organisations'),
      element: 'organisation',
      standardRef: 'GB/T 34300-2017',
    },
  ],
  servicePoints: {
    kinds: [
      kind('centre', '民情服务中心', '民情服務中心', 'Service centre'),
      kind('station', '民情服务站', '民情服務站', 'Service station'),
      kind('point', '民情服务点', '民情服務點', 'Service point'),
    ],
    metresPerMinute: 80,
    detour: 1.3,
    minutes: 15,
    source: ours,
  },
};

const members = ['secretary', 'member', 'part-time-member'];
const voting = { quorum: majority, majority, of: 'present', forms: ['open'] };

/** 每季度召开由兼职委员参加的联席会议，遇有紧急事项，随时召开。 */
const assemblies = [
  {
    id: 'street-conference',
    label: words('街道党建工作联席会议', '街道黨建工作聯席會議', 'Sub-district joint conference'),
    members: [{ kinds: ['street-committee'], posts: members }],
    voting,
    meets: 'quarter',
    notice: 3,
    urgent: { notice: 0 },
    source: account,
  },
  {
    id: 'community-conference',
    label: words('社区党建工作联席会议', '社區黨建工作聯席會議', 'Community joint conference'),
    members: [{ kinds: ['community-committee'], posts: [...members, 'property-member', 'owners-seat'] }],
    voting,
    meets: 'quarter',
    notice: 3,
    urgent: { notice: 0 },
    source: account,
  },
];

const resources = [
  kind('culture', '文化娱乐', '文化娛樂', 'Culture'),
  kind('sports', '体育健身', '體育健身', 'Sports'),
  kind('health', '医疗卫生', '醫療衛生', 'Health'),
  kind('daily-life', '生活服务', '生活服務', 'Daily life'),
];

/** 双向承诺: what resident units promise the street and what it promises them; 15.7 万元 for each community and year. */
const cobuilding = {
  commitments: {
    sides: { unit: ['resident-unit-branch'], street: ['street-committee', 'community-committee'] },
    kinds: [
      { ...kind('policy', '政策支持', '政策支持', 'Policy'), from: 'unit' },
      { ...kind('talent', '人才支持', '人才支持', 'People'), from: 'unit' },
      { ...kind('technology', '技术支持', '技術支持', 'Technology'), from: 'unit' },
      { ...kind('goods', '物资支持', '物資支持', 'Goods'), from: 'unit' },
      { ...kind('funds', '资金支持', '資金支持', 'Funds'), from: 'unit' },
      { ...kind('venue', '阵地支持', '陣地支持', 'Venues'), from: 'unit' },
      { ...kind('order', '治安管理', '治安管理', 'Public order'), from: 'street' },
      { ...kind('sanitation', '环境卫生', '環境衛生', 'Sanitation'), from: 'street' },
      { ...kind('advice', '政策咨询', '政策諮詢', 'Advice'), from: 'street' },
    ],
  },
  matching: {
    needs: [
      kind('financing', '融资', '融資', 'Financing'),
      kind('work', '就业', '就業', 'Work'),
      kind('medical-care', '就医', '就醫', 'Medical care'),
      kind('road', '道路整修', '道路整修', 'Road repair'),
    ],
    projects: [kind('three-links', '“三联三促”', '“三聯三促”', 'Three links')],
    rules: [
      {
        id: 'financing-by-policy',
        needs: ['financing'],
        offer: 'commitment',
        kinds: ['policy', 'funds'],
        reach: 'street',
        why: words(
          '融资由政策、资金承诺对接',
          '融資由政策、資金承諾對接',
          'Financing is met by promises of policy or funds',
        ),
        source: account,
      },
      {
        id: 'care-by-resource',
        needs: ['medical-care'],
        offer: 'resource',
        kinds: ['health'],
        reach: 'street',
        why: words('就医由开放的医疗资源对接', '就醫由開放的醫療資源對接', 'Medical care is met by opened facilities'),
        source: account,
      },
    ],
  },
  resources: { kinds: resources, bookAhead: 30, longest: 240, source: account },
  // 将驻区单位参与区域党建工作作为评树先进的重要参考；星级品牌联创。 The account asks it of others and states no weights.
  assessment: {
    street: ['street-committee', 'community-committee'],
    streetFloor: 0,
    criteria: [
      kind('fulfilment', '承诺兑现', '承諾兌現', 'Commitments kept', ours),
      kind('openness', '资源开放', '資源開放', 'Facilities opened', ours),
    ],
    cards: [
      {
        ...kind('resident-units', '驻区单位', '駐區單位', 'Resident units'),
        units: ['resident-unit', 'resident-unit-branch'],
        grids: [],
      },
    ],
    grades: [{ ...kind('star-brand', '星级品牌', '星級品牌', 'Star brand'), cards: ['resident-units'], from: 90 }],
    honours: [
      {
        ...kind('advanced', '先进单位', '先進單位', 'Advanced unit'),
        cards: ['resident-units'],
        from: 90,
        reviewed: true,
      },
    ],
    source: account,
  },
  budgets: {
    sources: [
      kind('district', '区财政', '區財政', 'District budget'),
      kind('party-dues', '区管党费', '區管黨費', 'Party dues'),
      kind('street', '街道投入', '街道投入', 'Sub-district'),
      kind('resident-units', '驻区单位资金支持', '駐區單位資金支持', 'Resident units'),
    ],
    kinds: [
      {
        ...kind('community', '社区办公和活动经费', '社區辦公和活動經費', 'Funds of a community'),
        units: ['community-committee'],
        lines: [
          { id: 'office', label: words('办公', '辦公', 'Office') },
          { id: 'activities', label: words('活动', '活動', 'Activities') },
          { id: 'service', label: words('服务群众', '服務群眾', 'Services') },
        ],
        grants: [{ from: 'district', amount: 15_700_000, source: account }],
      },
    ],
  },
};

/** 在职党员到社区报到；多种形式的党员志愿者队伍；每年向在职党员所在单位反馈。 */
const volunteering = {
  checkIn: { communities: ['residents-committee'], units: ['resident-unit'], source: account },
  service: {
    units: ['residents-committee', 'members-station'],
    teams: [
      { ...kind('by-affiliation', '组织关系队', '組織關係隊', 'By affiliation'), by: 'affiliation' },
      { ...kind('by-activity', '活动关系队', '活動關係隊', 'By activity'), by: 'activity' },
      { ...kind('by-area', '区域关系队', '區域關係隊', 'By area'), by: 'area' },
      { ...kind('by-trade', '行业关系队', '行業關係隊', 'By trade'), by: 'trade' },
    ],
    fields: [
      kind('medicine', '医疗', '醫療', 'Medicine'),
      kind('law', '法律', '法律', 'Law'),
      kind('teaching', '教育', '教育', 'Teaching'),
      kind('upkeep', '环境整治', '環境整治', 'Upkeep', ours),
    ],
    mostPlaces: 200,
    longest: 720,
    early: 30,
    late: 60,
    source: account,
  },
  yearlyReport: { reflectionHours: 72, source: account },
};

/** 社区党组织、居委会、业委会和物业公司“四位一体”。 */
const crossPosting = {
  sides: [
    { ...kind('party', '社区党组织', '社區黨組織', 'Party organisation'), kinds: ['community-committee'] },
    { ...kind('residents', '居委会', '居委會', 'Residents’ committee'), kinds: ['residents-committee'] },
    { ...kind('owners', '业委会', '業委會', 'Owners’ committee'), kinds: ['owners-committee'] },
    { ...kind('property', '物业公司', '物業公司', 'Property manager'), kinds: ['property-manager'] },
  ],
};

const coverage = {
  targets: [
    {
      ...kind('resident-units', '驻区单位党组织', '駐區單位黨組織', 'Resident units with a party organisation'),
      kinds: ['resident-unit'],
      has: 'pair',
    },
  ],
  // 楼宇、园区、市场 are the blind spots that the account names.
  assignment: [byTerritory('by-territory', ['resident-unit'], ['residents-committee', 'street-office'], account)],
};

/** 每季度召开联席会议. */
const rota = [
  {
    ...kind('quarterly-conference', '季度联席会议', '季度聯席會議', 'Quarterly conference'),
    kinds: ['street-committee', 'community-committee'],
    every: 'quarter',
    day: 15,
    at: '09:00',
    minutes: 120,
  },
];

/** 定期开展法律法规、信息技术、居民自治等方面的培训: advised by the account. */
const training = {
  courses: [
    {
      ...kind('community-workers', '社区工作者培训', '社區工作者培訓', 'Community workers'),
      posts: [{ post: 'clerk' }],
      refreshMonths: 12,
    },
  ],
  rotation: [],
};

/** What Shibei has beside units, grids, cases and meetings. */
export const sections = { assemblies, cobuilding, volunteering, crossPosting, coverage, rota, training };
