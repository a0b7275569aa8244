import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import {
  appointments,
  attendance,
  attendanceRow,
  auditCoverage,
  cases,
  contexts,
  everything,
  fromWgs84,
  gridRow,
  grids,
  gridStaff,
  gridStaffRow,
  people,
  person,
  personId,
  process,
  processes,
  timeline,
  topicRow,
  topics,
  understaffed,
  unitRow,
  units,
  type Message,
  type Page,
  type Position,
  type Refusal,
  type TopicRow,
  type View,
} from '@keting/domain';
import { plainCalendar } from '@keting/domain/testing';
import { luqiao } from '@keting/models';
import { buildSampleDistrict, districtCommands, type SampleGrid } from '@keting/models/luqiao/sample';
import { createDesk, memoryStore, newId, viewsOf, type LocalDesk } from '@keting/runtime';
import pointInPolygon from 'point-in-polygon-hao';
import * as z from 'zod/mini';

/** 09:00 in Luqiao on the day the account was published. */
const now = Date.parse('2018-10-30T09:00:00+08:00');

const district = buildSampleDistrict();
const store = memoryStore({ views: viewsOf(contexts) });
const desk: LocalDesk = createDesk({
  model: luqiao,
  store,
  calendar: plainCalendar,
  clock: { now: () => now, at: () => () => undefined },
  newId,
  contexts,
  processes,
});

/** The first command that was refused; those after it stand on what it did not do. */
let refused: { readonly command: Message; readonly refusal: Refusal } | undefined;

before(async () => {
  const setup = desk.as(process('setup'));
  for (const command of districtCommands(district)) {
    const receipt = await setup.send(command);
    if (receipt.ok) continue;
    refused = { command, refusal: receipt.refusal };
    return;
  }
});

/** Every row of a view as the store holds it, page after page. */
async function allRows(view: View): Promise<readonly unknown[]> {
  const rows: unknown[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.rows(view, { limit: 1000, ...(cursor === undefined ? {} : { cursor }) }, everything);
    rows.push(...page.rows);
    cursor = page.next;
  } while (cursor !== undefined);
  return rows;
}

/** The mean of the corners of a micro-grid of one piece, where that lies inside it. */
function insideOf({ polygons }: SampleGrid): Position | undefined {
  const [ring, ...others] = polygons.map(([outer = []]) => outer.slice(1));
  if (ring === undefined || others.length > 0) return undefined;
  const mean = (axis: 0 | 1): number => ring.reduce((sum, corner) => sum + corner[axis], 0) / ring.length;
  const middle: Position = [mean(0), mean(1)];
  const closed = polygons.flatMap((polygon) => polygon.map((each) => each.map(([x, y]): [number, number] => [x, y])));
  return pointInPolygon(middle, closed) === true ? middle : undefined;
}

test('[ORG-01] [GRID-01] the whole sample, as districtCommands, is accepted by a desk with the model of Luqiao', async () => {
  assert.equal(refused, undefined);
  const rows = z.parse(z.array(gridRow), await allRows(grids));
  const count = (kind: string): number => rows.filter((row) => row.kind === kind).length;
  assert.deepEqual(
    { micro: count('micro'), dedicated: count('dedicated'), functional: count('functional') },
    { micro: district.grids.length, dedicated: 76, functional: district.functionalGrids.length },
  );
  assert.equal((await allRows(units)).length, district.units.length);
});

test('[ORG-06] the audit of the sample tells the shares of the account, and an organisation without a superior finds one', async () => {
  const share = async (target: string) => {
    const all = z.parse(z.array(unitRow), await allRows(units));
    const figure = auditCoverage(luqiao, all).find((one) => one.target === target);
    return (100 * (figure?.share ?? NaN)).toFixed(1);
  };
  assert.equal(await share('market-organisations'), '11.8');
  assert.equal(await share('firm-organisations'), '43.0');
  const [grid] = district.grids;
  assert.ok(grid);
  const stray = { unit: 'stray', kind: 'tower', name: '某楼', territories: [grid.code] };
  const organiser = asPost(`committee-${grid.code.slice(0, 9)}`, 'secretary');
  assert.equal(await answer(organiser, 'TakeInUnit', stray), 'done');
  const row = z.parse(z.array(unitRow), await allRows(units)).find(({ id }) => id === 'stray');
  const parent = district.units.find(({ id }) => id === row?.parent);
  assert.ok(parent);
  assert.ok(parent.territories.some((code) => grid.code.startsWith(code)));
  assert.ok(['residents-committee', 'village-committee'].includes(parent.kind));
});

test('[GRID-03] no grid of the sample lacks the staff that the model asks for', async () => {
  const drawn = z.parse(z.array(gridRow), await allRows(grids));
  const staff = z.parse(z.array(gridStaffRow), await allRows(gridStaff));
  assert.deepEqual(understaffed(luqiao, drawn, staff), []);
  const [first] = district.grids;
  assert.ok(first);
  const without = staff.filter(({ grid }) => grid !== first.code);
  assert.deepEqual(
    understaffed(luqiao, drawn, without).map(({ code }) => code),
    [first.code],
  );
});

test('[GRID-04] [CASE-01] a case reported by a coordinate of a map in GCJ-02 is found in its micro-grid', async () => {
  const [resident] = district.residents;
  assert.ok(resident);
  const reporting = desk.as(person(personId.parse(resident.person)));
  const homes = district.grids.filter(({ stalls }) => stalls === undefined);
  const places = homes.flatMap((grid) => {
    const inside = insideOf(grid);
    return inside === undefined ? [] : [{ code: grid.code, shown: fromWgs84(inside, 'GCJ-02') }];
  });
  const some = places.filter((_, i) => i % 200 === 0);
  assert.ok(some.length >= 10, `${some.length} places`);
  for (const { code, shown } of some) {
    const receipt = await reporting.send({
      type: 'ReportCase',
      data: {
        case: `at-${code}`,
        class: 'garbage',
        place: { position: shown, system: 'GCJ-02' },
        text: '菜场后门堆了两天的泡沫箱。',
        photos: [],
        channel: 'resident',
        mode: 'masked',
      },
    });
    assert.ok(receipt.ok, JSON.stringify(receipt));
    const { rows } = await reporting.view(cases, { where: { id: `at-${code}` } });
    assert.deepEqual(
      rows.map(({ grid }) => grid),
      [code],
    );
  }
});

test('[GRID-02] [ALL-01] a street lays no functional grid over the grids of another', async () => {
  const clerk = asPost('office-331004001', 'street-clerk');
  const [own, other] = ['331004001', '331004002'].map((street) =>
    district.grids.find(({ code }) => code.startsWith(street)),
  );
  assert.ok(own && other);
  const grid = { grid: `${own.code.slice(0, 12)}N9901`, purpose: 'new-residents', name: '新居民微格' };
  assert.equal(await answer(clerk, 'FoundFunctionalGrid', { ...grid, over: [own.code, other.code] }), 'not-permitted');
  assert.equal(await answer(clerk, 'FoundFunctionalGrid', { ...grid, over: [own.code] }), 'done');
});

test('[ORG-04] [CASE-04] what waited for a unit that is dissolved, or was with it, waits for who the model names now', async () => {
  const room = district.units.find(({ id }) => id === 'room-331004001004');
  const grid = district.grids.find(({ code }) => room?.territories.some((one) => code.startsWith(one)))?.code ?? '';
  const [resident] = district.residents;
  assert.ok(room && resident);
  const reporter = desk.as(person(personId.parse(resident.person)));
  const clerk = asPost(room.id, 'living-room-clerk');
  const street = asPost(`office-${grid.slice(0, 9)}`, 'street-clerk');
  const report = { class: 'garbage', place: { grid }, text: '菜场后门堆了泡沫箱。', photos: [], channel: 'resident' };
  const before: [id: string, steps: readonly (readonly [string, object])[]][] = [
    ['waits', []],
    [
      'with-it',
      [
        ['AcceptCase', {}],
        ['DispatchCase', { handler: room.id, reason: '会客厅可以处置' }],
      ],
    ],
    [
      'checked',
      [
        ['AcceptCase', {}],
        ['DispatchCase', { handler: room.id, reason: '会客厅可以处置' }],
        ['HandleCase', { result: '已清运。' }],
        ['VerifyCase', {}],
      ],
    ],
  ];
  for (const [id, steps] of before) {
    assert.equal(await answer(reporter, 'ReportCase', { ...report, case: id, mode: 'masked' }), 'done');
    for (const [type, data] of steps) assert.equal(await answer(clerk, type, { case: id, ...data }), 'done', type);
  }
  const member = asPost(`committee-${grid.slice(0, 9)}`, 'member');
  assert.equal(await answer(member, 'DissolveUnit', { unit: room.id, on: today }), 'done');
  await desk.settled();
  const office = `office-${grid.slice(0, 9)}`;
  const { rows } = await street.view(cases, { where: { id: { in: before.map(([id]) => id) } } });
  assert.deepEqual(Object.fromEntries(rows.map(({ id, stage, turn, handler }) => [id, [stage, turn, handler]])), {
    waits: ['collected', office, undefined],
    'with-it': ['accepted', office, undefined],
    checked: ['closed', office, room.id],
  });
});

test('[ALL-01] who only lives in the district is not on record; the head of a firm’s branch reads no names', async () => {
  const serve = new Set([...district.appointments, ...district.gridAppointments].map((one) => one.person));
  const rows = z.array(z.looseObject({ id: z.string() })).parse(await allRows(people));
  assert.deepEqual(new Set(rows.map(({ id }) => id)), serve);
  const branch = district.units.find(({ kind }) => kind === 'firm-branch');
  assert.ok(branch);
  const reader = asPost(branch.id, 'secretary');
  const { rows: seen } = await reader.view(people, { limit: 10 });
  assert.deepEqual(
    seen.map(({ id }) => id),
    [holderOf(branch.id, 'secretary')],
  );
});

test('[CASE-01] [ALL-01] a resident reports as a resident; a clerk takes down what others tell, and does not rate it', async () => {
  const [resident] = district.residents;
  const [first] = district.grids;
  assert.ok(resident && first);
  const told = {
    case: 'told',
    class: 'garbage',
    place: { grid: first.code },
    text: '来电反映垃圾没有清运。',
    photos: [],
  };
  const asResident = desk.as(person(personId.parse(resident.person)));
  const clerk = asPost(`office-${first.code.slice(0, 9)}`, 'street-clerk');
  for (const channel of ['gridder', 'hotline', 'platform']) {
    assert.equal(await answer(asResident, 'ReportCase', { ...told, channel, mode: 'masked' }), 'not-permitted');
  }
  assert.equal(await answer(clerk, 'ReportCase', { ...told, channel: 'hotline', mode: 'masked' }), 'done');
  const gridder = district.gridAppointments.find(({ grid }) => !grid.startsWith(first.code.slice(0, 12)));
  assert.ok(gridder);
  const onTheWay = { ...told, case: 'on-the-way', channel: 'gridder', mode: 'masked' };
  const asGridder = desk.as(person(personId.parse(gridder.person)));
  assert.equal(await answer(asGridder, 'ReportCase', onTheWay), 'done', 'in a grid that is not theirs');
  const handler = { handler: `office-${first.code.slice(0, 9)}`, reason: '本办处置' };
  for (const [type, data] of [
    ['AcceptCase', {}],
    ['DispatchCase', handler],
    ['HandleCase', { result: '已清运。' }],
    ['VerifyCase', {}],
    ['ReplyCase', { reply: '已清运。' }],
  ] as const) {
    assert.equal(await answer(clerk, type, { case: 'told', ...data }), 'done', type);
  }
  assert.equal(await answer(clerk, 'RateCase', { case: 'told', rating: 'satisfied' }), 'not-permitted');
});

test('[CASE-04] [CASE-08] who told of a matter that was merged into another has its reply, through however many', async () => {
  const [resident] = district.residents;
  const [first] = district.grids;
  assert.ok(resident && first);
  const reporter = desk.as(person(personId.parse(resident.person)));
  const office = `office-${first.code.slice(0, 9)}`;
  const clerk = asPost(office, 'street-clerk');
  const report = { class: 'garbage', place: { grid: first.code }, text: '菜场后门堆了泡沫箱。', photos: [] };
  for (const id of ['dup-1', 'dup-2', 'dup-3']) {
    const data = { ...report, case: id, channel: 'resident', mode: 'masked' };
    assert.equal(await answer(reporter, 'ReportCase', data), 'done');
  }
  for (const [type, data] of [
    ['MergeCase', { case: 'dup-1', into: 'dup-2', reason: '同一件事' }],
    ['MergeCase', { case: 'dup-2', into: 'dup-3', reason: '同一件事' }],
    ['AcceptCase', { case: 'dup-3' }],
    ['DispatchCase', { case: 'dup-3', handler: office, reason: '本办处置' }],
    ['HandleCase', { case: 'dup-3', result: '已清运。' }],
    ['VerifyCase', { case: 'dup-3' }],
    ['ReplyCase', { case: 'dup-3', reply: '泡沫箱已经清走。' }],
  ] as const) {
    assert.equal(await answer(clerk, type, data), 'done', type);
  }
  await desk.settled();
  for (const id of ['dup-1', 'dup-2']) {
    const { rows, contents } = await reporter.view(timeline, { where: { case: id, event: 'ReplyShared' } });
    assert.deepEqual(
      rows.map(({ words }) => words && contents[words.content]),
      ['泡沫箱已经清走。'],
    );
  }
});

/** Whoever of these may take a step of a meeting takes it. */
async function anyOf(
  who: readonly LocalDesk[],
  stream: `meeting/${string}`,
  type: string,
  rest: object = {},
): Promise<void> {
  for (const one of who) {
    const [offers = []] = await one.offers([stream]);
    const offer = offers.find((each) => each.type === type && each.allowed);
    if (offer === undefined) continue;
    const receipt = await one.send({ type, data: { ...offer.draft, ...rest } });
    assert.ok(receipt.ok, `${type} of ${stream}: ${JSON.stringify(receipt)}`);
    return desk.settled();
  }
  assert.fail(`nobody may take ${type} of ${stream}`);
}

test('[CASE-06] in every street and town a case climbs to the joint meeting of its street, and its resolution ends it', async () => {
  const [resident] = district.residents;
  assert.ok(resident);
  for (const { code: street } of district.streets) {
    const id = `joint-${street}`;
    const code = street.slice(0, 9);
    const grid = district.grids.find((one) => one.code.startsWith(code))?.code ?? '';
    const room = district.units.find(
      ({ kind, territories }) => kind === 'living-room' && territories.some((one) => grid.startsWith(one)),
    );
    const clerks = [
      asPost(`office-${code}`, 'street-clerk'),
      ...(room === undefined ? [] : [asPost(room.id, 'living-room-clerk')]),
    ];
    const [clerk] = clerks;
    assert.ok(clerk);
    const report = { case: id, class: 'garbage', place: { grid }, text: '菜场后门堆了两天的泡沫箱。', photos: [] };
    const reporter = desk.as(person(personId.parse(resident.person)));
    assert.equal(await answer(reporter, 'ReportCase', { ...report, channel: 'resident', mode: 'masked' }), 'done');
    assert.equal(await answer(clerk, 'AcceptCase', { case: id }), 'done');
    assert.equal(await answer(clerk, 'EscalateCase', { case: id, reason: '一家办不了。' }), 'done');
    await desk.settled();
    const tiers = ['micro-grid', ...(room === undefined ? [] : ['living-room']), 'street'];
    for (const [climbed, tier] of tiers.entries()) {
      const stream = `meeting/${id}-m${climbed + 1}` as const;
      const called: Page<TopicRow> = await clerk.view(topics, { where: { id: `${id}-m${climbed + 1}` } });
      assert.deepEqual(
        called.rows.map((row) => row.tier),
        [tier],
      );
      await anyOf(clerks, stream, 'HoldMeeting');
      const outcome = tier === 'street' ? 'settled' : 'passed-up';
      await anyOf(clerks, stream, 'ResolveMeeting', { outcome, resolution: '由街道牵头办理。' });
    }
    const { rows } = await clerk.view(cases, { where: { id } });
    assert.deepEqual(
      rows.map(({ stage }) => stage),
      ['closed'],
      street,
    );
  }
});

test('[CASE-06] the secretaries of all branches in its area sit in when a living room meets', async () => {
  // As the test before left it: the second meeting of the case of the first street.
  const street = district.streets.find(({ code }) => code.startsWith('331004001'))?.code ?? '';
  const list = z.array(attendanceRow).parse(await allRows(attendance));
  // Who is of the council has a vote, and does not sit in beside it.
  const there = new Set(list.filter(({ meeting }) => meeting === `joint-${street}-m2`).map((one) => one.person));
  const topic = z
    .array(topicRow)
    .parse(await allRows(topics))
    .find(({ id }) => id === `joint-${street}-m2`);
  const room = district.units.find(({ id }) => id === topic?.unit);
  const branches = district.units.filter(
    ({ kind, territories }) =>
      kind.endsWith('-branch') && territories.some((one) => room?.territories.some((area) => one.startsWith(area))),
  );
  assert.deepEqual(
    new Set(branches.map(({ kind }) => kind)),
    new Set(['community-branch', 'village-branch', 'market-branch', 'agency-branch', 'firm-branch', 'tower-branch']),
  );
  for (const { id, name } of branches) assert.ok(there.has(holderOf(id, 'secretary')), name);
});

const today = '2018-10-30';

/** Who holds a post in a unit of the sample now. */
function holderOf(unit: string, post: string): string {
  const found = district.appointments.find((one) => one.unit === unit && one.post === post && one.until === undefined);
  assert.ok(found, `${post} of ${unit}`);
  return found.person;
}

const asPost = (unit: string, post: string) => desk.as(person(personId.parse(holderOf(unit, post))));

const answer = async (who: LocalDesk, type: string, data: object): Promise<string> => {
  const receipt = await who.send({ type, data });
  return receipt.ok ? 'done' : receipt.refusal.code;
};

test('[ORG-01] [ALL-01] who is elected in a village founds nothing; a street committee organises its street and no other', async () => {
  const village = district.units.find(({ kind }) => kind === 'village-committee');
  assert.ok(village);
  const [code = ''] = village.territories;
  const [own, other] = district.streets
    .map((one) => `committee-${one.code.slice(0, 9)}`)
    .filter((id) => !id.endsWith(code.slice(0, 9)));
  assert.ok(own !== undefined && other !== undefined);
  const office = { unit: 'seized', kind: 'street-office', name: '办事处', parent: own, territories: [code, '331004'] };
  assert.equal(await answer(asPost(village.id, 'member'), 'FoundUnit', office), 'not-permitted');
  const member = asPost(own, 'member');
  const territories = [own.slice('committee-'.length)];
  assert.equal(await answer(member, 'FoundUnit', office), 'not-permitted');
  const joint = { unit: 'second-joint', kind: 'joint-party-committee', name: '第二大党委', parent: own, territories };
  assert.equal(await answer(member, 'FoundUnit', { ...joint, parent: other }), 'not-permitted');
  assert.equal(await answer(member, 'FoundUnit', { ...joint, parent: 'nowhere' }), 'parent-unknown');
  assert.equal(await answer(member, 'FoundUnit', joint), 'done');
  assert.equal(await answer(member, 'MoveUnit', { unit: 'second-joint', parent: other }), 'not-permitted');
  assert.equal(await answer(member, 'RegisterPerson', { person: 'somebody-new', name: '新某' }), 'done');
  const root = { unit: 'second-root', kind: 'district-committee', name: '区委', territories: ['331004'] };
  assert.equal(await answer(asPost('committee-331004', 'member'), 'FoundUnit', root), 'not-permitted');
});

test('[ORG-02] a village’s secretary who leaves office is deputy of the joint committee no longer', async () => {
  const seat = district.appointments.find(({ post }) => post === 'deputy');
  assert.ok(seat?.partTimeFrom !== undefined);
  const { person: secretary, partTimeFrom: branch } = seat;
  const setup = desk.as(process('setup'));
  const left = { unit: branch, post: 'secretary', person: secretary, on: today };
  assert.equal(await answer(setup, 'EndAppointment', left), 'done');
  await desk.settled();
  const { rows } = await setup
    .as(person(personId.parse(secretary)))
    .view(appointments, { where: { person: secretary } });
  assert.deepEqual(
    rows
      .filter(({ post }) => post === 'secretary' || post === 'deputy')
      .map(({ post, until }) => [post, until])
      .sort(),
    [
      ['deputy', today],
      ['secretary', today],
    ],
  );
});
