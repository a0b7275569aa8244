import * as z from 'zod/mini';
import { contentRef } from '../kernel/contents.ts';
import type { Recorded } from '../kernel/envelope.ts';
import { streamKey } from '../kernel/ids.ts';
import { table } from '../kernel/views.ts';
import { sharedCode } from './shared-code.ts';
import { disclosed, topicEventSchemas, type Onward, type TopicEvent } from './topic.ts';

type Of<T extends TopicEvent['type']> = Extract<Recorded<TopicEvent>, { type: T }>;

/** A topic in a list: at which step of which procedure, open, published or ended. */
export const topicWalkRow = z.object({
  id: z.string(),
  procedure: z.string(),
  /** The rule of the model that chose the procedure. */
  rule: z.string(),
  matter: z.string(),
  step: z.string(),
  stage: z.enum(['open', 'unpublished', 'disclosed', 'completed', 'rejected']),
  /** The longest code that all of its grids begin with. */
  territory: z.string(),
  grids: z.number(),
  title: contentRef,
  /** What is to be published, or is. */
  what: z.optional(disclosed),
  /** Until when it is published, the instant itself left out. */
  until: z.optional(z.number()),
  text: z.optional(contentRef),
  objections: z.number(),
  /** How often a step was opened. */
  round: z.number(),
  raisedAt: z.number(),
  changedAt: z.number(),
});
export type TopicWalkRow = z.infer<typeof topicWalkRow>;

const firstWalk = ({ stream, at, data }: Of<'TopicRaised'>): TopicWalkRow => ({
  id: streamKey(stream),
  procedure: data.procedure,
  rule: data.rule,
  matter: data.matter,
  step: data.step,
  stage: 'open',
  territory: sharedCode(data.grids),
  grids: data.grids.length,
  title: data.title,
  objections: 0,
  round: 1,
  raisedAt: at,
  changedAt: at,
});

type Later = Exclude<Recorded<TopicEvent>, { type: 'TopicRaised' }>;

/** Nothing is published at any other stage. */
const unpublished = { what: undefined, until: undefined, text: undefined, objections: 0 };

const opened = ({ round }: TopicWalkRow, step: string): Partial<TopicWalkRow> => ({
  ...unpublished,
  stage: 'open',
  step,
  round: round + 1,
});

function gone(row: TopicWalkRow, to: Onward): Partial<TopicWalkRow> {
  if ('opens' in to) return opened(row, to.opens);
  if ('publishes' in to) return { ...unpublished, stage: 'unpublished', what: to.publishes };
  return { ...unpublished, stage: to.ends };
}

function changed(row: TopicWalkRow, event: Later): Partial<TopicWalkRow> {
  switch (event.type) {
    case 'StepTaken':
    case 'StepCarried':
    case 'DisclosureEnded':
      return gone(row, event.data.onward);
    case 'StepLost':
      return event.data.back === undefined ? { stage: 'rejected' } : opened(row, event.data.back);
    case 'DisclosureBegun': {
      const { what, until, text } = event.data;
      return { stage: 'disclosed', what, until, text, objections: 0 };
    }
    case 'TopicObjected':
      return { objections: event.data.objections };
    case 'StepReopened':
      return opened(row, event.data.opens);
  }
}

/** Topics by the step that they are at, by place, and what is published until when. */
export const topicWalks = table<TopicWalkRow, TopicEvent>({
  name: 'topic-walks',
  row: topicWalkRow,
  on: Object.keys(topicEventSchemas),
  keys: (event) => [streamKey(event.stream)],
  project(row, event) {
    if (event.type === 'TopicRaised') return firstWalk(event);
    return row === undefined ? undefined : { ...row, ...changed(row, event), changedAt: event.at };
  },
  indexes: [['procedure', 'step'], ['stage', 'until'], ['territory'], ['matter'], ['id']],
  about: { territory: 'territory' },
  contents: { title: 'see:topic-walks', text: 'see:topic-walks' },
});

/** One thing that happened on a topic's way: which step, how it ended, with its record or ballot. */
export const topicStepRow = z.object({
  id: z.string(),
  topic: z.string(),
  /** Place on the way, by which it sorts. */
  place: z.number(),
  step: z.string(),
  what: z.enum(['raised', 'taken', 'carried', 'lost', 'published', 'reopened', 'stood']),
  /** What was noted, or published. */
  record: z.optional(contentRef),
  ballot: z.optional(z.string()),
  eligible: z.optional(z.number()),
  present: z.optional(z.number()),
  /** How many objected; there where that opened a step again. */
  objections: z.optional(z.number()),
  at: z.number(),
});
export type TopicStepRow = z.infer<typeof topicStepRow>;

type Happened = Omit<TopicStepRow, 'id' | 'topic' | 'place' | 'at'>;

function happened(event: Recorded<TopicEvent>): Happened | undefined {
  switch (event.type) {
    case 'TopicRaised':
      return { step: event.data.raised ?? event.data.step, what: 'raised', record: event.data.title };
    case 'StepTaken': {
      const { step, record, eligible, present } = event.data;
      return { step, what: 'taken', record, eligible, present: present?.length };
    }
    case 'StepCarried':
      return { step: event.data.step, what: 'carried', ballot: event.data.ballot };
    case 'StepLost':
      return { step: event.data.step, what: 'lost', ballot: event.data.ballot };
    case 'DisclosureBegun':
      return { step: event.data.step, what: 'published', record: event.data.text };
    case 'TopicObjected':
      return undefined;
    case 'StepReopened':
      return { step: event.data.step, what: 'reopened', objections: event.data.objections };
    case 'DisclosureEnded':
      return { step: event.data.step, what: 'stood' };
  }
}

/** The way of each topic, step by step. Who objected, and in which words, is not in it. */
export const topicSteps = table<TopicStepRow, TopicEvent>({
  name: 'topic-steps',
  row: topicStepRow,
  on: Object.keys(topicEventSchemas).filter((type) => type !== 'TopicObjected'),
  keys: (event) => [`${streamKey(event.stream)}/${event.version}`],
  project(row, event, id) {
    const what = happened(event);
    if (what === undefined) return row;
    return { id, topic: streamKey(event.stream), place: event.version, ...what, at: event.at };
  },
  indexes: [['topic', 'place']],
  about: {},
  within: { column: 'topic', stream: 'topic' },
  contents: { record: 'see:topic-walks' },
});

/** An objection to what is published, for those who have to weigh it: nobody else learns who objected, or why. */
export const topicObjectionRow = z.object({
  id: z.string(),
  topic: z.string(),
  step: z.string(),
  person: z.string(),
  reason: contentRef,
  territory: z.string(),
  at: z.number(),
});
export type TopicObjectionRow = z.infer<typeof topicObjectionRow>;

/** Objections to what was published, by topic and place. */
export const topicObjections = table<TopicObjectionRow, TopicEvent>({
  name: 'topic-objections',
  row: topicObjectionRow,
  on: ['TopicObjected'],
  keys: (event) => [`${streamKey(event.stream)}/${event.version}`],
  project(row, event, id) {
    if (event.type !== 'TopicObjected') return row;
    const { step, person, reason, territory } = event.data;
    return { id, topic: streamKey(event.stream), step, person, reason, territory, at: event.at };
  },
  indexes: [['topic', 'at'], ['territory'], ['person']],
  about: { territory: 'territory' },
  contents: { reason: 'see:topic-objections' },
});

/** Read models of topics: where they stand, the way that they came, and what was objected. */
export const topicViews = [topicWalks, topicSteps, topicObjections] as const;
