import * as z from 'zod/mini';
import type { Sealed } from '../../kernel/contents.ts';
import type { CommandSpec } from '../../kernel/decider.ts';
import type { Message } from '../../kernel/envelope.ts';
import { claimedPostId, modelKey, personId, unitId } from '../../kernel/ids.ts';
import { civilDate } from '../../kernel/time.ts';
import { territoryOf } from '../places.ts';
import { claimedPostStream, type ClaimedPostState } from './claimed-post.ts';

const of = { post: claimedPostId };
const holder = z.strictObject({ ...of, person: personId });

const schemas = {
  /** Offers a post of a unit, under a title of 1 to 100 characters, for a term that ends before a day. */
  OfferPost: z.strictObject({
    ...of,
    unit: unitId,
    kind: modelKey,
    title: z.string().check(z.trim(), z.minLength(1), z.maxLength(100)),
    places: z.int().check(z.minimum(1)),
    from: civilDate,
    until: civilDate,
  }),
  ClaimPost: holder,
  GiveUpPost: holder,
  /** Takes a post back before its term is over; whoever holds it is free. */
  WithdrawPost: z.strictObject(of),
  /** Ends a post whose term is over. */
  EndPostTerm: z.strictObject(of),
} as const;

type Schemas = typeof schemas;
export type OfferPostData = Sealed<z.infer<Schemas['OfferPost']>, 'title'>;
/** Who, and which post. */
export type HolderData = z.infer<typeof holder>;

/** What may be asked of a post that is offered. */
export type ClaimedPostStep =
  | Message<'ClaimPost' | 'GiveUpPost', HolderData>
  | Message<'WithdrawPost' | 'EndPostTerm', z.infer<Schemas['WithdrawPost']>>;
/** What may be asked of posts that members claim, as `decide` sees it. */
export type ClaimedPostCommand = Message<'OfferPost', OfferPostData> | ClaimedPostStep;

const stream = (data: { readonly post: string }) => claimedPostStream(data.post);

const offer: CommandSpec<OfferPostData> = {
  schema: () => schemas.OfferPost,
  stream,
  begins: true,
  seals: ['title'],
  about: ({ unit }, _state, facts) => ({ unit, territory: territoryOf(unit, facts) }),
};
const step = (
  schema: z.ZodMiniType,
): CommandSpec<{ readonly post: string; readonly person?: string }, ClaimedPostState> => ({
  schema: () => schema,
  stream,
  about: ({ person }, state) => ({ owner: person, unit: state?.unit, territory: state?.territory }),
});

/** Every command on a claimed post: what it may say, the stream it is decided on, the texts that must stay erasable. */
export const claimedPostCommandSpecs = {
  OfferPost: offer,
  ClaimPost: step(schemas.ClaimPost),
  GiveUpPost: step(schemas.GiveUpPost),
  WithdrawPost: step(schemas.WithdrawPost),
  EndPostTerm: step(schemas.EndPostTerm),
} as const;
