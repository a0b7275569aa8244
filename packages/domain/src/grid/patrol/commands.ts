import * as z from 'zod/mini';
import type { Sealed } from '../../kernel/contents.ts';
import type { CommandSpec } from '../../kernel/decider.ts';
import type { Message } from '../../kernel/envelope.ts';
import { caseId, modelKey, patrolId } from '../../kernel/ids.ts';
import { trimmed } from '../../kernel/text.ts';
import { civilDate } from '../../kernel/time.ts';
import type { Subject } from '../../kernel/views.ts';
import { isPatrol, patrolStream, roundsStream, type PatrolState } from './patrol.ts';

const grid = z.string().check(z.regex(/^[0-9A-Z]{15}([0-9]{2})?$/));
/** What was done or heard: 1 to 1,000 characters. */
const note = z.string().check(trimmed, z.minLength(1), z.maxLength(1000));
const of = { patrol: patrolId };

const schemas = {
  StartPatrol: z.strictObject({ ...of, grid }),
  /** Notes what was done on the spot, of a kind that the model has. */
  DoOnTheSpot: z.strictObject({ ...of, kind: modelKey, note: z.optional(note) }),
  /** Writes into the visit diary what was heard on a visit. */
  NoteVisit: z.strictObject({ ...of, note }),
  /** Names a case that was reported on the patrol. */
  AddPatrolCase: z.strictObject({ ...of, case: caseId }),
  FinishPatrol: z.strictObject(of),
  /** Comes by itself when the day of a patrol that nobody finished is over. */
  LapsePatrol: z.strictObject(of),
  /** From today on rounds are due in a grid; comes by itself when the grid is drawn. */
  BeginRounds: z.strictObject({ grid }),
  /** Comes by itself at the end of a day on which rounds are due. */
  CloseRounds: z.strictObject({ grid, day: civilDate }),
  EndRounds: z.strictObject({ grid }),
} as const;

type Schemas = typeof schemas;
type Data<T extends keyof Schemas> = z.infer<Schemas[T]>;
/** What may be asked of a patrol that was begun, as `decide` sees it. */
export type PatrolStep =
  | Message<'DoOnTheSpot', Sealed<Data<'DoOnTheSpot'>, 'note'>>
  | Message<'NoteVisit', Sealed<Data<'NoteVisit'>, 'note'>>
  | Message<'AddPatrolCase', Data<'AddPatrolCase'>>
  | Message<'FinishPatrol', Data<'FinishPatrol'>>
  | Message<'LapsePatrol', Data<'LapsePatrol'>>;
/** What may be asked of the rounds of a grid. */
export type RoundsCommand =
  | Message<'BeginRounds', Data<'BeginRounds'>>
  | Message<'CloseRounds', Data<'CloseRounds'>>
  | Message<'EndRounds', Data<'EndRounds'>>;
/** What may be asked of patrols and rounds. */
export type PatrolCommand = Message<'StartPatrol', Data<'StartPatrol'>> | PatrolStep | RoundsCommand;

const start: CommandSpec<Data<'StartPatrol'>> = {
  schema: () => schemas.StartPatrol,
  stream: (data) => patrolStream(data.patrol),
  begins: true,
  about: (data) => ({ territory: data.grid }),
};

/** Where a patrol is and whose. */
const aboutPatrol = (state: PatrolState | undefined): Subject =>
  state !== undefined && isPatrol(state) ? { territory: state.grid, owner: state.person } : {};

const step = (
  schema: z.ZodMiniType,
  rest: Pick<CommandSpec<{ readonly case: string }>, 'seals' | 'names'> = {},
): CommandSpec<{ readonly patrol: string; readonly case: string }, PatrolState> => ({
  schema: () => schema,
  stream: (data) => patrolStream(data.patrol),
  about: (_data, state) => aboutPatrol(state),
  ...rest,
});

const rounds = (
  schema: z.ZodMiniType,
  rest: { readonly begins?: true } = {},
): CommandSpec<{ readonly grid: string }> => ({
  schema: () => schema,
  stream: (data) => roundsStream(data.grid),
  about: (data) => ({ territory: data.grid }),
  ...rest,
});

/** Every command on patrols and rounds: what it may say, the stream it is decided on, the texts that must stay erasable. */
export const patrolCommandSpecs = {
  StartPatrol: start,
  DoOnTheSpot: step(schemas.DoOnTheSpot, { seals: ['note'] }),
  NoteVisit: step(schemas.NoteVisit, { seals: ['note'] }),
  AddPatrolCase: step(schemas.AddPatrolCase, { names: (data) => [`case/${data.case}`] }),
  FinishPatrol: step(schemas.FinishPatrol),
  LapsePatrol: step(schemas.LapsePatrol),
  BeginRounds: rounds(schemas.BeginRounds, { begins: true }),
  CloseRounds: rounds(schemas.CloseRounds),
  EndRounds: rounds(schemas.EndRounds),
} as const;
