import { deltaKey, firstLink, linkOf } from '@keting/domain';
import type { Content, EventId, Message, Recorded, RowWrite, StreamId, Unlinked, View } from '@keting/domain';
import type { Done } from './desk.ts';
import type { Equipment } from './equipment.ts';
import type { Judged } from './judging.ts';
import { ownerOf, type Kept } from './owning.ts';
import type { Commit, StreamAppend, Touched } from './ports.ts';
import { due, type DueRow } from './registry.ts';
import { cellsOf, told } from './touching.ts';

interface Happened {
  readonly stream: StreamId;
  readonly event: Message;
}

/** Events of a decision in order, each with its stream. */
const happenings = ({ stream, accepted }: Judged): readonly Happened[] => [
  ...accepted.events.map((event) => ({ stream, event })),
  ...(accepted.also ?? []),
];

async function numberFor(
  { event, stream }: Happened,
  { setting }: Judged,
  { registry, store }: Equipment,
): Promise<string | undefined> {
  const series = registry.contextOf(stream).events[event.type]?.series?.(event, setting);
  if (series === undefined) return undefined;
  return `${series}-${String(await store.next(series)).padStart(4, '0')}`;
}

/** Makes events of what was decided: identity, place in the stream, time, actor, model, number, link. */
async function record(judged: Judged, cause: EventId | undefined, equipment: Equipment): Promise<readonly Recorded[]> {
  const { setting, reading, modelHash } = judged;
  const heads = new Map<StreamId, { readonly version: number; readonly link: string }>();
  const events: Recorded[] = [];
  for (const [place, happened] of happenings(judged).entries()) {
    const { stream, event } = happened;
    const loaded = await reading.stream(stream);
    const before = heads.get(stream) ?? { version: loaded.version, link: loaded.link ?? firstLink };
    const version = before.version + 1;
    const number = await numberFor(happened, judged, equipment);
    const happening: Unlinked = {
      id: `${setting.id}/${place}`,
      stream,
      version,
      type: event.type,
      v: equipment.registry.contextOf(stream).events[event.type]?.v ?? 1,
      data: event.data,
      at: setting.at,
      actor: setting.actor,
      command: setting.id,
      model: equipment.registry.lasts(stream) ? modelHash : (loaded.model ?? modelHash),
      ...(cause === undefined ? {} : { cause }),
      ...(number === undefined ? {} : { number }),
    };
    const link = linkOf(before.link, happening);
    heads.set(stream, { version, link });
    events.push({ ...happening, link });
  }
  return events;
}

/** What each stream becomes. */
async function appendsOf(
  events: readonly Recorded[],
  { reading }: Judged,
  { registry }: Equipment,
): Promise<readonly StreamAppend[]> {
  const appends: StreamAppend[] = [];
  for (const stream of new Set(events.map((event) => event.stream))) {
    const own = events.filter((event) => event.stream === stream);
    const { version, state } = await reading.stream(stream);
    const context = registry.contextOf(stream);
    appends.push({
      stream,
      expected: version,
      events: own,
      state: own.reduce((before, event) => context.evolve(before, event), state),
    });
  }
  return appends;
}

/** Rows as a commit leaves them: what it wrote itself, else what the store holds. */
class Rows {
  private readonly written = new Map<string, RowWrite>();
  private readonly deltas: RowWrite[] = [];
  private readonly touched = new Map<string, Touched>();
  private readonly equipment: Equipment;
  /** Ids of the contents that the commit begins: no row is named by one of them yet, so none is looked for. */
  private readonly fresh: ReadonlySet<string>;

  constructor(equipment: Equipment, contents: readonly Content[]) {
    this.equipment = equipment;
    this.fresh = new Set(contents.map(({ id }) => id));
  }

  async project(view: View, event: Recorded): Promise<void> {
    if (view.kind === 'counter') {
      for (const delta of view.deltas(event)) {
        const key = deltaKey(delta);
        this.deltas.push({ view: view.name, key, delta });
        this.note(view, key, delta.row, delta.row);
      }
      return;
    }
    for (const key of view.keys(event)) {
      const before = await this.read(view.name, key);
      const row = view.project(before, event, key);
      this.write(row === undefined ? { view: view.name, key, drop: true } : { view: view.name, key, put: row });
      this.note(view, key, before, row);
    }
  }

  write(write: RowWrite): void {
    this.written.set(`${write.view}\n${write.key}`, write);
  }

  /** Notes what a row was about and is about now, for those who follow; written twice in one commit, it changed once. */
  note(view: View, key: string, before: unknown, after: unknown): void {
    const name = `${view.name}\n${key}`;
    const first = this.touched.get(name);
    this.touched.set(name, told(view, key, first === undefined ? cellsOf(view, before) : first.before, after));
  }

  writes(): readonly RowWrite[] {
    return [...this.written.values(), ...this.deltas];
  }

  changes(): readonly Touched[] {
    return [...this.touched.values()];
  }

  private async read(view: string, key: string): Promise<unknown> {
    const write = this.written.get(`${view}\n${key}`);
    if (write === undefined) return this.fresh.has(key) ? undefined : this.equipment.store.row(view, key);
    return 'put' in write ? write.put : undefined;
  }
}

/** What happens by itself next on a stream, as a row. */
function dueWrite({ stream, state }: StreamAppend, { registry }: Equipment): RowWrite | undefined {
  const context = registry.contextOf(stream);
  if (context.due === undefined) return undefined;
  const next = context.due(state);
  if (next === undefined) return { view: due.name, key: stream, drop: true };
  const row: DueRow = { stream, at: next.at, type: next.command.type, data: next.command.data };
  return { view: due.name, key: stream, put: row };
}

async function rowsOf(
  events: readonly Recorded[],
  appends: readonly StreamAppend[],
  contents: readonly Content[],
  equipment: Equipment,
): Promise<Pick<Commit, 'rows' | 'touched'>> {
  const rows = new Rows(equipment, contents);
  for (const event of events) {
    for (const view of equipment.registry.viewsOn(event.type)) await rows.project(view, event);
  }
  for (const append of appends) {
    const write = dueWrite(append, equipment);
    if (write === undefined) continue;
    rows.write(write);
    rows.note(due, write.key, undefined, 'put' in write ? write.put : undefined);
  }
  return { rows: rows.writes(), touched: rows.changes() };
}

const doneOf = ({ setting }: Judged, events: readonly Recorded[]): Done => {
  const number = events.find((event) => event.number !== undefined)?.number;
  return {
    ok: true,
    id: setting.id,
    at: setting.at,
    events: events.map(({ type, stream, version }) => ({ type, stream, version })),
    ...(number === undefined ? {} : { number }),
  };
};

/** The one transaction that carries a decision out. */
export async function commitOf(
  judged: Judged,
  cause: EventId | undefined,
  equipment: Equipment,
): Promise<Commit & { readonly receipt: Kept }> {
  const events = await record(judged, cause, equipment);
  const appends = await appendsOf(events, judged, equipment);
  const appended = new Set(appends.map(({ stream }) => stream));
  return {
    command: judged.setting.id,
    receipt: { ...ownerOf(judged), receipt: doneOf(judged, events) },
    reads: judged.reading.reads().filter(({ stream }) => !appended.has(stream)),
    appends,
    claims: judged.accepted.claims ?? [],
    releases: judged.accepted.releases ?? [],
    ...(await rowsOf(events, appends, judged.sealed.contents, equipment)),
    contents: judged.sealed.contents,
  };
}
