import * as z from 'zod/mini';
import { fact, type CaseFact, type FactReader } from '../kernel/facts.ts';
import { unitId } from '../kernel/ids.ts';
import { caseStream, currentHandler, hasEnded, ownerOf, type CaseState } from './case.ts';
import { caseRow } from './views.ts';

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

export const caseFacts = { caseOf: readCase, casesWith: readCasesWith, casesInto: readCasesInto } satisfies Readonly<
  Record<string, FactReader>
>;
