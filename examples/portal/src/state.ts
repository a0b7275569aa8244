import type { Language } from '@keting/domain';
import type { LocalDesk } from '@keting/runtime';
import type { SampleDistrict } from '@keting/models/luqiao/sample';
import type { CheckState } from './check-data.ts';
import type { Persona } from './setup/persons.ts';
import { pageNames, type PageName } from './texts.ts';

export type Density = 'dense' | 'comfortable' | 'large';
export type WorkScope = 'mine' | 'all';

/** What the page shows. One value; every change makes a new one and draws anew. */
export interface PortalState {
  readonly language: Language;
  readonly density: Density;
  readonly page: PageName;
  /** The case that is open beside the list. */
  readonly case?: string;
  readonly scope: WorkScope;
  readonly personas: readonly Persona[];
  readonly persona: Persona;
  readonly desk: LocalDesk;
  readonly district: SampleDistrict;
  /** Open matters by grid code, for the map. */
  readonly openCases: Readonly<Record<string, number>>;
  readonly figures: Figures;
  /** What is written on the page that checks data; it stays while one looks elsewhere. */
  readonly check: CheckState;
}

/** Figures over all that the person may see. */
export interface Figures {
  readonly open: number;
  readonly closed: number;
  readonly late: number;
  readonly rated: number;
  readonly satisfied: number;
}

export const noFigures: Figures = { open: 0, closed: 0, late: 0, rated: 0, satisfied: 0 };

const isPage = (name: string | undefined): name is PageName => pageNames.some((known) => known === name);

/** Reads `#/work/<case>`: the page and what is open on it. */
export function addressOf(hash: string): { readonly page?: PageName; readonly case?: string } {
  const [page, id] = hash.replace(/^#\/?/, '').split('/');
  if (!isPage(page)) return {};
  return id === undefined || id === '' ? { page } : { page, case: decodeURIComponent(id) };
}

export const hashOf = (page: PageName, id?: string): string =>
  id === undefined ? `#/${page}` : `#/${page}/${encodeURIComponent(id)}`;
