import {
  anonymous,
  counter,
  linkOf,
  table,
  type Recorded,
  type StreamId,
  type Unlinked,
  type View,
} from '@keting/domain';
import type { Store } from '@keting/runtime';
import * as z from 'zod/mini';
import { commandNo, commit } from '../../../packages/runtime/src/testing/samples.ts';

let commands = 1000;

/** Commits so many events on a new stream, linked as a desk links them, and answers its history. */
export async function noted(store: Store, stream: StreamId, count: number): Promise<readonly Recorded[]> {
  const history: Recorded[] = [];
  for (let version = 1; version <= count; version += 1) {
    commands += 1;
    const command = commandNo(commands);
    const unlinked: Unlinked = {
      id: `${command}/0`,
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
    const event = { ...unlinked, link: linkOf(history[version - 2]?.link ?? '', unlinked) };
    history.push(event);
    const appends = [{ stream, expected: version - 1, events: [event], state: { count: version } }];
    await store.commit(commit(command, { appends }));
  }
  return history;
}

/** Two views of what `noted` writes. */
export const notedByLength: readonly [View, View] = [
  table({
    name: 'lengths',
    row: z.object({ stream: z.string(), length: z.number() }),
    on: ['Noted'],
    keys: (event) => [event.stream],
    project: (row, event) => ({ stream: event.stream, length: (row?.length ?? 0) + 1 }),
    indexes: [['length']],
    about: {},
  }),
  counter({
    name: 'all-events',
    row: z.object({ type: z.string(), events: z.number() }),
    on: ['Noted'],
    indexes: [['type']],
    about: {},
    deltas: ({ type }) => [{ row: { type }, add: { events: 1 } }],
  }),
];
