import type { Process } from '../kernel/decider.ts';
import { decidedSteps } from './decided-steps.ts';
import { dependentPosts } from './dependent-posts.ts';
import { escalation } from './escalation.ts';
import { matchedNeeds } from './matched-needs.ts';
import { orphanedCases } from './orphaned-cases.ts';
import { roundsOfGrids } from './rounds-of-grids.ts';
import { sharedReplies } from './shared-replies.ts';
import { unitCheckIns } from './unit-check-ins.ts';

/** Everything that the contexts ask of one another: what a desk that holds all of them runs. */
export const processes: readonly Process[] = [
  decidedSteps,
  escalation,
  dependentPosts,
  orphanedCases,
  roundsOfGrids,
  sharedReplies,
  unitCheckIns,
  matchedNeeds,
];
