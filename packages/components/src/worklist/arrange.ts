import type { GovernanceModel } from '@keting/domain';
import { lightOf, type Light } from '../case-parts/time-left.ts';
import type { WorklistCase } from './worklist-case.ts';

/** What a worklist can be put in the order of. */
export const sortKeys = ['due', 'number', 'class', 'grid', 'stage', 'turn'] as const;
export type SortKey = (typeof sortKeys)[number];

export interface Sorting {
  readonly by: SortKey;
  readonly down: boolean;
}

/** What is left in; an empty word lets everything through. */
export interface Filter {
  readonly text: string;
  readonly stage: string;
  /** Id of a class, or of a group of classes. */
  readonly class: string;
  readonly light: '' | Light;
}

export const noFilter: Filter = { text: '', stage: '', class: '', light: '' };

/** Names as the list shows them, by which it is also found and put in order. */
export interface Names {
  classOf(one: WorklistCase): string;
  gridOf(one: WorklistCase): string;
  turnOf(one: WorklistCase): string;
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** A class with all classes below it. */
export function classAndBelow(model: GovernanceModel, id: string): ReadonlySet<string> {
  const found = new Set([id]);
  for (let before = 0; before < found.size;) {
    before = found.size;
    for (const one of model.cases.classes) if (one.parent !== undefined && found.has(one.parent)) found.add(one.id);
  }
  return found;
}

/** The cases that a filter lets through. */
export function filtered(
  cases: readonly WorklistCase[],
  filter: Filter,
  { model, names, now }: { readonly model: GovernanceModel; readonly names: Names; readonly now: number },
): readonly WorklistCase[] {
  const words = plain(filter.text)
    .split(/\s+/)
    .filter((word) => word !== '');
  const classes = filter.class === '' ? undefined : classAndBelow(model, filter.class);
  return cases.filter(
    (one) =>
      (filter.stage === '' || one.stage === filter.stage) &&
      (classes === undefined || classes.has(one.class)) &&
      (filter.light === '' || lightOf(one, now) === filter.light) &&
      (words.length === 0 || holds(one, words, names)),
  );
}

function holds(one: WorklistCase, words: readonly string[], names: Names): boolean {
  const text = plain(
    [one.number ?? '', one.words, names.classOf(one), names.gridOf(one), names.turnOf(one)].join('\n'),
  );
  return words.every((word) => text.includes(word));
}

/** Sorts after every deadline. */
const never = Number.MAX_SAFE_INTEGER;

/** Cases in an order; what is equal stays with the most urgent first. */
export function sorted(
  cases: readonly WorklistCase[],
  { by, down }: Sorting,
  { model, names }: { readonly model: GovernanceModel; readonly names: Names },
): readonly WorklistCase[] {
  const stages = new Map<string, number>(model.cases.stages.map(({ id }, at) => [id, at]));
  const keys: { readonly [Key in SortKey]: (one: WorklistCase) => number | string } = {
    due: ({ due }) => due ?? never,
    number: ({ reportedAt }) => reportedAt,
    class: (one) => names.classOf(one),
    grid: ({ grid }) => grid,
    stage: ({ stage }) => stages.get(stage) ?? stages.size,
    turn: (one) => names.turnOf(one),
  };
  const items = cases.map((one) => ({ one, key: keys[by](one), due: keys.due(one) }));
  items.sort((a, b) => {
    if (a.key !== b.key) return a.key < b.key === down ? 1 : -1;
    return a.due < b.due ? -1 : a.due > b.due ? 1 : 0;
  });
  return items.map(({ one }) => one);
}
