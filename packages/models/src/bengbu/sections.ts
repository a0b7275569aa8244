import { words } from '@keting/domain';
import { byTerritory, majority, twoThirds } from '../parts/units.ts';

const account = 'bengbu-2024';
const ours = 'ours';

const councils = [{ kinds: ['residents-council', 'villagers-council'], posts: ['council-head', 'council-member'] }];
const partyBody = [{ kinds: ['community-committee', 'village-committee-party'], posts: ['secretary', 'member'] }];
/** 村（社区）“两委”。 */
const twoCommittees = [
  ...partyBody,
  { kinds: ['residents-committee', 'village-committee'], posts: ['director', 'member'] },
];
const partyMembers = [
  ...partyBody,
  { kinds: ['compound-branch', 'natural-village-branch'], posts: ['secretary', 'member'] },
];
/** Villagers’ and residents’ representatives: the account has the councils, which they chose, stand for them. */
const representatives = councils;

const open = { quorum: majority, majority, of: 'present', forms: ['open', 'secret'] };

/** 百姓点事、“两委”提事、居民议事、与会决事、多元办事、公众评事。 */
const sixSteps = {
  id: 'six-steps',
  label: words('社区协商“六事”', '社區協商“六事”', 'Six steps of deliberation'),
  steps: [
    { id: 'raise', label: words('百姓点事', '百姓點事', 'Residents raise'), act: 'raise', source: account },
    {
      id: 'propose',
      label: words('“两委”提事', '“兩委”提事', 'The two committees propose'),
      act: 'talk',
      body: twoCommittees,
      source: account,
    },
    {
      id: 'deliberate',
      label: words('居民议事', '居民議事', 'Residents deliberate'),
      act: 'talk',
      body: councils,
      source: account,
    },
    {
      id: 'decide',
      label: words('与会决事', '與會決事', 'The meeting decides'),
      act: 'vote',
      body: councils,
      voting: open,
      otherwise: 'deliberate',
      source: account,
    },
    {
      id: 'execute',
      label: words('多元办事', '多元辦事', 'Many hands carry out'),
      act: 'carry-out',
      source: account,
    },
    {
      id: 'appraise',
      label: words('公众评事', '公眾評事', 'The public appraises'),
      act: 'talk',
      source: account,
    },
  ],
  source: account,
};

/** 四议两公开. The shares are those of the field’s practice; the account names the procedure. */
const fourDeliberations = {
  id: 'four-deliberations',
  label: words('四议两公开', '四議兩公開', 'Four deliberations, two disclosures'),
  steps: [
    { id: 'raise', label: words('形成议题', '形成議題', 'The topic is raised'), act: 'raise', source: account },
    {
      id: 'branch-proposal',
      label: words('党支部会提议', '黨支部會提議', 'The branch proposes'),
      act: 'talk',
      body: partyBody,
      quorum: majority,
      source: account,
    },
    {
      id: 'committees-consult',
      label: words('“两委”会商议', '“兩委”會商議', 'The two committees consult'),
      act: 'talk',
      body: twoCommittees,
      quorum: majority,
      source: account,
    },
    {
      id: 'member-review',
      label: words('党员大会审议', '黨員大會審議', 'Party members review'),
      act: 'vote',
      body: partyMembers,
      voting: { quorum: twoThirds, majority, of: 'all', forms: ['open', 'secret'] },
      otherwise: 'committees-consult',
      source: ours,
    },
    {
      id: 'assembly-resolution',
      label: words('村（居）民代表会议决议', '村（居）民代表會議決議', 'Representatives resolve'),
      act: 'vote',
      body: representatives,
      voting: { quorum: twoThirds, majority, of: 'present', forms: ['open', 'secret'] },
      otherwise: 'committees-consult',
      disclose: { what: 'resolution', days: 7, objections: 10 },
      source: ours,
    },
    {
      id: 'execute',
      label: words('组织实施', '組織實施', 'It is carried out'),
      act: 'carry-out',
      disclose: { what: 'result', days: 7, objections: 10 },
      source: account,
    },
  ],
  source: account,
};

/** What a topic may be about; 三重一大 are the major ones. */
const procedures = {
  procedures: [sixSteps, fourDeliberations],
  matters: [
    { id: 'major-decision', label: words('重大决策', '重大決策', 'Major decision'), major: true, source: account },
    {
      id: 'major-appointment',
      label: words('重要人事', '重要人事', 'Major appointment'),
      major: true,
      source: account,
    },
    { id: 'major-project', label: words('重大项目', '重大項目', 'Major project'), major: true, source: account },
    { id: 'large-sum', label: words('大额资金', '大額資金', 'Large sum of money'), major: true, source: account },
    { id: 'public-welfare', label: words('公益事业', '公益事業', 'Public welfare'), major: false, source: account },
    {
      id: 'facility',
      label: words('公共设施维修', '公共設施維修', 'Repair of facilities'),
      major: false,
      source: account,
    },
    { id: 'custom', label: words('文明新风', '文明新風', 'Customs'), major: false, source: account },
  ],
  choices: [
    {
      id: 'major',
      procedure: 'four-deliberations',
      major: true,
      why: words(
        '“三重一大”事项按四议两公开',
        '“三重一大”事項按四議兩公開',
        'Major matters take the four deliberations',
      ),
      source: account,
    },
    {
      id: 'several-grids',
      procedure: 'four-deliberations',
      grids: 2,
      why: words(
        '多个自然村庄（小区）的复杂问题按四议两公开',
        '多個自然村莊（小區）的複雜問題按四議兩公開',
        'What concerns several natural villages or compounds takes the four deliberations',
      ),
      source: account,
    },
    {
      id: 'ordinary',
      procedure: 'six-steps',
      why: words('其余事项按“六事”', '其餘事項按“六事”', 'Everything else takes the six steps'),
      source: account,
    },
  ],
};

const assemblies = [
  {
    id: 'village-report',
    label: words('“一述两评三议事”村情报告会', '“一述兩評三議事”村情報告會', 'Village report meeting'),
    members: [...twoCommittees, ...councils],
    voting: { quorum: majority, majority, of: 'present', forms: ['open'] },
    meets: 'half-year',
    notice: 3,
    order: [
      { id: 'report', label: words('一述', '一述', 'Report') },
      { id: 'appraise-work', label: words('评工作', '評工作', 'Appraise the work') },
      { id: 'appraise-people', label: words('评成效', '評成效', 'Appraise the outcome') },
      { id: 'matters', label: words('三议事', '三議事', 'Three matters') },
    ],
    source: account,
  },
  {
    id: 'area-alliance',
    label: words('区域化党建联盟', '區域化黨建聯盟', 'Area alliance'),
    members: [
      { kinds: ['street-committee', 'town-committee'], posts: ['secretary', 'member', 'part-time-member'] },
      { kinds: ['community-committee'], posts: ['part-time-member'] },
    ],
    observers: [{ kinds: ['partner-unit', 'social-organisation'], posts: ['manager'] }],
    voting: { quorum: majority, majority, of: 'present', forms: ['open'] },
    meets: 'quarter',
    notice: 3,
    source: account,
  },
];

/** 每日巡、经常访、及时记、随手做、实时报; 三必访、六必到、六必报, whose occasions the account does not list: these are ours. */
const occasion = (id: string, form: string, hans: string, hant: string, en: string, withinHours: number) => ({
  ...{ id, form, withinHours, source: ours },
  label: words(hans, hant, en),
});

/** What is done in its grids. */
export const gridWork = {
  patrol: {
    grids: ['basic'],
    days: 'every-day',
    rounds: 1,
    onTheSpot: [
      { id: 'clear-clutter', label: words('清理杂物', '清理雜物', 'Clear clutter'), source: account },
      { id: 'give-way', label: words('劝导停车', '勸導停車', 'Have a car moved'), source: ours },
      { id: 'help-home', label: words('帮扶老人', '幫扶老人', 'Lend the old a hand'), source: ours },
    ],
    source: account,
  },
  occasions: [
    occasion('new-household', 'visit', '新入住户必访', '新入住戶必訪', 'A household moves in', 168),
    occasion('living-alone', 'visit', '独居老人必访', '獨居老人必訪', 'An old person lives alone', 168),
    occasion('in-need', 'visit', '困难家庭必访', '困難家庭必訪', 'A household is in need', 72),
    occasion('dispute', 'presence', '发生纠纷必到', '發生糾紛必到', 'A dispute breaks out', 4),
    occasion('accident', 'presence', '发生事故必到', '發生事故必到', 'An accident happens', 2),
    occasion('bereavement', 'presence', '丧事必到', '喪事必到', 'A household is in mourning', 24),
    occasion('illness', 'presence', '重病住院必到', '重病住院必到', 'Somebody falls gravely ill', 48),
    occasion('sudden-hardship', 'presence', '突发困难必到', '突發困難必到', 'Sudden hardship', 24),
    occasion('severe-weather', 'presence', '恶劣天气必到', '惡劣天氣必到', 'Severe weather', 12),
    occasion('hazard', 'report', '安全隐患必报', '安全隱患必報', 'A hazard is found', 2),
    occasion('gathering', 'report', '群体诉求必报', '群體訴求必報', 'Many ask for one thing', 4),
    occasion('broken-facility', 'report', '设施损坏必报', '設施損壞必報', 'A facility breaks', 24),
    occasion('infectious-disease', 'report', '疫情必报', '疫情必報', 'An infectious disease', 2),
    occasion('pollution', 'report', '环境污染必报', '環境汙染必報', 'Pollution', 8),
    occasion('fire', 'report', '火情必报', '火情必報', 'Fire', 1),
  ],
};

const volunteering = {
  checkIn: { communities: ['residents-committee', 'village-committee'], units: ['partner-unit'], source: account },
  service: {
    units: ['residents-committee', 'village-committee', 'residents-council', 'villagers-council', 'partner-unit'],
    teams: [
      {
        id: 'members',
        label: words('在职党员志愿队', '在職黨員志願隊', 'Serving members'),
        by: 'affiliation',
        source: account,
      },
      {
        id: 'watch',
        label: words('“十户联防”队伍', '“十戶聯防”隊伍', 'Ten households watching together'),
        by: 'area',
        source: account,
      },
    ],
    fields: [
      { id: 'upkeep', label: words('环境整治', '環境整治', 'Upkeep'), source: account },
      { id: 'mediation', label: words('矛盾调解', '矛盾調解', 'Mediation'), source: account },
      { id: 'care', label: words('养老护幼', '養老護幼', 'Care of old and young'), source: account },
      { id: 'safety', label: words('平安巡防', '平安巡防', 'Patrols'), source: account },
    ],
    mostPlaces: 200,
    longest: 720,
    early: 30,
    late: 60,
    source: account,
  },
  // 2.2 万余名城乡无职党员主动认领治理岗位。
  claimedPosts: {
    units: ['residents-committee', 'village-committee', 'residents-council', 'villagers-council'],
    kinds: [
      { id: 'policy', label: words('政策宣传岗', '政策宣傳崗', 'Telling of policies'), source: ours },
      { id: 'upkeep', label: words('环境卫生岗', '環境衛生崗', 'Upkeep'), source: ours },
      { id: 'mediation', label: words('矛盾调解岗', '矛盾調解崗', 'Mediation'), source: ours },
      { id: 'care', label: words('关爱帮扶岗', '關愛幫扶崗', 'Care'), source: ours },
    ],
    mostPlaces: 50,
    longest: 366,
    source: account,
  },
};

/** “积分积德”: the account gives no figures. Honours are those that it names; each is had by consent. */
const points = {
  rules: [
    {
      id: 'service-hour',
      label: words('志愿服务时长', '志願服務時長', 'Hours of service'),
      occasion: 'activity-hours',
      earns: { perHour: 2 },
      perDay: 16,
      source: ours,
    },
    {
      id: 'good-deed',
      label: words('好人好事', '好人好事', 'A good deed'),
      earns: { each: 5 },
      perYear: 100,
      source: ours,
    },
  ],
  perYear: 500,
  lateDays: 31,
  expiry: { months: 24, source: ours },
  honours: [
    { id: 'civilised-family', label: words('文明家庭', '文明家庭', 'Civil family'), source: account },
    { id: 'five-good-family', label: words('“五好”家庭', '“五好”家庭', 'Five-good family'), source: account },
    { id: 'star-household', label: words('星级文明户', '星級文明戶', 'Star household'), source: account },
    { id: 'good-person', label: words('中国好人', '中國好人', 'China’s good people'), source: account },
  ],
};

const coverage = {
  targets: [
    {
      id: 'councils',
      label: words('村民理事会、居民议事会', '村民理事會、居民議事會', 'Councils beside branches'),
      kinds: ['natural-village-branch', 'compound-branch'],
      has: 'pair',
      source: account,
    },
    {
      id: 'owners-committees',
      label: words('业主委员会单独组建', '業主委員會單獨組建', 'Owners’ committees of their own'),
      kinds: ['compound-branch'],
      has: { own: 'owners-committee' },
      source: account,
    },
  ],
  assignment: [
    byTerritory(
      'by-territory',
      ['partner-unit', 'social-organisation'],
      ['residents-committee', 'village-committee', 'street-office'],
      'ours',
    ),
    byTerritory('property-managers', ['property-manager'], ['residents-committee'], 'ours'),
  ],
};

/** “四位一体”、“双向进入、交叉任职”。 */
const crossPosting = {
  sides: [
    {
      id: 'party',
      label: words('党组织', '黨組織', 'Party organisation'),
      kinds: ['compound-branch'],
      source: account,
    },
    {
      id: 'residents',
      label: words('居委会', '居委會', 'Residents’ committee'),
      kinds: ['residents-committee'],
      source: account,
    },
    {
      id: 'owners',
      label: words('业委会', '業委會', 'Owners’ committee'),
      kinds: ['owners-committee'],
      source: account,
    },
    { id: 'property', label: words('物业', '物業', 'Property manager'), kinds: ['property-manager'], source: account },
  ],
};

/** “一组一会”成员培训制度. How often the account does not say. */
const training = {
  courses: [
    {
      id: 'council-members',
      label: words('“一组一会”成员培训', '“一組一會”成員培訓', 'Members of branches and councils'),
      posts: [
        { post: 'council-head' },
        { post: 'council-member' },
        { post: 'secretary', kinds: ['compound-branch', 'natural-village-branch'] },
      ],
      refreshMonths: 12,
      source: account,
    },
  ],
  rotation: [],
};

/** “组”在前、把方向，“会”在后、抓落实; the answer to a matter is whoever handles it, then the community’s. */
const duties = [
  {
    id: 'handler',
    label: words('承办单位负责', '承辦單位負責', 'Whoever handles it'),
    classes: [],
    stages: ['dispatched', 'handling'],
    at: 'handler',
    posts: ['council-head', 'director', 'manager', 'officer'],
    source: account,
  },
  {
    id: 'community',
    label: words('村（社区）负责', '村（社區）負責', 'The village or community'),
    classes: [],
    stages: [],
    at: { kinds: ['residents-committee', 'village-committee'] },
    posts: ['director'],
    source: account,
  },
];

/** Weekly huddle and monthly stock-take (一周一碰头、一月一盘点). */
const rota = [
  {
    id: 'weekly-huddle',
    label: words('一周一碰头', '一週一碰頭', 'Weekly huddle'),
    kinds: ['residents-committee', 'village-committee'],
    every: 'week',
    day: 1,
    at: '09:00',
    minutes: 60,
    source: account,
  },
  {
    id: 'monthly-stock-take',
    label: words('一月一盘点', '一月一盤點', 'Monthly stock-take'),
    kinds: ['residents-committee', 'village-committee'],
    every: 'month',
    day: 28,
    at: '15:00',
    minutes: 120,
    source: account,
  },
];

/** “微法庭” in villages, legal advisers, and elders who mediate: 800 officers, 1,300 disputes. */
const help = {
  units: ['residents-committee', 'village-committee'],
  skills: [
    { id: 'mediation', label: words('纠纷调解', '糾紛調解', 'Mediation'), source: account },
    { id: 'law', label: words('法律服务', '法律服務', 'Legal advice'), source: account },
  ],
  source: account,
};

/** What Bengbu has beside units, grids, cases and meetings. */
export const sections = {
  procedures,
  assemblies,
  volunteering,
  points,
  coverage,
  crossPosting,
  training,
  duties,
  rota,
  help,
};
