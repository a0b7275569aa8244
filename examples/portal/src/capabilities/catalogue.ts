import type { Capability } from './capability.ts';
import { acrossAll } from './catalogue/all.ts';
import { cases } from './catalogue/case.ts';
import { deliberation } from './catalogue/deliberation.ts';
import { grid } from './catalogue/grid.ts';
import { organisation } from './catalogue/organisation.ts';
import { pointsOf } from './catalogue/points.ts';
import { volunteering } from './catalogue/volunteering.ts';

/** Every capability that the domain has, in the order of their codes: what the portal lists, and a page of the docs. */
export const capabilities: readonly Capability[] = [
  ...organisation,
  ...grid,
  ...cases,
  ...deliberation,
  ...volunteering,
  ...pointsOf,
  ...acrossAll,
];
