import * as z from 'zod/mini';
import type { Message, Recorded } from '../../kernel/envelope.ts';
import { modelKey, streamKey, territoryCode, unitId, type StreamId } from '../../kernel/ids.ts';

/** The office that a declaration is about: a post in a unit of a kind; whether the post heads that unit. */
const office = { unit: unitId, post: modelKey, kind: modelKey, head: z.boolean() };

/** What an office-holder says of themselves, and what they said before. `place` is the whole place: nothing smaller is counted. */
export const membershipDeclared = z.strictObject({
  ...office,
  member: z.boolean(),
  was: z.optional(z.boolean()),
  place: territoryCode,
});
/** The office ended, or its holder took the declaration back. */
export const declarationWithdrawn = z.strictObject({ ...office, member: z.boolean(), place: territoryCode });

export const declarationEventSchemas = {
  MembershipDeclared: membershipDeclared,
  DeclarationWithdrawn: declarationWithdrawn,
} as const;

type Schemas = typeof declarationEventSchemas;
/** What can happen to what a person declares. */
export type DeclarationEvent = { [T in keyof Schemas]: Message<T, z.infer<Schemas[T]>> }[keyof Schemas];

/** What one office-holder has declared, office by office. */
export type Declared = z.infer<typeof declarationWithdrawn>;

/** All that a person has declared of themselves. Nobody but that person sees it. */
export interface DeclarationState {
  readonly person: string;
  readonly offices: readonly Declared[];
}

/** The stream of what a person declares. */
export const declarationStream = (person: string): StreamId => `declaration/${person}`;

/** What was declared for an office, or undefined. */
export const declaredFor = (
  state: DeclarationState | undefined,
  { unit, post }: { readonly unit: string; readonly post: string },
): Declared | undefined => state?.offices.find((one) => one.unit === unit && one.post === post);

/** Folds what happened into what a person has declared. */
export function evolveDeclaration(
  state: DeclarationState | undefined,
  { type, data, stream }: Recorded<DeclarationEvent>,
): DeclarationState {
  const others = (state?.offices ?? []).filter(({ unit, post }) => unit !== data.unit || post !== data.post);
  const { unit, post, kind, head, member, place } = data;
  const offices = type === 'MembershipDeclared' ? [...others, { unit, post, kind, head, member, place }] : others;
  return { person: streamKey(stream), offices };
}
