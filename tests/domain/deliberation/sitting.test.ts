import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  civilDateOf,
  modelKey,
  periodOf,
  resolutionContext,
  resolutionId,
  sittingContext,
  sittingId,
  sittingViews,
  topicId,
  unitId,
  type BallotFact,
  type ResolutionEvent,
  type SittingEvent,
  type View,
} from '@keting/domain';
import { given, recorded, sealed } from '@keting/domain/testing';
import { day, deliberating, grids, inPlace, members, monday } from './deliberating.ts';
import { sittingOpen } from './ballot-asks.ts';

const sitting = sittingId.parse('s1');
const of = { sitting };
const thursday = '2026-03-05';
const onThursday = monday + 3 * day;
const ends = Date.parse('2026-03-05T16:00:00Z');

const scene = (...past: readonly SittingEvent[]) => inPlace(given(sittingContext, ...past));
const convene = (rest: object = {}) =>
  ({
    type: 'ConveneSitting',
    data: { ...of, assembly: 'joint-conference', place: grids[0], kind: 'regular', on: thursday, ...rest },
  }) as const;
const urgent = { kind: 'urgent', reason: 'a burst main', on: '2026-03-02' };
const add = { type: 'AddSittingItem', data: { ...of, title: 'parking' } } as const;
const openWith = (present: readonly string[], observers?: readonly string[]) =>
  ({ type: 'OpenSitting', data: { ...of, present, ...(observers ? { observers } : {}) } }) as const;
const keep = (item: number) => ({ type: 'KeepMinutes', data: { ...of, item, minutes: 'all spoke' } }) as const;
const close = { type: 'CloseSitting', data: of } as const;
const lapse = { type: 'LapseSitting', data: { ...of, on: thursday } } as const;

const convened = (rest: Partial<Extract<SittingEvent, { type: 'SittingConvened' }>['data']> = {}): SittingEvent => ({
  type: 'SittingConvened',
  data: {
    assembly: 'joint-conference',
    units: ['joint'],
    territories: ['990101001001'],
    kind: 'regular',
    on: thursday,
    period: '2026-Q1',
    lapsesAt: ends,
    order: [],
    ...rest,
  },
});
const added: SittingEvent = { type: 'SittingItemAdded', data: { item: 1, title: sealed('parking') } };
const five = ['r1', 'r2', 'r3', 'r4', 'r5'];
const [opened] = scene(convened(), added)
  .at(onThursday)
  .when(openWith(five, ['s1', 's2'])).events;
assert.ok(opened);

suite('convening', () => {
  test('[DEL-03] a conference meets once a quarter, and convened twice it would clash', () => {
    scene()
      .when(convene())
      .then({ type: 'SittingConvened', data: { period: '2026-Q1', units: ['joint'], order: [], lapsesAt: ends } })
      .claims('sitting/joint-conference/joint/2026-Q1');
    const [event] = scene().when(convene()).events;
    assert.ok(event?.type === 'SittingConvened' && !('reason' in event.data));
    assert.deepEqual(event.data.territories, ['990101001001']);
    scene(convened())
      .when(convene())
      .refuses('sitting-exists', { ids: [sitting] });
  });

  test('[DEL-03] an urgent one meets at any time, beside the quarterly one, with its reason', () => {
    scene()
      .when(convene(urgent))
      .then({ type: 'SittingConvened', data: { kind: 'urgent', reason: sealed('a burst main') } })
      .claims();
    const [event] = scene().when(convene(urgent)).events;
    assert.ok(event !== undefined && !('period' in event.data));
    scene()
      .when(convene({ kind: 'urgent', on: thursday }))
      .invalid({ path: 'reason', code: 'required' });
    scene()
      .when(convene({ ...urgent, assembly: 'report-meeting' }))
      .refuses('urgent-not-allowed', { params: { assembly: 'report-meeting' } });
  });

  test('[DEL-03] what is urgent comes before the order of a body, and a body without a period meets when it likes', () => {
    const [conference, report] = deliberating.assemblies ?? [];
    assert.ok(conference && report);
    const { meets: _never, ...free } = report;
    const model = { ...deliberating, assemblies: [conference, { ...free, urgent: { notice: 0 } }] };
    scene()
      .under(model)
      .when(convene({ ...urgent, assembly: 'report-meeting' }))
      .then({ type: 'SittingConvened', data: { order: [] } });
    const regular = scene()
      .under(model)
      .when(convene({ assembly: 'report-meeting' }));
    const { events } = regular.then({ type: 'SittingConvened' }).claims();
    assert.ok(events.every(({ data }) => !('period' in data)));
  });

  test('[DEL-03] those due are told in time: three days ahead, never in the past', () => {
    scene()
      .when(convene({ on: '2026-03-04' }))
      .refuses('notice-too-short', { ids: [sitting], params: { needed: 3 } });
    scene()
      .when(convene({ ...urgent, on: '2026-03-01' }))
      .refuses('notice-too-short');
  });

  test('[DEL-03] only a body of the place is convened, where it stands', () => {
    scene()
      .when(convene({ assembly: 'moon' }))
      .refuses('assembly-unknown', { params: { assembly: 'moon' } });
    const [here] = grids;
    const joint = { id: unitId.parse('joint'), kind: 'joint-committee', territories: [here] };
    scene()
      .withAll('unitsOver', (_kind, place) => (place === here ? [joint] : []))
      .when(convene())
      .then({ type: 'SittingConvened', data: { units: ['joint'] } });
    scene()
      .withAll('unitsOver', () => [])
      .when(convene())
      .refuses('assembly-unseated', { ids: grids.slice(0, 1), params: { assembly: 'joint-conference' } });
    const { assemblies: _without, ...without } = deliberating;
    scene().under(without).when(convene()).refuses('assembly-unknown');
    scene(convened())
      .under(without)
      .when(add)
      .refuses('assembly-unknown', { params: { assembly: 'joint-conference' } });
    scene()
      .when(add)
      .refuses('sitting-unknown', { ids: [sitting] });
  });

  test('[DEL-03] a day has its month, quarter, half-year and year', () => {
    const periods = (on: string) =>
      (['month', 'quarter', 'half-year', 'year'] as const).map((one) => periodOf(on, one));
    assert.deepEqual(periods('2026-03-31'), ['2026-03', '2026-Q1', '2026-H1', '2026']);
    assert.deepEqual(periods('2026-07-01'), ['2026-07', '2026-Q3', '2026-H2', '2026']);
  });

  test('[DEL-03] one report, two appraisals and three matters are the order of a report meeting, item by item', () => {
    const [event] = scene().when(convene({ assembly: 'report-meeting' })).events;
    assert.ok(event?.type === 'SittingConvened');
    assert.deepEqual([event.data.order.length, event.data.period], [6, '2026-H1']);
    const state = scene(event)
      .when(add)
      .then({ type: 'SittingItemAdded', data: { item: 7 } }).state;
    assert.equal(state.items, 7);
  });
});

suite('sitting', () => {
  const before = scene(convened(), added).at(onThursday);

  test('[DEL-03] the list is fixed on the day, with its quorum; observers sit in and count for nothing', () => {
    assert.ok(opened.type === 'SittingOpened');
    assert.equal(opened.data.eligible.length, 9);
    assert.deepEqual(opened.data.sittingIn, ['s1', 's2'], 'secretaries of every branch in the place sit in');
    before
      .when(openWith(['r1', 'r2', 'r3', 'r4'], members.slice(0, 20)))
      .refuses('quorum-missed', { ids: [sitting], params: { eligible: 9, present: 4, needed: 5 } });
    before.when(openWith([...five, 's1'], ['x'])).refuses('not-entitled', { ids: ['s1', 'x'], params: { count: 2 } });
    before
      .withAll('membersOf', () => [])
      .when(openWith([]))
      .refuses('nobody-entitled', { ids: [sitting] });
  });

  test('[DEL-03] each person is there once, however often named; observers need not come, nor be', () => {
    before.when(openWith([...five.slice(1), 'r2', 'r3'])).refuses('quorum-missed', { params: { present: 4 } });
    before
      .when(openWith([...five, 'r1'], ['s1', 's1']))
      .then({ type: 'SittingOpened', data: { present: five, sittingIn: ['s1'] } });
    const [event] = before.when(openWith(five)).events;
    assert.ok(event?.type === 'SittingOpened');
    const { eligible, observers, sittingIn } = event.data;
    assert.deepEqual([eligible.length, observers.length, sittingIn], [9, 32, []]);
    scene(convened({ assembly: 'report-meeting', units: ['branch'] }))
      .at(onThursday)
      .when(openWith(members.slice(0, 16)))
      .then({ type: 'SittingOpened', data: { observers: [] } });
  });

  test('[DEL-03] a body sits on its day, not before and not after; nothing joins the agenda then', () => {
    before
      .at(monday)
      .when(openWith(five))
      .refuses('sitting-not-its-day', { ids: [sitting], params: { day: thursday } });
    before.at(ends).when(openWith(five)).refuses('sitting-not-its-day');
    scene(convened(), added, opened)
      .when(add)
      .refuses('sitting-wrong-step', { ids: [sitting], params: { step: 'opened' } });
    scene(convened(), added, opened).when(openWith(five)).refuses('sitting-wrong-step');
    const full = Array.from({ length: 50 }, (_, i) => modelKey.parse(`item-${i}`));
    scene(convened({ order: full.slice(1) }))
      .when(add)
      .then({ type: 'SittingItemAdded', data: { item: 50, title: sealed('parking') } });
    scene(convened({ order: full }))
      .when(add)
      .refuses('agenda-full', { ids: [sitting], params: { limit: 50 } });
  });

  test('[DEL-03] it ends with minutes on every item and no ballot open; minutes lie in the contents store', () => {
    const sat = scene(convened(), added, opened);
    sat.when(close).refuses('minutes-missing', { ids: [sitting], params: { items: ['1'] } });
    sat.when(keep(2)).refuses('item-unknown', { ids: [sitting], params: { item: 2 } });
    scene(convened(), added).when(keep(1)).refuses('sitting-wrong-step');
    const [minutes] = sat.when(keep(1)).events;
    assert.deepEqual(minutes, { type: 'MinutesKept', data: { item: 1, minutes: sealed('all spoke') } });
    const { state } = scene(convened(), added, opened, minutes).when(close).then({ type: 'SittingClosed' });
    assert.equal(state.stage, 'closed');
    scene(convened(), added).when(close).refuses('sitting-wrong-step');
    scene(convened(), added, opened, minutes)
      .withAll('openBallotsOf', () => ['b1', 'b2'])
      .when(close)
      .refuses('ballots-open', { ids: ['b1', 'b2'], params: { count: 2 } });
    assert.deepEqual(sittingContext.commands.KeepMinutes.seals, ['minutes']);
  });

  test('[DEL-03] a day that passes without it shows, and its quarter may still have one', () => {
    const due = (...past: readonly SittingEvent[]) => {
      const state = scene(...past).state('sitting/s1');
      return state === undefined ? undefined : sittingContext.due?.(state);
    };
    assert.deepEqual(due(convened()), { at: ends, command: lapse });
    assert.equal(due(convened(), added, opened), undefined);
    scene(convened())
      .at(ends - 1)
      .when(lapse)
      .refuses('sitting-not-over', { ids: [sitting], params: { due: ends } });
    scene(convened())
      .at(ends)
      .when({ ...lapse, data: { ...of, on: '2026-03-04' } })
      .refuses('sitting-wrong-step');
    scene(convened())
      .at(ends)
      .when(lapse)
      .then({ type: 'SittingLapsed', data: { on: thursday } })
      .releases('sitting/joint-conference/joint/2026-Q1');
    const beside = scene(...scene().when(convene(urgent)).events)
      .at(ends)
      .when({ ...lapse, data: { ...of, on: urgent.on } });
    beside.then({ type: 'SittingLapsed' }).releases();
    scene(convened(), added, opened).at(ends).when(lapse).refuses('sitting-wrong-step');
  });

  test('[DEL-03] agenda, minutes and attendance are rows of their own', () => {
    const minutes: SittingEvent = { type: 'MinutesKept', data: { item: 1, minutes: sealed('all spoke') } };
    const rows = new Map<string, unknown>();
    [convened(), added, opened, minutes].forEach((event, i) => {
      const kept = recorded(event, { stream: 'sitting/s1', version: i + 1, at: monday });
      const views: readonly View[] = sittingViews;
      for (const view of views) {
        if (view.kind !== 'table' || !view.on.includes(event.type)) continue;
        for (const key of view.keys(kept)) {
          const row: unknown = view.project(rows.get(`${view.name} ${key}`), kept, key);
          rows.set(`${view.name} ${key}`, row);
        }
      }
    });
    assert.deepEqual(rows.get('sitting-items s1/1'), {
      id: 's1/1',
      sitting: 's1',
      item: 1,
      title: sealed('parking'),
      minutes: sealed('all spoke'),
    });
    const came = [...rows].filter(
      ([key, row]) => key.startsWith('sitting-attendance') && Reflect.get(Object(row), 'present') === true,
    );
    assert.equal(came.length, 7);
    assert.equal(Reflect.get(Object(rows.get('sittings s1')), 'present'), 5);
  });
});

suite('resolutions', () => {
  const resolution = resolutionId.parse('d1');
  const adopt = (rest: object = {}) =>
    ({
      type: 'AdoptResolution',
      data: { resolution, sitting, ballot: 'b1', text: 'we paint lines', owner: 'joint', due: '2026-03-31', ...rest },
    }) as const;
  const dueAt = Date.parse('2026-03-31T16:00:00Z');
  const carried = (rest: Partial<BallotFact> = {}) => ({
    sittings: sittingOpen(),
    ballots: { b1: { subject: { sitting, item: 1 }, closed: true, quorate: true, carried: true, ...rest } },
  });
  const resolutionScene = (past: readonly ResolutionEvent[] = [], known: Parameters<typeof inPlace>[1] = carried()) =>
    inPlace(given(resolutionContext, ...past), known).withAll('unitOf', (id) =>
      id === 'joint' ? { id: unitId.parse('joint'), kind: 'joint-committee', territories: [] } : undefined,
    );
  const past = resolutionScene().when(adopt()).events;
  const complete = { type: 'CompleteResolution', data: { resolution, report: 'done' } } as const;
  const overdue = { type: 'MarkResolutionOverdue', data: { resolution, due: '2026-03-31' } } as const;

  test('[DEL-03] what a ballot of the sitting carried becomes a resolution with an owner and a day', () => {
    resolutionScene()
      .when(adopt())
      .then({
        type: 'ResolutionAdopted',
        data: {
          item: 1,
          text: sealed('we paint lines'),
          units: ['joint'],
          territories: ['990101001001'],
          owner: 'joint',
          due: '2026-03-31',
          dueAt,
        },
      })
      .claims('resolution-of/b1');
    resolutionScene([], carried({ carried: false }))
      .when(adopt())
      .refuses('resolution-not-carried', { ids: ['b1'] });
    resolutionScene([], { sittings: sittingOpen() }).when(adopt()).refuses('resolution-not-carried');
    const elsewhere = { subject: { sitting: sittingId.parse('s2'), item: 1 } };
    resolutionScene([], carried(elsewhere)).when(adopt()).refuses('resolution-not-carried');
    const onTopic = { subject: { topic: topicId.parse('t1'), step: modelKey.parse('decide'), round: 1 } };
    resolutionScene([], carried(onTopic)).when(adopt()).refuses('resolution-not-carried');
    resolutionScene([], { ...carried(), sittings: {} })
      .when(adopt())
      .refuses('resolution-not-carried', { ids: ['b1'] });
    resolutionScene([], { ...carried(), sittings: sittingOpen({ open: false }) })
      .when(adopt())
      .then({ type: 'ResolutionAdopted', data: { item: 1 } });
    resolutionScene()
      .when(adopt({ owner: 'nobody' }))
      .refuses('owner-unknown', { ids: ['nobody'] });
    resolutionScene()
      .when(adopt({ due: '2026-03-01' }))
      .refuses('due-in-past', { ids: [resolution], params: { day: '2026-03-01' } });
    resolutionScene()
      .when(adopt({ due: '2026-03-02' }))
      .then({ type: 'ResolutionAdopted', data: { due: '2026-03-02' } });
    resolutionScene(past)
      .when(adopt())
      .refuses('resolution-exists', { ids: [resolution] });
    resolutionScene()
      .when(complete)
      .refuses('resolution-unknown', { ids: [resolution] });
  });

  test('[DEL-03] it is followed up: reported on, carried out in time or late', () => {
    resolutionScene(past)
      .when({ type: 'ReportResolution', data: { resolution, report: 'half' } })
      .then({ type: 'ResolutionReported', data: { report: sealed('half') } });
    resolutionScene(past)
      .at(dueAt - 1)
      .when(complete)
      .then({ type: 'ResolutionCompleted', data: { report: sealed('done'), late: false } });
    const done = resolutionScene(past)
      .at(dueAt)
      .when(complete)
      .then({ type: 'ResolutionCompleted', data: { late: true } });
    resolutionScene([...past, ...done.events])
      .when(complete)
      .refuses('resolution-completed', { ids: [resolution] });
    assert.equal(resolutionContext.due?.(done.state), undefined);
  });

  test('[DEL-03] it is overdue by itself when its day is over, and can still be carried out', () => {
    const state = resolutionScene(past).state('resolution/d1');
    assert.ok(state !== undefined);
    assert.deepEqual(resolutionContext.due?.(state), { at: dueAt, command: overdue });
    resolutionScene(past)
      .at(dueAt - 1)
      .when(overdue)
      .refuses('resolution-not-overdue', { ids: [resolution], params: { due: dueAt } });
    resolutionScene(past)
      .at(dueAt)
      .when({ ...overdue, data: { resolution, due: '2026-03-30' } })
      .refuses('resolution-not-overdue');
    const late = resolutionScene(past).at(dueAt).when(overdue);
    const marked = late.then({ type: 'ResolutionOverdue', data: { due: '2026-03-31' } });
    assert.equal(marked.state.stage, 'overdue');
    const after = [...past, ...late.events];
    resolutionScene(after).at(dueAt).when(overdue).refuses('resolution-not-overdue');
    resolutionScene(after).at(dueAt).when(complete).then({ type: 'ResolutionCompleted' });
    assert.equal(civilDateOf(dueAt, deliberating.workingTime), '2026-04-01');
  });
});
