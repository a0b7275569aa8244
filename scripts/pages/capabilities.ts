// What Keting can do, by code, and how a model says that its place does it: what the pages of docs are made from.

import type { GovernanceModel } from '@keting/domain';

/** One capability. `asked` are the models whose accounts tell of it; none where all places need it. */
export interface Capability {
  readonly code: string;
  readonly title: string;
  readonly asked: readonly string[];
  /** How the model's place does it, in a few words; undefined where the model has no rule for it. */
  readonly how: (model: GovernanceModel) => string | undefined;
}

const all = ['shibei', 'luqiao', 'chengcheng', 'nanjing', 'bengbu'];
const everywhere = 'the same everywhere';

/** A number of things in words, or undefined where there are none. */
const some = (count: number, one: string, many = `${one}s`): string | undefined =>
  count === 0 ? undefined : `${count} ${count === 1 ? one : many}`;

const named = (items: readonly { readonly label: { readonly en: string } }[] | undefined): string | undefined =>
  items === undefined || items.length === 0 ? undefined : items.map(({ label }) => label.en).join('; ');

const share = ({ of, in: whole, more }: { readonly of: number; readonly in: number; readonly more: boolean }): string =>
  `${more ? 'more than ' : ''}${of}/${whole}`;

const organisation: readonly Capability[] = [
  {
    code: 'ORG-01',
    title: 'Tree of units',
    asked: all,
    how: ({ kinds, tiers }) => `${kinds.length} kinds of units at ${tiers.length} tiers`,
  },
  {
    code: 'ORG-02',
    title: 'Posts and who holds them',
    asked: all,
    how: ({ posts }) => some(posts.length, 'post'),
  },
  {
    code: 'ORG-03',
    title: 'Paired bodies',
    asked: ['bengbu', 'nanjing'],
    how: ({ kinds }) =>
      some(kinds.filter(({ pairsWith }) => pairsWith !== undefined).length, 'kind of pair', 'kinds of pairs'),
  },
  {
    code: 'ORG-04',
    title: 'Part-time members',
    asked: ['shibei', 'bengbu', 'luqiao'],
    how: ({ posts }) => named(posts.filter(({ partTime }) => partTime === true)),
  },
  {
    code: 'ORG-05',
    title: 'Cross-posting (四位一体)',
    asked: ['shibei', 'bengbu'],
    how: ({ crossPosting }) => named(crossPosting?.sides),
  },
  {
    code: 'ORG-06',
    title: 'Coverage audit',
    asked: ['luqiao', 'nanjing', 'shibei'],
    how: ({ coverage }) => named(coverage?.targets),
  },
  {
    code: 'ORG-07',
    title: 'Temporary bodies',
    asked: ['chengcheng'],
    how: ({ kinds }) => named(kinds.filter(({ temporary }) => temporary === true)),
  },
  {
    code: 'ORG-08',
    title: 'Rota',
    asked: ['luqiao', 'shibei', 'chengcheng'],
    how: ({ rota }) => named(rota),
  },
  {
    code: 'ORG-09',
    title: 'Duty list',
    asked: ['luqiao', 'nanjing', 'chengcheng'],
    how: ({ duties }) => named(duties),
  },
  {
    code: 'ORG-10',
    title: 'Admission of matters',
    asked: ['chengcheng'],
    how: ({ admission }) =>
      admission &&
      `${admission.classes.length} classes, ${admission.items.filter(({ list }) => list === 'service').length} items, a negative list`,
  },
  {
    code: 'ORG-11',
    title: 'Worker establishment',
    asked: ['chengcheng'],
    how: ({ establishment }) =>
      establishment &&
      `by ${establishment.headcount.households} households; ${establishment.ladder.length} posts, ${Math.max(
        ...establishment.ladder.map(({ to }) => to),
      )} grades`,
  },
  {
    code: 'ORG-12',
    title: 'Patronage and four-way linkage',
    asked: ['chengcheng'],
    how: ({ linkage }) => named(linkage?.sides),
  },
  {
    code: 'ORG-13',
    title: 'One community, one policy',
    asked: ['chengcheng'],
    how: ({ variants }) => named(variants),
  },
  {
    code: 'ORG-14',
    title: 'Training and rotation',
    asked: ['bengbu', 'chengcheng', 'shibei'],
    how: ({ training }) => named(training?.courses),
  },
];

const grid: readonly Capability[] = [
  { code: 'GRID-01', title: 'Grids', asked: all, how: ({ grids }) => named(grids.kinds) },
  {
    code: 'GRID-02',
    title: 'Functional micro-grids',
    asked: ['luqiao'],
    how: ({ grids }) => named(grids.kinds.filter(({ id }) => id === 'functional')),
  },
  {
    code: 'GRID-03',
    title: 'Staffing',
    asked: all,
    how: ({ grids }) => some(grids.staffing.length, 'rule'),
  },
  { code: 'GRID-04', title: 'From a place to its grid', asked: all, how: () => everywhere },
  {
    code: 'GRID-05',
    title: 'What a grid holds',
    asked: ['shibei'],
    how: ({ grids }) => named(grids.objects),
  },
  {
    code: 'GRID-06',
    title: 'Patrol, diary, occasions',
    asked: ['bengbu', 'shibei'],
    how: ({ grids }) => grids.patrol && `${grids.patrol.rounds} a day; ${grids.occasions?.length ?? 0} occasions`,
  },
  { code: 'GRID-07', title: 'Digest of a week and a month', asked: ['bengbu'], how: () => everywhere },
  {
    code: 'GRID-08',
    title: 'Service points, 15-minute circle',
    asked: ['chengcheng', 'shibei'],
    how: ({ grids }) =>
      grids.servicePoints && `${grids.servicePoints.minutes} minutes; ${named(grids.servicePoints.kinds) ?? ''}`,
  },
];

const cases: readonly Capability[] = [
  {
    code: 'CASE-01',
    title: 'Report',
    asked: all,
    how: ({ cases: { report } }) => report.channels.join(', '),
  },
  {
    code: 'CASE-02',
    title: 'Classes and grades',
    asked: ['bengbu', 'luqiao'],
    how: ({ cases: { classes, grades } }) => `${classes.length} classes, ${grades.length} grades`,
  },
  {
    code: 'CASE-03',
    title: 'Dispatch',
    asked: ['bengbu', 'luqiao', 'shibei'],
    how: ({ cases: { dispatch } }) => some(dispatch.length, 'rule'),
  },
  {
    code: 'CASE-04',
    title: 'The closed loop',
    asked: ['luqiao', 'bengbu'],
    how: ({ cases: { phases } }) => named(phases),
  },
  {
    code: 'CASE-05',
    title: 'Deadlines',
    asked: ['luqiao', 'chengcheng', 'bengbu'],
    how: ({ cases: { grades, warnAt } }) => `${grades.length} grades, warned at ${warnAt * 100} %`,
  },
  { code: 'CASE-06', title: 'Meetings on cases', asked: ['luqiao'], how: ({ meetings }) => named(meetings) },
  {
    code: 'CASE-08',
    title: 'Reply and satisfaction',
    asked: ['bengbu'],
    how: ({ cases: { ratings } }) => named(ratings),
  },
  { code: 'CASE-09', title: 'Where it was settled', asked: ['luqiao'], how: ({ meetings }) => named(meetings) },
  { code: 'CASE-10', title: 'Governance map', asked: ['luqiao'], how: () => everywhere },
  { code: 'CASE-12', title: 'Accountability', asked: ['luqiao'], how: () => everywhere },
];

const deliberation: readonly Capability[] = [
  {
    code: 'DEL-01',
    title: 'Six steps',
    asked: ['bengbu'],
    how: ({ procedures }) => named(procedures?.procedures.find(({ id }) => id === 'six-steps')?.steps),
  },
  {
    code: 'DEL-02',
    title: 'Four deliberations, two disclosures',
    asked: ['bengbu'],
    how: ({ procedures }) => named(procedures?.procedures.find(({ id }) => id === 'four-deliberations')?.steps),
  },
  {
    code: 'DEL-03',
    title: 'Bodies that meet',
    asked: ['luqiao', 'shibei', 'nanjing', 'bengbu'],
    how: ({ assemblies, meetings }) =>
      named(assemblies) ?? meetings.map(({ label, quorum }) => `${label.en} (${share(quorum)})`).join('; '),
  },
  {
    code: 'DEL-04',
    title: 'Two-way commitments',
    asked: ['shibei', 'chengcheng', 'nanjing'],
    how: ({ cobuilding }) => named(cobuilding?.commitments?.kinds),
  },
  {
    code: 'DEL-05',
    title: 'Shared resources',
    asked: ['shibei'],
    how: ({ cobuilding }) => named(cobuilding?.resources?.kinds),
  },
  {
    code: 'DEL-06',
    title: 'Money',
    asked: ['shibei', 'luqiao'],
    how: ({ cobuilding }) => named(cobuilding?.budgets?.kinds),
  },
  {
    code: 'DEL-07',
    title: 'Assessment',
    asked: ['chengcheng', 'luqiao', 'shibei', 'nanjing'],
    how: ({ cobuilding }) =>
      cobuilding?.assessment &&
      `street's say at least ${cobuilding.assessment.streetFloor} %; ${named(cobuilding.assessment.cards) ?? ''}`,
  },
];

const volunteers: readonly Capability[] = [
  {
    code: 'VOL-01',
    title: 'Double check-in',
    asked: ['chengcheng', 'shibei', 'bengbu'],
    how: ({ volunteering }) => volunteering?.checkIn && `to ${volunteering.checkIn.communities.join(', ')}`,
  },
  {
    code: 'VOL-02',
    title: 'Teams and activities',
    asked: ['shibei', 'luqiao', 'chengcheng', 'bengbu'],
    how: ({ volunteering }) => named(volunteering?.service?.fields),
  },
  {
    code: 'VOL-03',
    title: 'Claimed posts',
    asked: ['bengbu'],
    how: ({ volunteering }) => named(volunteering?.claimedPosts?.kinds),
  },
  {
    code: 'VOL-04',
    title: 'Micro-wishes',
    asked: ['chengcheng'],
    how: ({ volunteering }) => named(volunteering?.wishes?.kinds),
  },
  {
    code: 'VOL-05',
    title: 'Yearly feedback',
    asked: ['shibei'],
    how: ({ volunteering }) =>
      volunteering?.yearlyReport && `sent ${volunteering.yearlyReport.reflectionHours} hours after consent`,
  },
  {
    code: 'VOL-06',
    title: 'Floating members',
    asked: ['nanjing'],
    how: ({ volunteering }) => volunteering?.floating && `contact every ${volunteering.floating.contactEvery} days`,
  },
  {
    code: 'PTS-01',
    title: 'Points as a ledger',
    asked: ['chengcheng', 'bengbu'],
    how: ({ points }) => (points === undefined || points.rules.length === 0 ? undefined : everywhere),
  },
  {
    code: 'PTS-02',
    title: 'Rules, caps, expiry',
    asked: ['chengcheng', 'bengbu'],
    how: ({ points }) => named(points?.rules),
  },
  {
    code: 'PTS-03',
    title: 'Redemption',
    asked: ['chengcheng'],
    how: ({ points }) => points?.redemption && `held ${points.redemption.holdDays} days`,
  },
  {
    code: 'PTS-04',
    title: 'Honours by consent',
    asked: ['luqiao', 'bengbu'],
    how: ({ points }) => named(points?.honours),
  },
];

/** Every capability that a model says something of, in the order of their codes. */
export const capabilities: readonly Capability[] = [...organisation, ...grid, ...cases, ...deliberation, ...volunteers];
