import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { jwtSignIn, trustedHeaderSignIn, type Authenticate } from '@keting/server';
import { audience, issuer, keySet, publicToken, secret, token, unsigned } from './tokens.ts';

const bearer = (value: string): Request =>
  new Request('http://desk.test/', { headers: { authorization: `Bearer ${value}` } });
const named = async (signIn: Authenticate, value: string): Promise<unknown> => (await signIn(bearer(value)))?.actor;

const clerk = { kind: 'person', person: 'clerk' };
const common = { issuer, audience };
const shared = jwtSignIn({ ...common, keys: { secret }, algorithms: ['HS256'] });
const seconds = (from: number): number => Math.floor(Date.now() / 1000) + from;

test('[ALL-01] given a token that holds, then it is the person that it names, until it ends', async () => {
  const exp = seconds(60);
  assert.deepEqual(await shared(bearer(token({ exp }))), { actor: clerk, expires: (exp + 30) * 1000 });
  assert.deepEqual(await named(shared, token({ sub: undefined, guest: true })), { kind: 'anonymous' });
  assert.deepEqual(await named(shared, token({ exp: seconds(-20) })), clerk, 'clocks may differ');
});

const refused: Readonly<Record<string, string>> = {
  'forged signature': token({}, {}, 'another secret of thirty-two chars!'),
  'nobody signed it': unsigned(),
  'nobody signed it, in other letters': token({}, { alg: 'nOnE' }),
  'another algorithm': token({}, { alg: 'HS512' }),
  expired: token({ exp: seconds(-40) }),
  'never ends': token({ exp: undefined }),
  'not yet': token({ nbf: seconds(100) }),
  'for another district': token({ aud: 'keting/990102' }),
  'for nobody': token({ aud: undefined }),
  'of another issuer': token({ iss: 'https://else.test' }),
  'names nobody': token({ sub: undefined }),
  'names what is no id': token({ sub: '../clerk' }),
  'names a list': token({ sub: ['clerk'] }),
  'guest by another word': token({ guest: 'true', sub: undefined }),
  'no token': 'x',
  nothing: '',
  'critical header': token({}, { crit: ['exp'] }),
};

for (const [why, value] of Object.entries(refused)) {
  test(`[ALL-01] given a token: ${why}, then it is nobody`, async () => {
    assert.equal(await shared(bearer(value)), undefined);
  });
}

test('[ALL-01] given public keys, then what their owner signed holds, and nothing that is signed with the public part', async () => {
  const signIn = jwtSignIn({ ...common, keys: { keySet }, algorithms: ['EdDSA'] });
  assert.deepEqual(await named(signIn, publicToken()), clerk);
  assert.equal(await named(signIn, token({}, {}, JSON.stringify(keySet.keys[0]))), undefined);
  assert.equal(await named(signIn, publicToken({ aud: 'keting/990102' })), undefined);
});

test('[ALL-01] given keys at an address, then they are fetched; where it does not answer, nobody can tell who asks', async (t) => {
  const answers = { with: JSON.stringify(keySet), status: 200 };
  const server = createServer((_request, answer) => answer.writeHead(answers.status).end(answers.with));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const keySetUrl = `http://127.0.0.1:${port ?? 0}/keys`;
  const signIn = () => jwtSignIn({ ...common, keys: { keySetUrl }, algorithms: ['EdDSA'] });
  assert.deepEqual(await named(signIn(), publicToken()), clerk);
  answers.status = 500;
  await assert.rejects(named(signIn(), publicToken()));
  server.close();
  server.closeAllConnections();
  await assert.rejects(named(signIn(), publicToken()));
});

test('[ALL-01] given a configuration under which tokens could be forged, then there is no server', () => {
  const wrong = [
    { keys: { secret }, algorithms: ['none'] },
    { keys: { secret }, algorithms: [] },
    { keys: { secret }, algorithms: ['EdDSA'] },
    { keys: { keySet }, algorithms: ['EdDSA', 'HS256'] },
    { keys: { secret: 'short' }, algorithms: ['HS256'] },
  ];
  for (const one of wrong)
    assert.throws(() => jwtSignIn({ ...common, ...one }), TypeError, JSON.stringify(one.algorithms));
  assert.throws(
    () => trustedHeaderSignIn({ person: 'x-person', secretHeader: 'x-secret', secret: 'short' }),
    TypeError,
  );
});

test('[ALL-01] given a gateway, then it is believed by its secret alone', async () => {
  const options = { person: 'x-person', secretHeader: 'x-secret', secret };
  const who = async (headers: Record<string, string>, guests = false) =>
    (await trustedHeaderSignIn({ ...options, guests })(new Request('http://desk.test/', { headers })))?.actor;
  assert.deepEqual(await who({ 'x-person': 'clerk', 'x-secret': secret }), clerk);
  assert.equal(await who({ 'x-person': 'clerk' }), undefined);
  assert.equal(await who({ 'x-person': 'clerk', 'x-secret': `${secret}x` }), undefined);
  assert.equal(await who({ 'x-secret': secret }), undefined);
  assert.deepEqual(await who({ 'x-secret': secret }, true), { kind: 'anonymous' });
  assert.equal(await who({}, true), undefined);
  for (const person of ['', 'a b', '../clerk', 'clerk, handler']) {
    assert.equal(await who({ 'x-person': person, 'x-secret': secret }, true), undefined, person);
  }
});
