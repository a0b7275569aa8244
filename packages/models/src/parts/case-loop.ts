import { words, type Term } from '@keting/domain';

/** Whose turn a stage is. */
type Turn = 'nobody' | 'reporter' | 'handler' | { readonly kinds: readonly string[] };

/** The stages of a case that a place without words of its own has, in the field's terms. */
const stageLabels = {
  collected: words('待受理', '待受理', 'To be accepted'),
  accepted: words('待交办', '待交辦', 'To be dispatched'),
  filed: words('已立案', '已立案', 'Filed'),
  dispatched: words('已交办', '已交辦', 'Dispatched'),
  handling: words('办理中', '辦理中', 'In hand'),
  verifying: words('待核查', '待核查', 'To be verified'),
  escalated: words('提交议事', '提交議事', 'Before a meeting'),
  suspended: words('挂账', '掛賬', 'Suspended'),
  closed: words('待反馈', '待反饋', 'Reply due'),
  replied: words('已反馈', '已反饋', 'Replied'),
  declined: words('不予受理', '不予受理', 'Declined'),
  voided: words('作废', '作廢', 'Voided'),
  withdrawn: words('已撤回', '已撤回', 'Withdrawn'),
  merged: words('已并案', '已併案', 'Merged'),
} as const;
type Stage = keyof typeof stageLabels;

/** The four parts of the loop, in whatever words a place has for them. */
export interface Phases {
  readonly collect: Term;
  readonly dispatch: Term;
  readonly handle: Term;
  readonly feedback: Term;
}

const phaseIds = ['collect', 'dispatch', 'handle', 'feedback'] as const;

const phaseOf: { readonly [S in Stage]: keyof Phases } = {
  collected: 'collect',
  accepted: 'dispatch',
  filed: 'dispatch',
  dispatched: 'dispatch',
  handling: 'handle',
  verifying: 'handle',
  escalated: 'handle',
  suspended: 'handle',
  closed: 'feedback',
  replied: 'feedback',
  declined: 'feedback',
  voided: 'feedback',
  withdrawn: 'feedback',
  merged: 'feedback',
};

/** Whose turn each stage is, where `desk` are the units that take reports in and `answers` those that reply. */
function turnOf(stage: Stage, desk: Turn, answers: Turn): Turn {
  switch (stage) {
    case 'collected':
    case 'accepted':
    case 'filed':
    case 'verifying':
    case 'suspended':
      return desk;
    case 'dispatched':
    case 'handling':
      return 'handler';
    case 'closed':
      return answers;
    case 'replied':
      return 'reporter';
    default:
      return 'nobody';
  }
}

/** Every step of the loop. Acceptance files the case as well: none of the accounts tells of two steps. */
export const transitions = {
  AcceptCase: ['collected'],
  DeclineCase: ['collected'],
  DispatchCase: ['accepted'],
  StartCase: ['dispatched'],
  ContactReporter: ['accepted', 'dispatched', 'handling'],
  HandleCase: ['dispatched', 'handling'],
  ReturnCase: ['dispatched', 'handling'],
  ReassignCase: ['dispatched', 'handling'],
  ExtendCase: ['dispatched', 'handling'],
  UrgeCase: ['collected', 'accepted', 'dispatched', 'handling', 'verifying', 'closed'],
  SuspendCase: ['accepted', 'dispatched', 'handling'],
  ResumeCase: ['suspended'],
  VerifyCase: ['verifying'],
  ReworkCase: ['verifying'],
  ReplyCase: ['closed'],
  RateCase: ['replied'],
  ReopenCase: ['closed', 'replied'],
  EscalateCase: ['accepted', 'dispatched', 'handling', 'escalated'],
  SettleCase: ['escalated'],
  ReferCase: ['escalated'],
  MergeCase: ['collected', 'accepted', 'dispatched', 'handling'],
  WithdrawCase: ['collected', 'accepted', 'dispatched', 'handling'],
  VoidCase: ['collected', 'accepted', 'dispatched', 'handling', 'suspended'],
};

/** What a place may say of its loop; the rest goes as in the others. */
export interface LoopOf {
  /** Kinds of units that take reports in, the nearest first. */
  readonly desk: readonly string[];
  /** Kinds that give the reply, where it is not the desk. */
  readonly answers?: readonly string[];
  readonly phases: Phases;
  readonly source: string;
}

/** Phases, stages and turns of the loop. */
export function loopOf({ desk, answers = desk, phases, source }: LoopOf) {
  const stages = Object.keys(stageLabels).filter((id): id is Stage => id in stageLabels && id !== 'filed');
  return {
    phases: phaseIds.map((id) => ({ id, label: phases[id], source })),
    stages: stages.map((id) => ({
      ...{ id, label: stageLabels[id], phase: phaseOf[id] },
      turn: turnOf(id, { kinds: [...desk] }, { kinds: [...answers] }),
    })),
    transitions,
  };
}

/** What a report may carry; no account gives figures. */
export const report = {
  text: { min: 5, max: 1000 },
  photos: { max: 6, maxBytes: 10_000_000, types: ['image/jpeg', 'image/png', 'image/webp', 'video/mp4'] },
  contacts: ['masked', 'named', 'anonymous'],
  channels: ['resident', 'gridder', 'hotline', 'platform'],
  coordinates: ['WGS-84', 'GCJ-02', 'BD-09'],
};

export const ratings = [
  { id: 'very-satisfied', label: words('非常满意', '非常滿意', 'Very satisfied'), positive: true },
  { id: 'satisfied', label: words('满意', '滿意', 'Satisfied'), positive: true },
  { id: 'unsatisfied', label: words('不满意', '不滿意', 'Not satisfied'), positive: false },
];

/** Three grades in the manner of the 12345 hotlines; the accounts that grade give no figures. */
export const grades = [
  {
    id: 'urgent',
    label: words('紧急', '緊急', 'Urgent'),
    allow: {
      collected: { hours: 1 },
      accepted: { hours: 1 },
      dispatched: { hours: 24 },
      handling: { hours: 24 },
      verifying: { hours: 4 },
      closed: { hours: 4 },
    },
    firstContact: { hours: 1 },
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
    firstContact: { workingHours: 4 },
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
    firstContact: { workingHours: 7 },
    source: 'ours',
  },
];

/** Two reports of one class are shown as likely the same matter when they are so near in place and time; no account gives figures. */
export const duplicates = { metres: 200, hours: 72, source: 'ours' };

/** What no account gives a figure for. */
export const usual = {
  ...{ report, grades, ratings, duplicates },
  ...{ warnAt: 0.8, extension: { times: 1, allow: { workingDays: 3 } } },
};

/** Working hours of the offices, in China's one time zone; no account gives them. */
export const workingTime = {
  utcOffsetMinutes: 480,
  periods: [
    { from: '08:30', to: '12:00' },
    { from: '14:00', to: '17:30' },
  ],
};

/** The steps of a meeting on a case. */
export const meetingSteps = [
  { id: 'called', label: words('待召开', '待召開', 'Called') },
  { id: 'held', label: words('议事中', '議事中', 'In session') },
  { id: 'resolved', label: words('已决议', '已決議', 'Resolved') },
];

interface ClassOf {
  readonly grade?: 'urgent' | 'prompt' | 'ordinary';
  readonly source: string;
}

/** A group of classes. */
export const classGroup = (id: string, label: Term, { grade = 'ordinary', source }: ClassOf) => ({
  ...{ id, label, grade, source },
  fields: [],
});

/** A class of a group, without fields of its own. */
export const classIn = (parent: string, id: string, label: Term, of: ClassOf) => ({
  ...classGroup(id, label, of),
  parent,
});
