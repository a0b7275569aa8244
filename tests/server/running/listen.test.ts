import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Clients } from '../../../packages/server/src/running/clients.ts';
import { listen } from '../../../packages/server/src/running/listen.ts';

const here = { host: '127.0.0.1', port: 0 };

/** An answer that a test gives when it likes, and when the question has come. */
function slowly() {
  let ask = (): void => undefined;
  let give = (_text: string): void => undefined;
  const asked = new Promise<void>((resolve) => (ask = resolve));
  const given = new Promise<Response>((resolve) => {
    give = (text) => {
      resolve(new Response(text));
    };
  });
  const answer = (): Promise<Response> => {
    ask();
    return given;
  };
  return { asked, answer, give };
}

test('a request that runs when the door closes is answered, and no other is taken', async () => {
  const { asked, answer, give } = slowly();
  const door = await listen(here, answer);
  const address = `http://127.0.0.1:${door.port}`;
  const running = fetch(address);
  await asked;
  const closed = door.close(60_000);
  await assert.rejects(fetch(address));
  give('done');
  const response = await running;
  assert.equal(await response.text(), 'done');
  assert.equal(response.headers.get('connection'), 'close');
  await closed;
});

test('a request that does not end in time is cut off', async () => {
  const { asked, answer } = slowly();
  const door = await listen(here, answer);
  const running = assert.rejects(fetch(`http://127.0.0.1:${door.port}`));
  await asked;
  await door.close(1);
  await running;
});

test('a line that is kept without a request does not hold up the end', async () => {
  const door = await listen(here, () => new Response('hello'));
  await (await fetch(`http://127.0.0.1:${door.port}`)).text();
  await door.close(60_000);
});

test('a port that is taken is an error at the start', async () => {
  const door = await listen(here, () => new Response());
  await assert.rejects(
    listen({ ...here, port: door.port }, () => new Response()),
    { code: 'EADDRINUSE' },
  );
  await door.close(0);
});

test('guests are counted by the line’s address; behind a proxy by the last address that it wrote', () => {
  const headers = { 'x-forwarded-for': '6.6.6.6, 203.0.113.7' };
  const asked = new Request('http://desk.test/', { headers });
  const bare = new Request('http://desk.test/');
  const [direct, proxied] = [new Clients(false), new Clients(true)];
  for (const clients of [direct, proxied]) for (const request of [asked, bare]) clients.note(request, '192.0.2.1');
  assert.deepEqual([direct.of(asked), proxied.of(asked), proxied.of(bare)], ['192.0.2.1', '203.0.113.7', '192.0.2.1']);
  assert.equal(direct.of(new Request('http://desk.test/')), undefined);
});
