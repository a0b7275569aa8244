import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { createMetrics } from '../../../packages/server/src/running/metrics.ts';
import {
  aboutSetting,
  settingNames,
  settings,
  type SettingName,
} from '../../../packages/server/src/running/settings.ts';
import { root } from '../../../scripts/workspace.ts';

const running = readFileSync(join(root, 'docs/running.md'), 'utf8');
const security = readFileSync(join(root, 'docs/security.md'), 'utf8');

/** The cells of a table's rows, without its head. */
const rowsOf = (table: string): readonly (readonly string[])[] =>
  table
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim()),
    );

const code = (text: string): string => (text === '' ? '' : `\`${text}\``);

/** What a variable is where it is not set, as the page says it. */
function standard(name: SettingName): string {
  const value = settings.parse({})[name];
  return value === undefined || typeof value === 'object' ? '' : code(String(value));
}

function rowOf(name: SettingName): readonly string[] {
  const { about, example, secret } = aboutSetting(name);
  return [code(name), `${about}${secret === true ? ' (secret)' : ''}`, standard(name), code(example)];
}

test('the page on running tells of every variable as the server reads it', () => {
  const table = running.slice(running.indexOf('<!-- settings -->'), running.indexOf('<!-- /settings -->'));
  assert.deepEqual(rowsOf(table), settingNames.map(rowOf));
});

test('the page on running tells of every metric', async () => {
  const metrics = await createMetrics(() => 0).text();
  const names = [...metrics.matchAll(/^# TYPE (keting_\w+) /gm)].flatMap(([, name]) => name ?? []);
  assert.ok(names.length > 5);
  assert.deepEqual(
    names.filter((name) => !running.includes(`\`${name}\``)),
    [],
  );
});

test('every test that the page on security points to is there', () => {
  const named = [...security.matchAll(/`((?:server|runtime|domain)\/[\w/-]+)`/g)].flatMap(([, path]) => path ?? []);
  assert.ok(named.length > 20);
  assert.deepEqual(
    named.filter((path) => !existsSync(join(root, 'tests', `${path}.test.ts`))),
    [],
  );
});
