/** What hands and wheels ask of the stage, in its pixels. */
export interface GestureTarget {
  pan(dx: number, dy: number): void;
  zoom(factor: number, point: { readonly x: number; readonly y: number }): void;
  /** Told when a drag begins and ends, so that a drag is not taken for a click. */
  drag(under: boolean): void;
}

interface Pointer {
  x: number;
  y: number;
}

const threshold = 4;

/** Reads pointers on a stage: one that moves drags, two pinch. */
export class Gestures {
  private readonly target: GestureTarget;
  private readonly pointers = new Map<number, Pointer>();
  private start: Pointer | undefined;
  private dragging = false;

  constructor(target: GestureTarget) {
    this.target = target;
  }

  down(event: PointerEvent): void {
    if (event.button !== 0) return;
    const point = { x: event.clientX, y: event.clientY };
    this.pointers.set(event.pointerId, point);
    if (this.pointers.size === 1) {
      this.start = point;
      this.dragging = false;
    }
  }

  move(event: PointerEvent, stage: HTMLElement): void {
    const known = this.pointers.get(event.pointerId);
    if (!known) return;
    const point = { x: event.clientX, y: event.clientY };
    if (!this.dragging && !this.begins(point)) return;
    if (!this.dragging) this.begin(event, stage);
    const other = [...this.pointers].find(([id]) => id !== event.pointerId)?.[1];
    if (other) this.pinch(known, point, other, stage);
    else this.target.pan(point.x - known.x, point.y - known.y);
    this.pointers.set(event.pointerId, point);
  }

  up(event: PointerEvent): void {
    this.pointers.delete(event.pointerId);
    if (this.pointers.size > 0 || !this.dragging) return;
    this.dragging = false;
    this.target.drag(false);
  }

  private begins(point: Pointer): boolean {
    if (this.pointers.size > 1) return true;
    const { start } = this;
    return start !== undefined && Math.hypot(point.x - start.x, point.y - start.y) > threshold;
  }

  private begin(event: PointerEvent, stage: HTMLElement): void {
    this.dragging = true;
    stage.setPointerCapture(event.pointerId);
    this.target.drag(true);
  }

  private pinch(before: Pointer, after: Pointer, other: Pointer, stage: HTMLElement): void {
    const { left, top } = stage.getBoundingClientRect();
    const apart = Math.hypot(before.x - other.x, before.y - other.y);
    const now = Math.hypot(after.x - other.x, after.y - other.y);
    this.target.pan((after.x - before.x) / 2, (after.y - before.y) / 2);
    if (apart > 0)
      this.target.zoom(now / apart, { x: (after.x + other.x) / 2 - left, y: (after.y + other.y) / 2 - top });
  }
}

const linePixels = 16;
const pagePixels = 400;

/** The movement of a wheel in pixels, whatever unit the device reports; with Shift one that only goes down goes aside. */
export function wheelPixels(event: WheelEvent): { dx: number; dy: number } {
  const unit = event.deltaMode === 1 ? linePixels : event.deltaMode === 2 ? pagePixels : 1;
  const [dx, dy] = [event.deltaX * unit, event.deltaY * unit];
  return event.shiftKey && dx === 0 ? { dx: dy, dy: 0 } : { dx, dy };
}
