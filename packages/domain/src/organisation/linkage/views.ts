import * as z from 'zod/mini';
import { contentRef } from '../../kernel/contents.ts';
import type { Recorded } from '../../kernel/envelope.ts';
import { streamKey } from '../../kernel/ids.ts';
import { table } from '../../kernel/views.ts';
import type { LinkageEvent } from './linkage.ts';
import type { ProblemEvent } from './problem.ts';

/** Who stands for a compound on one of its sides. */
export const patronRow = z.object({
  compound: z.string(),
  side: z.string(),
  unit: z.string(),
  person: z.string(),
  since: z.string(),
});
export type PatronRow = z.infer<typeof patronRow>;

type Charge = Exclude<LinkageEvent, { type: 'MonthReported' }>;

/** Who stands for each compound on each side: one query by compound, by unit or by person. */
export const patrons = table<PatronRow, Charge>({
  name: 'patrons',
  row: patronRow,
  on: ['ChargeTaken', 'ChargeLeft'],
  keys: ({ stream, data }) => [`${streamKey(stream)}/${data.side}`],
  project: (_row, { type, stream, data: { on, ...data } }) =>
    type === 'ChargeLeft' ? undefined : { compound: streamKey(stream), ...data, since: on },
  indexes: [['compound', 'side'], ['unit'], ['person']],
  about: { territory: 'compound', unit: 'unit', owner: 'person' },
});

/** What a side of a compound reported of a month. */
export const patronReportRow = z.object({
  compound: z.string(),
  side: z.string(),
  month: z.string(),
  unit: z.string(),
  person: z.string(),
  text: contentRef,
  on: z.string(),
});
export type PatronReportRow = z.infer<typeof patronReportRow>;

type Reported = Extract<LinkageEvent, { type: 'MonthReported' }>;

/** Monthly reports, by compound and by month. */
export const patronReports = table<PatronReportRow, Reported>({
  name: 'patron-reports',
  row: patronReportRow,
  on: ['MonthReported'],
  keys: ({ stream, data }) => [`${streamKey(stream)}/${data.side}/${data.month}`],
  project: (_row, { stream, data }) => ({ compound: streamKey(stream), ...data }),
  indexes: [['compound', 'month'], ['month', 'compound'], ['unit'], ['person']],
  about: { territory: 'compound', unit: 'unit', owner: 'person' },
  contents: { text: 'see:linkage' },
});

/** A problem on the list of a compound: what was raised, by whom taken, until when, done. */
export const linkedProblemRow = z.object({
  id: z.string(),
  compound: z.string(),
  stage: z.enum(['raised', 'taken', 'done']),
  raisedBy: z.string(),
  raisedOn: z.string(),
  text: contentRef,
  side: z.optional(z.string()),
  unit: z.optional(z.string()),
  person: z.optional(z.string()),
  until: z.optional(z.string()),
  doneOn: z.optional(z.string()),
  result: z.optional(contentRef),
});
export type LinkedProblemRow = z.infer<typeof linkedProblemRow>;

function problemAfter(
  row: LinkedProblemRow | undefined,
  event: Recorded<ProblemEvent>,
  id: string,
): LinkedProblemRow | undefined {
  if (event.type === 'ProblemRaised') {
    const { compound, side, text, on } = event.data;
    return { id, compound, stage: 'raised', raisedBy: side, raisedOn: on, text };
  }
  if (row === undefined) return undefined;
  if (event.type === 'ProblemFinished') {
    return { ...row, stage: 'done', doneOn: event.data.on, result: event.data.result };
  }
  const { side, unit, person, until } = event.data;
  return { ...row, stage: 'taken', side, unit, person, until };
}

/** The one list of each compound (一单). */
export const linkedProblems = table<LinkedProblemRow, ProblemEvent>({
  name: 'linked-problems',
  row: linkedProblemRow,
  on: ['ProblemRaised', 'ProblemTaken', 'ProblemFinished'],
  keys: ({ stream }) => [streamKey(stream)],
  project: problemAfter,
  indexes: [['compound', 'stage'], ['unit', 'stage', 'until'], ['stage', 'compound'], ['id'], ['person']],
  about: { territory: 'compound', handler: 'unit' },
  contents: { text: 'see:linked-problems', result: 'see:linked-problems' },
  persons: ['person'],
});

/** Sides of compounds that somebody stood for before a month ended, and that have not reported it: rows of both views. */
export const missingReports = (
  standing: readonly PatronRow[],
  reports: readonly PatronReportRow[],
  month: string,
): readonly PatronRow[] => {
  const told = new Set(reports.filter((one) => one.month === month).map(({ compound, side }) => `${compound}/${side}`));
  return standing.filter(({ compound, side, since }) => since.slice(0, 7) <= month && !told.has(`${compound}/${side}`));
};
