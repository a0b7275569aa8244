import type { Desk } from '@keting/runtime';
import { ContextConsumer, ContextRoot, createContext } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The key under which a page's desk is found; the name is fixed so that two copies of the package agree. */
export const deskContext = createContext<Desk | undefined, symbol>(Symbol.for('@keting/desk'));

const keepers = new WeakSet<Document>();

/** A page may register `kt-desk` after the elements inside it: requests made before are kept and asked again. */
function keepRequests(document: Document): void {
  if (keepers.has(document)) return;
  keepers.add(document);
  new ContextRoot().attach(document.documentElement);
}

/** Called with each desk that comes into force; what it returns is called when that desk goes. */
export type DeskArrival = (desk: Desk) => (() => void) | undefined;

/**
 * Gives an element the desk that stands around it, and follows when another takes its place. The element is drawn anew
 * each time, also when no other comes: what belonged to the person before must not stay on screen.
 *
 * ```ts
 * private readonly desk = new DeskController(this, (desk) => desk.watch(worklist, {}, () => this.reload(desk)));
 * ```
 */
export class DeskController implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly arrive: DeskArrival | undefined;
  private held: Desk | undefined;
  private release: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, arrive?: DeskArrival) {
    this.host = host;
    this.arrive = arrive;
    host.addController(this);
    new ContextConsumer(host, {
      context: deskContext,
      subscribe: true,
      callback: (desk) => this.hold(desk),
    });
  }

  /** The desk in force; undefined outside any `kt-desk`, where an element lives on its plain properties. */
  get desk(): Desk | undefined {
    return this.held;
  }

  hostConnected(): void {
    if (!this.held) keepRequests(this.host.ownerDocument);
  }

  hostDisconnected(): void {
    this.hold(undefined);
  }

  private hold(desk: Desk | undefined): void {
    if (desk === this.held) return;
    this.release?.();
    this.held = desk;
    this.release = desk && this.arrive?.(desk);
    this.host.requestUpdate();
  }
}
