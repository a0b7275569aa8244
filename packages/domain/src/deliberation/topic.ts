import * as z from 'zod/mini';
import { contentRef } from '../kernel/contents.ts';
import type { Envelope, Message, Recorded } from '../kernel/envelope.ts';
import {
  ballotId,
  modelKey,
  personId,
  streamKey,
  territoryCode,
  type PersonId,
  type TerritoryCode,
} from '../kernel/ids.ts';
import { instant, type Instant } from '../kernel/time.ts';

/** What is published after a step. */
export const disclosed = z.enum(['resolution', 'result']);
export type Disclosed = z.infer<typeof disclosed>;

/** Where a topic goes after a step: the step that opens, to publication, or to its end. */
const onward = z.union([
  z.strictObject({ opens: modelKey }),
  z.strictObject({ publishes: disclosed }),
  z.strictObject({ ends: z.literal('completed') }),
]);
export type Onward = z.infer<typeof onward>;

/** A topic was raised, and takes the procedure that a rule of the model chose for it. */
export const topicRaised = z.strictObject({
  procedure: modelKey,
  /** The rule that chose the procedure. */
  rule: modelKey,
  matter: modelKey,
  grids: z.array(territoryCode).check(z.minLength(1)),
  title: contentRef,
  /** The step that raising it was, where the procedure begins with that. */
  raised: z.optional(modelKey),
  /** The step that waits now. */
  step: modelKey,
});
/** A step was taken, by talk or by deed, with its record and who was there. */
export const stepTaken = z.strictObject({
  step: modelKey,
  record: contentRef,
  /** The units whose body took it. */
  units: z.array(z.string()),
  /** How many were due, and who of them was there; left out where no body is named. */
  eligible: z.optional(z.int()),
  present: z.optional(z.array(personId)),
  onward,
});
/** A step was carried by a ballot. */
export const stepCarried = z.strictObject({ step: modelKey, ballot: ballotId, onward });
/** A step was lost in a ballot: the topic goes back to a step, or is rejected. */
export const stepLost = z.strictObject({ step: modelKey, ballot: ballotId, back: z.optional(modelKey) });
/** What a step came to is published from a day on, until the instant at which the next step may begin. */
export const disclosureBegun = z.strictObject({
  step: modelKey,
  what: disclosed,
  until: instant,
  text: contentRef,
});
/** Somebody objected to what is published; `objections` counts persons so far. */
export const topicObjected = z.strictObject({
  step: modelKey,
  person: personId,
  reason: contentRef,
  objections: z.int().check(z.minimum(1)),
  /** The longest code that all grids of the topic begin with. */
  territory: z.string(),
});
/** So many objected that a step is opened again. */
export const stepReopened = z.strictObject({ step: modelKey, opens: modelKey, objections: z.int() });
/** What was published stood for its days; the topic goes on. */
export const disclosureEnded = z.strictObject({ step: modelKey, onward });

/** The data of every event of a topic, by the event's type. */
export const topicEventSchemas = {
  TopicRaised: topicRaised,
  StepTaken: stepTaken,
  StepCarried: stepCarried,
  StepLost: stepLost,
  DisclosureBegun: disclosureBegun,
  TopicObjected: topicObjected,
  StepReopened: stepReopened,
  DisclosureEnded: disclosureEnded,
} as const;

type Schemas = typeof topicEventSchemas;
/** What can happen to a topic. */
export type TopicEvent = { [T in keyof Schemas]: Message<T, z.infer<Schemas[T]>> }[keyof Schemas];

interface Standing {
  readonly id: string;
  readonly procedure: string;
  readonly matter: string;
  readonly grids: readonly TerritoryCode[];
  /** The step that it is at: open, to be published, published, or its last. */
  readonly step: string;
  /** How often a step was opened so far. A ballot counts for the round that it was opened in. */
  readonly round: number;
}
/** A step waits to be taken. */
export type OpenTopic = Standing & { readonly stage: 'open' };
/** A step was taken, and what it came to waits to be published. */
export type UnpublishedTopic = Standing & { readonly stage: 'unpublished'; readonly what: Disclosed };
/** What a step came to is published. */
export type DisclosedTopic = Standing & {
  readonly stage: 'disclosed';
  readonly what: Disclosed;
  readonly until: Instant;
  readonly objectors: readonly PersonId[];
};
export type EndedTopic = Standing & { readonly stage: 'completed' | 'rejected' };
/** A topic: what it can be at a stage is all that its type lets it be. */
export type TopicState = OpenTopic | UnpublishedTopic | DisclosedTopic | EndedTopic;

/** The stream of a topic, by the topic's id. */
export const topicStream = (id: string): `topic/${string}` => `topic/${id}`;

const begin = ({ stream }: Envelope, data: z.infer<typeof topicRaised>): OpenTopic => ({
  stage: 'open',
  id: streamKey(stream),
  procedure: data.procedure,
  matter: data.matter,
  grids: data.grids,
  step: data.step,
  round: 1,
});

const standing = ({ id, procedure, matter, grids, step, round }: TopicState): Standing => ({
  id,
  procedure,
  matter,
  grids,
  step,
  round,
});

const opened = (state: TopicState, step: string): OpenTopic => ({
  ...standing(state),
  stage: 'open',
  step,
  round: state.round + 1,
});

function gone(state: TopicState, to: Onward): TopicState {
  if ('opens' in to) return opened(state, to.opens);
  if ('publishes' in to) return { ...standing(state), stage: 'unpublished', what: to.publishes };
  return { ...standing(state), stage: to.ends };
}

function next(state: TopicState, event: Recorded<TopicEvent>): TopicState {
  switch (event.type) {
    case 'TopicRaised':
      return state;
    case 'StepTaken':
    case 'StepCarried':
    case 'DisclosureEnded':
      return gone(state, event.data.onward);
    case 'StepLost':
      return event.data.back === undefined ? { ...standing(state), stage: 'rejected' } : opened(state, event.data.back);
    case 'DisclosureBegun': {
      const { what, until } = event.data;
      return { ...standing(state), stage: 'disclosed', what, until, objectors: [] };
    }
    case 'TopicObjected':
      return state.stage === 'disclosed' ? { ...state, objectors: [...state.objectors, event.data.person] } : state;
    case 'StepReopened':
      return opened(state, event.data.opens);
  }
}

/** Folds what happened into the state of a topic. */
export function evolveTopic(state: TopicState | undefined, event: Recorded<TopicEvent>): TopicState {
  if (event.type === 'TopicRaised') return begin(event, event.data);
  if (state === undefined) throw new Error(`${event.stream} begins with ${event.type}`);
  return next(state, event);
}
