import { topics as topicsView } from '@keting/domain';
import type { Desk } from '@keting/runtime';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { DeskController } from '../base/desk-context.ts';
import { DeskNames } from './desk-names.ts';
import { readTopics, type DeskTopic, type Wording } from './desk-topics.ts';

/** How the reading of topics stands. */
export type Reading = 'idle' | 'loading' | 'ready' | 'failed';

/** Keeps the topics of the desk around an element: read when a desk arrives, and again whenever they may have changed. */
export class DeskSource implements ReactiveController {
  /** What has been read so far. Earlier rows stay while they are read anew. */
  topics: readonly DeskTopic[] = [];
  /** False where the desk holds more than a board shows. */
  whole = true;
  state: Reading = 'idle';

  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly wording: () => Wording;
  private readonly changed: () => void;
  private readonly left: () => void;
  private readonly found: DeskController;
  private names: DeskNames | undefined;
  private turn = 0;

  /** `left` is called when the desk goes: what was shown of it is another person's from then on. */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    wording: () => Wording,
    { changed, left }: { readonly changed: () => void; readonly left: () => void },
  ) {
    this.left = left;
    this.host = host;
    this.wording = wording;
    this.changed = changed;
    this.found = new DeskController(host, (desk) => {
      this.names = new DeskNames(desk);
      void this.read(desk);
      const unwatch = desk.watch(topicsView, () => void this.read(desk));
      return () => {
        unwatch();
        this.forget();
      };
    });
    host.addController(this);
  }

  get desk(): Desk | undefined {
    return this.found.desk;
  }

  /** Reads everything once more. */
  async again(): Promise<void> {
    if (this.desk !== undefined) await this.read(this.desk);
  }

  hostDisconnected(): void {
    this.turn += 1;
  }

  private forget(): void {
    this.turn += 1;
    this.names = undefined;
    this.topics = [];
    this.whole = true;
    this.state = 'idle';
    this.left();
    this.host.requestUpdate();
  }

  /** Only the latest reading counts: one that was overtaken is let go. */
  private async read(desk: Desk): Promise<void> {
    this.turn += 1;
    const { turn } = this;
    if (this.state !== 'ready') this.state = 'loading';
    this.host.requestUpdate();
    const names = (this.names ??= new DeskNames(desk));
    const read = await readTopics(desk, this.wording(), names).catch(() => undefined);
    if (turn !== this.turn) return;
    this.state = read === undefined ? 'failed' : 'ready';
    if (read !== undefined) {
      this.topics = read.topics;
      this.whole = read.whole;
    }
    this.changed();
    this.host.requestUpdate();
  }
}
