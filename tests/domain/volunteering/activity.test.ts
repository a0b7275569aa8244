import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  activityContext,
  activityCounts,
  activityId,
  creditedOf,
  person,
  personId,
  startOfDay,
  teamStands,
  unitId,
  type ActivityEvent,
  type ActivityStep,
  type Instant,
} from '@keting/domain';
import { given, sampleModel, sealed } from '@keting/domain/testing';
import { countsOf, rowsOf, type Happened } from './rows.ts';
import { rules, volunteerModel } from './rules.ts';

const model = volunteerModel();
const minute = 60_000;
const hour = 60 * minute;
const territory = '990101001001';
const nine = startOfDay('2026-03-07', model.workingTime) + 9 * hour;
const unit = unitId.parse('east');
const cohort = { unit, territory, field: 'patrol', day: '2026-03-07' };
const li = personId.parse('li');

const scene = (...past: readonly ActivityEvent[]) =>
  given(activityContext, ...past)
    .under(model)
    .at(nine)
    .with(creditedOf(li), [])
    .withAll('unitOf', (id) => ({
      id,
      kind: id === 'east' ? 'residents-committee' : 'living-room',
      territories: [territory],
    }));

const publish = (data: object = {}) =>
  ({
    type: 'PublishActivity',
    data: {
      activity: 'a',
      unit: 'east',
      field: 'patrol',
      title: 'Evening round',
      places: 2,
      from: nine,
      until: nine + 2 * hour,
      ...data,
    },
  }) as const;
const published: ActivityEvent = {
  type: 'ActivityPublished',
  data: {
    cohort,
    title: sealed('Evening round'),
    places: 2,
    from: nine,
    until: nine + 2 * hour,
    closesAt: nine + 4 * hour,
  },
};
const signedUp = (who = 'li'): ActivityEvent => ({
  type: 'VolunteerSignedUp',
  data: { cohort, person: personId.parse(who) },
});
const signedIn = (since: Instant, who = 'li'): ActivityEvent => ({
  type: 'VolunteerSignedIn',
  data: { cohort, person: personId.parse(who), since },
});
const ask = (type: Extract<ActivityStep['type'], 'SignUp' | 'CancelSignUp' | 'SignIn' | 'SignOut'>, who = 'li') =>
  ({ type, data: { activity: 'a', person: who } }) as const;

suite('publishing', () => {
  test('[VOL-02] an activity has places and a time, and ends by itself', () => {
    scene()
      .when(publish())
      .then({ type: 'ActivityPublished', data: { cohort, places: 2, closesAt: nine + 4 * hour } });
    scene(published)
      .when(publish())
      .refuses('activity-exists', { ids: ['a'] });
    scene()
      .when(publish({ field: 'unheard-of' }))
      .refuses('field-unknown', { params: { field: 'unheard-of' } });
    scene()
      .when(publish({ unit: 'room' }))
      .refuses('service-unit-unfit', { ids: ['room'] });
    scene()
      .when(publish({ places: 201 }))
      .refuses('activity-places-too-many', { ids: ['a'], params: { limit: 200 } });
    scene()
      .when(publish({ places: 200 }))
      .then({ type: 'ActivityPublished', data: { places: 200 } });
    given(activityContext)
      .under(sampleModel())
      .when(publish())
      .refuses('service-lacking', { ids: ['a'] });
  });

  test('[VOL-02] an activity lasts as long as the model lets it, and is not over before it is published', () => {
    scene()
      .when(publish({ until: nine + 8 * hour }))
      .then({ type: 'ActivityPublished' });
    for (const until of [nine + 8 * hour + 1, nine, nine - hour]) {
      scene()
        .when(publish({ until }))
        .refuses('activity-time-unfit', { ids: ['a'], params: { longest: 480 } });
    }
    scene()
      .when(publish({ from: nine - 2 * hour, until: nine }))
      .refuses('activity-time-unfit');
  });

  test('[VOL-02] an activity to come begins before it ends', () => {
    const begins = nine + 24 * hour;
    for (const until of [begins - minute, begins]) {
      scene()
        .when(publish({ from: begins, until }))
        .refuses('activity-time-unfit');
    }
    scene()
      .when(publish({ from: begins, until: begins + minute }))
      .then({ type: 'ActivityPublished' });
  });

  test('[VOL-02] a team that holds it stands', () => {
    scene()
      .with(teamStands('t'), true)
      .when(publish({ team: 't' }))
      .then({ type: 'ActivityPublished', data: { team: 't' } });
    scene()
      .with(teamStands('t'), false)
      .when(publish({ team: 't' }))
      .refuses('team-unknown', { ids: ['t'] });
  });
});

suite('signing up', () => {
  test('[VOL-02] takes a place, of which there are no more than stated', () => {
    scene(published)
      .when(ask('SignUp'))
      .then({ type: 'VolunteerSignedUp', data: { person: 'li' } });
    scene(published, signedUp())
      .when(ask('SignUp'))
      .refuses('already-signed-up', { ids: ['a', 'li'] });
    scene(published, signedUp('a'), signedUp('b'))
      .when(ask('SignUp'))
      .refuses('activity-full', { ids: ['a'], params: { places: 2 } });
    scene()
      .when(ask('SignUp'))
      .refuses('activity-unknown', { ids: ['a'] });
    scene(published)
      .at(nine + 2 * hour)
      .when(ask('SignUp'))
      .refuses('activity-over', { ids: ['a'] });
  });

  test('[VOL-02] is taken back until one has come, and the place is free', () => {
    const cancelled: ActivityEvent = { type: 'SignUpCancelled', data: { cohort, person: li } };
    scene(published, signedUp()).when(ask('CancelSignUp')).then(cancelled);
    scene(published)
      .when(ask('CancelSignUp'))
      .refuses('not-signed-up', { ids: ['a', 'li'] });
    scene(published, signedUp(), signedIn(nine))
      .when(ask('CancelSignUp'))
      .refuses('already-signed-in', { ids: ['a', 'li'] });
    scene(published, signedUp('a'), signedUp(), cancelled).when(ask('SignUp', 'b')).then({ type: 'VolunteerSignedUp' });
  });

  test('[VOL-02] whoever is called as something that every object has signs up as anyone', () => {
    scene(published).when(ask('SignUp', 'constructor')).then({ type: 'VolunteerSignedUp' });
  });
});

suite('signing in and out', () => {
  test('[VOL-02] one signs in from shortly before an activity until it ends', () => {
    const opens = nine - 30 * minute;
    scene(published, signedUp())
      .at(opens)
      .when(ask('SignIn'))
      .then({ type: 'VolunteerSignedIn', data: { since: opens } });
    scene(published, signedUp())
      .at(opens - 1)
      .when(ask('SignIn'))
      .refuses('sign-in-early', { ids: ['a'], params: { due: opens } });
    scene(published, signedUp())
      .at(nine + 2 * hour)
      .when(ask('SignIn'))
      .refuses('activity-over', { ids: ['a'] });
    scene(published)
      .when(ask('SignIn'))
      .refuses('not-signed-up', { ids: ['a', 'li'] });
    scene(published, signedUp(), signedIn(nine))
      .when(ask('SignIn'))
      .refuses('already-signed-in', { ids: ['a', 'li'] });
  });

  test('[VOL-02] hours come from sign-in and sign-out', () => {
    scene(published, signedUp(), signedIn(nine + 10 * minute + 59_000))
      .at(nine + 75 * minute + 1)
      .when(ask('SignOut'))
      .then({ type: 'VolunteerSignedOut', data: { from: nine + 10 * minute, to: nine + 75 * minute, minutes: 65 } })
      .also({
        stream: 'hours/li',
        type: 'HoursCredited',
        data: { person: 'li', activity: 'a', unit: 'east', field: 'patrol', minutes: 65, day: '2026-03-07' },
      });
    scene(published, signedUp())
      .when(ask('SignOut'))
      .refuses('not-signed-in', { ids: ['a', 'li'] });
    scene(published)
      .when(ask('SignOut'))
      .refuses('not-signed-in', { ids: ['a', 'li'] });
  });

  test('[VOL-02] only the time of the activity counts, however early one came and late one left', () => {
    scene(published, signedUp(), signedIn(nine - 20 * minute))
      .at(nine + 4 * hour)
      .when(ask('SignOut'))
      .then({ type: 'VolunteerSignedOut', data: { from: nine, to: nine + 2 * hour, minutes: 120 } });
    scene(published, signedUp(), signedIn(nine - 20 * minute))
      .at(nine - 10 * minute)
      .when(ask('SignOut'))
      .then({ type: 'VolunteerSignedOut', data: { minutes: 0 } })
      .also();
    scene(published, signedUp(), signedIn(nine))
      .at(nine + 4 * hour + 1)
      .when(ask('SignOut'))
      .refuses('activity-over', { ids: ['a'] });
  });

  test('[VOL-02] hours that overlap others are not counted twice', () => {
    const leaving = (...credited: readonly { readonly from: Instant; readonly to: Instant }[]) =>
      scene(published, signedUp(), signedIn(nine))
        .with(creditedOf(li), credited)
        .at(nine + 2 * hour)
        .when(ask('SignOut'))
        .then({ type: 'VolunteerSignedOut', data: { minutes: 120 } });
    leaving({ from: nine - hour, to: nine + 30 * minute }).also({
      stream: 'hours/li',
      type: 'HoursCredited',
      data: { minutes: 90 },
    });
    leaving({ from: nine - hour, to: nine + 3 * hour }).also();
  });

  test('[VOL-02] hours that overlap others are not counted twice in what an activity comes to, nor in its list', () => {
    const leaving = (...credited: readonly { readonly from: Instant; readonly to: Instant }[]) =>
      scene(published, signedUp(), signedIn(nine))
        .with(creditedOf(li), credited)
        .at(nine + 2 * hour)
        .when(ask('SignOut')).events;
    const counted = (...events: readonly ActivityEvent[]) => {
      const happened = [signedUp(), signedIn(nine), ...events].map((event) => ({
        stream: 'activity/a' as const,
        event,
      }));
      return [countsOf(activityCounts, happened), rowsOf(activityContext, 'participations', happened)].map(
        ([row]) => row?.['minutes'],
      );
    };
    assert.deepEqual(counted(...leaving()), [120, 120]);
    assert.deepEqual(counted(...leaving({ from: nine - hour, to: nine + 30 * minute })), [90, 90]);
    assert.deepEqual(counted(...leaving({ from: nine - hour, to: nine + 3 * hour })), [0, 0]);
  });
});

suite('the end', () => {
  const cancel = { type: 'CancelActivity', data: { activity: 'a', reason: 'Rain' } } as const;
  const close = { type: 'CloseActivity', data: { activity: 'a' } } as const;

  test('[VOL-02] an activity is said off before it begins, and frees those who signed up', () => {
    scene(published, signedUp())
      .at(nine - 1)
      .when(cancel)
      .then({ type: 'ActivityCancelled', data: { persons: ['li'] } });
    scene(published)
      .when(cancel)
      .refuses('activity-begun', { ids: ['a'] });
  });

  test('[VOL-02] closes by itself and not early; who never signed out has no hours', () => {
    const end = nine + 4 * hour;
    const state = scene(published).state('activity/a');
    assert.ok(state);
    assert.deepEqual(activityContext.due?.(state), { at: end, command: close });
    scene(published)
      .at(end - 1)
      .when(close)
      .refuses('activity-not-over', { ids: ['a'], params: { due: end } });
    const { state: closed } = scene(published, signedUp('a'), signedUp('b'), signedUp(), signedIn(nine))
      .at(end)
      .when(close)
      .then({ type: 'ActivityClosed', data: { unsigned: 1 } });
    assert.equal(activityContext.due(closed), undefined);
    scene(published, { type: 'ActivityClosed', data: { cohort, unsigned: 0 } })
      .when(ask('SignUp'))
      .refuses('activity-not-open', { ids: ['a'] });
  });
});

suite('the views', () => {
  const of = (id: string, ...events: readonly ActivityEvent[]): readonly Happened[] =>
    events.map((event) => ({ stream: `activity/${id}`, event }) as const);
  const signedOut = (minutes: number): ActivityEvent => ({
    type: 'VolunteerSignedOut',
    data: { cohort, person: li, from: nine, to: nine + minutes * minute, minutes },
  });

  test('[VOL-02] an activity is listed with the places that are taken, and who takes them', () => {
    const happened = of(
      'a',
      published,
      signedUp(),
      signedUp('b'),
      { type: 'SignUpCancelled', data: { cohort, person: personId.parse('b') } },
      signedIn(nine),
      signedOut(30),
      signedIn(nine + hour),
      signedOut(20),
    );
    assert.equal(rowsOf(activityContext, 'activities', happened)[0]?.['taken'], 1);
    assert.deepEqual(rowsOf(activityContext, 'participations', happened), [
      {
        id: 'a/li',
        activity: 'a',
        person: 'li',
        unit: 'east',
        territory,
        day: '2026-03-07',
        stage: 'left',
        minutes: 50,
      },
    ]);
    const off = of('a', published, signedUp(), {
      type: 'ActivityCancelled',
      data: { cohort, reason: sealed('Rain'), persons: [li] },
    });
    assert.equal(rowsOf(activityContext, 'activities', off)[0]?.['stage'], 'cancelled');
    assert.deepEqual(rowsOf(activityContext, 'participations', off), []);
    assert.equal(countsOf(activityCounts, off)[0]?.['activities'], 0);
  });

  const sumOf = (
    happened: readonly Happened[],
    column: string,
    where: (row: Readonly<Record<string, unknown>>) => boolean = () => true,
  ) =>
    countsOf(activityCounts, happened)
      .filter(where)
      .reduce((sum, row) => sum + Number(row[column]), 0);
  const held = (count: number, fieldOf: (n: number) => string) =>
    Array.from({ length: count }, (_, n) =>
      of(`a${n}`, {
        ...published,
        data: { ...published.data, cohort: { ...cohort, field: fieldOf(n) } },
      }),
    ).flat();

  test('[VOL-02] 213 lectures and 12,000 turns of patrol are counted by field (Luqiao)', () => {
    const turns = of('a', ...Array.from({ length: 12_000 }, () => signedOut(60)));
    const all = [...held(213, () => 'lecture'), ...turns];
    assert.equal(
      sumOf(all, 'activities', ({ field }) => field === 'lecture'),
      213,
    );
    assert.equal(
      sumOf(all, 'turns', ({ field }) => field === 'patrol'),
      12_000,
    );
    assert.equal(sumOf(all, 'minutes'), 720_000);
  });

  test('[VOL-02] 800 services in seven fields (Chengcheng), 12,000 activities (Bengbu)', () => {
    const names = rules.service.fields.map(({ id }) => id);
    assert.equal(names.length, 7);
    const services = held(800, (n) => names[n % 7] ?? '');
    assert.equal(sumOf(services, 'activities'), 800);
    assert.equal(countsOf(activityCounts, services).length, 7);
    assert.equal(
      sumOf(
        held(12_000, () => 'aid'),
        'activities',
      ),
      12_000,
    );
  });
});

test('a stream of hours begins with its first credit', () => {
  const state = given(activityContext, {
    type: 'HoursCredited',
    data: {
      person: li,
      activity: activityId.parse('a'),
      unit,
      field: 'aid',
      from: nine,
      to: nine + hour,
      minutes: 60,
      day: '2026-03-07',
    },
  })
    .by(person(li))
    .at(nine + hour)
    .state('hours/li');
  assert.ok(state);
  assert.deepEqual(activityContext.about(state), { owner: 'li' });
  assert.equal(activityContext.due?.(state), undefined);
});
