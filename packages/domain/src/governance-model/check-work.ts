import { postsIn } from './check-units.ts';
import { duplicates, each, fault, unknown, type Faults, type Path } from './fault.ts';
import type { GovernanceModel } from './model.ts';

/** Lists of a community: classes that are there, and items that are named once. */
function admissionFaults({ admission, kinds }: GovernanceModel): Faults {
  if (admission === undefined) return [];
  return [
    ...each(admission.kinds, ['admission', 'kinds'], unknown(kinds)),
    ...duplicates(admission.classes, ['admission', 'classes']),
    ...duplicates(admission.items, ['admission', 'items']),
    ...each(admission.items, ['admission', 'items'], (item, path) =>
      unknown(admission.classes)(item.class, [...path, 'class']),
    ),
  ];
}

/** A ladder without a gap: each post begins no higher than one grade above the last, and ends above it. */
function establishmentFaults({ establishment, kinds }: GovernanceModel): Faults {
  if (establishment === undefined) return [];
  const { ladder } = establishment;
  const climbs = (i: number): boolean => {
    const [before, rung] = [ladder[i - 1], ladder[i]];
    if (rung === undefined || rung.from > rung.to) return false;
    return before === undefined
      ? rung.from === 1
      : rung.from > before.from && rung.from <= before.to + 1 && rung.to > before.to;
  };
  return [
    ...each(establishment.kinds, ['establishment', 'kinds'], unknown(kinds)),
    ...duplicates(ladder, ['establishment', 'ladder']),
    ...ladder.flatMap(({ id }, i) => (climbs(i) ? [] : [fault(['establishment', 'ladder', i], 'empty-range', id)])),
  ];
}

function linkageFaults({ linkage, kinds }: GovernanceModel): Faults {
  return [
    ...duplicates(linkage?.sides ?? [], ['linkage', 'sides']),
    ...each(linkage?.sides, ['linkage', 'sides'], (side, path) => each(side.kinds, [...path, 'kinds'], unknown(kinds))),
  ];
}

type Trained = NonNullable<GovernanceModel['training']>['rotation'][number]['posts'][number];

function trainingFaults(model: GovernanceModel): Faults {
  const { training, kinds, posts } = model;
  const look = ({ post, kinds: of }: Trained, path: Path): Faults => [
    ...each(of, [...path, 'kinds'], unknown(kinds)),
    ...(of === undefined ? unknown(posts)(post, [...path, 'post']) : postsIn(model)(of, [post], [...path, 'post'])),
  ];
  return [
    ...duplicates(training?.courses ?? [], ['training', 'courses']),
    ...duplicates(training?.rotation ?? [], ['training', 'rotation']),
    ...(['courses', 'rotation'] as const).flatMap((list) =>
      each<{ readonly posts: readonly Trained[] }>(training?.[list], ['training', list], (rule, path) =>
        each(rule.posts, [...path, 'posts'], look),
      ),
    ),
  ];
}

function rotaFaults(model: GovernanceModel): Faults {
  return [
    ...duplicates(model.rota ?? [], ['rota']),
    ...each(model.rota, ['rota'], (rule, path) => [
      ...each(rule.kinds, [...path, 'kinds'], unknown(model.kinds)),
      ...postsIn(model)(rule.kinds, rule.turns ?? [], [...path, 'turns']),
    ]),
  ];
}

/** Admission, establishment, linkage, training and rota: names that are there, a ladder without a gap. */
export const workFaults = (model: GovernanceModel): Faults =>
  [admissionFaults, establishmentFaults, linkageFaults, trainingFaults, rotaFaults].flatMap((check) => check(model));
