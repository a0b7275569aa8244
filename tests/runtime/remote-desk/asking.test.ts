import { cases, caseCounts, gridsAt } from '@keting/domain';
import { QueryError, RemoteDeskError, type RemoteDesk } from '@keting/runtime';
import { csrfHeader, receiptHeader } from '@keting/runtime/wire';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { report, smallModel, someone } from '../desk/small-place.ts';
import { kit } from './remote-kit.ts';

const throwsAs = (code: string, status: number) => (error: unknown) =>
  error instanceof RemoteDeskError && error.code === code && error.status === status;

const asSent = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('a desk behind a network says the model, the actor and the time of the desk that it reaches', async () => {
  const { page, server, small } = kit();
  server.now = () => small.clock.now() + 90_000;
  const desk = await page();
  assert.deepEqual(desk.model, smallModel);
  assert.deepEqual(desk.actor, someone('reporter'));
  assert.equal(desk.now(), small.clock.now() + 90_000);
});

test('a desk behind a network answers as one in the page does', async () => {
  const { page, small } = kit('clerk');
  await small.as('reporter').send(report('c1'));
  const [desk, local] = [await page(), small.as('clerk')];
  const query = { where: { id: 'c1' } };
  assert.deepEqual(await desk.view(cases, query), asSent(await local.view(cases, query)));
  const sum = { by: ['class'], of: ['reported'] };
  assert.deepEqual(await desk.sum(caseCounts, sum), await local.sum(caseCounts, sum));
  assert.deepEqual(await desk.standings(), await local.standings());
  const types = (offers: Awaited<ReturnType<RemoteDesk['offers']>>) => offers.map((one) => one.map(({ type }) => type));
  assert.deepEqual(
    types(await desk.offers(['case/c1', 'case/none'])),
    types(await local.offers(['case/c1', 'case/none'])),
  );
  for (const type of ['AcceptCase', 'VerifyCase', 'Unheard']) {
    const command = { type, data: { case: 'c1' } };
    assert.deepEqual(await desk.can(command), await local.can(command));
  }
});

test('a command is carried out, and its receipt is the receipt of the desk', async () => {
  const { page, small, outbox } = kit();
  const receipt = await (await page()).send(report('c1'));
  assert.equal(receipt.ok, true);
  assert.equal((await small.store.history('case/c1'))[0]?.command, receipt.id);
  assert.deepEqual(await outbox.commands(), []);
});

test('a refusal goes to who waits for it, and nothing is kept of it', async () => {
  const { page, outbox } = kit();
  const receipt = await (await page()).send({ type: 'AcceptCase', data: { case: 'none' } });
  assert.equal(receipt.ok === false && receipt.refusal.code, 'not-found');
  assert.deepEqual(await outbox.commands(), []);
});

test('faults come with their paths; one that a later release names is one of form', async () => {
  const { page, server } = kit();
  const desk = await page();
  const refused = await desk.send(report('c1', { text: '' }));
  assert.deepEqual(refused.ok === false && refused.refusal.faults?.map(({ path }) => path), ['text']);
  const refusal = { code: 'x', rule: 'y', ids: [], params: {}, faults: [{ path: 'a', code: 'not-heard-of' }] };
  server.instead = () => Response.json({ allowed: false, refusal });
  const verdict = await desk.can(report('c1'));
  assert.deepEqual(verdict.allowed === false && verdict.refusal.faults, [{ path: 'a', code: 'wrong-form' }]);
});

test('a malformed command id is refused here as it would be there', async () => {
  const { page } = kit();
  // @ts-expect-error an id that is none
  const receipt = await (await page()).send({ ...report('c1'), id: 'none' });
  assert.equal(receipt.ok === false && receipt.refusal.code, 'command-invalid');
});

test('the headers of the host and the receipt go with every request, the token against forgery with what writes', async () => {
  const { page, server } = kit();
  server.csrf = 'one';
  let asked = 0;
  const desk = await page({ receipt: 'secret', headers: () => ({ authorization: `Bearer ${++asked}` }) });
  await desk.view(cases);
  await desk.standings();
  const seen = server.sent.map(({ headers }) => [
    headers.get('authorization'),
    headers.get(receiptHeader),
    headers.get(csrfHeader),
  ]);
  assert.deepEqual(seen, [
    ['Bearer 1', 'secret', null],
    ['Bearer 2', 'secret', 'one'],
    ['Bearer 3', 'secret', null],
  ]);
});

test('a token that has grown old is fetched anew, once', async () => {
  const { page, server } = kit();
  server.csrf = 'one';
  const desk = await page();
  server.csrf = 'two';
  assert.equal((await desk.send(report('c1'))).ok, true);
  server.instead = ({ path }) =>
    path === '/desk' ? undefined : Response.json({ code: 'forged-request' }, { status: 403 });
  await assert.rejects(desk.view(cases), throwsAs('forged-request', 403));
});

test('while the line is down nobody knows: `can` and `offers` say so, and views cannot be read', async () => {
  const { page, server, small } = kit('clerk');
  await small.as('reporter').send(report('c1'));
  const desk = await page();
  const before = (await desk.offers(['case/c1']))[0] ?? [];
  assert.ok(before.length > 0);
  server.down = true;
  assert.deepEqual(await desk.can({ type: 'AcceptCase', data: { case: 'c1' } }), { allowed: 'unknown' });
  const [offers, none] = await desk.offers(['case/c1', 'case/c2']);
  assert.deepEqual(
    offers,
    before.map(({ refusal: _, ...offer }) => ({ ...offer, allowed: 'unknown' })),
  );
  assert.deepEqual(none, []);
  await assert.rejects(desk.view(cases), throwsAs('not-available', 0));
  for (const status of [502, 503, 504]) {
    server.down = false;
    server.instead = () => new Response('<html>', { status });
    assert.deepEqual(await desk.can(report('c9')), { allowed: 'unknown' });
  }
});

test('what is no answer of a desk is an error with its code and status', async () => {
  const { page, server } = kit();
  const desk = await page();
  const answers: readonly (readonly [Response, string, number])[] = [
    [Response.json({ code: 'not-signed-in' }, { status: 401 }), 'not-signed-in', 401],
    [Response.json({ code: 'body-too-large' }, { status: 413 }), 'body-too-large', 413],
    [new Response('<html>', { status: 404 }), 'not-found', 404],
    [new Response('<html>', { status: 418 }), 'answer-invalid', 418],
    [new Response('<html>'), 'answer-invalid', 200],
    [Response.json({ rows: 1 }), 'answer-invalid', 200],
  ];
  for (const [answer, code, status] of answers) {
    server.instead = ({ path }) => (path === '/desk' ? undefined : answer.clone());
    await assert.rejects(desk.view(cases), throwsAs(code, status));
  }
  server.instead = () => undefined;
  await assert.rejects(desk.view(cases, { limit: 1, order: [{ by: 'nothing' }] }), QueryError);
});

test('a desk that has no time is asked again, after as long as it says, and not for ever', async () => {
  const { page, server, time } = kit();
  const desk = await page();
  let left = 1;
  const busy = () => Response.json({ code: 'too-many-requests' }, { status: 429, headers: { 'retry-after': '7' } });
  server.instead = () => (left-- > 0 ? busy() : undefined);
  const answer = desk.view(cases);
  await time.pass(6_999);
  assert.equal(server.asked.filter((one) => one === 'POST /views/cases').length, 1);
  await time.pass(1);
  assert.deepEqual((await answer).rows, []);
  left = 9;
  const never = assert.rejects(desk.view(cases), throwsAs('too-many-requests', 429));
  await time.pass(60_000);
  await never;
  assert.equal(left, 6);
});

test('an answer that does not come for half a minute is one that is lost', async () => {
  const { page, server, time } = kit();
  const desk = await page({
    fetch: (url, request) =>
      url.endsWith('/can')
        ? new Promise((_, reject) => {
            request.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
          })
        : server.fetch(url, request),
  });
  const verdict = desk.can(report('c1'));
  await time.pass(29_999);
  assert.equal((await desk.outbox.state()).online, true);
  await time.pass(1);
  assert.deepEqual(await verdict, { allowed: 'unknown' });
});

test('a desk that cannot be reached, or answers in another shape, is not made', async () => {
  const { page, server } = kit();
  server.down = true;
  await assert.rejects(page(), throwsAs('not-available', 0));
  server.down = false;
  server.instead = () => Response.json({ model: {}, actor: { kind: 'anonymous' }, now: 1 });
  await assert.rejects(page(), throwsAs('answer-invalid', 200));
});

test('[GRID-02] a question is answered as by the desk itself, and asked again where the desk has no time; without a line there is no answer', async () => {
  const { page, server, small, time } = kit('clerk');
  const desk = await page();
  const place = { position: [99, 28], system: 'WGS-84' } as const;
  const asked = () => desk.ask(gridsAt, { ...place, position: [...place.position] });
  assert.deepEqual(await asked(), await small.as('clerk').ask(gridsAt, { ...place, position: [...place.position] }));
  assert.equal(server.asked.at(-1), 'POST /questions/grids-at');
  let left = 1;
  server.instead = () => (left-- > 0 ? Response.json({ code: 'not-available' }, { status: 503 }) : undefined);
  const later = asked();
  await time.pass(60_000);
  assert.equal((await later).ok, true);
  server.instead = () => Response.json({ ok: true, rows: [{ code: 7 }] });
  await assert.rejects(asked(), throwsAs('answer-invalid', 200));
  server.instead = () => undefined;
  server.down = true;
  await assert.rejects(asked(), throwsAs('not-available', 0));
});
