import { anonymous, person, personId } from '@keting/domain';
import { luqiao } from '@keting/models';
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { runCommandLine } from '../../../packages/server/src/running/command-line.ts';
import { calendar } from '../../../packages/server/src/running/calendar.ts';
import { demoSignIn } from '../../../packages/server/src/running/demo-sign-in.ts';
import { loadModel } from '../../../packages/server/src/running/load-model.ts';
import { newFolder } from '../files/files-kit.ts';
import { newDataFolder } from './running-server.ts';

const found = (unit: string, kind: string) => ({
  type: 'FoundUnit',
  data: { unit, kind, name: unit, territories: ['331004'] },
});

async function loaded(...commands: readonly object[]) {
  const file = join(await newFolder(), 'commands.jsonl');
  await writeFile(file, commands.map((command) => `${JSON.stringify(command)}\n`).join(''));
  const said: string[] = [];
  const say = (text: string) => said.push(text);
  const env = { DATA_FOLDER: await newDataFolder() };
  const run = async () => ({
    code: await runCommandLine(['load', file], { env, out: say, err: say }),
    said: said.splice(0).join(''),
  });
  return run;
}

test('loading stops at the first command that is refused, and says which and why', async () => {
  const run = await loaded(found('district', 'district-committee'), found('x', 'made-up'), found('y', 'made-up'));
  const { code, said } = await run();
  assert.equal(code, 1);
  assert.match(said, /^command 2 \(FoundUnit\) is refused: \{"code":"kind-unknown"/);
});

test('a command with an id is carried out once, however often its file is loaded', async () => {
  const id = '01930000-0000-7000-8000-000000000001';
  const run = await loaded({ ...found('district', 'district-committee'), id });
  for (const _ of [1, 2]) assert.deepEqual(await run(), { code: 0, said: '1 commands carried out\n' });
});

test('[ALL-03] what began under one model goes on when the district is served under another, which is for what begins then', async () => {
  const folder = await newFolder();
  const DATA_FOLDER = await newDataFolder();
  const may = {
    do: ['see:bulletins', 'PublishBulletin', 'WithdrawBulletin'],
    by: [{ process: 'setup' }],
    where: 'everywhere',
  };
  const first = { ...luqiao, permissions: [...luqiao.permissions, may] };
  const second = {
    ...first,
    version: 'the-next',
    posts: [...luqiao.posts, { ...luqiao.posts[0], id: 'herald', kinds: ['district-committee'] }],
  };
  const under = async (model: unknown, ...commands: readonly object[]) => {
    const [file, MODEL] = [join(folder, 'commands.jsonl'), join(folder, 'model.json')];
    await writeFile(file, commands.map((command) => `${JSON.stringify(command)}\n`).join(''));
    await writeFile(MODEL, JSON.stringify(model));
    const said: string[] = [];
    const say = (text: string) => said.push(text);
    await runCommandLine(['load', file], { env: { DATA_FOLDER, MODEL }, out: say, err: say });
    return said.join('');
  };
  const herald = {
    type: 'AppointHolder',
    data: { unit: 'district', post: 'herald', person: 'p1', from: '2026-01-01' },
  };
  const bulletin = { bulletin: 'b1', unit: 'district', territory: '331004', title: 'x', text: 'y' };
  const publish = { type: 'PublishBulletin', data: bulletin };
  const withdraw = { type: 'WithdrawBulletin', data: { bulletin: 'b1', reason: 'over' } };
  const district = found('district', 'district-committee');
  const founded = { ...district, data: { ...district.data, on: '2020-01-01' } };
  assert.equal(await under(first, founded, publish), '2 commands carried out\n');
  assert.match(await under(first, herald), /post-unknown/);
  assert.equal(await under(second, withdraw, herald), '2 commands carried out\n');
});

test('a model is found by its name, or read from a JSON file; one at fault is refused with its faults', async () => {
  assert.equal((await loadModel('luqiao')).id, 'luqiao');
  const file = join(await newFolder(), 'model.json');
  await writeFile(file, JSON.stringify({ ...luqiao, id: 'of-our-own' }));
  assert.equal((await loadModel(file)).id, 'of-our-own');
  await writeFile(file, JSON.stringify({ ...luqiao, workingTime: 'always' }));
  await assert.rejects(loadModel(file), /is at fault:\n {2}\{.*workingTime/);
  await assert.rejects(loadModel('sampleDivisions'), { name: 'ModelError' });
});

test('working days are those of the yearly notices; a year without one is unpublished', () => {
  assert.equal(calendar.day('2026-02-16'), 'off');
  assert.equal(calendar.day('2026-02-14'), 'working');
  assert.equal(calendar.day('2026-03-02'), 'working');
  assert.equal(calendar.day('2031-03-03'), 'unpublished');
});

test('the sign-in of demonstrations believes anyone who is a person, and nobody who is not', async () => {
  const by = (authorization?: string) =>
    demoSignIn(new Request('http://desk.test/', authorization === undefined ? {} : { headers: { authorization } }));
  assert.deepEqual(await by('Demo resident-1'), { actor: person(personId.parse('resident-1')) });
  assert.deepEqual(await by(), { actor: anonymous });
  for (const wrong of ['Demo', 'Demo a b', 'Bearer resident-1', 'Demo ../x'])
    assert.equal(await by(wrong), undefined, wrong);
});
