import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { format } from 'prettier';
import { settings } from '../../../packages/server/src/running/settings.ts';
import { root } from '../../../scripts/workspace.ts';

const read = (name: string): string => readFileSync(join(root, 'packages/server', name), 'utf8');
const dockerfile = read('Dockerfile');
const compose = read('compose.yaml');

/** What the lines of one kind say, as `COPY` or `FROM`. */
const linesOf = (kind: string): readonly string[] =>
  [...dockerfile.matchAll(new RegExp(`^${kind} (.*)$`, 'gm'))].flatMap(([, rest]) => rest ?? []);

const isSetting = (name: string): boolean => name.replace(/_FILE$/, '') in settings.shape;

test('every path that the image copies from the workspace is there', () => {
  const sources = linesOf('COPY')
    .filter((line) => !line.startsWith('--from='))
    .flatMap((line) => line.split(' ').slice(0, -1));
  assert.ok(sources.length > 10);
  assert.deepEqual(
    sources.filter((source) => !existsSync(join(root, source))),
    [],
  );
});

test('what one stage copies from another, that stage has', () => {
  const stages = linesOf('FROM').map((line) => / AS (\w+)$/.exec(line)?.[1]);
  for (const [, stage] of dockerfile.matchAll(/^COPY --from=(\w+) /gm)) assert.ok(stages.includes(stage), stage);
});

test('the libraries are installed from the manifests of all packages of the workspace', () => {
  for (const manifest of globSync('{packages,examples}/*/package.json', { cwd: root }))
    assert.ok(
      linesOf('COPY').some((line) => line.startsWith(manifest)),
      manifest,
    );
});

test('every package that the server stands on is in the image as it is built', () => {
  const { dependencies } = JSON.parse(read('package.json')) as { readonly dependencies: Record<string, string> };
  const ours = Object.keys(dependencies).filter((name) => name.startsWith('@keting/'));
  for (const name of [...ours, '@keting/server']) {
    const dist = `packages/${name.slice('@keting/'.length)}/dist`;
    assert.ok(dockerfile.includes(`COPY --from=build /keting/${dist} ${dist}\n`), name);
  }
});

test('the image runs as nobody in particular, and is looked at on the operations port', () => {
  assert.deepEqual(linesOf('USER'), ['node']);
  assert.match(dockerfile, /^HEALTHCHECK [\s\S]*OPERATIONS_PORT \+ '\/health'/m);
});

test('the composition is YAML, and names no variable that the server does not read', async () => {
  await format(compose, { parser: 'yaml' });
  const [, environment = ''] = /\n {2}server:[\s\S]*?\n {4}environment:\n((?: {6}.*\n)+)/.exec(compose) ?? [];
  const names = [...environment.matchAll(/^ {6}(\w+):/gm)].flatMap(([, name]) => name ?? []);
  assert.ok(names.length > 5);
  assert.deepEqual(
    names.filter((name) => !isSetting(name)),
    [],
  );
});

test('no password stands in the composition or the image, and none is there by default', () => {
  const lines = `${compose}\n${dockerfile}`.split('\n').filter((line) => !line.startsWith('#'));
  const telling = lines.filter((line) => /(password|secret|token|url)\w*[:=] *\S/i.test(line));
  assert.deepEqual(
    telling.filter((line) => !/_FILE: \/run\/secrets\/|\$\{SECRETS:\?/.test(line)),
    [],
  );
});
