import * as z from 'zod/mini';
import type { FactReader } from '../../kernel/facts.ts';
import { needRow } from './views.ts';

/** The need checks again what it waits for, so a row that is behind does no harm. */
const readMatched: FactReader = async (source, form, id): Promise<readonly string[]> =>
  z
    .array(needRow)
    .parse(await source.find('needs', { form: String(form), offer: String(id) }))
    .filter(({ stage }) => stage === 'matched')
    .map((row) => row.id)
    .sort();

export const needFacts = { needsMatchedWith: readMatched } satisfies Readonly<Record<string, FactReader>>;
