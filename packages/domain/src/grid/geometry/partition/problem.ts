import type { Position } from '../../../kernel/place.ts';

/**
 * What keeps shapes from being a partition of the outline:
 * - `ring-invalid`: a ring is not closed, not on Earth, without area, crosses or repeats itself, or a hole lies outside;
 *   no grid is named when it is the outline's;
 * - `partition-gap`: ground of the outline that no grid holds; names the grids around it;
 * - `partition-overlap`: ground that several grids hold; names them;
 * - `outline-mismatch`: a grid that reaches beyond the outline.
 *
 * `grids` are codes in order; `near` is a position of WGS-84 degrees on the fault, absent when there is none on Earth.
 */
export interface PartitionProblem {
  readonly code: 'ring-invalid' | 'partition-gap' | 'partition-overlap' | 'outline-mismatch';
  readonly grids: readonly string[];
  readonly near?: Readonly<Position>;
}
