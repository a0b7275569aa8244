import { WireProblem } from './wire-problem.ts';

/** After how many seconds one may try again to put a file. */
const retryAfter = 5;

/** One file that is being put. */
export interface Upload {
  /** Counts bytes as they come; refused with `too-many-requests` where all files together are too much. */
  readonly take: (bytes: number) => void;
}

/** What is held of files that are being put, so that however many are, the server has room for them. */
export class Uploads {
  private readonly counts = new Map<string, number>();
  private readonly most: { readonly files: number; readonly bytes: number };
  private held = 0;

  constructor(most: Uploads['most']) {
    this.most = most;
  }

  /** Does the work of one upload; refused with `too-many-requests` to one who puts too many at once. */
  async during<Answer>(counted: string, work: (upload: Upload) => Promise<Answer>): Promise<Answer> {
    const count = this.counts.get(counted) ?? 0;
    if (count >= this.most.files) throw new WireProblem('too-many-requests', { retryAfter });
    this.counts.set(counted, count + 1);
    let own = 0;
    const take = (bytes: number): void => {
      if (this.held + bytes > this.most.bytes) throw new WireProblem('too-many-requests', { retryAfter });
      own += bytes;
      this.held += bytes;
    };
    try {
      return await work({ take });
    } finally {
      this.held -= own;
      this.left(counted);
    }
  }

  private left(counted: string): void {
    const count = (this.counts.get(counted) ?? 1) - 1;
    if (count > 0) this.counts.set(counted, count);
    else this.counts.delete(counted);
  }
}
