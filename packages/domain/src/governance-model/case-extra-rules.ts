import * as z from 'zod/mini';
import { modelKey } from '../kernel/ids.ts';
import { term } from '../kernel/term.ts';

const source = z.string().check(z.minLength(1));

/** What a case must meet to be put on file, apart from its class. It holds for these classes and groups; for all where none is named. */
export const filingCriterion = z.strictObject({ id: modelKey, label: term, classes: z.array(modelKey), source });

/** How near two reports of one class must be to be shown as one matter told twice. */
export const duplicateRule = z.strictObject({
  metres: z.int().check(z.minimum(1), z.maximum(5000)),
  hours: z.int().check(z.minimum(1), z.maximum(24 * 365)),
  source,
});

/** A published catalogue that classes are taken from, in one version. A standard that changes is another version, never an edit. */
export const classCatalogue = z.strictObject({
  id: modelKey,
  title: term,
  version: z.string().check(z.minLength(1)),
  /** The standard, as `GB/T 30428.2-2013`. */
  standardRef: z.string().check(z.minLength(1)),
  source,
});
