import { verifyHistory, type HistoryFault, type StreamHead, type StreamId } from '@keting/domain';
import type { Store } from '@keting/runtime';

/** A store whose streams can be walked. */
export interface Walkable extends Pick<Store, 'load' | 'history'> {
  /** Ids of all streams after one, in order, at most `limit`. */
  streams(after: string, limit: number): Promise<readonly StreamId[]>;
}

/** The first fault of one stream. */
export interface StreamFault extends HistoryFault {
  readonly stream: StreamId;
}

/** What a walk of the record came to: how many streams it saw. */
export interface Walked {
  readonly streams: number;
  readonly faults: number;
}

const atOnce = 500;

/**
 * Walks every stream of the record and tells of the first fault of each: events altered, missing or out of order, and what
 * differs from heads that were noted outside the store. A stream that was noted and is gone is at fault too. New commits do
 * not disturb it.
 */
export async function verifyRecord(
  store: Walkable,
  noted: ReadonlyMap<StreamId, readonly StreamHead[]>,
  onFault: (fault: StreamFault) => void,
): Promise<Walked> {
  let faults = 0;
  let streams = 0;
  const look = async (stream: StreamId): Promise<void> => {
    streams += 1;
    const fault = await faultOf(store, stream, noted.get(stream) ?? []);
    if (fault === undefined) return;
    faults += 1;
    onFault({ stream, ...fault });
  };
  const gone = new Set(noted.keys());
  for await (const stream of streamsOf(store)) {
    gone.delete(stream);
    await look(stream);
  }
  for (const stream of gone) await look(stream);
  return { streams, faults };
}

async function* streamsOf(store: Walkable): AsyncGenerator<StreamId, void> {
  for (let after = ''; ;) {
    const page = await store.streams(after, atOnce);
    yield* page;
    const last = page.at(-1);
    if (last === undefined) return;
    after = last;
  }
}

async function faultOf(
  store: Walkable,
  stream: StreamId,
  heads: readonly StreamHead[],
): Promise<HistoryFault | undefined> {
  // The state is read first: what is committed in between makes the history longer than it says, which is no fault.
  const { version, link } = await store.load(stream);
  const history = await store.history(stream);
  const kept = link === undefined ? undefined : { version, link };
  const fault = verifyHistory(history, kept);
  if (fault !== undefined) return fault;
  for (const head of heads) {
    const event = history[head.version - 1];
    if (event === undefined) return { version: history.length + 1, fault: 'missing' };
    if (event.link !== head.link) return { version: head.version, fault: 'altered' };
  }
  return undefined;
}
