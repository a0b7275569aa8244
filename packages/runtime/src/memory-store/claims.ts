import type { Claim, StreamId } from '@keting/domain';

/** Keys that are unique in the whole store, each with the stream that holds it. */
export class Claims {
  private readonly owners = new Map<string, StreamId>();

  /** Of the claims asked for, those that another stream holds, or asks for in the same breath; each with who has it. */
  taken(asked: readonly Claim[], released: readonly string[]): readonly Claim[] {
    const free = new Set(released);
    const owners = new Map<string, StreamId>();
    return asked.flatMap(({ key, owner }) => {
      const holder = owners.get(key) ?? (free.has(key) ? undefined : this.owners.get(key));
      owners.set(key, holder ?? owner);
      return holder === undefined || holder === owner ? [] : [{ key, owner: holder }];
    });
  }

  apply(asked: readonly Claim[], released: readonly string[]): void {
    released.forEach((key) => this.owners.delete(key));
    asked.forEach(({ key, owner }) => this.owners.set(key, owner));
  }
}
