import type { Persona } from './setup/persons.ts';
import type { PageName } from './texts.ts';

const forReporters: readonly PageName[] = ['report', 'work', 'organisation', 'grids', 'capabilities'];
const forWorkers: readonly PageName[] = [
  'overview',
  'work',
  'report',
  'organisation',
  'grids',
  'meetings',
  'capabilities',
];

/** Somebody who reports and follows their own matters, with an account or without. */
export const isReporter = ({ id }: Persona): boolean => id === 'resident' || id === 'guest';

/** The pages that a person finds among the tabs; what a person has no business with is not shown. */
export const tabsOf = (persona: Persona): readonly PageName[] => (isReporter(persona) ? forReporters : forWorkers);

/** Those and the page that checks data, which stands at the foot. */
export const pagesOf = (persona: Persona): readonly PageName[] => [...tabsOf(persona), 'check'];
