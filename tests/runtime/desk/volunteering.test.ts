import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  activities,
  activityContext,
  checkInContext,
  checkIns,
  claimedPostContext,
  claimedPosts,
  floatingContext,
  floatingMembers,
  missingCheckIns,
  organisationContext,
  peopleContext,
  person,
  personId,
  postHolders,
  process,
  sentReports,
  serviceRecords,
  serviceReportContext,
  serviceReports,
  startOfDay,
  teamContext,
  unitCheckIns,
  wishContext,
  wishers,
  wishes,
  ownWishes,
  type Actor,
  type Context,
  type GovernanceModel,
  type Message,
} from '@keting/domain';
import { plainCalendar } from '@keting/domain/testing';
import { createDesk, memoryStore, newId, viewsOf } from '@keting/runtime';
import { volunteerModel } from '../../domain/volunteering/rules.ts';
import { monday, TestClock } from './small-place.ts';

const contexts: readonly Context[] = [
  organisationContext,
  peopleContext,
  checkInContext,
  teamContext,
  activityContext,
  claimedPostContext,
  wishContext,
  serviceReportContext,
  floatingContext,
];

const street = '990101001';
const [east, west] = [`${street}001`, `${street}002`];
const hour = 3_600_000;
const day = 24 * hour;

const permissions: GovernanceModel['permissions'] = [
  {
    do: ['FoundUnit', 'AppointHolder', 'DissolveUnit', 'ErasePerson'],
    by: [{ process: 'setup' }],
    where: 'everywhere',
  },
  {
    do: ['ListUnit', 'DelistUnit', 'EndUnitCheckIn', 'DelistMember'],
    by: [{ process: 'unit-check-ins' }],
    where: 'everywhere',
  },
  {
    do: ['CloseActivity', 'EndPostTerm', 'FreeWish', 'SendReport', 'MissContact', 'ExpireCertificate'],
    by: [{ process: 'clock' }],
    where: 'everywhere',
  },
  {
    do: ['ListMember', 'DelistMember', 'see:check-ins', 'see:missing-check-ins', 'see:sent-reports', 'CheckInUnit'],
    by: [{ post: 'director' }],
    where: 'unit',
  },
  {
    do: ['see:check-ins', 'PublishActivity', 'OfferPost', 'PublishWish', 'DraftReport', 'see:post-holders'],
    by: [{ post: 'director' }],
    where: 'territory',
  },
  {
    do: ['see:activities', 'see:claimed-posts', 'see:wishes'],
    by: ['signed-in'],
    where: 'everywhere',
  },
  {
    do: [
      ...['CheckIn', 'EndCheckIn', 'SignUp', 'SignIn', 'SignOut', 'ClaimPost', 'GiveUpPost', 'see:check-ins'],
      ...['PublishWish', 'ClaimWish', 'GiveBackWish', 'FulfilWish', 'ConfirmWish', 'WithdrawWish', 'see:wishers'],
      ...['see:own-wishes', 'see:service-records', 'see:service-reports', 'ConsentReport', 'DeclineReport'],
    ],
    by: ['signed-in'],
    where: 'own',
  },
  {
    do: ['RegisterFloating', 'ContactFloating', 'CheckCertificate', 'UseCertificate', 'see:floating-members'],
    by: [{ post: 'secretary' }],
    where: 'territory',
  },
];

const found = (unit: string, kind: string, territory: string, parent?: string): Message => ({
  type: 'FoundUnit',
  data: { unit, kind, name: unit, territories: [territory], on: '2020-01-01', ...(parent && { parent }) },
});
const appoint = (unit: string, post: string, who: string): Message => ({
  type: 'AppointHolder',
  data: { unit, post, person: who, from: '2020-01-01' },
});

/** A street with two communities and two firms, each with who answers for it. */
const opening: readonly Message[] = [
  found('district', 'district-committee', '990101'),
  found('street', 'street-committee', street, 'district'),
  found('office', 'street-office', street, 'street'),
  found('joint', 'joint-committee', east, 'street'),
  found('branch', 'community-branch', east, 'joint'),
  found('east', 'residents-committee', east, 'office'),
  found('west', 'residents-committee', west, 'office'),
  found('works', 'firm', east, 'joint'),
  found('mill', 'firm', east, 'joint'),
  appoint('east', 'director', 'of-east'),
  appoint('west', 'director', 'of-west'),
  appoint('works', 'director', 'of-works'),
  appoint('mill', 'director', 'of-mill'),
  appoint('branch', 'secretary', 'of-branch'),
];

async function openPlace() {
  const clock = new TestClock();
  const store = memoryStore({ views: viewsOf(contexts) });
  const trouble: unknown[] = [];
  const desk = createDesk({
    model: { ...volunteerModel(), permissions },
    store,
    calendar: plainCalendar,
    clock,
    newId,
    contexts,
    processes: [unitCheckIns],
    onTrouble: (it) => trouble.push(it),
  });
  const as = (who: string | Actor) => desk.as(typeof who === 'string' ? person(personId.parse(who)) : who);
  const ask = (who: string | Actor, type: string, data: unknown) => as(who).send({ type, data });
  const done = async (who: string | Actor, type: string, data: unknown) => {
    const receipt = await ask(who, type, data);
    assert.ok(receipt.ok, `${type}: ${JSON.stringify(receipt)}`);
    await desk.settled();
  };
  const refused = async (who: string, type: string, data: unknown) => {
    const receipt = await ask(who, type, data);
    assert.ok(!receipt.ok, type);
    return receipt.refusal.code;
  };
  const at = async (time: number) => {
    clock.time = time;
    await desk.settled();
  };
  for (const { type, data } of opening) await done(process('setup'), type, data);
  return { as, ask, done, refused, at, trouble, store };
}

suite('double check-in at a desk', () => {
  test('[VOL-01] who has reported is one query; who has not is shown to the own unit only', async () => {
    const { as, done, refused, trouble } = await openPlace();
    await done('of-works', 'ListMember', { person: 'li', unit: 'works' });
    await done('of-works', 'ListMember', { person: 'wang', unit: 'works' });
    await done('li', 'CheckIn', { person: 'li', community: 'east' });
    const reported = (await as('of-east').view(checkIns, { where: { community: 'east', who: 'person' } })).rows;
    assert.deepEqual(
      reported.map((row) => row.person),
      ['li'],
    );
    const missing = async (who: string) =>
      (await as(who).view(missingCheckIns)).rows.map(({ who: of, person: one, unit }) => `${of} ${one ?? unit}`);
    assert.deepEqual(await missing('of-works'), ['person wang', 'unit works']);
    assert.deepEqual(await missing('of-mill'), ['unit mill']);
    for (const other of ['of-east', 'of-west', 'wang', 'stranger']) assert.deepEqual(await missing(other), [], other);
    assert.equal(await refused('of-mill', 'ListMember', { person: 'zhao', unit: 'works' }), 'not-permitted');
    assert.deepEqual(trouble, []);
  });

  test('[VOL-01] whoever moves is with the new community alone', async () => {
    const { as, done } = await openPlace();
    await done('li', 'CheckIn', { person: 'li', community: 'east' });
    await done('li', 'CheckIn', { person: 'li', community: 'west' });
    assert.deepEqual((await as('of-east').view(checkIns)).rows, []);
    assert.equal((await as('of-west').view(checkIns)).rows.length, 1);
  });

  test('[VOL-01] a unit is due to report when it is founded, and no more when it is dissolved', async () => {
    const { as, done, store, trouble } = await openPlace();
    await done('of-mill', 'CheckInUnit', { unit: 'mill', community: 'east' });
    assert.equal((await as('of-east').view(checkIns, { where: { who: 'unit' } })).rows.length, 1);
    await done(process('setup'), 'DissolveUnit', { unit: 'mill', on: '2026-03-02' });
    assert.deepEqual((await as('of-east').view(checkIns)).rows, []);
    const history = await store.history('unit-check-in/mill');
    assert.deepEqual(
      history.map(({ type, actor }) => `${type} by ${actor.kind}`),
      ['CheckInListed by process', 'CheckedIn by person', 'CheckInEnded by process', 'CheckInDelisted by process'],
    );
    assert.deepEqual(trouble, []);
  });
});

suite('the members of a unit that is dissolved', () => {
  test('[VOL-01] are on its list no more, so that their next employer can list them', async () => {
    const { as, done, ask, trouble } = await openPlace();
    for (const one of ['li', 'wang']) await done('of-works', 'ListMember', { person: one, unit: 'works' });
    await done('li', 'CheckIn', { person: 'li', community: 'east' });
    const taken = await ask('of-mill', 'ListMember', { person: 'li', unit: 'mill' });
    assert.ok(!taken.ok);
    assert.deepEqual(
      [taken.refusal.code, taken.refusal.ids],
      ['already-listed', ['li']],
      'whose list it is, is not said',
    );
    await done(process('setup'), 'DissolveUnit', { unit: 'works', on: '2026-03-02' });
    for (const one of ['li', 'wang']) await done('of-mill', 'ListMember', { person: one, unit: 'mill' });
    assert.deepEqual(
      (await as('of-mill').view(missingCheckIns, { where: { who: 'person' } })).rows.map((row) => row.person),
      ['wang'],
    );
    assert.deepEqual(trouble, []);
  });
});

/** Two rounds of the same two hours, of which one person is in both. */
async function inTwoRounds() {
  const place = await openPlace();
  for (const activity of ['a', 'b']) {
    await place.done('of-east', 'PublishActivity', {
      activity,
      unit: 'east',
      field: 'patrol',
      title: 'Evening round',
      places: 1,
      from: monday + hour,
      until: monday + 3 * hour,
    });
    await place.done('li', 'SignUp', { activity, person: 'li' });
  }
  await place.at(monday + hour);
  for (const activity of ['a', 'b']) await place.done('li', 'SignIn', { activity, person: 'li' });
  return place;
}

suite('service at a desk', () => {
  test('[VOL-02] two who sign one person out of two activities at once do not count the same minutes twice', async () => {
    const { as, ask, at, refused, trouble } = await inTwoRounds();
    assert.equal(await refused('wang', 'SignUp', { activity: 'a', person: 'wang' }), 'activity-full');
    await at(monday + 2 * hour);
    const out = (activity: string) => ask('li', 'SignOut', { activity, person: 'li' });
    const receipts = await Promise.all([out('a'), out('b')]);
    for (const [n, receipt] of receipts.entries()) if (!receipt.ok) assert.ok((await out(n === 0 ? 'a' : 'b')).ok);
    const [row, ...more] = (await as('li').view(serviceRecords)).rows;
    assert.deepEqual(more, []);
    assert.deepEqual(row, { person: 'li', year: '2026', kind: 'activity', of: 'patrol', times: 1, minutes: 60 });
    assert.deepEqual((await as('of-east').view(serviceRecords)).rows, [], 'a person’s record is their own');
    assert.deepEqual(trouble, []);
  });

  test('[VOL-02] activities close by themselves', async () => {
    const { as, at, trouble } = await inTwoRounds();
    await at(monday + 5 * hour);
    assert.deepEqual(
      (await as('wang').view(activities)).rows.map(({ stage }) => stage),
      ['closed', 'closed'],
    );
    assert.deepEqual((await as('li').view(serviceRecords)).rows, []);
    assert.deepEqual(trouble, []);
  });

  test('[VOL-03] a claimed post is nobody’s when its term is over', async () => {
    const { as, done, refused, at, trouble } = await openPlace();
    const term = { from: '2026-03-02', until: '2026-04-01' };
    await done('of-east', 'OfferPost', {
      post: 'p',
      unit: 'east',
      kind: 'stairwell',
      title: 'No. 3',
      places: 1,
      ...term,
    });
    await done('li', 'ClaimPost', { post: 'p', person: 'li' });
    assert.equal(await refused('wang', 'ClaimPost', { post: 'p', person: 'wang' }), 'claimed-post-full');
    assert.equal((await as('of-east').view(postHolders)).rows.length, 1);
    await at(startOfDay('2026-04-01', { utcOffsetMinutes: 480 }));
    assert.deepEqual((await as('of-east').view(postHolders)).rows, []);
    assert.deepEqual((await as('li').view(claimedPosts)).rows, []);
    assert.equal(await refused('wang', 'ClaimPost', { post: 'p', person: 'wang' }), 'claimed-post-ended');
    assert.deepEqual(trouble, []);
  });
});

suite('wishes at a desk', () => {
  const wish = { wish: 'w' };
  const published = {
    ...wish,
    unit: 'east',
    kind: 'repair',
    wisher: 'wang',
    channel: 'offline',
    text: 'A tap that does not drip',
    contact: 'Wang, stairwell 3',
  };
  const everybody = ['of-east', 'of-west', 'li', 'zhao', 'stranger'];

  test('[VOL-04] who wishes is shown to the claimer, and to nobody else who looks', async () => {
    const { as, ask, done, refused, trouble } = await openPlace();
    await done('of-east', 'PublishWish', published);
    const claims = await Promise.all(['li', 'zhao'].map((claimer) => ask(claimer, 'ClaimWish', { ...wish, claimer })));
    assert.equal(claims.filter(({ ok }) => ok).length, 1, 'a wish is claimed once');
    const claimer = claims[0]?.ok === true ? 'li' : 'zhao';
    for (const who of everybody) {
      const pages = [await as(who).view(wishes), await as(who).view(wishers), await as(who).view(ownWishes)];
      const shown = JSON.stringify(pages);
      assert.ok(shown.includes('A tap that does not drip'));
      assert.equal(shown.includes('wang') || shown.includes('stairwell 3'), who === claimer, who);
    }
    assert.equal(await refused('stranger', 'ConfirmWish', wish), 'not-permitted');
    await done(claimer, 'FulfilWish', { ...wish, note: 'A new washer' });
    assert.match(JSON.stringify(await as('wang').view(ownWishes)), /A new washer/);
    assert.equal(await refused(claimer, 'ConfirmWish', wish), 'not-permitted');
    await done('wang', 'ConfirmWish', wish);
    assert.doesNotMatch(JSON.stringify(await as(claimer).view(wishers)), /stairwell 3/);
    assert.deepEqual(trouble, []);
  });

  test('[VOL-04] a wish that is claimed and not fulfilled in time is free again by itself', async () => {
    const { as, done, at, trouble } = await openPlace();
    await done('wang', 'PublishWish', { ...published, channel: 'online' });
    await done('li', 'ClaimWish', { ...wish, claimer: 'li' });
    await at(monday + 15 * day);
    assert.equal((await as('zhao').view(wishes)).rows[0]?.stage, 'open');
    assert.deepEqual((await as('li').view(wishers)).rows, []);
    await done('zhao', 'ClaimWish', { ...wish, claimer: 'zhao' });
    assert.deepEqual(trouble, []);
  });
});

suite('what comes of it', () => {
  /** A member of the works with an hour of service in 2026, whose report is drawn up in January. */
  async function withDraft() {
    const place = await inTwoRounds();
    await place.done('of-works', 'ListMember', { person: 'li', unit: 'works' });
    await place.done('li', 'CheckIn', { person: 'li', community: 'east' });
    await place.at(monday + 2 * hour);
    await place.done('li', 'SignOut', { activity: 'a', person: 'li' });
    const january = startOfDay('2027-01-10', { utcOffsetMinutes: 480 });
    await place.at(january);
    await place.done('of-east', 'DraftReport', { person: 'li', year: '2026' });
    return { ...place, january };
  }
  const year = { person: 'li', year: '2026' };

  test('[VOL-05] the person sees the report first; it goes out by itself after their consent', async () => {
    const { as, done, at, january, trouble } = await withDraft();
    const seen = async (who: string) => JSON.stringify((await as(who).view(serviceReports)).rows);
    assert.match(await seen('li'), /"minutes":60/);
    for (const other of ['of-east', 'of-works', 'wang']) assert.equal(await seen(other), '[]', other);
    await at(january + 10 * day);
    assert.deepEqual((await as('of-works').view(sentReports)).rows, [], 'nothing goes out without consent');
    await done('li', 'ConsentReport', { ...year, draft: 1 });
    assert.deepEqual((await as('of-works').view(sentReports)).rows, []);
    await at(january + 12 * day);
    const sent = (await as('of-works').view(sentReports)).rows;
    assert.deepEqual(
      sent.map((row) => [row.person, row.report.minutes]),
      [['li', 60]],
    );
    assert.deepEqual((await as('of-mill').view(sentReports)).rows, []);
    assert.deepEqual(trouble, []);
  });

  test('[VOL-05] consent that is taken back in time holds the report back', async () => {
    const { as, done, at, refused, january, trouble } = await withDraft();
    await done('li', 'ConsentReport', { ...year, draft: 1 });
    await done('li', 'DeclineReport', year);
    await at(january + 30 * day);
    assert.deepEqual((await as('of-works').view(sentReports)).rows, []);
    assert.equal(await refused('of-works', 'ConsentReport', { ...year, draft: 1 }), 'not-found');
    assert.deepEqual(trouble, []);
  });

  test('[VOL-05] [ALL-02] nothing goes to the employer of whoever was erased, or left it, after they agreed', async () => {
    for (const [who, type, data] of [
      [process('setup'), 'ErasePerson', { person: 'li', ground: 'consent-withdrawn' }],
      ['of-works', 'DelistMember', { person: 'li' }],
    ] as const) {
      const { as, done, at, january, trouble } = await withDraft();
      await done('li', 'ConsentReport', { ...year, draft: 1 });
      await done(who, type, data);
      await at(january + 4 * day);
      assert.deepEqual((await as('of-works').view(sentReports)).rows, [], type);
      assert.equal((await as('li').view(serviceReports)).rows[0]?.stage, 'lapsed');
      assert.deepEqual(trouble, []);
    }
  });

  test('[VOL-06] a contact that was missed shows, a certificate is one person’s and expires by itself', async () => {
    const { as, done, refused, at, trouble } = await openPlace();
    for (const one of ['li', 'wang']) {
      await done('of-branch', 'RegisterFloating', { person: one, unit: 'branch', from: 'A mill that closed' });
    }
    const certificate = { number: 'NJ-0417', until: '2026-06-30' };
    await done('of-branch', 'CheckCertificate', { person: 'li', ...certificate });
    assert.equal(await refused('of-branch', 'CheckCertificate', { person: 'wang', ...certificate }), 'claim-taken');
    await done('of-branch', 'UseCertificate', { person: 'li' });
    assert.equal(await refused('of-branch', 'UseCertificate', { person: 'li' }), 'certificate-used');
    await at(monday + 60 * day);
    await done('of-branch', 'ContactFloating', { person: 'wang', note: 'Has found work' });
    await at(startOfDay('2026-06-30', { utcOffsetMinutes: 480 }));
    const { rows, contents } = await as('of-branch').view(floatingMembers, { where: { unit: 'branch' } });
    assert.deepEqual(
      rows.map((row) => [row.person, row.missed, row.certified]),
      [
        ['li', true, false],
        ['wang', false, false],
      ],
    );
    assert.ok(Object.values(contents).includes('Has found work'));
    assert.deepEqual((await as('of-east').view(floatingMembers)).rows, []);
    await done('of-branch', 'CheckCertificate', { person: 'wang', number: 'NJ-0417', until: '2026-12-31' });
    assert.deepEqual(trouble, []);
  });

  test('[VOL-06] a certificate that one person used is not used by another in the same period', async () => {
    const { done, refused, at } = await openPlace();
    for (const one of ['li', 'wang']) {
      await done('of-branch', 'RegisterFloating', { person: one, unit: 'branch', from: 'A mill that closed' });
    }
    const check = (one: string, number: string) =>
      done('of-branch', 'CheckCertificate', { person: one, number, until: '2026-12-31' });
    await check('li', 'NJ-0001');
    await done('of-branch', 'UseCertificate', { person: 'li' });
    await check('li', 'NJ-0002');
    await check('wang', 'NJ-0001');
    assert.equal(await refused('of-branch', 'UseCertificate', { person: 'wang' }), 'claim-taken');
    await at(startOfDay('2026-09-01', { utcOffsetMinutes: 480 }));
    await done('of-branch', 'UseCertificate', { person: 'wang' });
  });
});
