import type { GovernanceModel, Language } from '@keting/domain';

/** A class, or a group that other classes name as parent, as the model states them. */
export type ListedClass = Pick<GovernanceModel['cases']['classes'][number], 'id' | 'label' | 'parent' | 'standardRef'>;

/** One class that can be picked. */
export interface ClassOption {
  readonly id: string;
  readonly label: string;
  /** The groups it stands in, the highest first. */
  readonly group: string;
  /** What it is found by. */
  readonly words: string;
}

/** Options under one heading. */
export interface OptionGroup {
  readonly label: string;
  readonly options: readonly ClassOption[];
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** The groups above a class, the highest first. A circle of groups is left at its first return. */
function groupsAbove(classes: ReadonlyMap<string, ListedClass>, one: ListedClass): readonly ListedClass[] {
  const above: ListedClass[] = [];
  let at = one.parent === undefined ? undefined : classes.get(one.parent);
  while (at !== undefined && !above.includes(at)) {
    above.unshift(at);
    at = at.parent === undefined ? undefined : classes.get(at.parent);
  }
  return above;
}

/** The classes that a case can be of, in the model's order. They are found in every language, and by their catalogue number. */
export function optionsOf(classes: readonly ListedClass[], language: Language): readonly ClassOption[] {
  const byId = new Map(classes.map((one) => [one.id, one]));
  const groups = new Set(classes.map(({ parent }) => parent));
  return classes
    .filter(({ id }) => !groups.has(id))
    .map((one) => {
      const above = groupsAbove(byId, one);
      const labels = [...above, one].flatMap(({ label }) => Object.values(label));
      return {
        id: one.id,
        label: one.label[language],
        group: above.map(({ label }) => label[language]).join(' · '),
        words: plain([...labels, one.standardRef ?? '', one.id].join('\n')),
      };
    });
}

/** Options that hold every word of what was typed; all of them when nothing was. */
export function findOptions(options: readonly ClassOption[], typed: string): readonly ClassOption[] {
  const words = plain(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
  return options.filter((option) => words.every((word) => option.words.includes(word)));
}

/** Options under the headings of their groups, each heading where its first option stands. */
export function grouped(options: readonly ClassOption[]): readonly OptionGroup[] {
  const groups = new Map<string, ClassOption[]>();
  for (const option of options) {
    const group = groups.get(option.group);
    if (group) group.push(option);
    else groups.set(option.group, [option]);
  }
  return [...groups].map(([label, inside]) => ({ label, options: inside }));
}
