import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { contentHash, floatingContext, hashText, startOfDay, unitId, type FloatingEvent } from '@keting/domain';
import { given, sampleModel, sealed } from '@keting/domain/testing';
import fc from 'fast-check';
import { rowsOf } from './rows.ts';
import { rules, volunteerModel } from './rules.ts';
import { runs } from '../../support/runs.ts';

const model = volunteerModel();
const place = { unit: unitId.parse('branch'), territory: '990101001001' };
const at = (day: string) => startOfDay(day, model.workingTime);
const day = '2026-03-02';
/** Ninety days after 2 March, to the end of that day. */
const contactBy = at('2026-06-01');
const [from, note] = [sealed('A mill that closed'), sealed('Has found work')];
const mark = hashText('sample\nNJ-0417');
const claim = `certificate/${mark}`;

const registered: FloatingEvent = { type: 'FloatingRegistered', data: { ...place, from, day, contactBy } };
const missed: FloatingEvent = { type: 'ContactMissed', data: { ...place, contactBy } };
const checked: FloatingEvent = {
  type: 'CertificateChecked',
  data: { ...place, mark, until: '2026-12-31', expiresAt: at('2026-12-31'), day },
};
const used = (period: string): FloatingEvent => ({ type: 'CertificateUsed', data: { ...place, period, day: period } });
const left: FloatingEvent = { type: 'FloatingDeregistered', data: { ...place, day } };
const expired: FloatingEvent = { type: 'CertificateExpired', data: { ...place, mark } };

const scene = (...past: readonly FloatingEvent[]) =>
  given(floatingContext, ...past)
    .under(model)
    .withAll('unitOf', (id) => ({
      id,
      kind: id === 'branch' ? 'community-branch' : 'firm',
      territories: [place.territory],
    }));

const ask = (type: keyof typeof floatingContext.commands, data: object = {}) =>
  ({ type, data: { person: 'li', ...data } }) as const;
const register = (unit = 'branch') => ask('RegisterFloating', { unit, from: 'A mill that closed' });
const check = (until = '2026-12-31', number = 'NJ-0417') => ask('CheckCertificate', { number, until });

suite('the register', () => {
  test('[VOL-06] a floating member is registered with one unit', () => {
    scene().when(register()).then(registered);
    scene(registered)
      .when(register())
      .refuses('floating-registered', { ids: ['li'] });
    scene()
      .when(register('works'))
      .refuses('floating-unit-unfit', { ids: ['works'] });
    scene(registered, left).when(register()).then({ type: 'FloatingRegistered' });
    given(floatingContext)
      .under(sampleModel())
      .when(register())
      .refuses('floating-lacking', { ids: ['li'] });
  });

  test('[VOL-06] whoever moved on is contacted and certified no more', () => {
    scene(registered, checked).when(ask('DeregisterFloating')).then(left).releases(claim);
    scene(registered).when(ask('DeregisterFloating')).then(left).releases();
    scene(registered, left)
      .when(ask('ContactFloating', { note: 'x' }))
      .refuses('floating-not-registered', { ids: ['li'] });
    scene()
      .when(check())
      .refuses('floating-not-registered', { ids: ['li'] });
    const gone = scene(registered, left).state('floating/li');
    assert.ok(gone);
    assert.equal(floatingContext.due?.(gone), undefined);
  });
});

suite('contact', () => {
  test('[VOL-06] is due again after each contact, by the period of the model', () => {
    scene(registered)
      .at(at('2026-05-01'))
      .when(ask('ContactFloating', { note: 'Has found work' }))
      .then({ type: 'FloatingContacted', data: { note, day: '2026-05-01', contactBy: at('2026-07-31') } });
  });

  test('[VOL-06] that nobody made is noted by itself, once, until somebody does', () => {
    const due = scene(registered).state('floating/li');
    assert.ok(due);
    assert.deepEqual(floatingContext.due?.(due), { at: contactBy, command: ask('MissContact') });
    scene(registered)
      .at(contactBy - 1)
      .when(ask('MissContact'))
      .refuses('contact-not-missed', { ids: ['li'], params: { due: contactBy } });
    const { state } = scene(registered).at(contactBy).when(ask('MissContact')).then(missed);
    assert.equal(floatingContext.due(state), undefined);
    scene(registered, missed).at(contactBy).when(ask('MissContact')).refuses('contact-not-missed');
    const again = scene(registered, missed)
      .at(contactBy)
      .when(ask('ContactFloating', { note: 'Has found work' }))
      .then({ type: 'FloatingContacted' });
    assert.ok(again.state.stage === 'registered');
    assert.equal(again.state.missed, false);
  });
});

suite('a certificate', () => {
  test('[VOL-06] is checked: it is still good, for no longer than one can be, and one person’s alone', () => {
    scene(registered).when(check()).then(checked).claims(claim).releases();
    scene(registered).when(check('2026-12-31', 'nj-0417')).then({ type: 'CertificateChecked', data: { mark } });
    scene(registered)
      .when(check('2026-03-02'))
      .refuses('certificate-expired', { ids: ['li'] });
    scene(registered).when(check('2027-03-03')).then({ type: 'CertificateChecked' });
    scene(registered)
      .when(check('2027-03-04'))
      .refuses('certificate-too-long', { ids: ['li'], params: { days: 366 } });
    scene(registered).when(check('2026-12-31', 'no number')).invalid({ path: 'number', code: 'wrong-form' });
  });

  test('[VOL-06] takes the place of the one before it', () => {
    scene(registered, checked)
      .when(check('2027-01-01'))
      .then({ type: 'CertificateChecked', data: { mark, was: undefined } })
      .claims()
      .releases();
    scene(registered, checked)
      .when(check('2026-12-31', 'NJ-0418'))
      .then({ type: 'CertificateChecked', data: { was: mark } })
      .claims(`certificate/${hashText('sample\nNJ-0418')}`)
      .releases(claim);
  });

  test('[VOL-06] leaves its number nowhere in the record', () => {
    const { events } = scene(registered).when(check());
    assert.ok(!JSON.stringify(events).includes('0417'));
    assert.equal(contentHash(events).length, 64);
  });

  test('[VOL-06] is used once a period', () => {
    scene(registered, checked)
      .when(ask('UseCertificate'))
      .then({ type: 'CertificateUsed', data: { period: '2026-03-01' } });
    scene(registered, checked, used('2026-03-01'))
      .at(at('2026-04-01') - 1)
      .when(ask('UseCertificate'))
      .refuses('certificate-used', { ids: ['li'], params: { next: '2026-04-01' } });
    scene(registered, checked, used('2026-03-01'))
      .at(at('2026-04-01'))
      .when(ask('UseCertificate'))
      .then({ type: 'CertificateUsed', data: { period: '2026-04-01' } });
    scene(registered)
      .when(ask('UseCertificate'))
      .refuses('certificate-missing', { ids: ['li'] });
  });

  test('[VOL-06] is no second use in a period because it is another paper, or another registration', () => {
    scene(registered, checked, used('2026-03-01'), { ...checked, data: { ...checked.data, mark: '1'.repeat(64) } })
      .when(ask('UseCertificate'))
      .refuses('certificate-used');
    scene(registered, checked, used('2026-03-01'), left, registered, checked)
      .when(ask('UseCertificate'))
      .refuses('certificate-used');
  });

  test('[VOL-06] expires by itself on its day, and is not used after it', () => {
    const early = { ...checked, data: { ...checked.data, until: '2026-04-01', expiresAt: at('2026-04-01') } };
    const state = scene(registered, early).state('floating/li');
    assert.ok(state);
    assert.deepEqual(floatingContext.due?.(state), { at: at('2026-04-01'), command: ask('ExpireCertificate') });
    const later = scene(registered, checked).state('floating/li');
    assert.ok(later);
    assert.deepEqual(floatingContext.due(later), { at: contactBy, command: ask('MissContact') });
    scene(registered, checked)
      .at(at('2026-12-31') - 1)
      .when(ask('ExpireCertificate'))
      .refuses('certificate-holds', { ids: ['li'] });
    scene(registered, checked).at(at('2026-12-31')).when(ask('ExpireCertificate')).then(expired).releases(claim);
    scene(registered, checked)
      .at(at('2026-12-31'))
      .when(ask('UseCertificate'))
      .refuses('certificate-expired', { ids: ['li'] });
    scene(registered, checked, expired)
      .when(ask('ExpireCertificate'))
      .refuses('certificate-missing', { ids: ['li'] });
  });

  test('[VOL-06] the next period begins when one ends, in months, quarters and years', () => {
    const periods = { month: 1, quarter: 3, year: 12 } as const;
    const named = fc.constantFrom('month' as const, 'quarter' as const, 'year' as const);
    const days = fc.integer({ min: 0, max: 2000 });
    fc.assert(
      fc.property(named, days, (usePeriod, ahead) => {
        const place_ = volunteerModel([], { floating: { ...rules.floating, usePeriod } });
        const on = at('2026-01-01') + ahead * 86_400_000;
        const lasting = { ...checked, data: { ...checked.data, expiresAt: on * 2 } };
        const [use] = scene(registered, lasting).under(place_).at(on).when(ask('UseCertificate')).events;
        assert.ok(use?.type === 'CertificateUsed');
        const month = Number(use.data.period.slice(5, 7));
        assert.equal((month - 1) % periods[usePeriod], 0);
        assert.ok(use.data.period <= use.data.day);
        scene(registered, lasting, use).under(place_).at(on).when(ask('UseCertificate')).refuses('certificate-used');
        const next = new Date(`${use.data.period}T00:00:00Z`);
        next.setUTCMonth(next.getUTCMonth() + periods[usePeriod]);
        const first = next.toISOString().slice(0, 10);
        const again = scene(registered, lasting, use).under(place_);
        again
          .at(at(first) - 1)
          .when(ask('UseCertificate'))
          .refuses('certificate-used', { params: { next: first } });
        again
          .at(at(first))
          .when(ask('UseCertificate'))
          .then({ type: 'CertificateUsed', data: { period: first } });
      }),
      { numRuns: runs() },
    );
  });
});

test('[VOL-06] who was not contacted shows in the view of their unit', () => {
  const rows = (...events: readonly FloatingEvent[]) =>
    rowsOf(
      floatingContext,
      'floating-members',
      events.map((event) => ({ stream: 'floating/li', event }) as const),
    );
  const first = { person: 'li', ...place, from, contacted: day, contactBy, missed: false, certified: false };
  assert.deepEqual(rows(registered), [first]);
  assert.deepEqual(rows(registered, missed), [{ ...first, missed: true }]);
  const contacted: FloatingEvent = {
    type: 'FloatingContacted',
    data: { ...place, note, day: '2026-06-02', contactBy: at('2026-09-01') },
  };
  assert.deepEqual(rows(registered, missed, contacted), [
    { ...first, contacted: '2026-06-02', contactBy: at('2026-09-01'), note },
  ]);
  assert.deepEqual(rows(registered, checked, used('2026-03-01')), [
    { ...first, certified: true, certificateUntil: '2026-12-31', used: '2026-03-01' },
  ]);
  assert.deepEqual(rows(registered, checked, expired), [first]);
  assert.deepEqual(rows(registered, left), []);
});
