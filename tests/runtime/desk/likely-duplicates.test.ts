import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caseId, duplicatesOfCase } from '@keting/domain';
import type { LocalDesk } from '@keting/runtime';
import { grids, report, smallDesk, smallModel } from './small-place.ts';

const model = {
  ...smallModel,
  cases: { ...smallModel.cases, duplicates: { metres: 100, hours: 24, source: 'ours' } },
};
const hour = 3_600_000;
const at = (longitude: number) => ({ place: { position: [longitude, 28], system: 'WGS-84' } });

const told = async (desk: LocalDesk, id: string) => {
  const answer = await desk.ask(duplicatesOfCase, { case: caseId.parse(id) });
  return answer.ok ? answer.rows.map((row) => row.case) : answer.refusal.code;
};

test('[CASE-04] given a busy day, then the report of the same matter is suggested, however many came between', async () => {
  const { as, clock } = smallDesk({ model });
  const reporting = async (id: string, longitude: number) => {
    assert.ok((await as('reporter').send(report(id, at(longitude)))).ok);
  };
  await reporting('next-door', 100.5005);
  for (let i = 0; i < 210; i += 1) await reporting(`far-${i}`, 100.6 + i / 1000);
  clock.reach(clock.time + hour);
  await reporting('here', 100.5);
  await reporting('beside', 100.5001);
  assert.deepEqual(await told(as('clerk'), 'here'), ['beside', 'next-door'], 'the nearest first');
  clock.reach(clock.time + 24 * hour);
  await reporting('a-day-later', 100.5);
  assert.deepEqual(await told(as('clerk'), 'here'), ['a-day-later', 'beside', 'next-door']);
  assert.deepEqual(await told(as('clerk'), 'a-day-later'), ['here', 'beside'], 'the first is longer ago than a day');
});

test('[CASE-04] what has ended is no duplicate, and none is sought where the model has no rule for it', async () => {
  const { as } = smallDesk({ model });
  for (const id of ['one', 'gone', 'two']) await as('reporter').send(report(id));
  await as('reporter').send({ type: 'WithdrawCase', data: { case: 'gone' } });
  assert.deepEqual(await told(as('clerk'), 'one'), ['two']);
  const without = smallDesk();
  for (const id of ['one', 'two']) await without.as('reporter').send(report(id));
  assert.deepEqual(await told(without.as('clerk'), 'one'), []);
});

test('[CASE-04] [ALL-01] whoever may not see a case is told of no duplicates of it, and of none that they may not see', async () => {
  const { as } = smallDesk({ model });
  for (const id of ['one', 'two']) await as('reporter').send(report(id, { place: { grid: grids[1] } }));
  assert.equal(await told(as('stranger'), 'one'), 'not-found');
  await as('another').send(report('theirs', { place: { grid: grids[1] } }));
  assert.equal(
    await told(as('another'), 'theirs'),
    'not-permitted',
    'of other people’s reports a reporter learns nothing',
  );
  assert.deepEqual(await told(as('clerk'), 'theirs'), ['one', 'two']);
});
