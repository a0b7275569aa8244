import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { caseCommands, caseCommandSpecs, caseContext } from '@keting/domain';
import { luqiao } from '@keting/models';
import type { Desk, Offer } from '@keting/runtime';
import {
  actionFields,
  actionsOf,
  dataOf,
  faultsIn,
  proposed,
  ruleOf,
} from '../../../packages/components/src/case-page/actions.ts';
import { eventText } from '../../../packages/components/src/base/event-text.ts';
import { casePageTexts } from '../../../packages/components/src/case-page/case-page.texts.ts';
import { pageCase } from '../../../packages/components/src/case-page/page-case.ts';
import { progressOf } from '../../../packages/components/src/case-page/progress.ts';
import { caseDesk, mustSend, reportRubbish, sanitation } from './case-desk.ts';

const may = (type: string, draft: Readonly<Record<string, unknown>> = {}): Offer => ({ type, draft, allowed: true });

describe('the steps that a page can take', () => {
  test('[CASE-04] are those of the domain that a person takes; merging and what a meeting does are taken elsewhere', () => {
    const elsewhere = ['MergeCase', 'SettleCase', 'ReferCase'];
    assert.deepEqual(Object.keys(actionFields).sort(), caseCommands.filter((name) => !elsewhere.includes(name)).sort());
  });

  test('[CASE-04] the step that leads on comes first, what may not be done now stands apart', () => {
    const refusal = { code: 'wrong-stage', rule: 'CASE-04', ids: [], params: {} };
    const { open, closed } = actionsOf([
      may('VoidCase'),
      { ...may('ReplyCase'), allowed: false, refusal },
      may('ContactReporter'),
      may('HandleCase'),
      may('SomethingElse'),
    ]);
    assert.deepEqual(
      open.map(({ type }) => type),
      ['HandleCase', 'ContactReporter', 'VoidCase'],
    );
    assert.deepEqual(
      closed.map(({ type }) => type),
      ['ReplyCase'],
    );
  });

  test('[CASE-04] each asks for all that its schema requires: empty texts are faults, filled ones pass', () => {
    for (const { type, fields, offer } of actionsOf(Object.keys(actionFields).map((name) => may(name))).open) {
      const filled = Object.fromEntries(
        fields.flatMap(({ kind, name }) =>
          kind === 'photos' ? [] : [[name, kind === 'text' ? '事出有因' : 'some-key']],
        ),
      );
      assert.deepEqual(faultsIn(type, dataOf({ type, fields, offer }, 'c1', filled), luqiao), [], type);
      const required = fields.flatMap((field) => (field.kind === 'text' && field.required ? [field.name] : []));
      const missing = faultsIn(
        type,
        dataOf({ type, fields, offer }, 'c1', { ...filled, reason: '', note: ' ', result: '', reply: '' }),
        luqiao,
      );
      assert.deepEqual(
        missing.map(({ path }) => path),
        required,
        type,
      );
    }
  });

  test('[CASE-03] begins with what the desk proposes, never with its placeholder for a text', () => {
    const unwritten = { content: 'unwritten', commitment: '0' };
    const [dispatch] = actionsOf([may('DispatchCase', { handler: 'department-municipal', reason: unwritten })]).open;
    assert.deepEqual(dispatch && proposed(dispatch), { handler: 'department-municipal' });
  });

  test('[CASE-03] a handler is explained by the rule that the domain chose it by', async () => {
    const ruleOn = async (desk: Desk, type: string) => {
      const [offers = []] = await desk.offers(['case/c1']);
      const action = actionsOf(offers).open.find((one) => one.type === type);
      assert.ok(action);
      return [action.offer.draft['handler'], ruleOf(action, luqiao)?.id];
    };
    for (const [more, handler, rule] of [
      [[], 'living-room', 'by-living-room'],
      [[sanitation], 'department-sanitation', 'by-sanitation'],
    ] as const) {
      const { as } = await caseDesk(more);
      await reportRubbish(as('resident'), 'c1');
      await mustSend(as('clerk'), { type: 'AcceptCase', data: { case: 'c1' } });
      assert.deepEqual(await ruleOn(as('clerk'), 'DispatchCase'), [handler, rule]);
      await mustSend(as('clerk'), { type: 'DispatchCase', data: { case: 'c1', handler } });
      const [over, none] = await ruleOn(as('clerk'), 'ReassignCase');
      assert.notEqual(over, handler);
      assert.equal(none, undefined, 'whom no rule chose, none explains');
      await mustSend(as('clerk'), {
        type: 'ReassignCase',
        data: { case: 'c1', handler: 'department-municipal', reason: '先由市政协助清运' },
      });
      assert.deepEqual(await ruleOn(as('clerk'), 'ReassignCase'), [handler, rule], 'back to the proposal');
    }
  });

  test('[ALL-04] every step and every event has its words in each language', () => {
    for (const { does } of Object.values(casePageTexts)) {
      for (const type of Object.keys(actionFields)) assert.ok(type in does && type in caseCommandSpecs);
    }
    for (const language of ['zh-Hans', 'zh-Hant', 'en'] as const) {
      for (const type of Object.keys(caseContext.events)) assert.ok(eventText(type, language), type);
    }
  });
});

describe('where a case stands', () => {
  const states = (stage: string) => progressOf(luqiao, stage, 'zh-Hans').map(({ state }) => state);

  test('[CASE-04] on the four steps of the account', () => {
    assert.deepEqual(states('collected'), ['present', 'ahead', 'ahead', 'ahead']);
    assert.deepEqual(states('handling'), ['past', 'past', 'present', 'ahead']);
    assert.deepEqual(states('replied'), ['past', 'past', 'past', 'past']);
  });

  test('[CASE-04] one that ended by the way has nothing under way', () => {
    assert.deepEqual(states('declined'), ['past', 'ahead', 'ahead', 'ahead']);
  });
});

test('[ALL-02] what was erased is not there, and a content that is no JSON does no harm', () => {
  const ref = (content: string) => ({ content, commitment: '0'.repeat(64) });
  const row = {
    id: 'c1',
    class: 'manhole-cover',
    grade: 'prompt',
    stage: 'collected',
    grid: 'g',
    day: '2026-11-20',
    mode: 'named',
    photos: [],
    reportedAt: 0,
    changedAt: 0,
    due: 0,
    light: 'none',
    text: ref('t'),
    fields: ref('f'),
    contact: ref('c'),
  } as const;
  const erased = pageCase({ ...row, photos: [] }, {});
  assert.equal(erased.text, undefined);
  assert.equal(erased.contact, undefined);
  const broken = pageCase({ ...row, photos: [] }, { t: '井盖', f: '{', c: '{"name":"林某某","phone":3}' });
  assert.equal(broken.text, '井盖');
  assert.equal(broken.answers, undefined);
  assert.deepEqual(broken.contact, { name: '林某某' });
});
