import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import {
  caseContext,
  cases,
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
  processes: [escalation],
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
