import * as z from 'zod/mini';
import type { Sealed } from '../../kernel/contents.ts';
import type { CommandSpec } from '../../kernel/decider.ts';
import type { Message } from '../../kernel/envelope.ts';
import { activityId, modelKey, personId, teamId, unitId } from '../../kernel/ids.ts';
import { instant } from '../../kernel/time.ts';
import { territoryOf } from '../places.ts';
import { activityStream, type ActivityContextState } from './activity.ts';

const of = { activity: activityId };
const participant = z.strictObject({ ...of, person: personId });

const schemas = {
  /** Publishes an activity of a unit, or of a team of it, under a title of 1 to 100 characters. */
  PublishActivity: z.strictObject({
    ...of,
    unit: unitId,
    team: z.optional(teamId),
    field: modelKey,
    title: z.string().check(z.trim(), z.minLength(1), z.maxLength(100)),
    places: z.int().check(z.minimum(1)),
    from: instant,
    until: instant,
  }),
  SignUp: participant,
  CancelSignUp: participant,
  SignIn: participant,
  SignOut: participant,
  /** Says off an activity that has not begun, with the reason in 1 to 500 characters. */
  CancelActivity: z.strictObject({ ...of, reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(500)) }),
  /** Ends an activity when nobody can sign out of it any more. */
  CloseActivity: z.strictObject(of),
} as const;

type Schemas = typeof schemas;
export type PublishActivityData = Sealed<z.infer<Schemas['PublishActivity']>, 'title'>;
export type CancelActivityData = Sealed<z.infer<Schemas['CancelActivity']>, 'reason'>;
/** Who, and of which activity. */
export type ParticipantData = z.infer<typeof participant>;

/** What may be asked of an activity that stands, as `decide` sees it. */
export type ActivityStep =
  | Message<'SignUp' | 'CancelSignUp' | 'SignIn' | 'SignOut', ParticipantData>
  | Message<'CancelActivity', CancelActivityData>
  | Message<'CloseActivity', z.infer<Schemas['CloseActivity']>>;
/** What may be asked of activities. */
export type ActivityCommand = Message<'PublishActivity', PublishActivityData> | ActivityStep;

const stream = (data: { readonly activity: string }) => activityStream(data.activity);

const publish: CommandSpec<PublishActivityData> = {
  schema: () => schemas.PublishActivity,
  stream,
  begins: true,
  seals: ['title'],
  about: ({ unit }, _state, facts) => ({ unit, territory: territoryOf(unit, facts) }),
};

const step = (
  schema: z.ZodMiniType,
  ...seals: readonly string[]
): CommandSpec<{ readonly activity: string; readonly person?: string }, ActivityContextState> => ({
  schema: () => schema,
  stream,
  seals,
  about: ({ person }, state) =>
    state === undefined || state.stage === 'hours'
      ? { owner: person }
      : { owner: person, unit: state.cohort.unit, territory: state.cohort.territory },
});

/** Every command on an activity: what it may say, the stream it is decided on, the texts that must stay erasable. */
export const activityCommandSpecs = {
  PublishActivity: publish,
  SignUp: step(schemas.SignUp),
  CancelSignUp: step(schemas.CancelSignUp),
  SignIn: step(schemas.SignIn),
  SignOut: step(schemas.SignOut),
  CancelActivity: step(schemas.CancelActivity, 'reason'),
  CloseActivity: step(schemas.CloseActivity),
} as const;
