import { ask, community, day, hour, order, west, type Asked, type Way } from './steps.ts';

/** A report of a dispute in the western grid. */
export const report = (id: string, rest: Asked['data'] = {}): Asked =>
  ask('reporter', 'ReportCase', {
    ...{ case: id, class: 'dispute', place: { grid: west }, text: 'two neighbours cannot agree on a hedge' },
    ...{ photos: [], channel: 'resident', mode: 'masked' },
    ...rest,
  });
const step = (type: string, id: string, rest: Asked['data'] = {}): Asked => order(type, { case: id, ...rest });
const own = (type: string, rest: Asked['data'] = {}): Asked => ask('reporter', type, { case: 'c1', ...rest });
const reason = 'for a reason';

/** From the report to the reply, with whatever a handler may turn to on the way. */
const handled: Way = [
  report('c1', {
    mode: 'named',
    contact: { name: 'Ada (invented)', phone: '13812345678' },
    address: 'Garden Street 12',
  }),
  step('AcceptCase', 'c1'),
  step('FileCase', 'c1', { criteria: ['harm'] }),
  step('DispatchCase', 'c1', { handler: 'office', reason }),
  step('ReturnCase', 'c1', { reason }),
  step('DispatchCase', 'c1', { handler: 'committee' }),
  step('StartCase', 'c1'),
  step('ContactReporter', 'c1', { note: 'they were at home' }),
  step('ReassignCase', 'c1', { handler: 'office', reason }),
  step('StartCase', 'c1'),
  step('AskExtension', 'c1', { reason }),
  step('RefuseExtension', 'c1', { reason }),
  step('AskExtension', 'c1', { reason }),
  ask('clerk', 'ExtendCase', { case: 'c1', reason }),
  own('UrgeCase', { note: 'it is late' }),
  step('SuspendCase', 'c1', { reason }),
  step('ResumeCase', 'c1'),
  step('HandleCase', 'c1', { result: 'cut', photos: ['photo-1'] }),
  step('ReworkCase', 'c1', { reason }),
  step('HandleCase', 'c1', { result: 'cut again' }),
  step('VerifyCase', 'c1', { note: 'seen' }),
  step('ReplyCase', 'c1', { reply: 'both have signed' }),
  own('RateCase', { rating: 'unsatisfied', comment: 'only one side is cut' }),
  own('ReopenCase', { reason }),
];

/** Nobody does anything: it is warned of, supervised, and noted who answers for it. */
const late: Way = [
  report('c1'),
  step('AcceptCase', 'c1'),
  step('DispatchCase', 'c1', { handler: 'committee' }),
  { wait: 5 * hour },
  { wait: 6 * day },
  { wait: 4 * day },
];

const meeting = { meeting: 'c1-m1' };
const votes = { inFavour: 2, against: 0, abstained: 0 };
const before: Way = [
  report('c1'),
  step('AcceptCase', 'c1'),
  step('EscalateCase', 'c1', { reason }),
  order('AssignGridMember', { grid: west, post: 'resident-member', person: 'zhao', from: '2026-03-02' }),
  order('RelistMeeting', meeting),
  order('AddToAgenda', { ...meeting, title: 'the hedge' }),
  order('HoldMeeting', { ...meeting, present: ['head', 'wang'] }),
];
const settled: Way = [
  ...before,
  order('ResolveMeeting', { ...meeting, outcome: 'settled', resolution: 'cut', votes }),
  step('ReplyCase', 'c1', { reply: 'it is cut' }),
];
const referred: Way = [
  ...before,
  order('ResolveMeeting', {
    ...meeting,
    outcome: 'referred',
    resolution: 'the committee cuts',
    votes,
    handler: 'committee',
  }),
  ...['owners', 'committee'].map((unit) => order('DissolveUnit', { unit, on: '2026-03-02' })),
];
const passedUp: Way = [
  ...before,
  order('ResolveMeeting', { ...meeting, outcome: 'passed-up', resolution: 'too big for us' }),
];

/** One is merged and hears the reply to the other; the rest end in each other way. */
const ended: Way = [
  report('c1'),
  report('c2'),
  step('MergeCase', 'c2', { into: 'c1', reason }),
  step('AcceptCase', 'c1'),
  step('DispatchCase', 'c1', { handler: 'committee' }),
  step('HandleCase', 'c1', { result: 'cut' }),
  step('VerifyCase', 'c1'),
  step('ReplyCase', 'c1', { reply: 'it is cut' }),
  report('c3'),
  step('DeclineCase', 'c3', { reason }),
  report('c4'),
  ask('reporter', 'WithdrawCase', { case: 'c4', reason }),
  report('c5', { mode: 'anonymous' }),
  step('VoidCase', 'c5', { reason }),
];

/** A unit that works otherwise than the place: which policy a case runs under is noted. */
const underPolicy: Way = [order('AdoptVariant', { unit: 'branch', variant: 'good-faith' }), report('c1')];

const called: Way = [
  report('c1'),
  order('BlowWhistle', { whistle: 'w1', case: 'c1', unit: 'room', departments: ['office', 'committee'], reason }),
  order('ReportIn', { whistle: 'w1', department: 'office' }),
  { wait: 2 * hour },
  order('ReportIn', { whistle: 'w1', department: 'committee' }),
  order('BlowWhistle', { whistle: 'w2', case: 'c1', unit: 'room', departments: ['office'], reason }),
  order('EndWhistle', { whistle: 'w2', reason }),
];

const object = (id: string): Asked =>
  order('ListObject', { object: id, campaign: 'k1', grid: west, unit: 'committee', what: 'a three-wheeler' });
const campaign: Way = [
  order('OpenCampaign', {
    ...{ campaign: 'k1', unit: 'room', subject: 'four-small-vehicles', title: 'in one week', until: '2026-03-04' },
  }),
  object('v1'),
  order('ClearObject', { object: 'v1', result: 'gone' }),
  { wait: day },
  object('v2'),
  { wait: 3 * day },
  order('ClearObject', { object: 'v2', result: 'gone' }),
  order('CloseCampaign', { campaign: 'k1' }),
];

const told: Way = [
  order('PublishBulletin', { bulletin: 'b1', unit: 'room', territory: community, title: 'Typhoon', text: 'pots in' }),
  ...['li', 'wang'].map((reader) => ask(reader, 'ReadBulletin', { bulletin: 'b1', reader })),
  order('WithdrawBulletin', { bulletin: 'b1', reason: 'it turned away' }),
];

const helped: Way = [
  order('FormHelpTeam', { team: 'ht1', unit: 'room', skills: ['mediation'] }),
  order('FormHelpTeam', { team: 'ht2', unit: 'office', skills: ['mediation'] }),
  order('AskHelp', {
    ...{ help: 'h1', skill: 'mediation', grid: west, helped: 'zhao', need: 'a wall' },
    contact: { phone: '13812345678' },
  }),
  order('MatchHelp', { help: 'h1', team: 'ht1' }),
  order('MatchHelp', { help: 'h1', team: 'ht2', reason }),
  order('NameHelper', { help: 'h1', helper: 'officer' }),
  order('EndHelp', { help: 'h1', settled: true, result: 'both signed' }),
  order('DissolveHelpTeam', { team: 'ht1' }),
];

export const waysOfCases: readonly Way[] = [
  ...[handled, late, settled, referred, passedUp, ended, underPolicy, called, campaign, told, helped],
];
