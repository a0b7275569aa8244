import * as z from 'zod/mini';
import { contentRef } from '../../kernel/contents.ts';
import type { Recorded } from '../../kernel/envelope.ts';
import { streamKey } from '../../kernel/ids.ts';
import { table } from '../../kernel/views.ts';
import { inMonth, type LinkageEvent } from './linkage.ts';
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

type Charged = Exclude<LinkageEvent, { type: 'MonthReported' }>;

/** Who stands for each compound on each side: one query by compound, by unit or by person. */
export const patrons = table<PatronRow, Charged>({
  name: 'patrons',
  row: patronRow,
  on: ['ChargeTaken', 'ChargeLeft'],
  keys: ({ stream, data }) => [`${streamKey(stream)}/${data.side}`],
  project: (_row, { type, stream, data: { on, ...data } }) =>
    type === 'ChargeLeft' ? undefined : { compound: streamKey(stream), ...data, since: on },
  indexes: [['compound', 'side'], ['unit'], ['person']],
  about: { territory: 'compound', unit: 'unit', owner: 'person' },
});

/** When a person of a unit stood for a compound on one of its sides, and stands for it where the last time is open. */
export const chargeRow = z.object({
  compound: z.string(),
  side: z.string(),
  unit: z.string(),
  person: z.string(),
  periods: z.array(z.object({ from: z.string(), until: z.optional(z.string()) })),
});
export type ChargeRow = z.infer<typeof chargeRow>;

/** Who stood for each compound on each side, and when: what `patrons` no longer tells. */
export const charges = table<ChargeRow, Charged>({
  name: 'charges',
  row: chargeRow,
  on: ['ChargeTaken', 'ChargeLeft'],
  keys: ({ stream, data: { side, unit, person } }) => [`${streamKey(stream)}/${side}/${unit}/${person}`],
  project: (row, { type, stream, data: { on, ...data } }) => {
    const periods = row?.periods ?? [];
    return {
      compound: streamKey(stream),
      ...data,
      periods:
        type === 'ChargeTaken'
          ? [...periods, { from: on }]
          : periods.map((one) => (one.until === undefined ? { ...one, until: on } : one)),
    };
  },
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

/** A month that a side of a compound has not reported, and who stood for it, the last of that month. */
export interface MissingReport {
  readonly compound: string;
  readonly side: string;
  readonly unit: string;
  readonly person: string;
}

/** Sides of compounds that somebody stood for on a day of a month, `YYYY-MM`, and that have not reported it: rows of both views. */
export function missingReports(
  stood: readonly ChargeRow[],
  reports: readonly PatronReportRow[],
  month: string,
): readonly MissingReport[] {
  const told = new Set(reports.filter((one) => one.month === month).map(({ compound, side }) => `${compound}/${side}`));
  const last = new Map<string, MissingReport & { readonly from: string }>();
  for (const { periods, ...who } of stood) {
    const key = `${who.compound}/${who.side}`;
    const then = periods.filter((one) => inMonth(one, month));
    const from = then[then.length - 1]?.from;
    if (told.has(key) || from === undefined || from < (last.get(key)?.from ?? from)) continue;
    last.set(key, { ...who, from });
  }
  return [...last.values()].map(({ from: _, ...missing }) => missing);
}
