import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Tells when an element or one of its parts changes its size, also when the parts themselves are drawn anew. Name the
 * element itself first when its width decides what is drawn: browsers report a size within the same frame only to what
 * lies deeper than what changed before, and complain otherwise.
 */
export class SizeController implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly parts: () => readonly (Element | null)[];
  private readonly changed: () => void;
  private observer: ResizeObserver | undefined;
  private observed: readonly Element[] = [];

  constructor(host: ReactiveControllerHost, parts: () => readonly (Element | null)[], changed: () => void) {
    this.host = host;
    this.parts = parts;
    this.changed = changed;
    host.addController(this);
  }

  hostConnected(): void {
    this.observer = new ResizeObserver(() => this.changed());
    // Parts are looked for after an update, and an element that is only moved would have none.
    this.host.requestUpdate();
  }

  hostUpdated(): void {
    if (!this.observer) return;
    const parts = this.parts().filter((part): part is Element => part !== null);
    for (const gone of this.observed) if (!parts.includes(gone)) this.observer.unobserve(gone);
    for (const part of parts) if (!this.observed.includes(part)) this.observer.observe(part);
    this.observed = parts;
  }

  hostDisconnected(): void {
    this.observer?.disconnect();
    this.observer = undefined;
    this.observed = [];
  }
}
