import type { Context } from '../kernel/decider.ts';
import { personCommandSpecs, type PersonCommand } from './commands.ts';
import { decidePerson } from './decide.ts';
import { evolvePerson, personEventSchemas, type PersonEvent, type PersonState } from './person.ts';
import { peopleViews } from './views.ts';

/** People: an identity each; everything personal lies in the contents store. */
export const peopleContext: Context<PersonState, PersonCommand, PersonEvent> = {
  name: 'people',
  streams: ['person'],
  commands: personCommandSpecs,
  events: { PersonRegistered: { v: 1, schema: personEventSchemas.PersonRegistered } },
  decide: decidePerson,
  evolve: evolvePerson,
  views: peopleViews,
  facts: {},
  sees: 'see:people',
  about: ({ id }) => ({ owner: id }),
};
