import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { scorecardContext, totalOf, type ScorecardEvent, type StreamId } from '@keting/domain';
import { sealed } from '@keting/domain/testing';
import fc from 'fast-check';
import { building, cobuilding, community, inPlace, monday, placesWithout, rowsOf } from './place.ts';
import { runs } from '../../support/runs.ts';

const scorecard = 's1';
const stream: StreamId = 'scorecard/s1';
const street = { criterion: 'governance', weight: 10, by: 'street' };
const works = { criterion: 'service', weight: 90, by: 'works' };

const draw = (data: object = {}) => ({
  type: 'DrawUpScorecard' as const,
  data: { scorecard, card: 'departments', of: { unit: 'bank' }, year: 2026, criteria: [street, works], ...data },
});
const stars = { card: 'buildings', of: { grid: building } };
const score = (criterion: string, points: number, data: object = {}) => ({
  type: 'ScoreCriterion' as const,
  data: { scorecard, criterion, points, evidence: ['photo-1'], ...data },
});
const complete = { type: 'CompleteScorecard', data: { scorecard } } as const;
const review = (by = 'street', supports = true) => ({
  type: 'ReviewUnitHonour' as const,
  data: { scorecard, honour: 'advanced-unit', by, supports, opinion: 'they came when called' },
});
const veto = (by = 'street', data: object = {}) => ({
  type: 'VetoUnitHonour' as const,
  data: { scorecard, honour: 'advanced-unit', by, reason: 'it was not so', evidence: ['photo-2'], ...data },
});
const grant = (honour = 'advanced-unit') => ({ type: 'GrantUnitHonour' as const, data: { scorecard, honour } });

const on = (...past: readonly ScorecardEvent[]) => inPlace(scorecardContext, ...past);
type Asked = Parameters<ReturnType<typeof on>['when']>[0];
/** All that happens when these are asked in turn. */
const after = (...asked: readonly Asked[]): readonly ScorecardEvent[] =>
  asked.reduce<readonly ScorecardEvent[]>((past, one) => {
    const { events, refusal } = on(...past).when(one);
    assert.equal(refusal, undefined, one.type);
    return [...past, ...events];
  }, []);
const complete_ = (points: number, data: object = {}) =>
  after(draw(data), score('governance', points), score('service', points), complete);

suite('weights', () => {
  test('[DEL-07] a scorecard whose weights do not sum to 100 % is rejected', () => {
    on()
      .when(draw())
      .then({ type: 'ScorecardDrawnUp', data: { of: { unit: 'bank' }, territory: community } });
    for (const weight of [89, 91]) {
      on()
        .when(draw({ criteria: [street, { ...works, weight }] }))
        .refuses('weights-do-not-sum', { params: { sum: 10 + weight }, rule: 'DEL-07' });
    }
    on()
      .when(draw({ criteria: [{ ...street, weight: 99.5 }] }))
      .invalid({ path: 'criteria.0.weight' });
  });

  test("[DEL-07] the street's weight is at least Chengcheng's 10 %, whoever of the street has it", () => {
    const criteria = (weight: number) => [
      { ...street, weight },
      { ...works, weight: 100 - weight },
    ];
    on()
      .when(draw({ criteria: criteria(9) }))
      .refuses('street-weight-low', { params: { weight: 9, floor: 10 } });
    on()
      .when(draw({ criteria: criteria(10) }))
      .then({ type: 'ScorecardDrawnUp' });
    const both = [{ ...street, weight: 5 }, { criterion: 'tidiness', weight: 5, by: 'branch' }, works];
    on()
      .when(draw({ criteria: both }))
      .then({ type: 'ScorecardDrawnUp' });
    on()
      .when(draw({ criteria: [{ ...works, weight: 100 }] }))
      .refuses('street-weight-low', { params: { weight: 0 } });
  });

  test('[DEL-07] the say is that of the street over what is assessed, or for which a department works, not of one elsewhere', () => {
    const afar = [
      { ...street, by: 'far-street' },
      { ...works, weight: 90 },
    ];
    on()
      .when(draw({ criteria: afar }))
      .refuses('street-weight-low', { params: { weight: 0, floor: 10 } });
    on()
      .when(draw({ ...stars, criteria: afar }))
      .refuses('street-weight-low', { params: { weight: 0, floor: 10 } });
    const byBranch = { ...works, by: 'branch' };
    on()
      .when(draw({ of: { unit: 'works' }, criteria: [{ ...street, by: 'far-street' }, byBranch] }))
      .then({ type: 'ScorecardDrawnUp' });
    const done = complete_(95);
    for (const step of [review('far-street'), veto('far-street')]) {
      on(...done)
        .when(step)
        .refuses('honour-not-street', { ids: ['far-street'] });
    }
  });

  test('[DEL-07] accepted exactly when the weights sum and the street has its floor, whatever the weights', () => {
    const ids = cobuilding.assessment.criteria.map(({ id }) => id);
    const weights = fc.array(
      fc.record({ weight: fc.integer({ min: 1, max: 60 }), by: fc.constantFrom('street', 'branch', 'works') }),
      {
        minLength: 1,
        maxLength: 4,
      },
    );
    fc.assert(
      fc.property(weights, fc.boolean(), (some, fill) => {
        const given = some.reduce((total, { weight }) => total + weight, 0);
        const rest = { weight: 100 - given, by: 'works' };
        const all = fill && rest.weight > 0 && some.length < 4 ? [...some, rest] : some;
        const criteria = all.map((one, i) => ({ criterion: ids[i], ...one }));
        const sum = all.reduce((total, { weight }) => total + weight, 0);
        const say = all.filter(({ by }) => by !== 'works').reduce((total, { weight }) => total + weight, 0);
        const { refusal } = on().when(draw({ criteria }));
        assert.equal(refusal, sum !== 100 ? 'weights-do-not-sum' : say < 10 ? 'street-weight-low' : undefined);
      }),
      { numRuns: runs() },
    );
  });

  test('[DEL-07] cards are of units and places, of criteria that the model knows, scored by others', () => {
    on()
      .when(draw({ of: { person: 'li' } }))
      .invalid({ path: 'of' });
    on()
      .when(draw({ of: { unit: 'committee' } }))
      .refuses('assessed-unfit', { ids: ['committee'], params: { kind: 'residents-committee' } });
    on()
      .when(draw({ of: { unit: 'nobody' } }))
      .refuses('assessed-unknown', { ids: ['nobody'] });
    on()
      .when(draw({ card: 'moon' }))
      .refuses('card-unknown', { params: { card: 'moon' } });
    on()
      .when(draw({ criteria: [street, { ...works, criterion: 'charm' }] }))
      .refuses('criterion-unknown', { params: { criterion: 'charm' } });
    on()
      .when(draw({ criteria: [street, { ...works, criterion: 'governance' }] }))
      .refuses('criterion-twice', { params: { criterion: 'governance' } });
    on()
      .when(draw({ criteria: [street, { ...works, by: 'bank' }] }))
      .refuses('scores-itself', { ids: ['bank'] });
    on()
      .when(draw({ criteria: [street, { ...works, by: 'ghost' }] }))
      .refuses('scorer-unknown', { ids: ['ghost'] });
    on().when(draw()).then({ type: 'ScorecardDrawnUp' }).claims('scorecard/bank/departments/2026');
    on(...after(draw()))
      .when(draw())
      .refuses('scorecard-exists', { ids: [scorecard] });
    for (const place of placesWithout) on().under(place).when(draw()).refuses('assessment-not-here');
  });
});

suite('scores', () => {
  test('[DEL-07] every score names its evidence, and is given by the unit that the card names', () => {
    const drawn = after(draw());
    on(...drawn)
      .when(score('governance', 80, { note: 'seen on the day' }))
      .then({
        type: 'CriterionScored',
        data: { by: 'street', points: 80, evidence: ['photo-1'], note: sealed('seen on the day') },
      });
    on(...drawn)
      .when(score('governance', 80, { evidence: [] }))
      .invalid({ path: 'evidence' });
    on(...drawn)
      .when(score('governance', 101))
      .invalid({ path: 'points' });
    on(...drawn)
      .when(score('safety', 80))
      .refuses('criterion-unknown', { params: { criterion: 'safety' } });
    const about = scorecardContext.commands.ScoreCriterion.about?.(
      score('service', 1).data,
      on(...drawn).state(stream),
      () => assert.fail(),
    );
    assert.deepEqual(about, { territory: community, unit: 'works' });
  });

  test('[DEL-07] a second thought replaces the points and says what they were', () => {
    const scored = after(draw(), score('governance', 80));
    on(...scored)
      .when(score('governance', 60))
      .then({ type: 'CriterionScored', data: { points: 60, was: 80 } });
    const [first] = on(...after(draw())).when(score('governance', 80)).events;
    assert.ok(first !== undefined && !('was' in first.data) && !('note' in first.data));
  });

  test('[DEL-07] the whole is the weighed sum, to the hundredth, once everything is scored', () => {
    const scored = after(draw(), score('governance', 81));
    on(...scored)
      .when(complete)
      .refuses('criteria-unscored', { ids: [scorecard], params: { criteria: ['service'] } });
    const all = after(draw(), score('governance', 81), score('service', 77));
    on(...all)
      .when(complete)
      .then({ type: 'ScorecardCompleted', data: { total: 7740, grade: 'three-star' } });
    const state = on(...all).state(stream);
    assert.ok(state);
    assert.equal(totalOf(state), 10 * 81 + 90 * 77);
    on(...complete_(70))
      .when(score('governance', 1))
      .refuses('scorecard-completed', { ids: [scorecard] });
    on()
      .when(complete)
      .refuses('scorecard-unknown', { ids: [scorecard] });
  });

  test('[DEL-07] star grades of buildings come from the model, and each card has its own', () => {
    const grade = (points: number, data: object = stars) => complete_(points, data).slice(-1)[0]?.data;
    assert.deepEqual(grade(95), { total: 9500, grade: 'five-star' });
    assert.deepEqual(grade(95, {}), { total: 9500, grade: 'model-department' });
    assert.deepEqual(grade(59), { total: 5900 });
    assert.deepEqual(grade(60), { total: 6000, grade: 'three-star' });
    assert.deepEqual(grade(89), { total: 8900, grade: 'three-star' });
    assert.deepEqual(grade(90), { total: 9000, grade: 'five-star' });
    on()
      .when(draw({ ...stars, of: { grid: '990102001001' } }))
      .refuses('assessed-unknown', { ids: ['990102001001'] });
    on()
      .when(draw({ of: { grid: building } }))
      .refuses('assessed-unfit', { ids: [building], params: { kind: 'micro' } });
  });
});

suite('honours', () => {
  test('[DEL-07] an honour is granted when the street has been heard, from so many points on', () => {
    on(...complete_(80))
      .when(grant())
      .refuses('honour-unreviewed', { ids: [scorecard] });
    const reviewed = [...complete_(80), ...on(...complete_(80)).when(review()).events];
    on(...reviewed)
      .when(grant())
      .then({ type: 'UnitHonourGranted', data: { honour: 'advanced-unit' } });
    on(...reviewed)
      .when(review())
      .refuses('honour-reviewed', { ids: ['street'] });
    on(...complete_(79))
      .when(grant())
      .refuses('honour-points-low', { ids: [scorecard], params: { points: 79, needed: 80 } });
    on(...complete_(80))
      .when(grant('star-building'))
      .refuses('honour-unknown', { params: { honour: 'star-building' } });
    on(...complete_(60, stars))
      .when(grant('star-building'))
      .then({ type: 'UnitHonourGranted' });
    on(...after(draw()))
      .when(grant())
      .refuses('scorecard-open', { ids: [scorecard] });
  });

  test('[DEL-07] the street has a veto, with a reason and evidence; nobody else has', () => {
    const done = [...complete_(95), ...on(...complete_(95)).when(review('branch', false)).events];
    const vetoed = on(...done)
      .when(veto())
      .then({ type: 'UnitHonourVetoed', data: { by: 'street', evidence: ['photo-2'] } });
    for (const step of [grant(), review(), veto()])
      on(...done, ...vetoed.events)
        .when(step)
        .refuses('honour-ended', { ids: [scorecard] });
    for (const by of ['works', 'ghost']) {
      on(...done)
        .when(veto(by))
        .refuses('honour-not-street', { ids: [by] });
    }
    on(...complete_(95, { of: { unit: 'branch' } }))
      .when(review('branch'))
      .refuses('honour-not-street', { ids: ['branch'] });
    on(...done)
      .when(review('bank'))
      .refuses('honour-not-street', { ids: ['bank'] });
    on(...done)
      .when(veto('street', { evidence: [] }))
      .invalid({ path: 'evidence' });
    const rows = rowsOf(scorecardContext, 'unit-honours', stream, [...done, ...vetoed.events]);
    assert.deepEqual(rows.get('s1/advanced-unit'), {
      id: 's1/advanced-unit',
      scorecard,
      honour: 'advanced-unit',
      stage: 'vetoed',
      supported: 0,
      opposed: 1,
      vetoedBy: 'street',
      evidence: ['photo-2'],
      text: sealed('it was not so'),
      changedAt: monday + 5,
    });
  });

  test('[DEL-07] a list tells what each card came to; its criteria show their evidence', () => {
    const events = complete_(90);
    const { total, scored, grade } = Object(
      rowsOf(scorecardContext, 'scorecards', stream, events).get(scorecard),
    ) as Record<string, unknown>;
    assert.deepEqual([total, scored, grade], [9000, 2, 'five-star']);
    const row = rowsOf(scorecardContext, 'scorecard-criteria', stream, events).get('s1/service');
    const shown = { id: 's1/service', scorecard, ...works, points: 90, evidence: ['photo-1'], note: undefined };
    assert.deepEqual(row, shown);
  });
});
