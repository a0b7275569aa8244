import type { Permits } from './board-action.ts';
import type { BoardTexts } from './deliberation-board.texts.ts';
import { whereIs, type Board, type Column } from './lanes.ts';
import { judgeDrop, type DropVerdict } from './permits.ts';
import type { BoardTopic } from './topic.ts';

/** A card that is held up, over which column (by key), and by what. */
export interface Held {
  readonly topic: BoardTopic;
  readonly from: string;
  readonly over: string;
  readonly by: 'pointer' | 'keyboard';
}

/** What moving needs of the board. */
export interface MoverHost {
  board(): Board;
  texts(): BoardTexts;
  announce(text: string): void;
  /** What may be done to a topic; the procedure alone judges until it is known. */
  permits(topic: BoardTopic): Permits | Promise<Permits> | undefined;
  /** A move that is allowed. */
  moved(topic: BoardTopic, to: { readonly from: Column; readonly to: Column; readonly verdict: DropVerdict }): void;
  changed(): void;
}

export const nameOfColumn = ({ lane, label }: Column): string => `${lane.label} · ${label}`;

/** Lifts, aims, drops and puts back cards, by pointer and keyboard alike, and says each step aloud. */
export class Mover {
  held: Held | undefined;

  private readonly host: MoverHost;
  private known: { readonly topic: string; readonly permits: Permits } | undefined;

  constructor(host: MoverHost) {
    this.host = host;
  }

  /** False where no column has such a card. */
  lift(id: string, by: Held['by']): boolean {
    const found = whereIs(this.host.board(), id);
    const topic = found?.column.topics[found.index];
    if (found === undefined || topic === undefined) return false;
    const { key } = found.column;
    this.learn(topic);
    this.hold({ topic, from: key, over: key, by });
    this.host.announce(this.host.texts().pickedUp(topic.title, nameOfColumn(found.column)));
    return true;
  }

  /** Asks what may be done to a topic, so that places which would refuse it can say so. */
  learn(topic: BoardTopic): void {
    this.known = undefined;
    const answer = this.host.permits(topic);
    if (answer === undefined) return;
    if (!(answer instanceof Promise)) {
      this.known = { topic: topic.id, permits: answer };
      return;
    }
    void answer
      .then((permits) => {
        this.known = { topic: topic.id, permits };
        this.host.changed();
      })
      // The desk judges once more when the form is sent.
      .catch(() => undefined);
  }

  judge(topic: BoardTopic, to: Column): DropVerdict {
    const permits = this.known?.topic === topic.id ? this.known.permits : undefined;
    return judgeDrop(topic, to, this.host.board().lanes, permits, this.host.texts());
  }

  /** Holds the card over another column. */
  aim(over: Column): void {
    const { held } = this;
    if (held === undefined || held.over === over.key) return;
    this.hold({ ...held, over: over.key });
    this.host.announce(this.sayOver(held.topic, over));
  }

  drop(): void {
    const { held } = this;
    const over = this.columnOf(held?.over);
    if (held === undefined || over === undefined || held.over === held.from) {
      this.putBack();
      return;
    }
    this.hold(undefined);
    this.move(held.topic, over);
  }

  putBack(): void {
    const from = this.columnOf(this.held?.from);
    this.hold(undefined);
    if (from !== undefined) this.host.announce(this.host.texts().putBack(nameOfColumn(from)));
  }

  /** Moves a topic where it may go; says why where it may not. */
  move(topic: BoardTopic, to: Column): void {
    const from = whereIs(this.host.board(), topic.id)?.column;
    const verdict = this.judge(topic, to);
    if (from === undefined || !verdict.ok) {
      this.host.announce(this.sayOver(topic, to));
      return;
    }
    this.host.announce(this.host.texts().droppedOn(nameOfColumn(to)));
    this.host.moved(topic, { from, to, verdict });
  }

  columnOf(key: string | undefined): Column | undefined {
    return this.host.board().columns.find((column) => column.key === key);
  }

  private hold(held: Held | undefined): void {
    this.held = held;
    this.host.changed();
  }

  private sayOver(topic: BoardTopic, over: Column): string {
    const verdict = this.judge(topic, over);
    const texts = this.host.texts();
    const name = nameOfColumn(over);
    return verdict.ok ? texts.over(name) : texts.overRefused(name, verdict.reason);
  }
}
