import * as z from 'zod/mini';
import { modelKey } from '../kernel/ids.ts';
import { term } from '../kernel/term.ts';
import { allowance } from '../kernel/time.ts';

const source = z.string().check(z.minLength(1));
const kinds = z.array(modelKey).check(z.minLength(1));
const named = z.strictObject({ id: modelKey, label: term, source });

/** The street calls, named departments report in (街乡吹哨、部门报到). */
export const whistleRules = z.strictObject({
  /** Kinds of units that may call, and kinds that may be called. */
  callers: kinds,
  called: kinds,
  /** How long a department has to arrive. */
  arrival: allowance,
  source,
});
export type WhistleRules = z.infer<typeof whistleRules>;

/** Campaigns: a list of objects worked off to zero by a date. */
export const campaignRules = z.strictObject({
  /** Kinds of units that may open one. */
  units: kinds,
  /** What is worked off, as four small vehicles. */
  subjects: z.array(named).check(z.minLength(1)),
  source,
});
export type CampaignRules = z.infer<typeof campaignRules>;

/** Bulletins to a territory, or to those who hold a post in it. */
export const bulletinRules = z.strictObject({ units: kinds, source });
export type BulletinRules = z.infer<typeof bulletinRules>;

/** Help and mediation by teams that know the matter: a request is matched by skill and area. */
export const helpRules = z.strictObject({
  /** Kinds of units that may keep a team. */
  units: kinds,
  skills: z.array(named).check(z.minLength(1)),
  source,
});
export type HelpRules = z.infer<typeof helpRules>;
