import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  caseContext,
  caseStream,
  casePolicies,
  extendModel,
  localPolicy,
  modelUnder,
  organisationContext,
  policyContext,
  unitsWithin,
  variantAt,
  units,
} from '@keting/domain';
import { given, sampleModel } from '@keting/domain/testing';
import type { Store } from '@keting/runtime';
import * as z from 'zod/mini';
import { openDesk } from '../../support/open-desk.ts';
import { appoint, found, founded, smallDistrict, unit } from './small-district.ts';
import { standIn } from '../../support/stand-in.ts';

const theme = (id: string, hans: string) => ({
  id,
  label: { 'zh-Hans': hans, 'zh-Hant': hans, en: id },
  changes: { cases: { warnAt: 0.5 } },
  source: 'ours',
});

/** Three communities, three themes; and one that does not hold together. */
const model = sampleModel({
  variants: [
    theme('good-faith', '诚信友善'),
    theme('liveable', '文明宜居'),
    theme('sharing', '和谐共享'),
    { ...theme('broken', '有误'), changes: { cases: { warnAt: 5 } } },
  ],
});

/** Stands for the grids, of which a report asks whether they are there. */
const gridsOf = standIn(
  {
    gridOf: (_source, code) => Promise.resolve({ code, kind: 'micro', community: String(code).slice(0, 12) }),
    staffOf: () => Promise.resolve([]),
  },
  { sees: 'see:none' },
);

const adopt = (id: string, variant?: string) => ({
  type: 'AdoptVariant' as const,
  data: { unit: unit(id), ...(variant === undefined ? {} : { variant }) },
});
const report = (id: string, grid: string) => ({
  type: 'ReportCase',
  data: {
    case: id,
    class: 'dispute',
    place: { grid },
    text: 'two neighbours cannot agree on a hedge',
    photos: [],
    channel: 'resident',
    mode: 'anonymous',
    receipt: '0'.repeat(64),
  },
});

const opened = async (through?: (store: Store) => Store) => {
  const desk = openDesk([organisationContext, gridsOf, caseContext, policyContext], {
    base: model,
    processes: [localPolicy],
    ...(through === undefined ? {} : { through }),
  });
  await desk.all(...smallDistrict);
  return desk;
};

test('[ORG-13] three communities run on three themes, and which one applies to a case is on record for good', async () => {
  const desk = await opened();
  await desk.all(adopt('community', 'good-faith'), adopt('east-village', 'liveable'), adopt('west-village', 'sharing'));
  await desk.all(
    report('c1', '99010100100100101'),
    report('c2', '99010100120100101'),
    report('c3', '99010100120200101'),
    report('c4', '99010100200100101'),
  );
  await desk.settled();
  await desk.all(adopt('community', 'sharing'));
  const { rows } = await desk.view(casePolicies, { limit: 100 });
  assert.deepEqual(rows.map((row) => [row.case, row.variant, row.unit]).sort(), [
    ['c1', 'good-faith', 'community'],
    ['c2', 'liveable', 'east-village'],
    ['c3', 'sharing', 'west-village'],
  ]);
  const note = (id: string, grid: string) => ({ type: 'NotePolicy', data: { case: id, grid } });
  assert.equal((await desk.refusal(note('c1', '99010100100100101')))?.code, 'policy-noted');
  assert.equal((await desk.refusal(note('c4', '99010100200100101')))?.code, 'policy-none');
});

test('[ORG-13] a case is decided under the variant of the place that it began in, to its end, whatever is taken up later', async () => {
  const kept: Store[] = [];
  const desk = await opened((store) => {
    kept.push(store);
    return store;
  });
  await desk.all(adopt('community', 'good-faith'));
  await desk.all(report('here', '99010100100100101'), report('elsewhere', '99010100200100101'));
  await desk.all(adopt('community'));
  await desk.all({ type: 'AcceptCase', data: { case: 'here' } }, { type: 'AcceptCase', data: { case: 'elsewhere' } });
  const dispatch = (id: string) => ({ type: 'DispatchCase', data: { case: id, handler: 'office', reason: 'theirs' } });
  await desk.all(dispatch('here'), dispatch('elsewhere'));
  const limits = async (id: string) => {
    const events = (await kept[0]?.history(caseStream(id))) ?? [];
    const limited = z.looseObject({ limit: z.object({ at: z.number(), warnAt: z.number() }) });
    const last = z.parse(limited, events.at(-1)?.data).limit;
    return { left: last.at - last.warnAt, models: new Set(events.map((event) => event.model)) };
  };
  const [here, elsewhere] = [await limits('here'), await limits('elsewhere')];
  // Of five working days the theme warns when half of them are over, the place when three quarters are.
  assert.ok(here.left > elsewhere.left, `${here.left} and ${elsewhere.left}`);
  assert.equal(here.models.size, 1);
  assert.notDeepEqual(here.models, elsewhere.models);
});

test('[ORG-13] the nearest unit with a variant decides, and from the day on which it took it up', async () => {
  const desk = await opened();
  // Its ground is that of three communities; what one of them takes up goes before, whatever either is called.
  await desk.all(adopt('joint', 'liveable'));
  desk.today('2026-04-01');
  await desk.all(adopt('community', 'sharing'));
  const on = (day: string) => desk.fact(variantAt('990101001001', day));
  assert.equal(await on('2026-03-01'), undefined);
  assert.deepEqual(await on('2026-03-31'), { variant: 'liveable', unit: 'joint' });
  assert.deepEqual(await on('2026-04-01'), { variant: 'sharing', unit: 'community' });
  desk.today('2026-05-01');
  await desk.all(adopt('community'));
  assert.deepEqual(await on('2026-05-01'), { variant: 'liveable', unit: 'joint' });
  const { rows } = await desk.view(units, { where: { id: 'community' } });
  assert.deepEqual(
    rows[0]?.variants?.map(({ variant, from }) => [variant, from]),
    [
      ['sharing', '2026-04-01'],
      [undefined, '2026-05-01'],
    ],
  );
  assert.equal((await desk.fact(unitsWithin('community-branch', '990101'))).length, 1);
});

const envoyPost = {
  id: 'envoy',
  label: { 'zh-Hans': '使者', 'zh-Hant': '使者', en: 'envoy' },
  kinds: ['community-branch', 'joint-committee'],
  seats: { max: 1 },
  source: 'ours',
};

/** One theme has envoys, another has none. */
const withEnvoys = sampleModel({
  variants: [{ ...theme('friendly', '友善'), changes: { posts: [envoyPost] } }, theme('liveable', '文明宜居')],
});

const envoyOf = (of: string, holder: string) => appoint(of, 'envoy', holder, { from: '2026-03-02' });

test('[ORG-13] a unit is decided under the variant that it works by, and under no other', async () => {
  const desk = openDesk([organisationContext], { base: withEnvoys });
  await desk.all(...smallDistrict);
  const refusal = async (of: string, holder: string) => (await desk.refusal(envoyOf(of, holder)))?.code;
  assert.equal(await refusal('community', 'an'), 'post-unknown');
  await desk.all(adopt('community', 'friendly'), envoyOf('community', 'an'));
  assert.equal(await refusal('community', 'bo'), 'seat-taken');
  assert.equal(await refusal('joint', 'bo'), 'post-unknown');
  await desk.all(adopt('community', 'liveable'));
  assert.equal(await refusal('community', 'bo'), 'post-unknown');
});

test('[ORG-13] a unit of several territories is decided under the variant that holds in all of them, or under none', async () => {
  const desk = openDesk([organisationContext], { base: withEnvoys });
  await desk.all(...smallDistrict, adopt('community', 'friendly'), adopt('east-village', 'friendly'));
  assert.equal((await desk.refusal(envoyOf('joint', 'an')))?.code, 'post-unknown');
  await desk.all(adopt('west-village', 'liveable'));
  assert.equal((await desk.refusal(envoyOf('joint', 'an')))?.code, 'post-unknown');
  await desk.all(adopt('west-village', 'friendly'), envoyOf('joint', 'an'));
});

test('[ORG-13] whichever variant a unit works by, it may take up any other of the place', async () => {
  const base = sampleModel({
    posts: [envoyPost],
    variants: [
      { ...theme('lean', '精简'), changes: { posts: [{ id: 'envoy', remove: true }] } },
      { ...theme('twofold', '双使'), changes: { posts: [{ id: 'envoy', seats: { max: 2 } }] } },
    ],
  });
  const desk = openDesk([organisationContext], { base });
  await desk.all(...smallDistrict, adopt('community', 'lean'));
  assert.equal((await desk.refusal(envoyOf('community', 'an')))?.code, 'post-unknown');
  // Of what the first takes away, the second says only what is different.
  await desk.all(adopt('community', 'twofold'), envoyOf('community', 'an'), envoyOf('community', 'bo'));
});

test('[ORG-13] of units with the same code, the one that answers for the fewest others is the nearest', async () => {
  const desk = await opened();
  const pair = (id: string, territories: string[]) => found(id, 'community-branch', 'joint', { territories });
  await desk.all(pair('a-wide', ['990101001301', '990101001302']), pair('b-narrow', ['990101001301']));
  await desk.all(adopt('a-wide', 'liveable'), adopt('b-narrow', 'sharing'));
  assert.deepEqual(await desk.fact(variantAt('990101001301', '2026-03-02')), { variant: 'sharing', unit: 'b-narrow' });
});

test('[ORG-13] of the units over the same ground one takes up a variant, until it leaves it or is dissolved', async () => {
  const desk = openDesk([organisationContext], { base: model });
  await desk.all(...smallDistrict, adopt('community', 'liveable'));
  const [taken, other] = [adopt('council', 'sharing'), adopt('community', 'good-faith')];
  assert.deepEqual(await desk.refusal(taken), { code: 'claim-taken', ids: ['variant/990101001001'] });
  await desk.all(other);
  assert.equal((await desk.refusal(taken))?.code, 'claim-taken');
  await desk.all(adopt('community'), taken);
  assert.equal((await desk.refusal(other))?.code, 'claim-taken');
  await desk.all({ type: 'DissolveUnit', data: { unit: unit('council'), on: '2026-03-02' } }, other);
});

test('[ORG-13] who may do what, and where the place lies, is the same for all of it: no variant changes that', () => {
  for (const [name, change] of Object.entries({ permissions: [], variants: null, territory: '990102' })) {
    const parsed = extendModel(sampleModel(), {
      variants: [{ ...theme('greedy', '越界'), changes: { [name]: change } }],
    });
    const path = ['variants', 0, 'changes', name];
    assert.deepEqual(parsed.ok ? [] : parsed.faults, [{ path, code: 'not-in-a-variant', at: name }]);
  }
});

test('[ORG-13] a unit takes up a variant that the model has and that holds together, and not twice', () => {
  const branch = given(organisationContext, founded('community-branch', 'joint')).under(model);
  branch.when(adopt('u', 'palace')).refuses('variant-unknown', { ids: ['u'], params: { variant: 'palace' } });
  branch.when(adopt('u', 'broken')).refuses('variant-broken', { ids: ['u'], params: { variant: 'broken' } });
  branch.when(adopt('u')).refuses('variant-same', { ids: ['u'] });
  branch.when(adopt('u', 'liveable')).then({ type: 'VariantAdopted', data: { variant: 'liveable', on: '2026-03-02' } });
});

test('[ORG-13] who takes up another variant, or none again, tells which they leave', () => {
  const themed = given(organisationContext, founded('community-branch', 'joint'), {
    type: 'VariantAdopted',
    data: { variant: 'liveable', territories: ['990101001'], on: '2026-01-01' },
  }).under(model);
  themed.when(adopt('u', 'sharing')).then({ type: 'VariantAdopted', data: { variant: 'sharing', was: 'liveable' } });
  themed.when(adopt('u')).then({ type: 'VariantAdopted', data: { variant: undefined, was: 'liveable' } });
  themed.when(adopt('u', 'liveable')).refuses('variant-same', { ids: ['u'] });
});

test('[ORG-13] a variant is the model with its changes, checked like any model', () => {
  const under = modelUnder(model, 'liveable');
  assert.equal(under?.ok && under.model.cases.warnAt, 0.5);
  assert.equal(modelUnder(model, 'broken')?.ok, false);
  assert.equal(modelUnder(model, 'palace'), undefined);
});
