import { hashText } from '@keting/domain';
import { ask, chief, community, day, east, monday, order, today, west, type Asked, type Way } from './steps.ts';

const closesAt = monday + 2 * day;
const members = ['head', 'm1', 'm2'];
const representatives = ['r1', 'r2', 'r3'];
const secretOf = (n: number): string => `the secret of paper ${n}`;
const papers = [0, 1, 2, 3, 4].map((n) => hashText(secretOf(n)));

const open = (ballot: string, subject: object, form: 'open' | 'secret'): Asked =>
  order('OpenBallot', { ballot, subject, form, closesAt, ...(form === 'secret' ? { papers } : {}) });
const vote = (by: string, ballot: string, choice = 'inFavour', whose?: string): Asked =>
  ask(by, 'CastVote', { ballot, choice, ...(whose === undefined ? {} : { for: whose }) });

/** All six steps of an everyday topic. */
const sixSteps: Way = [
  order('RaiseTopic', { topic: 't1', matter: 'everyday', grids: [west], title: 'a bench' }),
  ask('head', 'TakeStep', { topic: 't1', step: 'propose', record: 'so it was', present: [...members, 'd1'] }),
  ask('r1', 'TakeStep', { topic: 't1', step: 'deliberate', record: 'so it was', present: representatives }),
  open('e1', { topic: 't1', step: 'decide' }, 'open'),
  ...representatives.map((by) => vote(by, 'e1')),
  order('CloseBallot', { ballot: 'e1' }),
  order('TakeStep', { topic: 't1', step: 'execute', record: 'done' }),
  order('TakeStep', { topic: 't1', step: 'appraise', record: 'liked' }),
];

const large = order('RaiseTopic', { topic: 't2', matter: 'large-money', grids: [west, east], title: 'a roof' });
const decidedBy = (ballot: string, step: string, voters: readonly string[]): readonly Asked[] => [
  open(ballot, { topic: 't2', step }, 'open'),
  ...voters.map((by) => vote(by, ballot)),
  order('CloseBallot', { ballot }),
];

/** A vote that nobody can be told of. */
const inSecret: Way = [
  large,
  open('s1', { topic: 't2', step: 'branch-proposal' }, 'secret'),
  ...members.map((person) => order('HandOutPaper', { ballot: 's1', person })),
  order('OpenUrn', { ballot: 's1' }),
  ...members.map((by, n) => ask(by, 'CastPaper', { ballot: 's1', paper: secretOf(n), choice: 'inFavour' })),
  order('CloseBallot', { ballot: 's1' }),
];

/** Four ballots, one by proxy, and two disclosures: an objection is heard, and the days pass. */
const fourAndTwo: Way = [
  large,
  ...decidedBy('f1', 'branch-proposal', members),
  ...decidedBy('f2', 'committees-consult', [...members, 'd1']),
  ...decidedBy('f3', 'member-review', members),
  open('f4', { topic: 't2', step: 'assembly-resolution' }, 'open'),
  ask('r3', 'AppointProxy', { ballot: 'f4', proxy: 'r1' }),
  vote('r1', 'f4'),
  vote('r1', 'f4', 'inFavour', 'r3'),
  vote('r2', 'f4', 'against'),
  order('CloseBallot', { ballot: 'f4' }),
  order('PublishResolution', { topic: 't2', text: 'we resolved' }),
  ask(chief, 'ObjectToTopic', { topic: 't2', reason: 'too dear' }),
  { wait: 7 * day },
  order('TakeStep', { topic: 't2', step: 'execute', record: 'built' }),
  order('PublishResult', { topic: 't2', text: 'we did' }),
  ...[chief, 'head', 'm1'].map((by) => ask(by, 'ObjectToTopic', { topic: 't2', reason: 'it leaks' })),
];

const sitting = { sitting: 'st1' };
const convened: Way = [
  order('ConveneSitting', {
    ...{ ...sitting, assembly: 'joint-conference', place: community, kind: 'urgent', on: today, reason: 'a flood' },
  }),
  order('AddSittingItem', { ...sitting, title: 'the flood' }),
  order('OpenSitting', { ...sitting, present: representatives }),
  order('KeepMinutes', { ...sitting, item: 1, minutes: 'all spoke' }),
];
/** An urgent sitting resolves; what it resolved is carried out late. */
const resolved: Way = [
  ...convened,
  open('i1', { ...sitting, item: 1 }, 'open'),
  ...representatives.map((by) => vote(by, 'i1')),
  order('CloseBallot', { ballot: 'i1' }),
  order('AdoptResolution', {
    ...{ resolution: 'd1', ...sitting, ballot: 'i1', text: 'we dig', owner: 'joint', due: '2026-03-03' },
  }),
  order('CloseSitting', sitting),
  order('ReportResolution', { resolution: 'd1', report: 'half of it' }),
  { wait: 2 * day },
  order('CompleteResolution', { resolution: 'd1', report: 'dug' }),
];
/** A ballot that the clock closes, a sitting that nobody came to. */
const lapsed: Way = [
  ...convened,
  open('i1', { ...sitting, item: 1 }, 'open'),
  vote('r1', 'i1', 'abstained'),
  order('ConveneSitting', {
    ...{ sitting: 'st2', assembly: 'report-meeting', place: community, kind: 'regular', on: '2026-03-03' },
  }),
  { wait: 3 * day },
];

export const waysOfDeliberation: readonly Way[] = [sixSteps, inSecret, fourAndTwo, resolved, lapsed];
