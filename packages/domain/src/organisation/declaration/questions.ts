import * as z from 'zod/mini';
import { fact, type FactReader, type Facts } from '../../kernel/facts.ts';
import type { TerritoryCode } from '../../kernel/ids.ts';
import { question } from '../../kernel/questions.ts';
import { declaredMembersRow, memberShare, type DeclaredMembersRow } from './views.ts';

/** What was declared in a place, in sums by kind of body, those who head one apart. */
export const declaredSums = fact<readonly DeclaredMembersRow[]>()<[place: TerritoryCode]>('declaredSums');

export const readDeclaredSums: FactReader = async (source, place) =>
  z.parse(z.array(declaredMembersRow), await source.find('declared-members', { place: String(place) }));

/** Of those who declared, in bodies of a kind, who head them or who do not, the share of members of the Party. */
export const memberShareRow = z.object({
  place: z.string(),
  kind: z.string(),
  head: z.boolean(),
  /** How many declared; none where it would say something of single persons. */
  declared: z.optional(z.number()),
  /** 0 to 1, as `memberShare`; none where that tells none. */
  share: z.optional(z.number()),
});
export type MemberShareRow = z.infer<typeof memberShareRow>;

function shareOf({ place, kind, head, declared, members }: DeclaredMembersRow): MemberShareRow {
  const share = memberShare({ declared, members });
  return { place, kind, head, ...(share === undefined ? {} : { declared, share }) };
}

/**
 * The shares of members of the Party among office-holders of a whole place, from what they declare themselves. There is no row of
 * all kinds together: with it, what is not told of one kind could be reckoned.
 */
export const memberShares = question({
  name: 'member-shares',
  data: z.strictObject({}),
  row: memberShareRow,
  sees: ['see:member-shares'],
  about: { territory: 'place' },
  rows: (_asked, facts: Facts, { model }) => facts(declaredSums(model.territory)).map(shareOf),
});
