import type { CobuildingRules, MatchRule } from './cobuilding-rules.ts';
import { duplicates, each, unknown, type Faults, type Identified, type Path } from './fault.ts';
import type { GovernanceModel } from './model.ts';

type Look = (reference: string | undefined, path: Path) => Faults;
type Part<Name extends keyof CobuildingRules> = NonNullable<CobuildingRules[Name]>;

const commitmentFaults = ({ sides, kinds }: Part<'commitments'>, path: Path, kind: Look): Faults => [
  ...each(sides.unit, [...path, 'sides', 'unit'], kind),
  ...each(sides.street, [...path, 'sides', 'street'], kind),
  ...duplicates(kinds, [...path, 'kinds']),
];

/** What a matching rule may name of each form of offer. */
const offersOf = (rules: CobuildingRules): Readonly<Record<MatchRule['offer'], readonly Identified[]>> => ({
  commitment: rules.commitments?.kinds ?? [],
  resource: rules.resources?.kinds ?? [],
  project: rules.matching?.projects ?? [],
});

function matchingFaults(matching: Part<'matching'>, path: Path, all: CobuildingRules): Faults {
  const need = unknown(matching.needs);
  const offers = offersOf(all);
  return [
    ...duplicates(matching.needs, [...path, 'needs']),
    ...duplicates(matching.projects, [...path, 'projects']),
    ...duplicates(matching.rules, [...path, 'rules']),
    ...each(matching.rules, [...path, 'rules'], (rule, at) => [
      ...each(rule.needs, [...at, 'needs'], need),
      ...each(rule.kinds, [...at, 'kinds'], unknown(offers[rule.offer])),
    ]),
  ];
}

const budgetFaults = ({ sources, kinds }: Part<'budgets'>, path: Path, kind: Look): Faults => [
  ...duplicates(sources, [...path, 'sources']),
  ...duplicates(kinds, [...path, 'kinds']),
  ...each(kinds, [...path, 'kinds'], (one, at) => [
    ...each(one.units, [...at, 'units'], kind),
    ...duplicates(one.lines, [...at, 'lines']),
    ...each(one.grants, [...at, 'grants'], ({ from }, to) => unknown(sources)(from, [...to, 'from'])),
  ]),
];

function assessmentFaults(rules: Part<'assessment'>, path: Path, kind: Look, grid: Look): Faults {
  const card = unknown(rules.cards);
  return [
    ...each(rules.street, [...path, 'street'], kind),
    ...duplicates(rules.criteria, [...path, 'criteria']),
    ...duplicates(rules.cards, [...path, 'cards']),
    ...each(rules.cards, [...path, 'cards'], (one, at) => [
      ...each(one.units, [...at, 'units'], kind),
      ...each(one.grids, [...at, 'grids'], grid),
    ]),
    ...(['grades', 'honours'] as const).flatMap((name) => [
      ...duplicates(rules[name], [...path, name]),
      ...each<{ readonly cards: readonly string[] }>(rules[name], [...path, name], ({ cards }, at) =>
        each(cards, [...at, 'cards'], card),
      ),
    ]),
  ];
}

/** Building together: whatever a part refers to must be there, in this section or in the model. */
export function cobuildingFaults({ cobuilding, kinds, grids }: GovernanceModel): Faults {
  if (cobuilding === undefined) return [];
  const path = (part: keyof CobuildingRules): Path => ['cobuilding', part];
  const kind = unknown(kinds);
  const { commitments, matching, resources, budgets, assessment } = cobuilding;
  return [
    ...(commitments ? commitmentFaults(commitments, path('commitments'), kind) : []),
    ...(matching ? matchingFaults(matching, path('matching'), cobuilding) : []),
    ...duplicates(resources?.kinds ?? [], [...path('resources'), 'kinds']),
    ...(budgets ? budgetFaults(budgets, path('budgets'), kind) : []),
    ...(assessment ? assessmentFaults(assessment, path('assessment'), kind, unknown(grids.kinds)) : []),
  ];
}
