import * as z from 'zod/mini';
import type { ContentRef } from '../kernel/contents.ts';
import type { CommandSpec } from '../kernel/decider.ts';
import type { Message } from '../kernel/envelope.ts';
import { bulletinId, modelKey, personId, territoryCode, unitId } from '../kernel/ids.ts';
import { trimmed } from '../kernel/text.ts';
import { bulletinStream, type BulletinState } from './bulletin.ts';

const of = { bulletin: bulletinId };
const text = (max: number) => z.string().check(trimmed, z.minLength(1), z.maxLength(max));

const schemas = {
  /** Publishes a bulletin: a title of up to 100 characters, a text of up to 4,000. */
  PublishBulletin: z.strictObject({
    ...of,
    unit: unitId,
    territory: territoryCode,
    post: z.optional(modelKey),
    title: text(100),
    text: text(4000),
  }),
  /** Says that the reader, who asks, has read it. The record counts it and names nobody. */
  ReadBulletin: z.strictObject({ ...of, reader: personId }),
  WithdrawBulletin: z.strictObject({ ...of, reason: text(1000) }),
} as const;

type Schemas = typeof schemas;
type AsDecided<Data> = { readonly [F in keyof Data]: F extends 'title' | 'text' | 'reason' ? ContentRef : Data[F] };
/** What one of the commands says, its texts sealed. */
export type BulletinData<T extends keyof Schemas> = AsDecided<z.infer<Schemas[T]>>;
/** What may be asked of a bulletin. */
export type BulletinCommand = { [T in keyof Schemas]: Message<T, BulletinData<T>> }[keyof Schemas];

const stream = (data: { readonly bulletin: string }) => bulletinStream(data.bulletin);

const publish: CommandSpec<BulletinData<'PublishBulletin'>> = {
  schema: () => schemas.PublishBulletin,
  stream,
  seals: ['title', 'text'],
  begins: true,
  about: ({ unit, territory }) => ({ unit, territory }),
};
/** A receipt is the reader's own: nobody reads in another's name. */
const read: CommandSpec<BulletinData<'ReadBulletin'>, BulletinState> = {
  schema: () => schemas.ReadBulletin,
  stream,
  anonymous: () => true,
  about: ({ reader }, state) => ({ owner: reader, territory: state?.territory }),
};

/** Every command on a bulletin: what it may say, the stream it is decided on, whose it is. */
export const bulletinCommandSpecs = {
  PublishBulletin: publish,
  ReadBulletin: read,
  WithdrawBulletin: {
    schema: () => schemas.WithdrawBulletin,
    stream,
    seals: ['reason'],
  } satisfies CommandSpec<BulletinData<'WithdrawBulletin'>>,
};
