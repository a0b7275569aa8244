import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  caseContext,
  caseStream,
  commandId,
  escalation,
  process,
  type CaseEvent,
  type CaseState,
  type MeetingEvent,
  type Message,
  type Recorded,
} from '@keting/domain';
import { given, KnownFacts, plainCalendar, recorded, sealed } from '@keting/domain/testing';
import { answersOf, placeWith, type World } from '../deliberation/place.ts';
import { meeting, monday } from '../deliberation/given.ts';

const grid = '110101001001001';
const cohort = { grid, class: 'any', day: '2026-01-05' };
const world: World = {
  staff: ['a', 'b', 'c'],
  units: { council: ['works'] },
  members: { works: [['m', 'member']] },
  stage: 'escalated',
};
const model = placeWith();

const keep = (event: CaseEvent | MeetingEvent, on: `${string}/${string}`): Recorded =>
  recorded<Message>(event, { stream: on, version: 1, at: monday });

/** What the process asks for after an event. */
function after(event: CaseEvent | MeetingEvent | undefined, on: `${string}/${string}`): Message {
  assert.ok(event !== undefined);
  const asked = escalation.react(keep(event, on), new KnownFacts().read, model);
  assert.equal(asked.length, 1);
  const [first] = asked;
  assert.ok(first !== undefined);
  return first;
}

/** A case that its clerk has accepted. */
const accepted: readonly CaseEvent[] = [
  {
    type: 'CaseReported',
    data: {
      cohort,
      class: 'any',
      grade: 'plain',
      place: { grid },
      text: sealed('lamp'),
      photos: [],
      channel: 'resident',
      reporter: { mode: 'anonymous' },
    },
  },
  { type: 'CaseAccepted', data: { cohort, from: 'collected', grade: 'plain' } },
];

const stream = caseStream('c1');
const setting = {
  id: commandId.parse('01890000-0000-7000-8000-000000000001'),
  at: monday,
  actor: process('escalation'),
  model,
  place: model,
  calendar: plainCalendar,
};

/**
 * A case decides what the process asks for. The desk takes its references in place of texts, so they go to `decide` as
 * they are.
 */
function caseAnswers(
  past: readonly CaseEvent[],
  asked: Message,
): { readonly event: CaseEvent; readonly state: CaseState } {
  const facts = Object.entries(answersOf(world)).reduce(
    (known, [fact, answer]) => known.withRule(fact, (first) => answer(String(first))),
    new KnownFacts(),
  );
  const state = given(caseContext, ...past).state(stream);
  const decision = caseContext.decide(state, asked as Parameters<typeof caseContext.decide>[1], facts.read, setting);
  assert.ok('events' in decision, JSON.stringify(decision));
  const [event] = decision.events;
  assert.ok(event !== undefined);
  return { event, state: caseContext.evolve(state, recorded(event, { stream, version: 9, at: monday })) };
}

const escalated = (() => {
  const asked = { type: 'EscalateCase', data: { case: 'c1', reason: 'too big' } } as const;
  const [event] = given(caseContext, ...accepted)
    .under(model)
    .at(monday)
    .when(asked).events;
  assert.ok(event?.type === 'CaseEscalated');
  return event;
})();
const past = [...accepted, escalated];

/** The event by which the meeting of an escalation comes to an outcome. */
function resolvedSo(outcome: object): MeetingEvent | undefined {
  const called = meeting([], world).when(
    after(escalated, stream) as Parameters<ReturnType<typeof meeting>['when']>[0],
  ).events;
  const of = { meeting: 'c1-m1' };
  const held = meeting(called, world).when({ type: 'HoldMeeting', data: { ...of, present: ['a', 'b', 'c'] } }).events;
  const votes = { inFavour: 3, against: 0, abstained: 0 };
  const data = { ...of, resolution: 'agreed', votes, ...outcome };
  return meeting([...called, ...held], world).when({ type: 'ResolveMeeting', data }).events[0];
}

test('[CASE-06] an escalation calls the meeting that the case named, with the case on its agenda', () => {
  assert.deepEqual(after(escalated, stream), {
    type: 'CallMeeting',
    data: { meeting: 'c1-m1', case: 'c1', tier: 'near', grid, title: sealed('lamp') },
  });
});

test('[CASE-06] a settled meeting closes its case with the resolution', () => {
  const back = after(resolvedSo({ outcome: 'settled' }), 'meeting/c1-m1');
  assert.deepEqual(back, {
    type: 'SettleCase',
    data: { case: 'c1', meeting: 'c1-m1', resolution: sealed('agreed') },
  });
  assert.equal(caseAnswers(past, back).state.stage, 'closed');
});

test('[CASE-06] a referral sends the case to the handler that the meeting named', () => {
  const back = after(resolvedSo({ outcome: 'referred', handler: 'works' }), 'meeting/c1-m1');
  const { state } = caseAnswers(past, back);
  assert.ok(state.stage === 'dispatched');
  assert.equal(state.handler, 'works');
});

test('[CASE-06] a case passed up opens the meeting of the next tier, under the words of the one before', () => {
  const { event } = caseAnswers(past, after(resolvedSo({ outcome: 'passed-up' }), 'meeting/c1-m1'));
  assert.ok(event.type === 'CaseEscalated');
  assert.deepEqual(event.data.reason, sealed('agreed'));
  assert.deepEqual(after(event, stream), {
    type: 'CallMeeting',
    data: { meeting: 'c1-m2', case: 'c1', tier: 'far', grid, title: sealed('lamp') },
  });
});

test('[CASE-06] what comes of an event is the same each time, so twice is once', () => {
  assert.deepEqual(after(escalated, stream), after(escalated, stream));
});
