import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Tells when one of the parts of an element changes its size, also when the parts themselves are drawn anew. */
export class SizeController implements ReactiveController {
  private readonly parts: () => readonly (Element | null)[];
  private readonly changed: () => void;
  private observer: ResizeObserver | undefined;
  private observed: readonly Element[] = [];

  constructor(host: ReactiveControllerHost, parts: () => readonly (Element | null)[], changed: () => void) {
    this.parts = parts;
    this.changed = changed;
    host.addController(this);
  }

  hostConnected(): void {
    this.observer = new ResizeObserver(() => this.changed());
    this.observed = [];
  }

  hostUpdated(): void {
    const parts = this.parts().filter((part): part is Element => part !== null);
    if (parts.length === this.observed.length && parts.every((part, index) => part === this.observed[index])) return;
    this.observer?.disconnect();
    for (const part of parts) this.observer?.observe(part);
    this.observed = parts;
  }

  hostDisconnected(): void {
    this.observer?.disconnect();
  }
}
