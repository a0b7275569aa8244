import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import {
  appointments,
  caseContext,
  cases,
  dependentPosts,
  escalation,
  everything,
  fromWgs84,
  gridContext,
  gridRow,
  grids,
  gridStaff,
  gridStaffRow,
  meetingContext,
  organisationContext,
  peopleContext,
  person,
  personId,
  process,
  understaffed,
  units,
  type Context,
  type Message,
  type Position,
  type Refusal,
  type View,
} from '@keting/domain';
import { plainCalendar } from '@keting/domain/testing';
import { luqiao } from '@keting/models';
import { buildSampleDistrict, districtCommands, type SampleGrid } from '@keting/models/luqiao/sample';
import { createDesk, memoryStore, newId, viewsOf, type LocalDesk } from '@keting/runtime';
import pointInPolygon from 'point-in-polygon-hao';
import * as z from 'zod/mini';

const contexts: readonly Context[] = [organisationContext, peopleContext, gridContext, caseContext, meetingContext];

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
  processes: [escalation, dependentPosts],
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
