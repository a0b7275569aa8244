import * as z from 'zod/mini';
import { contentRef } from '../kernel/contents.ts';
import { receiptOwner, type Envelope, type Message, type Recorded } from '../kernel/envelope.ts';
import { caseId, fileId, meetingId, modelKey, personId, unitId } from '../kernel/ids.ts';
import { coordinateSystem, position } from '../kernel/place.ts';
import { writerOf } from '../kernel/personal.ts';
import { civilDate, instant } from '../kernel/time.ts';
import { caseStage } from '../governance-model/case-stage.ts';
import { settlement, type Settlement } from './settlement.ts';

/** Where it is: a coordinate as its source gave it, or a grid that was picked. */
export const place = z.union([
  z.strictObject({ position, system: coordinateSystem }),
  z.strictObject({ grid: z.string().check(z.minLength(1)) }),
]);
export type Place = z.infer<typeof place>;

/**
 * Who told of it: a person who is signed in, or one who is not known to the desk, as an anonymous reporter or a caller whose
 * report another took down. Who is not known leaves only the hash of a secret that their receipt holds.
 */
export const reporter = z.union([
  z.strictObject({ mode: z.enum(['masked', 'named']), person: personId }),
  z.strictObject({ mode: z.enum(['masked', 'named', 'anonymous']), receipt: z.optional(z.string()) }),
]);
export type Reporter = z.infer<typeof reporter>;

/** Who a report belongs to: its reporter, or whoever holds the secret of its receipt. */
export function ownerOf(of: Reporter): string | undefined {
  if ('person' in of) return of.person;
  return of.receipt === undefined ? undefined : receiptOwner(of.receipt);
}

/** What a case counts under: where, what, and the day it was reported. Every event carries it, so a counter is a delta. */
export const cohort = z.strictObject({ grid: z.string(), class: modelKey, day: civilDate });
export type Cohort = z.infer<typeof cohort>;

/**
 * A stage's deadline. `runs` says which time it counts: hours by the clock, or working time only. `unpublishedYears`: their
 * calendar was not out yet, so the instant was reckoned by weekdays.
 */
export const limit = z.strictObject({
  from: instant,
  runs: z.enum(['clock', 'working']),
  warnAt: instant,
  at: instant,
  unpublishedYears: z.array(z.int()),
});
export type Limit = z.infer<typeof limit>;

/** How the stage before was held: since when, whose turn it was, which unit handled it, until when it was allowed to last. */
export const stay = z.strictObject({
  since: instant,
  unit: z.optional(z.string()),
  handler: z.optional(z.string()),
  due: z.optional(instant),
  /** There where the reporter had been contacted in time: it counts for the unit that has the case. */
  contacted: z.optional(z.literal(true)),
  /** There where a stage had run over in the turn of the unit that handled it. */
  overdue: z.optional(z.literal(true)),
  /** There where the case was given to that unit as one whose reporter nobody can reach. */
  unreachable: z.optional(z.literal(true)),
});
export type Stay = z.infer<typeof stay>;

/** Entering a stage: from where, the unit whose turn it is, and until when. */
const entry = {
  cohort,
  from: z.optional(caseStage),
  turn: z.optional(z.string()),
  limit: z.optional(limit),
  held: z.optional(stay),
  /** There where the unit that the case is given to had it before, and a stage ran over in its turn. */
  overdueBefore: z.optional(z.literal(true)),
  /** There where the case is given to a unit and nobody can reach its reporter: it is none of those to be contacted. */
  unreachable: z.optional(z.literal(true)),
};
const beside = { cohort };
/** There where the one who asked is whose report it is: the history then says "the reporter" and names nobody. */
const byReporter = z.optional(z.literal(true));
/** There where the case is given to a handler for the first time and its reporter was contacted in time before: it counts from here. */
const contactedBefore = z.optional(z.literal(true));

/** A report began a case: what, where, by which channel and whom. Its texts are references, so they can be erased. */
export const caseReported = z.strictObject({
  ...entry,
  class: modelKey,
  grade: modelKey,
  place,
  text: contentRef,
  address: z.optional(contentRef),
  fields: z.optional(contentRef),
  contact: z.optional(contentRef),
  photos: z.array(fileId),
  channel: z.enum(['resident', 'gridder', 'hotline', 'platform']),
  reporter,
});
/** A reported case was taken on, under the grade that from here sets its deadlines. */
export const caseAccepted = z.strictObject({
  ...entry,
  grade: modelKey,
  /** Until when its reporter is to be spoken with, where the grade says so. */
  contactBy: z.optional(limit),
});
/** A reported case was not taken on, and why. It ends there. */
export const caseDeclined = z.strictObject({ ...entry, reason: contentRef });
/** An accepted case was put on file (立案). */
export const caseFiled = z.strictObject({
  ...entry,
  /** The criteria of filing that it was found to meet. */
  criteria: z.optional(z.array(modelKey)),
});
/** A case was given to a handler: as a rule proposed, or otherwise and then with a reason. */
export const caseDispatched = z.strictObject({
  ...entry,
  handler: unitId,
  /** The dispatch rule that proposed the handler, where it was followed. */
  rule: z.optional(modelKey),
  reason: z.optional(contentRef),
  /** The first time that this case is given to a handler, the one that is counted. */
  first: z.boolean(),
  contacted: contactedBefore,
});
/** The handler began. The deadline stays that of the dispatch, so beginning late gains no time. */
export const caseStarted = z.strictObject(entry);
/** Somebody spoke with the reporter, and of what. `first` marks the first time, the one that is counted. */
export const reporterContacted = z.strictObject({
  ...beside,
  note: contentRef,
  first: z.boolean(),
  /** Whether the first contact was in time, where there was a time for it. */
  inTime: z.optional(z.boolean()),
  /** There where no handler had the case yet: it counts once one has, for the response rate is of the cases given to one. */
  early: z.optional(z.literal(true)),
  /** There where it was the first and in time: it counts for the unit that has the case. Records from before it was kept have none. */
  counts: z.optional(z.literal(true)),
  /** The unit that had the case. */
  unit: z.optional(z.string()),
});
/** The time to speak with the reporter for the first time draws near, and nobody has. Comes by itself. */
export const contactWarned = z.strictObject({ ...beside, due: instant });
/** The time to speak with the reporter for the first time has passed, and nobody has. Comes by itself. */
export const contactOverdue = z.strictObject({ ...beside, due: instant });
/** The handler asks for more time, and says why. Another grants it or refuses it. */
export const extensionAsked = z.strictObject({ ...beside, reason: contentRef });
/** More time was refused, and why. The deadline stays as it is. */
export const extensionRefused = z.strictObject({ ...beside, reason: contentRef });
/** The handler is done, with what came of it and photos of it; it is to be verified. */
export const caseHandled = z.strictObject({ ...entry, result: contentRef, photos: z.array(fileId) });
/** The handler gave the case back, and why. It is accepted again and has no handler. */
export const caseReturned = z.strictObject({ ...entry, reason: contentRef });
/** The case went from one handler to another, and why. The time to handle it begins anew. */
export const caseReassigned = z.strictObject({
  ...entry,
  handler: unitId,
  was: unitId,
  reason: contentRef,
});
/** A stage got more time, and why: its new limit and the one before. The model says how often and how much. */
export const caseExtended = z.strictObject({
  ...beside,
  reason: contentRef,
  limit,
  was: z.optional(limit),
});
/** Whoever's turn it is was urged, in words. Stage and deadline stay as they are. */
export const caseUrged = z.strictObject({ ...beside, note: contentRef, byReporter });
/** A case was put aside, and why. Its time stands still, and what was left of it is kept. */
export const caseSuspended = z.strictObject({
  ...entry,
  reason: contentRef,
  /** Time that was left of its limit, in milliseconds of the time that the limit counts. */
  left: z.optional(z.int()),
});
/**
 * A suspended case went on, in the stage `to` that it had been in and with the time it had left. `light` is what it had
 * been warned of before: no stage is warned of or supervised twice.
 */
export const caseResumed = z.strictObject({ ...entry, to: caseStage, light: z.enum(['none', 'soon', 'late']) });
/** What was handled was looked at and found good; the case is closed. */
export const caseVerified = z.strictObject({
  ...entry,
  note: z.optional(contentRef),
  settlement: z.optional(settlement),
});
/** What was handled was looked at and not found good, and why; the same handler goes on. */
export const caseReworked = z.strictObject({ ...entry, reason: contentRef });
/** The reporter was told in words what came of their report. */
export const caseReplied = z.strictObject({ ...entry, reply: contentRef });
/**
 * What the reporter thinks of the outcome, by a rating of the model. A later rating replaces an earlier one, also when the
 * case was reopened in between: a case counts once, by the last that was said of it.
 */
export const caseRated = z.strictObject({
  ...beside,
  rating: modelKey,
  positive: z.boolean(),
  /** Whether an earlier rating, now replaced, was positive. */
  was: z.optional(z.boolean()),
  /** Whether the reporter says that the matter is resolved; not told where they did not say. */
  resolved: z.optional(z.boolean()),
  wasResolved: z.optional(z.boolean()),
  /** The unit that handled what is rated, and the one whose rating this replaces. */
  unit: z.optional(z.string()),
  wasUnit: z.optional(z.string()),
  /** The unit of whose work `wasResolved` was said; that of the rating before where none is told. */
  wasResolvedUnit: z.optional(z.string()),
  comment: z.optional(contentRef),
  byReporter,
});
/** A case that was closed or replied to begins again as accepted, and why; no handler has it. */
export const caseReopened = z.strictObject({
  ...entry,
  reason: contentRef,
  byReporter,
  /** How it had been settled; it no longer is. */
  undone: z.optional(settlement),
});
/** The case went to the meeting of a tier, and why. `meeting` is the one to call, `text` what to call it under. */
export const caseEscalated = z.strictObject({
  ...entry,
  tier: modelKey,
  meeting: meetingId,
  text: contentRef,
  reason: contentRef,
});
/** The meeting settled the case by its resolution; the case is closed. */
export const caseSettled = z.strictObject({
  ...entry,
  tier: modelKey,
  meeting: meetingId,
  resolution: contentRef,
  settlement: z.optional(settlement),
});
/** The meeting gave the case to a handler by its resolution; the case is dispatched. */
export const caseReferred = z.strictObject({
  ...entry,
  tier: modelKey,
  meeting: meetingId,
  handler: unitId,
  resolution: contentRef,
  first: z.boolean(),
  contacted: contactedBefore,
});
/** The case goes on in another, `into`, and why. Its own course ends there. */
export const caseMerged = z.strictObject({ ...entry, into: caseId, reason: contentRef });
/** The case took another in; recorded in the same commit as the other's `CaseMerged`. */
export const caseAbsorbed = z.strictObject({ ...beside, other: caseId });
/** The report was taken back; a reason is there where one was given. The case ends there. */
export const caseWithdrawn = z.strictObject({ ...entry, reason: z.optional(contentRef), byReporter });
/** The case was struck out, and why. It ends there, and the record keeps it. */
export const caseVoided = z.strictObject({ ...entry, reason: contentRef });
/** A stage's deadline `due` draws near. Comes by itself once the limit's `warnAt` is reached. */
export const deadlineWarned = z.strictObject({ ...beside, stage: caseStage, due: instant });
/**
 * A stage's deadline `due` has passed; supervision began. Comes by itself, or with the first step after, once in a stage and
 * anew if it is extended.
 */
export const caseSupervised = z.strictObject({
  ...beside,
  stage: caseStage,
  due: instant,
  /** The first time that any stage of this case runs over, the one that is counted. */
  first: z.boolean(),
  /** The unit whose turn it was. */
  unit: z.optional(z.string()),
  /** There where that unit handles the case, and no stage of it had run over in its turn. */
  firstOfUnit: z.optional(z.literal(true)),
  /** There where it came with a step of the reporter's, who is named nowhere. */
  byReporter,
});
/** Who answered for a stage on the day that it ran over: the holders of the unit's posts that might have acted. */
export const answerableNoted = z.strictObject({
  ...beside,
  stage: caseStage,
  due: instant,
  unit: unitId,
  holders: z.array(z.strictObject({ person: personId, post: modelKey })),
});

/** The unit that it waited for, or that handled it, is no more: it stays in its stage or, to be dispatched anew, is accepted. */
export const caseRefiled = z.strictObject({ ...entry, to: caseStage, gone: unitId });

/** The case that this one was merged into was replied to, in these words. */
export const replyShared = z.strictObject({ ...beside, reply: contentRef });

/** The data of every event of a case, by the event's type. */
export const caseEventSchemas = {
  CaseReported: caseReported,
  CaseAccepted: caseAccepted,
  CaseDeclined: caseDeclined,
  CaseFiled: caseFiled,
  CaseDispatched: caseDispatched,
  CaseStarted: caseStarted,
  ReporterContacted: reporterContacted,
  ContactWarned: contactWarned,
  ContactOverdue: contactOverdue,
  CaseHandled: caseHandled,
  CaseReturned: caseReturned,
  CaseReassigned: caseReassigned,
  ExtensionAsked: extensionAsked,
  CaseExtended: caseExtended,
  ExtensionRefused: extensionRefused,
  CaseUrged: caseUrged,
  CaseSuspended: caseSuspended,
  CaseResumed: caseResumed,
  CaseVerified: caseVerified,
  CaseReworked: caseReworked,
  CaseReplied: caseReplied,
  CaseRated: caseRated,
  CaseReopened: caseReopened,
  CaseEscalated: caseEscalated,
  CaseSettled: caseSettled,
  CaseReferred: caseReferred,
  CaseMerged: caseMerged,
  CaseAbsorbed: caseAbsorbed,
  CaseWithdrawn: caseWithdrawn,
  CaseVoided: caseVoided,
  DeadlineWarned: deadlineWarned,
  CaseSupervised: caseSupervised,
  AnswerableNoted: answerableNoted,
  CaseRefiled: caseRefiled,
  ReplyShared: replyShared,
} as const;

type Schemas = typeof caseEventSchemas;
/** What can happen to a case. */
export type CaseEvent = {
  [T in keyof Schemas]: Message<T, z.infer<Schemas[T]>>;
}[keyof Schemas];

/** What a case has in every stage. */
interface Standing {
  readonly id: string;
  readonly class: string;
  readonly grade: string;
  readonly place: Place;
  readonly cohort: Cohort;
  readonly text: z.infer<typeof contentRef>;
  readonly reporter: Reporter;
  readonly reportedAt: number;
  readonly turn?: string | undefined;
  readonly limit?: Limit | undefined;
  readonly warned: boolean;
  readonly supervised: boolean;
  /** Whether it was ever contacted about, given to a handler, over its time: each case counts once. */
  readonly contacted: boolean;
  /** Contacted in time before any handler had it: not counted yet. */
  readonly contactedEarly?: boolean | undefined;
  /** Whether it was contacted about in time, which counts for whichever unit has it. */
  readonly contactedInTime?: boolean | undefined;
  readonly assigned: boolean;
  readonly overdue: boolean;
  /** The units in whose turn a stage ran over while they handled it. */
  readonly overdueUnits?: readonly string[] | undefined;
  /** Whether the last rating was positive; undefined before the first. A reopened case keeps it until it is rated anew. */
  readonly rated?: boolean | undefined;
  /** Whether the reporter last said that the matter is resolved, and of whose work they spoke. */
  readonly resolved?: boolean | undefined;
  readonly resolvedUnit?: string | undefined;
  /** The unit whose work was last rated. */
  readonly ratedUnit?: string | undefined;
  /** When its stage began; unknown of cases whose last stage began before this was kept. */
  readonly since?: number | undefined;
  /** Until when the reporter is to be spoken with; undefined once they were, or the time has passed. */
  readonly contactBy?: Limit | undefined;
  /** Whether that was warned of. */
  readonly contactWarned?: boolean | undefined;
  /** Whether it was given to its unit as such a case. */
  readonly givenUnreachable?: boolean | undefined;
  /** Who asked for more time in this stage and has no answer yet. */
  readonly extensionAskedBy?: string | undefined;
  readonly extensions: number;
  /** Whether others were merged into it: what becomes of their matter hangs on this case. */
  readonly tookIn?: boolean | undefined;
  /** How many meetings have been called on it; numbers the next. */
  readonly meetings: number;
}
interface Handled {
  readonly handler: string;
}

export type Collected = Standing & { readonly stage: 'collected' };
export type Taken = Standing & { readonly stage: 'accepted' | 'filed' };
export type InHand = Standing & Handled & { readonly stage: 'dispatched' | 'handling' };
export type Verifying = Standing &
  Handled & { readonly stage: 'verifying'; readonly result: z.infer<typeof contentRef> };
export type Closed = Standing & {
  readonly stage: 'closed';
  readonly handler?: string | undefined;
  /** The meeting tier that settled it; undefined where its handler did. */
  readonly settledAt?: string | undefined;
  readonly settlement?: Settlement | undefined;
};
export type Replied = Standing & {
  readonly stage: 'replied';
  readonly handler?: string | undefined;
  readonly settledAt?: string | undefined;
  readonly settlement?: Settlement | undefined;
  readonly rating?: { readonly id: string; readonly positive: boolean } | undefined;
};
export type Escalated = Standing & {
  readonly stage: 'escalated';
  readonly tier: string;
  readonly meeting: string;
};
export type Suspended = Standing & {
  readonly stage: 'suspended';
  readonly before: Taken | InHand;
  readonly left?: number | undefined;
};
export type Ended = Standing & {
  readonly stage: 'declined' | 'voided' | 'withdrawn' | 'merged';
};
/** A case: what it can be in a stage is all that its type lets it be. */
export type CaseState = Collected | Taken | InHand | Verifying | Closed | Replied | Escalated | Suspended | Ended;

/** Whether a case in a stage has come to its end; only reopening it takes it out of there. */
export const hasEnded = (stage: string): boolean => endStages.has(stage);
const endStages: ReadonlySet<string> = new Set(['closed', 'replied', 'declined', 'voided', 'withdrawn', 'merged']);

/** The stream of a case, by the case's id. */
export const caseStream = (id: string): `case/${string}` => `case/${id}`;

/** What a case takes along from stage to stage. */
const standing = (state: CaseState): Standing => ({
  id: state.id,
  class: state.class,
  grade: state.grade,
  place: state.place,
  cohort: state.cohort,
  text: state.text,
  reporter: state.reporter,
  reportedAt: state.reportedAt,
  turn: state.turn,
  limit: state.limit,
  warned: state.warned,
  supervised: state.supervised,
  contacted: state.contacted,
  contactedEarly: state.contactedEarly,
  contactedInTime: state.contactedInTime,
  assigned: state.assigned,
  overdue: state.overdue,
  overdueUnits: state.overdueUnits,
  rated: state.rated,
  resolved: state.resolved,
  resolvedUnit: state.resolvedUnit,
  ratedUnit: state.ratedUnit,
  contactBy: state.contactBy,
  contactWarned: state.contactWarned,
  givenUnreachable: state.givenUnreachable,
  extensions: state.extensions,
  tookIn: state.tookIn,
  meetings: state.meetings,
});

/**
 * A stage begins with its own turn and limit, neither warned of nor supervised. A limit that goes on from the stage before
 * (work that starts after the dispatch) was warned of then, and is not warned of twice.
 */
function entering(
  state: CaseState,
  { turn, limit: until }: { turn?: string | undefined; limit?: Limit | undefined },
): Standing {
  const goesOn = until !== undefined && state.limit?.at === until.at;
  return {
    ...standing(state),
    turn,
    limit: until,
    warned: goesOn && state.warned,
    supervised: goesOn && state.supervised,
  };
}

/** The unit that handles a case, or handled it; undefined where none does. */
export const handlerOf = (state: CaseState): string | undefined => ('handler' in state ? state.handler : undefined);

/** The unit that has a case, also while it is suspended; undefined where none does. */
export const currentHandler = (state: CaseState): string | undefined =>
  handlerOf(state.stage === 'suspended' ? state.before : state);

/** Whether nobody can reach the reporter: whoever reports without a name leaves no contact. */
export const isUnreachable = ({ reporter }: CaseState): boolean => reporter.mode === 'anonymous';

/** Whether a stage of a case ran over in the turn of a unit that handled it. */
export const letRunOver = ({ overdueUnits }: CaseState, unit: string | undefined): boolean =>
  unit !== undefined && overdueUnits?.includes(unit) === true;

function begin(event: Envelope, data: z.infer<typeof caseReported>): Collected {
  return {
    stage: 'collected',
    id: event.stream.slice('case/'.length),
    class: data.class,
    grade: data.grade,
    place: data.place,
    cohort: data.cohort,
    text: data.text,
    reporter: data.reporter,
    reportedAt: event.at,
    since: event.at,
    turn: data.turn,
    limit: data.limit,
    warned: false,
    supervised: false,
    contacted: false,
    assigned: false,
    overdue: false,
    extensions: 0,
    meetings: 0,
  };
}

/** A stage that only a handler can be in. The record never gets there without one. */
function withHandler(state: CaseState): Standing & Handled {
  const handler = handlerOf(state);
  if (handler === undefined) throw new Error(`case/${state.id} has no handler in its record`);
  return { ...standing(state), handler };
}

/** It goes on as it was, but for what came meanwhile: a case runs over once, its first contact is missed once, and others may be merged into it. */
function resume(state: CaseState, { turn, limit: until }: z.infer<typeof caseResumed>): CaseState {
  if (state.stage !== 'suspended') return state;
  const { before, overdue, overdueUnits, contactedInTime, contactBy, contactWarned, tookIn } = state;
  return { ...before, overdue, overdueUnits, contactedInTime, contactBy, contactWarned, tookIn, turn, limit: until };
}

function suspend(state: CaseState, data: z.infer<typeof caseSuspended>): CaseState {
  const { stage } = state;
  if (stage !== 'accepted' && stage !== 'filed' && stage !== 'dispatched' && stage !== 'handling') {
    return state;
  }
  return { ...entering(state, data), stage: 'suspended', before: state, left: data.left };
}

const refile = (state: CaseState, data: z.infer<typeof caseRefiled>): CaseState =>
  data.to === state.stage ? { ...state, turn: data.turn } : { ...entering(state, data), stage: 'accepted' };

const rate = (state: CaseState, data: z.infer<typeof caseRated>): CaseState =>
  state.stage === 'replied'
    ? {
        ...state,
        rated: data.positive,
        resolved: data.resolved ?? state.resolved,
        resolvedUnit: data.resolved === undefined ? state.resolvedUnit : data.unit,
        ratedUnit: data.unit,
        rating: { id: data.rating, positive: data.positive },
      }
    : state;

const contacted = (state: CaseState, { early, inTime, counts }: z.infer<typeof reporterContacted>): CaseState => ({
  ...state,
  contactedInTime: state.contactedInTime ?? counts,
  contacted: true,
  contactedEarly: state.contactedEarly === true || (early === true && inTime !== false),
  contactBy: undefined,
});

const supervise = (state: CaseState, { unit, firstOfUnit }: z.infer<typeof caseSupervised>): CaseState => ({
  ...state,
  warned: true,
  supervised: true,
  overdue: true,
  ...(firstOfUnit === true && unit !== undefined ? { overdueUnits: [...(state.overdueUnits ?? []), unit] } : {}),
});

const reply = (state: CaseState, data: z.infer<typeof caseReplied>): Replied => ({
  ...entering(state, data),
  stage: 'replied',
  handler: handlerOf(state),
  settledAt: state.stage === 'closed' ? state.settledAt : undefined,
  settlement: state.stage === 'closed' ? state.settlement : undefined,
});

function next(state: CaseState, event: Recorded<CaseEvent>): CaseState {
  switch (event.type) {
    case 'CaseReported':
      return state;
    case 'CaseAccepted':
      return {
        ...entering(state, event.data),
        stage: 'accepted',
        grade: event.data.grade,
        contactBy: event.data.contactBy,
        contactWarned: undefined,
      };
    case 'CaseReturned':
      return { ...entering(state, event.data), stage: 'accepted' };
    case 'CaseReopened':
      return { ...entering(state, event.data), extensions: 0, stage: 'accepted' };
    case 'CaseFiled':
      return { ...entering(state, event.data), stage: 'filed' };
    case 'CaseDispatched':
    case 'CaseReassigned':
    case 'CaseReferred':
      return {
        ...entering(state, event.data),
        stage: 'dispatched',
        assigned: true,
        handler: event.data.handler,
        givenUnreachable: event.data.unreachable,
      };
    case 'CaseStarted':
    case 'CaseReworked':
      return { ...withHandler(state), ...entering(state, event.data), stage: 'handling' };
    case 'CaseHandled':
      return {
        ...withHandler(state),
        ...entering(state, event.data),
        stage: 'verifying',
        result: event.data.result,
      };
    case 'CaseVerified':
      return {
        ...entering(state, event.data),
        stage: 'closed',
        handler: handlerOf(state),
        settlement: event.data.settlement,
      };
    case 'CaseSettled':
      return {
        ...entering(state, event.data),
        stage: 'closed',
        settledAt: event.data.tier,
        settlement: event.data.settlement,
      };
    case 'CaseReplied':
      return reply(state, event.data);
    case 'CaseRated':
      return rate(state, event.data);
    case 'CaseEscalated':
      return {
        ...entering(state, event.data),
        stage: 'escalated',
        tier: event.data.tier,
        meeting: event.data.meeting,
        meetings: state.meetings + 1,
      };
    case 'CaseSuspended':
      return suspend(state, event.data);
    case 'CaseResumed':
      return resume(state, event.data);
    case 'CaseDeclined':
      return { ...entering(state, event.data), stage: 'declined' };
    case 'CaseMerged':
      return { ...entering(state, event.data), stage: 'merged' };
    case 'CaseWithdrawn':
      return { ...entering(state, event.data), stage: 'withdrawn' };
    case 'CaseVoided':
      return { ...entering(state, event.data), stage: 'voided' };
    case 'ReporterContacted':
      return contacted(state, event.data);
    case 'ContactWarned':
      return { ...state, contactWarned: true };
    case 'ContactOverdue':
      return { ...state, contactBy: undefined };
    case 'ExtensionAsked':
      return { ...state, extensionAskedBy: writerOf(event) ?? '' };
    case 'ExtensionRefused':
      return { ...state, extensionAskedBy: undefined };
    case 'CaseExtended':
      return {
        ...state,
        limit: event.data.limit,
        extensionAskedBy: undefined,
        extensions: state.extensions + 1,
        warned: false,
        supervised: false,
      };
    case 'DeadlineWarned':
      return { ...state, warned: true };
    case 'CaseSupervised':
      return supervise(state, event.data);
    case 'CaseRefiled':
      return refile(state, event.data);
    case 'CaseAbsorbed':
      return { ...state, tookIn: true };
    case 'CaseUrged':
    case 'ReplyShared':
    case 'AnswerableNoted':
      return state;
  }
}

/** Folds what happened into the state of a case. Stages follow one another, so a new value is made of the old one. */
export function evolveCase(state: CaseState | undefined, event: Recorded<CaseEvent>): CaseState {
  if (event.type === 'CaseReported') return begin(event, event.data);
  if (state === undefined) throw new Error(`${event.stream} begins with ${event.type}`);
  const after = next(state, event);
  return 'from' in event.data ? { ...after, since: event.at } : after;
}
