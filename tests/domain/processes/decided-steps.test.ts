import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decidedSteps, type Message } from '@keting/domain';
import { KnownFacts, recorded, sampleModel } from '@keting/domain/testing';

const counts = { inFavour: 3, against: 1, abstained: 0 };

/** What the process asks for when a ballot is closed. */
function after(data: Readonly<Record<string, unknown>>): readonly Message[] {
  const closed = { counts, eligible: 5, attending: 4, quorate: true, carried: true, ...data };
  const event = recorded<Message>({ type: 'BallotClosed', data: closed }, { stream: 'ballot/b1', version: 3, at: 0 });
  return decidedSteps.react(event, new KnownFacts().read, sampleModel());
}

const step = { topic: 't1', step: 'resolve' };
const onTopic = { ...step, round: 1 };

test('[DEL-01] when a ballot on a step of a topic is closed with its quorum, the step is asked for by that ballot', () => {
  const passes = [{ type: 'PassStep', data: { ...step, ballot: 'b1' } }];
  assert.deepEqual(after({ subject: onTopic }), passes);
  assert.deepEqual(
    after({ subject: onTopic, carried: false }),
    passes,
    'whether it is taken or lost, the topic decides',
  );
});

test('[DEL-01] a ballot without its quorum, or on something else than a topic, moves no topic', () => {
  assert.deepEqual(after({ subject: onTopic, quorate: false }), []);
  assert.deepEqual(after({ subject: { sitting: 's1', item: 1 } }), []);
});

test('[DEL-01] only the closing of a ballot is followed', () => {
  assert.deepEqual(decidedSteps.on, ['BallotClosed']);
  assert.equal(decidedSteps.name, 'decided-steps');
});
