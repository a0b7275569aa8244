import { canonicalJson, everything, process as processActor } from '@keting/domain';
import type { Command, Instant, Query } from '@keting/domain';
import * as z from 'zod/mini';
import { derivedId } from './derived-id.ts';
import type { Equipment } from './equipment.ts';
import { due, dueRow, type DueRow } from './registry.ts';
import { isConflict, sendThrough, type SendAs } from './sending.ts';
import { Trouble, type Tell } from './trouble.ts';

/** How many rows are read at a time. */
const batch = 500;

/** The actor of what comes by the clock. */
const clockActor = processActor('clock');

/** What came of a walk through what is due. */
export interface Walked {
  /** How many commands took effect. */
  readonly sent: number;
  /** Whether something could not be sent for now, and should be tried again soon. */
  readonly held: boolean;
  /** When the next falls due that has not, or undefined. */
  readonly next: Instant | undefined;
}

/** What a row says, as text: another due of the same stream reads otherwise. */
const nameOf = ({ stream, at, type, data }: DueRow): string =>
  ['due', stream, type, at, canonicalJson(data)].join('\n');

type Attempt = 'sent' | 'moved' | 'refused' | 'held';

/** Sends what has fallen due. Early, twice or late does no harm: the rule checks again. */
export class DueSender {
  private readonly equipment: Equipment;
  private readonly send: SendAs;
  private readonly tell: Tell;
  /** What was refused and still stands, by stream: told once and not sent again until its stream moves or the desk is made anew. */
  private readonly refused = new Map<string, string>();

  constructor(equipment: Equipment, send: SendAs, tell: Tell) {
    this.equipment = equipment;
    this.send = send;
    this.tell = tell;
  }

  /** A stream has moved: what was refused of it may be accepted now. */
  moved(stream: string): void {
    this.refused.delete(stream);
  }

  /** Sends all that is due, oldest first. Never throws: what goes wrong is told, and what comes after it is sent all the same. */
  async run(): Promise<Walked> {
    const counts: Record<Attempt, number> = { sent: 0, moved: 0, refused: 0, held: 0 };
    const walked = (next?: Instant): Walked => ({ sent: counts.sent, held: counts.held > 0, next });
    const now = this.equipment.now();
    try {
      for await (const row of this.rows()) {
        if (row.at > now) return walked(row.at);
        if (this.refused.get(row.stream) === nameOf(row)) continue;
        counts[await this.attempt(row)] += 1;
      }
      return walked();
    } catch (trouble) {
      this.tell(trouble);
      return { ...walked(), held: true };
    }
  }

  private async *rows(): AsyncGenerator<DueRow> {
    for (let from: Pick<Query, 'cursor'> | undefined = {}; from !== undefined;) {
      const page = await this.equipment.store.rows(due, { order: [{ by: 'at' }], limit: batch, ...from }, everything);
      for (const row of page.rows) yield dueRow.parse(row);
      from = page.next === undefined ? undefined : { cursor: page.next };
    }
  }

  private async attempt(row: DueRow): Promise<Attempt> {
    const command: Command = { type: row.type, data: row.data, id: derivedId(nameOf(row)) };
    try {
      const receipt = await sendThrough(() => this.send(command, clockActor));
      if (!(await this.stands(row))) return receipt.ok ? 'sent' : 'moved';
      this.tell(new Trouble(command, receipt));
      if (isConflict(receipt)) return 'held';
      this.refused.set(row.stream, nameOf(row));
      return 'refused';
    } catch (trouble) {
      this.tell(trouble);
      return 'held';
    }
  }

  /** Whether the row still says what it said before its command was sent. */
  private async stands(row: DueRow): Promise<boolean> {
    const now = z.safeParse(dueRow, await this.equipment.store.row(due.name, row.stream));
    return now.success && nameOf(now.data) === nameOf(row);
  }
}
