import * as z from 'zod/mini';
import { modelKey } from '../kernel/ids.ts';
import { term } from '../kernel/term.ts';

/** A purpose that a place uses personal data for only with the person's consent. */
const consentPurpose = z.strictObject({
  id: modelKey,
  label: term,
  /** What is used, for what, and who sees it: what the person is told before they agree. */
  why: term,
  source: z.string().check(z.minLength(1)),
});

/** What a place asks consents for. A place without it asks for none. */
export const consentRules = z.strictObject({ purposes: z.array(consentPurpose).check(z.minLength(1)) });
