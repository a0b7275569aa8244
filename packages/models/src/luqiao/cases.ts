import { words } from '@keting/domain';
import { duplicates, ratings, report, transitions } from '../parts/case-loop.ts';

const account = 'luqiao-2018';

/** Desks that answer for a place: its living room, and the office of the street or town where there is none. */
const reception = { kinds: ['living-room', 'street-office'] };

/** The four steps of handling that the account names. */
const phases = [
  { id: 'collect', label: words('信息收集', '信息收集', 'Collected'), source: account },
  { id: 'dispatch', label: words('分流交办', '分流交辦', 'Dispatched'), source: account },
  { id: 'supervise', label: words('完结督办', '完結督辦', 'Settled under supervision'), source: account },
  { id: 'feedback', label: words('信息反馈', '信息反饋', 'Fed back'), source: account },
];

const stages = [
  { id: 'collected', label: words('待受理', '待受理', 'To be accepted'), phase: 'collect', turn: reception },
  { id: 'accepted', label: words('待交办', '待交辦', 'To be dispatched'), phase: 'dispatch', turn: reception },
  { id: 'dispatched', label: words('已交办', '已交辦', 'Dispatched'), phase: 'dispatch', turn: 'handler' },
  { id: 'handling', label: words('处置中', '處置中', 'In hand'), phase: 'supervise', turn: 'handler' },
  { id: 'verifying', label: words('待核查', '待核查', 'To be verified'), phase: 'supervise', turn: reception },
  { id: 'escalated', label: words('提交三会', '提交三會', 'Before a meeting'), phase: 'supervise', turn: 'nobody' },
  { id: 'suspended', label: words('挂账', '掛賬', 'Suspended'), phase: 'supervise', turn: reception },
  {
    id: 'closed',
    label: words('待反馈', '待反饋', 'Reply due'),
    phase: 'feedback',
    turn: reception,
  },
  { id: 'replied', label: words('已反馈', '已反饋', 'Replied'), phase: 'feedback', turn: 'reporter' },
  { id: 'declined', label: words('不予受理', '不予受理', 'Declined'), phase: 'feedback', turn: 'nobody' },
  { id: 'voided', label: words('作废', '作廢', 'Voided'), phase: 'feedback', turn: 'nobody' },
  { id: 'withdrawn', label: words('已撤回', '已撤回', 'Withdrawn'), phase: 'feedback', turn: 'nobody' },
  { id: 'merged', label: words('已并案', '已併案', 'Merged'), phase: 'feedback', turn: 'nobody' },
];

/** The account grades what it handles and gives no figures; these are ours, in the manner of the 12345 hotlines. */
const grades = [
  {
    id: 'urgent',
    label: words('突发重大', '突發重大', 'Major or urgent'),
    allow: {
      collected: { hours: 1 },
      accepted: { hours: 1 },
      dispatched: { hours: 24 },
      handling: { hours: 24 },
      verifying: { hours: 4 },
      closed: { hours: 4 },
    },
    source: 'ours',
  },
  {
    id: 'prompt',
    label: words('较急', '較急', 'Prompt'),
    allow: {
      collected: { workingHours: 2 },
      accepted: { workingHours: 2 },
      dispatched: { workingDays: 3 },
      handling: { workingDays: 2 },
      verifying: { workingHours: 7 },
      closed: { workingHours: 7 },
    },
    source: 'ours',
  },
  {
    id: 'ordinary',
    label: words('一般', '一般', 'Ordinary'),
    allow: {
      collected: { workingHours: 4 },
      accepted: { workingHours: 4 },
      dispatched: { workingDays: 7 },
      handling: { workingDays: 5 },
      verifying: { workingDays: 2 },
      closed: { workingDays: 2 },
    },
    source: 'ours',
  },
];

const group = (id: string, label: ReturnType<typeof words>) => ({
  id,
  label,
  grade: 'ordinary',
  fields: [],
  source: account,
});

const people = {
  id: 'people-inside',
  label: words('里面有人居住或工作', '裡面有人居住或工作', 'People live or work inside'),
  type: 'yes-no',
  required: true,
};

const classes = [
  group('safety', words('安全隐患', '安全隱患', 'Hazards')),
  group('dispute', words('矛盾纠纷', '矛盾糾紛', 'Disputes')),
  group('appeal', words('群众诉求', '群眾訴求', 'Residents’ needs')),
  group('facility', words('公共设施', '公共設施', 'Public facilities')),
  group('order', words('市容秩序', '市容秩序', 'Public order')),
  {
    id: 'fire-hazard',
    parent: 'safety',
    label: words('消防隐患', '消防隱患', 'Fire hazard'),
    grade: 'urgent',
    fields: [
      {
        id: 'premises',
        label: words('场所', '場所', 'Premises'),
        type: 'choice',
        required: true,
        options: [
          { id: 'rented-house', label: words('出租房', '出租房', 'Rented house') },
          { id: 'workshop', label: words('作坊、厂房', '作坊、廠房', 'Workshop or factory') },
          { id: 'shop', label: words('店铺、市场', '店鋪、市場', 'Shop or market') },
          { id: 'stairwell', label: words('楼道', '樓道', 'Stairwell') },
        ],
      },
      people,
    ],
    source: account,
  },
  {
    id: 'dangerous-building',
    parent: 'safety',
    label: words('房屋安全', '房屋安全', 'Unsafe building'),
    grade: 'urgent',
    fields: [people],
    source: 'ours',
  },
  {
    id: 'environment',
    parent: 'safety',
    label: words('环境污染', '環境汙染', 'Pollution'),
    grade: 'prompt',
    fields: [],
    source: account,
  },
  {
    id: 'neighbour-dispute',
    parent: 'dispute',
    label: words('邻里纠纷', '鄰里糾紛', 'Dispute between neighbours'),
    grade: 'ordinary',
    fields: [],
    source: account,
  },
  {
    id: 'village-community-dispute',
    parent: 'dispute',
    label: words('村社矛盾', '村社矛盾', 'Dispute between village and community'),
    grade: 'prompt',
    fields: [],
    source: account,
  },
  {
    id: 'labour-dispute',
    parent: 'dispute',
    label: words('劳资纠纷', '勞資糾紛', 'Labour dispute'),
    grade: 'prompt',
    fields: [
      {
        id: 'workers',
        label: words('涉及人数', '涉及人數', 'Workers concerned'),
        type: 'number',
        required: true,
        min: 1,
        max: 10000,
        unit: words('人', '人', 'people'),
      },
      { id: 'owed-since', label: words('欠薪起始日', '欠薪起始日', 'Unpaid since'), type: 'date', required: false },
    ],
    source: 'ours',
  },
  {
    id: 'elderly-care',
    parent: 'appeal',
    label: words('老人照料', '老人照料', 'Care of the old'),
    grade: 'prompt',
    fields: [],
    source: account,
  },
  {
    id: 'new-residents',
    parent: 'appeal',
    label: words('新居民服务', '新居民服務', 'Services for new residents'),
    grade: 'ordinary',
    fields: [],
    source: account,
  },
  {
    id: 'petition',
    parent: 'appeal',
    label: words('信访诉求', '信訪訴求', 'Petition'),
    grade: 'prompt',
    fields: [],
    source: account,
  },
  {
    id: 'manhole-cover',
    parent: 'facility',
    label: words('井盖破损', '井蓋破損', 'Broken manhole cover'),
    standardRef: 'GB/T 30428.2-2013',
    grade: 'prompt',
    fields: [
      {
        id: 'danger',
        label: words('危险程度', '危險程度', 'Danger'),
        type: 'choice',
        required: true,
        options: [
          { id: 'open', label: words('缺失，洞口敞开', '缺失，洞口敞開', 'Missing, hole open') },
          { id: 'cracked', label: words('碎裂，可能塌陷', '碎裂，可能塌陷', 'Cracked, may give way') },
          { id: 'loose', label: words('松动、有声响', '鬆動、有聲響', 'Loose, rattles') },
        ],
      },
    ],
    source: 'ours',
  },
  {
    id: 'street-lamp',
    parent: 'facility',
    label: words('路灯不亮', '路燈不亮', 'Street lamp out'),
    standardRef: 'GB/T 30428.2-2013',
    grade: 'ordinary',
    fields: [
      {
        id: 'lamp-number',
        label: words('灯杆编号', '燈杆編號', 'Number on the pole'),
        type: 'text',
        required: false,
        maxLength: 30,
      },
    ],
    source: 'ours',
  },
  {
    id: 'road-damage',
    parent: 'facility',
    label: words('道路破损', '道路破損', 'Damaged road'),
    standardRef: 'GB/T 30428.2-2013',
    grade: 'ordinary',
    fields: [],
    source: 'ours',
  },
  {
    id: 'drainage',
    parent: 'facility',
    label: words('排水堵塞', '排水堵塞', 'Blocked drain'),
    standardRef: 'GB/T 30428.2-2013',
    grade: 'prompt',
    fields: [],
    source: 'ours',
  },
  {
    id: 'garbage',
    parent: 'order',
    label: words('垃圾堆放', '垃圾堆放', 'Rubbish left lying'),
    grade: 'ordinary',
    fields: [],
    source: 'ours',
  },
  {
    id: 'street-trading',
    parent: 'order',
    label: words('占道经营', '佔道經營', 'Trading on the road'),
    grade: 'ordinary',
    fields: [],
    source: 'ours',
  },
  {
    id: 'illegal-building',
    parent: 'order',
    label: words('违章建筑', '違章建築', 'Building without permission'),
    grade: 'prompt',
    fields: [],
    source: account,
  },
  {
    id: 'four-small-vehicles',
    parent: 'order',
    label: words('“四小车”', '“四小車”', 'The four kinds of small vehicles'),
    grade: 'ordinary',
    fields: [],
    source: account,
  },
];

const department = (id: string, of: readonly string[], why: ReturnType<typeof words>) => ({
  id: `by-${id}`,
  classes: [...of],
  to: 'district-department',
  unit: `department-${id}`,
  why,
  source: 'ours',
});

/** Who handles what: by class and duty, the living room itself where no department answers for it. */
const dispatch = [
  department(
    'fire',
    ['fire-hazard'],
    words('消防隐患由消防救援大队归口', '消防隱患由消防救援大隊歸口', 'Fire hazards belong to the fire brigade'),
  ),
  department(
    'housing',
    ['dangerous-building'],
    words('房屋安全由住建部门归口', '房屋安全由住建部門歸口', 'Unsafe buildings belong to the housing bureau'),
  ),
  department(
    'environment',
    ['environment'],
    words('环境污染由生态环境部门归口', '環境汙染由生態環境部門歸口', 'Pollution belongs to the environment bureau'),
  ),
  department(
    'human-resources',
    ['labour-dispute'],
    words('劳资纠纷由人社部门归口', '勞資糾紛由人社部門歸口', 'Labour disputes belong to the labour bureau'),
  ),
  department(
    'civil-affairs',
    ['elderly-care'],
    words('老人照料由民政部门归口', '老人照料由民政部門歸口', 'Care of the old belongs to civil affairs'),
  ),
  department(
    'public-security',
    ['new-residents'],
    words(
      '新居民服务由公安部门归口',
      '新居民服務由公安部門歸口',
      'Services for new residents belong to public security',
    ),
  ),
  department(
    'municipal',
    ['facility'],
    words(
      '公共设施由市政公用事业中心归口',
      '公共設施由市政公用事業中心歸口',
      'Public facilities belong to the municipal works centre',
    ),
  ),
  department(
    'sanitation',
    ['garbage'],
    words('环境卫生由环卫中心归口', '環境衛生由環衛中心歸口', 'Rubbish belongs to the sanitation centre'),
  ),
  department(
    'urban-management',
    ['order'],
    words('市容秩序由综合行政执法局归口', '市容秩序由綜合行政執法局歸口', 'Public order belongs to urban management'),
  ),
  {
    id: 'by-living-room',
    classes: [],
    to: 'living-room',
    why: words('由所在会客厅就地处置', '由所在會客廳就地處置', 'Handled on the spot by the living room of the place'),
    source: account,
  },
  {
    id: 'by-street',
    classes: [],
    to: 'street-office',
    why: words(
      '所在地未设会客厅，由街道（镇）处置',
      '所在地未設會客廳，由街道（鎮）處置',
      'Handled by the street or town: the place has no living room',
    ),
    source: 'ours',
  },
];

/** How Luqiao handles what is reported to it. */
export const cases = {
  report,
  phases,
  stages,
  transitions,
  classes,
  grades,
  dispatch,
  warnAt: 0.8,
  extension: { times: 1, allow: { workingDays: 3 } },
  duplicates,
  ratings,
};
