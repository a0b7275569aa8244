import { parseModel, words, type GovernanceModel } from '@keting/domain';
import { cases } from './cases.ts';
import { cobuilding } from './cobuilding.ts';
import { coverage, rota } from './organisation.ts';
import { permissions } from './permissions.ts';
import { bulletins, campaigns, help } from './street-work.ts';
import { volunteering } from './volunteering.ts';

const account = 'luqiao-2018';

/** Party organisations at the foot of the tree: of communities and villages, and of those who work in them. */
const branches = [
  'community-branch',
  'village-branch',
  'market-branch',
  'tower-branch',
  'firm-branch',
  'agency-branch',
];

const data = {
  id: 'luqiao',
  version: '2018.10',
  name: words('路桥区：城市会客厅', '路橋區：城市會客廳', 'Luqiao: city living room'),
  territory: '331004',
  basis: [
    {
      id: account,
      title: words(
        '浙江省台州市路桥区：打造“城市会客厅”破解中小城市基层治理难题',
        '浙江省台州市路橋區：打造“城市會客廳”破解中小城市基層治理難題',
        'Luqiao District, Taizhou, Zhejiang: the city living room as a way out of the governance problems of middling cities',
      ),
      issuer: words(
        '中共台州市路桥区委组织部',
        '中共台州市路橋區委組織部',
        'Organisation Department of the CPC Luqiao District Committee',
      ),
      date: '2018-10-30',
    },
  ],
  workingTime: {
    utcOffsetMinutes: 480,
    periods: [
      { from: '08:30', to: '12:00' },
      { from: '14:00', to: '17:30' },
    ],
  },
  tiers: [
    { id: 'district', label: words('区', '區', 'District') },
    { id: 'street', label: words('街道（镇）', '街道（鎮）', 'Sub-district or town') },
    { id: 'community', label: words('社区', '社區', 'Community') },
    { id: 'branch', label: words('基层组织', '基層組織', 'Primary organisation') },
    { id: 'resident-unit', label: words('驻区单位', '駐區單位', 'Resident unit') },
  ],
  kinds: [
    {
      id: 'district-committee',
      label: words('区委', '區委', 'District party committee'),
      tier: 'district',
      parents: [],
      party: true,
      source: account,
    },
    {
      id: 'district-department',
      label: words('区级部门', '區級部門', 'District department'),
      tier: 'district',
      parents: ['district-committee'],
      party: false,
      source: account,
    },
    {
      id: 'street-committee',
      label: words('街道党工委', '街道黨工委', 'Sub-district party working committee'),
      tier: 'street',
      parents: ['district-committee'],
      party: true,
      pairsWith: 'street-office',
      source: account,
    },
    {
      id: 'town-committee',
      label: words('镇党委', '鎮黨委', 'Town party committee'),
      tier: 'street',
      parents: ['district-committee'],
      party: true,
      pairsWith: 'street-office',
      source: 'ours',
    },
    {
      id: 'street-office',
      label: words('街道办事处（镇政府）', '街道辦事處（鎮政府）', 'Sub-district office or town government'),
      tier: 'street',
      parents: ['street-committee', 'town-committee'],
      party: false,
      source: account,
    },
    {
      id: 'joint-party-committee',
      label: words('社区大党委', '社區大黨委', 'Community joint party committee'),
      tier: 'community',
      parents: ['street-committee'],
      party: true,
      source: account,
    },
    {
      id: 'living-room',
      label: words('城市会客厅', '城市會客廳', 'City living room'),
      tier: 'community',
      parents: ['joint-party-committee'],
      party: false,
      source: account,
    },
    {
      id: 'community-branch',
      label: words('社区党组织', '社區黨組織', 'Community party organisation'),
      tier: 'branch',
      parents: ['joint-party-committee', 'street-committee', 'town-committee'],
      party: true,
      pairsWith: 'residents-committee',
      source: account,
    },
    {
      id: 'village-branch',
      label: words('村党组织', '村黨組織', 'Village party organisation'),
      tier: 'branch',
      parents: ['joint-party-committee', 'street-committee', 'town-committee'],
      party: true,
      pairsWith: 'village-committee',
      source: account,
    },
    {
      id: 'residents-committee',
      label: words('居民委员会', '居民委員會', 'Residents’ committee'),
      tier: 'branch',
      parents: ['street-office'],
      party: false,
      source: account,
    },
    {
      id: 'village-committee',
      label: words('村民委员会', '村民委員會', 'Villagers’ committee'),
      tier: 'branch',
      parents: ['street-office'],
      party: false,
      source: account,
    },
    {
      id: 'market',
      label: words('专业市场', '專業市場', 'Market'),
      tier: 'resident-unit',
      parents: ['residents-committee', 'village-committee'],
      party: false,
      source: account,
    },
    {
      id: 'market-branch',
      label: words('市场党组织', '市場黨組織', 'Market party organisation'),
      tier: 'resident-unit',
      parents: ['joint-party-committee', 'street-committee', 'town-committee'],
      party: true,
      pairsWith: 'market',
      source: account,
    },
    {
      id: 'tower',
      label: words('商务楼宇', '商務樓宇', 'Office tower'),
      tier: 'resident-unit',
      parents: ['residents-committee', 'village-committee'],
      party: false,
      source: account,
    },
    {
      id: 'tower-branch',
      label: words('楼宇党建综合体', '樓宇黨建綜合體', 'Tower party organisation'),
      tier: 'resident-unit',
      parents: ['joint-party-committee', 'street-committee', 'town-committee'],
      party: true,
      pairsWith: 'tower',
      source: account,
    },
    {
      id: 'firm',
      label: words('企业', '企業', 'Firm'),
      tier: 'resident-unit',
      parents: ['residents-committee', 'village-committee'],
      party: false,
      source: account,
    },
    {
      id: 'firm-branch',
      label: words('企业党组织', '企業黨組織', 'Firm party organisation'),
      tier: 'resident-unit',
      parents: ['joint-party-committee', 'street-committee', 'town-committee'],
      party: true,
      pairsWith: 'firm',
      source: account,
    },
    {
      id: 'agency',
      label: words('机关事业单位', '機關事業單位', 'Public agency'),
      tier: 'resident-unit',
      parents: ['street-office'],
      party: false,
      source: account,
    },
    {
      id: 'agency-branch',
      label: words('机关党组织', '機關黨組織', 'Agency party organisation'),
      tier: 'resident-unit',
      parents: ['joint-party-committee', 'street-committee', 'town-committee'],
      party: true,
      pairsWith: 'agency',
      source: account,
    },
  ],
  posts: [
    {
      id: 'secretary',
      label: words('书记', '書記', 'Secretary'),
      kinds: ['district-committee', 'street-committee', 'town-committee', ...branches],
      seats: { max: 1 },
      head: true,
      source: account,
    },
    {
      id: 'joint-secretary',
      label: words('大党委书记', '大黨委書記', 'Secretary of the joint committee'),
      kinds: ['joint-party-committee'],
      seats: { max: 1 },
      heldBy: { kind: 'street-committee', posts: ['member', 'secretary'] },
      partTime: true,
      head: true,
      source: account,
    },
    {
      id: 'full-time-deputy',
      label: words('专职副书记', '專職副書記', 'Full-time deputy secretary'),
      kinds: ['joint-party-committee'],
      seats: { max: 1 },
      heldBy: { kind: 'community-branch', posts: ['secretary'] },
      source: account,
    },
    {
      id: 'deputy',
      label: words('副书记', '副書記', 'Deputy secretary'),
      kinds: ['joint-party-committee'],
      seats: { oneForEach: 'village-branch' },
      heldBy: { kind: 'village-branch', posts: ['secretary'] },
      partTime: true,
      source: account,
    },
    {
      id: 'member',
      label: words('委员', '委員', 'Member'),
      kinds: [
        'district-committee',
        'street-committee',
        'town-committee',
        'joint-party-committee',
        'community-branch',
        'village-branch',
        'residents-committee',
        'village-committee',
      ],
      seats: { any: true },
      source: account,
    },
    {
      id: 'part-time-member',
      label: words('兼职委员', '兼職委員', 'Part-time member'),
      kinds: ['joint-party-committee'],
      seats: { any: true },
      partTime: true,
      source: account,
    },
    {
      id: 'council-member',
      label: words('议事会议成员', '議事會議成員', 'Council member'),
      kinds: ['living-room'],
      seats: { any: true },
      partTime: true,
      source: account,
    },
    {
      id: 'director',
      label: words('主任', '主任', 'Head'),
      kinds: ['street-office', 'residents-committee', 'village-committee', 'district-department'],
      seats: { max: 1 },
      head: true,
      source: 'ours',
    },
    {
      id: 'officer',
      label: words('经办人', '經辦人', 'Officer'),
      kinds: ['district-department'],
      seats: { any: true },
      source: 'ours',
    },
    {
      id: 'street-clerk',
      label: words('街道专职', '街道專職', 'Sub-district clerk'),
      kinds: ['street-office'],
      seats: { any: true },
      source: 'ours',
    },
    {
      id: 'living-room-clerk',
      label: words('会客厅专职', '會客廳專職', 'Living-room clerk'),
      kinds: ['living-room'],
      seats: { any: true },
      source: 'ours',
    },
  ],
  grids: {
    kinds: [
      { id: 'basic', label: words('网格', '網格', 'Grid'), source: 'ours' },
      { id: 'dedicated', label: words('市场网格', '市場網格', 'Market grid'), source: account },
      { id: 'micro', label: words('党员微格', '黨員微格', 'Micro-grid'), source: account },
      { id: 'functional', label: words('功能化微格', '功能化微格', 'Functional micro-grid'), source: account },
    ],
    posts: [
      {
        id: 'party-micro-grid-member',
        label: words('党员微格员', '黨員微格員', 'Party micro-grid member'),
        grids: ['micro', 'functional'],
        source: account,
      },
      {
        id: 'resident-micro-grid-member',
        label: words('群众兼职微格员', '群眾兼職微格員', 'Part-time resident micro-grid member'),
        grids: ['micro'],
        source: account,
      },
    ],
    staffing: [
      { grid: 'micro', post: 'party-micro-grid-member', min: 1, source: account },
      { grid: 'micro', post: 'resident-micro-grid-member', min: 1, source: account },
    ],
  },
  cases,
  meetings: [
    {
      id: 'micro-grid',
      label: words('微格协调会', '微格協調會', 'Micro-grid meeting'),
      settles: words('微格内一般性事务', '微格內一般性事務', 'Ordinary matters within one micro-grid'),
      body: { grid: true },
      quorum: { of: 1, in: 2, more: true },
      majority: { of: 1, in: 2, more: true },
      next: 'living-room',
      steps: [
        { id: 'called', label: words('待召开', '待召開', 'Called') },
        { id: 'held', label: words('议事中', '議事中', 'In session') },
        { id: 'resolved', label: words('已决议', '已決議', 'Resolved') },
      ],
      source: account,
    },
    {
      id: 'living-room',
      label: words('会客厅议事会', '會客廳議事會', 'Living-room council'),
      settles: words('区域性、普遍性问题', '區域性、普遍性問題', 'Matters of a whole area, or common to many'),
      body: { kinds: ['living-room'], posts: ['council-member', 'living-room-clerk'] },
      observers: [
        { where: 'over', kinds: ['joint-party-committee'], posts: ['full-time-deputy', 'deputy', 'part-time-member'] },
        // 所有党组织书记均列席参加议事会议: every branch in the area, of whatever kind.
        {
          where: 'within',
          kinds: branches,
          posts: ['secretary'],
        },
      ],
      quorum: { of: 1, in: 2, more: true },
      majority: { of: 1, in: 2, more: true },
      next: 'street',
      steps: [
        { id: 'called', label: words('待召开', '待召開', 'Called') },
        { id: 'held', label: words('议事中', '議事中', 'In session') },
        { id: 'resolved', label: words('已决议', '已決議', 'Resolved') },
      ],
      source: account,
    },
    {
      id: 'street',
      label: words('街道联席会', '街道聯席會', 'Sub-district joint meeting'),
      settles: words('重大或突发性事件', '重大或突發性事件', 'Major or urgent events'),
      body: { kinds: ['street-committee', 'town-committee'], posts: ['secretary', 'member'] },
      observers: [{ where: 'over', kinds: ['district-department'], posts: ['director'] }],
      quorum: { of: 1, in: 2, more: true },
      majority: { of: 1, in: 2, more: true },
      steps: [
        { id: 'called', label: words('待召开', '待召開', 'Called') },
        { id: 'held', label: words('议事中', '議事中', 'In session') },
        { id: 'resolved', label: words('已决议', '已決議', 'Resolved') },
      ],
      source: account,
    },
  ],
  assemblies: [
    {
      id: 'living-room-council',
      label: words('会客厅议事会议', '會客廳議事會議', 'Living-room council'),
      members: [{ kinds: ['living-room'], posts: ['council-member', 'living-room-clerk'] }],
      // 所有党组织书记均列席参加议事会议: every branch in the area, of whatever kind.
      observers: [{ where: 'within', kinds: branches, posts: ['secretary'] }],
      voting: {
        quorum: { of: 1, in: 2, more: true },
        majority: { of: 1, in: 2, more: true },
        of: 'present',
        forms: ['open', 'secret'],
      },
      // 月例会; the account sets no notice, quorum or majority.
      meets: 'month',
      notice: 1,
      urgent: { notice: 0 },
      source: account,
    },
  ],
  volunteering,
  coverage,
  rota,
  campaigns,
  bulletins,
  help,
  cobuilding,
  permissions,
};

function checked(): GovernanceModel {
  const parsed = parseModel(data);
  if (parsed.ok) return parsed.model;
  const faults = parsed.faults.map(({ path, code, at }) => `${path.join('.')}: ${code} ${at}`);
  throw new Error(`the model of Luqiao is wrong: ${faults.join('; ')}`);
}

/**
 * Luqiao District, Taizhou: the city living room (2018). Every rule names the account it comes from, or `ours` where the
 * account gives none.
 */
export const luqiao: GovernanceModel = checked();
