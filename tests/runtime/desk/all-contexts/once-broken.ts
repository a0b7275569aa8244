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
];
