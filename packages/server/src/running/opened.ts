/** What was opened, to be closed in the opposite order. */
export class Opened {
  private readonly closers: (() => Promise<unknown>)[] = [];

  add(close: () => Promise<unknown>): void {
    this.closers.unshift(close);
  }

  /** Closes everything, even where one cannot be closed; then throws what the first of those threw. */
  async close(): Promise<void> {
    const failed: unknown[] = [];
    for (const close of this.closers.splice(0)) await close().catch((error: unknown) => failed.push(error));
    if (failed.length > 0) throw failed[0];
  }
}
