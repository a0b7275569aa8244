import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  caseContext,
  dependentPosts,
  escalation,
  gridContext,
  meetingContext,
  organisationContext,
  peopleContext,
  person,
  personId,
  process,
  type Actor,
  type Context,
  type Message,
} from '@keting/domain';
import { plainCalendar, sampleModel } from '@keting/domain/testing';
import { createDesk, memoryStore, newId, viewsOf, type Files, type LocalDesk } from '@keting/runtime';
import * as fc from 'fast-check';
import { monday, report } from './small-place.ts';

const contexts: readonly Context[] = [organisationContext, gridContext, peopleContext, caseContext, meetingContext];

const street = '990101001';
const community = `${street}001`;
const homes = `${community}001`;
const [west, east] = [`${homes}01`, `${homes}02`];

const organising = ['FoundUnit', 'MoveUnit', 'RenameUnit', 'DissolveUnit', 'AppointHolder', 'EndAppointment'];
const electing = ['ReelectBody', 'PairBodies', 'RegisterPerson'];
const drawing = ['DrawPartition', 'FoundFunctionalGrid', 'AssignGridMember', 'RemoveGridMember'];
const meeting = ['HoldMeeting', 'ResolveMeeting', 'AddToAgenda', 'RelistMeeting'];
const seeing = ['see:units', 'see:grids', 'see:meetings', 'see:cases'];

const model = {
  ...sampleModel(),
  permissions: [
    ...sampleModel().permissions,
    { do: [...organising, ...electing, ...drawing], by: [{ process: 'setup' }], where: 'everywhere' as const },
    { do: [...seeing, ...organising, ...electing], by: [{ post: 'secretary' }], where: 'territory' as const },
    { do: ['RegisterPerson'], by: [{ post: 'secretary' }], where: 'everywhere' as const },
    { do: ['ErasePerson'], by: [{ post: 'secretary' }], where: 'everywhere' as const },
    { do: ['GiveConsent', 'WithdrawConsent', 'ErasePerson'], by: ['signed-in' as const], where: 'own' as const },
    { do: [...seeing, ...drawing, ...meeting], by: [{ post: 'clerk' }], where: 'territory' as const },
    { do: ['ContactReporter', 'UrgeCase'], by: [{ post: 'clerk' }], where: 'territory' as const },
    {
      do: ['CallMeeting', 'SettleCase', 'ReferCase', 'EscalateCase'],
      by: [{ process: 'escalation' }],
      where: 'everywhere' as const,
    },
    { do: ['EndAppointment'], by: [{ process: 'dependent-posts' }], where: 'everywhere' as const },
  ],
};

const box = (x1: number, x2: number): [number, number][][][] => [
  [
    [
      [120 + x1 / 100, 28],
      [120 + x2 / 100, 28],
      [120 + x2 / 100, 28.01],
      [120 + x1 / 100, 28.01],
      [120 + x1 / 100, 28],
    ],
  ],
];

const whole = { code: homes, kind: 'basic', name: 'homes', polygons: box(0, 2) };
const micro = (code: string, from: number, to: number) => ({
  code,
  kind: 'micro',
  name: code,
  polygons: box(from, to),
});

/** Ways to part the community: whole, in two, in two of which one is gone, with a gap, in grids that lie elsewhere. */
const drawings = [
  [whole],
  [whole, micro(west, 0, 1), micro(east, 1, 2)],
  [whole, micro(west, 0, 2)],
  [whole, micro(west, 0, 1)],
  [{ ...whole, code: '990201001001001' }],
];

const found = (unit: string, kind: string, territory: string, parent?: string): Message => ({
  type: 'FoundUnit',
  data: { unit, kind, name: unit, territories: [territory], on: '2020-01-01', ...(parent && { parent }) },
});
const appoint = (unit: string, post: string, who: string): Message => ({
  type: 'AppointHolder',
  data: { unit, post, person: who, from: '2020-01-01' },
});
const staff = (who: string): Message => ({
  type: 'AssignGridMember',
  data: { grid: west, post: 'party-member', person: who, from: '2020-01-01' },
});

/** A street with its office, a joint committee and what stands under it, people on posts, ground parted in two. */
const opening: readonly Message[] = [
  found('district', 'district-committee', '990101'),
  found('street', 'street-committee', street, 'district'),
  found('office', 'street-office', street, 'street'),
  found('joint', 'joint-committee', community, 'street'),
  found('room', 'living-room', community, 'joint'),
  found('branch', 'community-branch', community, 'joint'),
  found('council', 'residents-committee', community, 'office'),
  appoint('district', 'secretary', 'chief'),
  appoint('branch', 'secretary', 'head'),
  appoint('room', 'clerk', 'clerk'),
  appoint('office', 'clerk', 'officer'),
  { type: 'DrawPartition', data: { community, outline: box(0, 2), grids: drawings[1] } },
  staff('head'),
  staff('a'),
];

/** The chief may organise all, the head their branch alone; the clerk draws and meets; a stranger may nothing. */
const people = ['chief', 'head', 'clerk', 'officer', 'stranger'] as const;
const units = ['district', 'street', 'office', 'joint', 'room', 'branch', 'council', 'new', 'firm'] as const;
const days = ['2019-06-01', '2024-06-01', '2026-03-02', '2027-01-01'] as const;

const unit = fc.constantFrom(...units);
const who = fc.constantFrom('chief', 'head', 'clerk', 'a', 'b');
const day = fc.constantFrom(...days);
const text = fc.constantFrom('because', 'for a reason', 'as it should be', '', 'x'.repeat(1200));
const post = fc.constantFrom('secretary', 'member', 'clerk', 'full-time-deputy', 'part-time-member', 'unheard-of');
const gridPost = fc.constantFrom('party-member', 'resident-member', 'grid-officer');
const grid = fc.constantFrom(west, east, homes, `${homes}09`, '99020100100100101');
const sitting = fc.constantFrom('c1-m1', 'c1-m2', 'c2-m1');
const caseOf = fc.constantFrom('c1', 'c2');
const votes = fc.constantFrom(0, 1, 2).map((inFavour) => ({ inFavour, against: 0, abstained: 0 }));
const lasting = { from: '2026-03-02', until: '2031-03-02' };
const agreed = { meeting: 'c1-m1', resolution: 'so be it', votes: { inFavour: 2, against: 0, abstained: 0 } };
const photos = fc.subarray(['photo-1', 'photo-2', 'lost']);

type Fields = Readonly<Record<string, fc.Arbitrary<unknown>>>;
const ask = (type: string, needed: Fields, optional: Fields = {}): fc.Arbitrary<Message> =>
  fc
    .record({ ...needed, ...optional }, { requiredKeys: Object.keys(needed), noNullPrototype: true })
    .map((data) => ({ type, data }));

const organisation = [
  ask(
    'FoundUnit',
    {
      unit: fc.constantFrom('new', 'firm', 'branch'),
      kind: fc.constantFrom('firm', 'party-group', 'district-committee', 'unheard-of'),
      name: fc.constantFrom('a firm', ''),
      territories: fc.constantFrom([community], ['9902']),
    },
    { parent: fc.constantFrom('branch', 'joint', 'room', 'nowhere'), on: day },
  ),
  ask('MoveUnit', { unit, parent: fc.constantFrom('branch', 'joint', 'street', 'office', 'new') }),
  ask('RenameUnit', { unit, name: fc.constantFrom('another name', 'new') }, { on: day }),
  ask('DissolveUnit', { unit, on: day }),
  ask('AppointHolder', { unit, post, person: who, from: day }, { until: day, partTimeFrom: unit }),
  ask('EndAppointment', { unit, post, person: who, on: day }),
  ask('ReelectBody', {
    unit,
    term: fc.constant(lasting),
    holders: fc.array(fc.record({ post, person: who }, { noNullPrototype: true }), { minLength: 1, maxLength: 2 }),
  }),
  ask('PairBodies', { unit: fc.constantFrom('branch', 'street', 'council'), with: unit }),
  ask('RegisterPerson', { person: who, name: text }, { phone: fc.constantFrom('12345', 'no number') }),
  ask('GiveConsent', { person: who, purpose: fc.constantFrom('honours', 'unheard-of') }),
  ask('WithdrawConsent', { person: who, purpose: fc.constant('honours') }),
  ask('ErasePerson', { person: who, ground: fc.constantFrom('asked', 'disliked') }),
];

const ground = [
  ask('DrawPartition', {
    community: fc.constantFrom(community, community, '990201001001'),
    outline: fc.constant(box(0, 2)),
    grids: fc.constantFrom(...drawings),
  }),
  ask(
    'FoundFunctionalGrid',
    { grid: fc.constantFrom(`${homes}09`, west), purpose: fc.constant('fire-safety'), name: text },
    { over: fc.subarray([west, east, '99020100100100101']) },
  ),
  ask('AssignGridMember', { grid, post: gridPost, person: who, from: day }),
  ask('RemoveGridMember', { grid, post: gridPost, person: who }, { on: day }),
];

const deliberation = [
  ask('RelistMeeting', { meeting: sitting }),
  ask('AddToAgenda', { meeting: sitting, title: text }),
  ask('HoldMeeting', { meeting: sitting, present: fc.subarray(['head', 'a', 'b']) }, { observers: fc.constant([]) }),
  ask('ResolveMeeting', { meeting: sitting, outcome: fc.constant('settled'), resolution: text, votes }),
  ask('ResolveMeeting', { meeting: sitting, outcome: fc.constant('referred'), resolution: text, votes, handler: unit }),
  ask('ResolveMeeting', { meeting: sitting, outcome: fc.constant('passed-up'), resolution: text }, { votes }),
];

const handling = [
  caseOf.map((id) => report(id, { place: { grid: west } })),
  ask('AcceptCase', { case: caseOf }),
  ask('DispatchCase', { case: caseOf, handler: unit, reason: text }),
  ask('ContactReporter', { case: caseOf, note: text }),
  ask('UrgeCase', { case: caseOf, note: text }),
  ask('HandleCase', { case: caseOf, result: text }, { photos }),
  ask('EscalateCase', { case: caseOf, reason: text }, { tier: fc.constantFrom('council', 'unheard-of') }),
  ask('ReplyCase', { case: caseOf, reply: text }),
];

interface Asked {
  readonly who: (typeof people)[number];
  readonly message: Message;
}

const likely = (of: Asked['who'], ...messages: readonly (readonly [string, Message['data']])[]): readonly Asked[] =>
  messages.map(([type, data]) => ({ who: of, message: { type, data } }));

/** What leads on, by who may: as often as it comes by chance alone, hardly a history would get anywhere. */
const onward: readonly Asked[] = [
  ...likely(
    'chief',
    ['FoundUnit', { unit: 'new', kind: 'party-group', name: 'new', parent: 'branch', territories: [community] }],
    ['FoundUnit', { unit: 'firm', kind: 'firm', name: 'firm', parent: 'joint', territories: [community] }],
    ['MoveUnit', { unit: 'firm', parent: 'branch' }],
    ['MoveUnit', { unit: 'firm', parent: 'joint' }],
    ['PairBodies', { unit: 'branch', with: 'council' }],
    ['DissolveUnit', { unit: 'firm', on: '2026-03-02' }],
    ['DissolveUnit', { unit: 'council', on: '2026-03-02' }],
    ['AppointHolder', { unit: 'joint', post: 'full-time-deputy', person: 'head', from: '2026-03-02' }],
    ['AppointHolder', { unit: 'branch', post: 'secretary', person: 'b', from: '2024-06-01' }],
    ['EndAppointment', { unit: 'branch', post: 'secretary', person: 'head', on: '2026-03-02' }],
    ['ReelectBody', { unit: 'branch', term: lasting, holders: [{ post: 'secretary', person: 'b' }] }],
    ['RegisterPerson', { person: 'b', name: 'B' }],
    ['ErasePerson', { person: 'b', ground: 'asked' }],
  ),
  ...likely('head', ['RenameUnit', { unit: 'branch', name: 'our branch' }]),
  ...likely(
    'clerk',
    ['AssignGridMember', { grid: west, post: 'party-member', person: 'b', from: '2026-03-02' }],
    ['RemoveGridMember', { grid: west, post: 'party-member', person: 'a' }],
    ['RelistMeeting', { meeting: 'c1-m1' }],
    ['HoldMeeting', { meeting: 'c1-m1', present: ['head', 'a'] }],
    ['ResolveMeeting', { ...agreed, outcome: 'settled' }],
    ['ResolveMeeting', { ...agreed, outcome: 'referred', handler: 'office' }],
    ['AcceptCase', { case: 'c2' }],
    ['DispatchCase', { case: 'c2', handler: 'office', reason: 'they know how' }],
    ['AddToAgenda', { meeting: 'c1-m1', title: 'the hedge' }],
    ['ContactReporter', { case: 'c2', note: 'they were at home' }],
    ['GiveConsent', { person: 'clerk', purpose: 'honours' }],
    ['WithdrawConsent', { person: 'clerk', purpose: 'honours' }],
    ['UrgeCase', { case: 'c2', note: 'it is late' }],
    ['FoundFunctionalGrid', { grid: `${homes}09`, purpose: 'fire-safety', name: 'fire', over: [west] }],
    ['DrawPartition', { community, outline: box(0, 2), grids: drawings[2] }],
    ['MergeCase', { case: 'c2', into: 'c1', reason: 'it is one matter' }],
  ),
  ...likely('officer', ['HandleCase', { case: 'c2', result: 'done', photos: ['photo-1'] }]),
];

const asked = (all: readonly fc.Arbitrary<Message>[]): fc.Arbitrary<Asked> =>
  fc.record({ who: fc.constantFrom(...people), message: fc.oneof(...all) });
/** What may change a place goes with what goes on in it: a unit is dissolved while it handles, a grid is drawn anew under a meeting. */
const history = fc.array(
  fc.oneof(asked(organisation), asked(ground), asked(deliberation), asked(handling), {
    arbitrary: fc.constantFrom(...onward),
    weight: 6,
  }),
  { minLength: 20, maxLength: 60 },
);

/** Two photos are kept, for whichever case names them first. */
const files: Files = {
  put: () => Promise.resolve('kept'),
  has: (id) => Promise.resolve(id.startsWith('photo-')),
  get: () => Promise.resolve(undefined),
  remove: () => Promise.resolve(),
};

const by = (name: string): Actor => person(personId.parse(name));

async function accepted(desk: LocalDesk, message: Message): Promise<void> {
  const receipt = await desk.send(message);
  assert.ok(receipt.ok, `${JSON.stringify(message)}: ${receipt.ok ? '' : JSON.stringify(receipt.refusal)}`);
}

/** The place with one case that waits for the meeting of its grid, and one that was just reported. */
async function openPlace(): Promise<LocalDesk> {
  const store = memoryStore({ views: viewsOf(contexts) });
  const desk = createDesk({
    model,
    store,
    files,
    calendar: plainCalendar,
    clock: { now: () => monday, at: () => () => undefined },
    newId,
    contexts,
    processes: [escalation, dependentPosts],
    // A meeting may well resolve what its case cannot follow any more; the laws here are about what persons ask.
    onTrouble: () => undefined,
  });
  for (const message of opening) await accepted(desk.as(process('setup')), message);
  for (const id of ['c1', 'c2']) await accepted(desk.as(by('reporter')), report(id, { place: { grid: west } }));
  await accepted(desk.as(by('clerk')), { type: 'AcceptCase', data: { case: 'c1' } });
  await accepted(desk.as(by('clerk')), { type: 'EscalateCase', data: { case: 'c1', reason: 'for all to hear' } });
  await desk.settled();
  return desk;
}

/** What the histories must reach of every context, or the law would say little. */
const mustHappen = [
  ...['UnitFounded', 'UnitMoved', 'UnitRenamed', 'UnitDissolved', 'HolderAppointed', 'AppointmentEnded'],
  ...[
    'BodyReelected',
    'BodiesPaired',
    'PersonRegistered',
    'PersonErased',
    'ConsentGiven',
    'ConsentWithdrawn',
    'PartitionDrawn',
    'FunctionalGridFounded',
  ],
  ...['GridMemberAssigned', 'GridMemberRemoved', 'MeetingHeld', 'MeetingResolved', 'AgendaItemAdded'],
  ...['MeetingRelisted', 'CaseAccepted', 'CaseDispatched', 'CaseHandled', 'ReporterContacted', 'CaseUrged'],
];
const mustBeRefused = [
  ...['not-permitted', 'not-found', 'command-invalid', 'wrong-stage', 'meeting-wrong-step'],
  ...['unit-exists', 'unit-dissolved', 'seat-taken', 'already-holds', 'not-held'],
];

test('[ALL-01] can is send without the commit for the commands of every context, by whoever asks', async () => {
  const happened = new Set<string>();
  const refused = new Set<string>();
  const law = fc.asyncProperty(history, async (asks) => {
    const desk = await openPlace();
    for (const { who: name, message } of asks) {
      const at = desk.as(by(name));
      const verdict = await at.can(message);
      const receipt = await at.send(message);
      assert.equal(verdict.allowed, receipt.ok, `${name} ${JSON.stringify(message)}`);
      if (!receipt.ok && !verdict.allowed) assert.deepEqual(receipt.refusal, verdict.refusal);
      if (receipt.ok) receipt.events.forEach(({ type }) => happened.add(type));
      else refused.add(receipt.refusal.code);
      if (receipt.ok) await desk.settled();
    }
  });
  // The same histories every time, so that what must be reached does not hang on chance; then others.
  await fc.assert(law, { numRuns: 50, seed: 2026 });
  for (const type of mustHappen) assert.ok(happened.has(type), `no history got as far as ${type}`);
  for (const code of mustBeRefused) assert.ok(refused.has(code), `no history was refused for ${code}`);
  await fc.assert(law, { numRuns: 40 });
});
