import type { Claim, Content, RowWrite, StreamId } from '@keting/domain';
import type { Commit, StreamAppend } from '@keting/runtime';

/** What a commit does to the record, whose command it was aside. */
export type Outcome = Omit<Commit, 'command' | 'receipt' | 'touched'>;

/** Commits that follow each other, gathered to what comes of them all. */
class Merging {
  private readonly reads = new Map<StreamId, number>();
  private readonly appends = new Map<StreamId, StreamAppend>();
  private readonly claims = new Map<string, Claim>();
  private readonly releases = new Set<string>();
  private readonly rows: RowWrite[] = [];
  private readonly contents = new Map<string, Content>();

  take({ reads, appends, claims, releases, rows, contents }: Commit): void {
    for (const { stream, version } of reads) this.see(stream, version);
    for (const append of appends) this.append(append);
    for (const key of releases) this.release(key);
    for (const claim of claims) this.claim(claim);
    this.rows.push(...rows);
    for (const content of contents) this.contents.set(content.id, content);
  }

  get outcome(): Outcome {
    return {
      reads: [...this.reads].map(([stream, version]) => ({ stream, version })),
      appends: [...this.appends.values()],
      claims: [...this.claims.values()],
      releases: [...this.releases],
      rows: this.rows,
      contents: [...this.contents.values()],
    };
  }

  /** What the first commit sees of a stream, the store has to have; what a later one sees, those before it have left there. */
  private see(stream: StreamId, version: number): void {
    const append = this.appends.get(stream);
    const left = append === undefined ? this.reads.get(stream) : append.expected + append.events.length;
    if (left === undefined) this.reads.set(stream, version);
    else if (left !== version)
      throw new Error(`${stream} is at ${left}, and a command that is taken over saw ${version}`);
  }

  private append({ stream, expected, events, state }: StreamAppend): void {
    this.see(stream, expected);
    this.reads.delete(stream);
    const before = this.appends.get(stream) ?? { expected, events: [] };
    this.appends.set(stream, { stream, expected: before.expected, events: [...before.events, ...events], state });
  }

  private release(key: string): void {
    this.claims.delete(key);
    this.releases.add(key);
  }

  private claim(claim: Claim): void {
    const owner = this.claims.get(claim.key)?.owner ?? claim.owner;
    if (owner !== claim.owner) throw new Error(`${claim.key} is held by ${owner}, and is claimed by ${claim.owner}`);
    this.claims.set(claim.key, claim);
  }
}

/**
 * Commits that were made one after another elsewhere, as one: many times as quick to write as each by itself. Throws where one
 * does not follow from those before it.
 */
export function mergeCommits(commits: readonly Commit[]): Outcome {
  const merging = new Merging();
  for (const commit of commits) merging.take(commit);
  return merging.outcome;
}
