import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Message, TopicEvent, TopicState } from '@keting/domain';
import fc from 'fast-check';
import { runs } from '../../support/runs.ts';
import { day, deliberating, members, monday } from './deliberating.ts';
import { ballotOn, by, object, of, pass, raise, resolution, result, scene, take } from './topic-asks.ts';

/** The step that waits, recounted from the events alone; fails where one was taken out of turn. */
function recount(events: readonly TopicEvent[]): void {
  const [first] = events;
  assert.ok(first?.type === 'TopicRaised');
  const rule = deliberating.procedures?.procedures.find(({ id }) => id === first.data.procedure);
  assert.ok(rule);
  const order = rule.steps.map(({ id }) => id);
  const shows = (id: string) => rule.steps.some((step) => step.id === id && 'disclose' in step && step.disclose);
  let done = first.data.raised === undefined ? 0 : 1;
  let pending: string | undefined;
  for (const { type, data } of events) {
    if (type === 'StepTaken' || type === 'StepCarried') {
      assert.equal(pending, undefined, 'nothing is taken while something is to be published');
      assert.equal(order[done], data.step, 'every step before it is done');
      if (shows(data.step)) pending = data.step;
      else done += 1;
    }
    if (type === 'DisclosureEnded') {
      assert.equal(pending, data.step);
      pending = undefined;
      done += 1;
    }
    const back = type === 'StepLost' ? data.back : type === 'StepReopened' ? data.opens : undefined;
    if (back !== undefined) {
      assert.ok(order.indexOf(back) <= done);
      done = order.indexOf(back);
      pending = undefined;
    }
  }
}

type Asked = { readonly kind: string; readonly step?: string };

/** Who takes part in the steps of talk, so that their quorum is there. */
const there: Readonly<Record<string, readonly string[]>> = {
  propose: members,
  deliberate: ['r1', 'r2', 'r3', 'r4', 'r5'],
};

/** What is tried of a topic: one thing, or all that could lead on. */
function tried({ kind, step: named }: Asked, state: TopicState) {
  const step = named ?? state.step;
  const until = state.stage === 'disclosed' ? state.until : 0;
  const end = { type: 'EndDisclosure', data: { ...of, step: state.step, until } } as const;
  switch (kind) {
    case 'take':
      return [take(step, there[step])];
    case 'pass':
    case 'lose':
      return [pass(step)];
    case 'publish':
      return [resolution, result];
    case 'object':
      return [object];
    case 'wait':
      return [end];
    default:
      return [take(step, there[step]), pass(step), resolution, result, end];
  }
}

/** All that happens to a topic that is asked these things, nine days apart. */
function walked(major: boolean, asks: readonly Asked[]): readonly TopicEvent[] {
  const events: TopicEvent[] = [...scene([]).when(raise(major ? { matter: 'large-money' } : {})).events];
  asks.forEach((asked, i) => {
    const state = scene(events).state('topic/t1');
    assert.ok(state);
    const step = asked.step ?? state.step;
    const who = asked.kind === 'object' ? `x${i}` : step === 'deliberate' ? 'r1' : 's1';
    const now = scene(events, ballotOn(step, state.round, { carried: asked.kind !== 'lose' }))
      .at(monday + i * 9 * day)
      .by(by(who));
    const outcome = tried(asked, state)
      .map((command: Message<Parameters<typeof now.when>[0]['type']>) => now.when(command))
      .find(({ refusal }) => refusal === undefined);
    events.push(...(outcome?.events ?? []));
  });
  return events;
}

test('[DEL-01] no walk comes to a step before all that stand before it are done, whatever is asked', () => {
  const steps = ['propose', 'deliberate', 'decide', 'execute', 'appraise'];
  const deliberations = ['branch-proposal', 'committees-consult', 'member-review', 'assembly-resolution'];
  const ask = fc.oneof(
    fc.record({ kind: fc.constantFrom('take', 'pass', 'lose'), step: fc.constantFrom(...steps, ...deliberations) }),
    { arbitrary: fc.constant<Asked>({ kind: 'next' }), weight: 14 },
    fc.record({ kind: fc.constantFrom('publish', 'object', 'wait', 'lose') }),
  );
  const completed = { six: 0, four: 0 };
  const law = fc.property(fc.boolean(), fc.array(ask, { maxLength: 25 }), (major, asks) => {
    const events = walked(major, asks);
    recount(events);
    if (scene(events).state('topic/t1')?.stage === 'completed') completed[major ? 'four' : 'six'] += 1;
  });
  fc.assert(law, { numRuns: runs() });
  assert.ok(
    completed.six > 0 && completed.four > 0,
    `walks of both kinds come to their end: ${JSON.stringify(completed)}`,
  );
});
