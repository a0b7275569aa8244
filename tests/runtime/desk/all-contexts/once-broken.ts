import type { History } from './histories.ts';
import { order, type Asked } from './steps.ts';
import { report } from './ways-of-cases.ts';

const step = (type: string, rest: Asked['data'] = {}): Asked => order(type, { case: 'c1', ...rest });
const dispatched = [report('c1'), step('AcceptCase'), step('DispatchCase', { handler: 'committee' })];
const reason = 'for a reason';

/** Histories that a law was once broken by, each with what was wrong. */
export const onceBroken: readonly History[] = [
  // A list showed it to the unit that had handled it, which could not open it.
  { steps: [...dispatched, step('EscalateCase', { reason })], erased: 'li' },
  { steps: [...dispatched, step('VoidCase', { reason })], erased: 'li' },
  // A case that is put aside was hidden from the unit that handles it.
  { steps: [...dispatched, step('SuspendCase', { reason })], erased: 'li' },
  // A grid that is no code threw where it is to be refused.
  { steps: [order('AskHelp', { help: 'h1', skill: 'mediation', grid: 'unheard-of', need: 'a wall' })], erased: 'li' },
];
