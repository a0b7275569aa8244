import assert from 'node:assert/strict';
import {
  commandId,
  everything,
  startOfDay,
  type CivilDate,
  type Context,
  type FactQuery,
  type FactSource,
  type GovernanceModel,
  type Message,
  type PersonId,
  type Process,
  type Standing,
} from '@keting/domain';
import { plainCalendar, sampleModel } from '@keting/domain/testing';
import { createDesk, memoryStore, newId, viewsOf, type LocalDesk, type Receipt, type Store } from '@keting/runtime';

/** The models that were made of one, by what all may do in them: a desk hashes a model that it has not met. */
const opened = new WeakMap<GovernanceModel, Map<string, GovernanceModel>>();

/** A model under which anyone may do and see everything, for tests of rules other than those of access. */
export function openModel(contexts: readonly Context[], base: GovernanceModel = sampleModel()): GovernanceModel {
  const actions = contexts.flatMap((context) => [
    ...Object.keys(context.commands),
    context.sees,
    ...(context.questions ?? []).flatMap(({ sees }) => sees),
    ...context.views.flatMap((view) => [
      `see:${view.name}`,
      ...[...Object.values(view.contents ?? {}), ...Object.values(view.hides ?? {})].filter((one) => one !== undefined),
    ]),
  ]);
  const all = [...new Set(actions)];
  const known = opened.get(base) ?? new Map<string, GovernanceModel>();
  opened.set(base, known);
  const made = known.get(all.join()) ?? { ...base, permissions: [{ do: all, by: ['anyone'], where: 'everywhere' }] };
  known.set(all.join(), made);
  return made;
}

/** A real desk over a memory store, at which one can set the day. */
export interface OpenDesk extends LocalDesk {
  /** Goes on to 09:00 of a day. */
  today(day: CivilDate): void;
  /** Carries commands out one after another; fails where one is refused. */
  all(...commands: readonly Message[]): Promise<void>;
  /** Carries a command out and answers the code of the refusal, undefined where there is none. */
  refusal(command: Message): Promise<{ readonly code: string; readonly ids: readonly string[] } | undefined>;
  /** Answers a fact as a decision would have it. */
  fact<Answer>(query: FactQuery<Answer>): Promise<Answer>;
  /** What a person may act by today. */
  standingsOf(person: PersonId): Promise<readonly Standing[]>;
}

/** Finds facts as the desk does, without noting versions. */
const sourceOver = (store: Store, contexts: readonly Context[]): FactSource => ({
  async load<State>(stream: `${string}/${string}`) {
    const { state } = await store.load(stream);
    // A stream's state is what its own context made of it.
    return state as State | undefined;
  },
  async find(name, where) {
    const view = contexts.flatMap(({ views }) => views).find((one) => one.name === name);
    assert.ok(view, `a view ${name}`);
    return (await store.rows(view, { where, limit: 1000 }, everything)).rows;
  },
});

export interface OpenDeskOptions {
  readonly base?: GovernanceModel;
  readonly processes?: readonly Process[];
  /** Stands between the desk and its store. */
  readonly through?: (store: Store) => Store;
}

export function openDesk(
  contexts: readonly Context[],
  { base, processes = [], through = (store) => store }: OpenDeskOptions = {},
): OpenDesk {
  const model = openModel(contexts, base);
  const morning = (day: CivilDate) => startOfDay(day, model.workingTime) + 9 * 3_600_000;
  let now = morning('2026-03-02');
  const store = through(memoryStore({ views: viewsOf(contexts) }));
  const source = sourceOver(store, contexts);
  const desk = createDesk({
    model,
    store,
    calendar: plainCalendar,
    clock: { now: () => now, at: () => () => undefined },
    newId,
    contexts,
    processes,
  });
  const send = (command: Message): Promise<Receipt> => desk.send({ ...command, id: commandId.parse(newId()) });
  return Object.assign(desk, {
    today(day: CivilDate) {
      now = morning(day);
    },
    async all(...commands: readonly Message[]) {
      for (const command of commands) {
        const receipt = await send(command);
        assert.ok(receipt.ok, `${JSON.stringify(command)}: ${receipt.ok ? '' : JSON.stringify(receipt.refusal)}`);
      }
    },
    async refusal(command: Message) {
      const receipt = await send(command);
      return receipt.ok ? undefined : { code: receipt.refusal.code, ids: receipt.refusal.ids };
    },
    async fact<Answer>({ fact: name, args }: FactQuery<Answer>): Promise<Answer> {
      const reader = contexts.flatMap(({ facts }) => Object.entries(facts)).find(([one]) => one === name)?.[1];
      assert.ok(reader, `a reader of ${name}`);
      // The token of the question carries the type of its answer.
      return (await reader(source, ...args)) as Answer;
    },
    async standingsOf(person: PersonId) {
      const found: Standing[] = [];
      for (const context of contexts) found.push(...((await context.standings?.(person, now, source, model)) ?? []));
      return found;
    },
  });
}
