import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  caseId,
  contentRef,
  isRefusal,
  meetingContext,
  meetingId,
  needed,
  personId,
  unitId,
  unwritten,
  type CallMeetingData,
  type HoldMeetingData,
  type MeetingEvent,
  type MeetingStep,
  type ResolveMeetingData,
} from '@keting/domain';
import fc from 'fast-check';
import { fold, given, rowsOf, settingOf, text } from './given.ts';
import { factsOf, placeWith, type World } from './place.ts';

const meeting = meetingId.parse('m1');
const of = { meeting };
const case_ = caseId.parse('c1');
const persons = (...ids: readonly string[]) => ids.map((id) => personId.parse(id));
const officers = (...ids: readonly string[]) => persons(...ids).map((person) => ({ person, post: 'officer' }));

const call = (tier: string): { type: 'CallMeeting'; data: CallMeetingData } => ({
  type: 'CallMeeting',
  data: { ...of, case: case_, tier, grid: '110101001001001', title: text('lamp') },
});
const hold = (present: readonly string[], observers?: readonly string[]) => {
  const data: HoldMeetingData = { ...of, present: persons(...present) };
  return { type: 'HoldMeeting', data: observers ? { ...data, observers: persons(...observers) } : data } as const;
};
const votes = (inFavour: number, against = 0, abstained = 0) => ({ inFavour, against, abstained });
const resolve = (data: Omit<Extract<ResolveMeetingData, { outcome: 'settled' }>, 'meeting' | 'resolution'>) =>
  ({ type: 'ResolveMeeting', data: { ...of, resolution: text('agreed'), ...data } }) as const;
const settle = (...counted: Parameters<typeof votes>) => resolve({ outcome: 'settled', votes: votes(...counted) });
const refer = (handler: string) =>
  ({
    type: 'ResolveMeeting',
    data: { ...of, outcome: 'referred', resolution: text('agreed'), votes: votes(2), handler: unitId.parse(handler) },
  }) as const;
const passUp = { type: 'ResolveMeeting', data: { ...of, outcome: 'passed-up', resolution: text('over us') } } as const;

const called = (tier: string, ...eligible: readonly string[]): MeetingEvent => ({
  type: 'MeetingCalled',
  data: {
    case: case_,
    tier,
    grid: '110101001001001',
    unit: '110101001001001',
    title: text('lamp'),
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
  data: { case: case_, tier: 'near', outcome: 'settled', resolution: text('agreed'), votes: votes(2) },
};
const waiting: World = { stage: 'escalated', units: { council: ['works'] } };
const three = called('near', 'a', 'b', 'c');

suite('calling', () => {
  test('[CASE-06] a meeting of a grid lists the staff of that grid, each once', () => {
    const [event] = given([], { staff: ['a', 'b', 'a'] })
      .when(call('near'))
      .happens();
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
    const [event] = given([], world).when(call('far')).happens();
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
    const [event] = given([], {}).when(call('far')).happens();
    assert.ok(event?.type === 'MeetingCalled');
    assert.deepEqual(event.data.eligible, []);
    assert.equal(event.data.unit, undefined);
  });

  test('[CASE-06] a meeting is called once, at a tier that the model has', () => {
    given([three]).when(call('near')).refused('meeting-exists');
    given([]).when(call('moon')).refused('meeting-tier-unknown');
  });
});

suite('the list and the agenda', () => {
  test('[DEL-03] until it is held, a list can be copied anew, and says who was on it before', () => {
    const [event] = given([called('near')], { staff: ['a'] })
      .when({ type: 'RelistMeeting', data: of })
      .happens();
    assert.ok(event?.type === 'MeetingRelisted');
    assert.deepEqual(event.data.eligible, officers('a'));
    assert.deepEqual(event.data.was, { eligible: [], observers: [] });
    given([called('near', 'a')], { staff: ['a'] })
      .when({ type: 'RelistMeeting', data: of })
      .refused('list-unchanged');
    given([three, held('a', 'b')], { staff: ['a'] })
      .when({ type: 'RelistMeeting', data: of })
      .refused('meeting-wrong-step');
  });

  test('[CASE-06] items join the agenda behind the case, before the meeting is held', () => {
    const add = { type: 'AddToAgenda', data: { ...of, title: text('bins') } } as const;
    given([three])
      .when(add)
      .then({ type: 'AgendaItemAdded', data: { item: 2, title: text('bins') } });
    given([three, held('a', 'b')])
      .when(add)
      .refused('meeting-wrong-step');
    const full = Array.from({ length: 49 }, (_, i): MeetingEvent => {
      return { type: 'AgendaItemAdded', data: { item: i + 2, title: text('x') } };
    });
    given([three, ...full])
      .when(add)
      .refused('agenda-full');
  });
});

suite('holding', () => {
  test('[DEL-03] a meeting is held with its quorum of those listed', () => {
    given([three])
      .when(hold(['a', 'b']))
      .then(held('a', 'b'));
    const { params } = given([three])
      .when(hold(['a']))
      .refused('quorum-missed');
    assert.deepEqual(params, { eligible: 3, present: 1, needed: 2 });
  });

  test('[DEL-03] one person is there once, however often named', () => {
    given([three])
      .when(hold(['a', 'a']))
      .refused('quorum-missed');
  });

  test('[DEL-03] who is not listed is not there, and is named in the refusal', () => {
    const { ids } = given([three])
      .when(hold(['a', 'b', 'x'], ['y']))
      .refused('not-entitled');
    assert.deepEqual(ids, ['x', 'y']);
  });

  test('[DEL-03] the list counts, not who holds the posts by now', () => {
    given([three], { staff: ['z'] })
      .when(hold(['a', 'b']))
      .then(held('a', 'b'));
  });

  test('[DEL-03] nobody entitled, nothing held; nothing is held twice', () => {
    given([called('near')])
      .when(hold([]))
      .refused('nobody-entitled');
    given([three, held('a', 'b')])
      .when(hold(['a', 'b']))
      .refused('meeting-wrong-step');
  });

  test('[DEL-03] held exactly when enough of those listed are there, for any list and any attendance', () => {
    const ids = fc.uniqueArray(fc.integer({ min: 0, max: 60 }).map(String), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(ids, ids, (eligible, present) => {
        const decision = meetingContext.decide(
          fold([called('near', ...eligible)]),
          hold(present),
          factsOf({}),
          settingOf(),
        );
        const known = present.every((id) => eligible.includes(id));
        const enough = present.length >= needed({ of: 2, in: 3, more: false }, eligible.length);
        assert.equal(!isRefusal(decision), known && enough);
      }),
    );
  });
});

suite('resolving', () => {
  const sitting = [three, held('a', 'b', 'c')];

  test('[CASE-06] a majority of those present settles, and the resolution goes back to the case', () => {
    given(sitting, waiting)
      .when(settle(2, 1))
      .then({
        type: 'MeetingResolved',
        data: {
          case: case_,
          tier: 'near',
          outcome: 'settled',
          resolution: text('agreed'),
          votes: votes(2, 1),
        },
      });
    const { params } = given(sitting, waiting)
      .when(settle(1, 0, 2))
      .refused('majority-missed');
    assert.deepEqual(params, { inFavour: 1, present: 3, needed: 2 });
  });

  test('[DEL-03] more votes than persons present are refused', () => {
    const { params } = given(sitting, waiting)
      .when(settle(2, 1, 1))
      .refused('votes-exceed-present');
    assert.deepEqual(params, { cast: 4, present: 3 });
  });

  test('[CASE-06] a case is referred to a handler that there is', () => {
    const [event] = given(sitting, waiting).when(refer('works')).happens();
    assert.ok(event?.type === 'MeetingResolved');
    assert.equal(event.data.handler, 'works');
    given(sitting, waiting).when(refer('nobody')).refused('handler-unknown');
  });

  test('[CASE-06] what a tier cannot settle it passes to the next, without a majority, and only where there is one', () => {
    const [event] = given(sitting, waiting).when(passUp).happens();
    assert.ok(event?.type === 'MeetingResolved');
    assert.equal(event.data.next, 'far');
    given([called('far', 'a'), held('a')], waiting)
      .when(passUp)
      .refused('next-tier-missing');
  });

  test('[CASE-06] only a held meeting resolves; one that no one is entitled to can still pass its case up', () => {
    given([three], waiting).when(settle(3)).refused('meeting-wrong-step');
    given([called('near')], waiting)
      .when(settle(0))
      .refused('nobody-entitled');
    const [event] = given([called('near')], waiting)
      .when(passUp)
      .happens();
    assert.ok(event?.type === 'MeetingResolved' && event.data.outcome === 'passed-up');
    given([...sitting, resolved], waiting)
      .when(settle(3))
      .refused('meeting-wrong-step');
  });

  test('[CASE-06] a meeting resolves nothing that its case could not follow', () => {
    given(sitting, { ...waiting, stage: 'closed' })
      .when(settle(3))
      .refused('case-not-waiting');
    const model = placeWith({ transitions: { SettleCase: ['escalated'] } });
    given(sitting, waiting, model).when(refer('works')).refused('outcome-not-granted');
    given(sitting, waiting, model).when(passUp).refused('outcome-not-granted');
    given(sitting, waiting, model).when(settle(3)).happens();
  });

  test('[CASE-06] a meeting that was never called answers nothing', () => {
    for (const command of [hold(['a']), settle(1), { type: 'RelistMeeting', data: of } as const]) {
      given([], waiting).when(command).refused('meeting-unknown');
    }
  });
});

suite('commands as they are asked', () => {
  const model = placeWith();
  const valid = (type: keyof typeof meetingContext.commands, data: unknown) =>
    meetingContext.commands[type].schema(model).safeParse(data).success;

  test('[CASE-06] a title of an agenda is 1 to 200 characters, a resolution 1 to 1,000', () => {
    assert.ok(valid('AddToAgenda', { ...of, title: 'bins' }));
    assert.ok(!valid('AddToAgenda', { ...of, title: '  ' }));
    assert.ok(!valid('AddToAgenda', { ...of, title: 'x'.repeat(201) }));
    const settled = { ...of, outcome: 'settled', votes: votes(1) };
    assert.ok(valid('ResolveMeeting', { ...settled, resolution: 'agreed' }));
    assert.ok(!valid('ResolveMeeting', { ...settled, resolution: '' }));
    assert.ok(!valid('ResolveMeeting', { ...settled, resolution: 'x'.repeat(1001) }));
  });

  test('[CASE-06] votes are whole numbers from 0; a referral names its handler; there are three outcomes', () => {
    const base = { ...of, resolution: 'agreed' };
    assert.ok(!valid('ResolveMeeting', { ...base, outcome: 'settled', votes: votes(-1) }));
    assert.ok(!valid('ResolveMeeting', { ...base, outcome: 'settled', votes: votes(0.5) }));
    assert.ok(!valid('ResolveMeeting', { ...base, outcome: 'settled' }));
    assert.ok(!valid('ResolveMeeting', { ...base, outcome: 'referred', votes: votes(1) }));
    assert.ok(!valid('ResolveMeeting', { ...base, outcome: 'lost', votes: votes(1) }));
  });

  test('[CASE-06] texts of a meeting lie in the contents store; the title of a case is there already', () => {
    assert.deepEqual(meetingContext.commands.AddToAgenda.seals, ['title']);
    assert.deepEqual(meetingContext.commands.ResolveMeeting.seals, ['resolution']);
    assert.ok(valid('CallMeeting', call('near').data));
    assert.ok(!valid('CallMeeting', { ...call('near').data, title: 'lamp' }));
  });
});

suite('what is offered', () => {
  const offer = (type: MeetingStep['type'], events: readonly MeetingEvent[]) => {
    const state = fold(events);
    assert.ok(state !== undefined);
    return meetingContext.commands[type].offer?.(state, factsOf({}), settingOf());
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

  test('[CASE-06] what is offered at a step is accepted at it', () => {
    const at = { called: [three], held: [three, held('a', 'b')] };
    given(at.called)
      .when(hold(['a', 'b', 'c']))
      .happens();
    given(at.held, waiting).when(settle(2)).happens();
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
    { type: 'AgendaItemAdded', data: { item: 2, title: text('bins') } },
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
      title: text('lamp'),
      eligible: 2,
      present: 2,
      items: 2,
      outcome: 'settled',
      votes: votes(2),
      handler: undefined,
      next: undefined,
      resolution: text('agreed'),
      calledAt: Date.parse('2026-01-05T01:00:00Z'),
      changedAt: Date.parse('2026-01-05T01:00:00Z') + 4,
    });
  });

  test('[CASE-06] the agenda is in order, by references', () => {
    const rows = [...rowsOf('agenda', story).values()];
    assert.deepEqual(rows, [
      { id: 'm1/1', meeting: 'm1', item: 1, title: contentRef.parse(text('lamp')) },
      { id: 'm1/2', meeting: 'm1', item: 2, title: contentRef.parse(text('bins')) },
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
    const state = fold([three]);
    assert.ok(state !== undefined);
    assert.deepEqual(meetingContext.about(state), { territory: '110101001001001', unit: '110101001001001' });
  });
});
