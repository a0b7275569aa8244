import * as z from 'zod/mini';
import type { ContentRef } from '../kernel/contents.ts';
import type { CommandSpec } from '../kernel/decider.ts';
import type { Message } from '../kernel/envelope.ts';
import { caseOf } from '../kernel/facts.ts';
import { caseId, unitId, whistleId } from '../kernel/ids.ts';
import { trimmed } from '../kernel/text.ts';
import { instant } from '../kernel/time.ts';
import { whistleStream, type WhistleState } from './whistle.ts';

const of = { whistle: whistleId };
/** Why it is called, or why it is over: 1 to 1,000 characters. */
const reason = z.string().check(trimmed, z.minLength(1), z.maxLength(1000));

const schemas = {
  BlowWhistle: z.strictObject({
    ...of,
    case: caseId,
    unit: unitId,
    departments: z.array(unitId).check(z.minLength(1), z.maxLength(50)),
    reason,
  }),
  ReportIn: z.strictObject({ ...of, department: unitId }),
  NoteAbsence: z.strictObject({ ...of, due: instant }),
  EndWhistle: z.strictObject({ ...of, reason }),
} as const;

type Schemas = typeof schemas;
type AsDecided<Data> = { readonly [F in keyof Data]: F extends 'reason' ? ContentRef : Data[F] };
/** What one of the commands says, its text sealed. */
export type WhistleData<T extends keyof Schemas> = AsDecided<z.infer<Schemas[T]>>;
/** What may be asked of a whistle. */
export type WhistleCommand = { [T in keyof Schemas]: Message<T, WhistleData<T>> }[keyof Schemas];

const stream = (data: { readonly whistle: string }) => whistleStream(data.whistle);

const blow: CommandSpec<WhistleData<'BlowWhistle'>> = {
  schema: () => schemas.BlowWhistle,
  stream,
  seals: ['reason'],
  begins: true,
  about: ({ unit, case: on }, _state, facts) => ({ unit, territory: facts(caseOf(on))?.cohort.grid }),
  names: ({ case: on }) => [`case/${on}`],
};
/** It is the department's that it names. */
const reportIn: CommandSpec<WhistleData<'ReportIn'>, WhistleState> = {
  schema: () => schemas.ReportIn,
  stream,
  about: ({ department }, state) => ({ unit: state?.unit, handler: department, territory: state?.grid }),
};

/** Every command on a whistle: what it may say, the stream it is decided on, whose it is. */
export const whistleCommandSpecs = {
  BlowWhistle: blow,
  ReportIn: reportIn,
  NoteAbsence: { schema: () => schemas.NoteAbsence, stream } satisfies CommandSpec<WhistleData<'NoteAbsence'>>,
  EndWhistle: { schema: () => schemas.EndWhistle, stream, seals: ['reason'] } satisfies CommandSpec<
    WhistleData<'EndWhistle'>
  >,
};
