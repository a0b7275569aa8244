import { accept, type Decision } from '../kernel/decider.ts';
import { refuseBy, type RefusalCatalogue } from '../kernel/refusal.ts';
import type { PersonCommand } from './commands.ts';
import type { PersonEvent, PersonState } from './person.ts';

/** What may be refused about a person's record. */
export const personRefusals = { 'person-exists': 'ALL-02' } as const satisfies RefusalCatalogue;

const refuse = refuseBy(personRefusals);

/** Registers a person once. */
export function decidePerson(state: PersonState | undefined, { data }: PersonCommand): Decision<PersonEvent> {
  if (state !== undefined) return refuse('person-exists', { ids: [data.person] });
  return accept({
    type: 'PersonRegistered',
    data: {
      name: data.name,
      ...(data.phone === undefined ? {} : { phone: data.phone }),
      invented: data.invented === true,
    },
  });
}
