import * as z from 'zod/mini';
import type { ContentRef } from '../kernel/contents.ts';
import type { CommandSpec } from '../kernel/decider.ts';
import type { Message } from '../kernel/envelope.ts';
import { gridAt, type Facts } from '../kernel/facts.ts';
import { caseId, fileId, meetingId, modelKey, personId, unitId } from '../kernel/ids.ts';
import { position } from '../kernel/place.ts';
import { trimmed } from '../kernel/text.ts';
import { instant } from '../kernel/time.ts';
import type { Subject } from '../kernel/views.ts';
import { caseStage } from '../governance-model/case-stage.ts';
import type { GovernanceModel } from '../governance-model/model.ts';
import { caseStream, type Place } from './case.ts';
import { classFieldsSchema, leafClasses } from './fields.ts';

/** A free text that a person gives a reason or an account in: 1 to 1,000 characters. */
const text = z.string().check(trimmed, z.minLength(1), z.maxLength(1000));
const of = { case: caseId };

const contact = z.strictObject({
  name: z.optional(z.string().check(z.maxLength(50))),
  phone: z.optional(z.string().check(z.regex(/^[+0-9][0-9 -]{4,19}$/))),
});

interface Reachable {
  readonly mode: ReportCaseData['mode'];
  readonly contact?: z.infer<typeof contact> | undefined;
}

/** The field that should not be there: nobody can reach who reports anonymously; who asks to be masked leaves no name. */
function unwanted({ mode, contact: left }: Reachable): 'contact' | 'name' | undefined {
  if (left === undefined || mode === 'named') return undefined;
  if (mode === 'anonymous') return 'contact';
  return left.name === undefined ? undefined : 'name';
}

const reachable: z.core.CheckFn<Reachable> = ({ value, issues }) => {
  const field = unwanted(value);
  if (field === undefined) return;
  const path = field === 'contact' ? ['contact'] : ['contact', field];
  issues.push({ code: 'unrecognized_keys', keys: [field], path, input: { ...value } });
};

/** A place in a coordinate system that the model reads, or the code of a grid. */
const placeUnder = ({ cases: { report } }: GovernanceModel) =>
  z.union([
    z.strictObject({ position, system: z.enum(report.coordinates) }),
    z.strictObject({ grid: z.string().check(z.minLength(1)) }),
  ]);

/**
 * A report, under the model: its class's own fields, its bounds of text and photos, the ways it lets a reporter be
 * reached. The form and the desk use this one schema.
 */
export function reportCaseSchema(model: GovernanceModel): z.ZodMiniType {
  const { report } = model.cases;
  const base = {
    ...of,
    place: placeUnder(model),
    text: z.string().check(trimmed, z.minLength(report.text.min), z.maxLength(report.text.max)),
    address: z.optional(z.string().check(trimmed, z.maxLength(200))),
    photos: z.array(fileId).check(z.maxLength(report.photos.max)),
    channel: z.enum(report.channels),
    mode: z.enum(report.contacts),
    contact: z.optional(contact),
    /** For a reporter whom the desk does not know: the hash of the secret on the receipt. */
    receipt: z.optional(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
  };
  const byClass = leafClasses(model).map((one) =>
    z
      .strictObject({
        ...base,
        class: z.literal(one.id),
        fields: one.fields.some(({ required }) => required)
          ? classFieldsSchema(one.fields)
          : z.optional(classFieldsSchema(one.fields)),
      })
      .check(reachable),
  );
  const [first, ...others] = byClass;
  if (first === undefined) return z.never();
  return z.discriminatedUnion('class', [first, ...others]);
}

const schemas = {
  AcceptCase: z.strictObject({ ...of, grade: z.optional(modelKey) }),
  DeclineCase: z.strictObject({ ...of, reason: text }),
  FileCase: z.strictObject({ ...of, criteria: z.optional(z.array(modelKey)) }),
  DispatchCase: z.strictObject({ ...of, handler: unitId, reason: z.optional(text) }),
  StartCase: z.strictObject(of),
  ContactReporter: z.strictObject({ ...of, note: text }),
  HandleCase: z.strictObject({ ...of, result: text, photos: z.optional(z.array(fileId)) }),
  ReturnCase: z.strictObject({ ...of, reason: text }),
  ReassignCase: z.strictObject({ ...of, handler: unitId, reason: text }),
  AskExtension: z.strictObject({ ...of, reason: text }),
  ExtendCase: z.strictObject({ ...of, reason: text }),
  RefuseExtension: z.strictObject({ ...of, reason: text }),
  UrgeCase: z.strictObject({ ...of, note: text }),
  SuspendCase: z.strictObject({ ...of, reason: text }),
  ResumeCase: z.strictObject(of),
  VerifyCase: z.strictObject({ ...of, note: z.optional(text) }),
  ReworkCase: z.strictObject({ ...of, reason: text }),
  ReplyCase: z.strictObject({ ...of, reply: text }),
  RateCase: z.strictObject({
    ...of,
    rating: modelKey,
    /** Whether the matter is resolved, where the reporter says so. */
    resolved: z.optional(z.boolean()),
    comment: z.optional(text),
  }),
  ReopenCase: z.strictObject({ ...of, reason: text }),
  EscalateCase: z.strictObject({ ...of, reason: text, tier: z.optional(modelKey) }),
  SettleCase: z.strictObject({ ...of, meeting: meetingId, resolution: text }),
  ReferCase: z.strictObject({ ...of, meeting: meetingId, handler: unitId, resolution: text }),
  MergeCase: z.strictObject({ ...of, into: caseId, reason: text }),
  WithdrawCase: z.strictObject({ ...of, reason: z.optional(text) }),
  VoidCase: z.strictObject({ ...of, reason: text }),
  WarnDeadline: z.strictObject({ ...of, stage: caseStage, due: instant }),
  SuperviseCase: z.strictObject({ ...of, stage: caseStage, due: instant }),
  WarnContact: z.strictObject({ ...of, due: instant }),
  NoteContactOverdue: z.strictObject({ ...of, due: instant }),
  NoteAnswerable: z.strictObject({
    ...of,
    stage: caseStage,
    due: instant,
    unit: unitId,
    holders: z.array(z.strictObject({ person: personId, post: modelKey })),
  }),
  RefileCase: z.strictObject({ ...of, gone: unitId }),
  ShareReply: z.strictObject({ ...of, reply: text }),
} as const;

/** Fields that go to the contents store, for each command that has any. */
const seals = {
  ReportCase: ['text', 'address', 'fields', 'contact'],
  DeclineCase: ['reason'],
  DispatchCase: ['reason'],
  ContactReporter: ['note'],
  HandleCase: ['result'],
  ReturnCase: ['reason'],
  ReassignCase: ['reason'],
  AskExtension: ['reason'],
  ExtendCase: ['reason'],
  RefuseExtension: ['reason'],
  UrgeCase: ['note'],
  SuspendCase: ['reason'],
  VerifyCase: ['note'],
  ReworkCase: ['reason'],
  ReplyCase: ['reply'],
  RateCase: ['comment'],
  ReopenCase: ['reason'],
  EscalateCase: ['reason'],
  SettleCase: ['resolution'],
  ReferCase: ['resolution'],
  MergeCase: ['reason'],
  WithdrawCase: ['reason'],
  VoidCase: ['reason'],
  ShareReply: ['reply'],
} as const;

type Schemas = typeof schemas;
type SealedText = ContentRef;
type SealedBy<T> = T extends keyof typeof seals ? (typeof seals)[T][number] : never;
/** A command's data as `decide` sees it: references where texts stood. */
type AsDecided<T extends keyof Schemas, Data = z.infer<Schemas[T]>> = {
  readonly [F in keyof Data]: F extends SealedBy<T>
    ? undefined extends Data[F]
      ? SealedText | undefined
      : SealedText
    : Data[F];
};

/** A report as `decide` sees it. */
export interface ReportCaseData {
  readonly case: z.infer<typeof caseId>;
  readonly class: string;
  readonly place: Place;
  readonly text: ContentRef;
  readonly address?: ContentRef | undefined;
  readonly fields?: ContentRef | undefined;
  readonly photos: readonly z.infer<typeof fileId>[];
  readonly channel: 'resident' | 'gridder' | 'hotline' | 'platform';
  readonly mode: 'masked' | 'named' | 'anonymous';
  readonly contact?: ContentRef | undefined;
  readonly receipt?: string | undefined;
}

/** What may be asked of a case that stands. */
export type CaseStep = { [T in keyof Schemas]: Message<T, AsDecided<T>> }[keyof Schemas];
export type CaseCommand = Message<'ReportCase', ReportCaseData> | CaseStep;
export type StepData<T extends CaseStep['type']> = Extract<CaseStep, { type: T }>['data'];

const stream = (data: { readonly case: string }) => caseStream(data.case);
const sealed: Readonly<Record<string, readonly string[]>> = seals;

const step = <T extends CaseStep['type']>(
  type: T,
  more: Partial<Pick<CommandSpec<StepData<T>>, 'names' | 'files' | 'schema'>> = {},
): CommandSpec<StepData<T>> => ({
  schema: () => schemas[type],
  stream,
  seals: sealed[type] ?? [],
  ...more,
});

/** Schemas that a model shapes are made once for each. */
function onceFor(make: (model: GovernanceModel) => z.ZodMiniType): (model: GovernanceModel) => z.ZodMiniType {
  const made = new WeakMap<GovernanceModel, z.ZodMiniType>();
  return (model) => {
    const schema = made.get(model) ?? make(model);
    made.set(model, schema);
    return schema;
  };
}

const handleSchema = onceFor(({ cases: { report } }) =>
  z.extend(schemas.HandleCase, { photos: z.optional(z.array(fileId).check(z.maxLength(report.photos.max))) }),
);

const steps = {
  AcceptCase: step('AcceptCase'),
  DeclineCase: step('DeclineCase'),
  FileCase: step('FileCase'),
  DispatchCase: step('DispatchCase'),
  StartCase: step('StartCase'),
  ContactReporter: step('ContactReporter'),
  HandleCase: step('HandleCase', { schema: handleSchema, files: ({ photos = [] }) => photos }),
  ReturnCase: step('ReturnCase'),
  ReassignCase: step('ReassignCase'),
  AskExtension: step('AskExtension'),
  ExtendCase: step('ExtendCase'),
  RefuseExtension: step('RefuseExtension'),
  UrgeCase: step('UrgeCase'),
  SuspendCase: step('SuspendCase'),
  ResumeCase: step('ResumeCase'),
  VerifyCase: step('VerifyCase'),
  ReworkCase: step('ReworkCase'),
  ReplyCase: step('ReplyCase'),
  RateCase: step('RateCase'),
  ReopenCase: step('ReopenCase'),
  EscalateCase: step('EscalateCase'),
  SettleCase: step('SettleCase'),
  ReferCase: step('ReferCase'),
  MergeCase: step('MergeCase', { names: ({ into }) => [caseStream(into)] }),
  WithdrawCase: step('WithdrawCase'),
  VoidCase: step('VoidCase'),
  WarnDeadline: step('WarnDeadline'),
  SuperviseCase: step('SuperviseCase'),
  WarnContact: step('WarnContact'),
  NoteContactOverdue: step('NoteContactOverdue'),
  NoteAnswerable: step('NoteAnswerable'),
  RefileCase: step('RefileCase'),
  ShareReply: step('ShareReply'),
} as const;

function territoryOf(place: Place, facts: Facts): Subject {
  if ('grid' in place) return { territory: place.grid };
  const grid = facts(gridAt(place.position[0], place.position[1], place.system));
  return grid === undefined ? {} : { territory: grid.code };
}

/** What taking a report by a channel asks beside `ReportCase`. Residents report by their own. */
const channelPermissions = ['report:gridder', 'report:hotline', 'report:platform'] as const;

const report: CommandSpec<ReportCaseData> = {
  schema: onceFor(reportCaseSchema),
  stream,
  seals: seals.ReportCase,
  files: ({ photos }) => photos,
  begins: true,
  about: ({ place }, _state, facts) => territoryOf(place, facts),
  permissions: channelPermissions,
  needs: ({ channel }) => (channel === 'resident' ? [] : [`report:${channel}`]),
  anonymous: ({ mode }) => mode === 'anonymous',
};

/** Every command on a case: what it may say, the stream it is decided on, the texts that must stay erasable. */
export const caseCommandSpecs = { ReportCase: report, ...steps };
