import type * as z from 'zod/mini';
import type { GovernanceModel } from '../governance-model/model.ts';
import type { Facts } from './facts.ts';
import type { StreamId } from './ids.ts';
import type { Instant } from './time.ts';
import type { About } from './views.ts';

/** What an answer may know beside what it is asked and the facts. */
export interface Occasion {
  readonly at: Instant;
  /** The model that the stream began under which is asked about; else that of the place. */
  readonly model: GovernanceModel;
}

/**
 * A read model whose rows are made when it is asked, from facts: for what no table can hold, as which grids lie at a place. Its
 * answer is what a decision would be told at that moment, row by row as far as the asker may see.
 */
export interface Question<Data = unknown, Row = unknown, Column extends string = string> {
  readonly name: string;
  /** What has to be said when it is asked. */
  readonly data: z.ZodMiniType<Data>;
  readonly row: z.ZodMiniType<Row>;
  /** Permissions that its rows are seen by, those of the views that tell the same: as `see:grids`. */
  readonly sees: readonly [string, ...string[]];
  /** By which of them a row is seen; by the first unless told. */
  seenBy?(row: Row): string;
  /** Which column of a row holds each part of what it is about, for access rules. */
  readonly about: About<Column>;
  /** The stream that it is asked about, where it is about one: who may not see that is told that there is none. */
  stream?(data: Data): StreamId;
  /** The rows, in the order in which they are told. Pure; empty where there is nothing to tell. */
  rows(data: Data, facts: Facts, occasion: Occasion): readonly Row[];
}

/** Names a question with its types. */
export const question = <Data, Row>(asked: Question<Data, Row, keyof Row & string>): Question<Data, Row> => asked;
