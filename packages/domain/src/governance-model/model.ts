import * as z from 'zod/mini';
import { consentRules } from './consent-rules.ts';
import { modelKey, territoryCode, unitId } from '../kernel/ids.ts';
import { coordinateSystem } from '../kernel/place.ts';
import { term } from '../kernel/term.ts';
import { allowance, workingTime } from '../kernel/time.ts';
import { classCatalogue, duplicateRule, filingCriterion } from './case-extra-rules.ts';
import { attachmentTypes, caseCommands } from './case-flow.ts';
import { caseStage } from './case-stage.ts';
import { coverageRules, crossPostingRules, variantRules } from './coverage-rules.ts';
import { dutyRules } from './duty-rules.ts';
import { admissionRules, establishmentRules, linkageRules, rotaRules, trainingRules } from './admission-rules.ts';
import { pointRules } from './point-rules.ts';
import { cobuildingRules } from './cobuilding-rules.ts';
import { assemblyRules } from './assembly-rules.ts';
import { gridKind } from './grid-kinds.ts';
import { objectRules, occasionRules, patrolRules, servicePointRules } from './grid-work-rules.ts';
import { procedureRules } from './procedure-rules.ts';
import { share } from './share-rule.ts';
import { bulletinRules, campaignRules, helpRules, whistleRules } from './street-work-rules.ts';
import { volunteeringRules } from './volunteering-rules.ts';

export { caseStage } from './case-stage.ts';
export { gridKind, gridKinds, type GridKind } from './grid-kinds.ts';
export { share, type Share } from './share-rule.ts';

/** Where a rule comes from: the id of one of the model's `basis`, or `ours` where the account gives no figure. */
const source = z.string().check(z.minLength(1));
const count = z.int().check(z.minimum(0), z.maximum(100_000));
const key = modelKey;

const basis = z.strictObject({
  id: key,
  title: term,
  issuer: term,
  date: z.optional(z.string()),
});

const tier = z.strictObject({ id: key, label: term });

/** A kind of unit: the tier it stands at and the kinds it may stand under; none for a root. */
const kind = z.strictObject({
  id: key,
  label: term,
  tier: key,
  parents: z.array(key),
  party: z.boolean(),
  /** The kind of council or committee that works beside it. */
  pairsWith: z.optional(key),
  /** Founded for a time: each unit of it has a last day, and is dissolved by itself when that has passed. */
  temporary: z.optional(z.boolean()),
  source,
});

/** A post in units of some kinds. */
const post = z.strictObject({
  id: key,
  label: term,
  kinds: z.array(key),
  seats: z.union([
    z.strictObject({ max: z.int().check(z.minimum(1)) }),
    /** As many seats as units of that kind stand below the unit, at any depth. */
    z.strictObject({ oneForEach: key }),
    z.strictObject({ any: z.literal(true) }),
  ]),
  /** Only who holds this post in a unit of this kind may hold ours. */
  heldBy: z.optional(z.strictObject({ kind: key, posts: z.array(key).check(z.minLength(1)) })),
  /** The holder keeps the affiliation with their own unit; charts draw a dotted line. */
  partTime: z.optional(z.boolean()),
  head: z.optional(z.boolean()),
  source,
});

const gridPost = z.strictObject({ id: key, label: term, grids: z.array(gridKind), source });

/** A grid of this kind needs at least `min` of this post, and one for each `perHouseholds` begun where the rule says so. */
const staffingRule = z.strictObject({
  grid: gridKind,
  post: key,
  min: count,
  perHouseholds: z.optional(z.int().check(z.minimum(1), z.maximum(100_000))),
  source,
});

const fieldBase = {
  id: key,
  label: term,
  required: z.boolean(),
  hint: z.optional(term),
};

/** A field that a class of cases asks for. */
export const classField = z.discriminatedUnion('type', [
  z.strictObject({
    ...fieldBase,
    type: z.literal('text'),
    minLength: z.optional(count),
    maxLength: z.int().check(z.minimum(1), z.maximum(4000)),
  }),
  z.strictObject({
    ...fieldBase,
    type: z.literal('number'),
    min: z.number(),
    max: z.number(),
    unit: z.optional(term),
  }),
  z.strictObject({
    ...fieldBase,
    type: z.literal('choice'),
    options: z.array(z.strictObject({ id: key, label: term })).check(z.minLength(2)),
  }),
  z.strictObject({ ...fieldBase, type: z.literal('date') }),
  z.strictObject({ ...fieldBase, type: z.literal('yes-no') }),
]);
export type ClassField = z.infer<typeof classField>;

/** A class of cases, or a group of classes where others name it as parent. */
const caseClass = z.strictObject({
  id: key,
  label: term,
  parent: z.optional(key),
  /** The catalogue entry it stands for, as `GB/T 30428.2-2013 02-01`. */
  standardRef: z.optional(z.string()),
  /** The catalogue that the entry stands in. */
  catalogue: z.optional(key),
  grade: key,
  fields: z.array(classField),
  source,
});

/** Name of a command that a model may grant to stages. Reporting is not among them, nor what comes by itself. */
export const caseCommand = z.enum(caseCommands);

/** How long each stage may last. A stage without an allowance has no deadline. */
const grade = z.strictObject({
  id: key,
  label: term,
  allow: z.partialRecord(caseStage, allowance),
  /** How long after it is accepted its reporter is to be spoken with. */
  firstContact: z.optional(allowance),
  source,
});

/** Who handles a class: the unit of this kind that answers for the place. The first rule that fits proposes. */
const dispatchRule = z.strictObject({
  id: key,
  classes: z.array(key),
  to: key,
  /** Only a unit with this id, where the kind has many and duty decides, as a named department. */
  unit: z.optional(unitId),
  why: term,
  source,
});

const reportRules = z.strictObject({
  text: z.strictObject({ min: count, max: z.int().check(z.minimum(1), z.maximum(4000)) }),
  photos: z.strictObject({
    max: z.int().check(z.minimum(0), z.maximum(20)),
    maxBytes: z.int().check(z.minimum(1), z.maximum(100_000_000)),
    types: z.array(z.enum(attachmentTypes)),
  }),
  contacts: z.array(z.enum(['masked', 'named', 'anonymous'])).check(z.minLength(1)),
  channels: z.array(z.enum(['resident', 'gridder', 'hotline', 'platform'])).check(z.minLength(1)),
  coordinates: z.array(coordinateSystem).check(z.minLength(1)),
});

const rating = z.strictObject({ id: key, label: term, positive: z.boolean() });

const phase = z.strictObject({ id: key, label: term, source });

/** Whose turn it is in a stage: nobody's, the reporter's, the handler's, or the first of these kinds over the place. */
const turn = z.union([
  z.enum(['nobody', 'reporter', 'handler']),
  z.strictObject({ kinds: z.array(key).check(z.minLength(1)) }),
]);

const caseRules = z.strictObject({
  report: reportRules,
  /** The steps that the account tells of; each stage belongs to one. */
  phases: z.array(phase).check(z.minLength(1)),
  stages: z.array(z.strictObject({ id: caseStage, label: term, phase: key, turn })).check(z.minLength(1)),
  /** From which stages each command may be asked. A command that is not named is not part of this place's way. */
  transitions: z.partialRecord(caseCommand, z.array(caseStage)),
  classes: z.array(caseClass).check(z.minLength(1)),
  grades: z.array(grade).check(z.minLength(1)),
  dispatch: z.array(dispatchRule),
  /** Share of an allowance after which a warning shows, above 0 and below 1. */
  warnAt: z.number().check(z.positive(), z.maximum(0.99)),
  /** How often a deadline may be moved, and by how much each time. */
  extension: z.strictObject({
    times: count,
    allow: allowance,
    /** Whoever handles the case asks for it, and another grants it. */
    approval: z.optional(z.literal(true)),
  }),
  ratings: z.array(rating).check(z.minLength(2)),
  /** Without it, accepting a case is all that filing it asks. */
  filing: z.optional(z.array(filingCriterion)),
  duplicates: z.optional(duplicateRule),
  catalogues: z.optional(z.array(classCatalogue)),
});

/** A tier of meeting, from the nearest to the highest. */
const meeting = z.strictObject({
  id: key,
  label: term,
  /** What it settles. */
  settles: term,
  /** Who is entitled: the staff of the case's grid, or the holders of posts in the nearest unit of one of the kinds over the place. */
  body: z.union([
    z.strictObject({ grid: z.literal(true) }),
    z.strictObject({ kinds: z.array(key).check(z.minLength(1)), posts: z.array(key).check(z.minLength(1)) }),
  ]),
  /**
   * Posts whose holders may sit in without a vote: in units of some kinds that stand over the place, or in all that lie
   * within the territory of the unit that meets.
   */
  observers: z.optional(
    z.array(
      z.strictObject({
        where: z.enum(['over', 'within']),
        kinds: z.array(key).check(z.minLength(1)),
        posts: z.array(key).check(z.minLength(1)),
      }),
    ),
  ),
  quorum: share,
  majority: share,
  /** The tier that takes what this one cannot settle. */
  next: z.optional(key),
  steps: z.array(z.strictObject({ id: z.enum(['called', 'held', 'resolved']), label: term })),
  source,
});

/**
 * Who may: holders of a post (in units, or grids, of some kinds where it says `kinds`), any signed-in person, anyone at all, or a
 * process by name.
 */
const who = z.union([
  z.strictObject({ post: key, kinds: z.optional(z.array(key).check(z.minLength(1))) }),
  z.strictObject({ process: z.string() }),
  z.literal('signed-in'),
  z.literal('anyone'),
]);

/**
 * Who may do and see what. `do` names commands, or permissions to see, as `see:cases`. `where` bounds it: to what lies
 * in the territory of the post, to the unit of the post, to what that unit handles, to what is one's own.
 */
const permission = z.strictObject({
  do: z.array(z.string().check(z.minLength(1))).check(z.minLength(1)),
  by: z.array(who).check(z.minLength(1)),
  where: z.enum(['everywhere', 'territory', 'unit', 'handler', 'own']),
});
export type Permission = z.infer<typeof permission>;

/** What a place can state about how it works. Data only; checked as a whole by `parseModel`. */
export const governanceModel = z.strictObject({
  id: key,
  version: z.string().check(z.minLength(1)),
  name: term,
  /** The codes that the place holds. */
  territory: territoryCode,
  basis: z.array(basis),
  workingTime,
  tiers: z.array(tier).check(z.minLength(1)),
  kinds: z.array(kind).check(z.minLength(1)),
  posts: z.array(post),
  grids: z.strictObject({
    kinds: z.array(z.strictObject({ id: gridKind, label: term, source })),
    posts: z.array(gridPost),
    staffing: z.array(staffingRule),
    patrol: z.optional(patrolRules),
    occasions: z.optional(occasionRules),
    objects: z.optional(objectRules),
    servicePoints: z.optional(servicePointRules),
  }),
  cases: caseRules,
  meetings: z.array(meeting),
  /** How topics are talked over and decided; a place without it has no such procedure. */
  procedures: z.optional(procedureRules),
  /** Bodies that meet on their own account; a place without it has none. */
  assemblies: z.optional(assemblyRules),
  cobuilding: z.optional(cobuildingRules),
  points: z.optional(pointRules),
  consents: z.optional(consentRules),
  whistles: z.optional(whistleRules),
  campaigns: z.optional(campaignRules),
  bulletins: z.optional(bulletinRules),
  help: z.optional(helpRules),
  volunteering: z.optional(volunteeringRules),
  coverage: z.optional(coverageRules),
  crossPosting: z.optional(crossPostingRules),
  /** The duty list: who answers for a case in each of its stages. */
  duties: z.optional(dutyRules),
  admission: z.optional(admissionRules),
  establishment: z.optional(establishmentRules),
  linkage: z.optional(linkageRules),
  rota: z.optional(rotaRules),
  training: z.optional(trainingRules),
  /** Ways in which single units may work otherwise: one community, one policy. They change no `territory`, `variants` or `permissions`. */
  variants: z.optional(variantRules),
  permissions: z.array(permission),
});
export type GovernanceModel = z.infer<typeof governanceModel>;

export type Kind = z.infer<typeof kind>;
export type PostRule = z.infer<typeof post>;
export type StaffingRule = z.infer<typeof staffingRule>;
export type CaseClass = z.infer<typeof caseClass>;
export type CaseGrade = z.infer<typeof grade>;
export type DispatchRule = z.infer<typeof dispatchRule>;
export type MeetingRule = z.infer<typeof meeting>;
