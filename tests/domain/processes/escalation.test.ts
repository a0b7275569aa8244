import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  caseContext,
  caseStream,
  escalation,
  isRefusal,
  type CaseEvent,
  type CaseState,
  type Message,
} from '@keting/domain';
import { factsOf, placeWith } from '../deliberation/place.ts';
import { given, recorded, settingOf, text } from '../deliberation/given.ts';
import type { MeetingCommand, MeetingEvent } from '@keting/domain';

const grid = '110101001001001';
const stream = caseStream('c1');
const world = { staff: ['a', 'b', 'c'], units: { council: ['works'] }, members: { works: [['m', 'member']] } } as const;
const facts = factsOf(world);
const model = placeWith();

const react = (event: Message, on: `${string}/${string}`): Message => {
  const answers = escalation.react(recorded(event, 1, undefined, on), facts, model);
  assert.equal(answers.length, 1);
  const [answer] = answers;
  assert.ok(answer !== undefined);
  return answer;
};

/** A case that its clerk has taken up to the first tier, and what was recorded of it. */
function escalated(): { readonly state: CaseState; readonly event: CaseEvent } {
  const cohort = { grid, class: 'any', day: '2026-01-05' };
  const reported: CaseEvent = {
    type: 'CaseReported',
    data: {
      cohort,
      class: 'any',
      grade: 'plain',
      place: { grid },
      text: text('lamp'),
      photos: [],
      channel: 'resident',
      reporter: { mode: 'anonymous' },
    },
  };
  const accepted: CaseEvent = { type: 'CaseAccepted', data: { cohort, from: 'collected', grade: 'plain' } };
  const before = [reported, accepted].reduce<CaseState | undefined>(
    (state, event, i) => caseContext.evolve(state, recorded(event, i + 1, undefined, stream)),
    undefined,
  );
  return ask(before, { type: 'EscalateCase', data: { case: 'c1', reason: text('too big') } });
}

/** Asks a command of a case as the desk would hand it over, and folds what happened. */
function ask(state: CaseState | undefined, command: Message): { readonly state: CaseState; readonly event: CaseEvent } {
  const decision = caseContext.decide(state, command as Parameters<typeof caseContext.decide>[1], facts, settingOf());
  assert.ok(!isRefusal(decision), JSON.stringify(decision));
  const [event] = decision.events;
  assert.ok(event !== undefined);
  caseContext.events[event.type].schema.parse(event.data);
  return { state: caseContext.evolve(state, recorded(event, 3, undefined, stream)), event };
}

/** The meeting that an escalation calls, held and resolved so. */
function resolvedSo(call: Message, outcome: object): MeetingEvent {
  const named = (call.data as { readonly meeting: string }).meeting;
  const asked = (type: string, data: object) =>
    ({ type, data: { meeting: named, ...data } }) as unknown as MeetingCommand;
  const called = given([], world)
    .when(call as MeetingCommand)
    .happens();
  const held = given(called, world)
    .when(asked('HoldMeeting', { present: ['a', 'b', 'c'] }))
    .happens();
  const [event] = given([...called, ...held], { ...world, stage: 'escalated' })
    .when(asked('ResolveMeeting', { resolution: text('agreed'), ...outcome }))
    .happens();
  assert.ok(event !== undefined);
  return event;
}

const votes = { inFavour: 3, against: 0, abstained: 0 };

test('[CASE-06] an escalation calls the meeting that the case named, with the case on its agenda', () => {
  const { event } = escalated();
  assert.deepEqual(react(event, stream), {
    type: 'CallMeeting',
    data: { meeting: 'c1-m1', case: 'c1', tier: 'near', grid, title: text('lamp') },
  });
});

test('[CASE-06] a settled meeting closes its case with the resolution', () => {
  const { state, event } = escalated();
  const resolved = resolvedSo(react(event, stream), { outcome: 'settled', votes });
  const back = react(resolved, 'meeting/c1-m1');
  assert.deepEqual(back, {
    type: 'SettleCase',
    data: { case: 'c1', meeting: 'c1-m1', resolution: text('agreed') },
  });
  assert.equal(ask(state, back).state.stage, 'closed');
});

test('[CASE-06] a referral sends the case to the handler that the meeting named', () => {
  const { state, event } = escalated();
  const resolved = resolvedSo(react(event, stream), { outcome: 'referred', votes, handler: 'works' });
  const after = ask(state, react(resolved, 'meeting/c1-m1')).state;
  assert.ok(after.stage === 'dispatched');
  assert.equal(after.handler, 'works');
});

test('[CASE-06] a case passed up opens the meeting of the next tier, under the words of the one before', () => {
  const { state, event } = escalated();
  const resolved = resolvedSo(react(event, stream), { outcome: 'passed-up' });
  const again = ask(state, react(resolved, 'meeting/c1-m1'));
  assert.ok(again.event.type === 'CaseEscalated');
  assert.deepEqual(again.event.data.reason, text('agreed'));
  const call = react(again.event, stream);
  assert.deepEqual(call.data, { meeting: 'c1-m2', case: 'c1', tier: 'far', grid, title: text('lamp') });
  const [called] = given([], world)
    .when(call as MeetingCommand)
    .happens();
  assert.ok(called?.type === 'MeetingCalled');
  assert.deepEqual(called.data.eligible, [{ person: 'm', post: 'member' }]);
});

test('[CASE-06] what comes of an event is the same each time, so twice is once', () => {
  const { event } = escalated();
  assert.deepEqual(react(event, stream), react(event, stream));
});
