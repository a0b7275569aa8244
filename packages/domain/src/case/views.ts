import * as z from 'zod/mini';
import { contentRef } from '../kernel/contents.ts';
import type { Recorded } from '../kernel/envelope.ts';
import { streamKey } from '../kernel/ids.ts';
import { coordinateSystem, position } from '../kernel/place.ts';
import { counter, table, type Delta } from '../kernel/views.ts';
import { caseStage } from '../governance-model/case-stage.ts';
import { caseStays, stayCounts } from './stays.ts';
import { caseSettled, caseUnitCounts } from './unit-counts.ts';
import { caseEventSchemas, hasEnded, limit, ownerOf, type CaseEvent, type Reporter } from './case.ts';

const on = Object.keys(caseEventSchemas);

/** A case in a list: what it is, where, in which stage, whose turn, until when. */
export const caseRow = z.object({
  id: z.string(),
  number: z.optional(z.string()),
  class: z.string(),
  grade: z.string(),
  stage: caseStage,
  /** Grid code; a territory is a range of it. */
  grid: z.string(),
  day: z.string(),
  /** The unit whose turn it is. */
  turn: z.optional(z.string()),
  handler: z.optional(z.string()),
  /** The dispatch rule that chose the handler. */
  rule: z.optional(z.string()),
  /** Whom the report belongs to; shown to themselves and to who has need. */
  reporter: z.optional(z.string()),
  /** The reporter, where they report under their name. */
  named: z.optional(z.string()),
  mode: z.enum(['masked', 'named', 'anonymous']),
  photos: z.array(z.string()),
  reportedAt: z.number(),
  changedAt: z.number(),
  limit: z.optional(limit),
  /** When the stage is due; the far future where it has no deadline, so that lists in order of it stay whole. */
  due: z.number(),
  light: z.enum(['none', 'soon', 'late']),
  /** Until when its reporter is to be spoken with for the first time, and how near that is; gone once somebody has. */
  contactBy: z.optional(z.number()),
  contactLight: z.optional(z.enum(['none', 'soon', 'late'])),
  tier: z.optional(z.string()),
  meeting: z.optional(z.string()),
  rating: z.optional(z.string()),
  into: z.optional(z.string()),
  /** The coordinate that the report gave, where it gave one. */
  spot: z.optional(z.object({ position, system: coordinateSystem })),
  text: contentRef,
  address: z.optional(contentRef),
  fields: z.optional(contentRef),
  contact: z.optional(contentRef),
});
export type CaseRow = z.infer<typeof caseRow>;

/** Sorts after every deadline. */
const noDeadline = 8.64e15;

type Stages = { readonly [T in CaseEvent['type']]?: CaseRow['stage'] };
/** The stage that each event brings a case to, where it brings it to one. */
const stageAfter: Stages = {
  CaseReported: 'collected',
  CaseAccepted: 'accepted',
  CaseReturned: 'accepted',
  CaseReopened: 'accepted',
  CaseFiled: 'filed',
  CaseDispatched: 'dispatched',
  CaseReassigned: 'dispatched',
  CaseReferred: 'dispatched',
  CaseStarted: 'handling',
  CaseReworked: 'handling',
  CaseHandled: 'verifying',
  CaseVerified: 'closed',
  CaseSettled: 'closed',
  CaseReplied: 'replied',
  CaseEscalated: 'escalated',
  CaseSuspended: 'suspended',
  CaseDeclined: 'declined',
  CaseVoided: 'voided',
  CaseWithdrawn: 'withdrawn',
  CaseMerged: 'merged',
};

/** The stage after an event; undefined where it stays what it was. */
export const stageOf = (event: Recorded<CaseEvent>): CaseRow['stage'] | undefined =>
  event.type === 'CaseResumed' || event.type === 'CaseRefiled' ? event.data.to : stageAfter[event.type];

type Reported = Extract<Recorded<CaseEvent>, { type: 'CaseReported' }>;

const namedOf = (of: Reporter): string | undefined => (of.mode === 'named' && 'person' in of ? of.person : undefined);

const firstRow = (event: Reported): CaseRow => ({
  id: streamKey(event.stream),
  number: event.number,
  class: event.data.class,
  grade: event.data.grade,
  stage: 'collected',
  grid: event.data.cohort.grid,
  day: event.data.cohort.day,
  reporter: ownerOf(event.data.reporter),
  named: namedOf(event.data.reporter),
  mode: event.data.reporter.mode,
  photos: event.data.photos,
  reportedAt: event.at,
  changedAt: event.at,
  due: noDeadline,
  light: 'none',
  ...('position' in event.data.place ? { spot: event.data.place } : {}),
  text: event.data.text,
  address: event.data.address,
  fields: event.data.fields,
  contact: event.data.contact,
});

/** A limit that goes on keeps its light; a new one has none yet. */
function lightAfter(row: CaseRow, event: Recorded<CaseEvent>, until: CaseRow['limit']): CaseRow['light'] {
  if (event.type === 'CaseResumed') return event.data.light;
  return until !== undefined && row.limit?.at === until.at ? row.light : 'none';
}

/** What entering a stage changes in a row. */
function entered(row: CaseRow, event: Recorded<CaseEvent>): Partial<CaseRow> {
  const stage = stageOf(event);
  if (stage === undefined) return {};
  const until = 'limit' in event.data ? event.data.limit : undefined;
  return {
    stage,
    turn: 'turn' in event.data ? event.data.turn : undefined,
    limit: until,
    due: until?.at ?? noDeadline,
    light: lightAfter(row, event, until),
  };
}

/** No unit handles it any more, as the case itself has it: whoever did does not see it in a list that they could not open. */
const nobodyHasIt: Partial<CaseRow> = { handler: undefined, rule: undefined };

function particulars(event: Recorded<CaseEvent>): Partial<CaseRow> {
  switch (event.type) {
    case 'CaseAccepted': {
      const { grade, contactBy } = event.data;
      return { grade, ...(contactBy === undefined ? {} : { contactBy: contactBy.at, contactLight: 'none' }) };
    }
    case 'ContactWarned':
      return { contactLight: 'soon' };
    case 'ContactOverdue':
      return { contactLight: 'late' };
    case 'ReporterContacted':
      return { contactBy: undefined, contactLight: undefined };
    case 'CaseDispatched':
      return { handler: event.data.handler, rule: event.data.rule };
    case 'CaseReassigned':
      return { handler: event.data.handler, rule: undefined };
    case 'CaseReferred':
      return { handler: event.data.handler, rule: undefined, tier: event.data.tier };
    case 'CaseReturned':
    case 'CaseReopened':
    case 'CaseDeclined':
    case 'CaseVoided':
    case 'CaseWithdrawn':
      return nobodyHasIt;
    case 'CaseRefiled':
      return event.data.to === 'accepted' ? nobodyHasIt : {};
    case 'CaseEscalated':
      return { ...nobodyHasIt, tier: event.data.tier, meeting: event.data.meeting };
    case 'CaseExtended':
      return { limit: event.data.limit, due: event.data.limit.at, light: 'none' };
    case 'CaseRated':
      return { rating: event.data.rating };
    case 'CaseMerged':
      return { ...nobodyHasIt, into: event.data.into };
    case 'DeadlineWarned':
      return { light: 'soon' };
    case 'CaseSupervised':
      return { light: 'late' };
    default:
      return {};
  }
}

/** Cases, by whose turn it is, by place, by reporter, newest or most urgent first. */
export const cases = table<CaseRow, CaseEvent>({
  name: 'cases',
  version: 4,
  row: caseRow,
  on,
  keys: (event) => [streamKey(event.stream)],
  project(row, event) {
    const before = event.type === 'CaseReported' ? firstRow(event) : row;
    if (before === undefined) return undefined;
    return { ...before, ...entered(before, event), ...particulars(event), changedAt: event.at };
  },
  indexes: [
    ['turn', 'due'],
    ['handler', 'due'],
    ['grid', 'due'],
    ['stage', 'due'],
    ['due'],
    ['reporter', 'reportedAt'],
    ['reportedAt'],
    ['class', 'reportedAt'],
    ['into'],
    ['id'],
    ['named'],
  ],
  about: { territory: 'grid', unit: 'turn', handler: 'handler', owner: 'reporter' },
  contents: { text: 'see:cases', address: 'see:addresses', fields: 'see:cases', contact: 'see:contacts' },
  // Who reports under their name agrees that whoever sees the case knows them.
  masks: { address: { as: 'address' }, contact: { as: 'contact', unless: { mode: 'named' } } },
  persons: ['named'],
  hides: { reporter: 'see:contacts', spot: 'see:addresses' },
});

/** One thing that happened to a case: who, what, when, why. */
export const timelineRow = z.object({
  id: z.string(),
  case: z.string(),
  version: z.number(),
  event: z.string(),
  stage: z.optional(caseStage),
  at: z.number(),
  /** In what capacity it was done; a reporter is not named. */
  by: z.enum(['reporter', 'person', 'process']),
  /** A person's id or a process's name. */
  actor: z.optional(z.string()),
  handler: z.optional(z.string()),
  rule: z.optional(z.string()),
  tier: z.optional(z.string()),
  rating: z.optional(z.string()),
  due: z.optional(z.number()),
  words: z.optional(contentRef),
  photos: z.array(z.string()),
});
export type TimelineRow = z.infer<typeof timelineRow>;

/** The words that a person gave with an event, under whichever name the event has them. */
function wordsOf(data: CaseEvent['data']): z.infer<typeof contentRef> | undefined {
  if ('resolution' in data) return data.resolution;
  if ('reason' in data) return data.reason;
  if ('result' in data) return data.result;
  if ('reply' in data) return data.reply;
  if ('note' in data) return data.note;
  return 'comment' in data ? data.comment : undefined;
}

/** What the reporter does with their own report names nobody, whichever step it is. */
export const isReporters = ({ type, data }: Recorded<CaseEvent>): boolean =>
  type === 'CaseReported' || ('byReporter' in data && data.byReporter === true);

function actorOf(event: Recorded<CaseEvent>): Pick<TimelineRow, 'by' | 'actor'> {
  const { actor } = event;
  // Nobody supervises by hand: where it comes with a step, it is no deed of whoever took that.
  if (event.type === 'CaseSupervised') return { by: 'process', actor: 'clock' };
  if (isReporters(event) || actor.kind === 'anonymous') return { by: 'reporter' };
  return actor.kind === 'person' ? { by: 'person', actor: actor.person } : { by: 'process', actor: actor.name };
}

/** The timeline of a case: nothing in it is ever overwritten. */
export const timeline = table<TimelineRow, CaseEvent>({
  name: 'timeline',
  row: timelineRow,
  on,
  keys: (event) => [`${streamKey(event.stream)}/${String(event.version).padStart(6, '0')}`],
  project(_row, event, id) {
    const { data } = event;
    return {
      id,
      case: streamKey(event.stream),
      version: event.version,
      event: event.type,
      stage: stageOf(event),
      at: event.at,
      ...actorOf(event),
      handler: 'handler' in data ? data.handler : undefined,
      rule: 'rule' in data ? data.rule : undefined,
      tier: 'tier' in data ? data.tier : undefined,
      rating: 'rating' in data ? data.rating : undefined,
      due: 'limit' in data ? data.limit?.at : undefined,
      words: wordsOf(data),
      photos: 'photos' in data ? data.photos : [],
    };
  },
  indexes: [['case', 'version'], ['actor']],
  about: {},
  within: { column: 'case', stream: 'case' },
  persons: ['actor'],
  contents: { words: 'see:cases' },
});

/**
 * Counts of cases under a grid, a class and the day of their report. Each case counts once in each column, however often it
 * is given on, runs over or is rated: `open`, `closed` and `replied` as it stands now, `rated` and `satisfied` by its last
 * rating, `contacted` if its reporter was spoken with in time and a handler was given it, the others if it ever was.
 */
export const caseCountRow = z.object({
  grid: z.string(),
  class: z.string(),
  day: z.string(),
  reported: z.number(),
  open: z.number(),
  contacted: z.number(),
  dispatched: z.number(),
  /** Of those given to a handler, the ones whose reporter can be reached. */
  reachable: z.number(),
  closed: z.number(),
  replied: z.number(),
  rated: z.number(),
  satisfied: z.number(),
  /** Of those whose reporter said whether the matter is resolved, and of those where it is. */
  asked: z.number(),
  resolved: z.number(),
  overdue: z.number(),
});
export type CaseCountRow = z.infer<typeof caseCountRow>;
type Counted = Exclude<keyof CaseCountRow, 'grid' | 'class' | 'day'>;

const isOpen = (stage: string | undefined): boolean => stage !== undefined && !hasEnded(stage);
const isClosed = (stage: string | undefined): boolean => stage === 'closed' || stage === 'replied';
const isReplied = (stage: string | undefined): boolean => stage === 'replied';

/** By how much a move from one stage to another changes what is counted by stage. */
function moved(from: string | undefined, to: string): Partial<Record<Counted, number>> {
  const change = (counts: typeof isOpen) => Number(counts(to)) - Number(counts(from));
  return { open: change(isOpen), closed: change(isClosed), replied: change(isReplied) };
}

/** What an answer to "is it resolved?" adds: one that is given again takes the place of the one before. */
function answered({ resolved, wasResolved }: { resolved?: boolean | undefined; wasResolved?: boolean | undefined }) {
  if (resolved === undefined) return {};
  return { asked: wasResolved === undefined ? 1 : 0, resolved: Number(resolved) - Number(wasResolved === true) };
}

type Contact = Extract<CaseEvent, { type: 'ReporterContacted' }>['data'];
/** The first contact, in time, with a handler at hand: one before that counts when the case is given to one. */
const contactCounts = ({ first, inTime, early }: Contact): boolean => first && inTime !== false && early !== true;

function counted(event: Recorded<CaseEvent>): Partial<Record<Counted, number>> {
  switch (event.type) {
    case 'CaseReported':
      return { reported: 1 };
    case 'ReporterContacted':
      return { contacted: contactCounts(event.data) ? 1 : 0 };
    case 'CaseDispatched':
    case 'CaseReferred': {
      const { first, unreachable, contacted } = event.data;
      return {
        dispatched: Number(first),
        reachable: Number(first && unreachable !== true),
        contacted: Number(contacted === true),
      };
    }
    case 'CaseSupervised':
      return { overdue: event.data.first ? 1 : 0 };
    case 'CaseRated': {
      const { positive, was } = event.data;
      return {
        rated: was === undefined ? 1 : 0,
        satisfied: Number(positive) - Number(was === true),
        ...answered(event.data),
      };
    }
    default:
      return {};
  }
}

const none: Readonly<Record<Counted, number>> = {
  reported: 0,
  open: 0,
  contacted: 0,
  dispatched: 0,
  reachable: 0,
  closed: 0,
  replied: 0,
  rated: 0,
  satisfied: 0,
  asked: 0,
  resolved: 0,
  overdue: 0,
};

function countDeltas(event: Recorded<CaseEvent>): readonly Delta[] {
  const to = stageOf(event);
  const from = 'from' in event.data ? event.data.from : undefined;
  const add = { ...none, ...(to === undefined ? {} : moved(from, to)), ...counted(event) };
  const { grid, class: of, day } = event.data.cohort;
  return Object.values(add).some((by) => by !== 0) ? [{ row: { grid, class: of, day }, add }] : [];
}

/** Counts by grid, class and day, kept event by event and rolled up on reading. */
export const caseCounts = counter<CaseCountRow, CaseEvent>({
  name: 'case-counts',
  version: 3,
  row: caseCountRow,
  on,
  deltas: countDeltas,
  indexes: [['grid'], ['day']],
  about: { territory: 'grid' },
});

/** Read models of cases: the cases as they stand, what happened to each, and how many there are. */
export const caseViews = [cases, timeline, caseCounts, caseSettled, caseUnitCounts, caseStays, stayCounts] as const;
