import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cases, hashText, receiptOwner, type GovernanceModel, type Query, type SumQuery } from '@keting/domain';
import { firstPosition, memoryFiles, memoryStore, viewsOf, type Receipt } from '@keting/runtime';
import { contexts, elsewhere, report, smallDesk, smallModel, straightWay, type SmallDesk } from './small-place.ts';
import { storeWith } from './store-with.ts';

const ok = (receipt: Receipt): void => {
  assert.ok(receipt.ok, JSON.stringify(receipt));
};
const code = (receipt: Receipt): string | undefined => (receipt.ok ? undefined : receipt.refusal.code);

/** A handler sees the cases that it handles, but has no need of the reporter's name. */
async function handled(): Promise<SmallDesk> {
  const small = smallDesk();
  for (const [who, command] of straightWay('c1').slice(0, 3)) ok(await small.as(who).send(command));
  return small;
}

test('[ALL-02] a column that is hidden cannot be asked for by the way: not by picking, sorting, nor adding up', async () => {
  const { as } = await handled();
  const [row] = (await as('handler').view(cases)).rows;
  assert.equal(row?.id, 'c1');
  assert.doesNotMatch(JSON.stringify(row), /"reporter"/, 'it stands under its own name nor under another');
  const asking: readonly Query[] = [
    { where: { reporter: 'reporter' } },
    { where: { reporter: { prefix: 're' } } },
    { order: [{ by: 'reporter' }], limit: 1 },
  ];
  for (const query of asking)
    assert.deepEqual((await as('handler').view(cases, query)).rows, [], JSON.stringify(query));
  const adding: readonly SumQuery[] = [
    { by: ['reporter'], of: ['changedAt'] },
    { where: { reporter: 'reporter' }, by: ['id'], of: ['changedAt'] },
  ];
  for (const query of adding) assert.deepEqual(await as('handler').sum(cases, query), [], JSON.stringify(query));
});

test('[ALL-02] who has need of a hidden column may ask for it, each for the rows that they have need of', async () => {
  const { as } = await handled();
  const mine = { where: { reporter: 'reporter' } };
  assert.equal((await as('clerk').view(cases, mine)).rows.length, 1);
  assert.equal((await as('stranger').view(cases, mine)).rows.length, 0);
});

const forAnyone = {
  ...smallModel,
  permissions: [
    ...smallModel.permissions,
    { do: ['see:cases', 'see:contacts', 'RateCase'], by: ['anyone' as const], where: 'own' as const },
  ],
};

test('[CASE-01] the secret of a receipt owns an anonymous report; what the record holds of it opens nothing', async () => {
  const small = smallDesk({ model: forAnyone });
  const secret = 'FJQ2-93KD';
  ok(await small.as('reporter').send(report('c1', { mode: 'anonymous', receipt: hashText(secret) })));
  for (const [who, command] of straightWay('c1').slice(1, 6)) ok(await small.as(who).send(command));
  const rate = { type: 'RateCase', data: { case: 'c1', rating: 'satisfied' } };
  for (const receipt of [hashText(secret), receiptOwner(hashText(secret)), 'guess']) {
    assert.equal(code(await small.desk.as({ kind: 'anonymous', receipt }).send(rate)), 'not-found', receipt);
  }
  const holder = small.desk.as({ kind: 'anonymous', receipt: secret });
  assert.deepEqual(
    (await holder.view(cases)).rows.map(({ id, stage }) => [id, stage]),
    [['c1', 'replied']],
  );
  ok(await holder.send(rate));
  assert.doesNotMatch(
    JSON.stringify(await small.store.changes(firstPosition, 100)),
    new RegExp(secret),
    'the record never holds it',
  );
});

test('[CASE-04] into a case that one may not see no other is merged, and one does not learn that it is there', async () => {
  const small = smallDesk();
  ok(await small.as('reporter').send(report('c1')));
  ok(await small.as('reporter').send(report('far', { place: { grid: elsewhere } })));
  const merge = (into: string) =>
    small.as('clerk').send({ type: 'MergeCase', data: { case: 'c1', into, reason: 'twice' } });
  for (const into of ['far', 'nowhere']) {
    const receipt = await merge(into);
    assert.deepEqual(receipt.ok ? undefined : [receipt.refusal.code, receipt.refusal.ids], ['not-found', [into]]);
  }
  ok(await small.as('reporter').send(report('c2')));
  ok(await merge('c2'));
});

/** One pixel, as PNG. */
const pixel = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);

async function keptBy(small: SmallDesk, who: string): Promise<string> {
  const kept = await small.as(who).attach(pixel);
  assert.ok(kept.ok, JSON.stringify(kept));
  return kept.id;
}

test('[CASE-01] a file is what its bytes say: the desk keeps none that the model does not take', async () => {
  const { as } = smallDesk({ files: memoryFiles() });
  const refused = await as('reporter').attach(Uint8Array.of(1, 2, 3));
  assert.equal(refused.ok ? undefined : refused.refusal.code, 'attachment-type');
});

test('[ALL-02] a file is shown to whoever may see the case that names it, and to nobody else', async () => {
  const small = smallDesk({ files: memoryFiles() });
  const { as, desk } = small;
  const photo = await keptBy(small, 'reporter');
  assert.equal(await as('clerk').file(photo), undefined, 'no case names it yet');
  ok(await as('reporter').send(report('c1', { photos: [photo] })));
  assert.equal((await as('clerk').file(photo))?.type, 'image/png');
  assert.equal((await as('reporter').file(photo))?.type, 'image/png');
  assert.equal(await as('stranger').file(photo), undefined);
  assert.equal(await desk.file(photo), undefined);
});

test('[CASE-01] a report names files that are kept, and none that belong to another case', async () => {
  const small = smallDesk({ files: memoryFiles() });
  const { as } = small;
  assert.equal(code(await as('reporter').send(report('c1', { photos: ['nowhere'] }))), 'file-unknown');
  const photo = await keptBy(small, 'reporter');
  ok(await as('reporter').send(report('c1', { photos: [photo] })));
  const again = report('c2', { photos: [photo] });
  assert.equal(code(await as('stranger').send(again)), 'claim-taken');
  const verdict = await as('stranger').can(again);
  assert.equal(verdict.allowed === false && verdict.refusal.code, 'claim-taken');
});

/** A store before whose next commit, when armed, somebody else does something. */
const raced = (before: () => Promise<unknown>) => {
  const store = memoryStore({ views: viewsOf(contexts) });
  let armed = false;
  const racing = storeWith(store, {
    async commit(commit) {
      if (armed) {
        armed = false;
        await before();
        armed = true;
      }
      return store.commit(commit);
    },
  });
  return { racing, arm: () => (armed = true) };
};

for (const [who, named] of [
  ['reporter', []],
  ['director', ['director']],
] as const) {
  test(`[ALL-01] a conflict with ${who} names nobody whom the timeline does not name`, async () => {
    let notes = 0;
    const { racing, arm } = raced(async () => {
      notes += 1;
      ok(await small.as(who).send({ type: 'UrgeCase', data: { case: 'c1', note: `please, the ${notes}th time` } }));
    });
    const urging: GovernanceModel['permissions'][number][] = [
      { do: ['see:cases', 'UrgeCase'], by: [{ post: 'director' }], where: 'territory' },
      { do: ['UrgeCase'], by: ['anyone'], where: 'own' },
    ];
    const unseen = smallModel.permissions.filter((rule) => !rule.do.includes('see:contacts'));
    const small = smallDesk({ store: racing, model: { ...smallModel, permissions: [...urging, ...unseen] } });
    ok(await small.as('reporter').send(report('c1')));
    arm();
    const answer = await small.as('clerk').send({ type: 'AcceptCase', data: { case: 'c1' } });
    const refusal = !answer.ok ? answer.refusal : undefined;
    assert.equal(refusal?.code, 'version-conflict');
    assert.deepEqual(refusal.params, { changed: ['CaseUrged'], by: named });
  });
}
