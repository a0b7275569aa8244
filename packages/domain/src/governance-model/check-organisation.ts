import { duplicates, each, fault, unknown, type Faults } from './fault.ts';
import type { GovernanceModel } from './model.ts';

/** Where organisations without a superior go: to kinds under which theirs may stand. */
function assignmentFaults({ coverage, kinds }: GovernanceModel): Faults {
  const kind = unknown(kinds);
  return each(coverage?.assignment, ['coverage', 'assignment'], (rule, path) => [
    ...each(rule.kinds, [...path, 'kinds'], (id, at) => {
      const parents = kinds.find((one) => one.id === id)?.parents;
      const fits = parents === undefined || rule.to.every((to) => parents.includes(to));
      return fits ? kind(id, at) : [fault(at, 'never-applies', id)];
    }),
    ...each(rule.to, [...path, 'to'], kind),
  ]);
}

/** A pair can be asked only of kinds that have one in the model. */
function targetFaults({ coverage, kinds }: GovernanceModel): Faults {
  const kind = unknown(kinds);
  const pairs = (id: string): boolean =>
    kinds.some((one) => (one.id === id && one.pairsWith !== undefined) || one.pairsWith === id);
  return each(coverage?.targets, ['coverage', 'targets'], ({ kinds: of, has }, path) => [
    ...each(of, [...path, 'kinds'], (id, at) => {
      const missing = kind(id, at);
      return missing.length === 0 && has === 'pair' && !pairs(id) ? [fault(at, 'never-applies', id)] : missing;
    }),
    ...(typeof has === 'object' && 'over' in has ? kind(has.over, [...path, 'has', 'over']) : []),
    ...(typeof has === 'object' && 'own' in has ? kind(has.own, [...path, 'has', 'own']) : []),
  ]);
}

/** Nothing stands under a body that ends by itself, or it would be an orphan on that day. */
const temporaryFaults = ({ kinds }: GovernanceModel): Faults =>
  each(kinds, ['kinds'], ({ parents }, path) =>
    each(parents, [...path, 'parents'], (id, at) =>
      kinds.some((one) => one.id === id && one.temporary === true) ? [fault(at, 'never-applies', id)] : [],
    ),
  );

/** What a person declares is for that person's eyes, and nobody declares for another, in every place. */
const declarationFaults = ({ permissions }: GovernanceModel): Faults =>
  each(permissions, ['permissions'], ({ do: names, where }, at) =>
    each(names, [...at, 'do'], (name, path) =>
      ['see:declarations', 'DeclareMembership'].includes(name) && where !== 'own'
        ? [fault(path, 'reaches-too-far', name)]
        : [],
    ),
  );

/** Who may do what, where the place lies and which variants it has are the same for the whole place: a variant has no say in them. */
const ofThePlace = ['territory', 'variants', 'permissions'] as const;

const variantFaults = ({ variants }: GovernanceModel): Faults =>
  each(variants, ['variants'], ({ changes }, path) =>
    ofThePlace
      .filter((name) => name in changes)
      .map((name) => fault([...path, 'changes', name], 'not-in-a-variant', name)),
  );

/** Coverage, cross-posting, bodies for a time and variants: kinds that are there, and rules that can apply. */
export function organisationFaults(model: GovernanceModel): Faults {
  const { coverage, crossPosting, variants, kinds } = model;
  return [
    ...duplicates(coverage?.targets ?? [], ['coverage', 'targets']),
    ...duplicates(coverage?.assignment ?? [], ['coverage', 'assignment']),
    ...targetFaults(model),
    ...assignmentFaults(model),
    ...temporaryFaults(model),
    ...declarationFaults(model),
    ...duplicates(crossPosting?.sides ?? [], ['crossPosting', 'sides']),
    ...each(crossPosting?.sides, ['crossPosting', 'sides'], (side, path) =>
      each(side.kinds, [...path, 'kinds'], unknown(kinds)),
    ),
    ...duplicates(variants ?? [], ['variants']),
    ...variantFaults(model),
  ];
}
