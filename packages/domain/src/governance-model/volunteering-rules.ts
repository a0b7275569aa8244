import * as z from 'zod/mini';
import { modelKey } from '../kernel/ids.ts';
import { term } from '../kernel/term.ts';

const key = modelKey;
const keys = z.array(key).check(z.minLength(1));
const source = z.string().check(z.minLength(1));
const named = { id: key, label: term, source };
/** A kind of something that a person can choose. */
const choices = z.array(z.strictObject(named)).check(z.minLength(1));

/** Kinds of units that one reports to, and kinds of units that report there themselves. */
const checkInRules = z.strictObject({ communities: keys, units: z.array(key), source });

/** What brings the members of a team together: where they are affiliated, what they do, where they live, their trade. */
export const teamBasis = z.enum(['affiliation', 'activity', 'area', 'trade']);
export type TeamBasis = z.infer<typeof teamBasis>;

/** Minutes, up to twelve hours: how long before an activity one may sign in, how long after it sign out. */
const margin = z.int().check(z.minimum(0), z.maximum(720));

/** Teams, and activities in fields of service. Which kinds of units found teams and hold activities. */
const serviceRules = z.strictObject({
  units: keys,
  teams: z.array(z.strictObject({ ...named, by: teamBasis })).check(z.minLength(1)),
  fields: choices,
  /** The most places that one activity may have. */
  mostPlaces: z.int().check(z.minimum(1), z.maximum(1000)),
  /** How long one activity may last, in minutes; a day at most. */
  longest: z.int().check(z.minimum(1), z.maximum(1440)),
  early: margin,
  late: margin,
  source,
});

/** Posts that members claim: of which kinds, in which kinds of units, for how many days at most. */
const claimedPostRules = z.strictObject({
  units: keys,
  kinds: choices,
  mostPlaces: z.int().check(z.minimum(1), z.maximum(1000)),
  longest: z.int().check(z.minimum(1), z.maximum(3660)),
  source,
});

/** Micro-wishes: of which kinds, in which kinds of units, and for how many days one stays claimed and unfulfilled. */
const wishRules = z.strictObject({
  units: keys,
  kinds: choices,
  claimDays: z.int().check(z.minimum(1), z.maximum(366)),
  source,
});

/** The yearly report to the employer: how many hours lie between the person's consent and its sending. */
const yearlyReportRules = z.strictObject({ reflectionHours: z.int().check(z.minimum(0), z.maximum(720)), source });

/** How long one use of a certificate counts. */
export const usePeriod = z.enum(['month', 'quarter', 'year']);
export type UsePeriod = z.infer<typeof usePeriod>;

/** Floating members: which kinds of units register them, how often they are contacted, how their certificates hold. */
const floatingRules = z.strictObject({
  units: keys,
  /** A contact is due so many days after the last one. */
  contactEvery: z.int().check(z.minimum(1), z.maximum(366)),
  /** For how many days at most a certificate holds from the day it was checked. */
  certificateDays: z.int().check(z.minimum(1), z.maximum(3660)),
  usePeriod,
  source,
});

/** How a place's volunteers work. Each part that is left out is a mechanism that the place does not have. */
export const volunteeringRules = z.strictObject({
  checkIn: z.optional(checkInRules),
  service: z.optional(serviceRules),
  claimedPosts: z.optional(claimedPostRules),
  wishes: z.optional(wishRules),
  yearlyReport: z.optional(yearlyReportRules),
  floating: z.optional(floatingRules),
});
export type VolunteeringRules = z.infer<typeof volunteeringRules>;
