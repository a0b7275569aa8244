import { hashText, receiptOwner, type GovernanceModel, type Permission, type Standing } from '@keting/domain';
import type { Someone } from './place.ts';

/** What a step is about: where the case lies, whose turn it is, who handles it, whose it is. */
export interface Matter {
  readonly territory: string;
  readonly unit?: string | undefined;
  readonly handler?: string | undefined;
  readonly owner?: string | undefined;
}

type By = Permission['by'][number];

/** What someone is known by as the owner of a report. */
export function ownerOf({ actor }: Someone): string | undefined {
  if (actor.kind === 'person') return actor.person;
  return actor.kind === 'anonymous' && actor.receipt !== undefined ? receiptOwner(hashText(actor.receipt)) : undefined;
}

const postsOf = (by: By, { standings }: Someone): readonly Standing[] =>
  typeof by === 'object' && 'post' in by
    ? standings.filter(({ post, kind }) => post === by.post && (by.kinds?.includes(kind) ?? true))
    : [];

const isEveryone = (by: By, { actor }: Someone): boolean =>
  by === 'anyone' || (by === 'signed-in' && actor.kind === 'person');

function reaches(where: Permission['where'], posts: readonly Standing[], who: Someone, matter: Matter): boolean {
  switch (where) {
    case 'everywhere':
      return true;
    case 'own':
      return matter.owner !== undefined && matter.owner === ownerOf(who);
    case 'unit':
      return posts.some(({ unit }) => unit === matter.unit);
    case 'handler':
      return posts.some(({ unit }) => unit === matter.handler);
    case 'territory':
      return posts.some(({ territories }) => territories.some((code) => matter.territory.startsWith(code)));
  }
}

/** Whether a model's permissions name someone for an action on a matter, read word by word. */
export const isNamed = ({ permissions }: GovernanceModel, who: Someone, action: string, matter: Matter): boolean =>
  permissions
    .filter((permission) => permission.do.includes(action))
    .some(({ by, where }) =>
      by.some((one) => {
        const posts = postsOf(one, who);
        return (posts.length > 0 || isEveryone(one, who)) && reaches(where, posts, who, matter);
      }),
    );
