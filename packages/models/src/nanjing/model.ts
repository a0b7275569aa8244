import { words, type GovernanceModel } from '@keting/domain';
import { casePermissions } from '../parts/case-permissions.ts';
import { floatingRegister, sectionPermissions } from '../parts/section-permissions.ts';
import { meetingSteps, workingTime } from '../parts/case-loop.ts';
import { checked } from '../parts/checked.ts';
import { majority, partyKind, post, unitKind } from '../parts/units.ts';
import { cases } from './cases.ts';
import { sections } from './sections.ts';

const account = 'nanjing-2000';

const kinds = [
  partyKind('city-committee', words('市委', '市委', 'City party committee'), {
    tier: 'city',
    under: [],
    source: account,
  }),
  partyKind('district-committee', words('区委', '區委', 'District party committee'), {
    tier: 'district',
    under: ['city-committee'],
    source: account,
  }),
  unitKind('district-department', words('区级部门', '區級部門', 'District department'), {
    tier: 'district',
    under: ['district-committee'],
    source: account,
  }),
  partyKind('street-committee', words('街道党工委', '街道黨工委', 'Sub-district party working committee'), {
    tier: 'street',
    under: ['district-committee'],
    pairsWith: 'street-office',
    source: account,
  }),
  unitKind('street-office', words('街道办事处', '街道辦事處', 'Sub-district office'), {
    tier: 'street',
    under: ['street-committee'],
    source: account,
  }),
  // 全区 10 个街道全部成立了“两会”，有 130 家单位参加。
  unitKind('building-council', words('社区建设协调委员会', '社區建設協調委員會', 'Community building council'), {
    tier: 'street',
    under: ['street-office'],
    source: account,
  }),
  partyKind('party-conference', words('社区党建联席会', '社區黨建聯席會', 'Community party-building conference'), {
    tier: 'street',
    under: ['street-committee'],
    source: account,
  }),
  // “一居一支”。
  partyKind('committee-branch', words('居民区党支部', '居民區黨支部', 'Branch of a residents’ committee'), {
    tier: 'committee',
    under: ['street-committee'],
    pairsWith: 'residents-committee',
    source: account,
  }),
  unitKind('residents-committee', words('居民委员会', '居民委員會', 'Residents’ committee'), {
    tier: 'committee',
    under: ['street-office'],
    source: account,
  }),
  unitKind('resident-unit', words('驻区单位', '駐區單位', 'Resident unit'), {
    tier: 'resident-unit',
    under: ['street-office', 'residents-committee'],
    source: account,
  }),
  partyKind(
    'resident-unit-branch',
    words('驻区单位党组织', '駐區單位黨組織', 'Party organisation of a resident unit'),
    {
      tier: 'resident-unit',
      under: ['street-committee'],
      pairsWith: 'resident-unit',
      source: account,
    },
  ),
  // 市里的工商部门成立了私营企业联合党委，城区在个体劳协、私企协会分别成立了党支部。
  partyKind(
    'private-firms-committee',
    words('私营企业联合党委', '私營企業聯合黨委', 'Joint committee of private firms'),
    {
      tier: 'city',
      under: ['city-committee'],
      source: account,
    },
  ),
  partyKind('association-branch', words('协会党支部', '協會黨支部', 'Branch of a trade association'), {
    tier: 'district',
    under: ['private-firms-committee', 'district-committee'],
    source: account,
  }),
  unitKind('new-organisation', words('新经济组织', '新經濟組織', 'New economic organisation'), {
    tier: 'resident-unit',
    under: ['residents-committee', 'street-office'],
    source: account,
  }),
  partyKind('new-organisation-branch', words('新经济组织党组织', '新經濟組織黨組織', 'Branch of a new organisation'), {
    tier: 'resident-unit',
    under: ['street-committee', 'association-branch'],
    pairsWith: 'new-organisation',
    source: account,
  }),
];

const committees = ['city-committee', 'district-committee', 'street-committee'];
const foot = ['committee-branch', 'resident-unit-branch', 'new-organisation-branch', 'association-branch'];

const posts = [
  post('secretary', words('书记', '書記', 'Secretary'), {
    in: [...committees, ...foot, 'private-firms-committee'],
    seats: 1,
    head: true,
    source: account,
  }),
  post('member', words('委员', '委員', 'Member'), {
    in: [...committees, 'committee-branch', 'residents-committee', 'private-firms-committee'],
    source: account,
  }),
  // 提倡主任书记“一肩挑”: advised, not asked of each.
  post('director', words('主任', '主任', 'Head'), {
    in: ['street-office', 'residents-committee', 'district-department'],
    seats: 1,
    head: true,
    source: account,
  }),
  post('council-member', words('两会成员', '兩會成員', 'Member of the two councils'), {
    in: ['building-council', 'party-conference'],
    partTime: true,
    source: account,
  }),
  post('manager', words('负责人', '負責人', 'Manager'), {
    in: ['resident-unit', 'new-organisation'],
    seats: 1,
    head: true,
    source: account,
  }),
  post('officer', words('经办人', '經辦人', 'Officer'), {
    in: ['district-department', 'resident-unit'],
    source: 'ours',
  }),
  post('clerk', words('居委会干部', '居委會幹部', 'Committee worker'), {
    in: ['residents-committee', 'street-office'],
    source: account,
  }),
];

/** 把社区划分为不同责任区、责任楼。 */
const grids = {
  kinds: [
    { id: 'basic', label: words('责任区', '責任區', 'Responsibility area'), source: account },
    { id: 'micro', label: words('责任楼', '責任樓', 'Responsibility building'), source: account },
  ],
  posts: [
    {
      id: 'responsible-member',
      label: words('责任区党员', '責任區黨員', 'Responsible party member'),
      grids: ['basic', 'micro'],
      source: account,
    },
  ],
  staffing: [
    { grid: 'basic', post: 'responsible-member', min: 1, source: account },
    { grid: 'micro', post: 'responsible-member', min: 1, source: account },
  ],
};

const meetings = [
  {
    id: 'building-council',
    label: words('社区建设协调委员会', '社區建設協調委員會', 'Community building council'),
    settles: words('社区建设事项', '社區建設事項', 'Matters of community building'),
    body: { kinds: ['building-council'], posts: ['council-member'] },
    observers: [{ where: 'over', kinds: ['street-office'], posts: ['director'] }],
    quorum: majority,
    majority,
    next: 'street',
    steps: meetingSteps,
    source: account,
  },
  {
    id: 'street',
    label: words('街道党工委会议', '街道黨工委會議', 'Meeting of the working committee'),
    settles: words('两会不能协调的事项', '兩會不能協調的事項', 'What the two councils cannot settle'),
    body: { kinds: ['street-committee'], posts: ['secretary', 'member'] },
    observers: [{ where: 'over', kinds: ['party-conference'], posts: ['council-member'] }],
    quorum: majority,
    majority,
    steps: meetingSteps,
    source: 'ours',
  },
];

const roles = {
  reception: [{ post: 'clerk' }],
  gridders: [{ post: 'responsible-member' }],
  handlers: [
    { post: 'officer' },
    { post: 'manager', kinds: ['resident-unit'] },
    { post: 'director', kinds: ['street-office', 'residents-committee', 'district-department'] },
  ],
  heads: [
    { post: 'secretary', kinds: [...committees, 'committee-branch'] },
    { post: 'director', kinds: ['street-office', 'residents-committee'] },
  ],
  counsellors: [{ post: 'council-member' }],
  organisers: [
    { post: 'secretary', kinds: committees },
    { post: 'member', kinds: committees },
  ],
  drawers: [{ post: 'clerk', kinds: ['street-office'] }],
  erasers: [{ post: 'secretary', kinds: ['district-committee'] }],
};

/** Who promises and joins for a unit that stands in the place. */
const unitHeads = [
  { post: 'manager', kinds: ['resident-unit', 'new-organisation'] },
  { post: 'secretary', kinds: ['resident-unit-branch'] },
];

const permissions = [
  ...casePermissions(roles),
  ...sectionPermissions(roles, unitHeads, sections),
  // A branch of an association stands in no residents’ area: nobody but its own secretary can keep its register.
  floatingRegister([{ post: 'secretary', kinds: ['committee-branch', 'association-branch'] }]),
];

const data = {
  id: 'nanjing',
  version: '2000.1',
  name: words('南京市：社区党建', '南京市：社區黨建', 'Nanjing: community party building'),
  territory: '3201',
  basis: [
    {
      id: account,
      title: words(
        '加强社区党建研究 探索社区党建新路',
        '加強社區黨建研究 探索社區黨建新路',
        'New ways of community party building',
      ),
      issuer: words('南京市（未署名）', '南京市（未署名）', 'Nanjing, unsigned'),
    },
  ],
  workingTime,
  tiers: [
    { id: 'city', label: words('市', '市', 'City') },
    { id: 'district', label: words('区', '區', 'District') },
    { id: 'street', label: words('街道', '街道', 'Sub-district') },
    { id: 'committee', label: words('居民区', '居民區', 'Residents’ area') },
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
 * Nanjing: community party building (1997 to 2000). The account is of those years and unsigned; the version is ours. Every rule names
 * the account it comes from, or `ours` where the account gives none.
 */
export const nanjing: GovernanceModel = checked(data);
