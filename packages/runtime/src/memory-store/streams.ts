import type { Recorded, StreamId } from '@keting/domain';
import type { Changes, Loaded, Position, StreamAppend } from '../ports.ts';
import { frozen } from './frozen.ts';

interface Stream {
  state: unknown;
  readonly events: Recorded[];
}

/** Events of each stream with the state after them, and all events in the order of their commits. */
export class Streams {
  private readonly streams = new Map<StreamId, Stream>();
  private readonly log: Recorded[] = [];

  load(id: StreamId): Loaded {
    const stream = this.streams.get(id);
    const begin = stream?.events[0];
    const last = stream?.events[stream.events.length - 1];
    return {
      version: this.version(id),
      state: stream?.state,
      ...(begin === undefined ? {} : { model: begin.model }),
      ...(last === undefined ? {} : { link: last.link }),
    };
  }

  version(id: StreamId): number {
    return this.streams.get(id)?.events.length ?? 0;
  }

  append({ stream: id, events, state }: StreamAppend): void {
    const stream = this.streams.get(id) ?? { state, events: [] };
    stream.state = frozen(state);
    for (const event of events) {
      stream.events.push(frozen(event));
      this.log.push(event);
    }
    this.streams.set(id, stream);
  }

  history(id: StreamId): readonly Recorded[] {
    return this.streams.get(id)?.events.slice() ?? [];
  }

  changes(after: Position, limit: number): Changes {
    const from = Number(after);
    const events = this.log.slice(from, from + limit);
    return { events, position: String(from + events.length) };
  }
}
