import type { Claim, StreamId } from '@keting/domain';
import { takenOf } from '../store-parts/claims.ts';

/** Keys that are unique in the whole store, each with the stream that holds it. */
export class Claims {
  private readonly owners = new Map<string, StreamId>();

  taken(asked: readonly Claim[], released: readonly string[]): readonly Claim[] {
    return takenOf(asked, released, (key) => this.owners.get(key));
  }

  apply(asked: readonly Claim[], released: readonly string[]): void {
    released.forEach((key) => this.owners.delete(key));
    asked.forEach(({ key, owner }) => this.owners.set(key, owner));
  }
}
