import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerableForCase, gridsAt, stallGrid, type Question } from '@keting/domain';
import { remoteDesk, type Desk } from '@keting/runtime';
import { contexts, grids, straightWay } from '../../runtime/desk/small-place.ts';
import { saidOf, served, type Served } from './served.ts';

async function dispatched(changed: Parameters<typeof served>[0] = {}): Promise<Served> {
  const all = served(changed);
  for (const [who, command] of straightWay('c1').slice(0, 3)) await all.as(who).send(command);
  return all;
}

/** A page of somebody, over the line that a server answers. */
const page = ({ app }: Served, who: string): Promise<Desk> =>
  remoteDesk({
    url: 'http://desk.test/keting/v1',
    fetch: (url, request) => app.fetch(new Request(url, request)),
    headers: () => ({ 'x-who': who }),
  });

const bodyOf = async (answer: Response): Promise<unknown> => answer.json();

test('[ORG-09] over HTTP who answers for a case is one request', async () => {
  const { ask } = await dispatched();
  const body = { case: 'c1' };
  const answer = await ask('/questions/answerable-for-case', { as: 'clerk', body });
  assert.equal(answer.status, 200);
  assert.deepEqual(await bodyOf(answer), {
    ok: true,
    rows: [{ duty: 'room', post: 'clerk', persons: ['clerk'], unit: 'room', territory: '990101001001' }],
  });
});

test('[GRID-02] [GRID-01] a desk behind a network answers each question as the desk itself does, refusals too', async () => {
  const all = await dispatched();
  const asked: readonly (readonly [Question, unknown])[] = [
    [answerableForCase, { case: 'c1' }],
    [answerableForCase, { case: 'c9' }],
    [answerableForCase, { case: '' }],
    [answerableForCase, null],
    [gridsAt, { position: [99, 28], system: 'GCJ-02' }],
    [gridsAt, { position: [102, 28], system: 'WGS-84' }],
    [gridsAt, { position: [99], system: 'WGS-84' }],
    [stallGrid, { market: grids[0].slice(0, 15), stall: 3 }],
    [
      { ...gridsAt, name: 'weather' },
      { position: [99, 28], system: 'WGS-84' },
    ],
  ];
  for (const who of ['clerk', 'handler', 'reporter', 'stranger', 'guest']) {
    const there = who === 'guest' ? all.desk : all.as(who);
    const here = await page(all, who);
    for (const [question, data] of asked) {
      const told = await there.ask(question, data);
      assert.deepEqual(await here.ask(question, data), told, `${who}: ${question.name} ${JSON.stringify(data)}`);
    }
  }
});

test('an unknown question is refused as a value; a body that is no JSON is none', async () => {
  const { ask } = served();
  const unknown = await ask('/questions/weather', { as: 'clerk', body: {} });
  assert.equal(unknown.status, 200);
  assert.deepEqual(await bodyOf(unknown), {
    ok: false,
    refusal: { code: 'question-unknown', rule: 'KERNEL', ids: ['weather'], params: {} },
  });
  const raw = { as: 'clerk', raw: 'grid?', headers: { 'content-type': 'application/json' } };
  assert.equal(await saidOf(await ask('/questions/grids-at', raw)), '400 body-invalid');
});

test('[ALL-01] given a server that tells which views it serves, then it answers those questions alone that it tells too', async () => {
  const views = contexts.flatMap((context) => context.views).filter(({ name }) => name === 'cases');
  const code = async (changed: Parameters<typeof served>[0], name: string) => {
    const { ask } = await dispatched(changed);
    return JSON.stringify(await bodyOf(await ask(`/questions/${name}`, { as: 'clerk', body: { case: 'c1' } })));
  };
  assert.match(await code({ views }, 'answerable-for-case'), /question-unknown/);
  assert.match(await code({ views, questions: [answerableForCase] }, 'answerable-for-case'), /"ok":true/);
  assert.match(await code({ views, questions: [answerableForCase] }, 'grids-at'), /question-unknown/);
  const foreign = { ...answerableForCase, name: 'of-no-context' };
  assert.match(await code({ questions: [foreign] }, 'of-no-context'), /question-unknown/);
});

test('[ALL-01] a question counts as a request of who asks it', async () => {
  const { ask } = served({ limits: { requests: 1, seconds: 60 } });
  const body = { position: [99, 28], system: 'WGS-84' };
  assert.equal((await ask('/questions/grids-at', { as: 'clerk', body })).status, 200);
  assert.equal(await saidOf(await ask('/questions/grids-at', { as: 'clerk', body })), '429 too-many-requests');
});
