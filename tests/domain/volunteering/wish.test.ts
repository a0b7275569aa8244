import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { personId, startOfDay, unitId, wishContext, wishCounts, type WishEvent, type WishStep } from '@keting/domain';
import { given, sampleModel, sealed } from '@keting/domain/testing';
import { countsOf, rowsOf } from './rows.ts';
import { volunteerModel } from './rules.ts';

const model = volunteerModel();
const place = { unit: unitId.parse('east'), territory: '990101001001', kind: 'repair' };
const day = '2026-03-02';
const [wang, li] = [personId.parse('wang'), personId.parse('li')];
const [text, contact, note] = [sealed('A tap that does not drip'), sealed('Wang, stairwell 3'), sealed('New washer')];
const claim = { claimer: li, day };
/** Fourteen days from the day of the claim, to the end of the last. */
const dueAt = startOfDay('2026-03-17', model.workingTime);

const published: WishEvent = {
  type: 'WishPublished',
  data: { ...place, wisher: wang, channel: 'offline', text, contact, day },
};
const claimed: WishEvent = { type: 'WishClaimed', data: { ...place, ...claim, wisher: wang, contact, dueAt } };
const fulfilled: WishEvent = { type: 'WishFulfilled', data: { ...place, ...claim, note } };
const confirmed: WishEvent = { type: 'WishConfirmed', data: { ...place, ...claim } };
const givenBack: WishEvent = { type: 'WishGivenBack', data: { ...place, ...claim, late: false } };
const withdrawn: WishEvent = { type: 'WishWithdrawn', data: { ...place, day, claimer: li } };

const scene = (...past: readonly WishEvent[]) =>
  given(wishContext, ...past)
    .under(model)
    .withAll('unitOf', (id) => ({
      id,
      kind: id === 'east' ? 'residents-committee' : 'firm',
      territories: [place.territory],
    }));

const publish = (data: object = {}) =>
  ({
    type: 'PublishWish',
    data: {
      wish: 'w',
      unit: 'east',
      kind: 'repair',
      wisher: 'wang',
      channel: 'offline',
      text: 'A tap that does not drip',
      contact: 'Wang, stairwell 3',
      ...data,
    },
  }) as const;
const ask = <T extends WishStep['type']>(type: T, data: object = {}) =>
  ({ type, data: { wish: 'w', ...data } }) as const;
const claimBy = (claimer: string) => ask('ClaimWish', { claimer });

suite('a wish', () => {
  test('[VOL-04] is published on line, or written down for somebody', () => {
    scene().when(publish()).then(published);
    scene()
      .when(publish({ channel: 'online' }))
      .then({ type: 'WishPublished', data: { channel: 'online' } });
    scene(published)
      .when(publish())
      .refuses('wish-exists', { ids: ['w'] });
    scene()
      .when(publish({ kind: 'unheard-of' }))
      .refuses('wish-kind-unknown', { params: { kind: 'unheard-of' } });
    scene()
      .when(publish({ unit: 'works' }))
      .refuses('wish-unit-unfit', { ids: ['works'] });
    given(wishContext)
      .under(sampleModel())
      .when(publish())
      .refuses('wishes-lacking', { ids: ['w'] });
  });

  test('[VOL-04] is claimed once', () => {
    scene(published).when(claimBy('li')).then(claimed);
    scene(published, claimed)
      .when(claimBy('zhao'))
      .refuses('wish-taken', { ids: ['w'] });
    scene(published, claimed)
      .when(claimBy('li'))
      .refuses('wish-taken', { ids: ['w'] });
    scene(published, claimed, fulfilled)
      .when(claimBy('zhao'))
      .refuses('wish-taken', { ids: ['w'] });
    scene(published)
      .when(claimBy('wang'))
      .refuses('wish-ones-own', { ids: ['w'] });
    scene()
      .when(claimBy('li'))
      .refuses('wish-unknown', { ids: ['w'] });
  });

  test('[VOL-04] is fulfilled by the claimer and confirmed by the wisher, or returned', () => {
    scene(published, claimed)
      .when(ask('FulfilWish', { note: 'New washer' }))
      .then(fulfilled);
    scene(published)
      .when(ask('FulfilWish', { note: 'New washer' }))
      .refuses('wish-not-claimed', { ids: ['w'] });
    scene(published, claimed, fulfilled).when(ask('ConfirmWish')).then(confirmed);
    scene(published, claimed)
      .when(ask('ConfirmWish'))
      .refuses('wish-not-fulfilled', { ids: ['w'] });
    const { state } = scene(published, claimed, fulfilled)
      .when(ask('ReturnWish'))
      .then({ type: 'WishReturned', data: { claimer: 'li', dueAt } });
    assert.equal(state.stage, 'claimed');
    scene(published)
      .when(ask('ReturnWish'))
      .refuses('wish-not-fulfilled', { ids: ['w'] });
    scene(published, claimed, fulfilled, confirmed)
      .when(claimBy('zhao'))
      .refuses('wish-ended', { ids: ['w'] });
  });

  test('[VOL-04] is given back, by the claimer or by itself, and can be claimed anew', () => {
    scene(published, claimed).when(ask('GiveBackWish')).then(givenBack);
    scene(published)
      .when(ask('GiveBackWish'))
      .refuses('wish-not-claimed', { ids: ['w'] });
    scene(published, claimed, givenBack)
      .when(claimBy('zhao'))
      .then({ type: 'WishClaimed', data: { claimer: 'zhao' } });
    const state = scene(published, claimed).state('wish/w');
    assert.ok(state);
    assert.deepEqual(wishContext.due?.(state), { at: dueAt, command: ask('FreeWish') });
    scene(published, claimed)
      .at(dueAt - 1)
      .when(ask('FreeWish'))
      .refuses('wish-still-claimed', { ids: ['w'], params: { due: dueAt } });
    scene(published, claimed)
      .at(dueAt)
      .when(ask('FreeWish'))
      .then({ type: 'WishGivenBack', data: { late: true } });
    scene(published, claimed, fulfilled)
      .at(dueAt)
      .when(ask('FreeWish'))
      .refuses('wish-not-claimed', { ids: ['w'] });
  });

  test('[VOL-04] is taken back by the wisher, whoever has it', () => {
    scene(published).when(ask('WithdrawWish')).then({ type: 'WishWithdrawn' });
    scene(published, claimed).when(ask('WithdrawWish')).then(withdrawn);
    scene(published, claimed, withdrawn)
      .when(ask('WithdrawWish'))
      .refuses('wish-ended', { ids: ['w'] });
  });
});

suite('who wishes', () => {
  const of = (...events: readonly WishEvent[]) => events.map((event) => ({ stream: 'wish/w', event }) as const);
  const rows = (view: string, ...events: readonly WishEvent[]) => rowsOf(wishContext, view, of(...events));

  test('[VOL-04] is not in what everybody sees of a wish, at any stage', () => {
    for (const past of [[published], [published, claimed], [published, claimed, fulfilled, confirmed]]) {
      const [row] = rows('wishes', ...past);
      assert.ok(row);
      assert.ok(!JSON.stringify(row).includes('wang'));
      assert.ok(!JSON.stringify(row).includes(contact.content));
    }
    assert.deepEqual(rows('wishes', published, withdrawn), []);
  });

  test('[VOL-04] is the claimer’s to see while they have the wish, and nobody’s before and after', () => {
    assert.deepEqual(rows('wishers', published), []);
    assert.deepEqual(rows('wishers', published, claimed), [{ id: 'w', claimer: 'li', wisher: 'wang', contact, dueAt }]);
    assert.equal(rows('wishers', published, claimed, fulfilled)[0]?.['dueAt'], undefined);
    for (const end of [[givenBack], [withdrawn], [fulfilled, confirmed]]) {
      assert.deepEqual(rows('wishers', published, claimed, ...end), []);
    }
  });

  test('[VOL-04] sees what becomes of a wish of their own', () => {
    const [row] = rows('own-wishes', published, claimed, fulfilled);
    assert.deepEqual(row, {
      id: 'w',
      wisher: 'wang',
      stage: 'fulfilled',
      kind: 'repair',
      text,
      claimer: 'li',
      note,
      day,
    });
    assert.equal(rows('own-wishes', published, claimed, givenBack)[0]?.['claimer'], undefined);
  });

  test('[VOL-04] is not told of by who changed a wish', () => {
    const told = (type: string) => wishContext.tellsWho?.({ type } as never);
    assert.equal(told('WishPublished'), false);
    assert.equal(told('WishConfirmed'), false);
    assert.equal(told('WishClaimed'), true);
  });

  test('[VOL-04] wishes are counted by unit and kind', () => {
    assert.deepEqual(countsOf(wishCounts, of(published, claimed, fulfilled, confirmed)), [
      { ...place, published: 1, confirmed: 1, withdrawn: 0 },
    ]);
  });
});
