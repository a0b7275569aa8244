import type { AssessmentRules, CardRule, HonourRule } from '../../governance-model/cobuilding-rules.ts';
import { accept, unreachable, type Decision, type Setting } from '../../kernel/decider.ts';
import { gridOf, unitOf, type Facts } from '../../kernel/facts.ts';
import { within, type UnitId } from '../../kernel/ids.ts';
import { refuseBy, type Refusal, type RefusalCatalogue } from '../../kernel/refusal.ts';
import { own, placeOf } from '../parts.ts';
import type {
  DrawUpScorecardData,
  GrantUnitHonourData,
  HonourStep,
  ReviewUnitHonourData,
  ScorecardCommand,
  ScoreCriterionData,
  ScoringStep,
  VetoUnitHonourData,
} from './commands.ts';
import {
  honourOf,
  scorecardStream,
  totalOf,
  type Assessed,
  type CompletedCard,
  type ScorecardEvent,
  type ScorecardState,
  type ScoringCard,
  type Weighed,
} from './scorecard.ts';

/** What a scorecard may be refused for, and the capability that says so. */
export const scorecardRefusals = {
  'assessment-not-here': 'DEL-07',
  'scorecard-exists': 'DEL-07',
  'scorecard-unknown': 'DEL-07',
  'card-unknown': 'DEL-07',
  'assessed-unknown': 'DEL-07',
  'assessed-unfit': 'DEL-07',
  'criterion-unknown': 'DEL-07',
  'criterion-twice': 'DEL-07',
  'scorer-unknown': 'DEL-07',
  'scores-itself': 'DEL-07',
  'weights-do-not-sum': 'DEL-07',
  'street-weight-low': 'DEL-07',
  'scorecard-completed': 'DEL-07',
  'scorecard-open': 'DEL-07',
  'criteria-unscored': 'DEL-07',
  'honour-unknown': 'DEL-07',
  'honour-not-street': 'DEL-07',
  'honour-reviewed': 'DEL-07',
  'honour-unreviewed': 'DEL-07',
  'honour-ended': 'DEL-07',
  'honour-points-low': 'DEL-07',
} as const satisfies RefusalCatalogue;

const refuse = refuseBy(scorecardRefusals);
type Decided = Decision<ScorecardEvent>;

/** Everything that a decision on a scorecard has before it. */
interface Desk {
  readonly rules: AssessmentRules;
  readonly facts: Facts;
}

/** What is assessed, as far as a card needs to know it. */
interface Found {
  readonly kind: string;
  readonly territory: string;
}

function foundOf(of: Assessed, facts: Facts): Found | undefined {
  if ('grid' in of) {
    const grid = facts(gridOf(of.grid));
    return grid && { kind: grid.kind, territory: grid.code };
  }
  const unit = facts(unitOf(of.unit));
  return unit && { kind: unit.kind, territory: placeOf(unit) };
}

const idOf = (of: Assessed): string => ('grid' in of ? of.grid : of.unit);

const fits = (card: CardRule, of: Assessed, kind: string): boolean =>
  ('grid' in of ? card.grids : card.units).includes(kind);

/** The first criterion that is there twice. */
const repeated = (criteria: readonly Weighed[]): string | undefined =>
  criteria.map(({ criterion }) => criterion).find((one, i, all) => all.indexOf(one) !== i);

/** Criteria are of the model, each once; who scores is a unit that stands, and not the one that is assessed. */
function criteriaFault({ of, criteria }: DrawUpScorecardData, { rules, facts }: Desk): Refusal | undefined {
  const stray = criteria.find(({ criterion }) => !rules.criteria.some(({ id }) => id === criterion));
  if (stray !== undefined) return refuse('criterion-unknown', { params: { criterion: stray.criterion } });
  const twice = repeated(criteria);
  if (twice !== undefined) return refuse('criterion-twice', { params: { criterion: twice } });
  if (criteria.some(({ by }) => by === idOf(of))) return refuse('scores-itself', { ids: [idOf(of)] });
  const nobody = criteria.filter(({ by }) => facts(unitOf(by)) === undefined).map(({ by }) => by);
  return nobody.length > 0 ? refuse('scorer-unknown', { ids: nobody }) : undefined;
}

const placesOf = (of: Assessed, facts: Facts): readonly string[] =>
  'grid' in of ? [of.grid] : (facts(unitOf(of.unit))?.territories ?? []);

/** Whether one of two places lies in the other. */
const meet = (one: string, other: string): boolean => within(one, other) || within(other, one);

/**
 * Whether a unit is the street that has a say: one over what is assessed, or one that an assessed department works for. A street
 * elsewhere has none.
 */
function speaksForStreet(of: Assessed, by: UnitId, { rules, facts }: Desk): boolean {
  const unit = facts(unitOf(by));
  if (unit === undefined || !rules.street.includes(unit.kind)) return false;
  const places = placesOf(of, facts);
  return unit.territories.some((one) => places.some((place) => meet(one, place)));
}

const sum = (criteria: readonly Weighed[]): number => criteria.reduce((total, { weight }) => total + weight, 0);

/** The weights are a hundred together, and the street's say is not below the model's floor. */
function weightFault({ of, criteria }: DrawUpScorecardData, desk: Desk): Refusal | undefined {
  const all = sum(criteria);
  if (all !== 100) return refuse('weights-do-not-sum', { params: { sum: all } });
  const weight = sum(criteria.filter(({ by }) => speaksForStreet(of, by, desk)));
  const floor = desk.rules.streetFloor;
  return weight < floor ? refuse('street-weight-low', { params: { weight, floor } }) : undefined;
}

/** A unit or a place has one card of a kind for a year. */
function drawUpScorecard(state: ScorecardState | undefined, data: DrawUpScorecardData, desk: Desk): Decided {
  const { scorecard, of, year, criteria } = data;
  if (state !== undefined) return refuse('scorecard-exists', { ids: [scorecard] });
  const card = desk.rules.cards.find(({ id }) => id === data.card);
  if (card === undefined) return refuse('card-unknown', { params: { card: data.card } });
  const found = foundOf(of, desk.facts);
  if (found === undefined) return refuse('assessed-unknown', { ids: [idOf(of)] });
  if (!fits(card, of, found.kind)) return refuse('assessed-unfit', { ids: [idOf(of)], params: { kind: found.kind } });
  const fault = criteriaFault(data, desk) ?? weightFault(data, desk);
  if (fault !== undefined) return fault;
  const { territory } = found;
  return {
    events: [{ type: 'ScorecardDrawnUp', data: { card: card.id, of, territory, year, criteria: [...criteria] } }],
    claims: [{ key: `scorecard/${idOf(of)}/${card.id}/${year}`, owner: scorecardStream(scorecard) }],
  };
}

function scoreCriterion(state: ScoringCard, data: ScoreCriterionData): Decided {
  const { criterion, points, evidence, note } = data;
  const weighed = state.criteria.find((one) => one.criterion === criterion);
  if (weighed === undefined) return refuse('criterion-unknown', { params: { criterion } });
  const was = own(state.scores, criterion);
  return accept({
    type: 'CriterionScored',
    data: {
      criterion,
      by: weighed.by,
      points,
      ...(was === undefined ? {} : { was }),
      evidence: [...evidence],
      ...(note === undefined ? {} : { note }),
    },
  });
}

/** The highest star grade of a card that so many hundredths of a point reach. */
function gradeOf(card: string, total: number, { grades }: AssessmentRules): string | undefined {
  const earned = grades.filter(({ cards, from }) => cards.includes(card) && total >= from * 100);
  return earned.sort((a, b) => b.from - a.from)[0]?.id;
}

function completeScorecard(state: ScoringCard, { rules }: Desk): Decided {
  const open = state.criteria.map(({ criterion }) => criterion).filter((one) => own(state.scores, one) === undefined);
  if (open.length > 0) return refuse('criteria-unscored', { ids: [state.id], params: { criteria: open } });
  const total = totalOf(state);
  const grade = gradeOf(state.card, total, rules);
  return accept({ type: 'ScorecardCompleted', data: { total, ...(grade === undefined ? {} : { grade }) } });
}

/** What is asked about an honour of this card that is still open. */
function honourFault(state: CompletedCard, id: string, { rules }: Desk): Refusal | HonourRule {
  const honour = rules.honours.find((one) => one.id === id && one.cards.includes(state.card));
  if (honour === undefined) return refuse('honour-unknown', { params: { honour: id } });
  return honourOf(state, id).end === undefined ? honour : refuse('honour-ended', { ids: [state.id] });
}

/** Only a unit that speaks for the street of what is assessed reviews and vetoes, and never of itself. */
function streetFault(state: CompletedCard, by: UnitId, desk: Desk): Refusal | undefined {
  const itself = by === idOf(state.of);
  return !itself && speaksForStreet(state.of, by, desk) ? undefined : refuse('honour-not-street', { ids: [by] });
}

function reviewHonour(state: CompletedCard, data: ReviewUnitHonourData, desk: Desk): Decided {
  const { honour, by, supports, opinion } = data;
  const fault = streetFault(state, by, desk);
  if (fault !== undefined) return fault;
  if (honourOf(state, honour).reviewedBy.includes(by)) return refuse('honour-reviewed', { ids: [by] });
  return accept({ type: 'UnitHonourReviewed', data: { honour, by, supports, opinion } });
}

function vetoHonour(state: CompletedCard, data: VetoUnitHonourData, desk: Desk): Decided {
  const { honour, by, reason, evidence } = data;
  return (
    streetFault(state, by, desk) ??
    accept({ type: 'UnitHonourVetoed', data: { honour, by, reason, evidence: [...evidence] } })
  );
}

/** The points must reach it, and the street must have been heard where the model says so. */
function grantHonour(state: CompletedCard, { honour }: GrantUnitHonourData, rule: HonourRule): Decided {
  if (state.total < rule.from * 100) {
    return refuse('honour-points-low', { ids: [state.id], params: { points: state.total / 100, needed: rule.from } });
  }
  if (rule.reviewed && honourOf(state, honour).reviewedBy.length === 0) {
    return refuse('honour-unreviewed', { ids: [state.id] });
  }
  return accept({ type: 'UnitHonourGranted', data: { honour } });
}

function decideScoring(state: ScoringCard, command: ScoringStep, desk: Desk): Decided {
  switch (command.type) {
    case 'ScoreCriterion':
      return scoreCriterion(state, command.data);
    case 'CompleteScorecard':
      return completeScorecard(state, desk);
    default:
      return unreachable(command);
  }
}

function decideHonour(state: CompletedCard, command: HonourStep, desk: Desk): Decided {
  const rule = honourFault(state, command.data.honour, desk);
  if ('code' in rule) return rule;
  switch (command.type) {
    case 'ReviewUnitHonour':
      return reviewHonour(state, command.data, desk);
    case 'VetoUnitHonour':
      return vetoHonour(state, command.data, desk);
    case 'GrantUnitHonour':
      return grantHonour(state, command.data, rule);
    default:
      return unreachable(command);
  }
}

const isScoring = (command: ScoringStep | HonourStep): command is ScoringStep =>
  command.type === 'ScoreCriterion' || command.type === 'CompleteScorecard';

/** Says yes or no to whatever may be asked of a scorecard. */
export function decideScorecard(
  state: ScorecardState | undefined,
  command: ScorecardCommand,
  facts: Facts,
  setting: Setting,
): Decided {
  const rules = setting.model.cobuilding?.assessment;
  if (rules === undefined) return refuse('assessment-not-here');
  const desk = { rules, facts };
  if (command.type === 'DrawUpScorecard') return drawUpScorecard(state, command.data, desk);
  if (state === undefined) return refuse('scorecard-unknown', { ids: [command.data.scorecard] });
  if (isScoring(command)) {
    return state.stage === 'scoring'
      ? decideScoring(state, command, desk)
      : refuse('scorecard-completed', { ids: [state.id] });
  }
  return state.stage === 'completed'
    ? decideHonour(state, command, desk)
    : refuse('scorecard-open', { ids: [state.id] });
}
