import * as z from 'zod/mini';
import { contentRef } from '../../kernel/contents.ts';
import type { Message, Recorded } from '../../kernel/envelope.ts';
import { fileId, modelKey, streamKey, unitId, type UnitId } from '../../kernel/ids.ts';
import { own } from '../parts.ts';

/** What is assessed: a unit, or a place such as a building, by its grid. Never a person. */
export const assessed = z.union([
  z.strictObject({ unit: unitId }),
  z.strictObject({ grid: z.string().check(z.minLength(1)) }),
]);
export type Assessed = z.infer<typeof assessed>;

/** One criterion of a card: what is looked at, what it weighs in whole percent, and which unit scores it. */
export const weighed = z.strictObject({
  criterion: modelKey,
  weight: z.int().check(z.minimum(1), z.maximum(100)),
  by: unitId,
});
export type Weighed = z.infer<typeof weighed>;

/** Points for a criterion, 0 to 100. */
export const points = z.int().check(z.minimum(0), z.maximum(100));
/** What all points come to, in hundredths of a point: 0 to 10,000. */
const total = z.int().check(z.minimum(0), z.maximum(10_000));

/** A card was drawn up for a unit or a place and a year: its criteria weigh 100 % together. */
export const scorecardDrawnUp = z.strictObject({
  card: modelKey,
  of: assessed,
  territory: z.string(),
  year: z.int(),
  criteria: z.array(weighed),
});
/** The unit that scores a criterion gave points, with what shows it; `was` are the points before, where it thought again. */
export const criterionScored = z.strictObject({
  criterion: modelKey,
  by: unitId,
  points,
  was: z.optional(points),
  evidence: z.array(fileId),
  note: z.optional(contentRef),
});
/** All criteria are scored: what they come to, and the star grade that it earns. */
export const scorecardCompleted = z.strictObject({ total, grade: z.optional(modelKey) });
/** The street said what it thinks of an honour. */
export const honourReviewed = z.strictObject({
  honour: modelKey,
  by: unitId,
  supports: z.boolean(),
  opinion: contentRef,
});
/** The street said no to an honour of that year: it is not granted any more. */
export const honourVetoed = z.strictObject({
  honour: modelKey,
  by: unitId,
  reason: contentRef,
  evidence: z.array(fileId),
});
/** An honour was granted. */
export const honourGranted = z.strictObject({ honour: modelKey });

/** The data of every event of a scorecard, by the event's type. */
export const scorecardEventSchemas = {
  ScorecardDrawnUp: scorecardDrawnUp,
  CriterionScored: criterionScored,
  ScorecardCompleted: scorecardCompleted,
  UnitHonourReviewed: honourReviewed,
  UnitHonourVetoed: honourVetoed,
  UnitHonourGranted: honourGranted,
} as const;

type Schemas = typeof scorecardEventSchemas;
/** What can happen to a scorecard. */
export type ScorecardEvent = { [T in keyof Schemas]: Message<T, z.infer<Schemas[T]>> }[keyof Schemas];

interface Standing {
  readonly id: string;
  readonly card: string;
  readonly of: Assessed;
  readonly territory: string;
  readonly year: number;
  readonly criteria: readonly Weighed[];
  /** Points by criterion, of those that are scored. */
  readonly scores: Readonly<Record<string, number>>;
}

/** What became of an honour. */
export interface UnitHonourState {
  readonly honour: string;
  readonly reviewedBy: readonly UnitId[];
  readonly end?: 'vetoed' | 'granted';
}

/** A card that is being scored. */
export type ScoringCard = Standing & { readonly stage: 'scoring' };
/** A card whose points stand. */
export type CompletedCard = Standing & {
  readonly stage: 'completed';
  readonly total: number;
  readonly grade: string | undefined;
  readonly honours: readonly UnitHonourState[];
};
/** A scorecard of a unit or a place for a year. */
export type ScorecardState = ScoringCard | CompletedCard;

/** The stream of a scorecard, by its id. */
export const scorecardStream = (id: string): `scorecard/${string}` => `scorecard/${id}`;

/** What the points of a card come to, in hundredths of a point (0 to 10,000); criteria that are not scored count 0. */
export const totalOf = ({ criteria, scores }: Pick<Standing, 'criteria' | 'scores'>): number =>
  criteria.reduce((sum, { criterion, weight }) => sum + weight * (own(scores, criterion) ?? 0), 0);

/** What became of an honour so far. */
export const honourOf = ({ honours }: CompletedCard, id: string): UnitHonourState =>
  honours.find(({ honour }) => honour === id) ?? { honour: id, reviewedBy: [] };

const withHonour = (state: CompletedCard, after: UnitHonourState): CompletedCard => ({
  ...state,
  honours: [...state.honours.filter(({ honour }) => honour !== after.honour), after],
});

function honoured(state: CompletedCard, event: Recorded<ScorecardEvent>): CompletedCard {
  switch (event.type) {
    case 'UnitHonourReviewed': {
      const before = honourOf(state, event.data.honour);
      return withHonour(state, { ...before, reviewedBy: [...before.reviewedBy, event.data.by] });
    }
    case 'UnitHonourVetoed':
      return withHonour(state, { ...honourOf(state, event.data.honour), end: 'vetoed' });
    case 'UnitHonourGranted':
      return withHonour(state, { ...honourOf(state, event.data.honour), end: 'granted' });
    default:
      return state;
  }
}

function scored(state: ScoringCard, event: Recorded<ScorecardEvent>): ScorecardState {
  switch (event.type) {
    case 'CriterionScored':
      return { ...state, scores: { ...state.scores, [event.data.criterion]: event.data.points } };
    case 'ScorecardCompleted':
      return { ...state, stage: 'completed', total: event.data.total, grade: event.data.grade, honours: [] };
    default:
      return state;
  }
}

/** Folds what happened into the state of a scorecard. */
export function evolveScorecard(state: ScorecardState | undefined, event: Recorded<ScorecardEvent>): ScorecardState {
  if (event.type === 'ScorecardDrawnUp') {
    return { stage: 'scoring', id: streamKey(event.stream), ...event.data, scores: {} };
  }
  if (state === undefined) throw new Error(`${event.stream} begins with ${event.type}`);
  return state.stage === 'scoring' ? scored(state, event) : honoured(state, event);
}
