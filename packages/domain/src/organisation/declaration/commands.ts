import * as z from 'zod/mini';
import type { CommandSpec } from '../../kernel/decider.ts';
import type { Message } from '../../kernel/envelope.ts';
import { modelKey, personId, unitId } from '../../kernel/ids.ts';
import { declarationStream } from './declaration.ts';

const office = { person: personId, unit: unitId, post: modelKey };

const schemas = {
  /** An office-holder says whether they are a member of the Party. Nobody says it for another. */
  DeclareMembership: z.strictObject({ ...office, member: z.boolean() }),
  WithdrawDeclaration: z.strictObject(office),
} as const;

type Schemas = typeof schemas;
/** What may be asked of what a person declares. */
export type DeclarationCommand = { [T in keyof Schemas]: Message<T, z.infer<Schemas[T]>> }[keyof Schemas];

const spec = (schema: z.ZodMiniType, begins: boolean): CommandSpec<DeclarationCommand['data']> => ({
  schema: () => schema,
  stream: ({ person }) => declarationStream(person),
  begins,
  about: ({ person }) => ({ owner: person }),
});

export const declarationCommandSpecs = {
  DeclareMembership: spec(schemas.DeclareMembership, true),
  WithdrawDeclaration: spec(schemas.WithdrawDeclaration, false),
} as const;
