import { territoryCode, unitId } from '../kernel/ids.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Account, Lacking, ReservedLots } from './account.ts';
import type { PointData } from './commands.ts';
import { todayOf, type Decided, type Desk } from './desk.ts';
import { pointEntryOf } from './facts.ts';
import { livesAt, moved, pointsIn, takeFrom, without, type Lot } from './ledger.ts';
import type { PointEvent } from './points.ts';
import { refuse } from './refusals.ts';
import type { PointEntryRow } from './views.ts';

/** What is taken of one deed, so that a rule credits it once in the whole store. */
export const creditClaim = (rule: string, evidence: string): string => `credit/${rule}/${evidence}`;

/** The row of an award, which has a rule and a day. */
type Award = PointEntryRow & { readonly rule: string; readonly on: string };

const isAward = (row: PointEntryRow | undefined): row is Award =>
  row?.kind === 'award' && row.rule !== undefined && row.on !== undefined;

/** An award that was not taken back before and has not expired. */
function reversalFault(entry: PointEntryRow, { setting }: Desk): Refusal | undefined {
  const ids = [entry.id];
  if (entry.reversed !== 'no') return refuse('entry-reversed', { ids });
  return livesAt(setting.at)(entry) ? undefined : refuse('entry-expired', { ids });
}

/** What a reversal takes: what is left of the entry itself, then the oldest, as if the entry had never been. */
function takenBack(live: readonly Lot[], entry: string, points: number): Lot[] {
  const [own, others] = [live.filter((one) => one.entry === entry), live.filter((one) => one.entry !== entry)];
  return takeFrom([...own, ...others], points);
}

/** The unit of an award and where that is, as its reversal records them. */
const placeOf = ({ unit, territory }: PointEntryRow) => ({
  ...(unit === undefined ? {} : { unit: unitId.parse(unit) }),
  ...(territory === undefined ? {} : { territory: territoryCode.parse(territory) }),
});

/** What a reversal is to take, out of which points, and as which entry of its own. */
interface Taking {
  readonly award: Award;
  readonly points: number;
  readonly live: readonly Lot[];
  readonly as: { readonly entry: string; readonly reason: Lacking['reason']; readonly reservation?: string };
}

/** A reversal, and what it lets go: the evidence is free again once nothing lacks. */
interface Reversal {
  readonly event: Extract<PointEvent, { readonly type: 'EntryReversed' }>;
  readonly releases: readonly string[];
}

function reversal({ award, points: asked, live, as }: Taking, desk: Desk): Reversal {
  const lots = takenBack(live, award.id, asked);
  const points = pointsIn(lots);
  const short = asked - points;
  const { id: reverses, rule, on, evidence = '' } = award;
  const legs = moved('volunteer', { account: 'issuer', points });
  const place = placeOf(award);
  return {
    event: {
      type: 'EntryReversed',
      data: { ...as, ...place, legs, day: todayOf(desk), reverses, rule, on, points, short, lots },
    },
    releases: short === 0 ? [creditClaim(rule, evidence)] : [],
  };
}

/**
 * Takes a wrong award back by an entry of its own, once. An account never falls below nothing, so what was spent of it stays
 * spent, and then its evidence stays credited too, unless what lacks is made good.
 */
export function reverseEntry(account: Account, data: PointData<'ReverseEntry'>, desk: Desk): Decided {
  const award = desk.facts(pointEntryOf(account.person, data.entry));
  if (!isAward(award)) return refuse('entry-unknown', { ids: [data.entry] });
  const fault = reversalFault(award, desk);
  if (fault !== undefined) return fault;
  const live = account.lots.filter(livesAt(desk.setting.at));
  const as = { entry: desk.setting.id, reason: data.reason };
  const { event, releases } = reversal({ award, points: award.points, live, as }, desk);
  return { events: [event], releases };
}

/**
 * Makes good what reversals lacked while something was reserved, out of the points that come back of it: what came to nothing
 * was not spent. An award whose time is over meanwhile lacks nothing any more.
 */
export function madeGood(
  { person }: Account,
  { id: reservation, owes = [] }: ReservedLots,
  back: readonly Lot[],
  desk: Desk,
): readonly Reversal[] {
  const made: Reversal[] = [];
  let live = back;
  for (const { entry, reason } of owes) {
    const award = desk.facts(pointEntryOf(person, entry));
    const points = award?.short ?? 0;
    if (!isAward(award) || !livesAt(desk.setting.at)(award) || points === 0 || live.length === 0) continue;
    const as = { entry: `${desk.setting.id}/${entry}`, reason, reservation };
    const one = reversal({ award, points, live, as }, desk);
    live = without(live, one.event.data.lots);
    made.push(one);
  }
  return made;
}
