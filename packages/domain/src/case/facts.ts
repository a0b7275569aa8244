import * as z from 'zod/mini';
import { fact, type CaseFact, type FactReader } from '../kernel/facts.ts';
import { unitId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import { caseStream, currentHandler, hasEnded, ownerOf, type CaseState } from './case.ts';
import { caseRow, type CaseRow } from './views.ts';

/** Cases that wait for a unit, and those that it handles. */
export const casesWith = fact<readonly string[]>()<[unit: string]>('casesWith');

/** Cases that were merged into another. */
export const casesInto = fact<readonly string[]>()<[into: string]>('casesInto');

const readCase: FactReader = async (source, id): Promise<CaseFact | undefined> => {
  const state = await source.load<CaseState>(caseStream(String(id)));
  if (state === undefined) return undefined;
  const handler = currentHandler(state);
  const { stage, cohort, reporter } = state;
  const of = { stage, cohort, reporter: ownerOf(reporter) };
  return handler === undefined ? of : { ...of, handler: unitId.parse(handler) };
};

const readCasesWith: FactReader = async (source, unit): Promise<readonly string[]> => {
  const waiting = z.array(caseRow).parse(await source.find('cases', { turn: String(unit) }));
  const handled = z.array(caseRow).parse(await source.find('cases', { handler: String(unit) }));
  const open = handled.filter(({ stage }) => !hasEnded(stage));
  return [...new Set([...waiting, ...open].map(({ id }) => id))];
};

const readCasesInto: FactReader = async (source, into): Promise<readonly string[]> =>
  z
    .array(caseRow)
    .parse(await source.find('cases', { into: String(into) }))
    .map(({ id }) => id);

/** A case as lists show it, or undefined. */
export const caseRowOf = fact<CaseRow | undefined>()<[id: string]>('caseRowOf');

const readCaseRow: FactReader = async (source, id): Promise<CaseRow | undefined> => {
  const [row] = z.array(caseRow).parse(await source.find('cases', { id: String(id) }));
  return row;
};

/** Cases of a class that were reported from one moment until before another and have not ended. */
export const openCasesOf = fact<readonly CaseRow[]>()<[of: string, from: Instant, to: Instant]>('openCasesOf');

const readOpenCases: FactReader = async (source, of, from, to): Promise<readonly CaseRow[]> => {
  const where = { class: String(of), reportedAt: { from: Number(from), to: Number(to) } };
  const rows = z.array(caseRow).parse(await source.find('cases', where));
  return rows.filter(({ stage }) => !hasEnded(stage));
};

export const caseFacts = {
  caseOf: readCase,
  casesWith: readCasesWith,
  casesInto: readCasesInto,
  caseRowOf: readCaseRow,
  openCasesOf: readOpenCases,
} satisfies Readonly<Record<string, FactReader>>;
