import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  commitmentOffer,
  matchedNeeds,
  matchesFor,
  needContext,
  needsMatchedWith,
  projectContext,
  projectOffer,
  resourceOffer,
  unitId,
  type MatchRule,
  type NeedEvent,
  type Offer,
  type ProjectEvent,
} from '@keting/domain';
import { KnownFacts, recorded, sealed } from '@keting/domain/testing';
import fc from 'fast-check';
import { cobuilding, community, inPlace, monday, placesWithout, placeWith, rowsOf, street } from './place.ts';
import { runs } from '../../support/runs.ts';

const need = 'n1';
const raise = {
  type: 'RaiseNeed',
  data: { need, unit: 'committee', kind: 'hall', text: 'somewhere to dance' },
} as const;
const match = (form: string, id: string) => ({ type: 'MatchNeed' as const, data: { need, with: { form, id } } });
const raised: NeedEvent = {
  type: 'NeedRaised',
  data: { unit: unitId.parse('committee'), kind: 'hall', territory: community, text: sealed('somewhere to dance') },
};
const found: NeedEvent = {
  type: 'NeedMatched',
  data: { with: { form: 'commitment', id: 'c1' }, rule: 'venues-of-the-street' },
};
const on = (...past: readonly NeedEvent[]) => inPlace(needContext, ...past);
const offer = (form: Offer['form'], kind: string, territory: string, open = true): Offer => ({
  form,
  id: 'c1',
  kind,
  territory,
  open,
});
const { rules } = placeWith().cobuilding?.matching ?? { rules: [] };

suite('needs', () => {
  test('[DEL-04] a unit says what it needs, of a kind that the model knows', () => {
    on().when(raise).then(raised);
    on(raised)
      .when(raise)
      .refuses('need-exists', { ids: [need] });
    on()
      .when({ ...raise, data: { ...raise.data, kind: 'moon' } })
      .refuses('need-kind-unknown', { params: { kind: 'moon' } });
    on()
      .when({ ...raise, data: { ...raise.data, unit: 'nobody' } })
      .refuses('need-unit-unknown', { ids: ['nobody'] });
    const { matching: _matching, ...without } = cobuilding;
    for (const place of [placeWith(without), ...placesWithout]) {
      on().under(place).when(raise).refuses('matching-not-here', { rule: 'DEL-04' });
    }
  });

  test('[DEL-04] a match names the rule of the model that says that it fits', () => {
    on(raised)
      .with(commitmentOffer('c1'), offer('commitment', 'venue', street))
      .when(match('commitment', 'c1'))
      .then(found);
    on(raised)
      .with(resourceOffer('c1'), offer('resource', 'sports', community))
      .when(match('resource', 'c1'))
      .then({ type: 'NeedMatched', data: { rule: 'halls-nearby' } });
    on(raised)
      .with(projectOffer('c1'), offer('project', 'road', community))
      .when(match('project', 'c1'))
      .then({ type: 'NeedMatched', data: { rule: 'roads' } });
  });

  test('[DEL-04] no rule, no match: another kind, another place, no longer to be had', () => {
    const with_ = (one: Offer | undefined) =>
      on(raised).with(commitmentOffer('c1'), one).when(match('commitment', 'c1'));
    const unfit = { ids: ['c1'], params: { need: 'hall', offer: 'funds' } };
    with_(offer('commitment', 'funds', street)).refuses('offer-unfit', unfit);
    with_(offer('commitment', 'venue', '990101002')).refuses('offer-unfit');
    with_(offer('commitment', 'venue', street, false)).refuses('offer-gone', { ids: ['c1'] });
    with_(undefined).refuses('offer-unknown', { ids: ['c1'] });
    on(raised, found)
      .with(commitmentOffer('c1'), offer('commitment', 'venue', street))
      .when(match('commitment', 'c1'))
      .refuses('need-matched', { ids: [need] });
  });

  test('[DEL-04] a need is met by what it was matched with, or as files show', () => {
    const of = { need, with: { form: 'commitment', id: 'c1' } };
    on(raised, found)
      .when({ type: 'AnswerNeed', data: of })
      .then({ type: 'NeedMet', data: { with: of.with, evidence: [] } });
    on(raised)
      .when({ type: 'AnswerNeed', data: of })
      .refuses('need-not-matched', { ids: [need, 'c1'] });
    for (const other of [
      { form: 'commitment', id: 'c2' },
      { form: 'resource', id: 'c1' },
    ]) {
      on(raised, found)
        .when({ type: 'AnswerNeed', data: { need, with: other } })
        .refuses('need-not-matched', { ids: [need, other.id] });
    }
    on(raised)
      .when({ type: 'MeetNeed', data: { need, evidence: ['photo-1'], note: 'we danced' } })
      .then({ type: 'NeedMet', data: { evidence: ['photo-1'], note: sealed('we danced') } });
    const [unmatched] = on(raised).when({ type: 'MeetNeed', data: { need, evidence: ['photo-1'] } }).events;
    assert.deepEqual(unmatched, { type: 'NeedMet', data: { evidence: ['photo-1'] } });
    const [met] = on(raised, found).when({ type: 'MeetNeed', data: { need, evidence: ['photo-1'] } }).events;
    assert.deepEqual(met, { type: 'NeedMet', data: { with: of.with, evidence: ['photo-1'] } });
    on(raised)
      .when({ type: 'MeetNeed', data: { need, evidence: [] } })
      .invalid({ path: 'evidence' });
  });

  test('[DEL-04] what falls away leaves the need open for another; what is withdrawn is over', () => {
    const release = { type: 'ReleaseNeed', data: { need, with: { form: 'commitment', id: 'c1' } } } as const;
    const { events, state } = on(raised, found)
      .when(release)
      .then({ type: 'NeedReleased', data: { with: release.data.with } });
    on(raised)
      .when(release)
      .refuses('need-not-matched', { ids: [need, 'c1'] });
    assert.equal(state.stage, 'open');
    const row = rowsOf(needContext, 'needs', 'need/n1', [raised, found, ...events]).get(need);
    assert.deepEqual(row, {
      id: need,
      ...raised.data,
      stage: 'open',
      form: undefined,
      offer: undefined,
      rule: undefined,
      changedAt: monday + 2,
    });
    const gone = on(raised)
      .when({ type: 'WithdrawNeed', data: { need, reason: 'we have one' } })
      .then({ type: 'NeedWithdrawn', data: { reason: sealed('we have one') } });
    on(raised, ...gone.events)
      .when(release)
      .refuses('need-ended', { ids: [need], params: { stage: 'withdrawn' } });
    const met = on(raised).when({ type: 'MeetNeed', data: { need, evidence: ['photo-1'] } }).events;
    on(raised, ...met)
      .when(release)
      .refuses('need-ended', { params: { stage: 'met' } });
    on()
      .when(release)
      .refuses('need-unknown', { ids: [need] });
  });

  test('[DEL-04] of a commitment that is kept, a project that is done and one that falls away, the needs are told', () => {
    const facts = new KnownFacts().with(needsMatchedWith('commitment', 'c1'), ['n1', 'n2']);
    const says = (type: string) =>
      matchedNeeds.react(
        recorded({ type, data: {} }, { stream: 'commitment/c1', version: 2, at: monday }),
        facts.read,
        placeWith(),
      );
    const data = (id: string) => ({ need: id, with: { form: 'commitment', id: 'c1' } });
    assert.deepEqual(says('CommitmentFulfilled'), [
      { type: 'AnswerNeed', data: data('n1') },
      { type: 'AnswerNeed', data: data('n2') },
    ]);
    assert.deepEqual(says('CommitmentWithdrawn'), [
      { type: 'ReleaseNeed', data: data('n1') },
      { type: 'ReleaseNeed', data: data('n2') },
    ]);
  });
});

suite('matching', () => {
  const territory = fc.constantFrom('990101', street, community, `${community}00101`, `${street}002`, '990101002001');
  const offers = fc.uniqueArray(
    fc.record({
      form: fc.constantFrom<Offer['form']>('commitment', 'resource', 'project'),
      id: fc.integer({ min: 0, max: 99 }).map(String),
      kind: fc.constantFrom('venue', 'sports', 'road', 'talent', 'funds'),
      territory,
      open: fc.boolean(),
    }),
    { selector: ({ id }) => id, maxLength: 12 },
  );
  const asked = fc.record({ kind: fc.constantFrom('hall', 'doctor'), territory });

  test('[DEL-04] nearest first within a rule, in the order of the rules', () => {
    const all: readonly Offer[] = [
      { ...offer('commitment', 'venue', `${street}002`), id: 'a' },
      { ...offer('commitment', 'venue', community), id: 'b' },
      { ...offer('resource', 'sports', community), id: 'c' },
      { ...offer('resource', 'sports', `${street}002`), id: 'd' },
      { ...offer('commitment', 'venue', community, false), id: 'e' },
    ];
    const matches = matchesFor({ kind: 'hall', territory: community }, all, rules);
    assert.deepEqual(
      matches.map((one) => [one.offer.id, one.rule.id]),
      [
        ['c', 'halls-nearby'],
        ['b', 'venues-of-the-street'],
        ['a', 'venues-of-the-street'],
      ],
    );
  });

  test('[DEL-04] every match is explained by its rule, and the order of offers does not matter', () => {
    const digits: Readonly<Record<MatchRule['reach'], number>> = { community: 12, street: 9, district: 6 };
    fc.assert(
      fc.property(asked, offers, (it, all) => {
        const matches = matchesFor(it, all, rules);
        for (const { offer: one, rule } of matches) {
          assert.ok(
            one.open && rule.needs.includes(it.kind) && rule.kinds.includes(one.kind) && rule.offer === one.form,
          );
          const length = Math.min(digits[rule.reach], it.territory.length, one.territory.length);
          assert.equal(one.territory.slice(0, length), it.territory.slice(0, length));
        }
        assert.deepEqual(matchesFor(it, [...all].reverse(), rules), matches);
      }),
      { numRuns: runs() },
    );
  });
});

suite('projects', () => {
  const project = 'p1';
  const start = (data: object = {}) => ({
    type: 'StartProject' as const,
    data: {
      project,
      unit: 'branch',
      kind: 'road',
      title: 'lane',
      from: '2026-03-02',
      until: '2026-09-30',
      partners: ['bank', 'bank', 'branch'],
      ...data,
    },
  });
  const started: ProjectEvent = {
    type: 'ProjectStarted',
    data: {
      unit: unitId.parse('branch'),
      kind: 'road',
      territory: community,
      title: sealed('lane'),
      from: '2026-03-02',
      until: '2026-09-30',
      partners: [unitId.parse('bank')],
    },
  };
  const at = (...past: readonly ProjectEvent[]) => inPlace(projectContext, ...past);

  test('[DEL-04] a project is started by a unit with partners, each named once', () => {
    at().when(start()).then(started);
    at(started)
      .when(start())
      .refuses('project-exists', { ids: [project] });
    at()
      .when(start({ kind: 'moon' }))
      .refuses('project-kind-unknown', { params: { kind: 'moon' } });
    at()
      .when(start({ until: '2026-03-01' }))
      .refuses('project-term-empty', { params: { from: '2026-03-02', until: '2026-03-01' } });
    at()
      .when(start({ until: '2026-03-02' }))
      .then({ type: 'ProjectStarted', data: { from: '2026-03-02', until: '2026-03-02' } });
    at()
      .when(start({ partners: ['ghost'] }))
      .refuses('project-unit-unknown', { ids: ['ghost'] });
    at()
      .when(start({ unit: 'nobody', partners: ['bank', 'ghost'] }))
      .refuses('project-unit-unknown', { ids: ['nobody', 'ghost'] });
    for (const place of placesWithout) at().under(place).when(start()).refuses('projects-not-here');
  });

  test('[DEL-04] partners join; it is finished with evidence or cancelled with a reason, and then it is over', () => {
    const join = (partner: string) => ({ type: 'JoinProject' as const, data: { project, partner } });
    const finish = { type: 'FinishProject', data: { project, evidence: ['photo-1'] } } as const;
    const cancel = { type: 'CancelProject', data: { project, reason: 'no money' } } as const;
    const joined = at(started)
      .when(join('school'))
      .then({ type: 'PartnerJoined', data: { partner: 'school' } });
    for (const partner of ['bank', 'branch']) {
      at(started)
        .when(join(partner))
        .refuses('already-partner', { ids: [partner] });
    }
    at(started)
      .when(join('ghost'))
      .refuses('project-unit-unknown', { ids: ['ghost'] });
    at(started)
      .when({ ...finish, data: { project, evidence: [] } })
      .invalid({ path: 'evidence' });
    const done = at(started, ...joined.events)
      .when(finish)
      .then({ type: 'ProjectFinished', data: { on: '2026-03-02', evidence: ['photo-1'] } });
    assert.ok(done.events.every(({ data }) => !('note' in data)));
    at(started)
      .when({ ...finish, data: { ...finish.data, note: 'paved' } })
      .then({ type: 'ProjectFinished', data: { note: sealed('paved') } });
    at(started)
      .when(cancel)
      .then({ type: 'ProjectCancelled', data: { reason: sealed('no money') } });
    for (const step of [finish, cancel, join('mill')]) {
      at(started, ...done.events)
        .when(step)
        .refuses('project-ended', { ids: [project], params: { stage: 'finished' } });
      at()
        .when(step)
        .refuses('project-unknown', { ids: [project] });
    }
    const row = rowsOf(projectContext, 'projects', 'project/p1', [started, ...joined.events, ...done.events]);
    const { partners, stage } = Object(row.get(project)) as { readonly partners: unknown; readonly stage: unknown };
    assert.deepEqual([partners, stage], [['bank', 'school'], 'finished']);
  });
});
