import { cases } from '@keting/domain';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DeskNames } from '../../../packages/components/src/deliberation-board/desk-names.ts';
import { readDetails } from '../../../packages/components/src/deliberation-board/desk-topics.ts';
import { caseDesk, eraseClerk, grid, mustSend, report } from '../case-page/case-desk.ts';

test('[ALL-02] an erased person is told as erased, whatever a page still calls them; others by their names', async () => {
  const { as, setup } = await caseDesk();
  await eraseClerk({ as, setup });
  const names = new DeskNames(as('officer'));
  await names.learnPeople(['clerk', 'officer', 'nobody']);
  assert.deepEqual(
    (['zh-Hans', 'zh-Hant', 'en'] as const).map((language) => names.person('clerk', language, '陈主任')),
    ['已删除', '已刪除', 'Erased person'],
  );
  assert.equal(names.person('officer', 'en'), '王某某');
  assert.equal(names.person('officer', 'en', '王主任'), '王主任');
  assert.equal(names.person('nobody', 'en'), undefined);
});

test('[ALL-02] among those entitled to a meeting, who has been erased is told as erased', async () => {
  const { as, setup } = await caseDesk();
  await report(as('resident'), 'c1');
  await mustSend(as('clerk'), { type: 'AcceptCase', data: { case: 'c1' } });
  await mustSend(as('clerk'), { type: 'EscalateCase', data: { case: 'c1', reason: '要一起商量' } });
  await setup.settled();
  const [meeting] = (await as('clerk').view(cases, { where: { id: 'c1' }, limit: 1 })).rows.map((row) => row.meeting);
  assert.ok(meeting);
  const namesOf = async () => {
    const { attendance } = await readDetails(as('clerk'), meeting, { language: 'zh-Hans', nameOf: undefined });
    return attendance.map(({ name }) => name).sort();
  };
  assert.deepEqual(await namesOf(), ['张某某', '林某某']);
  const left = { grid, post: 'resident-micro-grid-member', person: 'neighbour', on: '2026-11-19' };
  await mustSend(setup, { type: 'RemoveGridMember', data: left });
  await mustSend(as('neighbour'), { type: 'ErasePerson', data: { person: 'neighbour', ground: 'asked' } });
  assert.deepEqual(await namesOf(), ['已删除', '林某某']);
});

test('[ALL-02] a list that is read again while names are on their way waits for them too', async () => {
  const { as } = await caseDesk();
  await report(as('resident'), 'c1');
  const names = new DeskNames(as('clerk'));
  const first = names.learnCases(['c1']);
  await names.learnCases(['c1']);
  assert.notEqual(names.of('c1'), undefined);
  await first;
});

test('[ALL-02] names that nobody could tell are asked for again at the next reading, and only those', async () => {
  const { as } = await caseDesk();
  await report(as('resident'), 'c1');
  const clerk = as('clerk');
  let asked = 0;
  let broken = true;
  const names = new DeskNames({
    ...clerk,
    view: (view, query) => {
      asked += 1;
      return broken ? Promise.reject(new Error('the line is down')) : clerk.view(view, query);
    },
  });
  await names.learnCases(['c1']);
  assert.equal(names.of('c1'), undefined);
  broken = false;
  await names.learnCases(['c1']);
  assert.notEqual(names.of('c1'), undefined);
  await names.learnCases(['c1']);
  assert.equal(asked, 2);
});
