import {
  anonymous,
  hashText,
  person,
  personId,
  process,
  receiptOwner,
  type Acting,
  type Actor,
  type Context,
  type GovernanceModel,
  type Permission,
  type Standing,
  type Subject,
} from '@keting/domain';

/** Somebody who asks, by a name that a cell can be told by. */
export interface Asker extends Acting {
  readonly name: string;
}

const secret = 'FJQ2-93KD';
const here = '99010100100100101';
const beside = '99010100100100102';
const far = '99010200100100101';

/** What may be asked about: in the place of most askers, beside it, far away; their unit's turn or work; their own; nothing. */
export const subjects: ReadonlyMap<string, Subject> = new Map([
  ['here', { territory: here }],
  ['beside', { territory: beside }],
  ['far', { territory: far, unit: 'far-unit', handler: 'far-unit', owner: 'somebody-else' }],
  ['turn', { territory: far, unit: 'unit' }],
  ['handled', { territory: far, unit: 'far-unit', handler: 'unit' }],
  ['own', { territory: far, owner: 'asker' }],
  ['receipt', { territory: far, owner: receiptOwner(hashText(secret)) }],
  ['nothing', {}],
]);

type By = Permission['by'][number];
type Post = Extract<By, { readonly post: string }>;

const isPost = (by: By): by is Post => typeof by === 'object' && 'post' in by;
const bys = ({ permissions }: GovernanceModel): readonly By[] => permissions.flatMap(({ by }) => by);

/** Kinds that a post is held in: those that a permission names, and one that none names. */
const kindsOf = (model: GovernanceModel, post: string): readonly string[] => [
  ...new Set([...bys(model).flatMap((by) => (isPost(by) && by.post === post ? (by.kinds ?? []) : [])), 'another-kind']),
];

const me: Actor = person(personId.parse('asker'));

/**
 * One of every kind of actor that a model tells apart: each post it names in each kind of unit, one it does not name, somebody
 * without a post, an anonymous one with and without a receipt, each process it names and one it does not.
 */
export function askersOf(model: GovernanceModel): readonly Asker[] {
  const posts = [...new Set(bys(model).flatMap((by) => (isPost(by) ? [by.post] : [])))];
  const standings = posts.flatMap((post) =>
    kindsOf(model, post).map((kind): Standing => ({ post, kind, unit: 'unit', territories: [here] })),
  );
  const unnamed: Standing = { post: 'unheard-of', kind: 'another-kind', unit: 'unit', territories: [here] };
  const processes = new Set(
    bys(model).flatMap((by) => (typeof by === 'object' && 'process' in by ? [by.process] : [])),
  );
  return [
    ...[...standings, unnamed].map((one) => ({ name: `${one.post} in ${one.kind}`, actor: me, standings: [one] })),
    { name: 'signed in', actor: me, standings: [] },
    { name: 'anonymous', actor: anonymous, standings: [] },
    { name: 'with a receipt', actor: { kind: 'anonymous', receipt: secret }, standings: [] },
    ...[...processes, 'unheard-of'].map((name) => ({ name: `process ${name}`, actor: process(name), standings: [] })),
  ];
}

/** Everything that a permission may name: commands, what some data of them needs beside, and all there is to see. */
export const actionsOf = (contexts: readonly Context[]): readonly string[] => [
  ...new Set(
    contexts.flatMap(({ commands, views, sees }) => [
      ...Object.entries(commands).flatMap(([type, { permissions = [] }]) => [type, ...permissions]),
      ...views.flatMap(({ name, contents = {}, hides = {} }) => [
        `see:${name}`,
        ...Object.values<string | undefined>({ ...contents }).flatMap((one) => one ?? []),
        ...Object.values<string | undefined>({ ...hides }).flatMap((one) => one ?? []),
      ]),
      sees,
    ]),
  ),
];

/** Whether a permission speaks of somebody, and whether it needs a post for it. */
function speaksOf(by: By, { actor, standings }: Acting): boolean {
  if (by === 'anyone') return true;
  if (by === 'signed-in') return actor.kind === 'person';
  if ('process' in by) return actor.kind === 'process' && actor.name === by.process;
  return standings.some(({ post, kind }) => post === by.post && (by.kinds?.includes(kind) ?? true));
}

const ownNames = ({ actor }: Acting): readonly string[] => {
  if (actor.kind === 'person') return [actor.person];
  return actor.kind === 'anonymous' && actor.receipt !== undefined ? [receiptOwner(hashText(actor.receipt))] : [];
};

/** Whether what is asked about lies where a permission reaches; askers here hold one post at most. */
function liesIn(where: Permission['where'], by: By, acting: Acting, subject: Subject): boolean {
  if (where === 'everywhere') return true;
  if (where === 'own') return subject.owner !== undefined && ownNames(acting).includes(subject.owner);
  const [post] = isPost(by) ? acting.standings : [];
  if (post === undefined) return false;
  if (where === 'unit') return subject.unit === post.unit;
  if (where === 'handler') return subject.handler === post.unit;
  return typeof subject.territory === 'string' && post.territories.some((one) => subject.territory?.indexOf(one) === 0);
}

/** What the rules say of one cell, read off the model line by line: allowed where some line allows, refused otherwise. */
export const says = (model: GovernanceModel, acting: Acting, action: string, subject: Subject): boolean =>
  model.permissions.some(
    ({ do: actions, by, where }) =>
      actions.includes(action) && by.some((one) => speaksOf(one, acting) && liesIn(where, one, acting, subject)),
  );
