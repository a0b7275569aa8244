// Organisation: units, posts, and how they work.

import { words, type GovernanceModel, type Term } from '@keting/domain';
import { everyPlace, type Capability } from '../capability.ts';
import { counted, named } from '../said.ts';

const admitted = ({ classes, items }: NonNullable<GovernanceModel['admission']>): Term => {
  const services = items.filter(({ list }) => list === 'service').length;
  return words(
    `${classes.length} 类 ${services} 项，另有负面清单`,
    `${classes.length} 類 ${services} 項，另有負面清單`,
    `${classes.length} classes, ${services} items, a negative list`,
  );
};

const established = ({ headcount, ladder }: NonNullable<GovernanceModel['establishment']>): Term => {
  const { households } = headcount;
  const grades = Math.max(...ladder.map(({ to }) => to));
  return words(
    `每 ${households} 户核定；${ladder.length} 岗 ${grades} 级`,
    `每 ${households} 戶核定；${ladder.length} 崗 ${grades} 級`,
    `by ${households} households; ${ladder.length} posts, ${grades} grades`,
  );
};

export const organisation: readonly Capability[] = [
  {
    code: 'ORG-01',
    group: 'organisation',
    title: words('单位树', '單位樹', 'Tree of units'),
    asked: everyPlace,
    how: ({ kinds, tiers }) =>
      words(
        `${kinds.length} 类单位，${tiers.length} 个层级`,
        `${kinds.length} 類單位，${tiers.length} 個層級`,
        `${kinds.length} kinds of units at ${tiers.length} tiers`,
      ),
    page: 'organisation',
    views: ['units', 'unit-territories'],
    commands: ['FoundUnit', 'TakeInUnit', 'DescribeUnit', 'MoveUnit', 'RenameUnit', 'DissolveUnit'],
  },
  {
    code: 'ORG-02',
    group: 'organisation',
    title: words('职务与任职', '職務與任職', 'Posts and who holds them'),
    asked: everyPlace,
    how: ({ posts }) => counted(posts.length, '# 种职务', '# 種職務', 'post'),
    page: 'organisation',
    views: ['appointments'],
    commands: ['AppointHolder', 'EndAppointment', 'ReelectBody'],
  },
  {
    code: 'ORG-03',
    group: 'organisation',
    title: words('结对机构（支部与议事会）', '結對機構（支部與議事會）', 'Paired bodies'),
    asked: ['bengbu', 'nanjing'],
    how: ({ kinds }) =>
      counted(
        kinds.filter(({ pairsWith }) => pairsWith !== undefined).length,
        '# 类结对',
        '# 類結對',
        'kind of pair',
        'kinds of pairs',
      ),
    page: 'organisation',
    views: ['units'],
    commands: ['PairBodies', 'PartBodies'],
  },
  {
    code: 'ORG-04',
    group: 'organisation',
    title: words('兼职委员', '兼職委員', 'Part-time members'),
    asked: ['shibei', 'bengbu', 'luqiao'],
    how: ({ posts }) => named(posts.filter(({ partTime }) => partTime === true)),
    page: 'organisation',
    views: ['appointments'],
    commands: ['AppointHolder', 'EndAppointment'],
  },
  {
    code: 'ORG-05',
    group: 'organisation',
    title: words('四位一体、交叉任职', '四位一體、交叉任職', 'Cross-posting (四位一体)'),
    asked: ['shibei', 'bengbu'],
    how: ({ crossPosting }) => named(crossPosting?.sides),
    views: ['declared-members'],
    questions: ['four-in-one', 'member-shares'],
    commands: ['DeclareMembership', 'WithdrawDeclaration'],
  },
  {
    code: 'ORG-06',
    group: 'organisation',
    title: words('组织覆盖', '組織覆蓋', 'Coverage audit'),
    asked: ['luqiao', 'nanjing', 'shibei'],
    how: ({ coverage }) => named(coverage?.targets),
    page: 'organisation',
    views: ['units'],
    commands: ['TakeInUnit', 'DescribeUnit', 'PairBodies'],
  },
  {
    code: 'ORG-07',
    group: 'organisation',
    title: words('临时组织', '臨時組織', 'Temporary bodies'),
    asked: ['chengcheng'],
    how: ({ kinds }) => named(kinds.filter(({ temporary }) => temporary === true)),
    page: 'organisation',
    views: ['units'],
    commands: ['FoundUnit', 'DissolveUnit'],
  },
  {
    code: 'ORG-08',
    group: 'organisation',
    title: words('轮值与例会', '輪值與例會', 'Rota'),
    asked: ['luqiao', 'shibei', 'chengcheng'],
    how: ({ rota }) => named(rota),
    views: ['sittings'],
    commands: [],
  },
  {
    code: 'ORG-09',
    group: 'organisation',
    title: words('权责清单与第一责任人', '權責清單與第一責任人', 'Duty list'),
    asked: ['luqiao', 'nanjing', 'chengcheng'],
    how: ({ duties }) => named(duties),
    page: 'work',
    views: ['case-stays'],
    questions: ['answerable-for-case'],
    commands: [],
  },
  {
    code: 'ORG-10',
    group: 'organisation',
    title: words('事项准入', '事項准入', 'Admission of matters'),
    asked: ['chengcheng'],
    how: ({ admission }) => admission && admitted(admission),
    views: ['admitted-matters'],
    commands: ['AdmitMatter'],
  },
  {
    code: 'ORG-11',
    group: 'organisation',
    title: words('社区工作者编制', '社區工作者編制', 'Worker establishment'),
    asked: ['chengcheng'],
    how: ({ establishment }) => establishment && established(establishment),
    views: ['establishments', 'workers', 'former-workers'],
    commands: ['StateHouseholds', 'PlaceWorker', 'PromoteWorker', 'ReleaseWorker'],
  },
  {
    code: 'ORG-12',
    group: 'organisation',
    title: words('包联与四联一单', '包聯與四聯一單', 'Patronage and four-way linkage'),
    asked: ['chengcheng'],
    how: ({ linkage }) => named(linkage?.sides),
    views: ['patrons', 'charges', 'patron-reports', 'linked-problems'],
    commands: ['TakeCharge', 'LeaveCharge', 'ReportMonth', 'RaiseProblem', 'TakeProblem', 'FinishProblem'],
  },
  {
    code: 'ORG-13',
    group: 'organisation',
    title: words('一社一策', '一社一策', 'One community, one policy'),
    asked: ['chengcheng'],
    how: ({ variants }) => named(variants),
    views: ['unit-variants', 'case-policies'],
    commands: ['AdoptVariant'],
  },
  {
    code: 'ORG-14',
    group: 'organisation',
    title: words('培训与轮训', '培訓與輪訓', 'Training and rotation'),
    asked: ['bengbu', 'chengcheng', 'shibei'],
    how: ({ training }) => named(training?.courses),
    views: ['courses', 'trainings'],
    commands: ['PlanCourse', 'NoteAttendance', 'CancelCourse'],
  },
];
