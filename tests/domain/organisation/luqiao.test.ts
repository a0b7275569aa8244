import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditCoverage, rotaOf } from '@keting/domain';
import { plainCalendar } from '@keting/domain/testing';
import { luqiao } from '@keting/models';

test('[ORG-06] [ORG-08] Luqiao audits its markets and larger firms, and its joint committees have a calendar', () => {
  assert.deepEqual(
    auditCoverage(luqiao, []).map(({ target }) => target),
    ['market-organisations', 'firm-organisations', 'village-committees'],
  );
  const unit = { id: 'joint', kind: 'joint-party-committee', holders: [{ person: 'p1', post: 'deputy' }] };
  const entries = rotaOf(luqiao, { unit, year: 2018, calendar: plainCalendar });
  const count = (rule: string) => entries.filter((entry) => entry.rule === rule).length;
  assert.deepEqual(
    ['weekly-duty', 'monthly-meeting', 'quarterly-activity', 'yearly-report'].map(count),
    [53, 12, 4, 1],
  );
});
