import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { SqlRow, Statement } from './database.ts';

/** A statement for the thread, which names it by a number in its answer. */
export interface Asked extends Statement {
  readonly number: number;
}

/** What PostgreSQL raised, as far as it can be handed from thread to thread. */
export interface Raised {
  readonly message: string;
  readonly code?: string | undefined;
  readonly detail?: string | undefined;
}

/** What the thread tells: that the database is open, what a statement came to, or what went wrong while nobody waited. */
export type Told =
  | 'open'
  | { readonly number: number; readonly rows: readonly SqlRow[] }
  | { readonly number: number; readonly raised: Raised }
  | { readonly trouble: unknown };

interface Waiting {
  readonly answer: (rows: readonly SqlRow[]) => void;
  readonly fail: (error: unknown) => void;
}

const program = new URL(`./pglite.worker.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url);

/** What PostgreSQL raised, as an error with its code, as `pg` throws it. */
const errorOf = ({ message, ...rest }: Raised): Error => Object.assign(new Error(message), rest);

/**
 * PGlite in a thread of its own, so that a question which takes long keeps nobody waiting who asks for something else. It carries
 * statements out in the order in which they were asked, and keeps the process alive only while somebody waits for one.
 */
export class PgliteThread {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private asked = 0;
  private ended: Error | undefined;

  private constructor(worker: Worker, onTrouble: (trouble: unknown) => void) {
    this.worker = worker;
    worker.on('message', (told: Told) => {
      if (told === 'open') return;
      if ('trouble' in told) onTrouble(told.trouble);
      else this.answer(told);
    });
    worker.on('error', (error) => {
      onTrouble(error);
    });
    worker.on('exit', () => {
      this.end(new Error('the embedded database has ended'));
    });
    worker.unref();
  }

  /** Opens the database in a folder, or in memory. Rejects where it cannot be opened. */
  static async open(folder: string | undefined, onTrouble: (trouble: unknown) => void): Promise<PgliteThread> {
    // Flags of the program that it is part of are none of its own: `--eval` and the like would have it run that again.
    const worker = new Worker(program, { workerData: { folder }, execArgv: [] });
    await once(worker, 'message');
    return new PgliteThread(worker, onTrouble);
  }

  query({ text, values, name }: Statement): Promise<readonly SqlRow[]> {
    return new Promise((answer, fail) => {
      if (this.ended !== undefined) {
        fail(this.ended);
        return;
      }
      this.asked += 1;
      if (this.waiting.size === 0) this.worker.ref();
      this.waiting.set(this.asked, { answer, fail });
      this.worker.postMessage({ number: this.asked, text, values, name });
    });
  }

  /** Ends the database after what was asked of it. */
  async close(): Promise<void> {
    if (this.ended !== undefined) return;
    const exit = once(this.worker, 'exit');
    this.worker.ref();
    this.worker.postMessage('close');
    await exit;
  }

  private answer(told: Extract<Told, { readonly number: number }>): void {
    const waiting = this.waiting.get(told.number);
    this.waiting.delete(told.number);
    if (this.waiting.size === 0) this.worker.unref();
    if ('raised' in told) waiting?.fail(errorOf(told.raised));
    else waiting?.answer(told.rows);
  }

  private end(error: Error): void {
    this.ended = error;
    for (const { fail } of this.waiting.values()) fail(error);
    this.waiting.clear();
  }
}
