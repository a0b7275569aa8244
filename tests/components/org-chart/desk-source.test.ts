import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DeskSource, type SourceState } from '../../../packages/components/src/org-chart/desk-source.ts';
import { caseDesk, eraseClerk } from '../case-page/case-desk.ts';

/** What a chart shows of who held the living room's posts on a day when they all were held. */
const peopleOf = (source: DeskSource, state: SourceState): readonly string[] => {
  if (state.status !== 'ready') return [];
  const room = source.worded(state.organisation, '2026-06-01', 'zh-Hans').find(({ id }) => id === 'living-room');
  return (room?.people ?? []).map(({ name }) => name);
};

test('[ALL-02] a chart of an earlier day names nobody who has been erased since, and learns of it by itself', async () => {
  const { as, setup } = await caseDesk();
  const seen: (readonly string[])[] = [];
  const erased = new Promise<void>((done) => {
    const source = new DeskSource(as('officer'), (state) => {
      const people = peopleOf(source, state);
      seen.push(people);
      if (people.includes('已删除')) {
        source.stop();
        done();
      } else if (seen.length === 1) void eraseClerk({ as, setup });
    });
  });
  await erased;
  assert.deepEqual(seen[0], ['陈某某']);
  assert.deepEqual(seen[seen.length - 1], ['已删除']);
});
