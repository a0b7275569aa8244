import { civilDateOf, type Actor, type Instant, type PersonId, type Standing, type StreamId } from '@keting/domain';
import type { Equipment } from './equipment.ts';
import type { Read } from './ports.ts';
import { Reading } from './reading.ts';
import type { Registry } from './registry.ts';

/**
 * How long posts are believed of which nobody has told that they moved, in milliseconds: no longer than a broken line to the
 * store may keep from a server what was decided at another.
 */
const believed = 10_000;
/** Persons whose posts are remembered at once. */
const most = 10_000;

/** By what posts a person acts, and at which versions of which streams that was so. */
interface Found {
  readonly standings: readonly Standing[];
  readonly reads: readonly Read[];
}

interface Remembered extends Found {
  readonly at: Instant;
}

/** Whether an event may change by what posts somebody acts. */
export const movesPosts = (registry: Registry, { stream }: { readonly stream: StreamId }): boolean =>
  registry.contextOf(stream).standings !== undefined;

/** The posts that a person may act by now, from every context that knows of any. */
async function find(
  person: PersonId,
  at: Instant,
  { registry, store }: Pick<Equipment, 'registry' | 'store'>,
): Promise<Found> {
  const reading = new Reading(store, registry);
  const standings = await reading.standingsOf(person, at);
  return { standings, reads: reading.reads() };
}

/**
 * By what posts persons act. Most of what is asked of a desk is asked by somebody who has just asked before: where the desk is
 * told of all that happens, their posts are remembered until one moves. A decision notes the versions that they were found
 * at, so that nothing is committed by a post that has ended meanwhile.
 */
export class Posts {
  private readonly equipment: Pick<Equipment, 'registry' | 'store' | 'now'>;
  private readonly known = new Map<PersonId, Remembered>();
  /** How many tell of what happens; where nobody does, nothing is remembered. */
  private tellers = 0;
  private moves = 0;

  constructor(equipment: Pick<Equipment, 'registry' | 'store' | 'now'>) {
    this.equipment = equipment;
  }

  /** Whoever calls it tells of what happens from now on, until they call what it answers. */
  follow(): () => void {
    this.tellers += 1;
    return () => {
      this.tellers -= 1;
      this.forget();
    };
  }

  /** These events have happened. */
  noticed(events: readonly { readonly stream: StreamId }[]): void {
    if (events.some((event) => movesPosts(this.equipment.registry, event))) this.forget();
  }

  forget(): void {
    this.moves += 1;
    this.known.clear();
  }

  /** The posts of whoever asks; a decision gives its reading, which then knows what they were found at. */
  async of(actor: Actor, reading?: Reading): Promise<readonly Standing[]> {
    if (actor.kind !== 'person') return [];
    const found = this.remembered(actor.person) ?? (await this.findNow(actor.person));
    reading?.rely(found.reads);
    return found.standings;
  }

  private remembered(person: PersonId): Found | undefined {
    const found = this.known.get(person);
    if (found === undefined) return undefined;
    const { now } = this.equipment;
    const age = now() - found.at;
    return age >= 0 && age < believed && this.dateOf(found.at) === this.dateOf(now()) ? found : undefined;
  }

  private async findNow(person: PersonId): Promise<Found> {
    const { moves } = this;
    const at = this.equipment.now();
    const found = await find(person, at, this.equipment);
    if (this.tellers > 0 && moves === this.moves) {
      if (this.known.size >= most) this.known.clear();
      this.known.set(person, { ...found, at });
    }
    return found;
  }

  /** Terms begin and end by the day. */
  private dateOf(at: Instant): string {
    return civilDateOf(at, this.equipment.registry.model.workingTime);
  }
}
