import { anonymous, person, personId, term, type Actor } from '@keting/domain';
import * as z from 'zod/mini';

/** Whom one can be in a place, as the server tells it. The names are invented, as all in the samples. */
const toldPersona = z.object({
  id: z.string(),
  name: z.string(),
  role: term,
  /** Where the person works or lives; empty for a guest. */
  place: z.string(),
  /** The unit that the person looks at first. */
  unit: z.string(),
  /** Where this person begins. */
  home: z.enum(['overview', 'report', 'work']),
  /** Nobody for a guest. */
  person: z.optional(personId),
});
export type ToldPersona = z.infer<typeof toldPersona>;

/** Someone that the visitor can be. */
export interface Persona extends Omit<ToldPersona, 'person'> {
  readonly actor: Actor;
}

const told = z.array(toldPersona).check(z.minLength(1));

/** Reads the list of whom one can be. Throws where it is none. */
export const readPersonas = (json: unknown): readonly Persona[] =>
  told.parse(json).map(({ person: who, ...rest }) => ({ ...rest, actor: who === undefined ? anonymous : person(who) }));
