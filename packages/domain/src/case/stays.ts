import * as z from 'zod/mini';
import type { GovernanceModel } from '../governance-model/model.ts';
import { caseStage } from '../governance-model/case-stage.ts';
import type { CaseStage } from '../governance-model/case-flow.ts';
import type { Recorded } from '../kernel/envelope.ts';
import { streamKey } from '../kernel/ids.ts';
import { writerOf } from '../kernel/personal.ts';
import { counter, table, type Delta } from '../kernel/views.ts';
import { caseEventSchemas, type CaseEvent } from './case.ts';

/**
 * A stage that a case was in and has left: whose turn it was, from when until when, and who took the step that ended it. Of a
 * stage that ran over, `answerable` are those who held a post in the unit that might have acted on the day it ran over. Persons
 * are named in office, for the matter at hand; nothing is summed by person.
 */
export const caseStayRow = z.object({
  id: z.string(),
  case: z.string(),
  kind: z.enum(['stay', 'overrun']),
  stage: caseStage,
  grid: z.string(),
  unit: z.optional(z.string()),
  /** Instants in UTC milliseconds; an overrun begins when the stage was due and has no end of its own. */
  from: z.number(),
  until: z.optional(z.number()),
  due: z.optional(z.number()),
  /** How long it went on after it was due, in milliseconds; 0 where it was in time. */
  over: z.number(),
  person: z.optional(z.string()),
  post: z.optional(z.string()),
});
export type CaseStayRow = z.infer<typeof caseStayRow>;

type Kept = Recorded<CaseEvent>;
type Noted = Extract<Kept, { type: 'AnswerableNoted' }>;

const heldIn = ({ data }: Kept) => ('held' in data ? data.held : undefined);
const stageLeft = ({ data }: Kept): CaseStage | undefined => ('from' in data ? data.from : undefined);
const overBy = (at: number, due: number | undefined): number => (due === undefined ? 0 : Math.max(0, at - due));

/** What the reporter did with their own report names nobody. */
const worker = (event: Kept): string | undefined =>
  'byReporter' in event.data && event.data.byReporter === true ? undefined : writerOf(event);

const overrun = (event: Noted, key: string): CaseStayRow => {
  const holder = event.data.holders[Number(key.slice(key.lastIndexOf('/') + 1))];
  const { stage, due, unit, cohort } = event.data;
  return {
    id: key,
    case: streamKey(event.stream),
    kind: 'overrun',
    stage,
    grid: cohort.grid,
    unit,
    from: due,
    due,
    over: overBy(event.at, due),
    person: holder?.person,
    post: holder?.post,
  };
};

function stayRow(event: Kept, id: string): CaseStayRow | undefined {
  const [held, stage] = [heldIn(event), stageLeft(event)];
  if (held === undefined || stage === undefined) return undefined;
  return {
    id,
    case: streamKey(event.stream),
    kind: 'stay',
    stage,
    grid: event.data.cohort.grid,
    unit: held.unit,
    from: held.since,
    until: event.at,
    due: held.due,
    over: overBy(event.at, held.due),
    person: worker(event),
  };
}

const versionKey = (event: Kept): string => `${streamKey(event.stream)}/${String(event.version).padStart(6, '0')}`;

/** Who held a case, how long, and who let it run over. Where it is now, and since when, is in `cases`. */
export const caseStays = table<CaseStayRow, CaseEvent>({
  name: 'case-stays',
  row: caseStayRow,
  on: Object.keys(caseEventSchemas),
  keys(event) {
    if (event.type === 'AnswerableNoted') return event.data.holders.map((_, i) => `${versionKey(event)}/${String(i)}`);
    return heldIn(event) === undefined ? [] : [versionKey(event)];
  },
  project: (_row, event, key) => (event.type === 'AnswerableNoted' ? overrun(event, key) : stayRow(event, key)),
  indexes: [['case', 'from'], ['unit', 'from'], ['grid'], ['person']],
  about: { territory: 'grid', unit: 'unit' },
  persons: ['person'],
});

/** Stages left, under a unit, a stage and the day the case was reported: how many, how long together, how far over. */
export const stayCountRow = z.object({
  unit: z.string(),
  stage: caseStage,
  class: z.string(),
  day: z.string(),
  stays: z.number(),
  /** Milliseconds. */
  lasted: z.number(),
  late: z.number(),
  /** Milliseconds. */
  over: z.number(),
});
export type StayCountRow = z.infer<typeof stayCountRow>;

function stayDeltas(event: Kept): readonly Delta[] {
  const [held, stage] = [heldIn(event), stageLeft(event)];
  if (held?.unit === undefined || stage === undefined) return [];
  const { class: of, day } = event.data.cohort;
  const over = overBy(event.at, held.due);
  return [
    {
      row: { unit: held.unit, stage, class: of, day },
      add: { stays: 1, lasted: event.at - held.since, late: Number(over > 0), over },
    },
  ];
}

/** How long each unit takes in each stage, kept event by event. */
export const stayCounts = counter<StayCountRow, CaseEvent>({
  name: 'stay-counts',
  row: stayCountRow,
  on: Object.keys(caseEventSchemas),
  deltas: stayDeltas,
  indexes: [['unit', 'day'], ['day']],
  about: { unit: 'unit' },
});

/** The posts, in units of a kind, whose holders may take a case out of a stage: theirs is the time that it lies there. */
export function answerablePosts(stage: CaseStage, kind: string, model: GovernanceModel): readonly string[] {
  const steps = Object.entries(model.cases.transitions)
    .filter(([, from]) => from.includes(stage))
    .map(([step]) => step);
  const named = new Set(
    model.permissions
      .filter((one) => one.do.some((it) => steps.includes(it)))
      .flatMap(({ by }) => by)
      .flatMap((by) => (typeof by === 'object' && 'post' in by && by.kinds?.includes(kind) !== false ? [by.post] : [])),
  );
  return model.posts.filter(({ id, kinds }) => named.has(id) && kinds.includes(kind)).map(({ id }) => id);
}
