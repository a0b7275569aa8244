import { appendFile } from 'node:fs/promises';

/** What every draw of this run follows from; told with whatever fails, and taken from `KETING_SEED` to see it again. */
export const seed = Number(process.env['KETING_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/** Draws that follow from a seed. */
export class Chance {
  private state: number;

  constructor(from: number) {
    this.state = from | 0;
  }

  /** From 0 up to 1 (mulberry32). */
  fraction(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `min` to `max`. */
  whole(min: number, max: number): number {
    return min + Math.floor(this.fraction() * (max - min + 1));
  }

  one<T>(of: readonly T[]): T {
    const [found] = of.slice(this.whole(0, of.length - 1));
    if (found === undefined) throw new Error('nothing to draw from');
    return found;
  }
}

/** Does something by draws; where it fails, the seed is told. */
export async function byChance(work: (chance: Chance) => Promise<void>): Promise<void> {
  try {
    await work(new Chance(seed));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Error(`KETING_SEED=${seed}: ${message}`, { cause: error });
  }
}

/** Writes what a test came to where a soak collects it: a line of JSON in the file that `KETING_FIGURES` names. */
export async function figure(item: string, figures: Readonly<Record<string, number | string>>): Promise<void> {
  const file = process.env['KETING_FIGURES'];
  if (file !== undefined) await appendFile(file, `${JSON.stringify({ item, figures, seed })}\n`);
}
