import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  answerablePosts,
  caseContext,
  person,
  personId,
  unitId,
  within,
  type FactReader,
  type Standing,
  type UnitFact,
} from '@keting/domain';
import { plainCalendar } from '@keting/domain/testing';
import { bengbu } from '@keting/models';
import { createDesk, idMaker, memoryStore, viewsOf } from '@keting/runtime';
import { standIn } from '../../support/stand-in.ts';

const community = '340399001001';
const grid = `${community}00101`;
const neighbouring = `${community}00102`;

const unit = (id: string, kind: string, territory: string): UnitFact => ({
  id: unitId.parse(id),
  kind,
  territories: [territory],
});
const units = [
  unit('committee', 'residents-committee', community),
  unit('council', 'residents-council', grid),
  unit('other-council', 'residents-council', neighbouring),
];

const posts: Readonly<Record<string, Standing>> = {
  clerk: { post: 'clerk', unit: 'committee', kind: 'residents-committee', territories: [community] },
  head: { post: 'council-head', unit: 'council', kind: 'residents-council', territories: [grid] },
  neighbour: { post: 'council-head', unit: 'other-council', kind: 'residents-council', territories: [neighbouring] },
};

const answer =
  (read: (...args: readonly string[]) => unknown): FactReader =>
  (_source, ...args) =>
    Promise.resolve(read(...args.map(String)));

/** A compound with its council, and another beside it. */
const place = standIn(
  {
    gridOf: answer((code = '') => ({ code, kind: 'micro', community })),
    unitOf: answer((id) => units.find((one) => one.id === id)),
    unitsOver: answer((kind, code = '') =>
      units.filter((one) => one.kind === kind && one.territories.some((territory) => within(territory, code))),
    ),
  },
  { sees: 'see:cases', standings: (id) => Promise.resolve(posts[id] === undefined ? [] : [posts[id]]) },
);

/** Bengbu's rules of who takes which step of a case and sees it; a desk knows no permission for a context that it does not have. */
const ofCases = (action: string): boolean => action in caseContext.commands || action === 'see:cases';
const permissions = bengbu.permissions
  .map((one) => ({ ...one, do: one.do.filter(ofCases) }))
  .filter((one) => one.do.length > 0);

test('[CASE-08] [CASE-12] Bengbu: the council whose turn the reply is gives it and answers for it, and no other council does', async () => {
  const contexts = [place, caseContext];
  const clock = { now: () => Date.parse('2026-03-02T01:00:00Z'), at: () => () => undefined };
  let seed = 0;
  const desk = createDesk({
    model: { ...bengbu, permissions },
    store: memoryStore({ views: viewsOf(contexts) }),
    calendar: plainCalendar,
    clock,
    newId: idMaker(clock.now, (into) => into.fill((seed += 1))),
    contexts,
    processes: [],
    onTrouble: (trouble) => assert.fail(String(trouble)),
  });
  const ask = async (who: string, type: string, data: Readonly<Record<string, unknown>>) =>
    (await desk.as(person(personId.parse(who))).send({ type, data: { case: 'c1', ...data } })).ok;
  const about = { class: 'neighbours', place: { grid }, text: 'Noise at night', photos: [] };
  assert.ok(await ask('resident', 'ReportCase', { ...about, channel: 'resident', mode: 'masked' }));
  assert.ok(await ask('clerk', 'AcceptCase', {}));
  assert.ok(await ask('clerk', 'DispatchCase', { handler: 'council' }));
  assert.ok(await ask('head', 'HandleCase', { result: 'Both agreed' }));
  assert.ok(await ask('clerk', 'VerifyCase', {}));
  assert.ok(!(await ask('neighbour', 'ReplyCase', { reply: 'Settled' })));
  assert.ok(await ask('head', 'ReplyCase', { reply: 'Settled' }));
  for (const council of ['residents-council', 'villagers-council'])
    assert.deepEqual(answerablePosts('closed', council, bengbu), ['council-head']);
});
