import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerableForCase, caseId } from '@keting/domain';
import type { Answer, LocalDesk } from '@keting/runtime';
import { grids, report, smallDesk, smallModel, straightWay } from './small-place.ts';

const of = (id: string) => ({ case: caseId.parse(id) });

const codeOf = (answer: Answer) => (answer.ok ? 'answered' : answer.refusal.code);

const lines = async (desk: LocalDesk, id = 'c1') => {
  const answer = await desk.ask(answerableForCase, of(id));
  assert.ok(answer.ok, codeOf(answer));
  return answer.rows.map(({ duty, unit, grid, post, persons }) => [duty, unit ?? grid, post, ...persons]);
};

async function reported(steps = 1) {
  const small = smallDesk();
  for (const [who, command] of straightWay('c1').slice(0, steps)) {
    assert.equal((await small.as(who).send(command)).ok, true, command.type);
  }
  return small;
}

const room = ['room', 'room', 'clerk', 'clerk'];
const street = ['street', 'office', 'clerk'];

test('[ORG-09] given a case in whatever stage, then who answers is one question: the first responsible first, then tier by tier', async () => {
  const { as } = await reported(3);
  assert.deepEqual(await lines(as('handler')), [['handling', 'office', 'director', 'handler'], room, street]);
  const { as: before } = await reported();
  assert.deepEqual(await lines(before('clerk')), [['collecting', grids[0], 'party-member'], room], 'nobody staffs it');
});

test('[ORG-09] given a suspended case, then who handled it still answers where the list says so of that stage', async () => {
  const model = {
    ...smallModel,
    duties: (smallModel.duties ?? []).map((line) => ({ ...line, stages: [] })),
  };
  const { as } = smallDesk({ model });
  for (const [who, command] of straightWay('c1').slice(0, 3)) await as(who).send(command);
  const suspended = await as('clerk').send({ type: 'SuspendCase', data: { case: 'c1', reason: 'waits for spring' } });
  assert.equal(suspended.ok, true);
  assert.deepEqual((await lines(as('handler')))[0], ['handling', 'office', 'director', 'handler']);
});

test('[ORG-09] given holders whose posts lie beyond what the asker may see, then those lines are left out', async () => {
  const { as } = await reported(3);
  assert.deepEqual(await lines(as('clerk')), [room]);
});

test('[ORG-09] given a case that the asker may not see, then it is not found, as one that is not there', async () => {
  const { as } = await reported();
  const there = await as('stranger').ask(answerableForCase, of('c1'));
  assert.equal(codeOf(there), 'not-found');
  const nowhere = await as('clerk').ask(answerableForCase, of('c9'));
  assert.deepEqual(JSON.parse(JSON.stringify(there).replaceAll('c1', 'c9')), nowhere);
});

test('[ORG-09] given a case of their own, when one asks who may see no holder of any post, then it is not permitted', async () => {
  const { as } = await reported();
  assert.equal(codeOf(await as('reporter').ask(answerableForCase, of('c1'))), 'not-permitted');
});

test('[ORG-09] a case is answered by the duty list that it began under', async () => {
  const { as, store } = await reported(3);
  const without = smallDesk({
    store,
    model: { ...smallModel, version: '2', duties: undefined },
    earlierModels: [smallModel],
    seed: 2,
  });
  assert.deepEqual(await lines(without.as('handler')), await lines(as('handler')));
  assert.equal((await without.as('reporter').send(report('c2'))).ok, true);
  assert.deepEqual(await lines(without.as('clerk'), 'c2'), []);
  const unknown = smallDesk({ store, model: { ...smallModel, version: '2' } });
  assert.equal(codeOf(await unknown.as('handler').ask(answerableForCase, of('c1'))), 'model-unknown');
});
