import { commandId, type Command, type Message } from '@keting/domain';
import { newId } from '@keting/runtime';
import * as z from 'zod/mini';
import type { Chance } from './chance.ts';
import { firm, report, straightWay } from './place.ts';

/** The way to a server that comes and goes. */
export class Way {
  url = '';
  acknowledged = 0;
  over = false;
  private open = Promise.resolve();
  private reopen: () => void = () => undefined;
  private waiting: { readonly at: number; readonly call: () => void }[] = [];

  /** Nobody is there until `up`. */
  down(): void {
    this.open = new Promise((resolve) => {
      this.reopen = resolve;
    });
  }

  up(url: string): void {
    this.url = url;
    this.reopen();
  }

  /** Ends when somebody is there. */
  isOpen(): Promise<void> {
    return this.open;
  }

  /** Ends when so many more commands have been acknowledged. */
  more(count: number): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push({ at: this.acknowledged + count, call: resolve });
    });
  }

  note(): void {
    this.acknowledged += 1;
    const [due, later] = [true, false].map((now) => this.waiting.filter(({ at }) => at <= this.acknowledged === now));
    this.waiting = later ?? [];
    due?.forEach(({ call }) => call());
  }
}

const receipt = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    events: z.array(z.object({ type: z.string(), stream: z.string(), version: z.number() })),
  }),
  z.object({ ok: z.literal(false), refusal: z.object({ code: z.string() }) }),
]);
type Answer = z.infer<typeof receipt>;

/** How often a server that should be there may fail to answer. */
const patience = 200;

/** A client that writes without a rest, and knows what it was told. */
export class Writer {
  /** Commands that it was told have taken effect, and by which events. */
  readonly acknowledged = new Map<string, readonly string[]>();
  /** Commands of which it never heard. */
  readonly unheard = new Set<string>();
  refused = 0;
  private readonly name: string;
  private readonly way: Way;
  private readonly chance: Chance;
  private readonly ids: string[] = [];
  private firms = 0;

  constructor(name: string, way: Way, chance: Chance) {
    this.name = name;
    this.way = way;
    this.chance = chance;
  }

  async run(): Promise<void> {
    while (!this.way.over) {
      const command: Command = { ...this.next(), id: commandId.parse(newId()) };
      const answer = await this.ask(command, this.chance.fraction() < 0.5);
      if (answer === undefined) this.unheard.add(String(command.id));
      else if (answer.ok) {
        const events = answer.events.map(({ stream, version, type }) => `${stream} ${version} ${type}`);
        this.acknowledged.set(String(command.id), events);
        this.way.note();
      } else this.refused += 1;
    }
  }

  /** Sends a command; where no answer comes, again until one does, or it is given up. */
  private async ask(command: Command, givesUp: boolean): Promise<Answer | undefined> {
    for (let failed = 0; ; failed += 1) {
      await this.way.isOpen();
      try {
        return await this.post(command);
      } catch (error) {
        if (failed === patience) throw new Error('the server is there and does not answer', { cause: error });
        if (givesUp) return undefined;
      }
    }
  }

  private async post(command: Command): Promise<Answer> {
    const response = await fetch(`${this.way.url}/commands`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Demo ${this.name}` },
      body: JSON.stringify(command),
    });
    const said = await response.text();
    if (response.status >= 500) throw new Error(`${response.status} ${said}`);
    return z.parse(receipt, JSON.parse(said));
  }

  private next(): Message {
    const draw = this.chance.whole(1, 10);
    if (draw <= 3 || this.ids.length === 0) {
      this.ids.push(`${this.name}-${this.ids.length}`);
      return report(this.ids.at(-1) ?? '');
    }
    if (draw === 4) {
      this.firms += 1;
      return firm(`${this.name}-firm-${this.firms}`, Number(this.name.slice(1)) * 100_000 + this.firms);
    }
    if (draw === 5) return { type: 'UrgeCase', data: { case: 'shared', note: 'it concerns all of us' } };
    const id = this.chance.one(this.ids.slice(-3));
    if (draw === 6) return { type: 'EscalateCase', data: { case: id, reason: 'more than one grid' } };
    return this.chance.one(straightWay(id).slice(1));
  }
}
