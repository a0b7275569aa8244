import type { FaultCode } from '../kernel/faults.ts';

/** What is wrong with a model: where (a path into the data), a stable code, and what the code needs to be told. */
export interface ModelFault {
  readonly path: Path;
  readonly code: ModelFaultCode;
  /** The name or value at fault; empty where it is missing, or has no short form. */
  readonly at: string;
  /** What may stand there: the choices of a `not-a-choice`, the type or types of a `wrong-type`, as `string` or `array`. */
  readonly expected?: readonly string[];
  /** The bound that was passed, of those codes that speak of one. */
  readonly limit?: number;
}

/** Codes of what one look at the data shows, and codes of what does not hold together. */
export type ModelFaultCode =
  | FaultCode
  | 'wrong-type'
  | 'too-few'
  | 'duplicate-id'
  | 'unknown-reference'
  | 'not-in-kind'
  | 'cycle'
  | 'no-root'
  | 'transition-impossible'
  | 'stage-unlabelled'
  | 'stage-unanswered'
  | 'empty-range'
  | 'share-above-one'
  | 'never-applies'
  | 'reaches-too-far'
  | 'not-in-a-variant';

/** The way to a place in the data: keys, and indexes of lists. */
export type Path = readonly (string | number)[];
export type Faults = readonly ModelFault[];

export interface Identified {
  readonly id: string;
}

export const fault = (path: Path, code: ModelFaultCode, at: string): ModelFault => ({ path, code, at });

/** What is wrong with each item of a list, told the item and the way to it. */
export const each = <T>(items: readonly T[] | undefined, path: Path, look: (item: T, path: Path) => Faults): Faults =>
  (items ?? []).flatMap((item, i) => look(item, [...path, i]));

/** Notes each id that an item before it has, or one of `others`. */
export function duplicates(items: readonly Identified[], path: Path, others: readonly Identified[] = []): Faults {
  const seen = new Set(others.map(({ id }) => id));
  return each(items, path, ({ id }, at) => {
    if (seen.has(id)) return [fault([...at, 'id'], 'duplicate-id', id)];
    seen.add(id);
    return [];
  });
}

/** Knows what may be referred to, and notes a reference to something that is not there. */
export const unknown = (known: readonly Identified[]) => {
  const ids = new Set(known.map(({ id }) => id));
  return (reference: string | undefined, path: Path): Faults =>
    reference === undefined || ids.has(reference) ? [] : [fault(path, 'unknown-reference', reference)];
};

/** Follows `next` from each item; an item that comes back to itself closes a circle. */
export function circles<T extends Identified>(
  items: readonly T[],
  path: Path,
  next: (item: T) => readonly string[],
): Faults {
  const after = new Map(items.map((item) => [item.id, next(item)]));
  const reaches = (from: string): boolean => {
    const seen = new Set<string>();
    const open = [...(after.get(from) ?? [])];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (id === from) return true;
      if (!seen.has(id)) open.push(...(after.get(id) ?? []));
      seen.add(id);
    }
    return false;
  };
  return each(items, path, ({ id }, at) => (reaches(id) ? [fault(at, 'cycle', id)] : []));
}
