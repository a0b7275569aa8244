import { contentHash, modelUnder, personalContents, streamKind, table } from '@keting/domain';
import type { CommandSpec, Context, GovernanceModel, Process, Question, StreamId, View } from '@keting/domain';
import * as z from 'zod/mini';

export const dueRow = z.object({
  stream: z.string(),
  at: z.number(),
  type: z.string(),
  data: z.unknown(),
});
export type DueRow = z.infer<typeof dueRow>;

/** What happens by itself, and when. Written by the desk from the state of each stream. */
export const due = table<DueRow, never>({
  name: 'due',
  row: dueRow,
  on: [],
  keys: () => [],
  project: (row) => row,
  indexes: [['at']],
  about: {},
  tells: ['at'],
});

export const positionRow = z.object({ process: z.string(), position: z.string() });
export type PositionRow = z.infer<typeof positionRow>;

/** How far each process has read the record. */
export const positions = table<PositionRow, never>({
  name: 'process-positions',
  row: positionRow,
  on: [],
  keys: () => [],
  project: (row) => row,
  indexes: [],
  about: {},
});

/** A command's spec and the context that answers it. */
export interface Route {
  readonly spec: CommandSpec;
  readonly context: Context;
}

/** A model, and the hash by which the record names it. */
export interface HashedModel {
  readonly model: GovernanceModel;
  readonly hash: string;
}

/** What a desk is composed of, by name. */
export interface Registry {
  readonly model: GovernanceModel;
  readonly modelHash: string;
  readonly contexts: readonly Context[];
  readonly processes: readonly Process[];
  route(command: string): Route | undefined;
  question(name: string): Question | undefined;
  contextOf(stream: StreamId): Context;
  /** Whether a stream outlives the model that it began under. */
  lasts(stream: StreamId): boolean;
  modelBy(hash: string): GovernanceModel | undefined;
  /** The model as one of its variants has it; undefined where it has no such variant. */
  modelUnder(variant: string): HashedModel | undefined;
  viewsOn(event: string): readonly View[];
}

/** A desk that is put together wrongly says so at once, by name. */
export class CompositionError extends Error {
  override readonly name = 'CompositionError';
}

function once<T>(entries: readonly (readonly [string, T])[], what: string): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const [key, value] of entries) {
    if (found.has(key)) throw new CompositionError(`two contexts claim the ${what} ${key}`);
    found.set(key, value);
  }
  return found;
}

/** Every permission must speak of something that is there: a misspelt one would refuse in silence. */
function checkPermissions(
  model: GovernanceModel,
  routes: ReadonlyMap<string, Route>,
  views: ReadonlyMap<string, View>,
  contexts: readonly Context[],
): void {
  const shown = [...views.values()].flatMap((view) =>
    [...Object.values(view.contents ?? {}), ...Object.values(view.hides ?? {})].filter(
      (permission) => permission !== undefined,
    ),
  );
  const known = new Set([
    ...routes.keys(),
    ...[...routes.values()].flatMap(({ spec }) => spec.permissions ?? []),
    ...[...views.keys()].map((name) => `see:${name}`),
    ...contexts.map(({ sees }) => sees),
    ...contexts.flatMap(({ questions = [] }) => questions.flatMap(({ sees }) => sees)),
    ...shown,
  ]);
  const wrong = model.permissions.flatMap((permission) => permission.do).filter((it) => !known.has(it));
  if (wrong.length > 0) {
    throw new CompositionError(`the model ${model.id} permits what no context knows: ${wrong.join(', ')}`);
  }
}

/** What an older release wrote must be read: an event whose shape has changed says how. */
function checkShapes(contexts: readonly Context[]): void {
  for (const { name, events } of contexts) {
    for (const [type, spec] of Object.entries(events)) {
      if (spec.v > 1 && spec.upcast === undefined)
        throw new CompositionError(`${name} cannot read older events ${type}`);
    }
  }
}

/** Every view of a composition; what a store has to be opened with. */
export const viewsOf = (contexts: readonly Context[]): readonly View[] => [
  ...contexts.flatMap(({ views }) => views),
  personalContents(contexts),
  due,
  positions,
];

/** Makes something of a model once, however many desks work by it: a model is never changed. */
function onceFor<Made>(make: (model: GovernanceModel) => Made): (model: GovernanceModel) => Made {
  const made = new WeakMap<GovernanceModel, Made>();
  return (model) => {
    const known = made.get(model) ?? make(model);
    made.set(model, known);
    return known;
  };
}

const hashOf = onceFor(contentHash);

/** The variants of a model by their ids. One that is wrong no unit can adopt, and it is left out. */
const variantsOf = onceFor((model): ReadonlyMap<string, HashedModel> => {
  const found = new Map<string, HashedModel>();
  for (const { id } of model.variants ?? []) {
    const under = modelUnder(model, id);
    if (under?.ok === true) found.set(id, { model: under.model, hash: hashOf(under.model) });
  }
  return found;
});

export function compose(
  model: GovernanceModel,
  contexts: readonly Context[],
  processes: readonly Process[],
  earlier: readonly GovernanceModel[],
): Registry {
  const routes = once(
    contexts.flatMap((context) =>
      Object.entries(context.commands).map(([type, spec]) => [type, { spec, context }] as const),
    ),
    'command',
  );
  const streams = once(
    contexts.flatMap((context) => context.streams.map((kind) => [kind, context] as const)),
    'stream',
  );
  const lasting = new Set(contexts.flatMap((context) => context.lasting ?? []));
  const views = once(
    viewsOf(contexts).map((view) => [view.name, view] as const),
    'view',
  );
  const questions = once(
    contexts.flatMap((context) => (context.questions ?? []).map((question) => [question.name, question] as const)),
    'question',
  );
  checkPermissions(model, routes, views, contexts);
  checkShapes(contexts);
  const variants = variantsOf(model);
  const models = new Map([...earlier, model].map((one) => [hashOf(one), one] as const));
  for (const one of [...earlier.map(variantsOf), variants]) {
    for (const { hash, model: under } of one.values()) models.set(hash, under);
  }
  const byEvent = new Map<string, View[]>();
  for (const view of views.values()) {
    for (const type of view.on) byEvent.set(type, [...(byEvent.get(type) ?? []), view]);
  }
  return {
    model,
    modelHash: hashOf(model),
    contexts,
    processes,
    route: (command) => routes.get(command),
    question: (name) => questions.get(name),
    contextOf(stream) {
      const context = streams.get(streamKind(stream));
      if (context === undefined) throw new CompositionError(`no context has streams like ${stream}`);
      return context;
    },
    lasts: (stream) => lasting.has(streamKind(stream)),
    modelBy: (hash) => models.get(hash),
    modelUnder: (variant) => variants.get(variant),
    viewsOn: (event) => byEvent.get(event) ?? [],
  };
}
