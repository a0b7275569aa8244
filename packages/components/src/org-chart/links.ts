import { at, none, type Hierarchy } from './hierarchy.ts';

/** A dotted line, by index: from a person's own unit, or a unit itself, to the body it also sits in. */
export interface DottedLink {
  readonly from: number;
  readonly to: number;
  /** The person who makes the link; undefined for one between units. */
  readonly person: string | undefined;
}

/** All dotted lines, each found from both of its ends. */
export type DottedLinks = ReadonlyMap<number, readonly DottedLink[]>;

/** Reads the dotted lines off part-time members and units; ends that are not in the list are left out. */
export function indexLinks(hierarchy: Hierarchy): DottedLinks {
  const links = new Map<number, DottedLink[]>();
  const add = (link: DottedLink): void => {
    if (link.from === link.to) return;
    for (const end of [link.from, link.to]) {
      const known = links.get(end);
      if (known) known.push(link);
      else links.set(end, [link]);
    }
  };
  const find = (id: string | undefined): number => (id === undefined ? none : (hierarchy.indexOf.get(id) ?? none));
  hierarchy.units.forEach((unit, index) => {
    if (at(hierarchy.depth, index) === none) return;
    for (const person of unit.people ?? []) {
      const from = find(person.from);
      if (from !== none) add({ from, to: index, person: person.name });
    }
    for (const id of unit.dotted ?? []) {
      const to = find(id);
      if (to !== none) add({ from: index, to, person: undefined });
    }
  });
  return links;
}
