import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { commitmentContext, fulfilmentOf, unitId, type CommitmentEvent, type StreamId } from '@keting/domain';
import { sealed } from '@keting/domain/testing';
import fc from 'fast-check';
import { runs } from '../../support/runs.ts';
import {
  community,
  day,
  inPlace,
  monday,
  placesWithout,
  rowsOf,
  street,
  streetSide,
  sumsOf,
  unitSide,
} from './place.ts';

const commitment = 'c1';
const stream: StreamId = 'commitment/c1';
const bank = unitId.parse('bank');

const make = (data: object = {}) => ({
  type: 'MakeCommitment' as const,
  data: {
    commitment,
    kind: 'funds',
    from: 'bank',
    to: 'branch',
    post: 'director',
    due: '2026-06-30',
    text: 'x',
    ...data,
  },
});
const fulfil = { type: 'FulfilCommitment', data: { commitment, evidence: ['photo-1'] } } as const;
const withdraw = { type: 'WithdrawCommitment', data: { commitment, reason: 'we move away' } } as const;
const lapse = { type: 'LapseCommitment', data: { commitment, due: '2026-06-30' } } as const;

const cohort = { unit: bank, kind: 'funds', side: 'unit', territory: community, year: 2026 } as const;
const overdueAt = Date.parse('2026-06-30T16:00:00Z');
const made: CommitmentEvent = {
  type: 'CommitmentMade',
  data: { cohort, to: unitId.parse('branch'), post: 'director', due: '2026-06-30', overdueAt, text: sealed('x') },
};
const lapsed: CommitmentEvent = { type: 'CommitmentLapsed', data: { cohort, due: '2026-06-30' } };
const on = (...past: readonly CommitmentEvent[]) => inPlace(commitmentContext, ...past);

suite('making', () => {
  test('[DEL-04] a commitment has an owner, which is a unit and a post, and a date', () => {
    on().when(make()).then(made);
    for (const post of ['clerk', 'secretary']) {
      on()
        .when(make({ post }))
        .refuses('commitment-post-unfit', { ids: ['bank'], params: { post, kind: 'firm' } });
    }
    on()
      .when(make({ due: undefined }))
      .invalid({ path: 'due', code: 'required' });
    on()
      .when(make({ due: '2026-03-01' }))
      .refuses('commitment-date-past', { params: { due: '2026-03-01', today: '2026-03-02' } });
    on()
      .when(make({ due: '2026-03-02' }))
      .then({ type: 'CommitmentMade' });
  });

  test('[DEL-04] units promise policy, talent, technology, goods, funds and venue; the street order, sanitation and advice', () => {
    const theirs = { from: 'branch', to: 'bank', post: 'secretary' };
    for (const kind of unitSide) {
      on()
        .when(make({ kind }))
        .then({ type: 'CommitmentMade', data: { cohort: { side: 'unit', unit: 'bank' } } });
      on()
        .when(make({ kind, ...theirs }))
        .refuses('commitment-side-unfit', { ids: ['branch', 'bank'], params: { kind: 'community-branch' } });
    }
    for (const kind of streetSide) {
      on()
        .when(make({ kind, ...theirs }))
        .then({ type: 'CommitmentMade', data: { cohort: { side: 'street', unit: 'branch' } } });
      on().when(make({ kind })).refuses('commitment-side-unfit');
    }
    on()
      .when(make({ kind: 'applause' }))
      .refuses('commitment-kind-unknown', { params: { kind: 'applause' } });
    on()
      .when(make({ to: 'school' }))
      .refuses('commitment-side-unfit', { ids: ['school'], params: { kind: 'firm' } });
  });

  test('[DEL-04] the unit stands in the place that it promises to', () => {
    on()
      .when(make({ from: 'school', to: 'street' }))
      .then({ type: 'CommitmentMade', data: { cohort: { territory: street } } });
    on()
      .when(make({ from: 'school' }))
      .refuses('commitment-not-resident', { ids: ['school', 'branch'] });
    on()
      .when(make({ from: 'mill', to: 'street' }))
      .refuses('commitment-not-resident');
    on()
      .when(make({ from: 'chain', to: 'twin-branch' }))
      .then({ type: 'CommitmentMade', data: { to: 'twin-branch' } });
    on()
      .when(make({ from: 'nobody' }))
      .refuses('commitment-unit-unknown', { ids: ['nobody'] });
    on()
      .when(make({ to: 'ghost' }))
      .refuses('commitment-unit-unknown', { ids: ['ghost'] });
  });

  test('[DEL-04] it is made once, and not where the place has no such way', () => {
    on(made)
      .when(make())
      .refuses('commitment-exists', { ids: [commitment] });
    for (const place of placesWithout) {
      on().under(place).when(make()).refuses('commitments-not-here', { rule: 'DEL-04' });
    }
  });
});

suite('keeping', () => {
  test('[DEL-04] it is kept with evidence, or not at all', () => {
    on(made)
      .when(fulfil)
      .then({
        type: 'CommitmentFulfilled',
        data: { on: '2026-03-02', late: false, was: 'open', evidence: ['photo-1'] },
      });
    const [plain] = on(made).when(fulfil).events;
    assert.ok(plain !== undefined && !('note' in plain.data));
    on(made)
      .when({ ...fulfil, data: { commitment, evidence: [] } })
      .invalid({ path: 'evidence', code: 'too-small' });
  });

  test('[DEL-04] when its day is over it is overdue by itself, and not before', () => {
    const state = on(made).state(stream);
    assert.ok(state);
    assert.deepEqual(commitmentContext.due?.(state), { at: overdueAt, command: lapse });
    on(made)
      .at(overdueAt)
      .when(lapse)
      .then({ type: 'CommitmentLapsed', data: { cohort, due: '2026-06-30' } });
    on(made)
      .at(overdueAt - 1)
      .when(lapse)
      .refuses('commitment-not-due', { ids: [commitment], params: { due: '2026-06-30' } });
    on(made)
      .at(overdueAt)
      .when({ ...lapse, data: { commitment, due: '2026-05-30' } })
      .refuses('commitment-not-due');
    on(made, lapsed)
      .at(overdueAt)
      .when(lapse)
      .refuses('commitment-ended', { ids: [commitment], params: { stage: 'overdue' } });
    const after = on(made, lapsed).state(stream);
    assert.ok(after);
    assert.equal(commitmentContext.due(after), undefined);
  });

  test('[DEL-04] what is overdue can still be kept, late; so is what the clock has not got to yet', () => {
    const late = { type: 'CommitmentFulfilled', data: { late: true } } as const;
    on(made, lapsed)
      .at(overdueAt + day)
      .when(fulfil)
      .then({ ...late, data: { late: true, was: 'overdue' } });
    on(made)
      .at(overdueAt)
      .when(fulfil)
      .then({ ...late, data: { late: true, was: 'open' } });
    on(made)
      .at(overdueAt - 1)
      .when(fulfil)
      .then({ ...late, data: { late: false } });
  });

  test('[DEL-04] it is taken back with a reason; what has ended has ended', () => {
    const withdrawn = on(made)
      .when(withdraw)
      .then({ type: 'CommitmentWithdrawn', data: { cohort, was: 'open', reason: sealed('we move away') } });
    const kept = on(made).when(fulfil).events;
    on(made, ...kept)
      .when(withdraw)
      .refuses('commitment-ended', { params: { stage: 'fulfilled' } });
    on(made)
      .when({ ...withdraw, data: { commitment } })
      .invalid({ path: 'reason', code: 'required' });
    for (const step of [fulfil, withdraw, lapse]) {
      on(made, ...withdrawn.events)
        .at(overdueAt)
        .when(step)
        .refuses('commitment-ended', { ids: [commitment], params: { stage: 'withdrawn' } });
      on()
        .when(step)
        .refuses('commitment-unknown', { ids: [commitment] });
    }
  });

  test('[DEL-04] a list tells who promised what, until when, and shows the evidence', () => {
    const done = on(made).when({ ...fulfil, data: { ...fulfil.data, note: 'paid' } }).events;
    const row = rowsOf(commitmentContext, 'commitments', stream, [made, ...done]).get(commitment);
    assert.deepEqual(row, {
      id: commitment,
      ...cohort,
      to: 'branch',
      post: 'director',
      due: '2026-06-30',
      stage: 'fulfilled',
      text: sealed('x'),
      fulfilledOn: '2026-03-02',
      late: false,
      evidence: ['photo-1'],
      note: sealed('paid'),
      changedAt: monday + 1,
    });
  });
});

suite('the year', () => {
  const step = fc.constantFrom('fulfil', 'withdraw', 'lapse', 'wait');
  const life = fc.record({
    kind: fc.constantFrom('funds', 'goods', 'venue'),
    due: fc.constantFrom('2026-03-10', '2026-12-31', '2027-01-01'),
    steps: fc.array(step, { maxLength: 4 }),
  });

  /** Everything that happens to one commitment, as far as the rules let it. */
  function lived({
    kind,
    due,
    steps,
  }: {
    readonly kind: string;
    readonly due: string;
    readonly steps: readonly string[];
  }) {
    let events: readonly CommitmentEvent[] = on().when(make({ kind, due })).events;
    let at = monday;
    for (const one of steps) {
      if (one === 'wait') at += 320 * day;
      const ask = { fulfil, withdraw, lapse: { ...lapse, data: { commitment, due } } };
      const command = one === 'fulfil' || one === 'withdraw' || one === 'lapse' ? ask[one] : undefined;
      if (command)
        events = [
          ...events,
          ...on(...events)
            .at(at)
            .when(command).events,
        ];
    }
    return { events, due };
  }

  test("[DEL-04] a unit's fulfilment of a year is what a recount of its commitments gives", () => {
    fc.assert(
      fc.property(fc.array(life, { maxLength: 6 }), fc.constantFrom(2026, 2027), (lives, year) => {
        const all = lives.map(lived);
        const streams = all.map(({ events }, i) => [`commitment/c${i}`, events] as const);
        const sums = sumsOf(commitmentContext, 'commitment-counts', streams, { unit: 'bank', year });
        const ends = all
          .filter(({ due }) => due.startsWith(String(year)))
          .map(({ events }) => on(...events).state(stream));
        const lateOf = ({ events }: (typeof all)[number]) =>
          events.some(({ type, data }) => type === 'CommitmentWithdrawn' && 'late' in data && data.late === true);
        const withdrawnLate = all.filter((one) => one.due.startsWith(String(year)) && lateOf(one)).length;
        const standing = ends.filter((one) => one?.stage !== 'withdrawn').length + withdrawnLate;
        const fulfilled = ends.filter((one) => one?.stage === 'fulfilled').length;
        assert.deepEqual(fulfilmentOf(sums), {
          standing,
          fulfilled,
          late: ends.filter((one) => one?.stage === 'fulfilled' && one.late).length,
          overdue: ends.filter((one) => one?.stage === 'overdue').length,
          withdrawnLate,
          rate: standing === 0 ? undefined : fulfilled / standing,
        });
      }),
      { numRuns: runs() },
    );
  });

  test('[DEL-04] what is taken back after its date stays unkept in the rate; before it, it counts for nothing', () => {
    const promised = (at: number, ...before: readonly CommitmentEvent[]) => [
      made,
      ...before,
      ...on(made, ...before)
        .at(at)
        .when(withdraw).events,
    ];
    const kept = [made, ...on(made).when(fulfil).events];
    const rate = (...all: readonly (readonly CommitmentEvent[])[]) => {
      const streams = all.map((events, i) => [`commitment/c${i}`, events] as const);
      return fulfilmentOf(sumsOf(commitmentContext, 'commitment-counts', streams)).rate;
    };
    assert.equal(rate(kept, kept, [made, lapsed]), 2 / 3);
    assert.equal(rate(kept, kept, promised(overdueAt, lapsed)), 2 / 3);
    assert.equal(rate(kept, kept, promised(overdueAt)), 2 / 3, 'also where the clock has not got to it yet');
    assert.equal(rate(kept, kept, promised(overdueAt - 1)), 1);
    const asOnce: CommitmentEvent = {
      type: 'CommitmentWithdrawn',
      data: { cohort, was: 'overdue', reason: sealed('we move away') },
    };
    assert.equal(rate(kept, kept, [made, lapsed, asOnce]), 2 / 3, 'records from before it was said are read so');
  });

  test('[DEL-04] nothing promised is no rate, and not a rate of nothing', () => {
    assert.equal(fulfilmentOf({}).rate, undefined);
  });
});
