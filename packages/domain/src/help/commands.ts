import * as z from 'zod/mini';
import type { ContentRef } from '../kernel/contents.ts';
import type { CommandSpec } from '../kernel/decider.ts';
import type { Message } from '../kernel/envelope.ts';
import { unitOf } from '../kernel/facts.ts';
import { helpId, helpTeamId, modelKey, personId, unitId } from '../kernel/ids.ts';
import { trimmed } from '../kernel/text.ts';
import { helpStream, helpTeamStream, type HelpState } from './help.ts';

const of = { help: helpId };
const team = { team: helpTeamId };
/** A free text of 1 to 1,000 characters. */
const text = z.string().check(trimmed, z.minLength(1), z.maxLength(1000));

/** How to reach whose matter it is. */
const contact = z.strictObject({
  name: z.optional(z.string().check(z.maxLength(50))),
  phone: z.optional(z.string().check(z.regex(/^[+0-9][0-9 -]{4,19}$/))),
});

const schemas = {
  FormHelpTeam: z.strictObject({
    ...team,
    unit: unitId,
    skills: z.array(modelKey).check(z.minLength(1), z.maxLength(50)),
  }),
  DissolveHelpTeam: z.strictObject(team),
  /** Asks for help of a skill, in a grid; for oneself, or taken down for another who is named or not. */
  AskHelp: z.strictObject({
    ...of,
    skill: modelKey,
    grid: z.string().check(z.minLength(1)),
    helped: z.optional(personId),
    need: text,
    contact: z.optional(contact),
  }),
  MatchHelp: z.strictObject({ ...of, ...team, reason: z.optional(text) }),
  NameHelper: z.strictObject({ ...of, helper: personId }),
  EndHelp: z.strictObject({ ...of, settled: z.boolean(), result: text }),
} as const;

type Schemas = typeof schemas;
type Texts = 'need' | 'contact' | 'reason' | 'result';
type AsDecided<Data> = {
  readonly [F in keyof Data]: F extends Texts
    ? undefined extends Data[F]
      ? ContentRef | undefined
      : ContentRef
    : Data[F];
};
/** What one of the commands says, its texts sealed. */
export type HelpData<T extends keyof Schemas> = AsDecided<z.infer<Schemas[T]>>;
/** What may be asked of help and of the teams that give it. */
export type HelpCommand = { [T in keyof Schemas]: Message<T, HelpData<T>> }[keyof Schemas];

const stream = (data: { readonly help: string }) => helpStream(data.help);
const teamStream = (data: { readonly team: string }) => helpTeamStream(data.team);

const form: CommandSpec<HelpData<'FormHelpTeam'>, HelpState> = {
  schema: () => schemas.FormHelpTeam,
  stream: teamStream,
  begins: true,
  about: ({ unit }, _state, facts) => ({ unit, territory: facts(unitOf(unit))?.territories[0] }),
};
const ask: CommandSpec<HelpData<'AskHelp'>, HelpState> = {
  schema: () => schemas.AskHelp,
  stream,
  seals: ['need', 'contact'],
  begins: true,
  about: ({ grid, helped }) => ({ territory: grid, owner: helped }),
};
const match: CommandSpec<HelpData<'MatchHelp'>, HelpState> = {
  schema: () => schemas.MatchHelp,
  stream,
  seals: ['reason'],
};

/** Every command on help and its teams: what it may say, the stream it is decided on, whose it is. */
export const helpCommandSpecs = {
  FormHelpTeam: form,
  DissolveHelpTeam: { schema: () => schemas.DissolveHelpTeam, stream: teamStream } satisfies CommandSpec<
    HelpData<'DissolveHelpTeam'>
  >,
  AskHelp: ask,
  MatchHelp: match,
  NameHelper: { schema: () => schemas.NameHelper, stream } satisfies CommandSpec<HelpData<'NameHelper'>>,
  EndHelp: { schema: () => schemas.EndHelp, stream, seals: ['result'] } satisfies CommandSpec<HelpData<'EndHelp'>>,
};
