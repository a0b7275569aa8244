import {
  caseContext,
  cases,
  everything,
  people,
  peopleContext,
  personId,
  verifyHistory,
  type GovernanceModel,
  type PersonId,
  type Recorded,
  type StreamId,
  type View,
} from '@keting/domain';
import { createDesk, memoryFiles, newId, viewsOf, type PersonExport, type Receipt, type Store } from '@keting/runtime';
import { plainCalendar } from '@keting/domain/testing';
import type { TestKit } from '@keting/runtime/testing';
import {
  contexts,
  monday,
  report,
  smallDesk,
  smallModel,
  someone,
  straightWay,
  type SmallDesk,
} from '../runtime/desk/small-place.ts';
import { storeWith } from '../runtime/desk/store-with.ts';

type Kit = Pick<TestKit, 'describe' | 'it' | 'assert'>;
type Permissions = GovernanceModel['permissions'];

const rules: Permissions = [
  { do: ['RegisterPerson', 'see:addresses'], by: [{ post: 'clerk' }], where: 'everywhere' },
  { do: ['see:people'], by: ['signed-in'], where: 'everywhere' },
  { do: ['see:contacts', 'see:personal-contents', 'ErasePerson', 'UrgeCase'], by: ['signed-in'], where: 'own' },
];
/** The small place, in which everybody may know what is kept about them and have it erased. */
export const erasingModel: GovernanceModel = { ...smallModel, permissions: [...smallModel.permissions, ...rules] };

/** Every context that a record about persons needs here. */
export const erasingContexts = [...contexts, peopleContext];

const ada = personId.parse('reporter');
const erasing = (person: PersonId) => ({ type: 'ErasePerson', data: { person, ground: 'asked' } });
const erase = erasing(ada);

/** One pixel, as PNG. */
const pixel = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (letter) => letter.charCodeAt(0),
);

const told = {
  text: 'my neighbour and I cannot agree on a hedge',
  address: '12 Garden Street',
  name: 'Ada Lovelace',
  phone: '13812345678',
  note: 'please hurry, I am the one with the roses',
  comment: 'they were kind to me',
};

function mustBeDone(receipt: Receipt): void {
  if (receipt.ok !== true) throw new Error(JSON.stringify(receipt));
}

export const openErasing = (store: Store, seed = 1): SmallDesk & { readonly files: ReturnType<typeof memoryFiles> } => {
  const files = memoryFiles();
  return { ...smallDesk({ store, seed, files, model: erasingModel, contexts: [peopleContext] }), files };
};

/** A desk for the clerk at a time when nobody holds a post any more. */
const withoutPosts = (store: Store) =>
  createDesk({
    model: erasingModel,
    store,
    calendar: plainCalendar,
    clock: { now: () => monday + 1, at: () => () => undefined },
    newId,
    contexts: erasingContexts.map((context) => ({ ...context, standings: () => Promise.resolve([]) })),
    actor: someone('clerk'),
  });

/** A record in which the reporter told of a hedge and of a fire, and others of other things; the hedge is done with. */
export async function fillRecord({ as }: SmallDesk): Promise<{ readonly photo: string }> {
  const kept = await as('reporter').attach(pixel);
  if (!kept.ok) throw new Error('no photo was kept');
  const { name, phone, text, address, note } = told;
  const register = (data: object) => ({ type: 'RegisterPerson', data });
  mustBeDone(await as('clerk').send(register({ person: 'reporter', name, phone })));
  mustBeDone(await as('clerk').send(register({ person: 'other', name: 'Ben', phone: '13900000000' })));
  const [first, ...rest] = straightWay('c1');
  if (first === undefined) throw new Error('a case begins with a report');
  const own = { mode: 'named', contact: { name, phone }, text, address, photos: [kept.id] };
  mustBeDone(await as('reporter').send(report('c1', own)));
  mustBeDone(await as('reporter').send({ type: 'UrgeCase', data: { case: 'c1', note } }));
  for (const [who, command] of rest.slice(0, -1)) mustBeDone(await as(who).send(command));
  const rated = { case: 'c1', rating: 'satisfied', comment: told.comment };
  mustBeDone(await as('reporter').send({ type: 'RateCase', data: rated }));
  mustBeDone(await as('reporter').send(report('c2', { text: 'another matter of mine' })));
  mustBeDone(await as('other').send(report('c3', { text: 'what another person told' })));
  return { photo: kept.id };
}

const streams: readonly StreamId[] = ['person/reporter', 'person/other', 'case/c1', 'case/c2', 'case/c3'];

/** All that happened, in order of the streams. */
const histories = (store: Store): Promise<readonly (readonly Recorded[])[]> =>
  Promise.all(streams.map((stream) => store.history(stream)));

/** The rows of a view as one gets them by playing the whole record again, in the order of its commits. */
async function replayed(view: View, store: Store): Promise<ReadonlyMap<string, unknown>> {
  const rows = new Map<string, unknown>();
  const { events } = await store.changes('0', 1000);
  if (view.kind !== 'table') return rows;
  for (const event of events) {
    if (!view.on.includes(event.type)) continue;
    for (const key of view.keys(event)) rows.set(key, view.project(rows.get(key), event, key));
  }
  return rows;
}

/** What stands in a text of the record, wherever it stands: rows, states, histories, contents. */
async function everythingIn(store: Store, ids: readonly string[]): Promise<string> {
  const rows = await Promise.all(
    viewsOf(erasingContexts)
      .filter(({ kind }) => kind === 'table')
      .map((view) => store.rows(view, { limit: 1000 }, everything)),
  );
  const states = await Promise.all(streams.map((stream) => store.load(stream)));
  return JSON.stringify([rows, states, await histories(store), await store.contents(ids)]);
}

/** Ids of the contents that a value refers to. */
const refsOf = (value: unknown): readonly string[] =>
  [...JSON.stringify(value).matchAll(/"content":"([^"]+)"/g)].flatMap(([, id]) => id ?? []);

const contentsIn = async (store: Store): Promise<readonly string[]> => refsOf(await histories(store));

const exported = (found: Awaited<ReturnType<SmallDesk['desk']['exportPerson']>>): PersonExport => {
  if ('code' in found) throw new Error(found.code);
  return found;
};

/** What every store must let a desk do: tell a person what is kept about them, and erase it. */
export function erasureContract(
  name: string,
  open: (views: readonly View[]) => Promise<Store>,
  { describe, it, assert }: Kit,
): void {
  const opened = async () => {
    const store = await open(viewsOf(erasingContexts));
    const place = openErasing(store);
    return { ...place, ...(await fillRecord(place)), store };
  };

  describe(`[ALL-02] persons on ${name}`, () => {
    it('a person gets all that is kept about them: their streams, rows, texts and photos, each with its purpose', async () => {
      const { as, photo } = await opened();
      const all = exported(await as('reporter').exportPerson(ada));
      assert.deepEqual(
        all.texts.map(({ text, purpose, event }) => [event, purpose, text]).sort(),
        [
          ['CaseRated', 'own-matter', told.comment],
          ['CaseReported', 'contact', JSON.stringify({ name: told.name, phone: told.phone })],
          ['CaseReported', 'own-matter', told.address],
          ['CaseReported', 'own-matter', 'another matter of mine'],
          ['CaseReported', 'own-matter', told.text],
          ['CaseUrged', 'own-matter', told.note],
          ['PersonRegistered', 'contact', told.phone],
          ['PersonRegistered', 'identity', told.name],
        ].sort(),
      );
      assert.deepEqual(
        all.files.map(({ id, purpose, file }) => [id, purpose, file.type]),
        [[`file/${photo}`, 'own-matter', 'image/png']],
      );
      assert.deepEqual(Object.keys(all.streams), ['person/reporter']);
      assert.deepEqual(Object.fromEntries(Object.entries(all.rows).map(([view, rows]) => [view, rows.length])), {
        cases: 2,
        people: 1,
      });
    });

    it('nobody else gets it, and nobody learns whether there is such a person', async () => {
      const { as, desk } = await opened();
      const asked = [as('other'), as('clerk'), desk].flatMap((at) => [
        at.exportPerson(ada),
        at.exportPerson(personId.parse('nowhere')),
      ]);
      for (const answer of await Promise.all(asked)) assert.ok('code' in answer && answer.code === 'not-found');
    });

    it('an erased person is gone from every text, row, state and file; others and the words of the office stay', async () => {
      const { as, desk, store, files, photo } = await opened();
      const ids = await contentsIn(store);
      mustBeDone(await as('reporter').send(erase));
      await desk.settled();
      const left = await everythingIn(store, ids);
      for (const gone of Object.values(told)) assert.ok(!left.includes(gone), gone);
      assert.ok(left.includes('what another person told') && left.includes('both have signed'), 'these stay');
      assert.ok(!(await files.has(photo)), 'the photo');
      const all = exported(await as('reporter').exportPerson(ada));
      assert.deepEqual([all.texts, all.files], [[], []]);
    });

    it('the history of everything stays valid, and playing it again makes the rows and states that stand', async () => {
      const { as, desk, store } = await opened();
      const before = await histories(store);
      mustBeDone(await as('reporter').send(erase));
      await desk.settled();
      const after = await histories(store);
      assert.deepEqual(
        after.map((history) => verifyHistory(history)),
        streams.map(() => undefined),
      );
      assert.deepEqual(
        after.map((history, n) => history.slice(0, before[n]?.length)),
        before,
      );
      for (const context of [caseContext, peopleContext]) {
        for (const view of context.views.filter(({ kind }) => kind === 'table')) {
          const standing = await Promise.all(
            [...(await replayed(view, store))].map(
              async ([key, row]) => [row, await store.row(view.name, key)] as const,
            ),
          );
          assert.ok(standing.length > 0 || view.name === 'consents', view.name);
          for (const [row, stands] of standing) assert.deepEqual(asData(row), asData(stands), view.name);
        }
      }
    });

    it('they show as erased, without a name, and a case of theirs goes on', async () => {
      const { as, desk } = await opened();
      mustBeDone(await as('reporter').send(erase));
      await desk.settled();
      const list = await as('clerk').view(people, { where: { id: ada } });
      assert.deepEqual(
        list.rows.map(({ erased, name: ref }) => [erased, list.contents[ref.content]]),
        [['asked', undefined]],
      );
      mustBeDone(await as('clerk').send({ type: 'AcceptCase', data: { case: 'c2' } }));
      const page = await as('clerk').view(cases, { where: { id: 'c2' } });
      assert.deepEqual(
        page.rows.map(({ stage, text }) => [stage, page.contents[text.content]]),
        [['accepted', undefined]],
      );
    });

    it('what a crash left between the event and its contents is erased when the desk is there again', async () => {
      const { store } = await opened();
      const failing = storeWith(store, { erase: () => Promise.reject(new Error('the machine went down')) });
      const down = openErasing(failing, 2);
      const ids = await contentsIn(store);
      mustBeDone(await down.as('reporter').send(erase));
      assert.ok(
        await down.desk.settled().then(
          () => false,
          () => true,
        ),
        'it is held up',
      );
      assert.ok((await everythingIn(store, ids)).includes(told.text), 'nothing is erased yet');
      down.clock.time += 1;
      mustBeDone(await down.as('reporter').send(report('c5', { text: 'told after that' })));
      await openErasing(store, 3).desk.settled();
      const left = await everythingIn(store, [...ids, ...(await store.history('case/c5')).flatMap(refsOf)]);
      assert.ok(!left.includes(told.text), 'now it is');
      assert.ok(left.includes('told after that'), 'what came after the erasure is not part of it');
    });

    it('of who served, the words of their office stay when they are erased after their post has ended', async () => {
      const { store } = await opened();
      const clerk = personId.parse('clerk');
      const retired = await openErasing(store, 5).as('clerk').send(erasing(clerk));
      assert.deepEqual(!retired.ok && retired.refusal.code, 'person-holds-posts');
      const desk = withoutPosts(store);
      mustBeDone(await desk.send(erasing(clerk)));
      await desk.settled();
      assert.deepEqual(
        exported(await desk.exportPerson(clerk)).texts.map(({ text, purpose }) => [text, purpose]),
        [
          ['the office knows both', 'office'],
          ['both have signed', 'office'],
        ],
      );
    });

    it('erased once, they may tell of something new; that stays until they are erased again', async () => {
      const { as, desk, store, clock } = await opened();
      mustBeDone(await as('reporter').send(erase));
      await desk.settled();
      clock.time += 1;
      mustBeDone(await as('reporter').send(report('c4', { text: 'a new matter' })));
      await openErasing(store, 4).desk.settled();
      assert.deepEqual(
        exported(await as('reporter').exportPerson(ada)).texts.map(({ text }) => text),
        ['a new matter'],
      );
      clock.time += 1;
      mustBeDone(await as('reporter').send(erase));
      await desk.settled();
      assert.deepEqual(exported(await as('reporter').exportPerson(ada)).texts, []);
    });
  });
}

/** Undefined and missing are the same to a store. */
const asData = (value: unknown): unknown => (value === undefined ? null : JSON.parse(JSON.stringify(value)));
