import {
  caseCounts,
  caseRates,
  caseSettled,
  rateColumns,
  settledShare,
  settlementLevels,
  type CaseRates,
  type Sum,
} from '@keting/domain';
import { modelWord } from '../model-lists.ts';
import type { Asking, Report, ReportOf } from './report.ts';
import { cellTexts, columnTexts, reportTitles } from './reports.texts.ts';

const percent = (share: number | undefined): string => (share === undefined ? '—' : `${(100 * share).toFixed(1)}%`);

const shown = [
  'responseRate',
  'closingRate',
  'resolutionRate',
  'satisfactionRate',
  'overdueRate',
] as const satisfies readonly (keyof CaseRates)[];

const ratesIn = (sum: Sum): readonly string[] => {
  const rates = caseRates(sum);
  return [String(sum['reported']), ...shown.map((name) => percent(rates[name]))];
};

/** Over all cases that the asker may count, and class by class. */
async function rates({ desk, language }: Asking): Promise<Report> {
  const [[all], classes] = await Promise.all([
    desk.sum(caseCounts, { by: [], of: rateColumns }),
    desk.sum(caseCounts, { by: ['class'], of: rateColumns }),
  ]);
  const named = (id: string): string => modelWord(desk.model, caseCounts.name, 'class', id, language) ?? id;
  return {
    columns: [columnTexts.caseClass, columnTexts.reported, ...shown.map((name) => columnTexts[name])].map(
      (term) => term[language],
    ),
    rows: [
      ...(all === undefined ? [] : [[cellTexts.every[language], ...ratesIn(all)]]),
      ...classes.map((sum) => [named(String(sum['class'])), ...ratesIn(sum)]),
    ],
  };
}

/** How many cases were settled at each level, and which share of all at it or below. */
async function settled({ desk, language }: Asking): Promise<Report> {
  const { model } = desk;
  const sums = await desk.sum(caseSettled, { by: ['level'], of: ['settled'] });
  const { level, settledThere, settledBelow } = columnTexts;
  return {
    columns: [level, settledThere, settledBelow].map((term) => term[language]),
    rows: settlementLevels(model).map((id) => [
      modelWord(model, caseSettled.name, 'level', id, language) ?? id,
      String(sums.find((sum) => sum['level'] === id)?.['settled'] ?? 0),
      percent(settledShare(sums, id, model)),
    ]),
  };
}

export const caseReports: Readonly<Record<string, ReportOf>> = {
  'CASE-08': { title: reportTitles.rates, views: [caseCounts], make: rates },
  'CASE-09': { title: reportTitles.settled, views: [caseSettled], make: settled },
};
