import * as z from 'zod/mini';
import type { Sealed } from '../kernel/contents.ts';
import type { CommandSpec } from '../kernel/decider.ts';
import type { Message } from '../kernel/envelope.ts';
import { ballotId, modelKey, personId, territoryCode, topicId } from '../kernel/ids.ts';
import { instant } from '../kernel/time.ts';
import { topicStream, type TopicState } from './topic.ts';

const of = { topic: topicId };
const text = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));
const persons = z.array(personId).check(z.maxLength(1000));

/** Raises a topic over 1 to 200 grids, under a title of 1 to 200 characters. The model chooses its procedure. */
export const raiseTopic = z.strictObject({
  ...of,
  matter: modelKey,
  grids: z.array(territoryCode).check(z.minLength(1), z.maxLength(200)),
  title: text(200),
});
/** Takes a step that is talk or deed, with a record of 1 to 4,000 characters and who of the body was there. */
export const takeStep = z.strictObject({ ...of, step: modelKey, record: text(4000), present: z.optional(persons) });
/** Takes a step that is voted on, by the ballot that was held on it. */
export const passStep = z.strictObject({ ...of, step: modelKey, ballot: ballotId });
/** Publishes what was resolved, in 1 to 4,000 characters; the next step waits for its days. */
export const publishResolution = z.strictObject({ ...of, text: text(4000) });
/** Publishes what was carried out, in 1 to 4,000 characters; the next step waits for its days. */
export const publishResult = z.strictObject({ ...of, text: text(4000) });
/** Objects to what is published, with a reason of 1 to 1,000 characters; each person once. */
export const objectToTopic = z.strictObject({ ...of, reason: text(1000) });
/** Ends a disclosure whose days are over. The clock asks it. */
export const endDisclosure = z.strictObject({ ...of, step: modelKey, until: instant });

export type RaiseTopicData = Sealed<z.infer<typeof raiseTopic>, 'title'>;
export type TakeStepData = Sealed<z.infer<typeof takeStep>, 'record'>;
export type PassStepData = z.infer<typeof passStep>;
export type PublishData = Sealed<z.infer<typeof publishResolution>, 'text'>;
export type ObjectToTopicData = Sealed<z.infer<typeof objectToTopic>, 'reason'>;
export type EndDisclosureData = z.infer<typeof endDisclosure>;

/** What may be asked of topics, as `decide` sees it. */
export type TopicCommand =
  | Message<'RaiseTopic', RaiseTopicData>
  | Message<'TakeStep', TakeStepData>
  | Message<'PassStep', PassStepData>
  | Message<'PublishResolution', PublishData>
  | Message<'PublishResult', PublishData>
  | Message<'ObjectToTopic', ObjectToTopicData>
  | Message<'EndDisclosure', EndDisclosureData>;
/** What may be asked of a topic that was raised. */
export type TopicStep = Exclude<TopicCommand, { type: 'RaiseTopic' }>;

const stream = ({ topic }: { readonly topic: string }) => topicStream(topic);

const raise: CommandSpec<RaiseTopicData> = {
  schema: () => raiseTopic,
  stream,
  begins: true,
  seals: ['title'],
  about: ({ grids }) => ({ territory: grids }),
};

const step = (
  schema: z.ZodMiniType,
  ...seals: readonly string[]
): CommandSpec<{ readonly topic: string }, TopicState> => ({ schema: () => schema, stream, seals });

/** Every command on a topic: what it may say, the stream it is decided on, the texts that must stay erasable. */
export const topicCommandSpecs = {
  RaiseTopic: raise,
  TakeStep: step(takeStep, 'record'),
  PassStep: step(passStep),
  PublishResolution: step(publishResolution, 'text'),
  PublishResult: step(publishResult, 'text'),
  ObjectToTopic: step(objectToTopic, 'reason'),
  EndDisclosure: step(endDisclosure),
} as const;
