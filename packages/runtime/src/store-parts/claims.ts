import type { Claim, StreamId } from '@keting/domain';

/** Of the claims asked for, those that another stream holds, or asks for in the same breath; each with who has it. */
export function takenOf(
  asked: readonly Claim[],
  released: readonly string[],
  ownerOf: (key: string) => StreamId | undefined,
): readonly Claim[] {
  const free = new Set(released);
  const owners = new Map<string, StreamId>();
  return asked.flatMap(({ key, owner }) => {
    const holder = owners.get(key) ?? (free.has(key) ? undefined : ownerOf(key));
    owners.set(key, holder ?? owner);
    return holder === undefined || holder === owner ? [] : [{ key, owner: holder }];
  });
}
