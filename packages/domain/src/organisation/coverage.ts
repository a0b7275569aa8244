import type { CoverageTarget } from '../governance-model/coverage-rules.ts';
import type { GovernanceModel } from '../governance-model/model.ts';
import { within } from '../kernel/ids.ts';
import type { CivilDate } from '../kernel/time.ts';
import { covers } from './period.ts';
import type { AppointmentRow, UnitRow } from './views.ts';

/** What the audit finds for one target of the model. */
export interface CoverageFigure {
  /** Id of the target. */
  readonly target: string;
  /** Units that it asks something of. */
  readonly all: number;
  readonly covered: number;
  /** `covered` of `all`, 0 to 1; undefined where there is none to be covered. */
  readonly share: number | undefined;
  /** Units that lack it, in the order in which they were given. */
  readonly gaps: readonly string[];
}

/** Whether a unit answers for all that another answers for. */
const answersFor = (one: UnitRow, other: UnitRow): boolean =>
  other.territories.every((code) => one.territories.some((territory) => within(territory, code)));

function isCovered({ has }: CoverageTarget, row: UnitRow, standing: readonly UnitRow[]): boolean {
  if (has === 'pair') return row.pairedWith !== undefined;
  return 'own' in has
    ? standing.some((one) => one.kind === has.own && answersFor(one, row) && answersFor(row, one))
    : standing.some((one) => one.kind === has.over && answersFor(one, row));
}

/** A unit whose staff nobody stated is not held to have many. */
const isAsked = ({ kinds, minStaff }: CoverageTarget, { kind, staff }: UnitRow): boolean =>
  kinds.includes(kind) && (minStaff === undefined || (staff ?? 0) >= minStaff);

/**
 * Coverage of a territory today: for each target of the model the share of units that have what it asks for, and the list of
 * those that lack it. `rows` are all rows of the view `units` in the territory. Empty where the model asks for nothing.
 */
export function auditCoverage({ coverage }: GovernanceModel, rows: readonly UnitRow[]): readonly CoverageFigure[] {
  const standing = rows.filter(({ stands }) => stands);
  return (coverage?.targets ?? []).map((target) => {
    const asked = standing.filter((row) => isAsked(target, row));
    const gaps = asked.filter((row) => !isCovered(target, row, standing)).map(({ id }) => id);
    const covered = asked.length - gaps.length;
    return {
      target: target.id,
      all: asked.length,
      covered,
      share: asked.length === 0 ? undefined : covered / asked.length,
      gaps,
    };
  });
}

/** A party organisation and the body beside it, with those who head both. */
export interface BodyPair {
  readonly party: string;
  readonly council: string;
  /** Persons who head both (一肩挑); empty where the heads are two, or a seat is empty. */
  readonly sharedHeads: readonly string[];
}

/** Who heads each unit on a day, by the posts that the model marks as heads. */
function headsOn({ posts }: GovernanceModel, held: readonly AppointmentRow[], on: CivilDate): Map<string, string[]> {
  const heading = new Set(posts.filter(({ head }) => head === true).map(({ id }) => id));
  const heads = new Map<string, string[]>();
  for (const { unit, person } of held.filter((one) => heading.has(one.post) && covers(one, on))) {
    heads.set(unit, [...(heads.get(unit) ?? []), person]);
  }
  return heads;
}

/** The pairs among units that stand, each once, party side first, and who heads both sides on a day. */
export function pairsOn(
  model: GovernanceModel,
  rows: readonly UnitRow[],
  held: readonly AppointmentRow[],
  on: CivilDate,
): readonly BodyPair[] {
  const heads = headsOn(model, held, on);
  const party = new Set(model.kinds.filter((kind) => kind.party).map(({ id }) => id));
  return rows.flatMap(({ id, kind, stands, pairedWith }) => {
    if (!stands || pairedWith === undefined || !party.has(kind)) return [];
    const beside = new Set(heads.get(pairedWith) ?? []);
    return [{ party: id, council: pairedWith, sharedHeads: (heads.get(id) ?? []).filter((one) => beside.has(one)) }];
  });
}
