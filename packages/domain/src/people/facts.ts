import type { FactReader } from '../kernel/facts.ts';
import { asOfNow, personStream, type PersonState } from './person.ts';

const readConsent: FactReader = async (source, person, purpose): Promise<boolean> => {
  const state = asOfNow(await source.load<PersonState>(personStream(String(person))));
  return state !== undefined && state.stage !== 'erased' && state.consents.includes(String(purpose));
};

const readErased: FactReader = async (source, person): Promise<boolean> =>
  asOfNow(await source.load<PersonState>(personStream(String(person))))?.stage === 'erased';

/** What other contexts may know of persons: whether they agree to something, and whether they were erased. */
export const personFacts = { hasConsent: readConsent, isErased: readErased } satisfies Readonly<
  Record<string, FactReader>
>;
