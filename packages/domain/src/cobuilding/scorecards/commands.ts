import * as z from 'zod/mini';
import type { Sealed } from '../../kernel/contents.ts';
import type { CommandSpec } from '../../kernel/decider.ts';
import type { Message } from '../../kernel/envelope.ts';
import { unitOf, type Facts } from '../../kernel/facts.ts';
import { modelKey, unitId, type FileId, type UnitId } from '../../kernel/ids.ts';
import type { Subject } from '../../kernel/views.ts';
import { scorecardId } from '../ids.ts';
import { evidence, words, year } from '../parts.ts';
import { assessed, points, scorecardStream, weighed, type Assessed, type ScorecardState } from './scorecard.ts';

const of = { scorecard: scorecardId };

/** Says what will be looked at, what it weighs and who scores it, before anything is scored. At most 50 criteria. */
const drawUpScorecard = z.strictObject({
  ...of,
  card: modelKey,
  of: assessed,
  year,
  criteria: z.array(weighed).check(z.minLength(1), z.maxLength(50)),
});
/** Points of 0 to 100 for one criterion, with at least one file that shows them. */
const scoreCriterion = z.strictObject({ ...of, criterion: modelKey, points, evidence, note: z.optional(words) });
const completeScorecard = z.strictObject(of);
/** The street's opinion on an honour. */
const reviewHonour = z.strictObject({ ...of, honour: modelKey, by: unitId, supports: z.boolean(), opinion: words });
/** The street's no to an honour: with reason and evidence, and for good. */
const vetoHonour = z.strictObject({ ...of, honour: modelKey, by: unitId, reason: words, evidence });
const grantHonour = z.strictObject({ ...of, honour: modelKey });

export type DrawUpScorecardData = z.infer<typeof drawUpScorecard>;
export type ScoreCriterionData = Sealed<z.infer<typeof scoreCriterion>, 'note'>;
export type ReviewUnitHonourData = Sealed<z.infer<typeof reviewHonour>, 'opinion'>;
export type VetoUnitHonourData = Sealed<z.infer<typeof vetoHonour>, 'reason'>;
export type GrantUnitHonourData = z.infer<typeof grantHonour>;

/** What may be asked of a scorecard that is being scored. */
export type ScoringStep =
  Message<'ScoreCriterion', ScoreCriterionData> | Message<'CompleteScorecard', z.infer<typeof completeScorecard>>;
/** What may be asked of a scorecard whose points stand. */
export type HonourStep =
  | Message<'ReviewUnitHonour', ReviewUnitHonourData>
  | Message<'VetoUnitHonour', VetoUnitHonourData>
  | Message<'GrantUnitHonour', GrantUnitHonourData>;
/** What may be asked of scorecards. */
export type ScorecardCommand = Message<'DrawUpScorecard', DrawUpScorecardData> | ScoringStep | HonourStep;

const stream = (data: { readonly scorecard: string }) => scorecardStream(data.scorecard);
const files = ({ evidence: shown }: { readonly evidence: readonly FileId[] }): readonly FileId[] => shown;

const placesOf = (it: Assessed, facts: Facts): readonly string[] =>
  'unit' in it ? (facts(unitOf(it.unit))?.territories ?? []) : [it.grid];

const drawUp: CommandSpec<DrawUpScorecardData> = {
  schema: () => drawUpScorecard,
  stream,
  begins: true,
  about: (data, _state, facts) => ({ territory: placesOf(data.of, facts) }),
};

/** Scoring is for the unit that the card names for the criterion. */
const score: CommandSpec<ScoreCriterionData, ScorecardState> = {
  schema: () => scoreCriterion,
  stream,
  seals: ['note'],
  files,
  about: ({ criterion }, state) => ({
    territory: state?.territory,
    unit: state?.criteria.find((one) => one.criterion === criterion)?.by,
  }),
};

/** Whoever reviews or vetoes does so for a unit of theirs. */
const forUnit = ({ by }: { readonly by: UnitId }, state: ScorecardState | undefined): Subject => ({
  territory: state?.territory,
  unit: by,
});

/** Every command on a scorecard: what it may say, its stream, its texts and files. */
export const scorecardCommandSpecs = {
  DrawUpScorecard: drawUp,
  ScoreCriterion: score,
  CompleteScorecard: { schema: () => completeScorecard, stream },
  ReviewUnitHonour: { schema: () => reviewHonour, stream, seals: ['opinion'], about: forUnit },
  VetoUnitHonour: { schema: () => vetoHonour, stream, seals: ['reason'], files, about: forUnit },
  GrantUnitHonour: { schema: () => grantHonour, stream },
} as const;
