import { everything, process as processActor } from '@keting/domain';
import type { Actor, Command, Message, Process, Recorded } from '@keting/domain';
import * as z from 'zod/mini';
import { derivedId } from './derived-id.ts';
import type { Receipt } from './desk.ts';
import type { Equipment } from './judging.ts';
import { Reading } from './reading.ts';
import { due, positions, type DueRow } from './registry.ts';

/** Sends a command as a process; the desk's own way in. */
export type SendAs = (command: Command, actor: Actor) => Promise<Receipt>;

const batch = 500;

const dueShape = z.object({
  stream: z.string(),
  at: z.number(),
  type: z.string(),
  data: z.unknown(),
});
const positionShape = z.object({ process: z.string(), position: z.number() });

/** The actor of what comes by the clock. */
export const clockActor = processActor('clock');

/** Told of a command of a process that was refused: nothing is lost, somebody should look. */
export type OnRefused = (command: Command, receipt: Receipt) => void;

/** Reads the record from where each process stands, and sends what each answers. */
export class ProcessRunner {
  private readonly equipment: Equipment;
  private readonly send: SendAs;
  private readonly onRefused: OnRefused;
  private running: Promise<void> = Promise.resolve();

  constructor(equipment: Equipment, send: SendAs, onRefused: OnRefused) {
    this.equipment = equipment;
    this.send = send;
    this.onRefused = onRefused;
  }

  /** Whether any process answers one of these events. */
  concerns(types: readonly string[]): boolean {
    return this.equipment.registry.processes.some(({ on }) => types.some((type) => on.includes(type)));
  }

  /** Runs to the end of the record; one run at a time, in the order asked. */
  run(): Promise<void> {
    const turn = this.running.then(() => this.runAll());
    this.running = turn.catch(() => undefined);
    return turn;
  }

  private async runAll(): Promise<void> {
    for (const one of this.equipment.registry.processes) await this.catchUp(one);
  }

  private async catchUp(one: Process): Promise<void> {
    const { store } = this.equipment;
    const row = z.safeParse(positionShape, await store.row(positions.name, one.name));
    let position = row.success ? row.data.position : 0;
    for (;;) {
      const changes = await store.changes(position, batch);
      for (const event of changes.events) await this.answer(one, event);
      if (changes.position === position) return;
      position = changes.position;
      await this.remember(one, position);
    }
  }

  private async answer(one: Process, event: Recorded): Promise<void> {
    if (!one.on.includes(event.type)) return;
    const { registry, store } = this.equipment;
    const model = registry.modelBy(event.model) ?? registry.model;
    const reading = new Reading(store, registry);
    const messages = await reading.settle((facts) => one.react(event, facts, model));
    for (const [number, message] of messages.entries()) await this.ask(one, event, number, message);
  }

  private async ask(one: Process, event: Recorded, number: number, message: Message): Promise<void> {
    const id = derivedId(`${one.name}\n${event.id}\n${number}`);
    const command: Command = { ...message, id, cause: event.id };
    const receipt = await this.send(command, processActor(one.name));
    if (!receipt.ok) this.onRefused(command, receipt);
  }

  private async remember({ name }: Process, position: number): Promise<void> {
    await this.equipment.store.commit({
      command: derivedId(`${name}\n${position}`),
      receipt: undefined,
      reads: [],
      appends: [],
      claims: [],
      releases: [],
      rows: [{ view: positions.name, key: name, put: { process: name, position } }],
      contents: [],
    });
  }
}

/** Sends what has fallen due, oldest first. Early, twice or late does no harm: the rule checks again. */
export async function runDue(equipment: Equipment, send: SendAs, onRefused: OnRefused): Promise<void> {
  const { store, now } = equipment;
  const tried = new Set<string>();
  for (;;) {
    const query = { where: { at: { to: now() + 1 } }, order: [{ by: 'at' }], limit: 1000 };
    const { rows } = await store.rows(due, query, everything);
    const fresh = rows.map((row) => dueShape.parse(row)).filter((row) => !tried.has(nameOf(row)));
    if (fresh.length === 0) return;
    for (const row of fresh) {
      tried.add(nameOf(row));
      const command: Command = { type: row.type, data: row.data, id: derivedId(nameOf(row)) };
      const receipt = await send(command, clockActor);
      if (!receipt.ok) onRefused(command, receipt);
    }
  }
}

const nameOf = ({ stream, at, type }: Pick<DueRow, 'stream' | 'at' | 'type'>): string =>
  `due\n${stream}\n${type}\n${at}`;

/** The next instant at which something falls due, or undefined. */
export async function nextDue({ store }: Equipment): Promise<number | undefined> {
  const { rows } = await store.rows(due, { order: [{ by: 'at' }], limit: 1 }, everything);
  const first = z.safeParse(dueShape, rows[0]);
  return first.success ? first.data.at : undefined;
}
