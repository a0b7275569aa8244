// What a form proposes where something is named that is there already.

import type { Actor, Standing, Where } from '@keting/domain';
import type { Desk } from '@keting/runtime';
import { viewOf } from './domain.ts';
import { rowsOf, type Names } from './names.ts';
import type { Reference } from './references.ts';

export interface Option {
  readonly id: string;
  readonly label: string;
}

/** What a list proposes at most; anything else can be put in by its id. */
const most = 300;

const territoryOf = (standings: readonly Standing[]): string | undefined => standings[0]?.territories[0];

/** Where things lie near somebody, of those views that are too long to propose whole. */
function near({ view, key }: Reference, standings: readonly Standing[]): Where | undefined {
  const territory = territoryOf(standings);
  if (territory === undefined) return undefined;
  if (view === 'grids') return { code: { prefix: territory } };
  if (view === 'units') return { territory: { prefix: territory } };
  return key === 'territory' ? { territory: { prefix: territory } } : undefined;
}

const personsIn = (rows: readonly Readonly<Record<string, unknown>>[]): readonly string[] =>
  rows.flatMap(({ person }) => (typeof person === 'string' ? [person] : []));

/** Oneself, and those who hold posts or serve in the grids nearby. */
async function peopleNear(desk: Desk, standings: readonly Standing[]): Promise<readonly string[]> {
  const prefix = territoryOf(standings);
  const self = selfOf(desk.actor);
  if (prefix === undefined) return self;
  const [posts, staff] = await Promise.all([
    desk.view(viewOf('appointments'), { where: { territory: { prefix } }, limit: most }),
    desk.view(viewOf('grid-staff'), { where: { grid: { prefix } }, limit: most }),
  ]);
  return [...new Set([...self, ...personsIn(rowsOf(posts)), ...personsIn(rowsOf(staff))])];
}

/** The id of whoever acts, where they have signed in. */
export const selfOf = (actor: Actor): readonly string[] => (actor.kind === 'person' ? [actor.person] : []);

async function people(
  desk: Desk,
  names: Names,
  reference: Reference,
  standings: readonly Standing[],
): Promise<readonly Option[]> {
  const ids = await peopleNear(desk, standings);
  await names.learn(reference, ids);
  return ids.map((id) => ({ id, label: names.of(reference, id) ?? id }));
}

async function rows(
  desk: Desk,
  names: Names,
  reference: Reference,
  standings: readonly Standing[],
): Promise<readonly Option[]> {
  const where = near(reference, standings);
  const query = where === undefined ? { limit: most } : { where, limit: most };
  const kept = await names.keep(reference, await desk.view(viewOf(reference.view), query));
  return kept.map(({ id, name }) => ({ id, label: name }));
}

/** Two that are called the same are told apart by their ids. */
function toldApart(options: readonly Option[]): readonly Option[] {
  const each = [...new Map(options.map((option) => [option.id, option])).values()];
  const counts = new Map<string, number>();
  for (const { label } of each) counts.set(label, (counts.get(label) ?? 0) + 1);
  return each.map(({ id, label }) => ({ id, label: (counts.get(label) ?? 0) > 1 ? `${label} · ${id}` : label }));
}

const all = (reference: Reference): readonly Reference[] => [reference, ...(reference.also ?? [])];

const optionsIn = (
  desk: Desk,
  names: Names,
  reference: Reference,
  standings: readonly Standing[],
): Promise<readonly Option[]> => (reference.view === 'people' ? people : rows)(desk, names, reference, standings);

/** What somebody may name there, nearest first where there are many. */
export const optionsOf = async (
  desk: Desk,
  names: Names,
  reference: Reference,
  standings: readonly Standing[],
): Promise<readonly Option[]> =>
  toldApart((await Promise.all(all(reference).map((one) => optionsIn(desk, names, one, standings)))).flat());
