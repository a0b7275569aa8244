import { unitOf } from '../kernel/facts.ts';
import { within, type UnitId } from '../kernel/ids.ts';
import type { CivilDate } from '../kernel/time.ts';
import type { OrganisationData } from './commands.ts';
import { kindOf, todayOf, type Decided, type Desk, type Elsewhere } from './desk.ts';
import { recordOf } from './facts.ts';
import { refuse } from './refusals.ts';
import { unitStream, type StandingUnit } from './unit.ts';

/** Some ground of the one lies in some of the other, either way round. */
const meet = (ours: readonly string[], theirs: readonly string[]): boolean =>
  ours.some((one) => theirs.some((other) => within(one, other) || within(other, one)));

/** A party organisation and the council that works beside it, over the same ground, find each other in one commit. */
export function pairBodies(unit: StandingUnit, data: OrganisationData<'PairBodies'>, desk: Desk): Decided {
  const other = desk.facts(recordOf(data.with));
  if (other === undefined) return refuse('unit-unknown', { ids: [data.with] });
  if (other.stage === 'dissolved') return refuse('unit-dissolved', { ids: [data.with] });
  const pairs = kindOf(desk, unit.kind)?.pairsWith === other.kind || kindOf(desk, other.kind)?.pairsWith === unit.kind;
  if (!pairs || data.with === unit.id) {
    return refuse('kinds-do-not-pair', { ids: [unit.id, data.with], params: { kind: unit.kind, with: other.kind } });
  }
  const taken = [
    ...(unit.pairedWith === undefined ? [] : [unit.id, unit.pairedWith]),
    ...(other.pairedWith === undefined ? [] : [data.with, other.pairedWith]),
  ];
  if (taken.length > 0) return refuse('already-paired', { ids: taken });
  const theirs = desk.facts(unitOf(data.with))?.territories ?? [];
  if (!meet(unit.territories, theirs)) return refuse('pair-apart', { ids: [unit.id, data.with] });
  const on = todayOf(desk);
  return {
    events: [{ type: 'BodiesPaired', data: { with: data.with, on } }],
    also: [{ stream: unitStream(data.with), event: { type: 'BodiesPaired', data: { with: unit.id, on } } }],
  };
}

/** What the other body of a pair learns when the two part. */
export const parted = (body: UnitId, other: UnitId, on: CivilDate): Elsewhere => ({
  stream: unitStream(body),
  event: { type: 'BodiesParted', data: { with: other, on } },
});

/** The two of a pair lose each other in one commit, and each may be paired anew. */
export function partBodies(unit: StandingUnit, data: OrganisationData<'PartBodies'>, desk: Desk): Decided {
  if (unit.pairedWith !== data.with) return refuse('not-paired', { ids: [unit.id, data.with] });
  const on = todayOf(desk);
  return {
    events: [{ type: 'BodiesParted', data: { with: data.with, on } }],
    also: [parted(data.with, unit.id, on)],
  };
}
