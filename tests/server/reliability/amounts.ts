/** How much of everything is done: `short` in `npm test`, `full` in `npm run soak`. */
interface Amounts {
  /** Times that a process is killed, on each database. */
  readonly kills: number;
  /** Clients that write while it is killed. */
  readonly writers: number;
  /** Clients on a line that breaks, and the commands that they send together. */
  readonly clients: number;
  readonly commands: number;
  /** Writers that race for one case, and the cases that they race for. */
  readonly racers: number;
  readonly races: number;
  /** Steps of each case that they race for. */
  readonly steps: number;
  /** Histories that fast-check makes up for a race. */
  readonly runs: number;
  /** Cases that something falls due of while nobody is there. */
  readonly dues: number;
  /** Commits that followers read while they are made. */
  readonly commits: number;
}

const amountsOf = {
  short: {
    ...{ kills: 3, writers: 4, clients: 8, commands: 400, racers: 32, races: 1, steps: 3, runs: 4 },
    ...{ dues: 4, commits: 1_000 },
  },
  full: {
    ...{ kills: 100, writers: 8, clients: 50, commands: 10_000, racers: 32, races: 40, steps: 6, runs: 150 },
    ...{ dues: 200, commits: 20_000 },
  },
} satisfies Readonly<Record<string, Amounts>>;

export const amounts: Amounts = process.env['KETING_AMOUNTS'] === 'full' ? amountsOf.full : amountsOf.short;

const half = (count: number): number => Math.ceil(count / 2);

/** On PGlite, which shares one processor with whoever asks it, the short form is half as long. */
export function amountsOn(database: 'PostgreSQL' | 'PGlite'): Amounts {
  if (amounts === amountsOf.full || database === 'PostgreSQL') return amounts;
  const { commands, steps, runs, commits } = amounts;
  return { ...amounts, commands: half(commands), steps: half(steps), runs: half(runs), commits: half(commits) };
}
