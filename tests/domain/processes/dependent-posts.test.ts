import assert from 'node:assert/strict';
import { test } from 'node:test';
import { appointments, dependentPosts, organisationContext, type Message } from '@keting/domain';
import { openDesk, type OpenDesk } from '../../support/open-desk.ts';
import { appoint, found, person, smallDistrict, unit } from '../organisation/small-district.ts';

const today = '2026-03-02';

/** The small district, with a deputy who is one as the secretary of the east village, and whatever else happened. */
async function withDeputy(...past: readonly Message[]): Promise<OpenDesk> {
  const desk = openDesk([organisationContext], { processes: [dependentPosts] });
  await desk.all(
    ...smallDistrict,
    appoint('east-village', 'secretary', 'p1'),
    appoint('joint', 'deputy', 'p1'),
    ...past,
  );
  await desk.settled();
  return desk;
}

const end = (at: string, post: string, on: string): Message => ({
  type: 'EndAppointment',
  data: { unit: unit(at), post, person: person('p1'), on },
});

const elect = (at: string, from: string, ...secretaries: readonly string[]): Message => ({
  type: 'ReelectBody',
  data: {
    unit: unit(at),
    term: { from, until: '2031-03-02' },
    holders: secretaries.map((who) => ({ post: 'secretary', person: person(who) })),
  },
});

/** Until when p1 holds, or held, a post in the joint committee; `never` where the record has no such term. */
async function joint(desk: OpenDesk, post = 'deputy'): Promise<string | undefined> {
  const { rows } = await desk.view(appointments, { where: { person: 'p1', unit: 'joint' } });
  const row = rows.find((one) => one.post === post);
  return row === undefined ? 'never' : row.until;
}

test('[ORG-02] when an appointment ends, what needs it ends on the same day', async () => {
  assert.equal(await joint(await withDeputy()), undefined);
  assert.equal(await joint(await withDeputy(end('east-village', 'secretary', today))), today);
  assert.equal(await joint(await withDeputy(end('east-village', 'secretary', '2026-09-01'))), '2026-09-01');
});

test('[ORG-02] an appointment that never was takes what needs it with it', async () => {
  assert.equal(await joint(await withDeputy(end('east-village', 'secretary', '2020-01-01'))), 'never');
});

test('[ORG-02] when a unit is dissolved, what needs a post in it ends on the same day', async () => {
  const dissolve = { type: 'DissolveUnit', data: { unit: 'east-village', on: today } };
  assert.equal(await joint(await withDeputy(dissolve)), today);
});

test('[ORG-02] when a body is re-elected, who left it loses what needs it, who stays keeps it for the new term', async () => {
  assert.equal(await joint(await withDeputy(elect('east-village', today, 'p2'))), today);
  assert.equal(await joint(await withDeputy(elect('east-village', today, 'p1'))), '2031-03-02');
});

test('[ORG-02] who holds another post that fits keeps what needs it, for as long as that lasts', async () => {
  const left = end('east-village', 'secretary', today);
  const open = appoint('west-village', 'secretary', 'p1', { from: today });
  assert.equal(await joint(await withDeputy(open, left)), undefined);
  const short = appoint('west-village', 'secretary', 'p1', { from: '2020-01-01', until: '2026-12-01' });
  assert.equal(await joint(await withDeputy(short, left)), '2026-12-01');
});

test('[ORG-02] what needs no post, or another one, stays', async () => {
  const desk = await withDeputy(
    appoint('joint', 'member', 'p1'),
    appoint('community', 'secretary', 'p1'),
    appoint('joint', 'full-time-deputy', 'p1'),
    end('east-village', 'secretary', today),
  );
  assert.equal(await joint(desk, 'member'), undefined);
  assert.equal(await joint(desk, 'full-time-deputy'), undefined);
  assert.equal(await joint(desk), today);
});

test('[ORG-02] when a unit is moved to another line, what was held by way of the old one ends on that day', async () => {
  const moved = { type: 'MoveUnit', data: { unit: 'east-village', parent: 'second-joint' } };
  const desk = await withDeputy(
    found('second-joint', 'joint-committee', 'street'),
    appoint('joint', 'member', 'p1'),
    moved,
  );
  assert.equal(await joint(desk), today);
  assert.equal(await joint(desk, 'member'), undefined, 'what needs no post stays');
  const also = await withDeputy(
    found('second-joint', 'joint-committee', 'street'),
    appoint('west-village', 'secretary', 'p1'),
    moved,
  );
  assert.equal(await joint(also), undefined, 'another village in the line is enough');
});

test('[ORG-02] when a body is moved, so does what is held in the units above it and below it', async () => {
  const desk = await withDeputy(
    found('second-street', 'street-committee', 'district'),
    appoint('street', 'member', 'p3'),
    appoint('joint', 'first-secretary', 'p3', { partTimeFrom: unit('street') }),
    { type: 'MoveUnit', data: { unit: 'joint', parent: 'second-street' } },
  );
  const { rows } = await desk.view(appointments, { where: { person: 'p3' } });
  assert.deepEqual(
    new Map(rows.map(({ post, until }) => [post, until])),
    new Map([
      ['member', undefined],
      ['first-secretary', today],
    ]),
  );
  assert.equal(await joint(desk), undefined, 'villages moved with their committee');
});

test('[ORG-02] what ended before is left as it is, and so is who else holds such a post', async () => {
  const desk = await withDeputy(
    end('joint', 'deputy', '2026-01-01'),
    appoint('west-village', 'secretary', 'p2'),
    appoint('joint', 'deputy', 'p2'),
    end('east-village', 'secretary', today),
  );
  assert.equal(await joint(desk), '2026-01-01');
  const { rows } = await desk.view(appointments, { where: { person: 'p2', unit: 'joint' } });
  assert.deepEqual(
    rows.map(({ until }) => until),
    [undefined],
  );
});
