import { at, none, type Hierarchy } from './hierarchy.ts';
import type { OrgChartPerson, OrgChartUnit } from './unit.ts';

/** The words that a text asks for. */
export function wordsOf(text: string): readonly string[] {
  return text.trim().toLowerCase().split(/\s+/).filter(Boolean);
}

/** Units whose name, kind, or a person or post of theirs holds every word asked for, in reading order of `order`. */
export function findUnits(hierarchy: Hierarchy, order: Iterable<number>, text: string): number[] {
  const words = wordsOf(text);
  if (!words.length) return [];
  const found: number[] = [];
  for (const index of order) {
    const unit = hierarchy.units[index];
    if (unit && at(hierarchy.depth, index) !== none && words.every((word) => holds(unit, word))) found.push(index);
  }
  return found;
}

function holds(unit: OrgChartUnit, word: string): boolean {
  return (
    has(unit.name, word) || has(unit.kindLabel ?? '', word) || (unit.people ?? []).some((one) => serves(one, word))
  );
}

function serves({ name, post }: OrgChartPerson, word: string): boolean {
  return has(name, word) || has(post, word);
}

function has(text: string, word: string): boolean {
  return text.toLowerCase().includes(word);
}

/** Who in a unit is why it was found: who holds the words that its name does not; undefined where the name holds all. */
export function personFound({ name, people = [] }: OrgChartUnit, words: readonly string[]): OrgChartPerson | undefined {
  const asked = words.filter((word) => !has(name, word));
  return people.find((one) => asked.some((word) => serves(one, word)));
}

/** The match after (`step` 1) or before (-1) the present one, going round; the first for none yet. */
export function nextMatch(matches: readonly number[], present: number, step: 1 | -1): number {
  if (!matches.length) return none;
  const place = matches.indexOf(present);
  if (place === -1) return matches[step === 1 ? 0 : matches.length - 1] ?? none;
  return matches[(place + step + matches.length) % matches.length] ?? none;
}

/** Every unit in reading order, closed ones entered too; so that matches come in the order people see. */
export function readingOrder(hierarchy: Hierarchy): number[] {
  const { childStart, children, units } = hierarchy;
  const order: number[] = [];
  const stack: number[] = [];
  const push = (under: number): void => {
    for (let i = at(childStart, under + 1) - 1; i >= at(childStart, under); i--) stack.push(at(children, i));
  };
  push(units.length);
  for (let unit = stack.pop(); unit !== undefined; unit = stack.pop()) {
    order.push(unit);
    push(unit);
  }
  return order;
}
