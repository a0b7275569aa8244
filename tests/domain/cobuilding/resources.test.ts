import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  clash,
  freeSpans,
  openSpans,
  person,
  personId,
  resourceContext,
  unitId,
  type ResourceEvent,
  type ResourceState,
  type StreamId,
} from '@keting/domain';
import { sealed } from '@keting/domain/testing';
import fc from 'fast-check';
import { runs } from '../../support/runs.ts';
import { day, inPlace, monday, placesWithout, rowsOf } from './place.ts';

const resource = 'r1';
const stream: StreamId = 'resource/r1';
const time = { utcOffsetMinutes: 480 };
const hour = 3_600_000;
/** Monday, 09:00 to 12:00 and 14:00 to 18:00, and Tuesday, 09:00 to 21:00. */
const hours = [
  { weekday: 1, from: '09:00', to: '12:00' },
  { weekday: 1, from: '14:00', to: '18:00' },
  { weekday: 2, from: '09:00', to: '21:00' },
];
const tuesday = monday + day;

const open = (data: object = {}) => ({
  type: 'OpenResource' as const,
  data: { resource, unit: 'school', kind: 'sports', name: 'gym', hours, ...data },
});
const opened: ResourceEvent = {
  type: 'ResourceOpened',
  data: { unit: unitId.parse('school'), territory: '990101001002', kind: 'sports', name: sealed('gym'), hours },
};
const book = (booking: string, from: number, to: number, data: object = {}) => ({
  type: 'BookResource' as const,
  data: { resource, booking, from, to, purpose: 'a dance', ...data },
});
const cancel = (booking: string) => ({ type: 'CancelBooking' as const, data: { resource, booking } });
const close = (date: string) => ({ type: 'CloseDay' as const, data: { resource, date, reason: 'repairs' } });
const withdraw = { type: 'WithdrawResource', data: { resource, reason: 'sold' } } as const;

const on = (...past: readonly ResourceEvent[]) => inPlace(resourceContext, ...past);
const booked = on(opened).when(book('b1', tuesday, tuesday + hour)).events;

suite('opening', () => {
  test('[DEL-05] culture, sports, health and daily life: a unit opens what is its own, with its hours', () => {
    for (const kind of ['culture', 'sports', 'health', 'daily-life']) {
      on().when(open({ kind })).then({ type: 'ResourceOpened', data: { kind, hours } });
    }
    on()
      .when(open({ kind: 'moon' }))
      .refuses('resource-kind-unknown', { params: { kind: 'moon' } });
    on()
      .when(open({ unit: 'nobody' }))
      .refuses('resource-unit-unknown', { ids: ['nobody'] });
    on(opened)
      .when(open())
      .refuses('resource-exists', { ids: [resource] });
    for (const place of placesWithout) {
      on().under(place).when(open()).refuses('resources-not-here', { rule: 'DEL-05' });
    }
  });

  test('[DEL-05] hours of a day last and do not overlap', () => {
    const wrong = (...periods: readonly object[]) =>
      on()
        .when(open({ hours: periods }))
        .invalid({ path: 'hours' });
    wrong({ weekday: 1, from: '10:00', to: '09:00' });
    wrong({ weekday: 1, from: '09:00', to: '12:00' }, { weekday: 1, from: '11:00', to: '13:00' });
    on()
      .when(open({ hours: [...hours.slice(0, 1), { weekday: 1, from: '12:00', to: '13:00' }] }))
      .then({ type: 'ResourceOpened' });
  });
});

const inBranch = { post: 'secretary', unit: 'branch', kind: 'community-branch', territories: [] };

suite('booking', () => {
  test('[DEL-05] whoever books for a unit holds a post in it; others book for themselves', () => {
    const forBranch = book('b1', tuesday, tuesday + hour, { for: 'branch' });
    const elsewhere = { ...inBranch, unit: 'room' };
    for (const standings of [[], [elsewhere]]) {
      const somebody = on(opened).withAll('standingsOf', () => standings);
      somebody.when(forBranch).refuses('booking-not-for-unit', { ids: ['branch'] });
      somebody.when(book('b1', tuesday, tuesday + hour)).then({ type: 'BookingMade' });
    }
    on(opened)
      .withAll('standingsOf', () => [elsewhere, inBranch])
      .when(forBranch)
      .then({ type: 'BookingMade', data: { for: 'branch' } });
  });

  test('[DEL-05] it is booked for a while within its hours, for a unit or for oneself', () => {
    on(opened)
      .withAll('standingsOf', () => [inBranch])
      .when(book('b1', monday, monday + 3 * hour, { for: 'branch' }))
      .then({ type: 'BookingMade', data: { date: '2026-03-02', for: 'branch', territory: '990101001002' } })
      .claims('booking/r1/b1');
    on(opened)
      .when(book('b1', tuesday, tuesday + hour, { for: 'nobody' }))
      .refuses('resource-unit-unknown', { ids: ['nobody'] });
    const [own] = on(opened).when(book('b1', tuesday, tuesday + hour)).events;
    assert.ok(own !== undefined && !('for' in own.data));
    on(opened)
      .when(book('b1', monday + 2 * hour, monday + 4 * hour))
      .refuses('booking-outside-hours', { ids: [resource] });
    on(opened)
      .when(book('b1', tuesday - hour, tuesday + hour))
      .refuses('booking-outside-hours');
    on(opened)
      .when(book('b1', monday + 2 * day, monday + 2 * day + hour))
      .refuses('booking-outside-hours');
    on(opened)
      .when(book('b1', tuesday, tuesday + 90_001))
      .invalid({ path: 'to' });
  });

  test('[DEL-05] hours that adjoin are one while: a booking may go over where they meet, and not over a pause', () => {
    const adjoining = [
      { weekday: 2, from: '14:00', to: '18:00' },
      { weekday: 2, from: '12:00', to: '13:00' },
      { weekday: 2, from: '09:00', to: '12:00' },
    ];
    const whole = on().when(open({ hours: adjoining })).events;
    on(...whole)
      .when(book('b1', tuesday + 2 * hour, tuesday + 4 * hour))
      .then({ type: 'BookingMade' });
    on(...whole)
      .when(book('b1', tuesday + 3 * hour, tuesday + 6 * hour))
      .refuses('booking-outside-hours', { ids: [resource] });
    assert.deepEqual(openSpans(adjoining, '2026-03-03', time), [
      { from: tuesday, to: tuesday + 4 * hour },
      { from: tuesday + 5 * hour, to: tuesday + 9 * hour },
    ]);
  });

  test('[DEL-05] two bookings never share a moment; one may begin as the other ends', () => {
    on(opened, ...booked)
      .when(book('b2', tuesday + hour / 2, tuesday + 2 * hour))
      .refuses('booking-clash', { ids: [resource], params: { count: 1 } });
    on(opened, ...booked)
      .when(book('b2', tuesday + hour, tuesday + 2 * hour))
      .then({ type: 'BookingMade' });
    on(opened, ...booked)
      .when(book('b1', tuesday + hour, tuesday + 2 * hour))
      .refuses('booking-exists', { ids: ['b1'] });
  });

  test('[DEL-05] not in the past, not too far ahead, not too long', () => {
    on(opened)
      .at(tuesday + hour)
      .when(book('b1', tuesday, tuesday + hour))
      .refuses('booking-past');
    on(opened)
      .when(book('b1', tuesday + 28 * day, tuesday + 28 * day + hour))
      .then({ type: 'BookingMade' });
    on(opened)
      .when(book('b1', tuesday + 35 * day, tuesday + 35 * day + hour))
      .refuses('booking-too-far', { params: { days: 30, last: '2026-04-01' } });
    const always = Array.from({ length: 7 }, (_, i) => ({ weekday: i + 1, from: '00:00', to: '23:59' }));
    const last = Date.parse('2026-04-01T00:00:00+08:00');
    const daily = on().when(open({ hours: always })).events;
    on(...daily)
      .when(book('b1', last + 23 * hour, last + 23 * hour + hour / 2))
      .then({ type: 'BookingMade', data: { date: '2026-04-01' } });
    on(...daily)
      .when(book('b1', last + day, last + day + hour))
      .refuses('booking-too-far');
    on(opened)
      .when(book('b1', tuesday, tuesday + 4 * hour))
      .then({ type: 'BookingMade' });
    on(opened)
      .when(book('b1', tuesday, tuesday + 4 * hour + 60_000))
      .refuses('booking-too-long', { params: { minutes: 241, longest: 240 } });
    on(opened)
      .when(book('b1', tuesday, tuesday))
      .refuses('booking-empty');
  });

  test('[DEL-05] a cancelled booking makes room; it is for whoever made it to cancel', () => {
    const gone = on(opened, ...booked)
      .when(cancel('b1'))
      .then({ type: 'BookingCancelled' });
    assert.ok(gone.events.every(({ data }) => !('reason' in data)));
    on(opened, ...booked)
      .when({ type: 'CancelBooking', data: { ...cancel('b1').data, reason: 'rain' } })
      .then({ type: 'BookingCancelled', data: { booking: 'b1', reason: sealed('rain') } });
    on(opened, ...booked, ...gone.events)
      .when(book('b2', tuesday, tuesday + hour))
      .then({ type: 'BookingMade' });
    on(opened, ...booked)
      .when(cancel('b9'))
      .refuses('booking-unknown', { ids: ['b9'] });
    on(opened, ...booked)
      .at(tuesday)
      .when(cancel('b1'))
      .refuses('booking-past', { ids: ['b1'] });
    const li = person(personId.parse('li'));
    const state = on(opened, ...booked)
      .by(li)
      .state(stream);
    const about = resourceContext.commands.CancelBooking.about?.(cancel('b1').data, state, () => assert.fail());
    assert.deepEqual(about, { territory: '990101001002', unit: 'school', owner: 'li' });
  });

  test('[DEL-05] a closed day takes its bookings with it, and is booked no more until it is open again', () => {
    const closed = on(opened, ...booked)
      .when(close('2026-03-03'))
      .then({ type: 'DayClosed', data: { cancelled: ['b1'] } });
    const shut = on(opened, ...booked, ...closed.events);
    const tuesdayShut = { ids: [resource], params: { date: '2026-03-03' } };
    shut.when(book('b2', tuesday, tuesday + hour)).refuses('day-closed', tuesdayShut);
    shut.when(close('2026-03-03')).refuses('day-closed', tuesdayShut);
    on(opened)
      .when(close('2026-03-01'))
      .refuses('day-past', { params: { date: '2026-03-01', today: '2026-03-02' } });
    on(opened, ...booked)
      .when(close('2026-03-02'))
      .then({ type: 'DayClosed', data: { date: '2026-03-02', reason: sealed('repairs'), cancelled: [] } });
    const reopen = { type: 'ReopenDay', data: { resource, date: '2026-03-03' } } as const;
    const again = shut.when(reopen).then({ type: 'DayReopened', data: { date: '2026-03-03' } }).events;
    on(opened, ...booked, ...closed.events, ...again)
      .when(book('b2', tuesday, tuesday + hour))
      .then({ type: 'BookingMade' });
    on(opened).when(reopen).refuses('day-not-closed', tuesdayShut);
  });

  test('[DEL-05] hours do not change over the heads of those who booked', () => {
    const change = (...periods: typeof hours) => ({ type: 'ChangeHours' as const, data: { resource, hours: periods } });
    on(opened, ...booked)
      .when(change({ weekday: 2, from: '10:00', to: '21:00' }))
      .refuses('bookings-outside-hours', { ids: ['b1'], params: { count: 1 } });
    on(opened, ...booked)
      .when(change({ weekday: 2, from: '09:00', to: '10:00' }))
      .then({
        type: 'HoursChanged',
        data: { hours: [{ weekday: 2, from: '09:00', to: '10:00' }], was: hours },
      });
    on(opened, ...booked)
      .at(tuesday + hour)
      .when(change({ weekday: 7, from: '09:00', to: '10:00' }))
      .then({ type: 'HoursChanged' });
  });

  test('[DEL-05] what is withdrawn is booked no more, and its bookings are told', () => {
    const gone = on(opened, ...booked)
      .when(withdraw)
      .then({ type: 'ResourceWithdrawn', data: { cancelled: ['b1'] } }).events;
    on(opened, ...booked, ...gone)
      .when(withdraw)
      .refuses('resource-withdrawn', { ids: [resource] });
    on()
      .when(withdraw)
      .refuses('resource-unknown', { ids: [resource] });
    const rows = rowsOf(resourceContext, 'bookings', stream, [opened, ...booked, ...gone]);
    const { stage, person: who } = Object(rows.get('r1/b1')) as { readonly stage: unknown; readonly person: unknown };
    assert.deepEqual([stage, who], ['cancelled', 'someone']);
  });
});

suite('calendars', () => {
  const slot = fc.record({ start: fc.integer({ min: 0, max: 24 * 14 }), length: fc.integer({ min: 0, max: 9 }) });
  type Asked =
    { readonly start: number; readonly length: number } | { readonly nth: number } | { readonly date: string };
  const asked: fc.Arbitrary<Asked> = fc.oneof(
    { weight: 6, arbitrary: slot.map(({ start, length }) => ({ start, length })) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 9 }).map((nth) => ({ nth })) },
    { weight: 1, arbitrary: fc.constantFrom('2026-03-03', '2026-03-09').map((date) => ({ date })) },
  );

  /** Everything that the rules let happen to a resource that many want. */
  function wanted(all: readonly Asked[]): ResourceState | undefined {
    const events: ResourceEvent[] = [opened];
    all.forEach((one, i) => {
      const now = on(...events).at(monday - 8 * hour);
      if ('nth' in one) events.push(...now.when(cancel(`b${one.nth}`)).events);
      else if ('date' in one) events.push(...now.when(close(one.date)).events);
      else {
        const from = monday + one.start * (hour / 2);
        events.push(...now.when(book(`b${i}`, from, from + one.length * (hour / 2))).events);
      }
    });
    return on(...events).state(stream);
  }

  test('[DEL-05] whatever is asked, no two bookings clash, each lies in the hours, and what is left is free', () => {
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 12 }), (all) => {
        const state = wanted(all);
        assert.ok(state?.stage === 'open');
        const { bookings } = state;
        bookings.forEach((one, i) => {
          assert.ok(!bookings.slice(i + 1).some((other) => clash(one, other)));
          assert.ok(openSpans(hours, one.date, time).some(({ from, to }) => from <= one.from && one.to <= to));
          assert.ok(!state.closed.includes(one.date));
        });
        for (const date of ['2026-03-02', '2026-03-03', '2026-03-09', '2026-03-10']) {
          const sum = (spans: readonly { readonly from: number; readonly to: number }[]) =>
            spans.reduce((total, { from, to }) => total + to - from, 0);
          const free = freeSpans(state, date, time);
          const taken = bookings.filter((one) => one.date === date);
          const whole: number = state.closed.includes(date) ? 0 : sum(openSpans(hours, date, time));
          assert.equal(sum(free) + sum(taken), whole);
          assert.ok(!free.some((span) => taken.some((one) => clash(one, span))));
        }
      }),
      { numRuns: runs() },
    );
  });

  test('[DEL-05] what is over is not kept in the state, so that it stays small', () => {
    const later = on(opened, ...booked)
      .at(tuesday + 7 * day)
      .state(stream);
    assert.ok(later?.stage === 'open');
    const next = on(opened, ...booked)
      .at(tuesday + 6 * day)
      .when(book('b2', tuesday + 7 * day, tuesday + 7 * day + hour));
    const { state } = next.then({ type: 'BookingMade' });
    assert.ok(state.stage === 'open');
    assert.deepEqual(
      state.bookings.map(({ booking }) => booking),
      ['b2'],
    );
  });

  test('[DEL-05] a list tells what is open, where and when', () => {
    const closed = on(opened).when(close('2026-03-03')).events;
    assert.deepEqual(rowsOf(resourceContext, 'resources', stream, [opened, ...closed]).get(resource), {
      id: resource,
      ...opened.data,
      stage: 'open',
      closed: ['2026-03-03'],
      changedAt: monday + 1,
    });
  });
});
