import assert from 'node:assert/strict';
import { test } from 'node:test';
import { person, pointEntries, pointLots, pointSums, process, type Message, type PointEvent } from '@keting/domain';
import { sampleModel, sealed } from '@keting/domain/testing';
import type { OpenDesk } from '../../support/open-desk.ts';
import { anna, award, awarded, codeOf, endOf, morning, points, reserve, shop, spent, thisEntry } from './place.ts';

const reverse = { type: 'ReverseEntry' as const, data: { person: anna, entry: 'e1', reason: 'it was her sister' } };
const row = (rest: Readonly<Record<string, unknown>> = {}) => ({
  id: 'e1',
  person: anna,
  kind: 'award',
  points: 5,
  rule: 'good-deed',
  on: '2026-03-02',
  day: '2026-03-02',
  at: 0,
  evidence: 'list/e1',
  reversed: 'no',
  ...rest,
});

test('[PTS-01] an award is one entry with both legs, its rule, the version of the model and its evidence', () => {
  points()
    .when(award({ unit: 'room' }))
    .then({
      type: 'PointsAwarded',
      data: {
        entry: thisEntry,
        legs: [
          { account: 'issuer', points: -5 },
          { account: 'volunteer', points: 5 },
        ],
        rule: 'good-deed',
        model: '1',
        evidence: 'list/1',
        reason: sealed('she swept the yard'),
        unit: 'room',
        territories: ['990101001001'],
      },
    })
    .claims('credit/good-deed/list/1');
});

test('[PTS-01] an award says nothing that there is not: no cap, no reason, no unit, no end', () => {
  const { points: rules, ...rest } = sampleModel();
  assert.ok(rules);
  const { expiry: _none, ...endless } = rules;
  const { events } = points()
    .under({ ...rest, points: endless })
    .by(process('award'))
    .when(award({ reason: undefined }))
    .then({ type: 'PointsAwarded' });
  assert.deepEqual(events[0]?.data, {
    entry: thisEntry,
    legs: [
      { account: 'issuer', points: -5 },
      { account: 'volunteer', points: 5 },
    ],
    day: '2026-03-02',
    points: 5,
    full: 5,
    rule: 'good-deed',
    model: '1',
    evidence: 'list/1',
    on: '2026-03-02',
    territories: [],
    keepFrom: '2026-01-31',
  });
});

test('[PTS-01] a unit that is no more has no place', () => {
  points()
    .when(award({ unit: 'gone' }))
    .then({ type: 'PointsAwarded', data: { unit: 'gone', territories: [] } });
});

test('[PTS-01] no rule credits the same evidence twice, to the same person or to another', async () => {
  points()
    .with({ fact: 'creditOf', args: ['good-deed', 'list/1'] }, 'e1')
    .when(award())
    .refuses('already-credited', { ids: ['list/1', 'e1'] });
  const desk = await shop(0);
  await desk.all(award());
  for (const who of [anna, 'bo']) {
    assert.equal((await desk.refusal(award({ person: who })))?.code, 'already-credited');
  }
  assert.equal(await desk.refusal(award({ rule: 'wish' })), undefined);
});

test('[PTS-01] two awards of one evidence that race: one holds, by its claim', async () => {
  const desk = await shop(0);
  const receipts = await Promise.all([desk.send(award()), desk.send(award()), desk.send(award({ person: 'bo' }))]);
  assert.equal(receipts.filter(({ ok }) => ok).length, 1);
});

test('[PTS-01] by hand an award says why, and nobody awards themselves', () => {
  points()
    .when(award({ reason: undefined }))
    .refuses('award-reason-missing');
  points()
    .by(process('award'))
    .when(award({ reason: undefined }))
    .then({ type: 'PointsAwarded' });
  points()
    .by(person(anna))
    .when(award())
    .refuses('award-to-oneself', { ids: [anna] });
});

test('[PTS-01] a wrong entry is reversed with a reason by an entry of its own, and its evidence is free again', () => {
  points(awarded({ entry: 'e1', points: 5 }))
    .with({ fact: 'pointEntryOf', args: [anna, 'e1'] }, row())
    .when(reverse)
    .then({
      type: 'EntryReversed',
      data: {
        reverses: 'e1',
        points: 5,
        short: 0,
        legs: [
          { account: 'volunteer', points: -5 },
          { account: 'issuer', points: 5 },
        ],
      },
    })
    .releases('credit/good-deed/list/e1');
  const silent = { ...reverse, data: { ...reverse.data, reason: ' ' } };
  points(awarded({ entry: 'e1', points: 5 }))
    .when(silent)
    .invalid({ path: 'reason' });
});

test('[PTS-01] a wrong entry is reversed once, and only an award is', () => {
  const past = points(awarded({ entry: 'e1', points: 5 }));
  const of = (entry: unknown) => past.with({ fact: 'pointEntryOf', args: [anna, 'e1'] }, entry).when(reverse);
  const ids = ['e1'];
  of(row({ reversed: 'whole' })).refuses('entry-reversed', { ids });
  of(row({ reversed: 'part' })).refuses('entry-reversed', { ids });
  of(row({ kind: 'expiry' })).refuses('entry-unknown', { ids });
  of(undefined).refuses('entry-unknown', { ids });
  of(row({ until: morning('2026-03-02') })).refuses('entry-expired', { ids });
  of(row({ until: morning('2026-03-02') + 1 })).then({ type: 'EntryReversed' });
});

test('[PTS-01] a reversal takes what is left of its own entry, then the oldest, and nothing whose day is over', () => {
  const own = awarded({ entry: 'e1', points: 5, until: '2027-04-02' });
  const gone = awarded({ entry: 'e0', points: 9, until: '2026-03-01' });
  const older = awarded({ entry: 'e2', points: 9 });
  const taken = (...past: readonly PointEvent[]) =>
    points(...past)
      .with({ fact: 'pointEntryOf', args: [anna, 'e1'] }, row())
      .when(reverse);
  const part = { entry: 'e1', expires: '2027-04-02', until: endOf('2027-04-02') };
  taken(older, own).then({ type: 'EntryReversed', data: { lots: [{ ...part, points: 5 }], short: 0 } });
  taken(gone, own, spent('r1', [{ entry: 'e1', points: 2 }])).then({
    type: 'EntryReversed',
    data: { lots: [{ ...part, points: 3 }], short: 2 },
  });
  taken(older, own, spent('r1', [{ entry: 'e1', points: 2 }])).then({
    type: 'EntryReversed',
    data: {
      lots: [
        { ...part, points: 3 },
        { entry: 'e2', points: 2, expires: '2027-03-02', until: endOf('2027-03-02') },
      ],
      short: 0,
    },
  });
});

test('[PTS-01] what was spent of a wrong entry is taken from the rest; no account falls below nothing', () => {
  const after = (...past: readonly PointEvent[]) =>
    points(...past, spent('r1', [{ entry: 'e1', points: 4 }]))
      .with({ fact: 'pointEntryOf', args: [anna, 'e1'] }, row())
      .when(reverse);
  after(awarded({ entry: 'e1', points: 5 }))
    .then({ type: 'EntryReversed', data: { points: 1, short: 4 } })
    .releases();
  after(awarded({ entry: 'e1', points: 5 }), awarded({ entry: 'e2', points: 9, until: '2027-04-02' }))
    .then({ type: 'EntryReversed', data: { points: 5, short: 0 } })
    .releases('credit/good-deed/list/e1');
});

test('[PTS-01] after a reversal the deed can be credited to whose it was, and the record keeps all three entries', async () => {
  const desk = await shop(0);
  await desk.all(award());
  const { rows } = await desk.view(pointEntries, { where: { person: 'anna' } });
  const entry = rows[0]?.id ?? '';
  await desk.all({ ...reverse, data: { ...reverse.data, entry } }, award({ person: 'bo' }));
  assert.equal((await desk.refusal({ ...reverse, data: { ...reverse.data, entry } }))?.code, 'entry-reversed');
  const kept = (await desk.view(pointEntries)).rows.map((one) => `${one.person} ${one.kind} ${one.reversed}`);
  assert.deepEqual(kept.sort(), ['anna award whole', 'anna reversal no', 'bo award no']);
  const sums = await desk.sum(pointSums, { by: ['account'], of: ['points'] });
  assert.deepEqual(
    sums.map((sum) => [sum['account'], sum['points']]),
    [
      ['issuer', -5],
      ['volunteer', 5],
    ],
  );
});

test('[PTS-01] an award and its reversal count under the same unit, which then has issued nothing', async () => {
  const desk = await shop(0);
  await desk.all(award({ unit: 'room' }));
  const { rows } = await desk.view(pointEntries);
  await desk.all({ ...reverse, data: { ...reverse.data, entry: rows[0]?.id ?? '' } });
  const sums = await desk.sum(pointSums, { by: ['unit', 'account'], of: ['points'] });
  assert.deepEqual(
    sums.map((sum) => [sum['unit'], sum['account'], sum['points']]),
    [
      ['room', 'issuer', 0],
      ['room', 'volunteer', 0],
    ],
  );
  const reversal = (await desk.view(pointEntries, { where: { kind: 'reversal' } })).rows[0];
  assert.deepEqual([reversal?.unit, reversal?.territory], ['room', '990101001001']);
});

/** Anna spends all of four awards of 5 on an umbrella that she reserves, and then the first of them is taken back. */
async function takenBackWhileReserved(): Promise<{ readonly desk: OpenDesk; readonly entry: string }> {
  const desk = await shop(2);
  for (const n of [1, 2, 3, 4]) await desk.all(award({ evidence: `list/${n}`, unit: 'room' }));
  await asAnna(desk, reserve('anna', 'r1'));
  const { rows } = await desk.view(pointEntries, { where: { evidence: 'list/1' } });
  const entry = rows[0]?.id ?? '';
  await desk.all({ ...reverse, data: { ...reverse.data, entry } });
  return { desk, entry };
}

async function asAnna(desk: OpenDesk, message: Message): Promise<void> {
  const receipt = await desk.as(person(anna)).send(message);
  assert.ok(receipt.ok, message.type);
}

const left = async (desk: OpenDesk): Promise<number> =>
  (await desk.view(pointLots)).rows.reduce((sum, lot) => sum + lot.points, 0);
const cancelled = { type: 'CancelReservation', data: { item: 'umbrella', reservation: 'r1' } };

test('[PTS-01] what a reversal lacked is made good by what was reserved then and comes back, and its evidence is free again', async () => {
  const { desk, entry } = await takenBackWhileReserved();
  assert.equal((await desk.refusal(award({ person: 'bo' })))?.code, 'already-credited');
  await desk.all(cancelled);
  assert.equal(await left(desk), 15);
  const [row] = (await desk.view(pointEntries, { where: { id: entry } })).rows;
  assert.deepEqual([row?.reversed, row?.short], ['whole', 0]);
  const made = (await desk.view(pointEntries, { where: { kind: 'reversal' }, order: [{ by: 'at' }] })).rows;
  assert.deepEqual(
    made.map(({ points: some, reservation, unit }) => [some, reservation, unit]),
    [
      [0, undefined, 'room'],
      [5, 'r1', 'room'],
    ],
  );
  await desk.all(award({ person: 'bo' }));
  const sums = await desk.sum(pointSums, { by: ['account'], of: ['points'] });
  assert.deepEqual(Object.fromEntries(sums.map((sum) => [sum['account'], sum['points']])), {
    issuer: -20,
    volunteer: 20,
    store: 0,
    expired: 0,
  });
});

test('[PTS-01] what was reserved after a reversal, or picked up, makes nothing good: it was spent, or came later', async () => {
  const { desk } = await takenBackWhileReserved();
  await desk.all({ type: 'PickUpItem', data: { item: 'umbrella', code: codeOf('r1') } });
  for (const n of [5, 6, 7, 8]) await desk.all(award({ evidence: `list/${n}` }));
  await asAnna(desk, reserve('anna', 'r1'));
  await desk.all(cancelled);
  assert.equal(await left(desk), 20);
  assert.equal((await desk.refusal(award({ person: 'bo' })))?.code, 'already-credited');
});

test('[PTS-01] points can be asked for only where there are any', () => {
  const { points: _none, ...without } = sampleModel();
  points().under(without).when(award()).refuses('points-missing');
  points()
    .when(reverse)
    .refuses('account-unknown', { ids: [anna] });
});
