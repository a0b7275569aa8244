import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  activityContext,
  activityId,
  commandId,
  isRefusal,
  mergedWith,
  person,
  personId,
  uncoveredMinutes,
  unitId,
  type ActivityContextState,
  type ActivityEvent,
  type Span,
} from '@keting/domain';
import { given, KnownFacts, plainCalendar, recorded, sealed } from '@keting/domain/testing';
import fc from 'fast-check';
import { volunteerModel } from './rules.ts';
import { runs } from '../../support/runs.ts';

const minute = 60_000;
const li = personId.parse('li');
const model = volunteerModel();
const cohort = { unit: unitId.parse('east'), territory: '990101001001', field: 'aid', day: '2026-03-07' };

test('[VOL-02] spans that meet are one, and what they cover is not free', () => {
  const spans = mergedWith([{ from: 0, to: 10 * minute }], { from: 10 * minute, to: 20 * minute });
  assert.deepEqual(spans, [{ from: 0, to: 20 * minute }]);
  assert.equal(uncoveredMinutes({ from: -5 * minute, to: 25 * minute }, spans), 10);
  assert.deepEqual(mergedWith([{ from: 20 * minute, to: 30 * minute }], { from: 0, to: 20 * minute }), [
    { from: 0, to: 30 * minute },
  ]);
});

test('[VOL-02] spans apart from one another are told in the order of the day, whenever they were credited', () => {
  const [morning, noon, evening] = [
    { from: 0, to: 10 * minute },
    { from: 20 * minute, to: 30 * minute },
    { from: 40 * minute, to: 50 * minute },
  ];
  assert.deepEqual(mergedWith([morning, evening], noon), [morning, noon, evening]);
  assert.deepEqual(mergedWith([noon, evening], morning), [morning, noon, evening]);
});

test('[VOL-02] whoever leaves a long activity is not credited again with what they did elsewhere in the meantime', () => {
  const hour = 60 * minute;
  const credited = (from: number, to: number): ActivityEvent => ({
    type: 'HoursCredited',
    data: {
      person: li,
      activity: activityId.parse('a'),
      unit: cohort.unit,
      field: 'aid',
      from,
      to,
      minutes: (to - from) / minute,
      day: cohort.day,
    },
  });
  let state: ActivityContextState | undefined;
  for (const [from, to] of [
    [hour, 2 * hour],
    [20 * hour, 22 * hour],
  ] as const) {
    const event = recorded(credited(from, to), { stream: 'hours/li', version: 1, at: to });
    state = activityContext.evolve(state, event);
  }
  assert.ok(state?.stage === 'hours');
  assert.equal(uncoveredMinutes({ from: 0, to: 24 * hour }, state.spans), 21 * 60);
});

/** One stay in an activity of its own, in minutes: when the activity begins and ends, when one comes and goes. */
const stay = fc
  .record({
    from: fc.integer({ min: 0, max: 6000 }),
    length: fc.integer({ min: 1, max: 480 }),
    comes: fc.integer({ min: -30, max: 479 }),
    stays: fc.integer({ min: 0, max: 600 }),
  })
  .map(({ from, length, comes, stays }) => {
    const until = from + length;
    const in_ = Math.min(from + comes, until - 1);
    return { from, until, in_, out: Math.min(in_ + stays, until + 120) };
  });

/** Signs out of one activity as it stands, knowing what was credited before. */
function leave(
  n: number,
  { from, until, in_, out }: { from: number; until: number; in_: number; out: number },
  spans: readonly Span[],
) {
  const past: readonly ActivityEvent[] = [
    {
      type: 'ActivityPublished',
      data: {
        cohort,
        title: sealed('Round'),
        places: 1,
        from: from * minute,
        until: until * minute,
        closesAt: (until + 120) * minute,
      },
    },
    { type: 'VolunteerSignedUp', data: { cohort, person: li } },
    { type: 'VolunteerSignedIn', data: { cohort, person: li, since: in_ * minute } },
  ];
  const state = given(activityContext, ...past).state(`activity/a${n}`);
  const setting = {
    id: commandId.parse(`00000000-0000-7000-8000-000000000000`),
    at: out * minute,
    actor: person(li),
    model,
    place: model,
    calendar: plainCalendar,
  };
  const facts = new KnownFacts().withRule('creditedOf', () => spans).read;
  const asked = { type: 'SignOut', data: { activity: activityId.parse(`a${n}`), person: li } } as const;
  const decision = activityContext.decide(state, asked, facts, setting);
  assert.ok(!isRefusal(decision));
  return (decision.also ?? []).map(({ event }) => event);
}

/** Minutes that a recount finds: each minute in which the person was in some activity, once. */
function recount(stays: readonly { from: number; until: number; in_: number; out: number }[]): number {
  const minutes = new Set<number>();
  for (const { from, until, in_, out } of stays) {
    for (let at = Math.max(from, in_); at < Math.min(until, out); at += 1) minutes.add(at);
  }
  return minutes.size;
}

test('[VOL-02] what is credited over any activities equals a recount of the minutes, and what is kept stays small', () => {
  fc.assert(
    fc.property(fc.array(stay, { maxLength: 25 }), (stays) => {
      const inOrder = [...stays].sort((a, b) => a.out - b.out);
      let state: ActivityContextState | undefined;
      let credited = 0;
      inOrder.forEach((one, n) => {
        const spans = state?.stage === 'hours' ? state.spans : [];
        for (const event of leave(n, one, spans)) {
          assert.ok(event.type === 'HoursCredited');
          credited += event.data.minutes;
          const kept = recorded(event, { stream: 'hours/li', version: n + 1, at: one.out * minute });
          state = activityContext.evolve(state, kept);
        }
      });
      assert.equal(credited, recount(stays));
    }),
    { numRuns: runs() },
  );
});

test('[VOL-02] what is kept of a person does not grow with what they have done', () => {
  let state: ActivityContextState | undefined;
  for (let day = 0; day < 400; day += 1) {
    const from = day * 1440 * minute;
    const event: ActivityEvent = {
      type: 'HoursCredited',
      data: {
        person: li,
        activity: activityId.parse('a'),
        unit: cohort.unit,
        field: 'aid',
        from,
        to: from + minute,
        minutes: 1,
        day: cohort.day,
      },
    };
    state = activityContext.evolve(state, recorded(event, { stream: 'hours/li', version: day + 1, at: from + minute }));
  }
  assert.ok(state?.stage === 'hours');
  assert.ok(state.spans.length <= 3);
});
