import { duplicates, each, fault, unknown, type Faults, type Identified } from './fault.ts';
import type { GovernanceModel, Permission } from './model.ts';

/**
 * What is shown to those alone whom it is about, in every place: who has not reported to the own unit, a person's service and
 * reports to that person, a wisher to whoever claimed the wish. No model opens these further.
 */
const closed: ReadonlyMap<string, Permission['where']> = new Map([
  ['see:missing-check-ins', 'unit'],
  ['see:check-in-coverage', 'unit'],
  ['see:service-records', 'own'],
  ['see:service-reports', 'own'],
  ['see:sent-reports', 'unit'],
  ['see:wishers', 'own'],
  ['see:own-wishes', 'own'],
]);

const closedFaults = ({ permissions }: GovernanceModel): Faults =>
  each(permissions, ['permissions'], ({ do: names, where }, at) =>
    each(names, [...at, 'do'], (name, path) =>
      closed.has(name) && closed.get(name) !== where ? [fault(path, 'reaches-too-far', name)] : [],
    ),
  );

interface Part {
  readonly units: readonly string[];
  readonly communities?: readonly string[];
  readonly kinds?: readonly Identified[];
  readonly teams?: readonly Identified[];
  readonly fields?: readonly Identified[];
}

/** Volunteering: kinds of units that are there, names that are unique, and nothing personal open to more than it must be. */
export function volunteeringFaults(model: GovernanceModel): Faults {
  const kind = unknown(model.kinds);
  const { checkIn, service, claimedPosts, wishes, floating } = model.volunteering ?? {};
  const parts: Readonly<Record<string, Part | undefined>> = { checkIn, service, claimedPosts, wishes, floating };
  return [
    ...Object.entries(parts).flatMap(([name, part]) => {
      if (part === undefined) return [];
      const path = ['volunteering', name];
      return [
        ...each(part.units, [...path, 'units'], kind),
        ...each(part.communities, [...path, 'communities'], kind),
        ...(['kinds', 'teams', 'fields'] as const).flatMap((list) => duplicates(part[list] ?? [], [...path, list])),
      ];
    }),
    ...closedFaults(model),
  ];
}
