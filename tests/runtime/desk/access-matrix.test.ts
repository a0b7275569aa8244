import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  commandId,
  contexts,
  permits,
  streamKey,
  type Context,
  type GovernanceModel,
  type Message,
  type Refusal,
  type RowWrite,
  type Subject,
  type View,
} from '@keting/domain';
import { plainCalendar } from '@keting/domain/testing';
import { luqiao } from '@keting/models';
import { createDesk, memoryStore, newId, viewsOf, type LocalDesk, type Store } from '@keting/runtime';
import * as z from 'zod/mini';
import { actionsOf, askersOf, says, subjects, type Asker } from '../../support/access-cells.ts';
import { monday, smallModel } from './small-place.ts';
import { storeWith } from './store-with.ts';

/** What a command is refused with that the rules let in: here it is asked who may, and not what then happens. */
const letIn: Refusal = { code: 'let-in', rule: 'TEST', ids: [], params: {} };

const subjectOf = (name: unknown): Subject => subjects.get(String(name)) ?? {};

const about = z.looseObject({ subject: z.string() });
const subjectIn = (data: unknown): string => about.parse(data).subject;

/** The same contexts, asked about a subject by its name, in which whoever is let in is told so. */
const onlyRules = (of: readonly Context[]): readonly Context[] =>
  of.map((context) => ({
    ...context,
    standings: () => Promise.resolve([]),
    about: subjectOf,
    decide: () => letIn,
    commands: Object.fromEntries(
      Object.entries(context.commands).map(([type, { begins, permissions }]) => [
        type,
        {
          schema: () => about,
          stream: (data: unknown) => `${context.streams[0] ?? 'none'}/${subjectIn(data)}` as const,
          about: (data: unknown) => subjectOf(subjectIn(data)),
          ...(begins === true ? { begins } : {}),
          ...(permissions === undefined ? {} : { permissions }),
        },
      ]),
    ),
  }));

/** Says which post whoever asks acts by. */
const saying = (asker: () => Asker): Context => ({
  name: 'posts',
  streams: [],
  commands: {},
  events: {},
  decide: () => letIn,
  evolve: () => undefined,
  views: [],
  facts: {},
  sees: 'see:cases',
  about: () => ({}),
  standings: () => Promise.resolve(asker().standings),
});

interface Place {
  readonly as: (asker: Asker) => LocalDesk;
  readonly store: Store;
}

/** A desk on which every stream that is asked about has begun, and is about the subject that it is called by. */
function placeOf(model: GovernanceModel, of: readonly Context[]): Place {
  let asking: Asker | undefined;
  const kept = memoryStore({ views: viewsOf(of) });
  const store = storeWith(kept, {
    load: (stream) => Promise.resolve({ version: 1, state: streamKey(stream) }),
  });
  const desk = createDesk({
    model,
    store,
    calendar: plainCalendar,
    clock: { now: () => monday, at: () => () => undefined },
    newId,
    contexts: [
      ...onlyRules(of),
      saying(() => {
        assert.ok(asking);
        return asking;
      }),
    ],
    onTrouble: assert.ifError,
  });
  return {
    store: kept,
    as(asker) {
      asking = asker;
      return desk.as(asker.actor);
    },
  };
}

/** What a desk must answer: hidden, seen but not let, or let in. A process sees whatever it is allowed to touch. */
function expected(model: GovernanceModel, context: Context, type: string, asker: Asker, subject: Subject): string {
  const sees = asker.actor.kind === 'process' || says(model, asker, context.sees, subject);
  if (context.commands[type]?.begins !== true && !sees) return 'not-found';
  return says(model, asker, type, subject) ? letIn.code : 'not-permitted';
}

const codeOf = async (desk: LocalDesk, how: 'can' | 'send', message: Message): Promise<string> => {
  const answer = how === 'can' ? await desk.can(message) : await desk.send(message);
  if ('allowed' in answer) return answer.allowed === false ? answer.refusal.code : String(answer.allowed);
  return answer.ok ? 'ok' : answer.refusal.code;
};

/** Compares what the desk says of every command to every asker about every subject with what the rules say. */
async function walkCommands(model: GovernanceModel, of: readonly Context[]): Promise<Record<string, number>> {
  const place = placeOf(model, of);
  const counts: Record<string, number> = {};
  for (const asker of askersOf(model)) {
    const desk = place.as(asker);
    for (const context of of) {
      for (const type of Object.keys(context.commands)) {
        for (const [name, subject] of subjects) {
          const code = expected(model, context, type, asker, subject);
          const cell = `${asker.name}: ${type} ${name}`;
          assert.equal(await codeOf(desk, 'can', { type, data: { subject: name } }), code, `can, ${cell}`);
          assert.equal(await codeOf(desk, 'send', { type, data: { subject: name } }), code, `send, ${cell}`);
          counts[code] = (counts[code] ?? 0) + 1;
        }
      }
    }
  }
  return counts;
}

/** A row about a subject, with nothing else in it, as far as the view has columns for it. */
const rowAbout = ({ about: columns }: View, name: string, subject: Subject): Readonly<Record<string, unknown>> => ({
  ...Object.fromEntries(Object.entries(columns).map(([part, column]) => [column, { ...subject }[part]])),
  cell: name,
});

/** What the columns of a view can tell of a subject. */
const toldOf = ({ about: columns }: View, subject: Subject): Subject =>
  Object.fromEntries(Object.entries(subject).filter(([part]) => part in columns));

const put = (rows: readonly RowWrite[], store: Store): Promise<unknown> =>
  store.commit({
    command: commandId.parse(newId()),
    receipt: undefined,
    reads: [],
    appends: [],
    claims: [],
    releases: [],
    rows,
    contents: [],
    touched: [],
  });

const fill = (view: View, store: Store): Promise<unknown> =>
  put(
    [...subjects].map(([key, subject]) => ({ view: view.name, key, put: rowAbout(view, key, subject) })),
    store,
  );

async function shownTo(desk: LocalDesk, view: View): Promise<readonly string[]> {
  const { rows } = await desk.view(view, { limit: 1000 });
  return z
    .array(z.looseObject({ cell: z.string() }))
    .parse(rows)
    .map(({ cell }) => cell);
}

/** Compares what each view shows to everyone with what the rules say, row by row. */
async function walkViews(model: GovernanceModel, of: readonly Context[]): Promise<Record<'shown' | 'hidden', number>> {
  const place = placeOf(model, of);
  const counts = { shown: 0, hidden: 0 };
  for (const view of of.flatMap(({ views }) => views)) {
    if (view.within !== undefined) continue;
    await fill(view, place.store);
    for (const asker of askersOf(model)) {
      const shown = new Set(await shownTo(place.as(asker), view));
      for (const [name, subject] of subjects) {
        const may = says(model, asker, `see:${view.name}`, toldOf(view, subject));
        assert.equal(shown.has(name), may, `${asker.name}: ${view.name} ${name}`);
        counts[may ? 'shown' : 'hidden'] += 1;
      }
    }
  }
  return counts;
}

/** Of views within a stream all is shown to whoever may see the stream, and to nobody else anything. */
async function walkInner(model: GovernanceModel, of: readonly Context[]): Promise<void> {
  const place = placeOf(model, of);
  for (const view of of.flatMap(({ views }) => views)) {
    if (view.within === undefined) continue;
    const { column, stream } = view.within;
    const context = of.find(({ streams }) => streams.includes(stream));
    assert.ok(context, `${view.name} lies within streams of a context`);
    for (const asker of askersOf(model)) {
      for (const [name, subject] of subjects) {
        const rows = [{ view: view.name, key: name, put: { [column]: name, cell: name } }];
        await put(rows, place.store);
        const found = await place.as(asker).view(view, { where: { [column]: name } });
        const may = says(model, asker, context.sees, subject);
        assert.equal(found.rows.length, may ? 1 : 0, `${asker.name}: ${view.name} ${name}`);
      }
    }
  }
}

for (const [named, model, of] of [
  ['the small place', smallModel, contexts],
  ['Luqiao', luqiao, contexts],
] as const) {
  test(`[ALL-01] under the rules of ${named}, every action to every kind of actor about everything is as the model's lines say`, () => {
    let allowed = 0;
    for (const action of actionsOf(of))
      for (const asker of askersOf(model))
        for (const [name, subject] of subjects) {
          const may = says(model, asker, action, subject);
          assert.equal(permits(model, asker, action, subject), may, `${asker.name}: ${action} ${name}`);
          allowed += Number(may);
        }
    assert.ok(allowed > 100);
  });

  test(`[ALL-01] under the rules of ${named}, every command of every context is answered as they say, by can and by send`, async () => {
    const counts = await walkCommands(model, of);
    assert.deepEqual(Object.keys(counts).sort(), ['let-in', 'not-found', 'not-permitted'], 'of every kind some');
  });

  test(`[ALL-01] under the rules of ${named}, every view of every context shows what they say and no more`, async () => {
    const counts = await walkViews(model, of);
    assert.ok(counts.shown > 0 && counts.hidden > counts.shown, 'some is shown, and more is not');
    await walkInner(model, of);
  });
}

test('[ALL-01] what no rule allows is refused to everybody: each command, each view, and all within streams', async () => {
  const askers = askersOf(luqiao);
  const silent: GovernanceModel = { ...luqiao, permissions: [] };
  const place = placeOf(silent, contexts);
  for (const view of contexts.flatMap(({ views }) => views))
    if (view.within === undefined) await fill(view, place.store);
  for (const asker of askers) {
    const desk = place.as(asker);
    for (const context of contexts) {
      for (const type of Object.keys(context.commands)) {
        const code = await codeOf(desk, 'can', { type, data: { subject: 'own' } });
        assert.ok(['not-found', 'not-permitted'].includes(code), `${asker.name}: ${type} ${code}`);
      }
      for (const view of context.views) {
        const where = view.within === undefined ? {} : { where: { [view.within.column]: 'own' } };
        assert.deepEqual((await desk.view(view, where)).rows, [], `${asker.name}: ${view.name}`);
      }
    }
  }
});
