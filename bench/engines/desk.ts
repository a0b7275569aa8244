// Our desk with everything on: schema, access rules, facts, sealing of texts, decide, evolve, hash links, rows of views with their indexes,
// due dates, the store's transaction in memory.

import { memoryStore, viewsOf, type LocalDesk } from '@keting/runtime';
import { contexts, smallDesk } from '../../tests/runtime/desk/small-place.ts';
import type { Engine, Step } from './lives.ts';

export type Send = (step: Step) => Promise<void>;

/** A desk at a small place with an empty record, as whoever takes a step has it. */
export function openSmallDesk(): Send {
  const { as } = smallDesk({ store: memoryStore({ views: viewsOf(contexts) }) });
  const desks = new Map<string, LocalDesk>();
  return async ([who, command]) => {
    let desk = desks.get(who);
    if (desk === undefined) desks.set(who, (desk = as(who)));
    const receipt = await desk.send(command);
    if (!receipt.ok) throw new Error(`${command.type} was refused: ${receipt.refusal.code}`);
  };
}

export const throughDesk: Engine = async (lives) => {
  const send = openSmallDesk();
  const started = performance.now();
  for (const life of lives) for (const step of life) await send(step);
  return performance.now() - started;
};
