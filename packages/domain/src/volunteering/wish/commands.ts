import * as z from 'zod/mini';
import type { Sealed } from '../../kernel/contents.ts';
import type { CommandSpec } from '../../kernel/decider.ts';
import type { Message } from '../../kernel/envelope.ts';
import { modelKey, personId, unitId, wishId } from '../../kernel/ids.ts';
import type { Subject } from '../../kernel/views.ts';
import { territoryOf } from '../places.ts';
import { wishStream, type WishState } from './wish.ts';

const of = { wish: wishId };
const text = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));
const plain = z.strictObject(of);
const claim = z.strictObject({ ...of, claimer: personId });

const schemas = {
  /**
   * Publishes a wish for a person: what is wished, in 1 to 200 characters that everybody reads, and who to turn to and where,
   * in 1 to 200 characters that only the claimer reads.
   */
  PublishWish: z.strictObject({
    ...of,
    unit: unitId,
    kind: modelKey,
    wisher: personId,
    channel: z.enum(['online', 'offline']),
    text: text(200),
    contact: text(200),
  }),
  ClaimWish: claim,
  GiveBackWish: plain,
  /** Says what was done, in 1 to 500 characters. */
  FulfilWish: z.strictObject({ ...of, note: text(500) }),
  ConfirmWish: plain,
  ReturnWish: plain,
  WithdrawWish: plain,
  /** Frees a wish that was claimed and not fulfilled in time. */
  FreeWish: plain,
} as const;

type Schemas = typeof schemas;
export type PublishWishData = Sealed<z.infer<Schemas['PublishWish']>, 'text' | 'contact'>;
export type FulfilWishData = Sealed<z.infer<Schemas['FulfilWish']>, 'note'>;
export type ClaimWishData = z.infer<typeof claim>;

/** What may be asked of a wish that is published. */
export type WishStep =
  | Message<'ClaimWish', ClaimWishData>
  | Message<'FulfilWish', FulfilWishData>
  | Message<'GiveBackWish' | 'ConfirmWish' | 'ReturnWish' | 'WithdrawWish' | 'FreeWish', z.infer<typeof plain>>;
/** What may be asked of micro-wishes, as `decide` sees it. */
export type WishCommand = Message<'PublishWish', PublishWishData> | WishStep;

const stream = (data: { readonly wish: string }) => wishStream(data.wish);

const publish: CommandSpec<PublishWishData> = {
  schema: () => schemas.PublishWish,
  stream,
  begins: true,
  seals: ['text', 'contact'],
  about: ({ unit, wisher }, _state, facts) => ({ owner: wisher, unit, territory: territoryOf(unit, facts) }),
};

type Asked = ClaimWishData | { readonly wish: string; readonly claimer?: undefined };

const placeOf = (state: WishState | undefined): Subject => ({ unit: state?.unit, territory: state?.territory });

/**
 * Whose step it is: the claimer's, or the wisher's. Who wished on line answers for it alone; of a wish that was written down for
 * somebody, those may tell the answer who look after the place.
 */
const claimers = (data: Asked, state: WishState | undefined): Subject => ({
  ...placeOf(state),
  owner: data.claimer ?? (state !== undefined && 'claimer' in state ? state.claimer : undefined),
});
const wishers = (_data: Asked, state: WishState | undefined): Subject => ({
  ...(state?.channel === 'offline' ? placeOf(state) : {}),
  owner: state?.wisher,
});

const step = (
  schema: z.ZodMiniType,
  about: (data: Asked, state: WishState | undefined) => Subject,
  ...seals: readonly string[]
): CommandSpec<Asked, WishState> => ({ schema: () => schema, stream, seals, about });

/** Every command on a wish: what it may say, the stream it is decided on, whose step it is. */
export const wishCommandSpecs = {
  PublishWish: publish,
  ClaimWish: step(schemas.ClaimWish, claimers),
  GiveBackWish: step(schemas.GiveBackWish, claimers),
  FulfilWish: step(schemas.FulfilWish, claimers, 'note'),
  ConfirmWish: step(schemas.ConfirmWish, wishers),
  ReturnWish: step(schemas.ReturnWish, wishers),
  WithdrawWish: step(schemas.WithdrawWish, wishers),
  FreeWish: step(schemas.FreeWish, (_data, state) => placeOf(state)),
} as const;
