import { duplicates, each, fault, unknown, type Faults, type Path } from './fault.ts';
import type { GovernanceModel } from './model.ts';
import type { PointRule } from './point-rules.ts';

/** What is credited each time must fit under its own cap for a day, and a day's under that for the year. */
function capFaults({ id, earns, perDay, perYear }: PointRule, path: Path): Faults {
  const marks = ['each' in earns ? earns.each : undefined, perDay, perYear].filter((mark) => mark !== undefined);
  const ordered = marks.every((mark, i) => i === 0 || mark >= (marks[i - 1] ?? 0));
  return ordered ? [] : [fault(path, 'empty-range', id)];
}

/** Rules of points: ids that are unique, caps that let what they cap happen, and shops in kinds of unit that are there. */
export function pointFaults({ points, kinds }: GovernanceModel): Faults {
  if (points === undefined) return [];
  return [
    ...duplicates(points.rules, ['points', 'rules']),
    ...each(points.rules, ['points', 'rules'], capFaults),
    ...each(points.redemption?.kinds, ['points', 'redemption', 'kinds'], unknown(kinds)),
    ...duplicates(points.honours, ['points', 'honours']),
  ];
}
