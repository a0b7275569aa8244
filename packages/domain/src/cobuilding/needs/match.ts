import type { MatchReach, MatchRule } from '../../governance-model/cobuilding-rules.ts';
import { within } from '../../kernel/ids.ts';
import type { Offer } from '../facts.ts';

/** What a need asks: something of a kind, at a place. */
export interface NeedAsked {
  readonly kind: string;
  readonly territory: string;
}

/** An offer that fits a need, and the rule that says so. */
export interface Match {
  readonly offer: Offer;
  readonly rule: MatchRule;
}

/** How many digits of a division code name a district, a street, a community (GB/T 2260 with street and community digits). */
const digits: Readonly<Record<MatchReach, number>> = { community: 12, street: 9, district: 6 };

/** An offer for a wider place holds the place; one for a narrower place lies in it. */
function inReach(offer: Offer, need: NeedAsked, reach: MatchReach): boolean {
  const area = need.territory.slice(0, digits[reach]);
  return within(area, offer.territory) || within(offer.territory, area);
}

const applies = (rule: MatchRule, need: NeedAsked, offer: Offer): boolean =>
  rule.offer === offer.form &&
  rule.needs.includes(need.kind) &&
  rule.kinds.includes(offer.kind) &&
  inReach(offer, need, rule.reach);

/** The first rule by which an offer fits a need, or undefined. What is no longer to be had fits nothing. */
export const matchOf = (need: NeedAsked, offer: Offer, rules: readonly MatchRule[]): Match | undefined => {
  const rule = offer.open ? rules.find((one) => applies(one, need, offer)) : undefined;
  return rule === undefined ? undefined : { offer, rule };
};

/** How much of the way down to the need's place an offer shares with it: more is nearer. */
function nearness(offer: Offer, { territory }: NeedAsked): number {
  const apart = [...territory].findIndex((digit, i) => offer.territory[i] !== digit);
  return apart === -1 ? territory.length : apart;
}

/**
 * All offers that fit a need, each with the rule that says so: in the order of the rules, nearest first, then by id. Pure: the
 * same offers in any order give the same answer.
 */
export function matchesFor(need: NeedAsked, offers: readonly Offer[], rules: readonly MatchRule[]): readonly Match[] {
  const place = ({ rule }: Match): number => rules.findIndex(({ id }) => id === rule.id);
  return offers
    .flatMap((offer) => matchOf(need, offer, rules) ?? [])
    .sort(
      (a, b) =>
        place(a) - place(b) ||
        nearness(b.offer, need) - nearness(a.offer, need) ||
        (a.offer.id < b.offer.id ? -1 : Number(a.offer.id > b.offer.id)),
    );
}
