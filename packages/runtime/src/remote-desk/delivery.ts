import { refuseKernel, type Command, type CommandId, type Instant, type Refusal, type StreamId } from '@keting/domain';
import type { Answered, DeskOutbox, OutboxEntry, OutboxState, Receipt } from '../desk.ts';
import { inTurn } from '../in-turn.ts';
import type { Tell } from '../trouble.ts';
import { readAttached, readReceipt } from './answers.ts';
import { backOff, type Chance, type Wait } from './back-off.ts';
import { jsonOf, type Asked, type Line } from './line.ts';
import type { KeptCommand, Outbox } from './outbox.ts';
import { RemoteDeskError } from './remote-desk-error.ts';

/** What a command says of itself before anybody judges it: its stream, and the files that it names. */
export type Reading = (command: Command) => Pick<KeptCommand, 'stream' | 'files'>;

export interface DeliveryOptions {
  readonly line: Line;
  readonly outbox: Outbox;
  /** Whose commands it sends. Those of others on this device wait for their own. */
  readonly by: string;
  readonly reading: Reading;
  readonly now: () => Instant;
  readonly wait: Wait;
  readonly chance: Chance;
  readonly tell: Tell;
}

/** One who waits for what comes of a command. */
interface Awaited {
  readonly command: KeptCommand;
  readonly answer: (receipt: Receipt) => void;
  readonly fail: (error: unknown) => void;
}

/** The commands of one stream, which are sent one after another. */
interface Lane {
  readonly run: () => Promise<void>;
  failed: number;
  stop: (() => void) | undefined;
}

/** How many streams are caught up with at once. */
const together = 4;
/** After how long what another page has put here is looked after: by then that page has sent it, or is gone. In milliseconds. */
const leftBehind = 60_000;
/** For how long a file is kept that no command names, in milliseconds: as long as a report may be left half written. */
const halfWritten = 7 * 24 * 3_600_000;

const isWaiting = ({ refusal }: KeptCommand): boolean => refusal === undefined;

const shown = ({ id, type, data, at, refusal }: KeptCommand): OutboxEntry => ({
  id,
  type,
  data,
  at,
  ...(refusal === undefined ? {} : { refusal }),
});

const wiped = (): RemoteDeskError => new RemoteDeskError('not-signed-in', 0, 'wiped');

/** What is kept is what would be sent: a value that JSON cannot carry is not in it. */
const asSent = (data: unknown): unknown => {
  const text: unknown = JSON.stringify(data);
  if (typeof text !== 'string') return undefined;
  const sent: unknown = JSON.parse(text);
  return sent;
};

/**
 * Brings commands from the outbox to the desk: those of one stream in the order in which they were put, each until it is
 * answered, streams apart from each other. A command goes out under its own id each time, so that it acts once.
 */
export class Delivery implements DeskOutbox {
  private readonly options: DeliveryOptions;
  private readonly lanes = new Map<string, Lane>();
  private awaited: Awaited[] = [];
  private closed = false;
  /** Calls off what is being sent when everything is wiped. */
  private wiping = new AbortController();
  private stopFollowing: (() => void) | undefined;
  private stopLooking: (() => void) | undefined;

  constructor(options: DeliveryOptions) {
    this.options = options;
  }

  /** Goes on with what was left from before, and looks after what other pages leave behind. */
  async start(): Promise<void> {
    this.stopFollowing = this.options.outbox.follow(() => this.lookLater());
    await this.tidy();
    await this.flush();
  }

  /** Keeps a command, sends it, and answers with what came of it; `queued` where nothing is known yet. */
  async send(command: Command, id: CommandId): Promise<Receipt> {
    const { by, now, outbox, reading } = this.options;
    const { signal } = this.wiping;
    const kept: KeptCommand = {
      id,
      by,
      type: command.type,
      data: asSent(command.data),
      at: now(),
      ...reading(command),
    };
    // Known to be waited for once it is kept, not before: what is waited for and is not kept was answered to another page.
    await outbox.put(kept);
    if (signal.aborted) {
      await outbox.remove(id);
      throw wiped();
    }
    const answer = new Promise<Receipt>((resolve, reject) => {
      this.awaited.push({ command: kept, answer: resolve, fail: reject });
    });
    this.push(kept.stream);
    return answer;
  }

  async state(): Promise<OutboxState> {
    const own = await this.own();
    const waiting = own.filter(isWaiting);
    const refused = own.filter((command) => !isWaiting(command));
    return { online: this.options.line.online, waiting: waiting.map(shown), refused: refused.map(shown) };
  }

  follow(listener: () => void): () => void {
    const stops = [this.options.outbox.follow(listener), this.options.line.follow(listener)];
    return () => stops.forEach((stop) => stop());
  }

  async dismiss(id: string): Promise<void> {
    const command = (await this.own()).find((one) => one.id === id);
    if (command === undefined || isWaiting(command)) return;
    await this.options.outbox.remove(id);
    await this.dropFiles(command.files);
  }

  async again(id: string): Promise<void> {
    const command = (await this.own()).find((one) => one.id === id);
    if (command === undefined || isWaiting(command)) return;
    await this.options.outbox.mark(id, undefined);
    await this.lane(command.stream).run();
  }

  async flush(): Promise<void> {
    const streams = new Set((await this.own()).filter(isWaiting).map(({ stream }) => stream));
    const left = [...streams].map((stream) => this.lane(stream));
    const work = async (): Promise<void> => {
      for (let lane = left.shift(); lane !== undefined; lane = left.shift()) await lane.run();
    };
    await Promise.all(Array.from({ length: together }, work));
  }

  async wipe(): Promise<void> {
    const { by, outbox } = this.options;
    this.callOff();
    try {
      await outbox.wipe(by);
    } finally {
      // What was put while it was wiped may have gone with it, or have come behind it.
      for (const { command } of this.callOff()) await outbox.remove(command.id);
    }
  }

  /** Ends what is being sent, and tells who waits for it. */
  private callOff(): readonly Awaited[] {
    this.wiping.abort();
    this.wiping = new AbortController();
    const left = this.takeAwaited(() => true);
    for (const { fail } of left) fail(wiped());
    return left;
  }

  /** Removes files that no command names and nobody will: their report was never sent. */
  private async tidy(): Promise<void> {
    const { outbox, by, now } = this.options;
    const old = (await outbox.files()).filter((file) => file.by === by && file.at < now() - halfWritten);
    await this.dropFiles(old.map(({ id }) => id));
  }

  /** Sends a file that waits. Undefined where it is not here: then the desk has it, or nobody. */
  async upload(id: string, signal: AbortSignal = this.wiping.signal): Promise<Refusal | undefined> {
    const { outbox, by } = this.options;
    const file = await outbox.file(id);
    if (file?.by !== by) return undefined;
    const attached = readAttached(await this.ask({ way: 'attach', of: id, bytes: file.bytes, signal }, 'attached'));
    if (!attached.ok) return attached.refusal;
    await outbox.removeFile(id);
    return undefined;
  }

  /** Asks, unless everything is wiped meanwhile. */
  private async ask(asked: Asked & { readonly signal: AbortSignal }, about: string): Promise<unknown> {
    try {
      return jsonOf(await this.options.line.once(asked), about);
    } catch (error) {
      if (asked.signal.aborted) throw wiped();
      throw error;
    }
  }

  close(): void {
    this.closed = true;
    this.stopFollowing?.();
    this.stopLooking?.();
    for (const lane of this.lanes.values()) lane.stop?.();
  }

  private lookLater(): void {
    const { line, wait, tell } = this.options;
    this.stopLooking ??= wait(leftBehind, () => {
      this.stopLooking = undefined;
      if (line.online) this.flush().catch(tell);
    });
  }

  private async own(): Promise<readonly KeptCommand[]> {
    return (await this.options.outbox.commands()).filter(({ by }) => by === this.options.by);
  }

  private lane(stream: StreamId | undefined): Lane {
    const key = stream ?? '';
    const made = this.lanes.get(key) ?? { run: inTurn(() => this.run(stream)), failed: 0, stop: undefined };
    this.lanes.set(key, made);
    return made;
  }

  /** Sends the commands of a stream where nobody waits for the end of it. */
  private push(stream: StreamId | undefined): void {
    this.lane(stream).run().catch(this.options.tell);
  }

  /** Sends what waits on a stream until it is empty or the desk cannot be asked. Then who still waits is told `queued`. */
  private async run(stream: StreamId | undefined): Promise<void> {
    const { outbox, by } = this.options;
    const lane = this.lane(stream);
    lane.stop?.();
    lane.stop = undefined;
    // Whoever comes later is seen by the run that they ask for themselves.
    let known = this.awaitedOn(stream);
    let { signal } = this.wiping;
    const next = (): Promise<KeptCommand | undefined> => {
      known = this.awaitedOn(stream);
      signal = this.wiping.signal;
      return this.head(stream, known);
    };
    try {
      await outbox.alone(`${by} ${stream ?? ''}`, async () => {
        let command = await next();
        while (command !== undefined && !this.closed && (await this.deliver(command, lane, signal)))
          command = await next();
      });
      for (const { command, answer } of this.takeAwaited((one) => known.includes(one))) {
        answer({ ok: 'queued', id: command.id });
      }
    } catch (error) {
      const left = this.takeAwaited((one) => known.includes(one));
      for (const { fail } of left) fail(error);
      if (left.length === 0) throw error;
    }
  }

  /**
   * The next command of a stream. One that somebody here waits for and that is gone was answered to another page: sent
   * again under its id it brings the same answer. One that was refused there is refused here. `known` is who waited before
   * the outbox is read: who comes after is not in what is read.
   */
  private async head(stream: StreamId | undefined, known: readonly Awaited[]): Promise<KeptCommand | undefined> {
    const own = (await this.own()).filter((command) => command.stream === stream);
    for (const command of own) {
      if (command.refusal !== undefined && known.some((one) => one.command.id === command.id)) {
        await this.settle(command, { ok: false, id: command.id, refusal: command.refusal });
      }
    }
    const here = new Set<string>(own.map(({ id }) => id));
    const gone = this.awaitedOn(stream).find((one) => known.includes(one) && !here.has(one.command.id));
    return gone?.command ?? own.find(isWaiting);
  }

  /** Sends one command, its files first. False where the stream has to wait. */
  private async deliver(command: KeptCommand, lane: Lane, signal: AbortSignal): Promise<boolean> {
    try {
      const receipt = await this.post(command, signal);
      lane.failed = 0;
      await this.settle(command, receipt);
      return true;
    } catch (error) {
      if (!(error instanceof RemoteDeskError)) throw error;
      if (signal.aborted) return true;
      return this.unanswered(command, error, lane);
    }
  }

  private async post(command: KeptCommand, signal: AbortSignal): Promise<Answered> {
    const { id, type, data, files } = command;
    for (const file of files) {
      const refusal = await this.upload(file, signal);
      if (refusal !== undefined) return { ok: false, id, refusal };
    }
    return readReceipt(await this.ask({ way: 'send', json: { id, type, data }, signal }, 'receipt'));
  }

  /** What took effect leaves the outbox. A refusal goes to who waits for it; else it stays, until somebody looks at it. */
  private async settle(command: KeptCommand, receipt: Answered): Promise<void> {
    const { outbox } = this.options;
    if (receipt.ok || this.isAwaited(command.id)) await outbox.remove(command.id);
    else await outbox.mark(command.id, receipt.refusal);
    for (const { answer } of this.takeAwaited((one) => one.command.id === command.id)) answer(receipt);
  }

  /** Nobody judged it. It waits, unless it can never be judged as it is, or its sender is there to do something about it. */
  private async unanswered(command: KeptCommand, error: RemoteDeskError, lane: Lane): Promise<boolean> {
    const { outbox, tell } = this.options;
    if (error.code === 'answer-invalid') tell(error);
    if (error.passes || error.code === 'answer-invalid') return this.later(command, error, lane);
    if (this.isAwaited(command.id)) {
      await outbox.remove(command.id);
      this.fail(command, error);
      return true;
    }
    if (error.status === 401 || error.status === 403) {
      tell(error);
      return this.later(command, error, lane);
    }
    const refusal = refuseKernel('command-invalid', { ids: [command.type], params: { error: error.code } });
    await outbox.mark(command.id, refusal);
    return true;
  }

  /** While the line is down, the line itself is tried again, once for all streams. */
  private later({ stream }: KeptCommand, { pause }: RemoteDeskError, lane: Lane): false {
    const { line, wait, chance } = this.options;
    if (!line.online || this.closed) return false;
    lane.stop = wait(pause ?? backOff(lane.failed, chance), () => this.push(stream));
    lane.failed += 1;
    return false;
  }

  private isAwaited(id: string): boolean {
    return this.awaited.some(({ command }) => command.id === id);
  }

  private awaitedOn(stream: StreamId | undefined): readonly Awaited[] {
    return this.awaited.filter(({ command }) => command.stream === stream);
  }

  private takeAwaited(which: (one: Awaited) => boolean): readonly Awaited[] {
    const taken = this.awaited.filter(which);
    this.awaited = this.awaited.filter((one) => !taken.includes(one));
    return taken;
  }

  private fail({ id }: KeptCommand, error: unknown): void {
    for (const { fail } of this.takeAwaited(({ command }) => command.id === id)) fail(error);
  }

  private async dropFiles(ids: readonly string[]): Promise<void> {
    const { outbox } = this.options;
    const named = new Set((await outbox.commands()).flatMap(({ files }) => files));
    for (const id of ids) if (!named.has(id)) await outbox.removeFile(id);
  }
}
