/** Where a pointer is, in pixels of the window. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What a drag tells the board. */
export interface DragListener {
  /** A card has been lifted: it was pressed and moved far enough to mean it. */
  lift(id: string): void;
  /** The lifted card is at a point; `start` is where it was pressed. */
  move(at: Point, start: Point): void;
  drop(): void;
  cancel(): void;
}

const meantAfter = 6;

/**
 * Tells a drag from a press. Touch is left to scroll, and moves cards through the menu: a finger that drags a card
 * cannot scroll past it.
 */
export class Drag {
  private readonly listener: DragListener;
  private pressed: { readonly id: string; readonly start: Point } | undefined;
  private lifted = false;

  constructor(listener: DragListener) {
    this.listener = listener;
  }

  press(id: string, { button, pointerType, clientX, clientY }: PointerEvent): void {
    if (button !== 0 || pointerType === 'touch') return;
    this.pressed = { id, start: { x: clientX, y: clientY } };
    this.lifted = false;
  }

  move({ clientX, clientY }: PointerEvent): void {
    const { pressed } = this;
    if (pressed === undefined) return;
    const at = { x: clientX, y: clientY };
    if (!this.lifted) {
      if (Math.hypot(at.x - pressed.start.x, at.y - pressed.start.y) < meantAfter) return;
      this.lifted = true;
      this.listener.lift(pressed.id);
    }
    this.listener.move(at, pressed.start);
  }

  release(): void {
    const { lifted } = this;
    this.end();
    if (lifted) this.listener.drop();
  }

  cancel(): void {
    const { lifted } = this;
    this.end();
    if (lifted) this.listener.cancel();
  }

  private end(): void {
    this.pressed = undefined;
    this.lifted = false;
  }
}
