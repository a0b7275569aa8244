import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  caseId,
  commandId,
  contentRef,
  meetingContext,
  meetingId,
  needed,
  person,
  personId,
  unwritten,
  type MeetingEvent,
  type MeetingStep,
} from '@keting/domain';
import fc from 'fast-check';
import { KnownFacts, plainCalendar, sealed } from '@keting/domain/testing';
import { meeting as given, monday, rowsOf, stream } from './given.ts';
import { placeWith, type World } from './place.ts';
import { runs } from '../../support/runs.ts';

const meeting = meetingId.parse('m1');
const of = { meeting };
const case_ = caseId.parse('c1');
const persons = (...ids: readonly string[]) => ids.map((id) => personId.parse(id));
const officers = (...ids: readonly string[]) => persons(...ids).map((person) => ({ person, post: 'officer' }));

const call = (tier: string) =>
  ({
    type: 'CallMeeting',
    data: { ...of, case: case_, tier, grid: '110101001001001', title: sealed('lamp') },
  }) as const;
const hold = (present: readonly string[], observers?: readonly string[]) =>
  ({ type: 'HoldMeeting', data: { ...of, present, ...(observers ? { observers } : {}) } }) as const;
const relist = { type: 'RelistMeeting', data: of } as const;
const add = { type: 'AddToAgenda', data: { ...of, title: 'bins' } } as const;
const votes = (inFavour: number, against = 0, abstained = 0) => ({ inFavour, against, abstained });
const resolve = (data: object) =>
  ({ type: 'ResolveMeeting', data: { ...of, resolution: 'agreed', votes: votes(2), ...data } }) as const;
const settle = (...counted: Parameters<typeof votes>) => resolve({ outcome: 'settled', votes: votes(...counted) });
const refer = (handler: string) => resolve({ outcome: 'referred', handler });
const passUp = { type: 'ResolveMeeting', data: { ...of, outcome: 'passed-up', resolution: 'over us' } } as const;

const called = (tier: string, ...eligible: readonly string[]): MeetingEvent => ({
  type: 'MeetingCalled',
  data: {
    case: case_,
    tier,
    grid: '110101001001001',
    unit: '110101001001001',
    title: sealed('lamp'),
    eligible: officers(...eligible),
    observers: [],
  },
});
const held = (...present: readonly string[]): MeetingEvent => ({
  type: 'MeetingHeld',
  data: { present: persons(...present), observers: [] },
});
const resolved: MeetingEvent = {
  type: 'MeetingResolved',
  data: { case: case_, tier: 'near', outcome: 'settled', resolution: sealed('agreed'), votes: votes(2) },
};
/** How a refusal tells where a meeting stands, and where it would have to. */
const wrongStep = (step: string, command: MeetingStep['type'], from: string) => ({
  ids: [meeting],
  params: { step, command, from: [from] },
});
const waiting: World = { stage: 'escalated', units: { council: ['works'] } };
const three = called('near', 'a', 'b', 'c');
/** The staff is the same as when the meeting was called. */
const abc: World = { staff: ['a', 'b', 'c'] };

suite('calling', () => {
  test('[CASE-06] a meeting of a grid lists the staff of that grid, each once', () => {
    const [event] = given([], { staff: ['a', 'b', 'a'] }).when(call('near')).events;
    assert.deepEqual(event, called('near', 'a', 'b'));
  });

  test('[CASE-06] a meeting of a council lists the posts that the model names, and who sits in', () => {
    const world: World = {
      units: { council: ['hall', 'street'], branch: ['one', 'two'] },
      members: {
        hall: [
          ['a', 'member'],
          ['b', 'cook'],
          ['c', 'member'],
        ],
        one: [['c', 'secretary']],
        two: [['d', 'secretary']],
      },
    };
    const [event] = given([], world).when(call('far')).events;
    assert.ok(event?.type === 'MeetingCalled');
    assert.equal(event.data.unit, 'hall');
    assert.deepEqual(
      event.data.eligible.map(({ person }) => person),
      ['a', 'c'],
    );
    assert.deepEqual(
      event.data.observers.map(({ person }) => person),
      ['d'],
      'who has a vote does not also sit in',
    );
  });

  test('[CASE-06] a meeting that no one is entitled to is called all the same, so its case is not lost', () => {
    const [event] = given([], {}).when(call('far')).events;
    assert.ok(event?.type === 'MeetingCalled');
    assert.deepEqual(event.data.eligible, []);
    assert.ok(!('unit' in event.data));
  });

  test('[CASE-06] a meeting is called once, at a tier that the model has', () => {
    given([three])
      .when(call('near'))
      .refuses('meeting-exists', { ids: [meeting] });
    given([])
      .when(call('moon'))
      .refuses('meeting-tier-unknown', { params: { tier: 'moon' } });
    given([called('moon', 'a')])
      .when(add)
      .refuses('meeting-tier-unknown', { ids: [meeting], params: { tier: 'moon' } });
  });
});

suite('the list and the agenda', () => {
  test('[DEL-03] until it is held, a list can be copied anew, and says who was on it before', () => {
    const [event] = given([called('near')], { staff: ['a'] }).when(relist).events;
    assert.ok(event?.type === 'MeetingRelisted');
    assert.deepEqual(event.data.eligible, officers('a'));
    assert.deepEqual(event.data.was, { eligible: [], observers: [] });
    given([called('near', 'a')], { staff: ['a'] })
      .when(relist)
      .refuses('list-unchanged', { ids: [meeting] });
    given([three, held('a', 'b')], { staff: ['a'] })
      .when(relist)
      .refuses('meeting-wrong-step', wrongStep('held', 'RelistMeeting', 'called'));
  });

  test('[DEL-03] a list is another one with another unit, another post, or another who sits in', () => {
    const world: World = { units: { council: ['hall'], branch: ['one'] }, members: { hall: [['a', 'member']] } };
    const before = given([], world).when(call('far')).events;
    given(before, world).when(relist).refuses('list-unchanged');
    const moved: World = { ...world, units: { council: ['street'] }, members: { street: [['a', 'member']] } };
    given(before, moved)
      .when(relist)
      .then({ type: 'MeetingRelisted', data: { unit: 'street' } });
    const joined: World = { ...world, members: { ...world.members, one: [['d', 'secretary']] } };
    given(before, joined)
      .when(relist)
      .then({ type: 'MeetingRelisted', data: { observers: [{ person: 'd', post: 'secretary' }] } });
    const asCook: MeetingEvent = {
      type: 'MeetingRelisted',
      data: {
        unit: '110101001001001',
        eligible: persons('a').map((one) => ({ person: one, post: 'cook' })),
        observers: officers('d'),
        was: { eligible: [], observers: [] },
      },
    };
    const { eligible, observers } = asCook.data;
    given([called('near'), asCook], { staff: ['a'] })
      .when(relist)
      .then({ type: 'MeetingRelisted', data: { eligible: officers('a'), was: { eligible, observers } } });
  });

  test('[CASE-06] items join the agenda behind the case, before the meeting is held', () => {
    given([three])
      .when(add)
      .then({ type: 'AgendaItemAdded', data: { item: 2, title: sealed('bins') } });
    given([three, held('a', 'b')])
      .when(add)
      .refuses('meeting-wrong-step', wrongStep('held', 'AddToAgenda', 'called'));
    const full = Array.from({ length: 49 }, (_, i): MeetingEvent => {
      return { type: 'AgendaItemAdded', data: { item: i + 2, title: sealed('x') } };
    });
    given([three, ...full.slice(1)])
      .when(add)
      .then({ type: 'AgendaItemAdded', data: { item: 50 } });
    given([three, ...full])
      .when(add)
      .refuses('agenda-full', { ids: [meeting], params: { limit: 50 } });
  });
});

suite('holding', () => {
  test('[DEL-03] a meeting is held with its quorum of those listed', () => {
    given([three], abc)
      .when(hold(['a', 'b']))
      .then(held('a', 'b'));
    given([three], abc)
      .when(hold(['a']))
      .refuses('quorum-missed', { ids: [meeting], params: { eligible: 3, present: 1, needed: 2 } });
  });

  test('[DEL-03] one person is there once, however often named', () => {
    given([three], abc)
      .when(hold(['a', 'a']))
      .refuses('quorum-missed');
    const world: World = {
      units: { council: ['hall'], branch: ['one'] },
      members: { hall: [['a', 'member']], one: [['d', 'secretary']] },
    };
    given(given([], world).when(call('far')).events, world)
      .when(hold(['a'], ['d', 'd']))
      .then({ type: 'MeetingHeld', data: { present: ['a'], observers: ['d'] } });
  });

  test('[DEL-03] who is not listed is not there, and is named in the refusal', () => {
    given([three], abc)
      .when(hold(['a', 'b', 'x'], ['y']))
      .refuses('not-entitled', { ids: ['x', 'y'], params: { count: 2 } });
  });

  test('[DEL-03] who is entitled on the day it is held counts, not who was when it was called', () => {
    const today: World = { staff: ['c', 'w', 'x', 'y', 'z'] };
    given([three], today)
      .when(hold(['a', 'b']))
      .refuses('not-entitled', { ids: ['a', 'b'], params: { count: 2 } });
    given([three], today)
      .when(hold(['w', 'x', 'y']))
      .refuses('quorum-missed', { ids: [meeting], params: { eligible: 5, present: 3, needed: 4 } });
    const { events } = given([three], today).when(hold(['w', 'x', 'y', 'z']));
    assert.deepEqual(
      events.map(({ type }) => type),
      ['MeetingRelisted', 'MeetingHeld'],
    );
    const [list] = events;
    assert.ok(list?.type === 'MeetingRelisted');
    assert.deepEqual(list.data.eligible, officers('c', 'w', 'x', 'y', 'z'));
    assert.deepEqual(list.data.was.eligible, officers('a', 'b', 'c'));
    assert.deepEqual(
      given([three], abc).when(hold(['a', 'b'])).events,
      [held('a', 'b')],
      'the same list is not kept twice',
    );
  });

  test('[DEL-03] nobody entitled, nothing held; nothing is held twice', () => {
    given([called('near')])
      .when(hold([]))
      .refuses('nobody-entitled', { ids: [meeting] });
    given([three, held('a', 'b')])
      .when(hold(['a', 'b']))
      .refuses('meeting-wrong-step', wrongStep('held', 'HoldMeeting', 'called'));
  });

  test('[DEL-03] held exactly when enough of those listed are there, for any list and any attendance', () => {
    const ids = fc.uniqueArray(fc.integer({ min: 0, max: 60 }).map(String), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(ids, ids, (eligible, present) => {
        const { refusal } = given([called('near', ...eligible)], { staff: eligible }).when(hold(present));
        const known = present.every((id) => eligible.includes(id));
        const enough = present.length >= needed({ of: 2, in: 3, more: false }, eligible.length);
        assert.equal(refusal === undefined, known && enough);
      }),
      { numRuns: runs() },
    );
  });
});

suite('resolving', () => {
  const sitting = [three, held('a', 'b', 'c')];

  test('[CASE-06] a majority of those present settles, and the resolution goes back to the case', () => {
    const data = { case: case_, tier: 'near', outcome: 'settled', resolution: sealed('agreed'), votes: votes(2, 1) };
    assert.deepEqual(given(sitting, waiting).when(settle(2, 1)).events, [{ type: 'MeetingResolved', data }]);
    given(sitting, waiting)
      .when(settle(1, 0, 2))
      .refuses('majority-missed', { ids: [meeting], params: { inFavour: 1, present: 3, needed: 2 } });
  });

  test('[DEL-03] more votes than persons present are refused', () => {
    given(sitting, waiting)
      .when(settle(2, 1, 1))
      .refuses('votes-exceed-present', { ids: [meeting], params: { cast: 4, present: 3 } });
    given(sitting, waiting)
      .when(resolve({ outcome: 'passed-up', votes: votes(1, 3) }))
      .refuses('votes-exceed-present');
  });

  test('[CASE-06] a case is referred to a handler that there is', () => {
    const [event] = given(sitting, waiting).when(refer('works')).events;
    assert.ok(event?.type === 'MeetingResolved');
    assert.equal(event.data.handler, 'works');
    assert.ok(!('next' in event.data));
    given(sitting, waiting)
      .when(refer('nobody'))
      .refuses('handler-unknown', { ids: ['nobody'] });
    const branch = { ...waiting, units: { branch: ['works'] } };
    given(sitting, branch)
      .when(refer('works'))
      .refuses('handler-unfit', { ids: ['works'] });
  });

  test('[CASE-06] what a tier cannot settle it passes to the next, without a majority, and only where there is one', () => {
    const [event] = given(sitting, waiting).when(passUp).events;
    assert.ok(event?.type === 'MeetingResolved');
    assert.equal(event.data.next, 'far');
    assert.ok(!('votes' in event.data));
    given(sitting, waiting)
      .when(resolve({ outcome: 'passed-up', votes: votes(1, 2) }))
      .then({ type: 'MeetingResolved', data: { next: 'far', votes: votes(1, 2) } });
    given([called('far', 'a'), held('a')], waiting)
      .when(passUp)
      .refuses('next-tier-missing', { ids: [meeting], params: { tier: 'far' } });
    given([called('far', 'a'), held('a')], waiting)
      .when(settle(1))
      .then({ type: 'MeetingResolved', data: { tier: 'far', outcome: 'settled' } });
  });

  test('[CASE-06] only a held meeting resolves; one that no one is entitled to can still pass its case up', () => {
    given([three], waiting)
      .when(settle(3))
      .refuses('meeting-wrong-step', wrongStep('called', 'ResolveMeeting', 'held'));
    given([called('near')], waiting)
      .when(settle(0))
      .refuses('nobody-entitled', { ids: [meeting] });
    const passedUp: MeetingEvent = {
      type: 'MeetingResolved',
      data: { case: case_, tier: 'near', outcome: 'passed-up', resolution: sealed('vacant'), next: 'far' },
    };
    given([called('near'), passedUp], waiting)
      .when(passUp)
      .refuses('meeting-wrong-step');
    const [event] = given([called('near')], waiting).when(passUp).events;
    assert.ok(event?.type === 'MeetingResolved' && event.data.outcome === 'passed-up');
    given([...sitting, resolved], waiting)
      .when(settle(3))
      .refuses('meeting-wrong-step');
  });

  test('[CASE-06] a meeting resolves nothing that its case could not follow', () => {
    for (const stage of ['closed', undefined] as const) {
      given(sitting, { ...waiting, stage })
        .when(settle(3))
        .refuses('case-not-waiting', { ids: [meeting, case_] });
    }
    const model = placeWith({ transitions: { SettleCase: ['escalated'] } });
    given(sitting, waiting, model)
      .when(refer('works'))
      .refuses('outcome-not-granted', { ids: [meeting], params: { outcome: 'referred' } });
    given(sitting, waiting, model).when(passUp).refuses('outcome-not-granted');
    given(sitting, waiting, model).when(settle(3)).then({ type: 'MeetingResolved' });
  });

  test('[CASE-06] a meeting that was never called answers nothing', () => {
    for (const command of [hold(['a']), settle(1), relist]) {
      given([], waiting)
        .when(command)
        .refuses('meeting-unknown', { ids: [meeting] });
    }
  });
});

suite('commands as they are asked', () => {
  const sitting = given([three, held('a', 'b', 'c')], waiting);

  test('[CASE-06] a title of an agenda is 1 to 200 characters, a resolution 1 to 1,000', () => {
    const titled = (title: string) => given([three]).when({ type: 'AddToAgenda', data: { ...of, title } });
    titled('x'.repeat(200)).then({ type: 'AgendaItemAdded' });
    titled('  ').invalid({ path: 'title', code: 'too-short' });
    titled('x'.repeat(201)).invalid({ path: 'title', code: 'too-long', limit: 200 });
    const worded = (resolution: string) => sitting.when(resolve({ outcome: 'settled', resolution }));
    worded('x'.repeat(1000)).then({ type: 'MeetingResolved' });
    worded('').invalid({ path: 'resolution', code: 'required' });
    worded('x'.repeat(1001)).invalid({ path: 'resolution', code: 'too-long', limit: 1000 });
  });

  test('[CASE-06] votes are whole numbers from 0; a referral names its handler; there are three outcomes', () => {
    sitting.when(settle(-1)).invalid({ path: 'votes.inFavour', code: 'too-small', limit: 0 });
    sitting.when(settle(0.5)).invalid({ path: 'votes.inFavour', code: 'wrong-form' });
    sitting.when(resolve({ outcome: 'settled', votes: undefined })).invalid({ path: 'votes', code: 'required' });
    sitting.when(resolve({ outcome: 'referred' })).invalid({ path: 'handler', code: 'required' });
    sitting.when(resolve({ outcome: 'lost' })).invalid({ path: 'outcome' });
  });

  test('[CASE-06] texts of a meeting lie in the contents store; the title of a case is there already', () => {
    assert.deepEqual(meetingContext.commands.AddToAgenda.seals, ['title']);
    assert.deepEqual(meetingContext.commands.ResolveMeeting.seals, ['resolution']);
    given([])
      .when({ type: 'CallMeeting', data: { ...call('near').data, title: 'lamp' } })
      .invalid({ path: 'title', code: 'wrong-form' });
  });
});

suite('what is offered', () => {
  const setting = {
    id: commandId.parse('01890000-0000-7000-8000-000000000001'),
    at: monday,
    actor: person(personId.parse('clerk')),
    model: placeWith(),
    place: placeWith(),
    calendar: plainCalendar,
  };
  const offer = (type: MeetingStep['type'], events: readonly MeetingEvent[], staff = persons('a', 'b', 'c')) => {
    const state = given(events).state(stream);
    assert.ok(state !== undefined);
    const facts = new KnownFacts().withRule('staffOf', () =>
      staff.map((who) => ({ person: who, post: 'party-member' })),
    );
    return meetingContext.commands[type].offer?.(state, facts.read, setting);
  };

  test('[CASE-06] everybody comes and agrees; where nobody can, the way up', () => {
    assert.deepEqual(offer('HoldMeeting', [three]), { ...of, present: persons('a', 'b', 'c') });
    assert.deepEqual(offer('ResolveMeeting', [three, held('a', 'b')]), {
      ...of,
      outcome: 'settled',
      resolution: unwritten,
      votes: votes(2),
    });
    assert.deepEqual(offer('ResolveMeeting', [called('near')]), {
      ...of,
      outcome: 'passed-up',
      resolution: unwritten,
    });
  });

  test('[DEL-03] those are offered as present who are entitled today, not who was when it was called', () => {
    assert.deepEqual(offer('HoldMeeting', [three], persons('b', 'c', 'd')), { ...of, present: persons('b', 'c', 'd') });
  });

  test('[CASE-06] what is offered at a step is accepted at it', () => {
    const at = { called: [three], held: [three, held('a', 'b')] };
    given(at.called, abc).when(hold(['a', 'b', 'c'])).events;
    given(at.held, waiting).when(settle(2)).events;
  });
});

suite('views', () => {
  const story: readonly MeetingEvent[] = [
    called('near', 'a', 'b'),
    {
      type: 'MeetingRelisted',
      data: {
        unit: '110101001001001',
        eligible: officers('b', 'c'),
        observers: officers('d'),
        was: { eligible: officers('a', 'b'), observers: [] },
      },
    },
    { type: 'AgendaItemAdded', data: { item: 2, title: sealed('bins') } },
    { type: 'MeetingHeld', data: { present: persons('b', 'c'), observers: persons('d') } },
    resolved,
  ];

  test('[CASE-06] a topic shows where its meeting stands', () => {
    const row = Object.fromEntries(rowsOf('topics', story))['m1'];
    assert.deepEqual(row, {
      id: 'm1',
      case: 'c1',
      tier: 'near',
      step: 'resolved',
      grid: '110101001001001',
      unit: '110101001001001',
      title: sealed('lamp'),
      eligible: 2,
      present: 2,
      items: 2,
      outcome: 'settled',
      votes: votes(2),
      handler: undefined,
      next: undefined,
      resolution: sealed('agreed'),
      calledAt: monday,
      changedAt: monday + 4,
    });
  });

  test('[CASE-06] the agenda is in order, by references', () => {
    const rows = [...rowsOf('agenda', story).values()];
    assert.deepEqual(rows, [
      { id: 'm1/1', meeting: 'm1', item: 1, title: contentRef.parse(sealed('lamp')) },
      { id: 'm1/2', meeting: 'm1', item: 2, title: contentRef.parse(sealed('bins')) },
    ]);
  });

  test('[DEL-03] attendance keeps the list as renewed and who came', () => {
    const rows = Object.fromEntries(rowsOf('attendance', story));
    assert.deepEqual(Object.keys(rows).sort(), ['m1/b', 'm1/c', 'm1/d']);
    assert.deepEqual(rows['m1/d'], {
      id: 'm1/d',
      meeting: 'm1',
      person: 'd',
      post: 'officer',
      role: 'observer',
      present: true,
    });
  });

  test('[CASE-06] a meeting is about its place and the body that meets', () => {
    const state = given([three]).state(stream);
    assert.ok(state !== undefined);
    assert.deepEqual(meetingContext.about(state), { territory: '110101001001001', unit: '110101001001001' });
  });
});
