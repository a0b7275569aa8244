import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  campaignContext,
  campaignCounts,
  campaignOf,
  objectsLeft,
  startOfDay,
  unitId,
  type CampaignCommand,
  type CampaignEvent,
  type Message,
} from '@keting/domain';
import { given, recorded, sampleModel } from '@keting/domain/testing';

const base = sampleModel();
const label = base.name;
const model = {
  ...base,
  campaigns: {
    units: ['street-office'],
    subjects: ['four-small-vehicles', 'overgrown-ponds'].map((id) => ({ id, label, source: 'ours' })),
    source: 'ours',
  },
};
const [west, east] = ['99010100100100101', '99010100100100102'];
/** A grid of another street, and a code that no grid of the street has. */
const [abroad, nowhere] = ['99020100100100101', '99010100100100109'];
const units = [
  { id: unitId.parse('office'), kind: 'street-office', territories: ['990101001'] },
  { id: unitId.parse('placeless'), kind: 'street-office', territories: [] },
  { id: unitId.parse('council'), kind: 'residents-committee', territories: ['990101001001'] },
];
const day = 24 * 3_600_000;
const at = (date: string) => startOfDay(date, base.workingTime) + 9 * 3_600_000;
type Campaign = Extract<ReturnType<typeof campaignContext.evolve>, { until: string }>;
const open: Campaign = {
  stage: 'open',
  id: 'k1',
  unit: 'office',
  territory: '990101001',
  from: '2026-03-02',
  until: '2026-03-08',
  endsAt: startOfDay('2026-03-08', base.workingTime) + day,
};
const scene = (...past: readonly CampaignEvent[]) =>
  given(campaignContext, ...past)
    .under(model)
    .withAll('unitOf', (id) => units.find((one) => one.id === id))
    .withAll('gridOf', (code) =>
      String(code) !== nowhere ? { code, kind: 'micro', community: '990101001001' } : undefined,
    )
    .with(campaignOf('k1'), open)
    .with(campaignOf('none'), undefined)
    .with(objectsLeft('k1'), 0);
const ask = (
  type: CampaignCommand['type'],
  data: Readonly<Record<string, unknown>>,
): Message<CampaignCommand['type']> => ({ type, data });
const opening = (data: Readonly<Record<string, unknown>> = {}) =>
  ask('OpenCampaign', {
    campaign: 'k1',
    unit: 'office',
    subject: 'four-small-vehicles',
    title: 'Cleared in a week',
    until: '2026-03-08',
    ...data,
  });
const listing = (data: Readonly<Record<string, unknown>> = {}) =>
  ask('ListObject', { object: 'o1', campaign: 'k1', grid: west, unit: 'council', what: 'A three-wheeler', ...data });
const clearing = ask('ClearObject', { object: 'o1', result: 'Taken off the street' });
const opened = scene().when(opening()).events;
const listed = scene().when(listing()).events;

test('[CASE-14] a campaign has a subject of the model, a territory and a last day', () => {
  const { state } = scene()
    .when(opening())
    .then({ type: 'CampaignOpened', data: { territory: '990101001', from: '2026-03-02', until: '2026-03-08' } });
  assert.deepEqual(state, open);
  for (const unit of ['council', 'placeless', 'nobody']) {
    scene()
      .when(opening({ unit }))
      .refuses('campaign-unit-unfit', { ids: [unit] });
  }
  scene()
    .when(opening({ subject: 'dragons' }))
    .refuses('campaign-subject-unknown', { params: { subject: 'dragons' } });
  scene()
    .when(opening({ until: '2026-03-01' }))
    .refuses('campaign-date-past', { params: { until: '2026-03-01' } });
  scene()
    .when(opening({ until: '2026-03-02' }))
    .then({ type: 'CampaignOpened', data: { from: '2026-03-02', until: '2026-03-02' } });
  scene(...opened)
    .when(opening())
    .refuses('campaign-exists', { ids: ['k1'] });
  scene().under(base).when(opening()).refuses('campaign-lacking');
});

test('[CASE-14] an object found later is added, not lost, also after the last day', () => {
  scene()
    .when(listing())
    .then({ type: 'ObjectListed', data: { grid: west, unit: 'council', later: false } });
  scene()
    .at(at('2026-03-05'))
    .when(listing())
    .then({ type: 'ObjectListed', data: { later: true, on: '2026-03-05' } });
  scene()
    .with(campaignOf('k1'), { ...open, stage: 'ran-out' })
    .at(at('2026-03-20'))
    .when(listing())
    .then({ type: 'ObjectListed', data: { later: true } });
  scene()
    .with(campaignOf('k1'), { ...open, stage: 'closed' })
    .when(listing())
    .refuses('campaign-closed', { ids: ['k1'] });
  scene()
    .when(listing({ campaign: 'none' }))
    .refuses('campaign-unknown', { ids: ['none'] });
  for (const grid of [abroad, nowhere]) {
    scene()
      .when(listing({ grid }))
      .refuses('object-outside', { ids: [grid] });
  }
  // The office answers for that other street too, and then no more at all.
  const wide = { ...units[0], territories: ['990101001', '990201001'] };
  scene()
    .withAll('unitOf', (id) => (id === 'office' ? wide : units.find((one) => one.id === id)))
    .withAll('gridOf', (code) => ({ code, kind: 'micro', community: String(code).slice(0, 12) }))
    .when(listing({ grid: abroad }))
    .then({ type: 'ObjectListed', data: { grid: abroad } });
  scene()
    .withAll('unitOf', (id) => units.find((one) => one.id === id && id !== 'office'))
    .when(listing({ unit: 'council' }))
    .then({ type: 'ObjectListed' });
  scene()
    .when(listing({ unit: 'nobody' }))
    .refuses('object-unit-unknown', { ids: ['nobody'] });
  scene(...listed)
    .when(listing())
    .refuses('object-exists', { ids: ['o1'] });
});

test('[CASE-14] an object is cleared once, in time or not', () => {
  const { events } = scene(...listed)
    .when(clearing)
    .then({ type: 'ObjectCleared', data: { grid: west, inTime: true } });
  scene(...listed)
    .at(at('2026-03-09'))
    .when(clearing)
    .then({ type: 'ObjectCleared', data: { inTime: false } });
  scene(...listed, ...events)
    .when(clearing)
    .refuses('object-cleared', { ids: ['o1'] });
  scene()
    .when(clearing)
    .refuses('object-unknown', { ids: ['o1'] });
  scene(...opened)
    .when(ask('ClearObject', { object: 'k1', result: 'x' }))
    .refuses('object-unknown');
  scene(...listed)
    .with(campaignOf('k1'), undefined)
    .when(clearing)
    .refuses('campaign-unknown', { ids: ['k1'] });
});

test('[CASE-14] a campaign is closed when nothing is left, and its last day ends by itself', () => {
  const close = ask('CloseCampaign', { campaign: 'k1' });
  scene(...opened)
    .with(objectsLeft('k1'), 3)
    .when(close)
    .refuses('campaign-objects-left', { ids: ['k1'], params: { left: 3 } });
  const closed = scene(...opened)
    .when(close)
    .then({ type: 'CampaignClosed', data: { on: '2026-03-02' } });
  scene(...opened, ...closed.events)
    .when(close)
    .refuses('campaign-closed', { ids: ['k1'] });
  assert.equal(campaignContext.due?.(closed.state), undefined);
  const over = ask('NoteRunOut', { campaign: 'k1', until: '2026-03-08' });
  assert.deepEqual(campaignContext.due?.(open), { at: open.endsAt, command: over });
  scene(...opened)
    .at(open.endsAt - 1)
    .when(over)
    .refuses('campaign-not-run-out', { ids: ['k1'], params: { until: '2026-03-08' } });
  scene(...opened)
    .at(open.endsAt)
    .when(ask('NoteRunOut', { campaign: 'k1', until: '2026-03-07' }))
    .refuses('campaign-not-run-out');
  const ranOut = scene(...opened)
    .at(open.endsAt)
    .when(over)
    .then({ type: 'CampaignRanOut', data: { until: '2026-03-08' } });
  scene(...opened, ...ranOut.events)
    .at(open.endsAt)
    .when(over)
    .refuses('campaign-not-run-out');
  scene(...opened, ...ranOut.events)
    .at(at('2026-03-20'))
    .when(close)
    .then({ type: 'CampaignClosed' });
  scene()
    .when(close)
    .refuses('campaign-unknown', { ids: ['k1'] });
});

test('[CASE-14] four small vehicles are cleared in one week: progress by grid and unit, current with each', () => {
  assert.ok(campaignCounts.kind === 'counter');
  const view = campaignCounts;
  const sums: Record<string, Record<string, number>> = {};
  const count = (events: readonly CampaignEvent[]) => {
    for (const event of events) {
      for (const { row, add } of view.deltas(recorded(event, { stream: 'campaign-object/o1', version: 1, at: 0 }))) {
        const sum = (sums[`${String(row['grid'])} ${String(row['unit'])}`] ??= {});
        for (const [column, by] of Object.entries(add)) sum[column] = (sum[column] ?? 0) + by;
      }
    }
  };
  for (let i = 0; i < 40; i += 1) {
    const found = i < 30 ? at('2026-03-02') : at('2026-03-05');
    const object = scene()
      .at(found)
      .when(listing({ grid: i % 2 === 0 ? west : east })).events;
    count(object);
    count(
      scene(...object)
        .at(at('2026-03-08'))
        .when(clearing).events,
    );
  }
  const half = { listed: 20, later: 5, cleared: 20, inTime: 20 };
  assert.deepEqual(sums, { [`${west} council`]: half, [`${east} council`]: half });
});
