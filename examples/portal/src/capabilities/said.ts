// What a model says of a capability, in every language.

import { words, type Allowance, type Language, type Term } from '@keting/domain';

export const everywhere = words('各地相同', '各地相同', 'the same everywhere');

interface Labelled {
  readonly label: Term;
}

/** A term that says in each language what is made for it. */
export const say = (make: (language: Language) => string): Term => words(make('zh-Hans'), make('zh-Hant'), make('en'));

const separators: Readonly<Record<Language, string>> = { 'zh-Hans': '；', 'zh-Hant': '；', en: '; ' };

/** The things of a list by their own names; undefined where there are none. */
export const named = (items: readonly Labelled[] | undefined): Term | undefined =>
  items === undefined || items.length === 0
    ? undefined
    : say((language) => items.map(({ label }) => label[language]).join(separators[language]));

/** How many things of a kind there are, `# 条规则`; undefined where there are none. In English `one` or `many` of them. */
export function counted(count: number, hans: string, hant: string, one: string, many = `${one}s`): Term | undefined {
  if (count === 0) return undefined;
  return words(
    hans.replace('#', String(count)),
    hant.replace('#', String(count)),
    `${count} ${count === 1 ? one : many}`,
  );
}

/** Parts one after another, those that say nothing left out. */
export function joined(...parts: readonly (Term | undefined)[]): Term {
  const said = parts.filter((part) => part !== undefined);
  return say((language) => said.map((part) => part[language]).join(separators[language]));
}

interface Share {
  readonly of: number;
  readonly in: number;
  readonly more: boolean;
}

/** A share of those entitled, as a fraction. */
export const share = ({ of, in: whole, more }: Share): Term => {
  const fraction = `${of}/${whole}`;
  return more
    ? words(`过 ${fraction}`, `過 ${fraction}`, `more than ${fraction}`)
    : words(fraction, fraction, fraction);
};

/** How long something may take. */
export function lasting(allowed: Allowance): Term {
  if ('hours' in allowed) return words(`${allowed.hours} 小时`, `${allowed.hours} 小時`, `${allowed.hours} hours`);
  if ('workingHours' in allowed) {
    const { workingHours } = allowed;
    return words(`${workingHours} 工作时`, `${workingHours} 工作時`, `${workingHours} working hours`);
  }
  const { workingDays } = allowed;
  return words(`${workingDays} 个工作日`, `${workingDays} 個工作日`, `${workingDays} working days`);
}

/** The labels of values that the model names by their ids, in the order of the ids. */
export const labelled = (
  ids: readonly string[],
  among: readonly (Labelled & { readonly id: string })[],
): Term | undefined => named(ids.flatMap((id) => among.find((one) => one.id === id) ?? []));
