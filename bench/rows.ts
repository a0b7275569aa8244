/** One figure of a bench. */
export interface BenchRow {
  /** What was done, with its size: `place to grid, 2,919 grids`. */
  readonly name: string;
  readonly value: number;
  /** `per second`, `ms`, ... */
  readonly unit: string;
  /** The peer or plain program measured in the same run. */
  readonly against?: string;
  /** Ours over theirs, above 1 when ours is better. */
  readonly ratio?: number;
}
