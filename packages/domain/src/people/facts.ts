import type { FactReader } from '../kernel/facts.ts';
import { asOfNow, personStream, type PersonState } from './person.ts';

const readConsent: FactReader = async (source, person, purpose): Promise<boolean> => {
  const state = asOfNow(await source.load<PersonState>(personStream(String(person))));
  return state !== undefined && state.stage !== 'erased' && state.consents.includes(String(purpose));
};

/** What other contexts may know of persons: whether they agree to something. */
export const personFacts = { hasConsent: readConsent } satisfies Readonly<Record<string, FactReader>>;
