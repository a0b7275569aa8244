import * as z from 'zod/mini';
import { commitmentSide } from '../../governance-model/cobuilding-rules.ts';
import { contentRef } from '../../kernel/contents.ts';
import type { Recorded } from '../../kernel/envelope.ts';
import { fileId, streamKey } from '../../kernel/ids.ts';
import { counter, table } from '../../kernel/views.ts';
import { commitmentEventSchemas, type CommitmentEvent } from './commitment.ts';

const on = Object.keys(commitmentEventSchemas);

/** A commitment in a list: who promised what to whom, by when, and what became of it. */
export const commitmentRow = z.object({
  id: z.string(),
  kind: z.string(),
  side: commitmentSide,
  /** The unit that promised. */
  unit: z.string(),
  to: z.string(),
  /** The post in the promising unit that answers for it. */
  post: z.string(),
  territory: z.string(),
  /** The year that it is due in. */
  year: z.number(),
  due: z.string(),
  stage: z.enum(['open', 'overdue', 'fulfilled', 'withdrawn']),
  text: contentRef,
  /** The day it was shown to be done. */
  fulfilledOn: z.optional(z.string()),
  /** Whether its date had gone by when it was done, or taken back. */
  late: z.optional(z.boolean()),
  evidence: z.optional(z.array(fileId)),
  note: z.optional(contentRef),
  reason: z.optional(contentRef),
  changedAt: z.number(),
});
export type CommitmentRow = z.infer<typeof commitmentRow>;

type Made = Extract<Recorded<CommitmentEvent>, { type: 'CommitmentMade' }>;

const firstRow = ({ stream, at, data: { cohort, to, post, due, text } }: Made): CommitmentRow => ({
  id: streamKey(stream),
  ...cohort,
  to,
  post,
  due,
  stage: 'open',
  text,
  changedAt: at,
});

type Withdrawn = Extract<Recorded<CommitmentEvent>, { type: 'CommitmentWithdrawn' }>;

/** Events from before `late` was said tell it by what the clock had said. */
const withdrawnLate = ({ data: { was, late } }: Withdrawn): boolean => late === true || was === 'overdue';

function changed(event: Exclude<Recorded<CommitmentEvent>, Made>): Partial<CommitmentRow> {
  switch (event.type) {
    case 'CommitmentLapsed':
      return { stage: 'overdue' };
    case 'CommitmentFulfilled': {
      const { on: fulfilledOn, late, evidence, note } = event.data;
      return { stage: 'fulfilled', fulfilledOn, late, evidence, note };
    }
    case 'CommitmentWithdrawn':
      return { stage: 'withdrawn', late: withdrawnLate(event), reason: event.data.reason };
  }
}

/** Commitments of both sides, by unit and year, by place, by what is due next. */
export const commitments = table<CommitmentRow, CommitmentEvent>({
  name: 'commitments',
  version: 2,
  row: commitmentRow,
  on,
  keys: (event) => [streamKey(event.stream)],
  project(row, event) {
    if (event.type === 'CommitmentMade') return firstRow(event);
    return row === undefined ? undefined : { ...row, ...changed(event), changedAt: event.at };
  },
  indexes: [['unit', 'year'], ['to'], ['territory', 'stage', 'due'], ['stage', 'kind'], ['id']],
  about: { territory: 'territory', unit: 'unit', handler: 'to' },
  contents: { text: 'see:commitments', note: 'see:commitments', reason: 'see:commitments' },
});

/** How many commitments of a kind a unit made for a year, and what became of them. */
export const commitmentCountRow = z.object({
  unit: z.string(),
  kind: z.string(),
  side: commitmentSide,
  territory: z.string(),
  year: z.number(),
  made: z.number(),
  fulfilled: z.number(),
  /** Of the fulfilled, those after their date. */
  late: z.number(),
  /** Past their date, neither fulfilled nor withdrawn. */
  overdue: z.number(),
  withdrawn: z.number(),
  /** Of the withdrawn, those after their date: they stay unkept. */
  withdrawnLate: z.number(),
});
export type CommitmentCountRow = z.infer<typeof commitmentCountRow>;

const none = { made: 0, fulfilled: 0, late: 0, overdue: 0, withdrawn: 0, withdrawnLate: 0 };

/** What is counted no longer as overdue, because it ended. */
const cleared = (was: 'open' | 'overdue'): number => (was === 'overdue' ? -1 : 0);

function added(event: Recorded<CommitmentEvent>): typeof none {
  switch (event.type) {
    case 'CommitmentMade':
      return { ...none, made: 1 };
    case 'CommitmentLapsed':
      return { ...none, overdue: 1 };
    case 'CommitmentFulfilled':
      return { ...none, fulfilled: 1, late: event.data.late ? 1 : 0, overdue: cleared(event.data.was) };
    case 'CommitmentWithdrawn':
      return {
        ...none,
        withdrawn: 1,
        withdrawnLate: withdrawnLate(event) ? 1 : 0,
        overdue: cleared(event.data.was),
      };
  }
}

/** The year's fulfilment of every unit, at its finest: roll it up with `sum`, read it with `fulfilmentOf`. */
export const commitmentCounts = counter<CommitmentCountRow, CommitmentEvent>({
  name: 'commitment-counts',
  version: 2,
  row: commitmentCountRow,
  on,
  deltas: (event) => {
    const { unit, kind, side, territory, year } = event.data.cohort;
    return [{ row: { unit, kind, side, territory, year }, add: added(event) }];
  },
  indexes: [
    ['unit', 'year'],
    ['territory', 'year'],
  ],
  about: { territory: 'territory', unit: 'unit' },
});

/** Read models of commitments. */
export const commitmentViews = [commitments, commitmentCounts] as const;
