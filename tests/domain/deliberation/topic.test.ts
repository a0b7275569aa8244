import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { modelKey, sittingId, topicContext, topicId, type TopicEvent } from '@keting/domain';
import { sealed } from '@keting/domain/testing';
import { day, deliberating, members, type Known } from './deliberating.ts';
import {
  ballotOn,
  by,
  carried,
  four,
  here,
  object,
  of,
  pass,
  raise,
  resolution,
  result,
  scene,
  six,
  take,
  taken,
  there,
} from './topic-asks.ts';

suite('six steps', () => {
  test('[DEL-01] a topic walks all six: raise, propose, deliberate, decide, execute, appraise', () => {
    const events: TopicEvent[] = [];
    const ask = (who: string, command: Parameters<ReturnType<typeof scene>['when']>[0], known?: Known) => {
      const { events: happened } = scene(events, known).by(by(who)).when(command);
      assert.equal(happened.length, 1, `${command.type} ${JSON.stringify(command.data)}`);
      events.push(...happened);
    };
    ask('anybody', raise());
    ask('s1', take('propose', members.slice(0, 17)));
    ask('r1', take('deliberate', ['r1', 'r2', 'r3', 'r4', 'r5']));
    ask('clerk', pass('decide'), ballotOn('decide', 3));
    ask('d1', take('execute'));
    ask('anybody', take('appraise'));
    assert.deepEqual(
      events.map(({ type }) => type),
      ['TopicRaised', 'StepTaken', 'StepTaken', 'StepCarried', 'StepTaken', 'StepTaken'],
    );
    const state = scene(events).state('topic/t1');
    assert.equal(state?.stage, 'completed');
  });

  test('[DEL-01] skipping a step is refused, and says which one waits', () => {
    const order = ['raise', 'propose', 'deliberate', 'decide', 'execute', 'appraise'];
    for (const step of order.slice(2)) {
      scene([six])
        .when(take(step))
        .refuses('step-skipped', { ids: ['t1'], params: { step, current: 'propose', order } });
      scene([six], ballotOn(step, 1)).when(pass(step)).refuses('step-skipped');
    }
    const proposed = taken('propose', { opens: 'deliberate' });
    scene([six, proposed]).by(by('s1')).when(take('propose', members)).refuses('step-skipped');
  });

  test('[DEL-01] each step is taken by those whom the procedure names, with its quorum', () => {
    scene([six])
      .by(by('r1'))
      .when(take('propose', members))
      .refuses('step-not-yours', { ids: ['t1'], params: { step: 'propose' } });
    scene([six])
      .by(by('s1'))
      .when(take('propose', ['r1', 's1']))
      .refuses('not-entitled', { ids: ['r1'], params: { count: 1 } });
    scene([six])
      .by(by('s1'))
      .when(take('propose'))
      .refuses('quorum-missed', { params: { present: 0 } });
    scene([six])
      .by(by('s1'))
      .when(take('propose', [...members.slice(0, 16), 's1']))
      .refuses('quorum-missed', { ids: ['t1'], params: { eligible: 32, present: 16, needed: 17 } });
    scene([six])
      .by(by('d1'))
      .when(take('propose', [...members.slice(0, 16), 'd1']))
      .then({
        type: 'StepTaken',
        data: { step: 'propose', units: ['branch', 'committee'], eligible: 32, onward: { opens: 'deliberate' } },
      });
  });

  test('[DEL-01] where the procedure asks for no quorum, whoever of the body is there takes the step', () => {
    const { procedures: rules } = deliberating;
    assert.ok(rules);
    const procedures = rules.procedures.map((one) => ({
      ...one,
      steps: one.steps.map((step) => (step.act === 'talk' ? { ...step, quorum: undefined } : step)),
    }));
    scene([six])
      .under({ ...deliberating, procedures: { ...rules, procedures } })
      .by(by('s1'))
      .when(take('propose', ['s1']))
      .then({ type: 'StepTaken', data: { eligible: 32, present: ['s1'] } });
  });

  test('[DEL-01] a step that the procedure gives to no body is taken by anyone, and counts nobody', () => {
    const decided = [
      six,
      taken('propose', { opens: 'deliberate' }),
      taken('deliberate', { opens: 'decide' }),
      carried('decide', { opens: 'execute' }),
    ];
    const { events } = scene(decided).when(take('execute', ['x']));
    const data = { step: 'execute', record: sealed('so it was'), units: [], onward: { opens: 'appraise' } };
    assert.deepEqual(events, [{ type: 'StepTaken', data }]);
  });

  test('[DEL-01] what is decided is decided by ballot, and only what is decided', () => {
    const talked = [six, taken('propose', { opens: 'deliberate' }), taken('deliberate', { opens: 'decide' })];
    scene(talked)
      .when(take('decide'))
      .refuses('step-by-ballot', { ids: ['t1'], params: { step: 'decide' } });
    scene([six], ballotOn('propose', 1))
      .when(pass('propose'))
      .refuses('step-without-ballot', { ids: ['t1'], params: { step: 'propose' } });
    scene(talked, ballotOn('decide', 3))
      .when(pass('decide'))
      .then({ type: 'StepCarried', data: { step: 'decide', ballot: 'b1', onward: { opens: 'execute' } } });
  });

  test('[DEL-01] a lost vote leads back to the step that the model names, and a ballot counts once', () => {
    const talked = [six, taken('propose', { opens: 'deliberate' }), taken('deliberate', { opens: 'decide' })];
    const lost = scene(talked, ballotOn('decide', 3, { carried: false })).when(pass('decide'));
    lost.then({ type: 'StepLost', data: { step: 'decide', ballot: 'b1', back: 'deliberate' } });
    const again = [...talked, ...lost.events, taken('deliberate', { opens: 'decide' })];
    scene(again, ballotOn('decide', 3)).when(pass('decide')).refuses('ballot-not-counting');
    scene(again, ballotOn('decide', 5)).when(pass('decide')).then({ type: 'StepCarried' });
  });

  test('[DEL-01] a ballot counts where it was held: on this topic, this step, closed and with its quorum', () => {
    const talked = [six, taken('propose', { opens: 'deliberate' }), taken('deliberate', { opens: 'decide' })];
    const elsewhere = { subject: { topic: topicId.parse('t2'), step: modelKey.parse('decide'), round: 3 } };
    const otherStep = { subject: { topic: topicId.parse('t1'), step: modelKey.parse('propose'), round: 3 } };
    const atSitting = { subject: { sitting: sittingId.parse('s1'), item: 1 } };
    for (const wrong of [elsewhere, otherStep, atSitting, { closed: false }, { quorate: false }]) {
      scene(talked, ballotOn('decide', 3, wrong))
        .when(pass('decide'))
        .refuses('ballot-not-counting', { ids: ['t1', 'b1'] });
    }
    scene(talked).when(pass('decide')).refuses('ballot-not-counting');
  });
});

suite('which procedure', () => {
  const procedureFor = (rest: object) => {
    const [event] = scene([]).when(raise(rest)).events;
    assert.ok(event?.type === 'TopicRaised');
    return [event.data.procedure, event.data.rule, event.data.step];
  };

  test('[DEL-02] what is major, or over several grids, takes four deliberations; the rest takes six steps', () => {
    assert.deepEqual(procedureFor({}), ['six-steps', 'rest', 'propose']);
    assert.deepEqual(procedureFor({ matter: 'large-money' }), ['four-two', 'major', 'branch-proposal']);
    assert.deepEqual(procedureFor({ grids: [here, there] }), ['four-two', 'several', 'branch-proposal']);
    assert.deepEqual(
      procedureFor({ grids: [here, here] }),
      ['six-steps', 'rest', 'propose'],
      'one grid named twice is one',
    );
  });

  test('[DEL-01] a topic is raised once, about a matter and a place that there are, where the place has procedures', () => {
    scene([six])
      .when(raise())
      .refuses('topic-exists', { ids: ['t1'] });
    scene([])
      .when(raise({ matter: 'moon' }))
      .refuses('matter-unknown', { params: { matter: 'moon' } });
    scene([])
      .when(raise({ grids: [here, '99'] }))
      .refuses('grid-unknown', { ids: ['99'] });
    scene([])
      .when(raise({ title: ' ' }))
      .invalid({ path: 'title', code: 'too-short' });
    const { procedures: _without, ...without } = deliberating;
    scene([])
      .under(without)
      .when(raise())
      .refuses('procedure-missing', { ids: ['t1'] });
    scene([])
      .when(take('propose'))
      .refuses('topic-unknown', { ids: ['t1'] });
  });

  test('[DEL-01] raising a topic is its first step where the procedure says so; its grids are named in order, each once', () => {
    const [first] = scene([]).when(raise({ grids: [here, here] })).events;
    assert.ok(first?.type === 'TopicRaised');
    assert.deepEqual([first.data.raised, first.data.grids, first.data.matter], ['raise', [here], 'everyday']);
    const [other] = scene([]).when(raise({ grids: [there, here, there] })).events;
    assert.ok(other?.type === 'TopicRaised' && !('raised' in other.data));
    assert.deepEqual(other.data.grids, [here, there]);
  });

  test('[DEL-01] where the model has no choice, no procedure or no step for it, a topic does not move', () => {
    const { procedures: rules } = deliberating;
    assert.ok(rules);
    const changed = (part: Partial<typeof rules>) => ({ ...deliberating, procedures: { ...rules, ...part } });
    const majorOnly = rules.choices.filter(({ major }) => major);
    for (const part of [{ choices: majorOnly }, { procedures: [] }]) {
      scene([])
        .under(changed(part))
        .when(raise())
        .refuses('procedure-missing', { ids: ['t1'] });
    }
    const shorter = rules.procedures.map((one) => ({ ...one, steps: one.steps.filter(({ id }) => id !== 'propose') }));
    for (const procedures of [[], shorter]) {
      scene([six])
        .under(changed({ procedures }))
        .when(take('propose'))
        .refuses('procedure-missing', { ids: ['t1'] });
    }
  });
});

suite('disclosures', () => {
  const resolved = [
    four,
    carried('branch-proposal', { opens: 'committees-consult' }),
    carried('committees-consult', { opens: 'member-review' }),
    carried('member-review', { opens: 'assembly-resolution' }),
    carried('assembly-resolution', { publishes: 'resolution' }),
  ];
  const until = Date.parse('2026-03-07T16:00:00Z');
  const published: TopicEvent = {
    type: 'DisclosureBegun',
    data: { step: 'assembly-resolution', what: 'resolution', until, text: sealed('we resolved') },
  };
  const end = (rest: object = {}) =>
    ({ type: 'EndDisclosure', data: { ...of, step: 'assembly-resolution', until, ...rest } }) as const;

  test('[DEL-02] a resolution waits to be published, and nothing goes on before that', () => {
    scene(resolved)
      .when(take('execute'))
      .refuses('topic-not-open', { ids: ['t1'], params: { stage: 'unpublished' } });
    scene(resolved)
      .when(result)
      .refuses('publish-other', { ids: ['t1'], params: { what: 'resolution' } });
    scene(resolved)
      .when(object)
      .refuses('nothing-published', { ids: ['t1'] });
    scene(resolved.slice(0, 4))
      .when(resolution)
      .refuses('nothing-to-publish', { ids: ['t1'] });
  });

  test('[DEL-02] it is published for five whole days; then, and not before, the next step opens', () => {
    scene(resolved).when(resolution).then(published);
    assert.equal(new Date(until + 480 * 60_000).toISOString(), '2026-03-08T00:00:00.000Z');
    const shown = [...resolved, published];
    scene(shown).when(take('execute')).refuses('topic-not-open');
    scene(shown)
      .at(until - 1)
      .when(end())
      .refuses('disclosure-not-over', { ids: ['t1'], params: { due: until } });
    scene(shown)
      .at(until)
      .when(end())
      .then({ type: 'DisclosureEnded', data: { step: 'assembly-resolution', onward: { opens: 'execute' } } });
    for (const other of [{ until: until + 1 }, { until: until - 1 }, { step: 'execute' }]) {
      scene(shown)
        .at(until)
        .when(end(other))
        .refuses('disclosure-moved', { ids: ['t1'] });
    }
    scene(resolved).at(until).when(end()).refuses('disclosure-moved');
  });

  test('[DEL-02] the end of a disclosure comes by itself', () => {
    const due = (past: readonly TopicEvent[]) => {
      const state = scene(past).state('topic/t1');
      assert.ok(state);
      return topicContext.due?.(state);
    };
    assert.deepEqual(due([...resolved, published]), { at: until, command: end() });
    assert.equal(due(resolved), undefined);
  });

  test('[DEL-02] as many objections as the model names open the step again; each person counts once', () => {
    const shown = [...resolved, published];
    const one = scene(shown).by(by('x')).when(object);
    one.then({
      type: 'TopicObjected',
      data: { step: 'assembly-resolution', person: 'x', objections: 1, reason: sealed('no'), territory: here },
    });
    scene(shown)
      .by({ kind: 'anonymous' })
      .when(object)
      .refuses('nothing-published', { ids: ['t1'] });
    const objected = [...shown, ...one.events];
    scene(objected)
      .by(by('x'))
      .when(object)
      .refuses('objected-already', { ids: ['t1'] });
    scene(objected).at(until).by(by('y')).when(object).refuses('nothing-published');
    const two = scene(objected).by(by('y')).when(object);
    two.then(
      { type: 'TopicObjected', data: { objections: 2 } },
      { type: 'StepReopened', data: { step: 'assembly-resolution', opens: 'assembly-resolution' } },
    );
    const reopened = [...objected, ...two.events];
    scene(reopened).at(until).when(end()).refuses('disclosure-moved');
    scene(reopened, ballotOn('assembly-resolution', 4))
      .when(pass('assembly-resolution'))
      .refuses('ballot-not-counting');
    scene(reopened, ballotOn('assembly-resolution', 5))
      .when(pass('assembly-resolution'))
      .then({ type: 'StepCarried', data: { onward: { publishes: 'resolution' } } });
  });

  test('[DEL-02] what was carried out is published too, for its own days, and that ends it', () => {
    const done = [
      ...resolved,
      published,
      { type: 'DisclosureEnded', data: { step: 'assembly-resolution', onward: { opens: 'execute' } } },
      taken('execute', { publishes: 'result' }),
    ] satisfies TopicEvent[];
    const [event] = scene(done).when(result).events;
    assert.ok(event?.type === 'DisclosureBegun');
    assert.equal(event.data.until, until + 2 * day);
    scene([...done, event])
      .at(event.data.until)
      .when(end({ step: 'execute', until: event.data.until }))
      .then({ type: 'DisclosureEnded', data: { onward: { ends: 'completed' } } });
  });

  test('[DEL-02] where no way back is named, a lost vote rejects the topic, and it goes no further', () => {
    const lost = scene([four], ballotOn('branch-proposal', 1, { carried: false })).when(pass('branch-proposal'));
    const { state, events } = lost.then({ type: 'StepLost' });
    assert.ok(events.every(({ data }) => !('back' in data)));
    assert.equal(state.stage, 'rejected');
    scene([four, ...lost.events], ballotOn('branch-proposal', 1))
      .when(pass('branch-proposal'))
      .refuses('topic-not-open');
  });
});
