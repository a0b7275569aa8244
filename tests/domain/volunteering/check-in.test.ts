import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  checkInContext,
  checkInCounts,
  checkInCoverage,
  missingCheckIns,
  personId,
  unitId,
  type CheckInEvent,
  type Reported,
  type StreamId,
} from '@keting/domain';
import { given, sampleModel } from '@keting/domain/testing';
import fc from 'fast-check';
import { countsOf, rowsOf } from './rows.ts';
import { volunteerModel } from './rules.ts';
import { runs } from '../../support/runs.ts';

const territories: Readonly<Record<string, string>> = { east: '990101001001', west: '990101001002' };
const kinds: Readonly<Record<string, string>> = {
  east: 'residents-committee',
  west: 'residents-committee',
  works: 'firm',
  room: 'living-room',
};

const scene = (...past: readonly CheckInEvent[]) =>
  given(checkInContext, ...past)
    .under(volunteerModel())
    .withAll('unitOf', (id) => {
      const kind = kinds[String(id)];
      return kind && { id: unitId.parse(id), kind, territories: [territories[String(id)] ?? '990101'] };
    });

const works = unitId.parse('works');
const at = (community: string): Reported => ({
  community: unitId.parse(community),
  territory: territories[community] ?? '',
  since: '2026-03-02',
});
const listed: CheckInEvent = { type: 'CheckInListed', data: { unit: works } };
const inEast: CheckInEvent = { type: 'CheckedIn', data: { ...at('east'), unit: works } };
const ask = (type: keyof typeof checkInContext.commands, data: object = {}) =>
  ({ type, data: { person: 'li', ...data } }) as const;

suite('a serving member', () => {
  test('[VOL-01] reports to the community where they live', () => {
    scene(listed)
      .when(ask('CheckIn', { community: 'east' }))
      .then({ type: 'CheckedIn', data: { ...at('east'), unit: 'works' } });
    scene()
      .when(ask('CheckIn', { community: 'east' }))
      .then({ type: 'CheckedIn', data: at('east') });
  });

  test('[VOL-01] is with one community at a time: moving ends the earlier', () => {
    const { state } = scene(listed, inEast)
      .when(ask('CheckIn', { community: 'west' }))
      .then({ type: 'CheckedIn', data: { ...at('west'), left: at('east') } });
    assert.ok(state.stage === 'reported');
    assert.equal(state.reported.community, 'west');
    scene(listed, inEast)
      .when(ask('CheckIn', { community: 'east' }))
      .refuses('already-checked-in', { ids: ['li', 'east'] });
  });

  test('[VOL-01] reports to communities alone, and leaves what they are with', () => {
    scene()
      .when(ask('CheckIn', { community: 'room' }))
      .refuses('community-unfit', { ids: ['room'] });
    scene()
      .when(ask('CheckIn', { community: 'nowhere' }))
      .refuses('community-unfit', { ids: ['nowhere'] });
    scene(listed, inEast)
      .when(ask('EndCheckIn'))
      .then({ type: 'CheckInEnded', data: { left: at('east'), on: '2026-03-02', unit: 'works' } });
    scene(listed)
      .when(ask('EndCheckIn'))
      .refuses('not-checked-in', { ids: ['li'] });
  });

  test('[VOL-01] is on the list of one unit', () => {
    scene()
      .when(ask('ListMember', { unit: 'works' }))
      .then({ type: 'CheckInListed', data: { unit: 'works' } });
    scene()
      .when(ask('ListMember', { unit: 'nowhere' }))
      .refuses('member-unit-unknown', { ids: ['nowhere'] });
    scene(listed)
      .when(ask('ListMember', { unit: 'works' }))
      .refuses('already-listed', { ids: ['li'] });
    scene(listed, inEast)
      .when(ask('DelistMember'))
      .then({ type: 'CheckInDelisted', data: { unit: 'works', reported: at('east') } });
    scene(inEast)
      .when(ask('DelistMember'))
      .refuses('not-listed', { ids: ['li'] });
  });
});

suite('a unit', () => {
  const unit = (type: keyof typeof checkInContext.commands, of: string, rest: object = {}) =>
    ({ type, data: { unit: of, ...rest } }) as const;

  test('[VOL-01] of a kind that is due reports to the community where it stands', () => {
    scene().when(unit('ListUnit', 'works')).then({ type: 'CheckInListed' });
    scene()
      .when(unit('CheckInUnit', 'works', { community: 'east' }))
      .then({ type: 'CheckedIn', data: at('east') });
    scene()
      .when(unit('ListUnit', 'room'))
      .refuses('unit-not-due', { ids: ['room'] });
    scene()
      .when(unit('CheckInUnit', 'room', { community: 'east' }))
      .refuses('unit-not-due', { ids: ['room'] });
  });

  test('[VOL-01] ends its check-in and leaves the list', () => {
    scene(listed, inEast).when(unit('EndUnitCheckIn', 'works')).then({ type: 'CheckInEnded' });
    scene(listed).when(unit('DelistUnit', 'works')).then({ type: 'CheckInDelisted' });
  });
});

test('[VOL-01] a place without double check-in refuses all of it', () => {
  given(checkInContext)
    .under(sampleModel())
    .when(ask('CheckIn', { community: 'east' }))
    .refuses('check-in-lacking', { ids: ['li'] });
});

suite('the views', () => {
  const of = (stream: StreamId, ...events: readonly CheckInEvent[]) => events.map((event) => ({ stream, event }));

  test('[VOL-01] who has reported is one row, who has not a row of the own unit', () => {
    const happened = [...of('check-in/li', listed, inEast), ...of('check-in/wang', listed)];
    assert.deepEqual(rowsOf(checkInContext, 'check-ins', happened), [
      { id: 'check-in/li', who: 'person', person: 'li', unit: 'works', ...at('east') },
    ]);
    assert.deepEqual(missingCheckIns.about, { unit: 'unit' }, 'nothing else lets anyone in');
    assert.deepEqual(rowsOf(checkInContext, 'missing-check-ins', happened), [
      { id: 'check-in/wang', who: 'person', person: 'wang', unit: 'works' },
    ]);
  });

  test('[VOL-01] whoever is delisted misses on no list, and stays where they reported', () => {
    const delisted: CheckInEvent = { type: 'CheckInDelisted', data: { unit: works, reported: at('east') } };
    const happened = [...of('check-in/li', listed, inEast, delisted)];
    assert.equal(rowsOf(checkInContext, 'check-ins', happened).length, 1);
    assert.deepEqual(rowsOf(checkInContext, 'missing-check-ins', happened), []);
  });

  test('[VOL-01] 385 units and 20,000 members that have reported are counted by community', () => {
    const members = Array.from({ length: 20_000 }, (_, n) => of(`check-in/p${n}`, listed, inEast)).flat();
    const units = Array.from({ length: 385 }, (_, n) =>
      of(`unit-check-in/u${n}`, { type: 'CheckedIn', data: at('west') }),
    ).flat();
    assert.deepEqual(countsOf(checkInCounts, [...members, ...units]), [
      { community: 'east', territory: '990101001001', who: 'person', reported: 20_000 },
      { community: 'west', territory: '990101001002', who: 'unit', reported: 385 },
    ]);
    assert.deepEqual(
      countsOf(checkInCoverage, members),
      [{ unit: 'works', who: 'person', due: 20_000, reported: 20_000 }],
      'full coverage',
    );
  });

  test('[VOL-01] whatever happens, one is with one community at most, and every count equals a recount', () => {
    const person = fc.constantFrom('a', 'b', 'c');
    const community = fc.constantFrom('east', 'west');
    const asked = fc.oneof(
      fc.record({ type: fc.constant('CheckIn'), person, community }),
      fc.record({ type: fc.constantFrom('EndCheckIn', 'DelistMember'), person }),
      fc.record({ type: fc.constant('ListMember'), person, unit: fc.constant('works') }),
    );
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 30 }), (asks) => {
        const pasts = new Map<string, readonly CheckInEvent[]>();
        const happened: { stream: StreamId; event: CheckInEvent }[] = [];
        for (const { type, ...data } of asks) {
          const past = pasts.get(data.person) ?? [];
          const { events } = scene(...past).when({ type, data });
          pasts.set(data.person, [...past, ...events]);
          happened.push(...of(`check-in/${personId.parse(data.person)}`, ...events));
        }
        const reported = rowsOf(checkInContext, 'check-ins', happened);
        const persons = reported.map((row) => row['person']);
        assert.equal(new Set(persons).size, persons.length);
        const listedNow = [...pasts].filter(([name, past]) => scene(...past).state(`check-in/${name}`)?.unit);
        const missing = rowsOf(checkInContext, 'missing-check-ins', happened).map((row) => row['person']);
        assert.deepEqual(
          [...missing].sort(),
          listedNow
            .map(([name]) => name)
            .filter((name) => !persons.includes(name))
            .sort(),
        );
        for (const row of countsOf(checkInCounts, happened)) {
          assert.equal(row['reported'], reported.filter((one) => one['community'] === row['community']).length);
        }
        for (const row of countsOf(checkInCoverage, happened)) {
          assert.equal(row['due'], listedNow.length);
          assert.equal(row['reported'], listedNow.length - missing.length);
        }
      }),
      { numRuns: runs() },
    );
  });
});
