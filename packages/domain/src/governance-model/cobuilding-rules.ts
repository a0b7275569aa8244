import * as z from 'zod/mini';
import { modelKey } from '../kernel/ids.ts';
import { term } from '../kernel/term.ts';

const key = modelKey;
const keys = z.array(key).check(z.minLength(1));
const source = z.string().check(z.minLength(1));
const named = { id: key, label: term, source };

/** The two sides of a commitment: a resident unit, and the street or community that it stands in. */
export const commitmentSide = z.enum(['unit', 'street']);
export type CommitmentSide = z.infer<typeof commitmentSide>;

/** What may be promised, by which side, and which kinds of units stand on each side. */
const commitmentRules = z.strictObject({
  sides: z.strictObject({ unit: keys, street: keys }),
  kinds: z.array(z.strictObject({ ...named, from: commitmentSide })).check(z.minLength(1)),
});

/** What may be found for a need: a commitment, a resource that is open to others, a project. */
export const offerForm = z.enum(['commitment', 'resource', 'project']);
export type OfferForm = z.infer<typeof offerForm>;

/** How far around a need a rule looks: in its community, its street, its district. */
export const matchReach = z.enum(['community', 'street', 'district']);
export type MatchReach = z.infer<typeof matchReach>;

/** What fits a need of one of these kinds: an offer of this form and one of these kinds, within reach. */
const matchRule = z.strictObject({
  id: key,
  needs: keys,
  offer: offerForm,
  kinds: keys,
  reach: matchReach,
  why: term,
  source,
});
export type MatchRule = z.infer<typeof matchRule>;

const matchingRules = z.strictObject({
  needs: z.array(z.strictObject(named)).check(z.minLength(1)),
  projects: z.array(z.strictObject(named)),
  rules: z.array(matchRule),
});

/** What may be opened to others; how many days ahead, and for how many minutes at most, it may be booked. */
const resourceRules = z.strictObject({
  kinds: z.array(z.strictObject(named)).check(z.minLength(1)),
  bookAhead: z.int().check(z.minimum(1), z.maximum(366)),
  longest: z.int().check(z.minimum(15), z.maximum(1440)),
  source,
});

/** An amount of money, in whole fen (100 fen are one yuan): 1 fen to 10 thousand million yuan. */
export const fen = z.int().check(z.minimum(1), z.maximum(1_000_000_000_000));

/** Money that every budget of a kind has from the first day of its year, by the source that it comes from. */
const grant = z.strictObject({ from: key, amount: fen, source });

/** A kind of budget: the kinds of units that have one, what they may spend on, what is theirs each year. */
const budgetKind = z.strictObject({
  ...named,
  units: keys,
  lines: z.array(z.strictObject({ id: key, label: term })).check(z.minLength(1)),
  grants: z.array(grant),
});
export type BudgetKind = z.infer<typeof budgetKind>;

const budgetRules = z.strictObject({
  sources: z.array(z.strictObject(named)).check(z.minLength(1)),
  kinds: z.array(budgetKind).check(z.minLength(1)),
});

/** A share in whole percent. */
const percent = z.int().check(z.minimum(0), z.maximum(100));

/** What a scorecard may be drawn up for: units of some kinds, or places (buildings, compounds) that are grids of some kinds. */
const cardRule = z.strictObject({ ...named, units: z.array(key), grids: z.array(key) });
export type CardRule = z.infer<typeof cardRule>;

/** A star grade, for cards of these kinds, from so many points of 100 on. */
const starGrade = z.strictObject({ ...named, cards: keys, from: percent });

/** An honour: for cards of which kinds, from how many points on, and whether the street must have reviewed it before. */
const honourRule = z.strictObject({
  ...named,
  cards: keys,
  from: percent,
  reviewed: z.boolean(),
});
export type HonourRule = z.infer<typeof honourRule>;

const assessmentRules = z.strictObject({
  /** Kinds of units that speak for the street: their criteria are its say, and they review and veto. */
  street: keys,
  /** The least that the street's criteria weigh in every card, in percent. */
  streetFloor: percent,
  criteria: z.array(z.strictObject(named)).check(z.minLength(1)),
  cards: z.array(cardRule).check(z.minLength(1)),
  grades: z.array(starGrade),
  honours: z.array(honourRule),
  source,
});
export type AssessmentRules = z.infer<typeof assessmentRules>;

/** How a place builds together. Each part that is left out is a mechanism that the place does not have. */
export const cobuildingRules = z.strictObject({
  commitments: z.optional(commitmentRules),
  matching: z.optional(matchingRules),
  resources: z.optional(resourceRules),
  budgets: z.optional(budgetRules),
  assessment: z.optional(assessmentRules),
});
export type CobuildingRules = z.infer<typeof cobuildingRules>;
