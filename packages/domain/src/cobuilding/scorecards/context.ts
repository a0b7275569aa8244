import type { Context } from '../../kernel/decider.ts';
import { inOffice } from '../../kernel/personal.ts';
import { scorecardId } from '../ids.ts';
import { first } from '../parts.ts';
import { scorecardCommandSpecs, type ScorecardCommand } from './commands.ts';
import { decideScorecard } from './decide.ts';
import { evolveScorecard, scorecardEventSchemas, type ScorecardEvent, type ScorecardState } from './scorecard.ts';
import { scorecardViews } from './views.ts';

/** Assessment of units and places, never of persons: weights, scores with evidence, the street's say, honours and stars. */
export const scorecardContext: Context<ScorecardState, ScorecardCommand, ScorecardEvent> = {
  name: 'scorecards',
  streams: ['scorecard'],
  commands: {
    ...scorecardCommandSpecs,
    CompleteScorecard: {
      ...scorecardCommandSpecs.CompleteScorecard,
      offer: ({ id }: ScorecardState) => ({ scorecard: scorecardId.parse(id) }),
    },
  },
  events: {
    ScorecardDrawnUp: first(scorecardEventSchemas.ScorecardDrawnUp),
    CriterionScored: { ...first(scorecardEventSchemas.CriterionScored), personal: { note: inOffice } },
    ScorecardCompleted: first(scorecardEventSchemas.ScorecardCompleted),
    UnitHonourReviewed: { ...first(scorecardEventSchemas.UnitHonourReviewed), personal: { opinion: inOffice } },
    UnitHonourVetoed: { ...first(scorecardEventSchemas.UnitHonourVetoed), personal: { reason: inOffice } },
    UnitHonourGranted: first(scorecardEventSchemas.UnitHonourGranted),
  },
  decide: decideScorecard,
  evolve: evolveScorecard,
  views: scorecardViews,
  facts: {},
  sees: 'see:scorecards',
  about: ({ territory, of }) => ({ territory, unit: 'unit' in of ? of.unit : undefined }),
};
