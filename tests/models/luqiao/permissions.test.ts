import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  caseId,
  meetingContext,
  permits,
  person,
  personId,
  process,
  type Acting,
  type MeetingState,
  type Standing,
  type Subject,
} from '@keting/domain';
import { KnownFacts } from '@keting/domain/testing';
import { luqiao } from '@keting/models';

const district = '331004';
const street = `${district}001`;
const community = `${street}004`;
const grid = `${community}00101`;
const elsewhere = `${district}002`;
/** In no territory of anyone here: what is one’s own is so wherever it lies. */
const beyond = '331003';

const territories: Readonly<Record<string, readonly string[]>> = {
  room: [community, `${street}005`],
  committee: [street],
};
const facts = new KnownFacts().withRule('unitOf', (id) => ({ id, kind: 'any', territories: territories[String(id)] }));

/** What the record of a meeting on a case in the grid is about. */
function recordOf(tier: string, unit: string): Subject {
  const state: MeetingState = {
    stage: 'called',
    id: 'm1',
    case: caseId.parse('c1'),
    tier,
    grid,
    unit,
    agenda: [],
    eligible: [],
    observers: [],
  };
  return meetingContext.commands.HoldMeeting.about?.({ meeting: 'm1' }, state, facts.read) ?? {};
}

/** What may be done or seen, and to what: the columns of the table below. */
const columns: Readonly<Record<string, readonly [action: string, subject: Subject]>> = {
  'a case in the grid': ['see:cases', { territory: grid, unit: 'room', handler: 'department-fire' }],
  'a case that is one’s own to handle': ['see:cases', { territory: beyond, unit: 'mine', handler: 'mine' }],
  'counts of the grid': ['see:case-counts', { territory: grid }],
  'topics of the micro-grid': ['see:topics', { territory: grid, unit: grid }],
  'topics of one’s own unit': ['see:topics', { territory: beyond, unit: 'mine' }],
  'a unit of the community': ['FoundUnit', { territory: [grid, community] }],
  'a unit of the street': ['FoundUnit', { territory: [grid, street] }],
  'a unit of another street': ['FoundUnit', { territory: [grid, elsewhere] }],
  'a unit under none': ['FoundUnit', {}],
  'a new person': ['RegisterPerson', { owner: 'p9' }],
  'the micro-grid’s meeting': ['HoldMeeting', recordOf('micro-grid', grid)],
  'the living room’s meeting': ['HoldMeeting', recordOf('living-room', 'room')],
  'the street’s meeting': ['HoldMeeting', recordOf('street', 'committee')],
};

const sees = ['a case in the grid', 'counts of the grid', 'topics of the micro-grid'];
const organises = ['a unit of the community', 'a unit of the street', 'a new person'];
const handles = ['a case that is one’s own to handle'];
const nothing: readonly string[] = [];

/** Posts of Luqiao over the place, each with all that its holder may. What is not named is refused. */
const posts: readonly (readonly [kind: string, post: string, over: readonly string[], may: readonly string[]])[] = [
  ['district-committee', 'secretary', [district], [...sees, ...organises, 'a unit of another street']],
  ['district-committee', 'member', [district], [...organises, 'a unit of another street']],
  ['street-committee', 'secretary', [street], [...sees, ...organises]],
  ['street-committee', 'member', [street], organises],
  ['town-committee', 'secretary', [street], [...sees, ...organises]],
  ['town-committee', 'member', [street], organises],
  ['joint-party-committee', 'joint-secretary', [community], sees],
  ['joint-party-committee', 'full-time-deputy', [community], nothing],
  ['joint-party-committee', 'deputy', [community], nothing],
  ['joint-party-committee', 'member', [community], nothing],
  ['joint-party-committee', 'part-time-member', [community], nothing],
  ['community-branch', 'secretary', [community], sees],
  ['community-branch', 'member', [community], nothing],
  ['village-branch', 'secretary', [community], sees],
  ['village-branch', 'member', [community], nothing],
  ['residents-committee', 'director', [community], [...sees, ...handles]],
  ['residents-committee', 'member', [community], nothing],
  ['village-committee', 'director', [community], [...sees, ...handles]],
  ['village-committee', 'member', [community], nothing],
  ['market-branch', 'secretary', [grid], nothing],
  ['tower-branch', 'secretary', [grid], nothing],
  ['firm-branch', 'secretary', [grid], nothing],
  ['agency-branch', 'secretary', [grid], nothing],
  ['district-department', 'director', [district], handles],
  ['district-department', 'officer', [district], handles],
  ['street-office', 'director', [street], [...sees, ...handles]],
  [
    'street-office',
    'street-clerk',
    [street],
    [...sees, ...handles, 'the micro-grid’s meeting', 'the living room’s meeting', 'the street’s meeting'],
  ],
  [
    'living-room',
    'living-room-clerk',
    territories['room'] ?? [],
    [...sees, ...handles, 'the micro-grid’s meeting', 'the living room’s meeting'],
  ],
  ['living-room', 'council-member', [community], ['topics of one’s own unit']],
];

const acting = (...standings: readonly Standing[]): Acting => ({ actor: person(personId.parse('p1')), standings });

/** All that one may, by the names of the columns. */
const allOf = (who: Acting): readonly string[] =>
  Object.entries(columns).flatMap(([name, [action, subject]]) => (permits(luqiao, who, action, subject) ? [name] : []));

describe('[ALL-01] what each post of Luqiao lets its holder do and see', () => {
  for (const [kind, post, over, may] of posts) {
    test(`${post} of a ${kind}: ${may.length === 0 ? 'nothing of these' : may.join(', ')}`, () => {
      assert.deepEqual([...allOf(acting({ post, unit: 'mine', kind, territories: over }))].sort(), [...may].sort());
    });
  }

  test('no post is left out', () => {
    const all = luqiao.posts.flatMap(({ id, kinds }) => kinds.map((kind) => `${id} of ${kind}`));
    assert.deepEqual(posts.map(([kind, post]) => `${post} of ${kind}`).sort(), all.sort());
  });

  test('members of a micro-grid follow it; the party’s members keep the record of its meeting', () => {
    const staff = (post: string) => acting({ post, unit: grid, kind: 'micro', territories: [grid] });
    assert.deepEqual(allOf(staff('party-micro-grid-member')), [...sees, 'the micro-grid’s meeting']);
    assert.deepEqual(allOf(staff('resident-micro-grid-member')), sees);
  });

  test('a signed-in person without a post, and a guest: nothing of these', () => {
    assert.deepEqual(allOf(acting()), []);
    assert.deepEqual(allOf({ actor: { kind: 'anonymous' }, standings: [] }), []);
  });
});

test('[ORG-02] [ALL-01] the process of dependent posts ends appointments and does nothing else', () => {
  const may = (name: string, action: string) =>
    permits(luqiao, { actor: process(name), standings: [] }, action, { territory: street });
  assert.equal(may('dependent-posts', 'EndAppointment'), true);
  assert.equal(may('dependent-posts', 'AppointHolder'), false);
  assert.equal(may('escalation', 'EndAppointment'), false);
});
