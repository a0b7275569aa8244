import { words, type GovernanceModel } from '@keting/domain';
import { casePermissions } from '../parts/case-permissions.ts';
import { gridPermissions } from '../parts/grid-permissions.ts';
import { memberLists, sectionPermissions } from '../parts/section-permissions.ts';
import { meetingSteps, workingTime } from '../parts/case-loop.ts';
import { checked } from '../parts/checked.ts';
import { majority, partyKind, post, unitKind } from '../parts/units.ts';
import { cases } from './cases.ts';
import { gridWork, sections } from './sections.ts';

const account = 'chengcheng-five-one';

/** 社区党组织—小区党支部—楼栋长—单元党员中心户 */
const kinds = [
  partyKind('county-committee', words('县委', '縣委', 'County party committee'), {
    tier: 'county',
    under: [],
    source: account,
  }),
  unitKind('county-department', words('县级部门', '縣級部門', 'County department'), {
    tier: 'county',
    under: ['county-committee'],
    source: account,
  }),
  partyKind('street-committee', words('街道党工委', '街道黨工委', 'Sub-district party working committee'), {
    tier: 'street',
    under: ['county-committee'],
    pairsWith: 'street-office',
    source: account,
  }),
  partyKind('town-committee', words('镇党委', '鎮黨委', 'Town party committee'), {
    tier: 'street',
    under: ['county-committee'],
    pairsWith: 'town-government',
    source: account,
  }),
  unitKind('street-office', words('街道办事处', '街道辦事處', 'Sub-district office'), {
    tier: 'street',
    under: ['street-committee'],
    source: account,
  }),
  unitKind('town-government', words('镇政府', '鎮政府', 'Town government'), {
    tier: 'street',
    under: ['town-committee'],
    source: 'ours',
  }),
  partyKind('joint-conference', words('城市基层党建联席会', '城市基層黨建聯席會', 'Joint conference'), {
    tier: 'street',
    under: ['street-committee'],
    source: account,
  }),
  partyKind('community-party', words('社区党组织', '社區黨組織', 'Community party organisation'), {
    tier: 'community',
    under: ['street-committee', 'town-committee'],
    pairsWith: 'residents-committee',
    source: account,
  }),
  partyKind('village-party', words('村党组织', '村黨組織', 'Village party organisation'), {
    tier: 'community',
    under: ['town-committee', 'street-committee'],
    pairsWith: 'village-committee',
    source: 'ours',
  }),
  unitKind('residents-committee', words('居民委员会', '居民委員會', 'Residents’ committee'), {
    tier: 'community',
    under: ['street-office', 'town-government'],
    source: account,
  }),
  // 冯原镇吉安城村第十届村民委员会换届选举大会。
  unitKind('village-committee', words('村民委员会', '村民委員會', 'Villagers’ committee'), {
    tier: 'community',
    under: ['town-government', 'street-office'],
    source: account,
  }),
  partyKind('compound-branch', words('小区党支部', '小區黨支部', 'Compound branch'), {
    tier: 'compound',
    under: ['community-party'],
    source: account,
  }),
  partyKind('temporary-branch', words('小区临时党支部', '小區臨時黨支部', 'Temporary compound branch'), {
    tier: 'compound',
    under: ['community-party'],
    temporary: true,
    source: account,
  }),
  unitKind('building', words('楼栋', '樓棟', 'Building'), {
    tier: 'building',
    under: ['compound-branch'],
    source: account,
  }),
  partyKind('party-household', words('单元党员中心户', '單元黨員中心戶', 'Party household of a stairway'), {
    tier: 'household',
    under: ['building'],
    source: account,
  }),
  unitKind('property-manager', words('物业服务企业', '物業服務企業', 'Property manager'), {
    tier: 'resident-unit',
    under: ['residents-committee'],
    source: account,
  }),
  unitKind('charity-store', words('爱心超市', '愛心超市', 'Charity store'), {
    tier: 'community',
    under: ['residents-committee', 'street-office'],
    source: account,
  }),
  unitKind('resident-unit', words('驻区单位', '駐區單位', 'Resident unit'), {
    tier: 'resident-unit',
    under: ['street-office', 'residents-committee'],
    source: account,
  }),
];

const committees = ['county-committee', 'street-committee', 'town-committee'];
const elected = ['residents-committee', 'village-committee'];
const offices = ['street-office', 'town-government'];
const compounds = ['compound-branch', 'temporary-branch'];

/** Of the four posts of community workers (社区正职、副职、专职、委员): what each may be is held by the establishment. */
const posts = [
  post('secretary', words('书记', '書記', 'Secretary'), {
    in: [...committees, 'community-party', 'village-party', ...compounds],
    seats: 1,
    head: true,
    source: account,
  }),
  post('member', words('委员', '委員', 'Member'), {
    in: [...committees, 'community-party', 'village-party', ...elected, ...compounds],
    source: account,
  }),
  post('director', words('主任（正职）', '主任（正職）', 'Head'), {
    in: [...elected, ...offices, 'county-department'],
    seats: 1,
    head: true,
    source: account,
  }),
  post('deputy', words('副职', '副職', 'Deputy'), { in: [...elected, 'community-party'], source: account }),
  post('clerk', words('专职社区工作者', '專職社區工作者', 'Community worker'), {
    in: [...elected, ...offices],
    source: account,
  }),
  post('building-head', words('楼栋长', '樓棟長', 'Building head'), {
    in: ['building'],
    seats: 1,
    head: true,
    source: account,
  }),
  post('householder', words('党员中心户', '黨員中心戶', 'Party household'), {
    in: ['party-household'],
    seats: 1,
    head: true,
    source: account,
  }),
  post('patron', words('包联领导', '包聯領導', 'Patron of a community'), {
    in: ['community-party'],
    seats: 1,
    heldBy: { kind: 'county-committee', posts: ['secretary', 'member'] },
    partTime: true,
    source: account,
  }),
  post('conference-member', words('联席会成员', '聯席會成員', 'Member of the joint conference'), {
    in: ['joint-conference'],
    partTime: true,
    source: account,
  }),
  post('manager', words('负责人', '負責人', 'Manager'), {
    in: ['property-manager', 'resident-unit'],
    seats: 1,
    head: true,
    source: account,
  }),
  post('officer', words('经办人', '經辦人', 'Officer'), { in: ['county-department'], source: 'ours' }),
];

/** 两长一员: grid head, building head and grid officer. */
const grids = {
  ...gridWork,
  kinds: [
    { id: 'basic', label: words('小区网格', '小區網格', 'Compound grid'), source: account },
    { id: 'micro', label: words('楼栋网格', '樓棟網格', 'Building grid'), source: account },
  ],
  posts: [
    { id: 'grid-head', label: words('网格长', '網格長', 'Grid head'), grids: ['basic'], source: account },
    {
      id: 'grid-building-head',
      label: words('楼栋长', '樓棟長', 'Building head'),
      grids: ['basic', 'micro'],
      source: account,
    },
    { id: 'grid-officer', label: words('网格员', '網格員', 'Grid officer'), grids: ['basic'], source: account },
  ],
  staffing: [
    { grid: 'basic', post: 'grid-head', min: 1, source: account },
    { grid: 'basic', post: 'grid-building-head', min: 1, source: account },
    { grid: 'basic', post: 'grid-officer', min: 1, source: account },
  ],
};

const meetings = [
  {
    id: 'community',
    label: words('社区议事', '社區議事', 'Community meeting'),
    settles: words('社区内的事项', '社區內的事項', 'Matters of one community'),
    body: { kinds: ['community-party', 'village-party'], posts: ['secretary', 'deputy', 'member', 'patron'] },
    observers: [{ where: 'within', kinds: compounds, posts: ['secretary'] }],
    quorum: majority,
    majority,
    next: 'joint-conference',
    steps: meetingSteps,
    source: 'ours',
  },
  {
    id: 'joint-conference',
    label: words('城市基层党建联席会', '城市基層黨建聯席會', 'Joint conference'),
    settles: words('需驻区单位合力解决的问题', '需駐區單位合力解決的問題', 'What takes the resident units together'),
    body: {
      kinds: ['joint-conference', 'town-committee'],
      posts: ['conference-member', 'secretary', 'member'],
    },
    quorum: majority,
    majority,
    steps: meetingSteps,
    source: account,
  },
];

const heads = [
  { post: 'secretary', kinds: [...committees, 'community-party', 'village-party', 'compound-branch'] },
  { post: 'director', kinds: [...elected, ...offices] },
  { post: 'patron' },
];

const roles = {
  reception: [{ post: 'clerk' }],
  gridders: [{ post: 'grid-head' }, { post: 'grid-building-head' }, { post: 'grid-officer' }],
  handlers: [
    { post: 'officer' },
    { post: 'director', kinds: [...elected, ...offices] },
    { post: 'secretary', kinds: ['compound-branch'] },
  ],
  heads,
  counsellors: [{ post: 'conference-member' }, { post: 'secretary', kinds: ['community-party', 'village-party'] }],
  organisers: [
    { post: 'secretary', kinds: committees },
    { post: 'member', kinds: committees },
  ],
  drawers: [{ post: 'clerk', kinds: offices }],
  erasers: [{ post: 'secretary', kinds: ['county-committee'] }],
};

/** Who promises and joins for a unit that stands in the place. */
const unitHeads = [{ post: 'manager', kinds: ['resident-unit', 'property-manager'] }];

const permissions = [
  ...casePermissions(roles),
  ...gridPermissions(roles, gridWork),
  ...sectionPermissions(roles, unitHeads, sections),
  // “双报到” covers all serving members: those of the county's departments live in its communities as well.
  memberLists([{ post: 'director', kinds: ['county-department'] }]),
];

const data = {
  id: 'chengcheng',
  version: '2022.1',
  name: words('澄城县：五化一体', '澄城縣：五化一體', 'Chengcheng: five -isations, one body'),
  territory: '610525',
  basis: [
    {
      id: account,
      title: words(
        '澄城县“五化一体”城市基层党建工作模式',
        '澄城縣“五化一體”城市基層黨建工作模式',
        'Chengcheng County: five -isations, one body',
      ),
      issuer: words('《中国报道》', '《中國報道》', 'China Report'),
    },
  ],
  workingTime,
  tiers: [
    { id: 'county', label: words('县', '縣', 'County') },
    { id: 'street', label: words('镇（街道）', '鎮（街道）', 'Town or sub-district') },
    { id: 'community', label: words('社区（村）', '社區（村）', 'Community or village') },
    { id: 'compound', label: words('小区', '小區', 'Compound') },
    { id: 'building', label: words('楼栋', '樓棟', 'Building') },
    { id: 'household', label: words('单元', '單元', 'Stairway') },
    { id: 'resident-unit', label: words('驻区单位', '駐區單位', 'Resident unit') },
  ],
  kinds,
  posts,
  grids,
  cases,
  meetings,
  ...sections,
  permissions,
};

/**
 * Chengcheng County: five -isations, one body. The account is not dated in its text; the version is ours. Every rule names the
 * account it comes from, or `ours` where the account gives none.
 */
export const chengcheng: GovernanceModel = checked(data);
