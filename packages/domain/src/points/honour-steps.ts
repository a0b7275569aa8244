import { accept, unreachable } from '../kernel/decider.ts';
import { isErased, unitOf } from '../kernel/facts.ts';
import type { HonourCommand, PointData } from './commands.ts';
import { isAskedBy, todayOf, type Decided, type Desk } from './desk.ts';
import type { Honour } from './honour.ts';
import { refuse } from './refusals.ts';

/** Puts a person forward, by a unit or by themselves: who asks for it has agreed to it. */
function proposeHonour(state: Honour | undefined, data: PointData<'ProposeHonour'>, desk: Desk): Decided {
  if (state !== undefined) return refuse('honour-exists', { ids: [data.honour] });
  const { kind, person, unit, reason } = data;
  if (desk.facts(isErased(person))) return refuse('person-erased', { ids: [person] });
  if (!desk.rules.honours.some(({ id }) => id === kind)) return refuse('honour-kind-unknown', { ids: [kind] });
  const proposer = desk.facts(unitOf(unit));
  if (proposer === undefined) return refuse('proposer-unknown', { ids: [unit] });
  const consented = isAskedBy(person, desk);
  const territories = [...proposer.territories];
  return accept({ type: 'HonourProposed', data: { kind, person, unit, territories, reason, consented } });
}

type Step = Exclude<HonourCommand, { type: 'ProposeHonour' }>;

/** From which stages each step may be asked. */
const stepsFrom: Readonly<Record<Step['type'], readonly Honour['stage'][]>> = {
  ConsentToHonour: ['proposed'],
  WithdrawHonourConsent: ['proposed', 'candidate', 'granted'],
  GrantHonour: ['candidate'],
  WithdrawHonour: ['proposed', 'candidate'],
};

/** What only the person themselves can say. */
const theirOwn: ReadonlySet<Step['type']> = new Set(['ConsentToHonour', 'WithdrawHonourConsent']);

/** What an event says of the honour that it shows. */
const shown = ({ kind, person, unit, territories, reason }: Honour) => ({
  kind,
  person,
  unit,
  territories: [...territories],
  reason,
});

function honourStep(state: Honour, type: Step['type'], desk: Desk): Decided {
  switch (type) {
    case 'ConsentToHonour':
      return accept({ type: 'HonourConsentGiven', data: shown(state) });
    case 'WithdrawHonourConsent':
      return accept({ type: 'HonourWithdrawn', data: { by: 'person' } });
    case 'GrantHonour':
      return accept({ type: 'HonourGranted', data: { ...shown(state), on: todayOf(desk) } });
    case 'WithdrawHonour':
      return accept({ type: 'HonourWithdrawn', data: { by: 'unit' } });
    default:
      return unreachable(type);
  }
}

/** Decides what may happen to an honour. Once granted, only its holder's word ends it: it is never taken as a punishment. */
export function decideHonour(state: Honour | undefined, command: HonourCommand, desk: Desk): Decided {
  if (command.type === 'ProposeHonour') return proposeHonour(state, command.data, desk);
  const { type, data } = command;
  if (state === undefined) return refuse('honour-unknown', { ids: [data.honour] });
  if (theirOwn.has(type) && !isAskedBy(state.person, desk)) return refuse('consent-not-theirs', { ids: [state.id] });
  if (!stepsFrom[type].includes(state.stage)) return refuse('honour-wrong-step', { ids: [state.id] });
  return honourStep(state, type, desk);
}
