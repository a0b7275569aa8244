import * as z from 'zod/mini';
import { modelKey as key } from '../kernel/ids.ts';
import { term } from '../kernel/term.ts';
import { share } from './share-rule.ts';

const source = z.string().check(z.minLength(1));

/**
 * Holders of posts in units of some kinds: in the nearest that stands over the place, or in all that lie within it where it says
 * `within`. The place of those who sit in is that of the body itself.
 */
const holders = z.strictObject({
  where: z.optional(z.enum(['over', 'within'])),
  kinds: z.array(key).check(z.minLength(1)),
  posts: z.array(key).check(z.minLength(1)),
});

/** Who is entitled: the holders of each part together, each person once. The two committees are a body of two parts. */
export const bodyRule = z.array(holders).check(z.minLength(1));
export type BodyRule = z.infer<typeof bodyRule>;

/** How a body decides. */
export const votingRule = z.strictObject({
  /** How many of all due must take part, in person or by proxy. */
  quorum: share,
  majority: share,
  /** Whether the majority is of those who take part, or of all due. */
  of: z.enum(['present', 'all']),
  forms: z.array(z.enum(['open', 'secret'])).check(z.minLength(1)),
  /** How many others one person may vote for by proxy. Where it is left out, nobody votes for another. */
  proxies: z.optional(z.int().check(z.minimum(1), z.maximum(10))),
});
export type VotingRule = z.infer<typeof votingRule>;

/** What is published after a step, and how long before the next one may begin. */
const disclosure = z.strictObject({
  what: z.enum(['resolution', 'result']),
  /** Whole days that follow the day of publication. */
  days: z.int().check(z.minimum(1), z.maximum(365)),
  /** How many persons must object for a step to be opened again. */
  objections: z.int().check(z.minimum(1), z.maximum(100_000)),
  /** The step that is opened again; the step that was published unless told. */
  reopens: z.optional(key),
});
export type DisclosureRule = z.infer<typeof disclosure>;

const stepBase = { id: key, label: term, source };

/** A step of a procedure. The topic is raised by whoever the permissions let; a vote is taken by ballot. */
export const stepRule = z.discriminatedUnion('act', [
  z.strictObject({ ...stepBase, act: z.literal('raise') }),
  z.strictObject({
    ...stepBase,
    act: z.literal('talk'),
    /** Who takes the step; anyone whom the permissions let where it is left out. */
    body: z.optional(bodyRule),
    /** How many of the body must be there; there only with a body. */
    quorum: z.optional(share),
    disclose: z.optional(disclosure),
  }),
  z.strictObject({
    ...stepBase,
    act: z.literal('vote'),
    body: bodyRule,
    voting: votingRule,
    /** The step that is opened again where the vote is lost; the topic is rejected where it is left out. */
    otherwise: z.optional(key),
    disclose: z.optional(disclosure),
  }),
  z.strictObject({
    ...stepBase,
    act: z.literal('carry-out'),
    body: z.optional(bodyRule),
    disclose: z.optional(disclosure),
  }),
]);
export type StepRule = z.infer<typeof stepRule>;

/** The steps that a topic walks, in their order; none can be left out. */
const procedure = z.strictObject({
  id: key,
  label: term,
  steps: z.array(stepRule).check(z.minLength(2), z.maxLength(30)),
  source,
});
export type ProcedureRule = z.infer<typeof procedure>;

/** What a topic may be about. */
const matter = z.strictObject({
  id: key,
  label: term,
  /** Whether it is a major decision, appointment, project or sum of money (三重一大). */
  major: z.boolean(),
  source,
});

/** Which procedure a topic takes. A rule fits where all that it names is so; one that names nothing fits every topic. */
const choice = z.strictObject({
  id: key,
  procedure: key,
  major: z.optional(z.literal(true)),
  /** From how many grids on. */
  grids: z.optional(z.int().check(z.minimum(2), z.maximum(1000))),
  why: term,
  source,
});

/** How topics are raised, talked over, decided and carried out. The first choice that fits a topic names its procedure. */
export const procedureRules = z.strictObject({
  procedures: z.array(procedure).check(z.minLength(1)),
  matters: z.array(matter).check(z.minLength(1)),
  choices: z.array(choice).check(z.minLength(1)),
});
export type ProcedureRules = z.infer<typeof procedureRules>;
