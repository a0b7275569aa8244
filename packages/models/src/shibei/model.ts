import { words, type GovernanceModel } from '@keting/domain';
import { casePermissions } from '../parts/case-permissions.ts';
import { gridPermissions } from '../parts/grid-permissions.ts';
import { sectionPermissions } from '../parts/section-permissions.ts';
import { meetingSteps, workingTime } from '../parts/case-loop.ts';
import { checked } from '../parts/checked.ts';
import { majority, partyKind, post, unitKind } from '../parts/units.ts';
import { cases } from './cases.ts';
import { gridWork, sections } from './sections.ts';

const account = 'shibei-2017';

const kinds = [
  partyKind('district-committee', words('区委', '區委', 'District party committee'), {
    tier: 'district',
    under: [],
    source: account,
  }),
  unitKind('district-department', words('区级部门', '區級部門', 'District department'), {
    tier: 'district',
    under: ['district-committee'],
    source: account,
  }),
  partyKind('street-committee', words('街道大工委', '街道大工委', 'Sub-district joint working committee'), {
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
  unitKind('service-centre', words('民情服务中心', '民情服務中心', 'Service centre'), {
    tier: 'street',
    under: ['street-office'],
    source: account,
  }),
  partyKind('community-committee', words('社区大党委', '社區大黨委', 'Community joint party committee'), {
    tier: 'community',
    under: ['street-committee'],
    pairsWith: 'residents-committee',
    source: account,
  }),
  unitKind('residents-committee', words('居民委员会', '居民委員會', 'Residents’ committee'), {
    tier: 'community',
    under: ['street-office'],
    source: account,
  }),
  unitKind('service-station', words('民情服务站', '民情服務站', 'Service station'), {
    tier: 'community',
    under: ['residents-committee'],
    source: account,
  }),
  unitKind('members-station', words('在职党员工作站', '在職黨員工作站', 'Station of serving members'), {
    tier: 'community',
    under: ['residents-committee'],
    source: account,
  }),
  unitKind('owners-committee', words('业主委员会', '業主委員會', 'Owners’ committee'), {
    tier: 'compound',
    under: ['community-committee', 'residents-committee'],
    source: account,
  }),
  unitKind('property-manager', words('物业服务企业', '物業服務企業', 'Property manager'), {
    tier: 'compound',
    under: ['community-committee', 'residents-committee'],
    source: account,
  }),
  unitKind('resident-unit', words('驻区单位', '駐區單位', 'Resident unit'), {
    tier: 'resident-unit',
    under: ['residents-committee', 'street-office'],
    source: account,
  }),
  partyKind(
    'resident-unit-branch',
    words('驻区单位党组织', '駐區單位黨組織', 'Party organisation of a resident unit'),
    {
      tier: 'resident-unit',
      under: ['street-committee', 'community-committee'],
      pairsWith: 'resident-unit',
      source: account,
    },
  ),
];

const committees = ['district-committee', 'street-committee'];

const posts = [
  post('secretary', words('书记', '書記', 'Secretary'), {
    in: [...committees, 'community-committee', 'resident-unit-branch'],
    seats: 1,
    head: true,
    source: account,
  }),
  post('member', words('委员', '委員', 'Member'), {
    in: [...committees, 'community-committee', 'residents-committee'],
    source: account,
  }),
  // 选聘了 525 名驻区单位党组织负责人担任街道社区兼职委员。
  post('part-time-member', words('兼职委员', '兼職委員', 'Part-time member'), {
    in: ['street-committee', 'community-committee'],
    heldBy: { kind: 'resident-unit-branch', posts: ['secretary'] },
    partTime: true,
    source: account,
  }),
  // 在封闭小区，把物业公司负责人、业委会主任吸纳到社区“两委”班子中。
  post('property-member', words('物业委员', '物業委員', 'Member from the property manager'), {
    in: ['community-committee'],
    heldBy: { kind: 'property-manager', posts: ['manager'] },
    partTime: true,
    source: account,
  }),
  post('owners-seat', words('业委会委员', '業委會委員', 'Member from the owners’ committee'), {
    in: ['community-committee'],
    heldBy: { kind: 'owners-committee', posts: ['director'] },
    partTime: true,
    source: account,
  }),
  post('director', words('主任', '主任', 'Head'), {
    in: ['street-office', 'residents-committee', 'owners-committee', 'district-department'],
    seats: 1,
    head: true,
    source: account,
  }),
  post('manager', words('负责人', '負責人', 'Manager'), {
    in: ['property-manager', 'resident-unit', 'service-centre', 'service-station', 'members-station'],
    seats: 1,
    head: true,
    source: account,
  }),
  post('officer', words('经办人', '經辦人', 'Officer'), {
    in: ['district-department', 'resident-unit'],
    source: 'ours',
  }),
  post('clerk', words('社区工作者', '社區工作者', 'Community worker'), {
    in: ['residents-committee', 'street-office'],
    source: account,
  }),
];

const grids = {
  ...gridWork,
  kinds: [{ id: 'basic', label: words('网格', '網格', 'Grid'), source: account }],
  posts: [{ id: 'grid-officer', label: words('网格员', '網格員', 'Grid officer'), grids: ['basic'], source: account }],
  staffing: [{ grid: 'basic', post: 'grid-officer', min: 1, source: account }],
};

const together = ['secretary', 'member', 'part-time-member'];

const meetings = [
  {
    id: 'community-conference',
    label: words('社区党建工作联席会议', '社區黨建工作聯席會議', 'Community joint conference'),
    settles: words(
      '社区内社会性、群众性、公益性事项',
      '社區內社會性、群眾性、公益性事項',
      'Public matters of a community',
    ),
    body: { kinds: ['community-committee'], posts: [...together, 'property-member', 'owners-seat'] },
    quorum: majority,
    majority,
    next: 'street-conference',
    steps: meetingSteps,
    source: account,
  },
  {
    id: 'street-conference',
    label: words('街道党建工作联席会议', '街道黨建工作聯席會議', 'Sub-district joint conference'),
    settles: words(
      '辖区内重要事项、紧急事项',
      '轄區內重要事項、緊急事項',
      'Important and urgent matters of the sub-district',
    ),
    body: { kinds: ['street-committee'], posts: together },
    observers: [{ where: 'over', kinds: ['district-department'], posts: ['director'] }],
    quorum: majority,
    majority,
    steps: meetingSteps,
    source: account,
  },
];

const heads = [
  { post: 'secretary', kinds: [...committees, 'community-committee'] },
  { post: 'director', kinds: ['street-office', 'residents-committee'] },
];

const roles = {
  reception: [{ post: 'clerk' }],
  gridders: [{ post: 'grid-officer' }],
  handlers: [
    { post: 'officer' },
    { post: 'manager', kinds: ['resident-unit'] },
    { post: 'director', kinds: ['street-office', 'residents-committee', 'district-department'] },
  ],
  heads,
  counsellors: [{ post: 'part-time-member' }, { post: 'property-member' }, { post: 'owners-seat' }],
  organisers: [
    { post: 'secretary', kinds: committees },
    { post: 'member', kinds: committees },
  ],
  drawers: [{ post: 'clerk', kinds: ['street-office'] }],
  erasers: [{ post: 'secretary', kinds: ['district-committee'] }],
};

/** Who promises and joins for a unit that stands in the place. */
const unitHeads = [
  { post: 'manager', kinds: ['resident-unit'] },
  { post: 'secretary', kinds: ['resident-unit-branch'] },
];

const permissions = [
  ...casePermissions(roles),
  ...gridPermissions(roles, gridWork),
  ...sectionPermissions(roles, unitHeads, sections),
];

const data = {
  id: 'shibei',
  version: '2017.11',
  name: words('市北区：六联六化', '市北區：六聯六化', 'Shibei: six joint, six -isations'),
  territory: '370203',
  basis: [
    {
      id: account,
      title: words(
        '提升党组织领导城市基层治理能力研究',
        '提升黨組織領導城市基層治理能力研究',
        'How party organisations lead urban community governance',
      ),
      issuer: words('大众网', '大眾網', 'Dazhong Net'),
      date: '2017-11-14',
    },
  ],
  workingTime,
  tiers: [
    { id: 'district', label: words('区', '區', 'District') },
    { id: 'street', label: words('街道', '街道', 'Sub-district') },
    { id: 'community', label: words('社区', '社區', 'Community') },
    { id: 'compound', label: words('小区', '小區', 'Compound') },
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
 * Shibei District, Qingdao: six joint, six -isations (2017). Every rule names the account it comes from, or `ours` where the account
 * gives none.
 */
export const shibei: GovernanceModel = checked(data);
