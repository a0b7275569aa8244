import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  anonymous,
  person,
  personId,
  type Acting,
  type Context,
  type GovernanceModel,
  type Refusal,
  type Standing,
} from '@keting/domain';
import { plainCalendar } from '@keting/domain/testing';
import { createDesk, memoryFiles, memoryStore, newId, viewsOf, type Store } from '@keting/runtime';
import * as z from 'zod/mini';
import {
  elsewhere,
  grids,
  report,
  smallDesk,
  smallModel,
  someone,
  straightWay,
} from '../../runtime/desk/small-place.ts';
import { sayingPosts, served, type Served } from './served.ts';

/** What a command is refused with that the rules let in: here it is asked who may, and not what then happens. */
export const letIn: Refusal = { code: 'let-in', rule: 'TEST', ids: [], params: {} };

/** The same contexts, in which any data will do and whoever is let in is told so; posts are said by another. */
function onlyRules(contexts: readonly Context[]): readonly Context[] {
  return contexts.map((context) => ({
    ...context,
    standings: () => Promise.resolve([]),
    commands: Object.fromEntries(
      Object.entries(context.commands).map(([type, spec]) => [type, { ...spec, schema: () => z.looseObject({}) }]),
    ),
    decide: () => letIn,
  }));
}

const photo = new Uint8Array(
  readFileSync(createRequire(import.meta.url).resolve('highlight.js/styles/school-book.png')),
);

/** Cases of the record: one that a living room is to accept, one that an office handles. Nobody has reported `c9`. */
export const cases = ['c1', 'c2'] as const;

async function record(store: Store, files: ReturnType<typeof memoryFiles>): Promise<void> {
  const { as } = smallDesk({ store, files });
  assert.ok((await as('reporter').attach(photo, 'f1')).ok);
  const begun = ['reporter', report('c1', { photos: ['f1'] })] as const;
  for (const [who, command] of [begun, ...straightWay('c2').slice(0, 3)]) {
    const receipt = await as(who).send(command);
    assert.ok(receipt.ok, JSON.stringify(receipt));
  }
}

/** Every post that a model speaks of, in a unit of each kind that it names, in this place and in those beside it. */
function postsOf({ permissions }: GovernanceModel): ReadonlyMap<string, Standing> {
  const named = permissions.flatMap(({ by }) =>
    by.flatMap((one) =>
      typeof one === 'object' && 'post' in one
        ? (one.kinds ?? ['living-room']).map((kind) => ({ post: one.post, kind }))
        : [],
    ),
  );
  const posts = new Map<string, Standing>();
  for (const { post, kind } of named)
    for (const [where, territory] of Object.entries({ here: grids[0], beside: grids[1], far: elsewhere }))
      for (const unit of ['room', 'office'])
        posts.set(`${post}-${kind}-${where}-${unit}`, { post, kind, unit, territories: [territory] });
  return posts;
}

/** A place of which it is asked who may do and see what, under a model. */
export interface HiddenPlace {
  readonly all: Served;
  readonly store: Store;
  readonly model: GovernanceModel;
  readonly contexts: readonly Context[];
  /** Everybody who asks, by the name that they ask by. */
  readonly askers: ReadonlyMap<string, Acting>;
}

export async function hiddenPlace(
  model: GovernanceModel,
  contexts: readonly Context[],
  wrap: (store: Store) => Store = (store) => store,
): Promise<HiddenPlace> {
  const posts = postsOf(model);
  const saying: Context = {
    ...sayingPosts(() => Promise.resolve([])),
    standings: (id) => Promise.resolve([posts.get(id)].flatMap((post) => post ?? [])),
  };
  const store = memoryStore({ views: viewsOf(contexts) });
  const files = memoryFiles();
  await record(store, files);
  const open = { contexts: [...onlyRules(contexts), saying], store: wrap(store) };
  const { clock } = smallDesk();
  const desk = createDesk({
    ...{ ...open, model, earlierModels: [smallModel], files, calendar: plainCalendar, clock, newId },
    onTrouble: assert.ifError,
  });
  const standing = [...posts].map(([id, post]): [string, Acting] => [id, { actor: someone(id), standings: [post] }]);
  const plain = ['reporter', 'nobody-known'].map((id): [string, Acting] => [
    id,
    { actor: person(personId.parse(id)), standings: [] },
  ]);
  const guest: [string, Acting] = ['guest', { actor: anonymous, standings: [] }];
  return {
    all: served({ desk, ...open }),
    store,
    model,
    contexts,
    askers: new Map([...standing, ...plain, guest]),
  };
}
