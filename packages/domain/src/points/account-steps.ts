import type { PointRule } from '../governance-model/point-rules.ts';
import { accept } from '../kernel/decider.ts';
import { isErased, unitOf } from '../kernel/facts.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { CivilDate } from '../kernel/time.ts';
import type { Account } from './account.ts';
import { cutToCaps, earnedBy, type Capped } from './caps.ts';
import type { PointData } from './commands.ts';
import { daysAfter, monthsAfter } from './dates.ts';
import { endOf, isAskedBy, todayOf, type Decided, type Desk } from './desk.ts';
import { creditOf } from './facts.ts';
import { livesAt, moved, pointsIn, type Lot } from './ledger.ts';
import { refuse } from './refusals.ts';
import { creditClaim } from './reversals.ts';

/** A deed is not ahead of us, and not so long ago that nobody counts any more. */
function dayFault(on: CivilDate, today: CivilDate, { rules }: Desk): Refusal | undefined {
  if (on > today) return refuse('date-ahead', { params: { on, today } });
  const { lateDays } = rules;
  return on < daysAfter(today, 0 - lateDays) ? refuse('deed-too-old', { params: { on, days: lateDays } }) : undefined;
}

/** What earns by itself is credited where it happened: by hand the same deed would count twice, under another evidence. */
function handFault({ id, occasion }: PointRule, { setting: { actor } }: Desk): Refusal | undefined {
  if (occasion === undefined || actor.kind !== 'person') return undefined;
  return refuse('point-rule-automatic', { params: { rule: id } });
}

/**
 * Nobody awards points to themselves, or by hand without saying why, or to somebody who was erased: the reason would be kept
 * about them anew. And nothing is credited twice.
 */
function awardFault(data: PointData<'AwardPoints'>, desk: Desk): Refusal | undefined {
  if (isAskedBy(data.person, desk)) return refuse('award-to-oneself', { ids: [data.person] });
  const byHand = desk.setting.actor.kind !== 'process';
  if (byHand && data.reason === undefined) return refuse('award-reason-missing');
  if (byHand && desk.facts(isErased(data.person))) return refuse('person-erased', { ids: [data.person] });
  const credited = desk.facts(creditOf(data.rule, data.evidence));
  return credited === undefined ? undefined : refuse('already-credited', { ids: [data.evidence, credited] });
}

/** Until when points that are credited today can be spent. */
function expiryFrom(today: CivilDate, desk: Desk): Pick<Lot, 'expires' | 'until'> {
  const { expiry } = desk.rules;
  if (expiry === undefined) return {};
  const expires = monthsAfter(today, expiry.months);
  return { expires, until: endOf(expires, desk) };
}

const awarded = (
  data: PointData<'AwardPoints'>,
  { rule, full, award }: { readonly rule: PointRule; readonly full: number; readonly award: Capped },
  desk: Desk,
) => {
  const today = todayOf(desk);
  const { unit, reason, evidence } = data;
  return {
    entry: desk.setting.id,
    legs: moved('issuer', { account: 'volunteer', points: award.points }),
    day: today,
    points: award.points,
    full,
    ...(award.cut === undefined ? {} : { cut: award.cut }),
    rule: rule.id,
    model: desk.setting.model.version,
    evidence,
    on: data.on ?? today,
    ...(reason === undefined ? {} : { reason }),
    ...(unit === undefined ? {} : { unit }),
    territories: unit === undefined ? [] : [...(desk.facts(unitOf(unit))?.territories ?? [])],
    ...expiryFrom(today, desk),
    keepFrom: daysAfter(today, 0 - desk.rules.lateDays),
  };
};

/**
 * Credits a deed under a rule and its caps. What the caps leave nothing of is recorded all the same, as 0: its holder sees that
 * it was counted, and why it earned no more.
 */
export function awardPoints(account: Account | undefined, data: PointData<'AwardPoints'>, desk: Desk): Decided {
  const rule = desk.rules.rules.find(({ id }) => id === data.rule);
  if (rule === undefined) return refuse('point-rule-unknown', { params: { rule: data.rule } });
  const today = todayOf(desk);
  const on = data.on ?? today;
  const fault = handFault(rule, desk) ?? dayFault(on, today, desk) ?? awardFault(data, desk);
  if (fault !== undefined) return fault;
  const full = earnedBy(rule, data.minutes);
  if (full === undefined) return refuse('deed-minutes-missing', { params: { rule: rule.id } });
  const award = cutToCaps(full, { rule, on }, desk.rules, account?.earned ?? []);
  return {
    events: [{ type: 'PointsAwarded', data: awarded(data, { rule, full, award }, desk) }],
    // Held by the entry, not by the account: else the same account could take it twice.
    claims: [{ key: creditClaim(rule.id, data.evidence), owner: `entry/${desk.setting.id}` }],
  };
}

/** Lots whose last day is over go to the expired. */
export function expirePoints(account: Account, desk: Desk): Decided {
  const { at, id } = desk.setting;
  const lives = livesAt(at);
  const lots = account.lots.filter((one) => !lives(one));
  if (lots.length === 0) return refuse('nothing-expired', { ids: [account.person] });
  const points = pointsIn(lots);
  const legs = moved('volunteer', { account: 'expired', points });
  return accept({ type: 'PointsExpired', data: { entry: id, legs, day: todayOf(desk), points, lots } });
}
