/** What came of a live stream: one block between empty lines each, or that it ended. */
export class LiveReader {
  private readonly reader: ReadableStreamDefaultReader<Uint8Array>;
  private text = '';

  constructor(answer: Response) {
    if (answer.body === null) throw new Error('there is no stream');
    this.reader = answer.body.getReader();
  }

  /** The next block; undefined where the stream has ended. */
  async next(): Promise<string | undefined> {
    const end = this.text.indexOf('\n\n');
    if (end >= 0) {
      const block = this.text.slice(0, end);
      this.text = this.text.slice(end + 2);
      return block;
    }
    const { value, done } = await this.reader.read();
    if (done) return undefined;
    this.text += new TextDecoder().decode(value);
    return this.next();
  }

  /** The next block that is no comment and does not say when to come back. */
  async event(): Promise<{ readonly id: string; readonly event?: string; readonly data: unknown } | undefined> {
    const block = await this.next();
    if (block === undefined) return undefined;
    if (block.startsWith(':') || block.startsWith('retry')) return this.event();
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
    const event = field('event');
    const data: unknown = JSON.parse(field('data') ?? 'null');
    return { id: field('id') ?? '', ...(event === undefined ? {} : { event }), data };
  }

  /** Reads to the end, and answers how many events came. */
  async rest(): Promise<number> {
    return (await this.event()) === undefined ? 0 : 1 + (await this.rest());
  }

  async leave(): Promise<void> {
    await this.reader.cancel();
  }
}
