import { postsIn } from './check-units.ts';
import type { DutyRule } from './duty-rules.ts';
import { duplicates, each, fault, unknown, type Faults, type Path } from './fault.ts';
import type { GovernanceModel } from './model.ts';

/** Posts of grids where a duty lies with the grid, of those kinds where it lies with units, of any unit with a handler. */
function postFaults({ at, posts }: DutyRule, model: GovernanceModel, path: Path): Faults {
  if (at === 'grid') return each(posts, path, unknown(model.grids.posts));
  if (at === 'handler') return each(posts, path, unknown(model.posts));
  return postsIn(model)(at.kinds, posts, path);
}

/** A stage in which nobody answers for some class is a gap in the list: no line without classes covers it in any case. */
function gapFaults({ duties, cases }: GovernanceModel): Faults {
  const general = (duties ?? []).filter(({ classes, at }) => classes.length === 0 && at !== 'handler');
  return cases.stages.flatMap(({ id }) =>
    general.some(({ stages }) => stages.length === 0 || stages.includes(id))
      ? []
      : [fault(['duties'], 'stage-unanswered', id)],
  );
}

/** The duty list: classes, kinds and posts that are there, and somebody who answers in every stage. */
export function dutyFaults(model: GovernanceModel): Faults {
  if (model.duties === undefined) return [];
  return [
    ...duplicates(model.duties, ['duties']),
    ...each(model.duties, ['duties'], (rule, path) => [
      ...each(rule.classes, [...path, 'classes'], unknown(model.cases.classes)),
      ...(typeof rule.at === 'object' ? each(rule.at.kinds, [...path, 'at', 'kinds'], unknown(model.kinds)) : []),
      ...postFaults(rule, model, [...path, 'posts']),
    ]),
    ...gapFaults(model),
  ];
}
