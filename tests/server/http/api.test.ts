import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, test } from 'node:test';
import { routes, wireErrors } from '@keting/runtime/wire';
import * as z from 'zod';
import { launchBrowser } from '../../../scripts/browser.ts';
import { contexts, straightWay } from '../../runtime/desk/small-place.ts';
import { served } from './served.ts';

const schema = z.record(z.string(), z.unknown());
const operation = z.strictObject({
  operationId: z.string(),
  summary: z.string().min(1),
  parameters: z.array(
    z.strictObject({
      name: z.string(),
      in: z.enum(['path', 'query', 'header']),
      required: z.boolean().optional(),
      description: z.string().optional(),
      schema,
    }),
  ),
  requestBody: z
    .strictObject({ required: z.literal(true), content: z.record(z.string(), z.object({}).loose()) })
    .optional(),
  responses: z.record(
    z.string().regex(/^[1-5]\d\d$/),
    z.strictObject({ description: z.string().min(1), content: z.record(z.string(), z.strictObject({ schema })) }),
  ),
});
/** What the specification of OpenAPI 3.1 asks of a document, as far as ours makes use of it. */
const openApi = z.strictObject({
  openapi: z.literal('3.1.0'),
  info: z.object({ title: z.string(), version: z.string() }).loose(),
  servers: z.array(z.strictObject({ url: z.string() })),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  paths: z.record(z.string().startsWith('/'), z.partialRecord(z.enum(['get', 'put', 'post']), operation)),
  components: z.strictObject({
    schemas: z.record(z.string().regex(/^[\w.-]+$/), schema),
    securitySchemes: z.record(z.string(), schema),
  }),
});

const all = served();
after(() => all.app.close());
const document = async () => openApi.parse(await (await all.ask('/openapi.json', { as: 'clerk' })).json());

test('[ALL-01] given the document, then it has every way, and no other', async () => {
  const { paths } = await document();
  const written = Object.entries(paths).flatMap(([path, ways]) =>
    Object.keys(ways).map((method) => `${method} ${path}`),
  );
  const expected = Object.values(routes).map(
    ({ method, path }) => `${method.toLowerCase()} ${path.replace(/:(\w+)/, '{$1}')}`,
  );
  assert.deepEqual(written.sort(), expected.sort());
  for (const [path, ways] of Object.entries(paths)) {
    for (const { parameters, responses } of Object.values(ways)) {
      const named = parameters.filter((one) => one.in === 'path').map(({ name }) => `{${name}}`);
      assert.deepEqual(named, path.match(/\{\w+\}/g) ?? []);
      assert.deepEqual(new Set(Object.keys(responses)), new Set(['200', ...Object.values(wireErrors).map(String)]));
    }
  }
});

/** Every reference in a document. */
function* referencesIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, one] of Object.entries(value)) {
    if (key === '$ref' && typeof one === 'string') yield one;
    else yield* referencesIn(one);
  }
}

test('[ALL-01] given the document, then every reference leads somewhere, and every schema is led to', async () => {
  const { components, paths } = await document();
  const known = Object.keys(components.schemas).map((name) => `#/components/schemas/${name}`);
  const led = new Set(referencesIn({ paths, components }));
  for (const reference of led) assert.ok(known.includes(reference), reference);
  // The data of a live event is told in words.
  assert.deepEqual(
    known.filter((one) => !led.has(one)),
    [],
  );
});

test('[ALL-01] given the document, then it has every command of the contexts, and commands that are sent fit', async () => {
  const { components } = await document();
  const types = contexts.flatMap(({ commands }) => Object.keys(commands));
  const { discriminator, oneOf } = z
    .object({ oneOf: z.array(schema), discriminator: z.object({ mapping: z.record(z.string(), z.string()) }) })
    .parse(components.schemas['Command']);
  assert.deepEqual(Object.keys(discriminator.mapping), types);
  assert.equal(oneOf.length, types.length);
  for (const [, command] of straightWay('c1')) {
    const name = discriminator.mapping[command.type]?.split('/').at(-1) ?? '';
    const { properties } = z
      .object({ properties: z.object({ type: schema, data: schema }) })
      .parse(components.schemas[name]);
    assert.deepEqual(properties.type, { const: command.type });
    const reader = z.fromJSONSchema(properties.data);
    assert.ok(reader.safeParse(command.data).success, command.type);
    assert.ok(!reader.safeParse({ ...command.data, case: 7 }).success, command.type);
  }
});

test('[ALL-01] given the document, then it says with what codes is refused', async () => {
  const text = JSON.stringify(await document());
  for (const code of ['not-permitted', 'claim-taken', 'attachment-type', ...Object.keys(wireErrors)]) {
    assert.ok(text.includes(code), code);
  }
});

/** The app on a port, with everybody signed in as a clerk. */
async function listening() {
  const server = createServer((request, answer) => {
    const asked = new Request(`http://localhost${request.url ?? '/'}`, { headers: { 'x-who': 'clerk' } });
    void all.app.fetch(asked).then((response) => {
      answer.writeHead(response.status, Object.fromEntries(response.headers));
      void response.bytes().then((bytes) => answer.end(bytes));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  return { address: `http://127.0.0.1:${address.port}/keting/v1`, close: () => server.close() };
}

test('[ALL-01] given the page of the document in a browser, then it shows every way under a strict policy, which it does not break', async (t) => {
  const { address, close } = await listening();
  const browser = await launchBrowser();
  t.after(async () => {
    await browser.close();
    close();
  });
  const page = await browser.newPage();
  const wrong: string[] = [];
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on(
    'request',
    (request) => request.url().startsWith(address) || request.url().startsWith('data:') || wrong.push(request.url()),
  );
  const answer = await page.goto(`${address}/docs`);
  const policy = answer?.headers()['content-security-policy'] ?? '';
  assert.match(policy, /default-src 'self'/);
  assert.match(policy, /style-src 'self'(;|$)/);
  assert.doesNotMatch(policy, /unsafe/);
  await page.locator('.opblock').first().waitFor();
  assert.equal(await page.locator('.opblock').count(), Object.keys(routes).length);
  await page.locator('.opblock', { hasText: '/commands' }).first().click();
  await page.locator('.opblock-body').first().waitFor();
  assert.deepEqual(wrong, []);
});
