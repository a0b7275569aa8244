import type { Instant } from '@keting/domain';

/** How much waits for somebody who does not read, in bytes, before their stream is ended. */
const mostWaiting = 65_536;
/** The longest that a timer of Node can wait, in milliseconds. */
const longestWait = 2_147_483_647;

/**
 * One live stream. It ends when its client is gone or does not read, when its sign-in ends or its time is up, or with the
 * server.
 */
export class Listener {
  readonly stream: ReadableStream<Uint8Array>;
  private readonly onEnd: () => void;
  private readonly now: () => Instant;
  private readonly expires: Instant;
  private controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** What is told while it is still told of the past. */
  private held: Uint8Array[] | undefined = [];
  private ended = false;

  constructor(options: {
    /** The end of its sign-in, or of its time where that is sooner. */
    readonly expires: Instant;
    readonly now: () => Instant;
    readonly onEnd: () => void;
  }) {
    this.onEnd = options.onEnd;
    this.now = options.now;
    this.expires = options.expires;
    this.stream = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.controller = controller;
        },
        cancel: () => {
          this.end();
        },
      },
      { highWaterMark: mostWaiting, size: ({ byteLength }) => byteLength },
    );
    this.endInTime();
  }

  /** Sends what all of its group are told; later, where it is not through with the past. */
  tell(event: Uint8Array): void {
    if (this.held === undefined) this.send(event);
    else this.held.push(event);
    if ((this.held?.length ?? 0) > 1000) this.end();
  }

  /** Sends at once. */
  send(event: Uint8Array): void {
    if (this.ended || this.controller === undefined) return;
    if (this.expires <= this.now() || (this.controller.desiredSize ?? 0) <= 0) this.end();
    else this.controller.enqueue(event);
  }

  /** It has been told of the past: what was told meanwhile follows. */
  caughtUp(): void {
    const held = this.held ?? [];
    this.held = undefined;
    held.forEach((event) => {
      this.send(event);
    });
  }

  end(): void {
    if (this.ended) return;
    this.ended = true;
    clearTimeout(this.timer);
    this.onEnd();
    try {
      this.controller?.close();
    } catch (thrown) {
      // A stream that its reader has cancelled is closed already.
      if (!(thrown instanceof TypeError)) throw thrown;
    }
  }

  private endInTime(): void {
    const left = this.expires - this.now();
    const next = (): void => {
      if (left > longestWait) this.endInTime();
      else this.end();
    };
    this.timer = setTimeout(next, Math.min(Math.max(left, 0), longestWait));
    this.timer.unref();
  }
}
