import type { Language } from '@keting/domain';
import type { RemoteDesk } from '@keting/runtime';
import type { CheckState } from './check-data.ts';
import type { Persona } from './setup/persons.ts';
import type { PlaceId } from './setup/places.ts';
import { pageNames, type PageName } from './texts.ts';

export type Density = 'dense' | 'comfortable' | 'large';
export type WorkScope = 'mine' | 'open' | 'all';

/** What the page shows. One value; every change makes a new one and draws anew. */
export interface PortalState {
  readonly language: Language;
  readonly density: Density;
  readonly page: PageName;
  /** The case that is open beside the list, or the topic that is open on the board. */
  readonly case?: string;
  readonly scope: WorkScope;
  readonly place: PlaceId;
  readonly personas: readonly Persona[];
  readonly persona: Persona;
  readonly desk: RemoteDesk;
  /** A page held in a hand shows one thing at a time. */
  readonly narrow: boolean;
  /** Somebody without an account has shown the code of a receipt: the desk is theirs as its holder. */
  readonly lookedUp: boolean;
  /** Another person's desk is asked for, or could not be had. */
  readonly switching?: 'asked' | 'failed';
  /** Open matters by grid code, for the map, and the figures over all; only where the person may count them. */
  readonly counts?: Counts;
  /** What is written on the page that checks data; it stays while one looks elsewhere. */
  readonly check: CheckState;
  /** Whether the elements of the pages of capabilities are there: they are read when somebody first goes to one. */
  readonly capabilities: 'asked' | 'there' | 'failed';
}

/** Counts over the territory of the person, of the matters of all time in the sample. */
export interface Counts {
  readonly byGrid: Readonly<Record<string, number>>;
  readonly open: number;
  readonly closed: number;
  readonly late: number;
  readonly satisfactionRate: number | undefined;
}

const isPage = (name: string | undefined): name is PageName => pageNames.some((known) => known === name);

/** Reads `#/work/<case>`: the page and what is open on it. */
export function addressOf(hash: string): { readonly page?: PageName; readonly case?: string } {
  const [page, id] = hash.replace(/^#\/?/, '').split('/');
  if (!isPage(page)) return {};
  return id === undefined || id === '' ? { page } : { page, case: decodeURIComponent(id) };
}

export const hashOf = (page: PageName, id?: string): string =>
  id === undefined ? `#/${page}` : `#/${page}/${encodeURIComponent(id)}`;
