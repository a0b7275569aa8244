import * as z from 'zod/mini';
import type { ContentRef } from '../../kernel/contents.ts';
import type { CommandSpec } from '../../kernel/decider.ts';
import type { Message } from '../../kernel/envelope.ts';
import { modelKey, personId, territoryCode, unitId } from '../../kernel/ids.ts';
import { civilDate } from '../../kernel/time.ts';
import { linkageStream, month } from './linkage.ts';
import { problemStream, type ProblemState } from './problem.ts';

const words = z.string().check(z.trim(), z.minLength(2), z.maxLength(2000));
const of = { compound: territoryCode, side: modelKey };
const id = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/));

const linkageSchemas = {
  /** Whoever stood for that side before leaves it by that. */
  TakeCharge: z.strictObject({ ...of, unit: unitId, person: personId }),
  LeaveCharge: z.strictObject(of),
  ReportMonth: z.strictObject({ ...of, month, text: words }),
} as const;

const problemSchemas = {
  RaiseProblem: z.strictObject({ problem: id, ...of, text: words }),
  TakeProblem: z.strictObject({ problem: id, side: modelKey, until: civilDate }),
  FinishProblem: z.strictObject({ problem: id, result: words }),
} as const;

type Linkage = { [T in keyof typeof linkageSchemas]: z.infer<(typeof linkageSchemas)[T]> };
type Problems = { [T in keyof typeof problemSchemas]: z.infer<(typeof problemSchemas)[T]> };
/** Data as a rule sees it: each text is a reference. */
type Referred<Data> = { [F in keyof Data]: F extends 'text' | 'result' ? ContentRef : Data[F] };

/** What may be asked of who stands for a compound. */
export type LinkageCommand = { [T in keyof Linkage]: Message<T, Referred<Linkage[T]>> }[keyof Linkage];
/** What may be asked of a problem on the list of a compound. */
export type ProblemCommand = { [T in keyof Problems]: Message<T, Referred<Problems[T]>> }[keyof Problems];

const linkageSpec = (schema: z.ZodMiniType, seals: readonly string[] = []): CommandSpec<LinkageCommand['data']> => ({
  schema: () => schema,
  stream: ({ compound }) => linkageStream(compound),
  begins: true,
  seals,
  about: (data) => ({ territory: data.compound, unit: 'unit' in data ? data.unit : undefined }),
});

export const linkageCommandSpecs = {
  TakeCharge: linkageSpec(linkageSchemas.TakeCharge),
  LeaveCharge: linkageSpec(linkageSchemas.LeaveCharge),
  ReportMonth: linkageSpec(linkageSchemas.ReportMonth, ['text']),
} as const;

const problemSpec = (
  schema: z.ZodMiniType,
  rest: Pick<CommandSpec, 'seals' | 'begins'>,
): CommandSpec<ProblemCommand['data'], ProblemState> => ({
  schema: () => schema,
  stream: ({ problem }) => problemStream(problem),
  about: (data, state) => ({
    territory: 'compound' in data ? data.compound : state?.compound,
    handler: state?.unit,
  }),
  ...rest,
});

export const problemCommandSpecs = {
  RaiseProblem: problemSpec(problemSchemas.RaiseProblem, { seals: ['text'], begins: true }),
  TakeProblem: problemSpec(problemSchemas.TakeProblem, {}),
  FinishProblem: problemSpec(problemSchemas.FinishProblem, { seals: ['result'] }),
} as const;
