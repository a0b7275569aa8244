import type { CaseRow } from '@keting/domain';
import { firstWords } from '../case-parts/case-words.ts';
import type { Light } from '../case-parts/time-left.ts';

/** A case in a worklist. Any row of a desk's `cases` view becomes one by `worklistCase`. */
export interface WorklistCase {
  readonly id: string;
  /** The number that a person reads. */
  readonly number?: string | undefined;
  /** Id of its class in the model. */
  readonly class: string;
  /** Id of its stage. */
  readonly stage: string;
  /** Id of its grade: with the stage it tells whether the deadline runs in working time or by the clock. */
  readonly grade?: string | undefined;
  /** Code of its grid. */
  readonly grid: string;
  /** What its grid is called, where the host knows. */
  readonly gridName?: string | undefined;
  /** The unit or person whose turn it is. */
  readonly turn?: string | undefined;
  readonly turnName?: string | undefined;
  /** The report's words; the list shows the first of them. */
  readonly words: string;
  /** Milliseconds since 1970, UTC. */
  readonly reportedAt: number;
  /** When the present stage is due, and from when on that is soon; unset without a deadline. */
  readonly due?: number | undefined;
  readonly warnAt?: number | undefined;
  /** What the record says of the deadline already. */
  readonly light?: Light | undefined;
}

const mostWords = 200;

/** A row of the `cases` view, with the texts that came with its page. */
export const worklistCase = (row: CaseRow, contents: Readonly<Record<string, string>>): WorklistCase => ({
  id: row.id,
  number: row.number,
  class: row.class,
  stage: row.stage,
  grade: row.grade,
  grid: row.grid,
  turn: row.turn,
  words: firstWords(contents[row.text.content] ?? '', mostWords),
  reportedAt: row.reportedAt,
  due: row.limit?.at,
  warnAt: row.limit?.warnAt,
  light: row.light,
});
