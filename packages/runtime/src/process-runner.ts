import { commandId, process as processActor } from '@keting/domain';
import type { Command, Message, Process, Recorded } from '@keting/domain';
import * as z from 'zod/mini';
import { derivedId } from './derived-id.ts';
import type { Equipment } from './equipment.ts';
import { erasing } from './erasing.ts';
import type { Follower } from './follower.ts';
import { firstPosition, type Changes, type Position } from './ports.ts';
import { processNote } from './process-note.ts';
import { Reading } from './reading.ts';
import { positionRow, positions } from './registry.ts';
import { isConflict, sendThrough, type SendAs } from './sending.ts';
import { Trouble, type Tell } from './trouble.ts';
import { asOfNow } from './upcasting.ts';

/** How many events are read at a time. */
const batch = 500;

/** How far a process has read here, and how many events of those nobody has noted yet. */
interface Standing {
  readonly position: Position;
  readonly unnoted: number;
}

/**
 * Reads the record from where each process stands, and sends what each answers. How far one has read is noted in the store
 * when it has answered something, and after many events that were none of its own: noted after each, every command would
 * cost a commit more for every process. Whoever starts anew reads those few again.
 */
export class ProcessRunner {
  private readonly equipment: Equipment;
  private readonly send: SendAs;
  private readonly tell: Tell;
  private readonly followers: readonly Follower[];
  private readonly standing = new Map<string, Standing>();
  /** What was read last: processes that stand side by side read the same. */
  private lastRead: { readonly after: Position; readonly changes: Changes } | undefined;
  /** Where the record ended when it was read, as long as nothing that was sent from here has moved its end. */
  private end: Position | undefined;

  constructor(equipment: Equipment, send: SendAs, tell: Tell) {
    this.equipment = equipment;
    this.send = send;
    this.tell = tell;
    const processes = equipment.registry.processes.map((one): Follower => ({
      name: one.name,
      on: one.on,
      answer: (event) => this.answer(one, event),
    }));
    this.followers = [erasing(equipment), ...processes];
  }

  /** Whether any of them answers one of these events. */
  concerns(events: readonly { readonly type: string }[]): boolean {
    return this.followers.some(({ on }) => events.some(({ type }) => on.includes(type)));
  }

  /**
   * Runs until no process finds anything new, what they brought about themselves included. False where one is held up:
   * it stands before the event that it could not answer, and the next run tries again. What others do meanwhile is for the
   * next run, which they ask for.
   */
  async run(): Promise<boolean> {
    this.end = undefined;
    const held = new Set<Follower>();
    for (let moved = true; moved;) {
      moved = false;
      for (const one of this.followers) {
        if (held.has(one)) continue;
        try {
          moved = (await this.catchUp(one)) || moved;
        } catch (trouble) {
          held.add(one);
          this.tell(trouble);
        }
      }
    }
    return held.size === 0;
  }

  /** Answers whether there was anything to read. Throws where it is held up. */
  private async catchUp(one: Follower): Promise<boolean> {
    const begun = await this.standingOf(one);
    let { position, unnoted } = begun;
    while (position !== this.end) {
      const changes = await this.changesAfter(position);
      const answered = await this.answerAll(one, changes.events, position);
      position = changes.position;
      unnoted = answered ? 0 : unnoted + changes.events.length;
      if (answered || unnoted >= batch) {
        await this.note(one, position);
        unnoted = 0;
      }
      this.standing.set(one.name, { position, unnoted });
    }
    return position !== begun.position;
  }

  private async changesAfter(after: Position): Promise<Changes> {
    if (this.lastRead?.after === after) return this.lastRead.changes;
    const changes = await this.equipment.store.changes(after, batch);
    if (changes.events.length > 0) this.lastRead = { after, changes };
    if (changes.events.length < batch) this.end = changes.position;
    return changes;
  }

  /**
   * Answers events in order, and whether any was the process's own. Where one cannot be answered, those before it count as
   * read, and no more.
   */
  private async answerAll(one: Follower, events: readonly Recorded[], from: Position): Promise<boolean> {
    for (const [passed, event] of events.entries()) {
      try {
        if (one.on.includes(event.type)) await one.answer(event);
      } catch (trouble) {
        if (passed > 0) await this.stopBefore(one, from, passed);
        throw trouble;
      }
    }
    return events.some(({ type }) => one.on.includes(type));
  }

  private async stopBefore(one: Follower, from: Position, passed: number): Promise<void> {
    const { position } = await this.equipment.store.changes(from, passed);
    await this.note(one, position);
    this.standing.set(one.name, { position, unnoted: 0 });
  }

  /** Sends what answers one event. A refusal is told, once the event is behind; a conflict that stays is thrown. */
  private async answer(one: Process, event: Recorded): Promise<void> {
    const refused: Trouble[] = [];
    for (const [number, message] of (await this.react(one, event)).entries()) {
      const id = derivedId(`process\n${one.name}\n${event.id}\n${number}`);
      const command: Command = { ...message, id, cause: event.id };
      this.end = undefined;
      const receipt = await sendThrough(() => this.send(command, processActor(one.name)));
      if (isConflict(receipt)) throw new Trouble(command, receipt);
      if (!receipt.ok) refused.push(new Trouble(command, receipt));
    }
    refused.forEach(this.tell);
  }

  private react(one: Process, event: Recorded): Promise<readonly Message[]> {
    const { registry, store } = this.equipment;
    const model = registry.modelBy(event.model) ?? registry.model;
    return new Reading(store, registry).settle((facts) => one.react(asOfNow(event, registry), facts, model));
  }

  private async standingOf({ name }: Follower): Promise<Standing> {
    const here = this.standing.get(name);
    if (here !== undefined) return here;
    const row = z.safeParse(positionRow, await this.equipment.store.row(positions.name, name));
    return { position: row.success ? row.data.position : firstPosition, unnoted: 0 };
  }

  private async note({ name }: Follower, position: Position): Promise<void> {
    const { store, newId } = this.equipment;
    await store.commit(processNote(name, position, commandId.parse(newId())));
  }
}
