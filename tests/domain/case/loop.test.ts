import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  anonymous,
  caseId,
  caseOf,
  caseStages,
  process as processActor,
  type CaseEvent,
  type GovernanceModel,
  type Permission,
} from '@keting/domain';
import { sampleModel, sealed } from '@keting/domain/testing';
import { aCase, grid, happened, happenedAfter, inStage, report, step, wayTo, type CaseGiven } from './small-case.ts';

const escalation = processActor('escalation');

test('[CASE-03] a case is given to a unit whose kind handles cases, and to no other', () => {
  inStage('accepted')
    .when(step('DispatchCase', { handler: 'street', reason: 'it is theirs' }))
    .refuses('handler-unfit', { ids: ['street'] });
  inStage('dispatched')
    .when(step('ReassignCase', { handler: 'street' }))
    .refuses('handler-unfit', { ids: ['street'] });
  inStage('escalated')
    .by(escalation)
    .when(step('ReferCase', { handler: 'street' }))
    .refuses('handler-unfit', { ids: ['street'] });
});

test('[CASE-03] where handling needs no post in a unit, a case may be given to any', () => {
  const base = sampleModel();
  const others = base.permissions.map((one) => ({ ...one, do: one.do.filter((it) => it !== 'HandleCase') }));
  const granted = (by: Permission['by'][number]): GovernanceModel => ({
    ...base,
    permissions: [...others, { do: ['HandleCase'], by: [by], where: 'everywhere' }],
  });
  const give = (model: GovernanceModel) =>
    inStage('accepted')
      .under(model)
      .when(step('DispatchCase', { handler: 'street', reason: 'it is theirs' }));
  for (const by of ['anyone', 'signed-in', { post: 'grid-officer' }] as const) {
    give(granted(by)).then({ type: 'CaseDispatched', data: { handler: 'street' } });
  }
  give(granted({ process: 'clock' })).refuses('handler-unfit');
});

test('[CASE-03] the proposed handler is explained by the rule that chose it', () => {
  inStage('accepted')
    .when(step('DispatchCase', { handler: 'council' }))
    .then({ type: 'CaseDispatched', data: { handler: 'council', rule: 'rest-to-community', turn: 'council' } });
});

test('[CASE-03] a class belongs to the rule of its group', () => {
  const pothole = happened([report({ class: 'pothole', fields: { depth: 5 } }), step('AcceptCase')]);
  aCase(...pothole)
    .when(step('DispatchCase', { handler: 'office' }))
    .then({ type: 'CaseDispatched', data: { handler: 'office', rule: 'roads-to-office' } });
});

test('[CASE-03] another handler needs a reason, and must exist', () => {
  inStage('accepted')
    .when(step('DispatchCase', { handler: 'office' }))
    .refuses('reason-required', { ids: ['office'], params: { proposed: 'council' } });
  const { events } = inStage('accepted')
    .when(step('DispatchCase', { handler: 'office', reason: 'They know it' }))
    .then({ type: 'CaseDispatched', data: { handler: 'office', reason: sealed('They know it') } });
  assert.ok(events[0] !== undefined && !('rule' in events[0].data), 'no rule is named that was not followed');
  inStage('accepted')
    .when(step('DispatchCase', { handler: 'nobody' }))
    .refuses('handler-unknown', { ids: ['nobody'] });
  inStage('accepted')
    .withAll('unitsOver', () => [])
    .when(step('DispatchCase', { handler: 'office' }))
    .refuses('reason-required', { ids: ['office'], params: { proposed: '' } });
});

test('[CASE-04] collect, dispatch, handle, verify, feed back', () => {
  inStage('accepted')
    .when(step('FileCase'))
    .then({ type: 'CaseFiled', data: { from: 'accepted', turn: 'room' } });
  inStage('dispatched')
    .when(step('StartCase'))
    .then({ type: 'CaseStarted', data: { from: 'dispatched', turn: 'council' } });
  inStage('handling')
    .when(step('HandleCase'))
    .then({ type: 'CaseHandled', data: { result: sealed('Done'), turn: 'room', photos: [] } });
  inStage('handling')
    .when(step('HandleCase', { photos: ['before', 'after'] }))
    .then({ type: 'CaseHandled', data: { photos: ['before', 'after'] } });
  inStage('verifying')
    .when(step('VerifyCase', { note: 'As good as new' }))
    .then({ type: 'CaseVerified', data: { turn: 'room', note: sealed('As good as new') } });
  inStage('closed')
    .when(step('ReplyCase'))
    .then({ type: 'CaseReplied', data: { reply: sealed('Settled') } });
});

test('[CASE-04] every transition that is not in the model is refused, and one that makes no sense whatever the model says', () => {
  const base = sampleModel();
  const transitions = { ...base.cases.transitions, HandleCase: ['collected' as const, 'handling' as const] };
  const { StartCase: _never, ...rest } = transitions;
  const model: GovernanceModel = { ...base, cases: { ...base.cases, transitions: rest } };
  const asked = (stage: Parameters<typeof inStage>[0], type: 'HandleCase' | 'StartCase') =>
    inStage(stage).under(model).when(step(type));
  asked('handling', 'HandleCase').then({ type: 'CaseHandled' });
  asked('dispatched', 'HandleCase').refuses('wrong-stage');
  asked('collected', 'HandleCase').refuses('wrong-stage', {
    ids: ['c1'],
    params: { stage: 'collected', step: 'HandleCase', from: ['collected', 'handling'] },
  });
  asked('dispatched', 'StartCase').refuses('wrong-stage', {
    ids: ['c1'],
    params: { stage: 'dispatched', step: 'StartCase', from: [] },
  });
});

test('[ALL-02] what comes by itself is not the reporter’s, also where nobody knows who that is', () => {
  const unknown = happened([report({ mode: 'anonymous' })]);
  for (const actor of [processActor('clock'), anonymous]) {
    aCase(...unknown)
      .by(actor)
      .when(step('WithdrawCase'))
      .then({ type: 'CaseWithdrawn', data: { byReporter: undefined } });
  }
  inStage('accepted')
    .when(step('WithdrawCase', { reason: 'It is gone' }))
    .then({ type: 'CaseWithdrawn', data: { byReporter: true, reason: sealed('It is gone') } });
});

test('[ALL-02] whoever’s turn it is in the record, it is never a reporter by name', () => {
  for (const event of happened([...wayTo.replied, step('RateCase'), step('UrgeCase')])) {
    if (event.type === 'CaseReported') continue;
    assert.doesNotMatch(JSON.stringify(event.data), /someone/, event.type);
  }
});

test('[CASE-04] starting work does not begin the time anew', () => {
  const past = happened(wayTo.dispatched);
  const limit = aCase(...past).state('case/c1')?.limit;
  assert.ok(limit !== undefined);
  aCase(...past)
    .when(step('StartCase'))
    .then({ type: 'CaseStarted', data: { limit } });
});

test('[CASE-04] a report is declined, voided or withdrawn; the history says why', () => {
  const reason = sealed('Because');
  inStage('collected')
    .when(step('DeclineCase'))
    .then({ type: 'CaseDeclined', data: { from: 'collected', reason } });
  inStage('handling')
    .when(step('VoidCase'))
    .then({ type: 'CaseVoided', data: { from: 'handling', reason } });
  inStage('accepted')
    .when(step('WithdrawCase'))
    .then({ type: 'CaseWithdrawn', data: { from: 'accepted' } });
  inStage('collected')
    .when(step('DeclineCase', { reason: ' ' }))
    .invalid({ path: 'reason', code: 'too-short' });
});

test('[CASE-04] a handler returns a case, another is assigned, a result is sent back', () => {
  inStage('handling')
    .when(step('ReturnCase'))
    .then({ type: 'CaseReturned', data: { from: 'handling', turn: 'room' } });
  inStage('dispatched')
    .when(step('ReassignCase', { handler: 'office' }))
    .then({ type: 'CaseReassigned', data: { handler: 'office', was: 'council', turn: 'office' } });
  inStage('dispatched')
    .when(step('ReassignCase', { handler: 'council' }))
    .refuses('handler-same', { ids: ['council'] });
  inStage('dispatched')
    .when(step('ReassignCase', { handler: 'nobody' }))
    .refuses('handler-unknown');
  inStage('verifying')
    .when(step('ReworkCase'))
    .then({ type: 'CaseReworked', data: { from: 'verifying', turn: 'council' } });
});

test('[CASE-04] a case is urged at any time while it is open', () => {
  inStage('verifying')
    .when(step('UrgeCase'))
    .then({ type: 'CaseUrged', data: { note: sealed('Please') } });
});

test('[CASE-04] the first contact with the reporter is told from later ones', () => {
  inStage('accepted')
    .when(step('ContactReporter'))
    .then({ type: 'ReporterContacted', data: { first: true } });
  aCase(...happened([...wayTo.accepted, step('ContactReporter')]))
    .when(step('ContactReporter'))
    .then({ type: 'ReporterContacted', data: { first: false } });
});

test('[CASE-04] a duplicate is merged into the case that goes on, and that one learns of it', () => {
  inStage('accepted')
    .when(step('MergeCase'))
    .then({ type: 'CaseMerged', data: { into: 'other' } })
    .also({
      type: 'CaseAbsorbed',
      stream: 'case/other',
      data: { other: 'c1', cohort: { grid, class: 'pothole', day: '2026-03-01' } },
    });
  inStage('accepted')
    .when(step('MergeCase', { into: 'c1' }))
    .refuses('merge-with-itself', { ids: ['c1'] });
  inStage('accepted')
    .when(step('MergeCase', { into: 'nowhere' }))
    .refuses('case-unknown', { ids: ['nowhere'] });
});

test('[CASE-04] a duplicate is merged into an open case only: else both would end, and nobody would handle either', () => {
  for (const stage of caseStages) {
    const other = { stage, cohort: { grid, class: 'pothole', day: '2026-03-01' } };
    const asked = inStage('accepted').with(caseOf('other'), other).when(step('MergeCase'));
    const open = ['collected', 'accepted', 'filed', 'dispatched', 'handling', 'verifying', 'escalated', 'suspended'];
    if (open.includes(stage)) asked.then({ type: 'CaseMerged', data: { into: 'other' } });
    else asked.refuses('merge-into-ended', { ids: ['other'], params: { stage } });
  }
});

test('[CASE-04] a case that others were merged into is neither withdrawn nor voided: their matter goes on in it alone', () => {
  const absorbed: CaseEvent = {
    type: 'CaseAbsorbed',
    data: { cohort: { grid, class: 'dispute', day: '2026-03-02' }, other: caseId.parse('c2') },
  };
  for (const type of ['WithdrawCase', 'VoidCase'] as const) {
    aCase(...happened(wayTo.accepted), absorbed)
      .when(step(type))
      .refuses('holds-merged', { ids: ['c1'] });
    // Merged into while it was put aside, and taken up again.
    aCase(...happenedAfter([...happened(wayTo.suspended), absorbed], step('ResumeCase')))
      .when(step(type))
      .refuses('holds-merged', { ids: ['c1'] });
  }
});

test('[CASE-04] what is not there has no steps', () => {
  aCase()
    .when(step('AcceptCase'))
    .refuses('case-unknown', { ids: ['c1'] });
});

const street = { id: 'street', kind: 'street-committee', territories: ['990101001'] };

test('[CASE-06] a case climbs one tier of meetings at a time, each with a meeting of its own', () => {
  inStage('accepted')
    .when(step('EscalateCase'))
    .then({ type: 'CaseEscalated', data: { tier: 'grid-meeting', meeting: 'c1-m1' } });
  inStage('accepted')
    .when(step('EscalateCase', { tier: 'street-meeting' }))
    .then({ type: 'CaseEscalated', data: { tier: 'street-meeting' } });
  inStage('escalated')
    .by(escalation)
    .when(step('EscalateCase'))
    .then({ type: 'CaseEscalated', data: { tier: 'council', meeting: 'c1-m2' } });
  aCase(...happened([...wayTo.accepted, step('EscalateCase', { tier: 'council' })]))
    .by(escalation)
    .when(step('EscalateCase', { tier: 'grid-meeting' }))
    .refuses('meeting-tier-not-next', { ids: ['c1'], params: { tier: 'grid-meeting', current: 'council' } });
  inStage('accepted')
    .when(step('EscalateCase', { tier: 'senate' }))
    .refuses('meeting-tier-unknown', { ids: ['c1'], params: { tier: 'senate' } });
});

test('[CASE-06] a tier that no unit over the place can hold is passed by on the way up, and refused where it is asked for', () => {
  const without = (asked: CaseGiven) =>
    asked.withAll('unitsOver', (kind) => (kind === 'street-committee' ? [street] : []));
  without(inStage('escalated'))
    .by(escalation)
    .when(step('EscalateCase'))
    .then({ type: 'CaseEscalated', data: { tier: 'street-meeting', meeting: 'c1-m2' } });
  without(inStage('accepted'))
    .when(step('EscalateCase', { tier: 'council' }))
    .refuses('meeting-body-missing', { ids: ['c1'], params: { tier: 'council' } });
});

test('[CASE-06] above the highest tier there is none', () => {
  aCase(...happened([...wayTo.accepted, step('EscalateCase', { tier: 'street-meeting' })]))
    .by(escalation)
    .when(step('EscalateCase'))
    .refuses('meeting-tier-unknown', { ids: ['c1'], params: { tier: '' } });
  inStage('accepted')
    .under({ ...sampleModel(), meetings: [] })
    .when(step('EscalateCase'))
    .refuses('meeting-tier-unknown', { ids: ['c1'], params: { tier: '' } });
});

test('[CASE-06] nobody takes a case out of a meeting that has not resolved: its resolution alone passes it up', () => {
  inStage('escalated')
    .when(step('EscalateCase'))
    .refuses('meeting-still-open', { ids: ['c1', 'c1-m1'], params: { tier: 'grid-meeting' } });
});

test('[CASE-06] the resolution of its own meeting settles a case or refers it, that of another does not', () => {
  inStage('escalated')
    .when(step('SettleCase'))
    .then({ type: 'CaseSettled', data: { tier: 'grid-meeting', resolution: sealed('Agreed'), turn: 'room' } });
  inStage('escalated')
    .when(step('SettleCase', { meeting: 'c2-m1' }))
    .refuses('meeting-not-its-own', { ids: ['c1', 'c2-m1'] });
  inStage('escalated')
    .when(step('ReferCase'))
    .then({ type: 'CaseReferred', data: { handler: 'office', turn: 'office', first: true } });
  aCase(...happened([...wayTo.handling, step('EscalateCase')]))
    .when(step('ReferCase'))
    .then({ type: 'CaseReferred', data: { first: false } });
  inStage('escalated')
    .when(step('ReferCase', { meeting: 'c2-m1' }))
    .refuses('meeting-not-its-own');
  inStage('escalated')
    .when(step('ReferCase', { handler: 'nobody' }))
    .refuses('handler-unknown');
});

test('[CASE-04] a unit that is no more is left out of a case: what it handled is dispatched anew, the rest waits for another', () => {
  const clock = processActor('orphaned-cases');
  const refile = (stage: Parameters<typeof inStage>[0], gone: string) =>
    inStage(stage).by(clock).when(step('RefileCase', { gone }));
  refile('collected', 'room').then({ type: 'CaseRefiled', data: { from: 'collected', to: 'collected', gone: 'room' } });
  for (const stage of ['dispatched', 'handling', 'verifying'] as const) {
    refile(stage, 'council').then({ type: 'CaseRefiled', data: { from: stage, to: 'accepted', turn: 'room' } });
  }
  refile('dispatched', 'room').refuses('nothing-to-refile', { ids: ['c1', 'room'] });
  refile('accepted', 'office').refuses('nothing-to-refile');
});
