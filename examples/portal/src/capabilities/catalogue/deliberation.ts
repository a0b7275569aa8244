// Deliberation and building together.

import { words, type GovernanceModel, type Term } from '@keting/domain';
import type { Capability } from '../capability.ts';
import { joined, named, say, share } from '../said.ts';

/** A meeting with the share of its body that must be there. */
const withQuorum = ({ label, quorum }: GovernanceModel['meetings'][number]) => ({
  label: say((language) => `${label[language]} (${share(quorum)[language]})`),
});

type AssessmentRules = NonNullable<NonNullable<GovernanceModel['cobuilding']>['assessment']>;

/** The street's say, where the place sets a floor to it, and who is assessed. */
const assessed = ({ streetFloor, cards }: AssessmentRules): Term | undefined =>
  streetFloor === 0
    ? named(cards)
    : joined(
        words(
          `街道评价权重不低于 ${streetFloor}%`,
          `街道評價權重不低於 ${streetFloor}%`,
          `street's say at least ${streetFloor} %`,
        ),
        named(cards),
      );

export const deliberation: readonly Capability[] = [
  {
    code: 'DEL-01',
    group: 'deliberation',
    title: words('六事', '六事', 'Six steps'),
    asked: ['bengbu'],
    how: ({ procedures }) => named(procedures?.procedures.find(({ id }) => id === 'six-steps')?.steps),
    views: ['topic-walks', 'topic-steps', 'topic-objections'],
    commands: ['RaiseTopic', 'TakeStep', 'PassStep', 'ObjectToTopic'],
  },
  {
    code: 'DEL-02',
    group: 'deliberation',
    title: words('四议两公开', '四議兩公開', 'Four deliberations, two disclosures'),
    asked: ['bengbu'],
    how: ({ procedures }) => named(procedures?.procedures.find(({ id }) => id === 'four-deliberations')?.steps),
    views: ['topic-walks', 'topic-steps', 'topic-objections', 'ballots'],
    commands: ['RaiseTopic', 'TakeStep', 'PassStep', 'PublishResolution', 'PublishResult', 'ObjectToTopic'],
  },
  {
    code: 'DEL-03',
    group: 'deliberation',
    title: words('议事机构与会议', '議事機構與會議', 'Bodies that meet'),
    asked: ['luqiao', 'shibei', 'nanjing', 'bengbu'],
    how: ({ assemblies, meetings }) => named(assemblies) ?? named(meetings.map(withQuorum)),
    views: ['sittings', 'sitting-items', 'sitting-attendance', 'ballots', 'ballot-voters', 'resolutions'],
    commands: [
      'ConveneSitting',
      'AddSittingItem',
      'OpenSitting',
      'KeepMinutes',
      'CloseSitting',
      'OpenBallot',
      'AppointProxy',
      'CastVote',
      'HandOutPaper',
      'OpenUrn',
      'CastPaper',
      'CloseBallot',
      'AdoptResolution',
      'ReportResolution',
      'CompleteResolution',
    ],
  },
  {
    code: 'DEL-04',
    group: 'deliberation',
    title: words('双向承诺与供需对接', '雙向承諾與供需對接', 'Two-way commitments'),
    asked: ['shibei', 'chengcheng', 'nanjing'],
    how: ({ cobuilding }) => named(cobuilding?.commitments?.kinds),
    views: ['commitments', 'commitment-counts', 'needs', 'projects'],
    commands: [
      'MakeCommitment',
      'FulfilCommitment',
      'WithdrawCommitment',
      'RaiseNeed',
      'MatchNeed',
      'MeetNeed',
      'WithdrawNeed',
      'StartProject',
      'JoinProject',
      'FinishProject',
      'CancelProject',
    ],
  },
  {
    code: 'DEL-05',
    group: 'deliberation',
    title: words('场地设施共享', '場地設施共享', 'Shared resources'),
    asked: ['shibei'],
    how: ({ cobuilding }) => named(cobuilding?.resources?.kinds),
    views: ['resources', 'bookings'],
    commands: [
      'OpenResource',
      'ChangeHours',
      'CloseDay',
      'ReopenDay',
      'BookResource',
      'CancelBooking',
      'WithdrawResource',
    ],
  },
  {
    code: 'DEL-06',
    group: 'deliberation',
    title: words('经费', '經費', 'Money'),
    asked: ['shibei', 'luqiao'],
    how: ({ cobuilding }) => named(cobuilding?.budgets?.kinds),
    views: ['budgets', 'budget-entries', 'budget-sums'],
    commands: ['OpenBudget', 'AddFunds', 'AllotLine', 'TransferLine', 'SpendMoney', 'ReverseSpending', 'CloseBudget'],
  },
  {
    code: 'DEL-07',
    group: 'deliberation',
    title: words('考核与荣誉', '考核與榮譽', 'Assessment'),
    asked: ['chengcheng', 'luqiao', 'shibei', 'nanjing'],
    how: ({ cobuilding }) => cobuilding?.assessment && assessed(cobuilding.assessment),
    views: ['scorecards', 'scorecard-criteria', 'unit-honours'],
    commands: [
      'DrawUpScorecard',
      'ScoreCriterion',
      'CompleteScorecard',
      'ReviewUnitHonour',
      'VetoUnitHonour',
      'GrantUnitHonour',
    ],
  },
];
