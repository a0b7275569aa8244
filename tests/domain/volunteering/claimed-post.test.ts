import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  claimedPostContext,
  personId,
  serviceRecords,
  startOfDay,
  unitId,
  type ClaimedPostEvent,
} from '@keting/domain';
import { given, sampleModel, sealed } from '@keting/domain/testing';
import fc from 'fast-check';
import { countsOf, rowsOf } from './rows.ts';
import { volunteerModel } from './rules.ts';
import { runs } from '../../support/runs.ts';

const model = volunteerModel();
const place = { unit: unitId.parse('east'), territory: '990101001001', kind: 'stairwell' };
const endsAt = startOfDay('2027-03-02', model.workingTime);
const title = sealed('Stairwell 3');

const scene = (...past: readonly ClaimedPostEvent[]) =>
  given(claimedPostContext, ...past)
    .under(model)
    .withAll('unitOf', (id) => ({
      id,
      kind: id === 'east' ? 'residents-committee' : 'firm',
      territories: [place.territory],
    }));

const offer = (data: object = {}) =>
  ({
    type: 'OfferPost',
    data: {
      post: 'p',
      unit: 'east',
      kind: 'stairwell',
      title: 'Stairwell 3',
      places: 2,
      from: '2026-03-02',
      until: '2027-03-02',
      ...data,
    },
  }) as const;
const offered: ClaimedPostEvent = {
  type: 'PostOffered',
  data: { ...place, title, places: 2, from: '2026-03-02', until: '2027-03-02', endsAt },
};
const held = (type: 'PostClaimed' | 'PostGivenUp', who: string): ClaimedPostEvent => ({
  type,
  data: { ...place, person: personId.parse(who), day: '2026-03-02' },
});
const ask = (type: 'ClaimPost' | 'GiveUpPost', who = 'li') => ({ type, data: { post: 'p', person: who } }) as const;
const step = (type: 'WithdrawPost' | 'EndPostTerm') => ({ type, data: { post: 'p' } }) as const;
const full = [offered, held('PostClaimed', 'a'), held('PostClaimed', 'b')];

suite('a post that members claim', () => {
  test('[VOL-03] has places and a term', () => {
    scene()
      .when(offer())
      .then({ type: 'PostOffered', data: { ...place, places: 2, until: '2027-03-02', endsAt } });
    scene(offered)
      .when(offer())
      .refuses('claimed-post-exists', { ids: ['p'] });
    scene()
      .when(offer({ places: 51 }))
      .refuses('claimed-post-places-too-many', { ids: ['p'], params: { limit: 50 } });
    scene()
      .when(offer({ places: 50 }))
      .then({ type: 'PostOffered', data: { places: 50 } });
    scene()
      .when(offer({ kind: 'unheard-of' }))
      .refuses('claimed-post-kind-unknown', { params: { kind: 'unheard-of' } });
    scene()
      .when(offer({ unit: 'works' }))
      .refuses('claimed-post-unit-unfit', { ids: ['works'] });
    given(claimedPostContext)
      .under(sampleModel())
      .when(offer())
      .refuses('claimed-posts-lacking', { ids: ['p'] });
  });

  test('[VOL-03] is offered for no longer than the model lets it, and for a term that is not over', () => {
    scene()
      .when(offer({ until: '2027-03-03' }))
      .then({ type: 'PostOffered' });
    for (const until of ['2027-03-04', '2026-03-02', '2025-01-01']) {
      scene()
        .when(offer({ until }))
        .refuses('claimed-post-term-unfit', { ids: ['p'], params: { longest: 366 } });
    }
    scene()
      .when(offer({ from: '2026-01-01', until: '2026-03-02' }))
      .refuses('claimed-post-term-unfit');
    for (const until of ['2026-12-31', '2027-01-01']) {
      scene()
        .when(offer({ from: '2027-01-01', until }))
        .refuses('claimed-post-term-unfit');
    }
  });

  test('[VOL-03] is held by no more than it has places for', () => {
    scene(offered).when(ask('ClaimPost')).then(held('PostClaimed', 'li'));
    scene(...full)
      .when(ask('ClaimPost'))
      .refuses('claimed-post-full', { ids: ['p'], params: { places: 2 } });
    scene(...full, held('PostGivenUp', 'a'))
      .when(ask('ClaimPost'))
      .then({ type: 'PostClaimed' });
    scene(...full)
      .when(ask('ClaimPost', 'a'))
      .refuses('claimed-post-held', { ids: ['p', 'a'] });
    scene()
      .when(ask('ClaimPost'))
      .refuses('claimed-post-unknown', { ids: ['p'] });
  });

  test('[VOL-03] is given up by who holds it', () => {
    scene(...full)
      .when(ask('GiveUpPost', 'a'))
      .then({ type: 'PostGivenUp', data: { person: 'a' } });
    scene(offered)
      .when(ask('GiveUpPost'))
      .refuses('claimed-post-not-held', { ids: ['p', 'li'] });
  });

  test('[VOL-03] is held by nobody beyond its term: it ends by itself on the day', () => {
    const state = scene(...full).state('claimed-post/p');
    assert.ok(state);
    assert.deepEqual(claimedPostContext.due?.(state), { at: endsAt, command: step('EndPostTerm') });
    scene(...full)
      .at(endsAt - 1)
      .when(step('EndPostTerm'))
      .refuses('claimed-post-term-runs', { ids: ['p'], params: { due: endsAt } });
    const ended = scene(...full)
      .at(endsAt)
      .when(step('EndPostTerm'))
      .then({ type: 'PostTermEnded', data: { holders: ['a', 'b'] } });
    assert.equal(ended.state.stage, 'ended');
    scene(offered)
      .at(endsAt)
      .when(ask('ClaimPost'))
      .refuses('claimed-post-ended', { ids: ['p'] });
    scene(...full, ...ended.events)
      .when(ask('ClaimPost'))
      .refuses('claimed-post-ended', { ids: ['p'] });
  });

  test('[VOL-03] is taken back, and frees who held it', () => {
    scene(...full)
      .when(step('WithdrawPost'))
      .then({ type: 'PostWithdrawn', data: { holders: ['a', 'b'] } });
  });

  test('[VOL-05] is no service where it was held on no day of its term: given up before it began, or taken back', () => {
    const later: ClaimedPostEvent = { ...offered, data: { ...offered.data, from: '2026-04-01' } };
    const after = (command: Parameters<ReturnType<typeof scene>['when']>[0], day: string) =>
      scene(later, held('PostClaimed', 'a')).at(startOfDay(day, model.workingTime)).when(command).events;
    const times = (...events: readonly ClaimedPostEvent[]) =>
      countsOf(
        serviceRecords,
        events.map((event) => ({ stream: 'claimed-post/p', event })),
      ).map((row) => row['times']);
    const claimed = held('PostClaimed', 'a');
    for (const command of [ask('GiveUpPost', 'a'), step('WithdrawPost')]) {
      for (const day of ['2026-03-31', '2026-04-01']) {
        assert.deepEqual(times(claimed, ...after(command, day)), [0], `${command.type} ${day}`);
      }
      assert.deepEqual(times(claimed, ...after(command, '2026-04-02')), [1]);
    }
    const again = after(ask('GiveUpPost', 'a'), '2026-03-03');
    assert.deepEqual(times(claimed, ...again, claimed, ...again, claimed), [1]);
  });

  test('[VOL-03] is listed with its holders while its term runs', () => {
    const of = (...events: readonly ClaimedPostEvent[]) =>
      events.map((event) => ({ stream: 'claimed-post/p', event }) as const);
    const running = of(...full, held('PostGivenUp', 'a'));
    assert.equal(rowsOf(claimedPostContext, 'claimed-posts', running)[0]?.['taken'], 1);
    assert.deepEqual(rowsOf(claimedPostContext, 'post-holders', running), [
      { id: 'p/b', post: 'p', person: 'b', ...place, since: '2026-03-02' },
    ]);
    const over = [...running, ...of({ type: 'PostTermEnded', data: { ...place, holders: [personId.parse('b')] } })];
    assert.deepEqual(rowsOf(claimedPostContext, 'claimed-posts', over), []);
    assert.deepEqual(rowsOf(claimedPostContext, 'post-holders', over), []);
  });

  test('[VOL-03] 22,000 members hold posts, never more of one than it has places (Bengbu)', () => {
    const posts = Array.from({ length: 440 }, (_, n) => n);
    let holders = 0;
    for (const post of posts) {
      const fifty: ClaimedPostEvent = { ...offered, data: { ...offered.data, places: 50 } };
      const claims = Array.from({ length: 50 }, (_, n) => held('PostClaimed', `m${post * 50 + n}`));
      const state = scene(fifty, ...claims).state('claimed-post/p');
      assert.ok(state?.stage === 'offered');
      holders += state.holders.length;
      if (post === 0)
        scene(fifty, ...claims)
          .when(ask('ClaimPost'))
          .refuses('claimed-post-full');
    }
    assert.equal(holders, 22_000);
  });

  test('[VOL-03] whoever claims and gives up in whatever order, places are never exceeded', () => {
    const asked = fc.record({
      type: fc.constantFrom('ClaimPost', 'GiveUpPost'),
      who: fc.constantFrom('a', 'b', 'c', 'd'),
    });
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 20 }), (asks) => {
        let past: readonly ClaimedPostEvent[] = [offered];
        for (const { type, who } of asks) {
          past = [...past, ...scene(...past).when({ type, data: { post: 'p', person: who } }).events];
          const state = scene(...past).state('claimed-post/p');
          assert.ok(state?.stage === 'offered');
          assert.ok(state.holders.length <= 2);
          assert.equal(new Set(state.holders).size, state.holders.length);
        }
      }),
      { numRuns: runs() },
    );
  });
});
