import { charges, missingReports, patronReports } from '@keting/domain';
import { referenceOf } from '../references.ts';
import { allRows, labelOf, namesOf, nearBy, today, type Asking, type Report, type ReportOf } from './report.ts';
import { columnTexts, reportTitles } from './reports.texts.ts';

/** So many months back are looked at; the running month may still be reported in time. */
const monthsBack = 6;

/** The months before that of a day, the last first, as `YYYY-MM`. */
const monthsBefore = (on: string): readonly string[] => {
  const [year = 0, month = 1] = on.split('-').map(Number);
  return Array.from({ length: monthsBack }, (_, i) =>
    new Date(Date.UTC(year, month - 2 - i, 1)).toISOString().slice(0, 7),
  );
};

async function missing(asking: Asking): Promise<Report> {
  const { desk, language, names } = asking;
  const [stood, told] = await Promise.all([
    allRows(desk, charges, nearBy('compound', asking)),
    allRows(desk, patronReports, nearBy('compound', asking)),
  ]);
  const found = monthsBefore(today(desk)).flatMap((month) =>
    missingReports(stood, told, month).map((one) => ({ month, ...one })),
  );
  const [place, unit, person] = await Promise.all([
    placeNames(
      names,
      found.map((one) => one.compound),
    ),
    namesOf(
      asking,
      'unit',
      found.map((one) => one.unit),
    ),
    namesOf(
      asking,
      'person',
      found.map((one) => one.person),
    ),
  ]);
  return {
    columns: [columnTexts.reportMonth, columnTexts.place, columnTexts.side, columnTexts.unit, columnTexts.person].map(
      (term) => term[language],
    ),
    rows: found.map((one) => [
      one.month,
      place(one.compound),
      labelOf(desk.model.linkage?.sides, one.side, language),
      unit(one.unit),
      person(one.person),
    ]),
  };
}

/** A compound is called as the unit is that stands in it, or by its code. */
async function placeNames(names: Asking['names'], codes: readonly string[]): Promise<(code: string) => string> {
  const reference = referenceOf('charges', 'compound');
  if (reference === undefined) return (code) => code;
  await names.learn(reference, codes);
  return (code) => names.of(reference, code) ?? code;
}

export const linkageReports: Readonly<Record<string, ReportOf>> = {
  'ORG-12': { title: reportTitles.missingReports, views: [charges, patronReports], make: missing },
};
