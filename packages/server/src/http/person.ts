import { personId } from '@keting/domain';
import * as z from 'zod/mini';
import { json } from './answers.ts';
import type { Handler } from './asked.ts';
import { WireProblem } from './wire-problem.ts';

/** Everything that is kept about a person, for whoever may see it; to all others there is nothing. Files are fetched each by itself. */
export const person: Handler = async ({ desk, param }) => {
  const id = z.safeParse(personId, param('person'));
  const found = id.success ? await desk.exportPerson(id.data) : undefined;
  if (found === undefined || 'code' in found) throw new WireProblem('not-found');
  const files = found.files.map(({ file, ...kept }) => ({ ...kept, type: file.type }));
  return json({ ...found, files });
};
