import type { Process } from '../kernel/decider.ts';
import { award } from './award.ts';
import { answerables } from './answerable-posts.ts';
import { decidedSteps } from './decided-steps.ts';
import { dependentPosts } from './dependent-posts.ts';
import { endedCharges } from './ended-charges.ts';
import { endedDeclarations } from './ended-declarations.ts';
import { erasedPeople } from './erased-people.ts';
import { escalation } from './escalation.ts';
import { matchedNeeds } from './matched-needs.ts';
import { localPolicy } from './local-policy.ts';
import { orphanedCases } from './orphaned-cases.ts';
import { peopleOfGrids } from './people-of-grids.ts';
import { roundsOfGrids } from './rounds-of-grids.ts';
import { sharedReplies } from './shared-replies.ts';
import { unitCheckIns } from './unit-check-ins.ts';
import { workersOfUnits } from './workers-of-units.ts';

/** Everything that the contexts ask of one another: what a desk that holds all of them runs. */
export const processes: readonly Process[] = [
  answerables,
  decidedSteps,
  escalation,
  dependentPosts,
  orphanedCases,
  roundsOfGrids,
  peopleOfGrids,
  sharedReplies,
  unitCheckIns,
  endedDeclarations,
  erasedPeople,
  endedCharges,
  workersOfUnits,
  localPolicy,
  matchedNeeds,
  award,
];
