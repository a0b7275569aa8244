import type { CoverageRules } from '../governance-model/coverage-rules.ts';
import type { Kind } from '../governance-model/model.ts';
import { unitsOver } from '../kernel/facts.ts';
import { within, type TerritoryCode, type UnitId } from '../kernel/ids.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { startOfDay, type CivilDate } from '../kernel/time.ts';
import type { OrganisationData } from './commands.ts';
import { ahead, kindOf, placed, todayOf, type Decided, type Desk } from './desk.ts';
import { recordOf } from './facts.ts';
import { refuse } from './refusals.ts';
import { unitStream, type OrganisationEvent, type UnitState } from './unit.ts';

/** Whether a unit of a kind may stand under that parent, from that day on. A root stands under none. */
export function misplaced(kind: Kind, parent: UnitId | undefined, on: CivilDate, desk: Desk): Refusal | undefined {
  if (parent === undefined) {
    return kind.parents.length === 0
      ? undefined
      : refuse('parent-required', { params: { kind: kind.id, parents: kind.parents } });
  }
  const above = desk.facts(recordOf(parent));
  if (above === undefined) return refuse('parent-unknown', { ids: [parent] });
  if (above.stage === 'dissolved') return refuse('unit-dissolved', { ids: [parent] });
  if (!kind.parents.includes(above.kind)) {
    return refuse('kind-not-allowed-under', { ids: [parent], params: { kind: kind.id, under: above.kind } });
  }
  return on < above.from ? refuse('parent-younger', { ids: [parent], params: { on, from: above.from } }) : undefined;
}

/** The claim on a credit code. */
export const creditClaim = (code: string): string => `credit-code/${code}`;

/** What is founded, by whichever command. */
type Founding = Omit<OrganisationData<'TakeInUnit'>, 'on'> & {
  readonly on: CivilDate;
  readonly parent?: UnitId | undefined;
  readonly until?: CivilDate | undefined;
  readonly assignedBy?: string | undefined;
};

type Founded = Extract<OrganisationEvent, { type: 'UnitFounded' }>['data'];

/** What is told of a unit beside its place, without what is not said. */
const told = ({ parent, creditCode, staff, trades, assignedBy }: Founding) => ({
  ...(parent === undefined ? {} : { parent }),
  ...(creditCode === undefined ? {} : { creditCode }),
  ...(staff === undefined ? {} : { staff }),
  ...(trades === undefined ? {} : { trades }),
  ...(assignedBy === undefined ? {} : { assignedBy }),
});

const foundedAs = (data: Founding, { setting }: Desk): Founded => ({
  kind: data.kind,
  name: data.name,
  territories: [...new Set(data.territories)],
  on: data.on,
  ...told(data),
  ...(data.until === undefined ? {} : { until: data.until, endsAt: startOfDay(data.until, setting.model.workingTime) }),
});

/** A body for a time says its last day, and no other does. */
function endFault({ temporary, id }: Kind, until: CivilDate | undefined, desk: Desk): Refusal | undefined {
  if (until === undefined) {
    return temporary === true ? refuse('end-date-required', { params: { kind: id } }) : undefined;
  }
  if (temporary !== true) return refuse('end-date-not-allowed', { params: { kind: id } });
  const today = todayOf(desk);
  return until > today ? undefined : refuse('end-date-passed', { params: { until, today } });
}

const outside = (territories: readonly TerritoryCode[], { setting }: Desk): Refusal | undefined => {
  const { territory } = setting.model;
  const ids = territories.filter((code) => !within(territory, code));
  return ids.length > 0 ? refuse('territory-outside', { ids, params: { territory } }) : undefined;
};

function found(data: Founding, kind: Kind, desk: Desk): Decided {
  const wrong =
    outside(data.territories, desk) ??
    ahead(data.on, desk) ??
    misplaced(kind, data.parent, data.on, desk) ??
    endFault(kind, data.until, desk);
  if (wrong !== undefined) return wrong;
  return {
    events: [{ type: 'UnitFounded', data: foundedAs(data, desk) }],
    ...(data.parent === undefined ? {} : { also: [placed(data.parent, data.unit, kind.id, data.on)] }),
    ...(data.creditCode === undefined
      ? {}
      : { claims: [{ key: creditClaim(data.creditCode), owner: unitStream(data.unit) }] }),
  };
}

/** Begins a unit under the superior that is named. */
export function foundUnit(unit: UnitState | undefined, data: OrganisationData<'FoundUnit'>, desk: Desk): Decided {
  if (unit !== undefined) return refuse('unit-exists', { ids: [data.unit] });
  const kind = kindOf(desk, data.kind);
  if (kind === undefined) return refuse('kind-unknown', { ids: [data.unit], params: { kind: data.kind } });
  return found({ ...data, on: data.on ?? todayOf(desk) }, kind, desk);
}

type Assignment = CoverageRules['assignment'][number];
type TakenIn = OrganisationData<'TakeInUnit'>;

/** The unit that a rule gives an organisation to: the nearest over its place, or the branch of its trade over it. */
function superiorBy(rule: Assignment, { territories, trades = [] }: TakenIn, { facts }: Desk): UnitId | undefined {
  const [place = ''] = territories;
  const over = rule.to.flatMap((kind) => facts(unitsOver(kind, place)));
  const fits = (id: UnitId): boolean =>
    rule.by === 'territory' || trades.some((trade) => facts(recordOf(id))?.trades?.includes(trade) === true);
  return over.find(({ id }) => fits(id))?.id;
}

/** Takes in an organisation without a superior: the first rule for its kind that finds one gives it that. */
export function takeInUnit(unit: UnitState | undefined, data: TakenIn, desk: Desk): Decided {
  if (unit !== undefined) return refuse('unit-exists', { ids: [data.unit] });
  const kind = kindOf(desk, data.kind);
  if (kind === undefined) return refuse('kind-unknown', { ids: [data.unit], params: { kind: data.kind } });
  const rules = (desk.setting.model.coverage?.assignment ?? []).filter(({ kinds }) => kinds.includes(kind.id));
  if (rules.length === 0) return refuse('assignment-missing', { ids: [data.unit], params: { kind: kind.id } });
  for (const rule of rules) {
    const parent = superiorBy(rule, data, desk);
    if (parent !== undefined) {
      return found({ ...data, parent, on: data.on ?? todayOf(desk), assignedBy: rule.id }, kind, desk);
    }
  }
  return refuse('assignment-nowhere', { ids: data.territories, params: { kind: kind.id } });
}
