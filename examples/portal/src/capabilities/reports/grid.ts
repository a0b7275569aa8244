import {
  caseCounts,
  digest,
  digestRecords,
  grids,
  gridHoldings,
  gridStaff,
  holdingsOf,
  monthOf,
  occasionCounts,
  outOfReach,
  patrolCounts,
  reachOfGrids,
  servicePoints,
  understaffed,
  weekOf,
  type DigestRecord,
  type ServicePointRules,
} from '@keting/domain';
import { modelWord } from '../model-lists.ts';
import { fieldWord, valueWord } from '../words.ts';
import { allRows, labelOf, namesOf, nearBy, today, type Asking, type Report, type ReportOf } from './report.ts';
import { cellTexts, columnTexts, reportTitles } from './reports.texts.ts';

async function missingStaff(asking: Asking): Promise<Report> {
  const { desk, language } = asking;
  const [rows, staff] = await Promise.all([
    allRows(desk, grids, nearBy('code', asking)),
    allRows(desk, gridStaff, nearBy('grid', asking)),
  ]);
  const found = understaffed(desk.model, rows, staff);
  const grid = await namesOf(
    asking,
    'grid',
    found.map(({ code }) => code),
  );
  const { post, has, needs } = columnTexts;
  return {
    columns: [columnTexts.grid, post, has, needs].map((term) => term[language]),
    rows: found.flatMap(({ code, missing }) =>
      missing.map((one) => [
        grid(code),
        labelOf(desk.model.grids.posts, one.post, language),
        String(one.has),
        String(one.needs),
      ]),
    ),
  };
}

async function held(asking: Asking): Promise<Report> {
  const { desk, language } = asking;
  const where = nearBy('grid', asking);
  const near = where === undefined ? {} : { where };
  const [holdings, cases] = await Promise.all([
    desk.sum(gridHoldings, { by: ['kind'], of: ['count'], ...near }),
    desk.sum(caseCounts, { by: ['class'], of: ['open'], ...near }),
  ]);
  const kinds = [...(desk.model.grids.objects ?? []), ...desk.model.cases.classes];
  const { element, kind, standard, count } = columnTexts;
  return {
    columns: [element, kind, standard, count].map((term) => term[language]),
    rows: holdingsOf(desk.model, { holdings, cases }).map((one) => [
      valueWord(gridHoldings.name, 'element', one.element, language),
      labelOf(kinds, one.kind, language),
      one.standardRef ?? '—',
      String(one.count),
    ]),
  };
}

/** Grids out of the reach of a kind of service point, kind by kind. */
const farOff = (rules: ServicePointRules, all: Parameters<typeof reachOfGrids>[2]) =>
  rules.kinds.flatMap(({ id, label }) =>
    outOfReach(rules, reachOfGrids(rules, id, all)).map((reach) => ({ label, ...reach })),
  );

async function beyondReach(asking: Asking): Promise<Report> {
  const { desk, language } = asking;
  const rules = desk.model.grids.servicePoints;
  const [drawn, points] = await Promise.all([
    allRows(desk, grids, nearBy('code', asking)),
    allRows(desk, servicePoints, nearBy('grid', asking)),
  ]);
  const found = rules === undefined ? [] : farOff(rules, { grids: drawn, points });
  const grid = await namesOf(
    asking,
    'grid',
    found.map(({ code }) => code),
  );
  const { point, grid: column, minutes } = columnTexts;
  return {
    columns: [point, column, minutes].map((term) => term[language]),
    rows: found.map(({ label, code, nearest }) => [
      label[language],
      grid(code),
      nearest === undefined ? '—' : String(Math.ceil(nearest.minutes)),
    ]),
  };
}

const views = { cases: caseCounts, patrols: patrolCounts, occasions: occasionCounts } as const;

function figureText({ part, of, figure }: DigestRecord, { desk, language }: Asking): string {
  const named =
    of === ''
      ? ''
      : ` · ${modelWord(desk.model, views[part].name, part === 'cases' ? 'class' : 'kind', of, language) ?? of}`;
  return `${cellTexts[part][language]}${named} · ${fieldWord(views[part].name, figure, language)}`;
}

async function weekAndMonth(asking: Asking): Promise<Report> {
  const { desk, standings, language } = asking;
  const territories = standings.flatMap((standing) => standing.territories);
  const day = today(desk);
  const read = async (period: ReturnType<typeof weekOf>) =>
    digestRecords(await digest((view, query) => desk.sum(view, query), desk.model, { territories, period }));
  const [week, month] = await Promise.all([read(weekOf(day)), read(monthOf(day))]);
  // A week may reach into the month before: what stands in either is told.
  const texts = [...new Set([...month, ...week].map((record) => figureText(record, asking)))];
  const valueIn = (records: readonly DigestRecord[], text: string): string =>
    String(records.find((record) => figureText(record, asking) === text)?.value ?? 0);
  return {
    columns: [columnTexts.figure, columnTexts.week, columnTexts.month].map((term) => term[language]),
    rows: territories.length === 0 ? [] : texts.map((text) => [text, valueIn(week, text), valueIn(month, text)]),
  };
}

export const gridReports: Readonly<Record<string, ReportOf>> = {
  'GRID-03': { title: reportTitles.understaffed, views: [grids, gridStaff], make: missingStaff },
  'GRID-05': { title: reportTitles.held, views: [gridHoldings, caseCounts], make: held },
  'GRID-07': { title: reportTitles.digest, views: Object.values(views), make: weekAndMonth },
  'GRID-08': { title: reportTitles.outOfReach, views: [grids, servicePoints], make: beyondReach },
};
