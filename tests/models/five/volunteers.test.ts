import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  activityContext,
  award,
  checkInContext,
  participations,
  person,
  personId,
  pointContext,
  pointEntries,
  pointLots,
  startOfDay,
  teamContext,
  wishContext,
  type GovernanceModel,
  type Standing,
} from '@keting/domain';
import { plainCalendar } from '@keting/domain/testing';
import { bengbu, chengcheng, nanjing, shibei } from '@keting/models';
import { createDesk, memoryStore, newId, viewsOf } from '@keting/runtime';
import { actionsOf } from '../../support/access-cells.ts';
import { TestClock } from '../../runtime/desk/small-place.ts';
import { standIn } from '../../support/stand-in.ts';

const hour = 3_600_000;
const posts: Readonly<Record<string, readonly [post: string, unit: string]>> = {
  'clerk-east': ['clerk', 'east'],
  'clerk-west': ['clerk', 'west'],
  'director-east': ['director', 'east'],
};
const codes: Readonly<Record<string, string>> = { east: '610525001001', west: '610525001002' };
const standingOf = ([post, unit]: readonly [string, string]): Standing => ({
  ...{ post, unit, kind: 'residents-committee', territories: [codes[unit] ?? ''] },
});

/** Stands for the organisation: two committees side by side, with their clerks and the director of one. */
const place = standIn(
  {
    unitOf: (_source, id) =>
      Promise.resolve({ id, kind: 'residents-committee', territories: [codes[String(id)] ?? ''] }),
    variantAt: () => Promise.resolve(undefined),
  },
  {
    sees: 'see:units',
    standings: (who) => {
      const held = posts[who];
      return Promise.resolve(held === undefined ? [] : [standingOf(held)]);
    },
  },
);

const contexts = [place, checkInContext, teamContext, activityContext, wishContext, pointContext];
const known = actionsOf(contexts);

/** What a model permits of these contexts; a desk takes no permission to do what none of its contexts knows. */
const permissionsOf = ({ permissions }: GovernanceModel): GovernanceModel['permissions'] =>
  permissions
    .map((permission) => ({ ...permission, do: permission.do.filter((action) => known.includes(action)) }))
    .filter((permission) => permission.do.length > 0);

/** Volunteers and their points under the rules of a model, in the morning of one Monday. */
function openPlace(of: GovernanceModel = chengcheng) {
  const model = { ...of, permissions: permissionsOf(of) };
  const clock = new TestClock();
  const from = startOfDay('2026-03-02', model.workingTime) + 9 * hour;
  clock.time = from - hour;
  const store = memoryStore({ views: viewsOf(contexts) });
  const desk = createDesk({
    ...{ model, store, calendar: plainCalendar, clock, newId, contexts, processes: [award] },
    onTrouble: (trouble) => assert.fail(String(trouble)),
  });
  const as = (who: string) => desk.as(person(personId.parse(who)));
  const refusal = async (who: string, type: string, data: Readonly<Record<string, unknown>>) => {
    const receipt = await as(who).send({ type, data });
    await desk.settled();
    return receipt.ok ? undefined : receipt.refusal.code;
  };
  return {
    as,
    refusal,
    from,
    at: async (hours: number) => {
      clock.time = from + hours * hour;
      await desk.settled();
    },
    done: async (who: string, type: string, data: Readonly<Record<string, unknown>>) => {
      assert.equal(await refusal(who, type, data), undefined, `${who} ${type}`);
    },
    publish: async (unit: string) => {
      const [field] = model.volunteering?.service?.fields ?? [];
      await as(`clerk-${unit}`).send({
        type: 'PublishActivity',
        data: {
          ...{ activity: unit, unit, field: field?.id, title: 'Round', places: 9 },
          ...{ from, until: from + 4 * hour },
        },
      });
    },
  };
}

type Opened = ReturnType<typeof openPlace>;

/** Li serves an hour in an activity of each unit, one after the other. */
async function serve({ publish, done, at }: Opened, ...units: readonly string[]) {
  for (const unit of units) await publish(unit);
  for (const [n, activity] of units.entries()) {
    await done('li', 'SignUp', { activity, person: 'li' });
    await at(n);
    await done('li', 'SignIn', { activity, person: 'li' });
    await at(n + 1);
    await done('li', 'SignOut', { activity, person: 'li' });
  }
}

const points = async (opened: Opened) =>
  (await opened.as('li').view(pointLots)).rows.reduce((sum, lot) => sum + lot.points, 0);

test('[PTS-01] whoever takes awards back in a place sees those of that place, and takes back one that came by itself', async () => {
  const opened = openPlace();
  await serve(opened, 'east', 'west');
  assert.equal(await points(opened), 4);
  const { rows } = await opened.as('clerk-east').view(pointEntries);
  assert.deepEqual(
    rows.map(({ unit, rule }) => [unit, rule]),
    [['east', 'service-hour']],
  );
  const reversal = { person: 'li', entry: rows[0]?.id, reason: '签到签错了人' };
  assert.equal(await opened.refusal('clerk-west', 'ReverseEntry', reversal), 'not-permitted');
  assert.equal(await opened.refusal('li', 'ReverseEntry', reversal), 'not-permitted');
  await opened.done('clerk-east', 'ReverseEntry', reversal);
  assert.equal(await points(opened), 2);
});

for (const model of [shibei, chengcheng, nanjing, bengbu]) {
  test(`[VOL-02] in ${model.id} who runs an activity keeps its list, and signs people up, in and out there and nowhere else`, async () => {
    const opened = openPlace(model);
    await opened.publish('east');
    const li = { activity: 'east', person: 'li' };
    for (const other of ['clerk-west', 'wang'])
      assert.equal(await opened.refusal(other, 'SignUp', li), 'not-permitted');
    await opened.done('clerk-east', 'SignUp', li);
    await opened.at(0);
    await opened.done('clerk-east', 'SignIn', li);
    await opened.at(1);
    assert.equal(await opened.refusal('clerk-west', 'SignOut', li), 'not-permitted');
    await opened.done('clerk-east', 'SignOut', li);
    const list = async (who: string) =>
      (await opened.as(who).view(participations)).rows.map((row) => [row.person, row.stage, row.minutes]);
    for (const who of ['clerk-east', 'director-east', 'li']) assert.deepEqual(await list(who), [['li', 'left', 60]]);
    for (const who of ['clerk-west', 'wang']) assert.deepEqual(await list(who), []);
  });
}

const wish = (channel: 'online' | 'offline', wisher: string) => ({
  ...{ wish: channel, unit: 'east', kind: 'company', wisher, channel, text: '想有人陪着散步', contact: '二单元三层' },
});

/** Li claims a wish and says that it is fulfilled. */
async function fulfil({ done }: Opened, id: string) {
  await done('li', 'ClaimWish', { wish: id, claimer: 'li' });
  await done('li', 'FulfilWish', { wish: id, note: '陪着走了一圈' });
}

test('[VOL-04] a clerk writes down the wish of who is not on line, and tells their answer', async () => {
  const opened = openPlace();
  const offline = { wish: 'offline' };
  assert.equal(await opened.refusal('clerk-west', 'PublishWish', wish('offline', 'granny')), 'not-permitted');
  await opened.done('clerk-east', 'PublishWish', wish('offline', 'granny'));
  await fulfil(opened, 'offline');
  await opened.done('clerk-east', 'ReturnWish', offline);
  await opened.done('li', 'FulfilWish', { ...offline, note: '又去了一次' });
  for (const other of ['clerk-west', 'li']) {
    assert.equal(await opened.refusal(other, 'ConfirmWish', offline), 'not-permitted');
  }
  await opened.done('clerk-east', 'ConfirmWish', offline);
  assert.equal(await points(opened), 5);
});

test('[VOL-04] who wished on line answers for it themselves, and no clerk does', async () => {
  const opened = openPlace();
  await opened.done('wang', 'PublishWish', wish('online', 'wang'));
  await fulfil(opened, 'online');
  for (const step of ['ConfirmWish', 'ReturnWish', 'WithdrawWish']) {
    assert.equal(await opened.refusal('clerk-east', step, { wish: 'online' }), 'not-permitted');
  }
  await opened.done('wang', 'ConfirmWish', { wish: 'online' });
});
