import type { Context } from '../../kernel/decider.ts';
import { fact, type FactReader } from '../../kernel/facts.ts';
import type { PersonId, UnitId } from '../../kernel/ids.ts';
import { declarationCommandSpecs, type DeclarationCommand } from './commands.ts';
import { decideDeclaration } from './decide.ts';
import {
  declarationEventSchemas,
  declarationStream,
  evolveDeclaration,
  type DeclarationEvent,
  type DeclarationState,
} from './declaration.ts';
import { memberShares, readDeclaredSums } from './questions.ts';
import { declaredMembers } from './views.ts';

/** Offices for which a person has declared something, without what it was. */
export const declaredOffices =
  fact<readonly { readonly unit: UnitId; readonly post: string }[]>()<[person: PersonId]>('declaredOffices');

const readOffices: FactReader = async (source, person) => {
  const state = await source.load<DeclarationState>(declarationStream(String(person)));
  return (state?.offices ?? []).map(({ unit, post }) => ({ unit, post }));
};

/** What office-holders declare of their own membership, kept with each of them, and counted for the place as a whole. */
export const declarationContext: Context<DeclarationState, DeclarationCommand, DeclarationEvent> = {
  name: 'declaration',
  streams: ['declaration'],
  commands: declarationCommandSpecs,
  events: {
    MembershipDeclared: { v: 1, schema: declarationEventSchemas.MembershipDeclared },
    DeclarationWithdrawn: { v: 1, schema: declarationEventSchemas.DeclarationWithdrawn },
  },
  decide: decideDeclaration,
  evolve: evolveDeclaration,
  views: [declaredMembers],
  questions: [memberShares],
  facts: { declaredOffices: readOffices, declaredSums: readDeclaredSums },
  sees: 'see:declarations',
  about: ({ person }) => ({ owner: person }),
  tellsWho: () => false,
};
