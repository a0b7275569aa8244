import { commandId, linkOf, process, type Recorded, type StreamId } from '@keting/domain';
import { firstPosition, type Loaded, type Position } from '@keting/runtime';
import * as z from 'zod';
import type { Walkable } from '../../../packages/server/src/running/verify-record.ts';

const said = z.object({ said: z.string() });
const textOf = ({ data }: Recorded): string => said.parse(data).said;

/** A record in memory that a test can tamper with, as whoever keeps a database could. */
export class ARecord implements Walkable {
  events: Recorded[] = [];

  /** Adds an event to a stream, linked as the desk links it. */
  add(stream: StreamId, said: string): void {
    const before = this.events.filter((event) => event.stream === stream);
    const version = before.length + 1;
    const command = commandId.parse('01930000-0000-7000-8000-000000000001');
    const unlinked = {
      ...{ type: 'Said', data: { said }, stream, version, v: 1, at: 1000, model: 'm' },
      ...{ id: `${command}/${this.events.length}` as const, actor: process('test'), command },
    };
    this.events.push({ ...unlinked, link: linkOf(before.at(-1)?.link ?? '', unlinked) });
  }

  /** Writes the record anew as a whole, with every link right, as nobody can see from the links alone. */
  rewrite(change: (said: string) => string): void {
    const old = this.events;
    this.events = [];
    for (const event of old) this.add(event.stream, change(textOf(event)));
  }

  load(stream: StreamId): Promise<Loaded> {
    const last = this.events.findLast((event) => event.stream === stream);
    return Promise.resolve(
      last === undefined ? { version: 0, state: undefined } : { version: last.version, state: {}, link: last.link },
    );
  }

  history(stream: StreamId): Promise<readonly Recorded[]> {
    return Promise.resolve(this.events.filter((event) => event.stream === stream));
  }

  streams(after: string, limit: number): Promise<readonly StreamId[]> {
    const ids = [...new Set(this.events.map((event) => event.stream))].sort();
    return Promise.resolve(ids.filter((id) => id > after).slice(0, limit));
  }

  changes(after: Position, limit: number) {
    const from = after === firstPosition ? 0 : Number(after);
    const events = this.events.slice(from, from + limit);
    return Promise.resolve({ events, position: String(from + events.length) });
  }
}
