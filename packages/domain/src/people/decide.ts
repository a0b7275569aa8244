import type { GovernanceModel } from '../governance-model/model.ts';
import { accept, unreachable, type Decision, type Setting } from '../kernel/decider.ts';
import { standingsOf, type Facts } from '../kernel/facts.ts';
import { refuseBy, type Refusal, type RefusalCatalogue } from '../kernel/refusal.ts';
import type { ConsentData, ErasePersonData, PersonCommand, RegisterPersonData } from './commands.ts';
import { asOfNow, type PersonEvent, type PersonState } from './person.ts';

/** What may be refused about a person's record. */
export const personRefusals = {
  'person-exists': 'ALL-02',
  'person-erased': 'ALL-02',
  'person-holds-posts': 'ALL-02',
  'consents-not-asked': 'ALL-02',
  'consent-purpose-unknown': 'ALL-02',
  'consent-not-ones-own': 'ALL-02',
  'consent-given': 'ALL-02',
  'consent-not-given': 'ALL-02',
} as const satisfies RefusalCatalogue;

const refuse = refuseBy(personRefusals);

type Decided = Decision<PersonEvent>;

const erased = ({ id }: PersonState): Refusal => refuse('person-erased', { ids: [id] });

/** Registers a person once. */
function registerPerson(state: PersonState | undefined, data: RegisterPersonData): Decided {
  if (state?.stage === 'erased') return erased(state);
  if (state?.stage === 'registered') return refuse('person-exists', { ids: [data.person] });
  return accept({
    type: 'PersonRegistered',
    data: {
      name: data.name,
      ...(data.phone === undefined ? {} : { phone: data.phone }),
      invented: data.invented === true,
    },
  });
}

/** Only the person agrees for themselves, whatever the rules of access let others do. */
function consentFault(
  state: PersonState | undefined,
  { person }: ConsentData,
  { actor }: Setting,
): Refusal | undefined {
  if (state?.stage === 'erased') return erased(state);
  const own = actor.kind === 'person' && actor.person === person;
  return own ? undefined : refuse('consent-not-ones-own', { ids: [person] });
}

function purposeFault({ purpose }: ConsentData, { consents }: GovernanceModel): Refusal | undefined {
  if (consents === undefined) return refuse('consents-not-asked');
  const known = consents.purposes.some(({ id }) => id === purpose);
  return known ? undefined : refuse('consent-purpose-unknown', { ids: [purpose] });
}

const agrees = (state: PersonState | undefined, purpose: string): boolean =>
  state !== undefined && state.stage !== 'erased' && state.consents.includes(purpose);

/** Agrees to a purpose that the model asks a consent for. */
function giveConsent(state: PersonState | undefined, data: ConsentData, setting: Setting): Decided {
  const refusal = consentFault(state, data, setting) ?? purposeFault(data, setting.model);
  if (refusal !== undefined) return refusal;
  if (agrees(state, data.purpose)) return refuse('consent-given', { ids: [data.purpose] });
  return accept({ type: 'ConsentGiven', data: { purpose: data.purpose } });
}

/** Takes a consent back, also one that the model has meanwhile ceased to ask for. */
function withdrawConsent(state: PersonState | undefined, data: ConsentData, setting: Setting): Decided {
  const refusal = consentFault(state, data, setting);
  if (refusal !== undefined) return refusal;
  if (!agrees(state, data.purpose)) return refuse('consent-not-given', { ids: [data.purpose] });
  return accept({ type: 'ConsentWithdrawn', data: { purpose: data.purpose } });
}

/**
 * Erases a person. Who holds a post is known by name as long as they hold it; what somebody left who was erased before is
 * erased once more.
 */
function erasePerson(
  state: PersonState | undefined,
  { person, ground }: ErasePersonData,
  facts: Facts,
  { at }: Setting,
): Decided {
  const held = facts(standingsOf(person, at));
  if (held.length > 0) return refuse('person-holds-posts', { ids: [...new Set(held.map(({ unit }) => unit))] });
  const ended = state === undefined || state.stage === 'erased' ? [] : [...state.consents];
  return accept({ type: 'PersonErased', data: { ground, ended } });
}

/** Decides what may happen to a person's record. */
export function decidePerson(
  kept: PersonState | undefined,
  command: PersonCommand,
  facts: Facts,
  setting: Setting,
): Decided {
  const state = asOfNow(kept);
  switch (command.type) {
    case 'RegisterPerson':
      return registerPerson(state, command.data);
    case 'GiveConsent':
      return giveConsent(state, command.data, setting);
    case 'WithdrawConsent':
      return withdrawConsent(state, command.data, setting);
    case 'ErasePerson':
      return erasePerson(state, command.data, facts, setting);
    default:
      return unreachable(command);
  }
}
