import {
  caseCounts,
  digest,
  digestRecords,
  grids,
  gridStaff,
  monthOf,
  occasionCounts,
  patrolCounts,
  understaffed,
  weekOf,
  type DigestRecord,
} from '@keting/domain';
import { modelWord } from '../model-lists.ts';
import { fieldWord } from '../words.ts';
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
  'GRID-07': { title: reportTitles.digest, views: Object.values(views), make: weekAndMonth },
};
