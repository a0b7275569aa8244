import { accept, unreachable, type Decision, type Setting } from '../../kernel/decider.ts';
import { holdersOf, unitOf, type Facts } from '../../kernel/facts.ts';
import { refuseBy, type RefusalCatalogue } from '../../kernel/refusal.ts';
import { civilDateOf } from '../../kernel/time.ts';
import type { DeclarationCommand } from './commands.ts';
import { declaredFor, type DeclarationEvent, type DeclarationState } from './declaration.ts';

/** What a declaration may be refused for, and the capability that says so. */
export const declarationRefusals = {
  'declaration-for-another': 'ORG-05',
  'declaration-not-asked': 'ORG-05',
  'declaration-not-held': 'ORG-05',
  'declaration-same': 'ORG-05',
  'declaration-missing': 'ORG-05',
} as const satisfies RefusalCatalogue;

const refuse = refuseBy(declarationRefusals);
type Decided = Decision<DeclarationEvent>;
type Declare = Extract<DeclarationCommand, { type: 'DeclareMembership' }>['data'];

/** Asked of the holders of posts in the bodies that post their people across, and of nobody else. */
function declare(state: DeclarationState | undefined, data: Declare, facts: Facts, setting: Setting): Decided {
  const { person, unit, post, member } = data;
  const { actor, model, at } = setting;
  if (actor.kind !== 'person' || actor.person !== person) return refuse('declaration-for-another', { ids: [person] });
  const kind = facts(unitOf(unit))?.kind ?? '';
  if (!(model.crossPosting?.sides ?? []).some(({ kinds }) => kinds.includes(kind))) {
    return refuse('declaration-not-asked', { ids: [unit] });
  }
  const holders = facts(holdersOf(unit, post, civilDateOf(at, model.workingTime)));
  if (!holders.includes(person)) return refuse('declaration-not-held', { ids: [unit], params: { post } });
  const was = declaredFor(state, data)?.member;
  if (was === member) return refuse('declaration-same', { ids: [unit] });
  const head = model.posts.find(({ id }) => id === post)?.head === true;
  return accept({
    type: 'MembershipDeclared',
    data: { unit, post, kind, head, member, ...(was === undefined ? {} : { was }), place: model.territory },
  });
}

/** Decides what may happen to what a person declares. */
export function decideDeclaration(
  state: DeclarationState | undefined,
  command: DeclarationCommand,
  facts: Facts,
  setting: Setting,
): Decided {
  switch (command.type) {
    case 'DeclareMembership':
      return declare(state, command.data, facts, setting);
    case 'WithdrawDeclaration': {
      const declared = declaredFor(state, command.data);
      return declared === undefined
        ? refuse('declaration-missing', { ids: [command.data.unit] })
        : accept({ type: 'DeclarationWithdrawn', data: declared });
    }
    default:
      return unreachable(command);
  }
}
