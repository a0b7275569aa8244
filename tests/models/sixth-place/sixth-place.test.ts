import {
  ballots,
  cases,
  digest,
  items,
  leafClasses,
  pointEntries,
  pointLots,
  startOfDay,
  topicWalks,
  units,
  weekOf,
  type GovernanceModel,
} from '@keting/domain';
import { bengbu, chengcheng, luqiao, nanjing, shibei } from '@keting/models';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSixthPlace, sixthPlace } from './sixth-place.ts';

const hour = 3_600_000;
const day = 24 * hour;
const lane = '990301001001001';
const court = `${lane}01`;
/** Monday 2 March 2026, midnight in the town. */
const midnight = startOfDay('2026-03-02', sixthPlace.workingTime);

const told = (values: readonly unknown[]): readonly string[] =>
  values.flatMap((one) => (one === undefined ? [] : [JSON.stringify(one)]));

/** What a model counts with and names, part by part, each as texts that two models can be compared by. */
const figuresOf = (model: GovernanceModel): ReadonlyMap<string, readonly string[]> => {
  const { tiers, kinds, cases: rules, meetings, workingTime, grids, points } = model;
  return new Map([
    ['tiers', told(tiers.map(({ label }) => label['zh-Hans']))],
    ['kinds', told(kinds.map(({ id }) => id))],
    ['classes', told(leafClasses(model).map(({ id }) => id))],
    ['stages', told(rules.stages.map(({ label }) => label.en))],
    ['deadlines', told(rules.grades.flatMap(({ allow }) => Object.values(allow)))],
    ['loop', told([rules.transitions, rules.warnAt, rules.extension])],
    ['hours', told(workingTime.periods)],
    ['shares', told(meetings.flatMap(({ quorum, majority }) => [quorum, majority]))],
    ['rounds', told([grids.patrol?.rounds])],
    ['points', told([points?.perDay, points?.perYear, points?.expiry?.months])],
  ]);
};

test('[CASE-04] a sixth place is data that shares no name and no figure with any of the five', () => {
  const own = figuresOf(sixthPlace);
  for (const model of [luqiao, shibei, chengcheng, nanjing, bengbu]) {
    for (const [part, theirs] of figuresOf(model)) {
      const shared = theirs.filter((one) => own.get(part)?.includes(one));
      assert.deepEqual(shared, [], `${model.id}: ${part}`);
    }
  }
});

test('[ORG-01] a sample of the place is founded by its own tiers; what its model does not let stand is refused', async () => {
  const { as, refused, trouble } = await openSixthPlace();
  const { rows } = await as('resident').view(units, { where: { stands: true }, limit: 100 });
  assert.deepEqual(
    rows.map(({ id, kind, parent }) => `${id} ${kind} ${parent ?? '-'}`).sort(),
    [
      'circle town-circle -',
      'east-circle quarter-circle circle',
      'east-house quarter-house hall',
      'hall town-hall circle',
      'lanterns festival-group east-circle',
      'pottery workshop east-house',
      'pottery-circle workshop-circle east-circle',
      'tools tool-library east-house',
      'willow lane-group east-circle',
      'yard works-yard hall',
    ].sort(),
  );
  const found = (kind: string, parent: string) => ({
    ...{ unit: 'new', kind, name: '新', parent, territories: [lane], on: '2026-03-02' },
  });
  assert.equal(await refused('reeve', 'FoundUnit', found('workshop', 'east-circle')), 'kind-not-allowed-under');
  assert.equal(await refused('reeve', 'FoundUnit', found('workshop', 'east-house')), undefined);
  assert.deepEqual(trouble, []);
});

const leak = (id: string) => ({
  ...{ case: id, class: 'leak', fields: { bucket: 12 }, place: { grid: court }, text: '墙角漏水' },
  ...{ photos: [], channel: 'resident', mode: 'masked', contact: { phone: '13800000000' } },
});

test('[CASE-04] a case lives as the place has it: filed by its criteria, given to its yard, extended by leave, rated in its words', async () => {
  const { as, done, refused, at, clock, trouble } = await openSixthPlace();
  const own = async () => (await as('resident').view(cases, { where: { id: 'c1' } })).rows[0];
  await done('resident', 'ReportCase', leak('c1'));
  assert.equal((await own())?.due, clock.time + 3 * hour, 'a swift matter is taken up within three hours by the clock');
  await at(clock.time + 0.64 * 3 * hour);
  assert.equal((await own())?.light, 'none');
  await at(midnight + 9 * hour + 0.65 * 3 * hour);
  assert.equal((await own())?.light, 'soon', 'the place warns at 65 %');
  await done('scribe', 'AcceptCase', { case: 'c1' });
  assert.equal(await refused('scribe', 'DispatchCase', { case: 'c1', handler: 'yard' }), 'wrong-stage');
  assert.equal(await refused('scribe', 'FileCase', { case: 'c1', criteria: ['seen'] }), 'criterion-unmet');
  await done('scribe', 'FileCase', { case: 'c1', criteria: ['seen', 'wet'] });
  await done('scribe', 'ContactReporter', { case: 'c1', note: '已通话' });
  await done('scribe', 'DispatchCase', { case: 'c1', handler: 'yard' });
  assert.equal((await own())?.rule, 'water-to-yard');
  await done('journeyman', 'StartCase', { case: 'c1' });
  // Given out on Monday at 10:57: of six working hours three and three minutes are Monday's, the rest ends on Tuesday.
  assert.equal((await own())?.due, midnight + day + 9.95 * hour);
  assert.equal(await refused('scribe', 'ExtendCase', { case: 'c1', reason: '太早' }), 'extension-not-asked');
  await done('journeyman', 'AskExtension', { case: 'c1', reason: '等料' });
  await done('scribe', 'ExtendCase', { case: 'c1', reason: '准' });
  // Ten working hours more: Tuesday has four of them and three minutes, Wednesday's morning four.
  assert.equal((await own())?.due, midnight + 2 * day + 16.95 * hour);
  await done('journeyman', 'HandleCase', { case: 'c1', result: '已补' });
  await done('scribe', 'VerifyCase', { case: 'c1' });
  await done('scribe', 'ReplyCase', { case: 'c1', reply: '已成' });
  assert.equal(await refused('resident', 'RateCase', { case: 'c1', rating: 'very-satisfied' }), 'rating-unknown');
  await done('resident', 'RateCase', { case: 'c1', rating: 'glad' });
  assert.equal((await own())?.stage, 'replied');
  assert.deepEqual(trouble, []);
});

test('[CASE-06] what a court cannot settle goes to the evening of the quarter, by the shares of the place', async () => {
  const { as, done, refused, trouble } = await openSixthPlace();
  await done('resident', 'ReportCase', leak('c1'));
  await done('scribe', 'AcceptCase', { case: 'c1' });
  await done('scribe', 'FileCase', { case: 'c1', criteria: ['seen', 'wet'] });
  await done('scribe', 'EscalateCase', { case: 'c1', reason: '两院之事' });
  await done('neighbour-1', 'HoldMeeting', { meeting: 'c1-m1', present: ['neighbour-1', 'neighbour-2'] });
  await done('neighbour-1', 'ResolveMeeting', { meeting: 'c1-m1', outcome: 'passed-up', resolution: '请坊里议' });
  const five = ['reeve', 'elder-1', 'elder-2', 'elder-3', 'potter'];
  assert.equal(
    await refused('reeve', 'HoldMeeting', { meeting: 'c1-m2', present: five.slice(0, 3) }),
    'quorum-missed',
    'three of five are not three quarters',
  );
  await done('reeve', 'HoldMeeting', { meeting: 'c1-m2', present: five });
  const settle = (inFavour: number) => ({
    ...{ meeting: 'c1-m2', outcome: 'settled', resolution: '两院同修' },
    votes: { inFavour, against: five.length - inFavour, abstained: 0 },
  });
  assert.equal(await refused('reeve', 'ResolveMeeting', settle(2)), 'majority-missed');
  await done('reeve', 'ResolveMeeting', settle(3));
  const [row] = (await as('resident').view(cases, { where: { id: 'c1' } })).rows;
  assert.deepEqual([row?.stage, row?.tier], ['closed', 'quarter-evening']);
  assert.deepEqual(trouble, []);
});

test('[DEL-01] a great matter takes three bells: talked over, voted on by three fifths of all, disclosed for four days', async () => {
  const { as, done, refused, at, clock, trouble } = await openSixthPlace();
  const walk = async () => (await as('resident').view(topicWalks, { where: { id: 't1' } })).rows[0];
  await done('resident', 'RaiseTopic', { topic: 't1', matter: 'bridge', grids: [lane], title: '修桥' });
  assert.equal((await walk())?.procedure, 'three-bells');
  assert.equal(await refused('scribe', 'TakeStep', { topic: 't1', step: 'work', record: '动手' }), 'step-skipped');
  const present = ['reeve', 'elder-1', 'elder-2'];
  await done('reeve', 'TakeStep', { topic: 't1', step: 'second-bell', record: '议过', present });
  const subject = { topic: 't1', step: 'third-bell' };
  await done('scribe', 'OpenBallot', { ballot: 'b1', subject, form: 'open', closesAt: clock.time + hour });
  await done('elder-3', 'AppointProxy', { ballot: 'b1', proxy: 'elder-1' });
  await done('elder-1', 'CastVote', { ballot: 'b1', choice: 'inFavour' });
  await done('elder-1', 'CastVote', { ballot: 'b1', choice: 'inFavour', for: 'elder-3' });
  await done('reeve', 'CastVote', { ballot: 'b1', choice: 'inFavour' });
  assert.equal(await refused('potter', 'CastVote', { ballot: 'b1', choice: 'against' }), 'no-vote');
  await at(clock.time + hour);
  const [ballot] = (await as('elder-1').view(ballots, { where: { id: 'b1' } })).rows;
  assert.equal(ballot?.stage, 'closed');
  assert.deepEqual([(await walk())?.stage, (await walk())?.what], ['unpublished', 'resolution']);
  await done('scribe', 'PublishResolution', { topic: 't1', text: '修一座桥' });
  await at(midnight + 5 * day - 1);
  assert.equal((await walk())?.stage, 'disclosed', 'four whole days follow the day of publication');
  await at(midnight + 5 * day);
  assert.deepEqual([(await walk())?.stage, (await walk())?.step], ['open', 'work']);
  assert.deepEqual(trouble, []);
});

test('[PTS-02] a volunteer earns by the hour up to the cap of the place, and spends before the points run out', async () => {
  const { as, done, refused, at, clock, trouble } = await openSixthPlace();
  const from = clock.time + hour;
  const until = from + 5 * hour;
  const activity = { activity: 'a1' };
  await done('scribe', 'PublishActivity', {
    ...{ ...activity, unit: 'east-house', field: 'upkeep', title: '修墙', places: 26, from, until },
  });
  await done('resident', 'SignUp', { ...activity, person: 'resident' });
  assert.equal(await refused('resident', 'SignIn', { ...activity, person: 'resident' }), 'sign-in-early');
  await at(from - 8 * 60_000);
  await done('resident', 'SignIn', { ...activity, person: 'resident' });
  await at(until);
  await done('resident', 'SignOut', { ...activity, person: 'resident' });
  await at(until + day);
  const [entry] = (await as('resident').view(pointEntries)).rows;
  assert.deepEqual([entry?.points, entry?.full, entry?.cut, entry?.expires], [21, 35, 'rule-day', '2026-08-02']);
  await done('scribe', 'ListItem', { item: 'rope', unit: 'tools', name: '绳', price: 20, stock: 1 });
  assert.equal((await as('resident').view(items)).rows.length, 1);
  await done('resident', 'ReserveItem', {
    ...{ person: 'resident', item: 'rope', reservation: 'r1', price: 20, code: 'ROPE4ZHULI26' },
  });
  const left = async () => (await as('resident').view(pointLots)).rows.map(({ points }) => points);
  assert.deepEqual(await left(), [1]);
  await at(startOfDay('2026-08-03', sixthPlace.workingTime));
  assert.deepEqual(await left(), [], 'five months after the deed');
  assert.deepEqual(trouble, []);
});

test('[GRID-07] the week of a quarter is told by its own classes, kinds of occasions and rounds', async () => {
  const { as, done, at, trouble } = await openSixthPlace();
  await done('resident', 'ReportCase', leak('c1'));
  await done('resident', 'ReportCase', leak('c2'));
  await done('scribe', 'AcceptCase', { case: 'c1' });
  await done('scribe', 'CallOccasion', { occasion: 'o1', grid: lane, kind: 'flood' });
  await done('walker', 'MeetOccasion', { occasion: 'o1' });
  await done('walker', 'StartPatrol', { patrol: 'p1', grid: lane });
  await done('walker', 'FinishPatrol', { patrol: 'p1' });
  await at(midnight + day);
  const scribe = as('scribe');
  const scope = { territories: ['990301001001'], period: weekOf('2026-03-04') };
  const week = await digest((view, query) => scribe.sum(view, query), sixthPlace, scope);
  assert.deepEqual(
    week.cases.classes.map(({ class: of, group, reported }) => [of, group, reported]),
    [['leak', 'water', 2]],
  );
  assert.deepEqual(
    week.occasions.kinds.map(({ kind, called, met }) => [kind, called, met]),
    [['flood', 1, 1]],
  );
  assert.deepEqual([week.patrols.patrols, week.patrols.due, week.patrols.missed], [1, 3, 2]);
  assert.deepEqual(week.patrols.gridsMissed, [lane]);
  assert.deepEqual(trouble, []);
});
