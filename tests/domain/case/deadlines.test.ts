import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caseContext, startOfDay, type CaseEvent } from '@keting/domain';
import { sampleModel } from '@keting/domain/testing';
import { aCase, happened, happenedAfter, inStage, report, step, wayTo, type CaseGiven } from './small-case.ts';

const time = sampleModel().workingTime;
const clock = (day: string, hour: number) => startOfDay(day, time) + hour * 3_600_000;
/** Dispatched on Monday at nine, for five working days. */
const due = clock('2026-03-09', 18);
/** Three quarters of the 44.5 working hours till then, to the minute. */
const warned = clock('2026-03-06', 14) + 23 * 60_000;
const warn = step('WarnDeadline', { stage: 'dispatched', due });
const supervise = step('SuperviseCase', { stage: 'dispatched', due });

const dueOf = (scene: CaseGiven) => {
  const state = scene.state('case/c1');
  assert.ok(state !== undefined);
  return caseContext.due?.(state);
};

test('[CASE-05] working days end with the work of the last; the day it starts on does not count', () => {
  const state = inStage('dispatched').state('case/c1');
  assert.equal(state?.limit?.at, due);
});

test('[CASE-05] a warning comes by itself, then supervision, each once and when its time has come', () => {
  const past = happened(wayTo.dispatched);
  const first = dueOf(aCase(...past));
  assert.equal(first?.command.type, 'WarnDeadline');
  const warnAt = first.at;
  aCase(...past)
    .at(warnAt - 1)
    .when(warn)
    .refuses('deadline-not-reached', { ids: ['c1'], params: { due } });
  const { events } = aCase(...past)
    .at(warnAt)
    .when(warn)
    .then({ type: 'DeadlineWarned', data: { due } });
  const after = aCase(...past, ...events);
  after
    .at(warnAt)
    .when(warn)
    .refuses('deadline-moved', { ids: ['c1'] });
  assert.deepEqual(dueOf(after)?.at, due);
  after
    .at(due - 1)
    .when(supervise)
    .refuses('deadline-not-reached', { ids: ['c1'], params: { due } });
  const last = after
    .at(due)
    .when(supervise)
    .then({ type: 'CaseSupervised', data: { stage: 'dispatched', due, unit: 'council', first: true } });
  assert.equal(dueOf(aCase(...past, ...events, ...last.events)), undefined);
  aCase(...past, ...events, ...last.events)
    .at(due)
    .when(supervise)
    .refuses('deadline-moved', { ids: ['c1'] });
});

test('[CASE-05] what came by itself for a stage that is over does no harm', () => {
  inStage('verifying')
    .at(due)
    .when(supervise)
    .refuses('deadline-moved', { ids: ['c1'] });
  // The same deadline goes on in the stage after, under which it is warned of anew.
  inStage('handling').at(due).when(warn).refuses('deadline-moved');
  inStage('handling')
    .at(due)
    .when(step('WarnDeadline', { stage: 'handling', due }))
    .then({ type: 'DeadlineWarned', data: { stage: 'handling' } });
});

test('[CASE-05] what came by itself for a deadline that moved, or for a stage without one, does no harm', () => {
  inStage('dispatched')
    .at(due)
    .when(step('SuperviseCase', { stage: 'dispatched', due: due - 1 }))
    .refuses('deadline-moved');
  inStage('escalated')
    .at(due)
    .when(step('SuperviseCase', { stage: 'escalated', due }))
    .refuses('deadline-moved');
});

test('[CASE-05] a case counts as overdue once, however many of its stages run over', () => {
  const past = happened(wayTo.dispatched);
  const { events } = aCase(...past)
    .at(due)
    .when(supervise)
    .then({ type: 'CaseSupervised', data: { first: true } });
  const verifying = happenedAfter([...past, ...events], step('HandleCase'));
  const until = aCase(...verifying).state('case/c1')?.limit?.at ?? 0;
  aCase(...verifying)
    .at(until)
    .when(step('SuperviseCase', { stage: 'verifying', due: until }))
    .then({ type: 'CaseSupervised', data: { first: false, unit: 'room' } });
});

test('[CASE-05] a case that runs over while it is suspended counts once too', () => {
  const base = sampleModel();
  const grades = base.cases.grades.map((one) => ({ ...one, allow: { ...one.allow, suspended: { hours: 1 } } }));
  const model = { ...base, cases: { ...base.cases, grades } };
  const scene = (past: readonly CaseEvent[]) => aCase(...past).under(model);
  const suspended = happened([...wayTo.dispatched, step('SuspendCase')], model);
  const until = scene(suspended).state('case/c1')?.limit?.at ?? 0;
  const { events } = scene(suspended)
    .at(until)
    .when(step('SuperviseCase', { stage: 'suspended', due: until }))
    .then({ type: 'CaseSupervised', data: { first: true } });
  const resumed = [...suspended, ...events];
  const { state, events: more } = scene(resumed).at(until).when(step('ResumeCase')).then({ type: 'CaseResumed' });
  const next = state.limit?.at ?? 0;
  scene([...resumed, ...more])
    .at(next)
    .when(step('SuperviseCase', { stage: 'dispatched', due: next }))
    .then({ type: 'CaseSupervised', data: { first: false } });
});

test('[CASE-05] a deadline moves on from where it stood, as often as the model lets it', () => {
  const { events } = inStage('dispatched')
    .when(step('ExtendCase'))
    .then({ type: 'CaseExtended', data: { limit: { at: clock('2026-03-12', 18) }, was: { at: due } } });
  aCase(...happened(wayTo.dispatched), ...events)
    .when(step('ExtendCase'))
    .refuses('extension-spent', { params: { times: 1 } });
  inStage('escalated')
    .when(step('ExtendCase'))
    .refuses('wrong-stage', {
      ids: ['c1'],
      params: { stage: 'escalated', step: 'ExtendCase', from: ['dispatched', 'handling'] },
    });
});

const fire = report({ class: 'fire' });
const day = 24 * 3_600_000;

test('[CASE-05] time stands still while a case is suspended, by the clock where its limit goes by the clock', () => {
  const dispatched = happened([fire, step('AcceptCase'), step('DispatchCase')]);
  const friday = clock('2026-03-06', 17);
  const before = aCase(...dispatched).state('case/c1')?.limit;
  assert.equal(before?.at, clock('2026-03-02', 21), 'twelve hours from Monday at nine');
  const put = aCase(...dispatched)
    .at(clock('2026-03-02', 10))
    .when(step('SuspendCase'));
  const { events } = put.then({ type: 'CaseSuspended', data: { left: 11 * 3_600_000 } });
  const again = aCase(...dispatched, ...events)
    .at(friday)
    .when(step('ResumeCase'));
  again.then({
    type: 'CaseResumed',
    data: { to: 'dispatched', limit: { at: friday + 11 * 3_600_000, runs: 'clock' } },
  });
});

test('[CASE-05] a case that ran over before it was suspended is neither warned of nor supervised twice', () => {
  const late = clock('2026-03-04', 9);
  const dispatched = happened([fire, step('AcceptCase'), step('DispatchCase')]);
  const until = aCase(...dispatched).state('case/c1')?.limit?.at ?? 0;
  const supervised = [
    ...dispatched,
    ...aCase(...dispatched)
      .at(late)
      .when(step('SuperviseCase', { stage: 'dispatched', due: until })).events,
  ];
  const suspended = [
    ...supervised,
    ...aCase(...supervised)
      .at(late)
      .when(step('SuspendCase')).events,
  ];
  const { events, state } = aCase(...suspended)
    .at(late + day)
    .when(step('ResumeCase'))
    .then({ type: 'CaseResumed', data: { light: 'late' } });
  assert.equal(caseContext.due?.(state), undefined);
  assert.equal(events.length, 1);
});

test('[CASE-05] a case that goes on has the light that it had: none, or that it is soon due', () => {
  const light = (...more: readonly CaseEvent[]) => {
    const past = [...happened(wayTo.dispatched), ...more];
    const suspended = happenedAfter(past, step('SuspendCase'));
    return aCase(...suspended).when(step('ResumeCase'));
  };
  light().then({ type: 'CaseResumed', data: { light: 'none' } });
  const { events } = inStage('dispatched').at(warned).when(warn).then({ type: 'DeadlineWarned' });
  light(...events).then({ type: 'CaseResumed', data: { light: 'soon' } });
});

test('[CASE-05] without a deadline there is nothing to extend', () => {
  const model = sampleModel();
  const grades = model.cases.grades.map((grade) => ({ ...grade, allow: {} }));
  const timeless = { ...model, cases: { ...model.cases, grades } };
  aCase(...happened(wayTo.dispatched, timeless))
    .under(timeless)
    .when(step('ExtendCase'))
    .refuses('nothing-to-extend', { ids: ['c1'] });
});

test('[CASE-05] time stands still while a case is suspended', () => {
  const suspendedAt = clock('2026-03-06', 16);
  const past = happened(wayTo.dispatched);
  const { events } = aCase(...past)
    .at(suspendedAt)
    .when(step('SuspendCase'))
    .then({ type: 'CaseSuspended', data: { left: (2 + 7.5) * 3_600_000 } });
  assert.equal(dueOf(aCase(...past, ...events)), undefined);
  aCase(...past, ...events)
    .at(clock('2026-03-16', 9))
    .when(step('ResumeCase'))
    .then({ type: 'CaseResumed', data: { to: 'dispatched', turn: 'council', limit: { at: clock('2026-03-17', 11) } } });
});

test('[CASE-05] a warning shows after the share of the time that the model says', () => {
  assert.ok((dueOf(inStage('dispatched'))?.at ?? 0) < due);
  assert.equal(dueOf(inStage('dispatched'))?.at, warned);
});

test('[CASE-05] work that starts goes on under the deadline of the dispatch: it is not supervised twice', () => {
  const late = [
    ...happened(wayTo.dispatched),
    ...inStage('dispatched').at(warned).when(warn).then({ type: 'DeadlineWarned' }).events,
    ...inStage('dispatched').at(due).when(supervise).then({ type: 'CaseSupervised' }).events,
  ];
  const { events } = aCase(...late)
    .at(due)
    .when(step('StartCase'))
    .then({ type: 'CaseStarted', data: { limit: { at: due } } });
  assert.equal(dueOf(aCase(...late, ...events)), undefined);
});

test('[CASE-05] the warning after a suspension comes at the same share of the whole time, and at once where that is past', () => {
  const base = sampleModel();
  const grades = base.cases.grades.map((one) => ({ ...one, allow: { accepted: { hours: 100 } } }));
  const model = { ...base, cases: { ...base.cases, warnAt: 0.8, grades } };
  const past = happened(wayTo.accepted, model);
  const from = aCase(...past).state('case/c1')?.limit?.from ?? 0;
  const hour = 3_600_000;
  const resumed = (after: number) => {
    const at = from + after * hour;
    const put = aCase(...past)
      .under(model)
      .at(at)
      .when(step('SuspendCase')).events;
    const { state } = aCase(...past, ...put)
      .under(model)
      .at(at + 1000 * hour)
      .when(step('ResumeCase'))
      .then({ type: 'CaseResumed' });
    const [warnAt = 0, until = 0] = [state.limit?.warnAt, state.limit?.at];
    return [after + (warnAt - at) / hour - 1000, after + (until - at) / hour - 1000];
  };
  assert.deepEqual(resumed(72), [80, 100]);
  assert.deepEqual(resumed(90), [90, 100]);
});

test('[CASE-05] [CASE-12] a step after its time records first that the stage ran over, whether or not the clock was heard', () => {
  const past = happened(wayTo.dispatched);
  const types = (asked: Parameters<typeof step>[0], at: number, ...more: readonly CaseEvent[]) =>
    aCase(...past, ...more)
      .at(at)
      .when(step(asked))
      .events.map(({ type }) => type);
  assert.deepEqual(types('HandleCase', due), ['CaseHandled']);
  assert.deepEqual(types('HandleCase', due + 1), ['CaseSupervised', 'CaseHandled']);
  assert.deepEqual(types('ExtendCase', due + 1), ['CaseSupervised', 'CaseExtended']);
  assert.deepEqual(types('UrgeCase', due + 1), ['CaseUrged']);
  const [late] = aCase(...past)
    .at(due + 1)
    .when(step('HandleCase')).events;
  assert.ok(late?.type === 'CaseSupervised');
  assert.deepEqual(
    [late.data.stage, late.data.due, late.data.unit, late.data.first],
    ['dispatched', due, 'council', true],
  );
  assert.deepEqual(types('HandleCase', due + 1, late), ['CaseHandled']);
});
