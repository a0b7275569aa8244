import { bodyFaults, votingFaults } from './check-procedures.ts';
import { duplicates, each, type Faults } from './fault.ts';
import type { GovernanceModel } from './model.ts';

/** Bodies that meet: who sits in them, what decides, what they go through. */
export function assemblyFaults(model: GovernanceModel): Faults {
  const body = bodyFaults(model);
  return [
    ...duplicates(model.assemblies ?? [], ['assemblies']),
    ...each(model.assemblies, ['assemblies'], (one, at) => [
      ...body(one.members, [...at, 'members']),
      ...body(one.observers, [...at, 'observers']),
      ...votingFaults(one.voting, [...at, 'voting'], one.id),
      ...duplicates(one.order ?? [], [...at, 'order']),
    ]),
  ];
}
