import assert from 'node:assert/strict';
import { deltaKey, type Context, type Instant, type Message, type StreamId, type View } from '@keting/domain';
import { recorded } from '@keting/domain/testing';

/** What happened, on which stream, and when where it matters. */
export interface Happened {
  readonly stream: StreamId;
  readonly event: Message;
  readonly at?: Instant;
}

type Row = Readonly<Record<string, unknown>>;

const keptOf = (happened: readonly Happened[]) => {
  const versions = new Map<string, number>();
  return happened.map(({ stream, event, at = 0 }) => {
    const version = (versions.get(stream) ?? 0) + 1;
    versions.set(stream, version);
    return recorded(event, { stream, version, at });
  });
};

const plain = (row: unknown): Row => JSON.parse(JSON.stringify(row)) as Row;

/** The rows of a table after all of these events, in the order of their keys' first appearance. */
export function rowsOf(context: Pick<Context, 'views'>, name: string, happened: readonly Happened[]): readonly Row[] {
  const view = context.views.find((one) => one.name === name);
  assert.ok(view?.kind === 'table');
  const rows = new Map<string, unknown>();
  for (const event of keptOf(happened).filter(({ type }) => view.on.includes(type))) {
    for (const key of view.keys(event)) {
      const row = view.project(rows.get(key), event, key);
      if (row === undefined) rows.delete(key);
      else rows.set(key, view.row.parse(row));
    }
  }
  return [...rows.values()].map(plain);
}

/** The rows of a counter after all of these events. */
export function countsOf(view: View, happened: readonly Happened[]): readonly Row[] {
  assert.ok(view.kind === 'counter');
  const rows = new Map<string, Record<string, unknown>>();
  for (const event of keptOf(happened).filter(({ type }) => view.on.includes(type))) {
    for (const delta of view.deltas(event)) {
      const row = rows.get(deltaKey(delta)) ?? { ...delta.row };
      for (const [column, by] of Object.entries(delta.add)) row[column] = Number(row[column] ?? 0) + by;
      rows.set(deltaKey(delta), row);
      view.row.parse(row);
    }
  }
  return [...rows.values()];
}
