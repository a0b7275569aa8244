import * as z from 'zod/mini';
import type { Sealed } from '../../kernel/contents.ts';
import type { CommandSpec } from '../../kernel/decider.ts';
import type { Message } from '../../kernel/envelope.ts';
import { modelKey, occasionId } from '../../kernel/ids.ts';
import { trimmed } from '../../kernel/text.ts';
import { occasionStream, type OccasionState } from './occasion.ts';

const grid = z.string().check(z.regex(/^[0-9A-Z]{15}([0-9]{2})?$/));
/** What it is about, or what came of it: 1 to 1,000 characters. */
const note = z.optional(z.string().check(trimmed, z.minLength(1), z.maxLength(1000)));
const of = { occasion: occasionId };

const callOccasion = z.strictObject({ ...of, grid, kind: modelKey, note });
const meetOccasion = z.strictObject({ ...of, note });
const missOccasion = z.strictObject(of);

/** What may be asked of an occasion that was called, as `decide` sees it. */
export type OccasionStep =
  | Message<'MeetOccasion', Sealed<z.infer<typeof meetOccasion>, 'note'>>
  | Message<'MissOccasion', z.infer<typeof missOccasion>>;
/** What may be asked of occasions. */
export type OccasionCommand = Message<'CallOccasion', Sealed<z.infer<typeof callOccasion>, 'note'>> | OccasionStep;

type Named = { readonly occasion: string };
const stream = (data: Named) => occasionStream(data.occasion);

const call: CommandSpec<Named & { readonly grid: string }> = {
  schema: () => callOccasion,
  stream,
  begins: true,
  seals: ['note'],
  about: (data) => ({ territory: data.grid }),
};

const step = (schema: z.ZodMiniType, seals: readonly string[] = []): CommandSpec<Named, OccasionState> => ({
  schema: () => schema,
  stream,
  seals,
  about: (_data, state) => ({ territory: state?.grid }),
});

/** Every command on an occasion. Nobody sends `MissOccasion`: it comes by itself when the time is up. */
export const occasionCommandSpecs = {
  CallOccasion: call,
  MeetOccasion: step(meetOccasion, ['note']),
  MissOccasion: step(missOccasion),
} as const;
