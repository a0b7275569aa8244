import type { GovernanceModel, Permission } from '../governance-model/model.ts';
import { receiptOwner, type Actor } from '../kernel/envelope.ts';
import type { Standing } from '../kernel/facts.ts';
import { within } from '../kernel/ids.ts';
import { hashText } from '../kernel/links.ts';
import type { About, Scope, Subject, Where } from '../kernel/views.ts';

/** Who asks, and the posts by which they may. */
export interface Acting {
  readonly actor: Actor;
  readonly standings: readonly Standing[];
}

type By = Permission['by'][number];
type ByPost = Extract<By, { readonly post: string }>;

/** A model's permissions by what they let one do; made once for a model. */
const tables = new WeakMap<GovernanceModel, ReadonlyMap<string, readonly Permission[]>>();

function tableOf(model: GovernanceModel): ReadonlyMap<string, readonly Permission[]> {
  const known = tables.get(model);
  if (known !== undefined) return known;
  const made = new Map<string, Permission[]>();
  for (const permission of model.permissions) {
    for (const action of permission.do) {
      const listed = made.get(action);
      if (listed === undefined) made.set(action, [permission]);
      else listed.push(permission);
    }
  }
  tables.set(model, made);
  return made;
}

/** The posts by which a permission speaks to the actor: none where it does not, `undefined` where it needs no post. */
function standingsBy(by: By, { actor, standings }: Acting): readonly Standing[] | undefined {
  if (by === 'anyone') return undefined;
  if (by === 'signed-in') return actor.kind === 'person' ? undefined : [];
  if ('process' in by) {
    return actor.kind === 'process' && actor.name === by.process ? undefined : [];
  }
  return standings.filter((standing) => isBy(by, standing));
}

/** Whether a permission speaks of this post: of that name, and in a unit or grid of one of its kinds where it names any. */
const isBy = ({ post, kinds }: ByPost, standing: Standing): boolean =>
  standing.post === post && (kinds === undefined || kinds.includes(standing.kind));

/** What the actor is known by as the owner of something. */
function ownerName({ actor }: Acting): string | undefined {
  if (actor.kind === 'person') return actor.person;
  if (actor.kind === 'process' || actor.receipt === undefined) return undefined;
  return receiptOwner(hashText(actor.receipt));
}

function owns(acting: Acting, owner: string | undefined): boolean {
  return owner !== undefined && ownerName(acting) === owner;
}

const codesOf = ({ territory }: Subject): readonly string[] => {
  if (territory === undefined) return [];
  return typeof territory === 'string' ? [territory] : territory;
};

/** Whether the territories of these posts hold all that the subject is about. */
function reachesAll(posts: readonly Standing[], subject: Subject): boolean {
  const mine = posts.flatMap(({ territories }) => territories);
  const codes = codesOf(subject);
  return codes.length > 0 && codes.every((code) => mine.some((territory) => within(territory, code)));
}

/** Whether the place of a permission holds the subject, for one who acts by these posts. */
function reaches(
  where: Permission['where'],
  posts: readonly Standing[] | undefined,
  acting: Acting,
  subject: Subject,
): boolean {
  if (posts?.length === 0) return false;
  if (where === 'everywhere') return true;
  if (where === 'own') return owns(acting, subject.owner);
  if (posts === undefined) return false;
  if (where === 'unit') return posts.some(({ unit }) => unit === subject.unit);
  if (where === 'handler') return posts.some(({ unit }) => unit === subject.handler);
  return reachesAll(posts, subject);
}

/**
 * Whether one may do (or see) something to a subject under the model. Refused unless a permission allows it.
 * `action` is a command's type or a permission to see, as `see:cases`.
 */
export const permits = (model: GovernanceModel, acting: Acting, action: string, subject: Subject): boolean =>
  (tableOf(model).get(action) ?? []).some(({ by, where }) =>
    by.some((one) => reaches(where, standingsBy(one, acting), acting, subject)),
  );

const whereIs = (column: string | undefined, conditions: readonly Where[string][]): readonly Where[] =>
  column === undefined ? [] : conditions.map((condition) => ({ [column]: condition }));

/** A permission's place as predicates over the columns that say what a row is about. */
function predicates(
  where: Permission['where'],
  posts: readonly Standing[] | undefined,
  acting: Acting,
  about: About,
): readonly Where[] {
  if (posts?.length === 0) return [];
  if (where === 'everywhere') return [{}];
  if (where === 'own') {
    const owner = ownerName(acting);
    return owner === undefined ? [] : whereIs(about.owner, [owner]);
  }
  if (posts === undefined) return [];
  const units = posts.map(({ unit }) => unit);
  if (where === 'unit') return whereIs(about.unit, units);
  if (where === 'handler') return whereIs(about.handler, units);
  const prefixes = posts.flatMap(({ territories }) => territories.map((prefix) => ({ prefix })));
  return whereIs(about.territory, prefixes);
}

/** The rows of a view that one may see, as a predicate that every store applies. Nothing unless a permission allows it. */
export function scopeOf(model: GovernanceModel, acting: Acting, action: string, about: About): Scope {
  const any = (tableOf(model).get(action) ?? []).flatMap(({ by, where }) =>
    by.flatMap((one) => predicates(where, standingsBy(one, acting), acting, about)),
  );
  return any.some((where) => Object.keys(where).length === 0) ? { any: [{}] } : { any };
}
