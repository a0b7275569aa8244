import type { GovernanceModel } from './model.ts';

/** Kinds that may have the given one somewhere below them. */
export function kindsAbove({ kinds }: Pick<GovernanceModel, 'kinds'>, kind: string): ReadonlySet<string> {
  const above = new Set<string>();
  const open = [kind];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const parent of kinds.find(({ id }) => id === next)?.parents ?? []) {
      if (!above.has(parent)) open.push(parent);
      above.add(parent);
    }
  }
  return above;
}
