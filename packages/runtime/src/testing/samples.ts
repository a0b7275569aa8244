import {
  anonymous,
  commandId,
  counter,
  deltaKey,
  linkOf,
  table,
  type CommandId,
  type Recorded,
  type RowWrite,
  type StreamId,
  type Unlinked,
  type View,
} from '@keting/domain';
import * as z from 'zod/mini';
import type { Commit } from '../ports.ts';

/** A row with a column of each type, one of which may be missing. */
export type Task = {
  readonly id: string;
  readonly handler: string;
  readonly stage: string;
  readonly place: string;
  readonly grade: number;
  readonly late: boolean;
  readonly due?: number | undefined;
};

/** Events do nothing here: the suite writes rows itself. */
export const tasks: View<Task> = table({
  name: 'tasks',
  row: z.object({
    id: z.string(),
    handler: z.string(),
    stage: z.string(),
    place: z.string(),
    grade: z.number(),
    late: z.boolean(),
    due: z.optional(z.number()),
  }),
  on: [],
  indexes: [['due'], ['handler', 'due'], ['stage', 'grade', 'due'], ['place'], ['late', 'handler']],
  about: { territory: 'place', handler: 'handler' },
  keys: () => [],
  project: (row) => row,
});

/** Counts by grid and class. */
export const counts = counter({
  name: 'counts',
  row: z.object({ grid: z.string(), class: z.string(), filed: z.number(), closed: z.number() }),
  on: [],
  indexes: [['grid']],
  about: { territory: 'grid' },
  deltas: () => [],
});

/** The views that a store is opened with for the suite. */
export const contractViews: readonly View[] = [tasks, counts];

/** An identity for the n-th command of a test. */
export const commandNo = (n: number): CommandId =>
  commandId.parse(`00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`);

/** The event that brings a stream to a version, linked to one before it whose link is made up. */
export function event(command: CommandId, stream: StreamId, version: number): Recorded {
  const unlinked: Unlinked = {
    id: `${command}/${version}`,
    stream,
    version,
    type: 'Noted',
    v: 1,
    data: { note: version },
    at: 1_540_000_000_000 + version,
    actor: anonymous,
    command,
    model: 'a'.repeat(64),
  };
  return { ...unlinked, link: linkOf(String(version - 1), unlinked) };
}

/** Appends one event after version `expected`; the state counts the events. */
export const append = (command: CommandId, stream: StreamId, expected = 0): Commit['appends'][number] => ({
  stream,
  expected,
  events: [event(command, stream, expected + 1)],
  state: { count: expected + 1 },
});

/** A commit that does nothing but what it is told. */
export const commit = (command: CommandId, parts: Partial<Commit> = {}): Commit => ({
  command,
  receipt: { ok: true, id: command },
  reads: [],
  appends: [],
  claims: [],
  releases: [],
  rows: [],
  contents: [],
  touched: [],
  ...parts,
});

export const putTask = (task: Task): RowWrite => ({ view: tasks.name, key: task.id, put: task });

export const dropTask = (id: string): RowWrite => ({ view: tasks.name, key: id, drop: true });

/** Key of the row that counts a class in a grid. */
export const countKey = (grid: string, kind: string): string => deltaKey({ row: { grid, class: kind }, add: {} });

export const addCount = (grid: string, kind: string, add: Readonly<Record<string, number>>): RowWrite => ({
  view: counts.name,
  key: countKey(grid, kind),
  delta: { row: { grid, class: kind }, add },
});
