import * as z from 'zod/mini';
import { fact, type FactReader, type FactSource, type UnitFact } from '../kernel/facts.ts';
import type { PersonId, UnitId } from '../kernel/ids.ts';
import type { CivilDate } from '../kernel/time.ts';
import type { Period } from './period.ts';
import { holdersOn, membersOn, parentOf, unitStream, variantOn, type UnitState } from './unit.ts';
import type { VariantFact } from './variants.ts';
import { appointmentRow, unitRow, unitTerritoryRow, unitVariantRow } from './views.ts';

/** What the record knows of a unit, dissolved or not. */
export interface UnitRecord {
  readonly kind: string;
  readonly stage: UnitState['stage'];
  readonly from: CivilDate;
  readonly pairedWith?: UnitId | undefined;
  readonly trades?: readonly string[];
}

/** A post that a person holds, held or will hold: where, from when, and until before which day. */
export interface HeldPost extends Period {
  readonly unit: UnitId;
  readonly kind: string;
  readonly post: string;
}

/** The unit of that id, also where it is dissolved; undefined where there never was one. */
export const recordOf = fact<UnitRecord | undefined>()<[UnitId]>('recordOf');
/** Units that stand right under the given one. */
export const childrenOf = fact<readonly UnitFact[]>()<[UnitId]>('childrenOf');
/** Posts of a person in any unit, on whatever days. */
export const postsHeldBy = fact<readonly HeldPost[]>()<[person: PersonId]>('postsHeldBy');

const load = (source: FactSource, id: string): Promise<UnitState | undefined> => source.load<UnitState>(unitStream(id));

/** Other contexts deal with units that stand. */
const factOf = (unit: UnitState | undefined): UnitFact | undefined =>
  unit?.stage === 'standing'
    ? { id: unit.id, kind: unit.kind, territories: unit.territories, parent: parentOf(unit) }
    : undefined;

const standing = async (source: FactSource, ids: readonly string[]): Promise<readonly UnitFact[]> => {
  const found: UnitFact[] = [];
  for (const id of ids) {
    const unit = factOf(await load(source, id));
    if (unit !== undefined) found.push(unit);
  }
  return found;
};

const readUnit: FactReader = async (source, id): Promise<UnitFact | undefined> =>
  factOf(await load(source, String(id)));

const readRecord: FactReader = async (source, id): Promise<UnitRecord | undefined> => {
  const unit = await load(source, String(id));
  return (
    unit && { kind: unit.kind, stage: unit.stage, from: unit.from, pairedWith: unit.pairedWith, trades: unit.trades }
  );
};

/** Ends at the top, or where a damaged record would lead round and round. */
const readPath: FactReader = async (source, id): Promise<readonly UnitFact[]> => {
  const path: UnitFact[] = [];
  let above: string | undefined = String(id);
  while (above !== undefined) {
    const unit = factOf(await load(source, above));
    if (unit === undefined || path.some((met) => met.id === unit.id)) break;
    path.push(unit);
    above = unit.parent;
  }
  return path;
};

/** The parent's version is noted first: whoever places or takes away a unit below it moves that version. */
const readChildren: FactReader = async (source, id): Promise<readonly UnitFact[]> => {
  await load(source, String(id));
  const rows = z.array(unitRow).parse(await source.find('units', { parent: String(id), stands: true }));
  return standing(
    source,
    rows.map((row) => row.id),
  );
};

/** Every beginning of a code that can be a territory, longest first. */
const territoriesOver = (code: string): readonly string[] =>
  Array.from({ length: Math.max(0, code.length - 1) }, (_, shorter) => code.slice(0, code.length - shorter));

const readUnitsOver: FactReader = async (source, kind, code): Promise<readonly UnitFact[]> => {
  const where = { kind: String(kind), territory: { in: territoriesOver(String(code)) } };
  const rows = z.array(unitTerritoryRow).parse(await source.find('unit-territories', where));
  const nearestFirst = [...rows].sort((a, b) => b.territory.length - a.territory.length || (a.unit < b.unit ? -1 : 1));
  return standing(source, [...new Set(nearestFirst.map(({ unit }) => unit))]);
};

const readUnitsWithin: FactReader = async (source, kind, code): Promise<readonly UnitFact[]> => {
  const where = { kind: String(kind), territory: { prefix: String(code) } };
  const rows = z.array(unitTerritoryRow).parse(await source.find('unit-territories', where));
  return standing(source, [...new Set(rows.map(({ unit }) => unit))].sort());
};

const readHolders: FactReader = async (source, id, post, on): Promise<readonly PersonId[]> => {
  const unit = await load(source, String(id));
  return unit === undefined ? [] : holdersOn(unit, String(post), String(on));
};

const readMembers: FactReader = async (source, id, on) => {
  const unit = await load(source, String(id));
  return unit === undefined ? [] : membersOn(unit, String(on));
};

type Reach = readonly [code: number, beside: number];
const isBelow = ([code, beside]: Reach, other: Reach): boolean =>
  code < other[0] || (code === other[0] && beside < other[1]);

/**
 * Rows tell which units over a place have worked by a variant; their states, by which that day. The nearest is the one whose
 * territory there is the smallest, and of those with the same the one that answers for the fewest others beside it.
 */
const readVariant: FactReader = async (source, code, on): Promise<VariantFact | undefined> => {
  const where = { territory: { in: territoriesOver(String(code)) } };
  const rows = z.array(unitVariantRow).parse(await source.find('unit-variants', where));
  let nearest: (VariantFact & { readonly reach: Reach }) | undefined;
  for (const { unit: id, territory } of rows) {
    const unit = await load(source, id);
    const variant = unit?.stage === 'standing' ? variantOn(unit, String(on)) : undefined;
    if (unit === undefined || variant === undefined) continue;
    const reach: Reach = [-territory.length, unit.territories.length];
    if (nearest === undefined || isBelow(reach, nearest.reach)) nearest = { variant, unit: unit.id, reach };
  }
  return nearest && { variant: nearest.variant, unit: nearest.unit };
};

/** Units in whose record a person has a post, with their state. */
export async function unitsOfPerson(source: FactSource, person: string): Promise<readonly UnitState[]> {
  const rows = z.array(appointmentRow).parse(await source.find('appointments', { person }));
  const found: UnitState[] = [];
  for (const id of new Set(rows.map(({ unit }) => unit))) {
    const unit = await load(source, id);
    if (unit !== undefined) found.push(unit);
  }
  return found;
}

const readPostsHeld: FactReader = async (source, person): Promise<readonly HeldPost[]> => {
  const units = await unitsOfPerson(source, String(person));
  return units.flatMap(({ id, kind, appointments }) =>
    appointments
      .filter((one) => one.person === person)
      .map(({ post, from, until }) => ({ unit: id, kind, post, from, until })),
  );
};

export const organisationFacts = {
  unitOf: readUnit,
  recordOf: readRecord,
  pathOf: readPath,
  childrenOf: readChildren,
  unitsOver: readUnitsOver,
  unitsWithin: readUnitsWithin,
  holdersOf: readHolders,
  membersOf: readMembers,
  postsHeldBy: readPostsHeld,
  variantAt: readVariant,
} satisfies Readonly<Record<string, FactReader>>;
