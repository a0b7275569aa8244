import { Drag, type Point } from './drag.ts';
import { heldIntent, restIntent } from './keys.ts';
import { whereIs, type Board, type Column } from './lanes.ts';
import type { Held, Mover } from './mover.ts';

/** What keys and pointers on the cards need of the board. */
export interface HandsHost {
  readonly mover: Mover;
  board(): Board;
  root(): HTMLElement | DocumentFragment;
  /** The surface on which the cards lie, and the card that goes with the pointer. */
  surface(): HTMLElement | null;
  ghost(): HTMLElement | null;
  /** How many cards a column shows at a time. */
  page(): number;
  focus(column: Column, index: number): void;
  /** The focus goes where it goes by itself. */
  letFocusGo(): void;
  open(id: string): void;
  openMenu(id: string, card: HTMLElement): void;
  lift(id: string, by: Held['by']): void;
  /** Ends a holding; the keyboard stays at the card. */
  release(how: () => void): void;
}

/** What a person does on the cards with keys and pointers: goes, opens, lifts, drags, drops. */
export class CardHands {
  private readonly host: HandsHost;
  private readonly drag: Drag;

  constructor(host: HandsHost) {
    this.host = host;
    this.drag = new Drag({
      lift: (id) => host.lift(id, 'pointer'),
      move: (at, start) => this.dragTo(at, start),
      drop: () => host.release(() => host.mover.drop()),
      cancel: () => host.release(() => host.mover.putBack()),
    });
  }

  key(event: KeyboardEvent): void {
    const { mover } = this.host;
    const card = cardOf(event);
    const id = card?.dataset['id'];
    if (card === undefined || id === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const over = mover.held?.by === 'keyboard' ? mover.columnOf(mover.held.over) : undefined;
    const taken = over === undefined ? this.restKey(event, id, card) : this.heldKey(event, over);
    if (!taken) return;
    event.stopPropagation();
    if (event.key !== 'Tab') event.preventDefault();
  }

  press(event: PointerEvent): void {
    const id = cardOf(event)?.dataset['id'];
    if (id === undefined || isMore(event)) return;
    this.drag.press(id, event);
  }

  pointerMove(event: PointerEvent): void {
    const { mover } = this.host;
    const before = mover.held;
    this.drag.move(event);
    if (before === undefined && mover.held?.by === 'pointer') {
      this.host.surface()?.setPointerCapture(event.pointerId);
    }
  }

  pointerUp(): void {
    this.drag.release();
  }

  pointerCancel(): void {
    this.drag.cancel();
  }

  click(event: MouseEvent): void {
    const card = cardOf(event);
    const id = card?.dataset['id'];
    if (card === undefined || id === undefined) return;
    if (isMore(event)) this.host.openMenu(id, card);
    else this.host.open(id);
  }

  contextMenu(event: MouseEvent): void {
    const card = cardOf(event);
    const id = card?.dataset['id'];
    if (card === undefined || id === undefined) return;
    event.preventDefault();
    this.host.openMenu(id, card);
  }

  private heldKey(event: KeyboardEvent, over: Column): boolean {
    const { host } = this;
    const intent = heldIntent(event, host.board(), over);
    if (intent === undefined) return false;
    if (intent.do === 'aim') host.mover.aim(intent.column);
    else if (intent.do === 'drop') host.release(() => host.mover.drop());
    else host.release(() => host.mover.putBack());
    // Tab goes on from here by itself.
    if (event.key === 'Tab') host.letFocusGo();
    return true;
  }

  private restKey(event: KeyboardEvent, id: string, card: HTMLElement): boolean {
    const { host } = this;
    const found = whereIs(host.board(), id);
    const intent = found && restIntent(event, host.board(), { ...found, page: host.page() });
    if (intent === undefined) return false;
    if (intent.do === 'focus') host.focus(intent.column, intent.index);
    else if (intent.do === 'open') host.open(id);
    else if (intent.do === 'menu') host.openMenu(id, card);
    else host.lift(id, 'keyboard');
    return true;
  }

  private dragTo(at: Point, start: Point): void {
    const { mover } = this.host;
    const ghost = this.host.ghost();
    if (ghost) ghost.style.transform = `translate(${at.x - start.x}px, ${at.y - start.y}px) rotate(1.2deg)`;
    const over = mover.columnOf(this.columnAt(at)) ?? mover.columnOf(mover.held?.from);
    if (over !== undefined) mover.aim(over);
  }

  private columnAt({ x, y }: Point): string | undefined {
    const root = this.host.root();
    if (!(root instanceof ShadowRoot)) return undefined;
    for (const element of root.elementsFromPoint(x, y)) {
      const column = element.closest<HTMLElement>('[data-column]');
      if (column !== null) return column.dataset['column'];
    }
    return undefined;
  }
}

/** The card that an event is about. */
export const cardOf = ({ target }: Event): HTMLElement | undefined =>
  (target instanceof Element ? target.closest<HTMLElement>('.list .card') : null) ?? undefined;

/** Whether a press was on the three dots of a card. */
const isMore = ({ target }: Event): boolean => target instanceof Element && target.closest('.more') !== null;
