import * as z from 'zod/mini';
import type { Sealed } from '../kernel/contents.ts';
import type { CommandSpec } from '../kernel/decider.ts';
import type { Message } from '../kernel/envelope.ts';
import { modelKey, personId, sittingId, territoryCode } from '../kernel/ids.ts';
import { civilDate } from '../kernel/time.ts';
import { sittingStream, type SittingState } from './sitting.ts';

const of = { sitting: sittingId };
const persons = z.array(personId).check(z.maxLength(1000));
const text = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));
const convening = { ...of, assembly: modelKey, place: territoryCode, on: civilDate };

/** Convenes the body of a place for a day; where it is urgent, with a reason of 1 to 1,000 characters. */
export const conveneSitting = z.discriminatedUnion('kind', [
  z.strictObject({ ...convening, kind: z.literal('regular') }),
  z.strictObject({ ...convening, kind: z.literal('urgent'), reason: text(1000) }),
]);
/** Puts one more item on the agenda, by a title of 1 to 200 characters. */
export const addSittingItem = z.strictObject({ ...of, title: text(200) });
/** Opens the sitting on its day with those who came: of those due, and of those who may sit in. */
export const openSitting = z.strictObject({ ...of, present: persons, observers: z.optional(persons) });
/** Keeps the minutes of an item, 1 to 10,000 characters. */
export const keepMinutes = z.strictObject({ ...of, item: z.int().check(z.minimum(1)), minutes: text(10_000) });
/** Ends a sitting that has minutes on every item. */
export const closeSitting = z.strictObject(of);
/** Notes that the day passed without the sitting. The clock asks it. */
export const lapseSitting = z.strictObject({ ...of, on: civilDate });

type ConveneInput = z.infer<typeof conveneSitting>;
type SealedReason<Data> = Data extends { readonly reason: string } ? Sealed<Data, 'reason'> : Data;
export type ConveneSittingData = SealedReason<ConveneInput>;
export type AddSittingItemData = Sealed<z.infer<typeof addSittingItem>, 'title'>;
export type OpenSittingData = z.infer<typeof openSitting>;
export type KeepMinutesData = Sealed<z.infer<typeof keepMinutes>, 'minutes'>;
export type CloseSittingData = z.infer<typeof closeSitting>;
export type LapseSittingData = z.infer<typeof lapseSitting>;

/** What may be asked of sittings, as `decide` sees it. */
export type SittingCommand =
  | Message<'ConveneSitting', ConveneSittingData>
  | Message<'AddSittingItem', AddSittingItemData>
  | Message<'OpenSitting', OpenSittingData>
  | Message<'KeepMinutes', KeepMinutesData>
  | Message<'CloseSitting', CloseSittingData>
  | Message<'LapseSitting', LapseSittingData>;
/** What may be asked of a sitting that was convened. */
export type SittingStep = Exclude<SittingCommand, { type: 'ConveneSitting' }>;

const stream = ({ sitting }: { readonly sitting: string }) => sittingStream(sitting);

const convene: CommandSpec<ConveneSittingData> = {
  schema: () => conveneSitting,
  stream,
  begins: true,
  seals: ['reason'],
  about: ({ place }) => ({ territory: place }),
};

const step = (
  schema: z.ZodMiniType,
  ...seals: readonly string[]
): CommandSpec<{ readonly sitting: string }, SittingState> => ({ schema: () => schema, stream, seals });

/** Every command on a sitting: what it may say, the stream it is decided on, the texts that must stay erasable. */
export const sittingCommandSpecs = {
  ConveneSitting: convene,
  AddSittingItem: step(addSittingItem, 'title'),
  OpenSitting: step(openSitting),
  KeepMinutes: step(keepMinutes, 'minutes'),
  CloseSitting: step(closeSitting),
  LapseSitting: step(lapseSitting),
} as const;
