import * as z from 'zod/mini';
import { counter, type Sum } from '../../kernel/views.ts';
import type { DeclarationEvent } from './declaration.ts';

/** Holders who have declared, and how many of them are members, in a whole place. There is no row of a unit or a person. */
export const declaredMembersRow = z.object({
  place: z.string(),
  kind: z.string(),
  head: z.boolean(),
  declared: z.number(),
  members: z.number(),
});
export type DeclaredMembersRow = z.infer<typeof declaredMembersRow>;

const sign = (yes: boolean | undefined): number => (yes === true ? 1 : 0);

/** Counts by kind of body, those who head one apart: nothing in it leads back to a person. */
export const declaredMembers = counter<DeclaredMembersRow, DeclarationEvent>({
  name: 'declared-members',
  row: declaredMembersRow,
  on: ['MembershipDeclared', 'DeclarationWithdrawn'],
  deltas({ type, data }) {
    const { place, kind, head, member } = data;
    const add =
      type === 'MembershipDeclared'
        ? { declared: data.was === undefined ? 1 : 0, members: sign(member) - sign(data.was) }
        : { declared: -1, members: -sign(member) };
    return [{ row: { place, kind, head }, add }];
  },
  indexes: [['place', 'kind', 'head']],
  about: { territory: 'place' },
});

/** Counts under this are not shown, nor a rest under it. */
const fewest = 5;

/**
 * The share of members among those who declared, 0 to 1, from sums of `declared` and `members`; undefined where the members,
 * or those who are none, are under five: then it would say something of single persons.
 */
export function memberShare(sums: Sum): number | undefined {
  const [declared, members] = [Number(sums['declared'] ?? 0), Number(sums['members'] ?? 0)];
  return members < fewest || declared - members < fewest ? undefined : members / declared;
}
