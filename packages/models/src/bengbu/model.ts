import { words, type GovernanceModel } from '@keting/domain';
import { casePermissions } from '../parts/case-permissions.ts';
import { gridPermissions } from '../parts/grid-permissions.ts';
import { sectionPermissions } from '../parts/section-permissions.ts';
import { meetingSteps, workingTime } from '../parts/case-loop.ts';
import { checked } from '../parts/checked.ts';
import { majority, partyKind, post, twoThirds, unitKind } from '../parts/units.ts';
import { cases } from './cases.ts';
import { gridWork, sections } from './sections.ts';

const account = 'bengbu-2024';

const kinds = [
  partyKind('city-committee', words('市委', '市委', 'City party committee'), {
    tier: 'city',
    under: [],
    source: account,
  }),
  partyKind('county-committee', words('县（区）委', '縣（區）委', 'County or district party committee'), {
    tier: 'county',
    under: ['city-committee'],
    source: account,
  }),
  unitKind('enforcement-department', words('执法部门', '執法部門', 'Enforcement department'), {
    tier: 'county',
    under: ['county-committee', 'city-committee'],
    source: account,
  }),
  partyKind('street-committee', words('街道大工委', '街道大工委', 'Sub-district joint working committee'), {
    tier: 'street',
    under: ['county-committee'],
    pairsWith: 'street-office',
    source: account,
  }),
  partyKind('town-committee', words('乡镇党委', '鄉鎮黨委', 'Township party committee'), {
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
  unitKind('town-government', words('乡镇政府', '鄉鎮政府', 'Township government'), {
    tier: 'street',
    under: ['town-committee'],
    source: account,
  }),
  partyKind('community-committee', words('社区大党委', '社區大黨委', 'Community joint party committee'), {
    tier: 'community',
    under: ['street-committee', 'town-committee'],
    source: account,
    pairsWith: 'residents-committee',
  }),
  partyKind('village-committee-party', words('行政村党组织', '行政村黨組織', 'Village party organisation'), {
    tier: 'community',
    under: ['town-committee', 'street-committee'],
    source: account,
    pairsWith: 'village-committee',
  }),
  unitKind('residents-committee', words('居民委员会', '居民委員會', 'Residents’ committee'), {
    tier: 'community',
    under: ['street-office', 'town-government'],
    source: account,
  }),
  unitKind('village-committee', words('村民委员会', '村民委員會', 'Villagers’ committee'), {
    tier: 'community',
    under: ['town-government', 'street-office'],
    source: account,
  }),
  partyKind('compound-branch', words('住宅小区（网格）党支部', '住宅小區（網格）黨支部', 'Compound branch'), {
    tier: 'branch',
    under: ['community-committee'],
    pairsWith: 'residents-council',
    source: account,
  }),
  partyKind(
    'natural-village-branch',
    words('自然村庄党支部（党小组）', '自然村莊黨支部（黨小組）', 'Natural-village branch'),
    {
      tier: 'branch',
      under: ['village-committee-party'],
      pairsWith: 'villagers-council',
      source: account,
    },
  ),
  unitKind('residents-council', words('居民议事会', '居民議事會', 'Residents’ council'), {
    tier: 'branch',
    under: ['residents-committee'],
    source: account,
  }),
  unitKind('villagers-council', words('村民理事会', '村民理事會', 'Villagers’ council'), {
    tier: 'branch',
    under: ['village-committee'],
    source: account,
  }),
  partyKind('building-group', words('楼栋党小组', '樓棟黨小組', 'Building group'), {
    tier: 'household',
    under: ['compound-branch'],
    source: account,
  }),
  partyKind('linked-households', words('党员联系户', '黨員聯繫戶', 'Linked households'), {
    tier: 'household',
    under: ['natural-village-branch'],
    source: account,
  }),
  unitKind(
    'owners-committee',
    words('业主委员会（物业管理委员会）', '業主委員會（物業管理委員會）', 'Owners’ committee'),
    {
      tier: 'branch',
      under: ['residents-committee'],
      source: account,
    },
  ),
  unitKind('property-manager', words('物业服务企业', '物業服務企業', 'Property manager'), {
    tier: 'resident-unit',
    under: ['residents-committee'],
    source: account,
  }),
  unitKind('partner-unit', words('共建单位', '共建單位', 'Partner unit'), {
    tier: 'resident-unit',
    under: ['residents-committee', 'village-committee', 'street-office'],
    source: account,
  }),
  unitKind('social-organisation', words('社会组织', '社會組織', 'Social organisation'), {
    tier: 'resident-unit',
    under: ['residents-committee', 'village-committee', 'street-office'],
    source: account,
  }),
];

const branches = ['compound-branch', 'natural-village-branch'];
const councils = ['residents-council', 'villagers-council'];
const elected = ['residents-committee', 'village-committee'];
const offices = ['street-office', 'town-government'];
const committees = ['city-committee', 'county-committee', 'street-committee', 'town-committee'];
const places = ['community-committee', 'village-committee-party'];

const posts = [
  post('secretary', words('书记', '書記', 'Secretary'), {
    in: [...committees, ...places, ...branches],
    seats: 1,
    head: true,
    source: account,
  }),
  post('member', words('委员', '委員', 'Member'), {
    in: [...committees, ...places, ...branches, ...elected],
    source: account,
  }),
  // 620 余名党支部书记担任社区“大党委”兼职委员。
  post('part-time-member', words('兼职委员', '兼職委員', 'Part-time member'), {
    in: ['community-committee', 'street-committee'],
    partTime: true,
    source: account,
    heldBy: { kind: 'compound-branch', posts: ['secretary'] },
  }),
  // 理事会长、议事会长一般由党组织负责人兼任: as a rule, so it is not asked of each.
  post('council-head', words('理事会长（议事会长）', '理事會長（議事會長）', 'Head of the council'), {
    in: councils,
    seats: 1,
    head: true,
    source: account,
  }),
  post('council-member', words('理事会（议事会）成员', '理事會（議事會）成員', 'Council member'), {
    in: councils,
    source: account,
  }),
  post('group-head', words('党小组长', '黨小組長', 'Group head'), {
    in: ['building-group', 'linked-households'],
    seats: 1,
    head: true,
    source: account,
  }),
  post('director', words('主任', '主任', 'Head'), {
    in: [...elected, ...offices, 'owners-committee'],
    seats: 1,
    head: true,
    source: account,
  }),
  post('owners-member', words('业委会委员', '業委會委員', 'Member of the owners’ committee'), {
    in: ['owners-committee'],
    source: account,
  }),
  post('manager', words('负责人', '負責人', 'Manager'), {
    in: ['property-manager', 'partner-unit', 'social-organisation'],
    seats: 1,
    head: true,
    source: account,
  }),
  post('officer', words('经办人', '經辦人', 'Officer'), {
    in: ['enforcement-department', 'partner-unit', 'social-organisation'],
    source: 'ours',
  }),
  post('clerk', words('社区（村）工作者', '社區（村）工作者', 'Community worker'), {
    in: [...elected, ...offices],
    source: account,
  }),
  // 一村（社区）一法律顾问。
  post('legal-adviser', words('法律顾问', '法律顧問', 'Legal adviser'), {
    in: elected,
    seats: 1,
    source: account,
  }),
];

const grids = {
  ...gridWork,
  kinds: [
    { id: 'basic', label: words('社区网格（住宅小区）', '社區網格（住宅小區）', 'Compound grid'), source: account },
    { id: 'micro', label: words('联系户', '聯繫戶', 'Linked households'), source: account },
  ],
  posts: [
    {
      id: 'grid-officer',
      label: words('网格员', '網格員', 'Grid officer'),
      grids: ['basic'],
      source: account,
    },
    {
      id: 'linking-member',
      label: words('联户党员', '聯戶黨員', 'Linking party member'),
      grids: ['micro'],
      source: account,
    },
  ],
  staffing: [
    { grid: 'basic', post: 'grid-officer', min: 1, source: account },
    { grid: 'micro', post: 'linking-member', min: 1, perHouseholds: 10, source: account },
  ],
};

const meetings = [
  {
    id: 'council',
    label: words('理事会（议事会）协商', '理事會（議事會）協商', 'Council'),
    settles: words('自然村庄、小区内的事项', '自然村莊、小區內的事項', 'Matters of one natural village or compound'),
    body: { kinds: councils, posts: ['council-head', 'council-member'] },
    observers: [{ where: 'over', kinds: branches, posts: ['secretary'] }],
    quorum: majority,
    majority,
    next: 'community',
    steps: meetingSteps,
    source: account,
  },
  {
    id: 'community',
    label: words('村（社区）党组织会议', '村（社區）黨組織會議', 'Meeting of the village or community'),
    settles: words(
      '“三重一大”事项、多个自然村庄（小区）的复杂问题',
      '“三重一大”事項、多個自然村莊（小區）的複雜問題',
      'Major matters, and those over several natural villages or compounds',
    ),
    body: { kinds: places, posts: ['secretary', 'member', 'part-time-member'] },
    observers: [{ where: 'within', kinds: branches, posts: ['secretary'] }],
    quorum: twoThirds,
    majority,
    next: 'alliance',
    steps: meetingSteps,
    source: account,
  },
  {
    id: 'alliance',
    label: words('区域化党建联盟会议', '區域化黨建聯盟會議', 'Area alliance'),
    settles: words('资金、资源、项目类问题', '資金、資源、項目類問題', 'Matters of money, resources and projects'),
    body: { kinds: ['street-committee', 'town-committee'], posts: ['secretary', 'member', 'part-time-member'] },
    quorum: majority,
    majority,
    steps: meetingSteps,
    source: account,
  },
];

const roles = {
  reception: [{ post: 'clerk' }],
  gridders: [{ post: 'grid-officer' }, { post: 'linking-member' }],
  handlers: [{ post: 'officer' }, { post: 'council-head' }, { post: 'director', kinds: [...elected, ...offices] }],
  heads: [{ post: 'secretary' }, { post: 'council-head' }, { post: 'director', kinds: [...elected, ...offices] }],
  counsellors: [{ post: 'council-head' }, { post: 'council-member' }, { post: 'part-time-member' }],
  organisers: [
    { post: 'secretary', kinds: committees },
    { post: 'member', kinds: committees },
  ],
  drawers: [{ post: 'clerk', kinds: offices }],
  erasers: [{ post: 'secretary', kinds: ['city-committee'] }],
};

/** Who promises and joins for a unit that stands in the place. */
const unitHeads = [{ post: 'manager', kinds: ['partner-unit', 'social-organisation'] }];

const permissions = [
  ...casePermissions(roles),
  // 办理结果由村民理事会、居民议事会统一反馈: the council that the reply is the turn of gives it.
  { do: ['ReplyCase'], by: [{ post: 'council-head' }], where: 'unit' },
  ...gridPermissions(roles, gridWork),
  ...sectionPermissions(roles, unitHeads, sections),
];

const data = {
  id: 'bengbu',
  version: '2024.1',
  name: words(
    '蚌埠市：一组一会、五治融合',
    '蚌埠市：一組一會、五治融合',
    'Bengbu: one group, one council; five governances',
  ),
  territory: '3403',
  basis: [
    {
      id: account,
      title: words(
        '积极探索党建引领基层治理的有效途径',
        '積極探索黨建引領基層治理的有效途徑',
        'Ways of community governance led by party organisations',
      ),
      issuer: words('中共蚌埠市委', '中共蚌埠市委', 'CPC Bengbu Municipal Committee'),
    },
  ],
  workingTime,
  tiers: [
    { id: 'city', label: words('市', '市', 'City') },
    { id: 'county', label: words('县（区）', '縣（區）', 'County or district') },
    { id: 'street', label: words('乡镇（街道）', '鄉鎮（街道）', 'Township or sub-district') },
    { id: 'community', label: words('村（社区）', '村（社區）', 'Village or community') },
    { id: 'branch', label: words('自然村庄、住宅小区', '自然村莊、住宅小區', 'Natural village or compound') },
    { id: 'household', label: words('楼栋、联系户', '樓棟、聯繫戶', 'Building or linked households') },
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
 * Bengbu: a branch with a council beside it in every natural village and compound (2021 to 2024). Every rule names the account it
 * comes from, or `ours` where the account gives none.
 */
export const bengbu: GovernanceModel = checked(data);
