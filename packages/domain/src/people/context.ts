import type { Context } from '../kernel/decider.ts';
import type { Recorded } from '../kernel/envelope.ts';
import { streamKey } from '../kernel/ids.ts';
import type { PersonalField, Purpose } from '../kernel/personal.ts';
import { personCommandSpecs, type PersonCommand } from './commands.ts';
import { decidePerson } from './decide.ts';
import { personFacts } from './facts.ts';
import { evolvePerson, personEventSchemas, type PersonEvent, type PersonState } from './person.ts';
import { peopleViews } from './views.ts';

/** What stands on a person's stream is that person's, whoever wrote it down. */
const theirs = (purpose: Purpose): readonly PersonalField[] => [
  { purpose, person: ({ stream }: Recorded) => streamKey(stream) },
];

/** People: an identity each; everything personal lies in the contents store. */
export const peopleContext: Context<PersonState, PersonCommand, PersonEvent> = {
  name: 'people',
  streams: ['person'],
  lasting: ['person'],
  commands: personCommandSpecs,
  events: {
    PersonRegistered: {
      v: 1,
      schema: personEventSchemas.PersonRegistered,
      personal: { name: theirs('identity'), phone: theirs('contact') },
    },
    ConsentGiven: { v: 1, schema: personEventSchemas.ConsentGiven },
    ConsentWithdrawn: { v: 1, schema: personEventSchemas.ConsentWithdrawn },
    PersonErased: { v: 1, schema: personEventSchemas.PersonErased },
  },
  decide: decidePerson,
  evolve: evolvePerson,
  views: peopleViews,
  facts: personFacts,
  sees: 'see:people',
  about: ({ id }) => ({ owner: id }),
};
