import { commandId, process as processActor } from '@keting/domain';
import type { Command, Message, Process, Recorded } from '@keting/domain';
import * as z from 'zod/mini';
import { derivedId } from './derived-id.ts';
import type { Equipment } from './equipment.ts';
import { firstPosition, type Position } from './ports.ts';
import { Reading } from './reading.ts';
import { positionRow, positions } from './registry.ts';
import { isConflict, sendThrough, type SendAs } from './sending.ts';
import { Trouble, type Tell } from './trouble.ts';
import { asOfNow } from './upcasting.ts';

/** How many events are read at a time. */
const batch = 500;

/** Reads the record from where each process stands, and sends what each answers. */
export class ProcessRunner {
  private readonly equipment: Equipment;
  private readonly send: SendAs;
  private readonly tell: Tell;

  constructor(equipment: Equipment, send: SendAs, tell: Tell) {
    this.equipment = equipment;
    this.send = send;
    this.tell = tell;
  }

  /** Whether any process answers one of these events. */
  concerns(events: readonly { readonly type: string }[]): boolean {
    return this.equipment.registry.processes.some(({ on }) => events.some(({ type }) => on.includes(type)));
  }

  /**
   * Runs until no process finds anything new, what they brought about themselves included. False where one is held up:
   * it stands before the event that it could not answer, and the next run tries again.
   */
  async run(): Promise<boolean> {
    const held = new Set<Process>();
    for (let moved = true; moved;) {
      moved = false;
      for (const one of this.equipment.registry.processes) {
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
  private async catchUp(one: Process): Promise<boolean> {
    const { store } = this.equipment;
    const begun = await this.positionOf(one);
    for (let position = begun; ;) {
      const changes = await store.changes(position, batch);
      if (changes.position === position) return position !== begun;
      await this.answerAll(one, changes.events, position);
      position = changes.position;
      await this.remember(one, position);
    }
  }

  /** Answers events in order. Where one cannot be answered, those before it count as read, and no more. */
  private async answerAll(one: Process, events: readonly Recorded[], from: Position): Promise<void> {
    for (const [passed, event] of events.entries()) {
      try {
        await this.answer(one, event);
      } catch (trouble) {
        if (passed > 0) await this.remember(one, (await this.equipment.store.changes(from, passed)).position);
        throw trouble;
      }
    }
  }

  /** Sends what answers one event. A refusal is told, once the event is behind; a conflict that stays is thrown. */
  private async answer(one: Process, event: Recorded): Promise<void> {
    if (!one.on.includes(event.type)) return;
    const refused: Trouble[] = [];
    for (const [number, message] of (await this.react(one, event)).entries()) {
      const id = derivedId(`process\n${one.name}\n${event.id}\n${number}`);
      const command: Command = { ...message, id, cause: event.id };
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

  private async positionOf({ name }: Process): Promise<Position> {
    const row = z.safeParse(positionRow, await this.equipment.store.row(positions.name, name));
    return row.success ? row.data.position : firstPosition;
  }

  /** Notes how far a process has read. Nobody sent it, so it has no receipt, and the store keeps no command of it. */
  private async remember({ name }: Process, position: Position): Promise<void> {
    await this.equipment.store.commit({
      command: commandId.parse(this.equipment.newId()),
      receipt: undefined,
      reads: [],
      appends: [],
      claims: [],
      releases: [],
      rows: [{ view: positions.name, key: name, put: { process: name, position } }],
      contents: [],
      touched: [],
    });
  }
}
