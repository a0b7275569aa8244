import { commandId, refuseKernel, type Refusal } from '@keting/domain';
import type { Desk, DeskOutbox, OutboxEntry } from '@keting/runtime';

/** Friday, 20 November 2026, 10:30 in China. */
const friday = Date.UTC(2026, 10, 20, 2, 30);

const idOf = (n: number) => commandId.parse(`018e0000-0000-7000-8000-${String(n).padStart(12, '0')}`);

/** A report that was made without a line. */
export const waitingReport = (n: number): OutboxEntry => ({
  id: idOf(n),
  type: 'ReportCase',
  data: { case: `c${n}`, text: '井盖碎裂，晚上骑车很危险' },
  at: friday,
});

/** A step that was refused after its sender had gone on. */
export const refusedStep = (n: number, refusal: Refusal = refuseKernel('not-permitted')): OutboxEntry => ({
  id: idOf(n),
  type: 'AcceptCase',
  data: { case: `c${n}`, note: '已到现场看过' },
  at: friday,
  refusal,
});

/** An outbox that does as it is told, and notes what it is asked. */
export class MadeOutbox implements DeskOutbox {
  readonly asked: string[] = [];
  online: boolean;
  fails = false;
  private entries: readonly OutboxEntry[];
  private readonly listeners = new Set<() => void>();

  constructor(online: boolean, entries: readonly OutboxEntry[]) {
    this.online = online;
    this.entries = entries;
  }

  get followed(): number {
    return this.listeners.size;
  }

  /** What is in it from now on. */
  become(online: boolean, entries: readonly OutboxEntry[]): void {
    this.online = online;
    this.entries = entries;
    this.listeners.forEach((listener) => listener());
  }

  state() {
    const { online, entries } = this;
    const waiting = entries.filter(({ refusal }) => refusal === undefined);
    return Promise.resolve({ online, waiting, refused: entries.filter((entry) => !waiting.includes(entry)) });
  }

  follow(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  dismiss(id: string): Promise<void> {
    return this.take(
      `dismiss ${id}`,
      this.entries.filter((entry) => entry.id !== id),
    );
  }

  again(id: string): Promise<void> {
    const waits = ({ refusal: _, ...entry }: OutboxEntry): OutboxEntry => entry;
    return this.take(
      `again ${id}`,
      this.entries.map((entry) => (entry.id === id ? waits(entry) : entry)),
    );
  }

  flush(): Promise<void> {
    return this.take('flush', this.entries);
  }

  wipe(): Promise<void> {
    return this.take('wipe', []);
  }

  private take(what: string, entries: readonly OutboxEntry[]): Promise<void> {
    this.asked.push(what);
    if (this.fails) return Promise.reject(new Error('the disk is full'));
    this.become(this.online, entries);
    return Promise.resolve();
  }
}

/** A desk that has an outbox beside it. */
export const withOutbox = (desk: Desk, outbox: DeskOutbox): Desk => ({
  model: desk.model,
  actor: desk.actor,
  outbox,
  send: (command) => desk.send(command),
  can: (command) => desk.can(command),
  offers: (streams) => desk.offers(streams),
  view: (view, query) => desk.view(view, query),
  sum: (view, query) => desk.sum(view, query),
  ask: (question, data) => desk.ask(question, data),
  watch: (view, onChange) => desk.watch(view, onChange),
  standings: () => desk.standings(),
  attach: (bytes, id) => desk.attach(bytes, id),
  file: (id) => desk.file(id),
  newId: () => desk.newId(),
  now: () => desk.now(),
});
