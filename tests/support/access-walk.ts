import {
  commandId,
  refTo,
  streamKey,
  type Content,
  type Context,
  type GovernanceModel,
  type Message,
  type Refusal,
  type RowWrite,
  type Subject,
  type View,
} from '@keting/domain';
import { plainCalendar } from '@keting/domain/testing';
import { createDesk, memoryStore, newId, viewsOf, type LocalDesk, type Store } from '@keting/runtime';
import assert from 'node:assert/strict';
import * as z from 'zod/mini';
import { monday } from '../runtime/desk/small-place.ts';
import { storeWith } from '../runtime/desk/store-with.ts';
import { askersOf, says, subjects, type Asker } from './access-cells.ts';

/** What a command is refused with that the rules let in: here it is asked who may, and not what then happens. */
export const letIn: Refusal = { code: 'let-in', rule: 'TEST', ids: [], params: {} };

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

const codeOf = async (desk: LocalDesk, how: 'can' | 'send', message: Message): Promise<string> => {
  const answer = how === 'can' ? await desk.can(message) : await desk.send(message);
  if ('allowed' in answer) return answer.allowed === false ? answer.refusal.code : String(answer.allowed);
  return answer.ok ? 'ok' : answer.refusal.code;
};

/** The cells of a walk: how many were of each kind, and each that was not as the rules say. */
export interface Walked {
  readonly counts: Readonly<Record<string, number>>;
  readonly wrong: readonly string[];
}

/** Notes cells as they are walked. */
class Cells {
  private readonly counts: Record<string, number> = {};
  private readonly wrong: string[] = [];

  /** A cell of a kind, which is right where both are the same. */
  note(kind: string, cell: () => string, found: unknown, expected: unknown): void {
    this.counts[kind] = (this.counts[kind] ?? 0) + 1;
    if (found !== expected) this.wrong.push(`${cell()}: ${String(found)}, not ${String(expected)}`);
  }

  get walked(): Walked {
    return { counts: this.counts, wrong: this.wrong };
  }
}

/** What a desk must answer: hidden, seen but not let, or let in. A process sees whatever it is allowed to touch. */
function expected(model: GovernanceModel, context: Context, type: string, asker: Asker, subject: Subject): string {
  const sees = asker.actor.kind === 'process' || says(model, asker, context.sees, subject);
  if (context.commands[type]?.begins !== true && !sees) return 'not-found';
  return says(model, asker, type, subject) ? letIn.code : 'not-permitted';
}

/** Compares what the desk says of every command to everyone about every subject with what the rules say, by can and by send. */
export async function walkCommands(
  model: GovernanceModel,
  of: readonly Context[],
  askers: readonly Asker[] = askersOf(model),
): Promise<Walked> {
  const place = placeOf(model, of);
  const cells = new Cells();
  for (const asker of askers) {
    const desk = place.as(asker);
    for (const context of of) {
      for (const type of Object.keys(context.commands)) {
        for (const [name, subject] of subjects) {
          const code = expected(model, context, type, asker, subject);
          for (const how of ['can', 'send'] as const) {
            const answer = await codeOf(desk, how, { type, data: { subject: name } });
            cells.note(code, () => `${asker.name}: ${how} ${type} ${name}`, answer, code);
          }
        }
      }
    }
  }
  return cells.walked;
}

/** A text that no mask leaves as it is. */
const textOf = ({ masks = {} }: View, column: string): string => {
  const kinds: Readonly<Record<string, { readonly as: string } | undefined>> = masks;
  return kinds[column]?.as === 'contact' ? '{"phone":"13812345678"}' : '13812345678';
};

const contentOf = (view: View, subject: string, column: string): Content => ({
  ...{ id: `${view.name}/${subject}/${column}`, salt: 'salt', value: textOf(view, column) },
});

const viewsIn = (of: readonly Context[]): readonly View[] => of.flatMap(({ views }) => views);

const parts = (of: object | undefined): readonly (readonly [column: string, permission: string])[] =>
  Object.entries<string | undefined>({ ...of }).flatMap(([column, permission]) =>
    permission === undefined ? [] : [[column, permission]],
  );

/** A row about a subject, as far as the view has columns for it, with something in all that it may hide and refer to. */
const rowAbout = (view: View, name: string, subject: Subject): Readonly<Record<string, unknown>> => ({
  ...Object.fromEntries(parts(view.hides).map(([column]) => [column, 'something'])),
  ...Object.fromEntries(parts(view.contents).map(([column]) => [column, refTo(contentOf(view, name, column))])),
  ...Object.fromEntries(Object.entries(view.about).map(([part, column]) => [column, { ...subject }[part]])),
  cell: name,
});

/** What the columns of a view can tell of a subject. */
const toldOf = ({ about: columns }: View, subject: Subject): Subject =>
  Object.fromEntries(Object.entries(subject).filter(([part]) => part in columns));

const put = (store: Store, rows: readonly RowWrite[], contents: readonly Content[] = []): Promise<unknown> =>
  store.commit({
    command: commandId.parse(newId()),
    ...{ receipt: undefined, reads: [], appends: [], claims: [], releases: [], touched: [] },
    ...{ rows, contents },
  });

const fill = (view: View, store: Store): Promise<unknown> =>
  put(
    store,
    [...subjects].map(([key, subject]) => ({ view: view.name, key, put: rowAbout(view, key, subject) })),
    [...subjects.keys()].flatMap((name) => parts(view.contents).map(([column]) => contentOf(view, name, column))),
  );

const shownRow = z.looseObject({ cell: z.string() });
type Shown = z.infer<typeof shownRow>;

/** Notes of a row that is shown what of its columns and texts the rules show, and what the desk did. */
function noteColumns(cells: Cells, view: View, row: Shown, texts: Readonly<Record<string, string>>, may: May): void {
  const hides = new Map(parts(view.hides));
  const open = (column: string): boolean => {
    const permission = hides.get(column);
    return permission === undefined || may(permission);
  };
  const filled = rowAbout(view, row.cell, subjectOf(row.cell));
  for (const column of hides.keys()) {
    const there = filled[column] !== undefined && open(column);
    cells.note('column', () => `${view.name}.${column} ${row.cell}`, row[column] !== undefined, there);
  }
  for (const [column, permission] of parts(view.contents)) {
    const { id, value } = contentOf(view, row.cell, column);
    cells.note(
      'text',
      () => `${view.name}.${column} ${row.cell}`,
      texts[id] === value,
      open(column) && may(permission),
    );
  }
}
type May = (permission: string) => boolean;

/** Compares what each view shows to everyone with what the rules say: row by row, column by column, text by text. */
export async function walkViews(
  model: GovernanceModel,
  of: readonly Context[],
  askers: readonly Asker[] = askersOf(model),
): Promise<Walked> {
  const place = placeOf(model, of);
  const cells = new Cells();
  for (const view of viewsIn(of).filter(({ within }) => within === undefined)) {
    await fill(view, place.store);
    for (const asker of askers) {
      const page = await place.as(asker).view(view, { limit: 1000 });
      const shown = new Map(
        z
          .array(shownRow)
          .parse(page.rows)
          .map((row) => [row.cell, row]),
      );
      for (const [name, subject] of subjects) {
        const may: May = (permission) => says(model, asker, permission, toldOf(view, subject));
        const see = may(`see:${view.name}`);
        const row = shown.get(name);
        cells.note(see ? 'shown' : 'hidden', () => `${asker.name}: ${view.name} ${name}`, row !== undefined, see);
        if (row !== undefined) noteColumns(cells, view, row, page.contents, may);
      }
    }
  }
  return cells.walked;
}

/** Of views within a stream all is shown to whoever may see the stream, and to nobody else anything. */
export async function walkInner(
  model: GovernanceModel,
  of: readonly Context[],
  askers: readonly Asker[] = askersOf(model),
): Promise<Walked> {
  const place = placeOf(model, of);
  const cells = new Cells();
  for (const view of viewsIn(of)) {
    if (view.within === undefined) continue;
    const { column, stream } = view.within;
    const sees = of.find(({ streams }) => streams.includes(stream))?.sees ?? 'of no context';
    const rows = [...subjects.keys()].map((key) => ({ view: view.name, key, put: { [column]: key, cell: key } }));
    await put(place.store, rows);
    for (const asker of askers) {
      for (const [name, subject] of subjects) {
        const found = await place.as(asker).view(view, { where: { [column]: name } });
        const see = says(model, asker, sees, subject);
        const cell = () => `${asker.name}: ${view.name} ${name}`;
        cells.note(see ? 'shown' : 'hidden', cell, found.rows.length, see ? 1 : 0);
      }
    }
  }
  return cells.walked;
}
