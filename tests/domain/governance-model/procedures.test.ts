import { parseModel, type ModelFault } from '@keting/domain';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { runs } from '../../support/runs.ts';
import { deliberating } from '../deliberation/deliberating.ts';

type Data = Record<string, unknown>;

/** The data of the place with one thing put elsewhere: keys and indexes lead there. */
function withAt(way: readonly (string | number)[], put: unknown): Data {
  const data = JSON.parse(JSON.stringify(deliberating)) as Data;
  const last = way[way.length - 1] ?? '';
  const holder = way.slice(0, -1).reduce<unknown>((at, key) => Reflect.get(Object(at), key), data);
  Reflect.set(Object(holder), last, put);
  return data;
}

const faultsWith = (way: readonly (string | number)[], put: unknown): readonly ModelFault[] => {
  const parsed = parseModel(withAt(way, put));
  return parsed.ok ? [] : parsed.faults;
};

const six = ['procedures', 'procedures', 0, 'steps'];
const four = ['procedures', 'procedures', 1, 'steps'];
const code = (way: readonly (string | number)[], put: unknown) =>
  faultsWith(way, put).map((one) => `${one.code} ${one.at} at ${one.path.join('.')}`);

test('[DEL-01] a place with procedures and bodies is read as it was written', () => {
  assert.deepEqual(parseModel(JSON.parse(JSON.stringify(deliberating))), { ok: true, model: deliberating });
});

suite('[DEL-01] procedures that do not hold together are refused with the path and the reason', () => {
  test('a body of kinds or posts that are not there', () => {
    assert.deepEqual(code([...six, 1, 'body', 0, 'kinds'], ['moon']), [
      'unknown-reference moon at procedures.procedures.0.steps.1.body.0.kinds.0',
    ]);
    assert.deepEqual(code([...six, 1, 'body', 0, 'posts'], ['director']), [
      'not-in-kind director at procedures.procedures.0.steps.1.body.0.posts.0',
    ]);
  });

  test('a share above one, of a vote or of a talk; a quorum of nobody', () => {
    const above = { of: 3, in: 2, more: false };
    assert.deepEqual(code([...four, 2, 'voting', 'majority'], above), [
      'share-above-one member-review at procedures.procedures.1.steps.2.voting.majority',
    ]);
    assert.deepEqual(code([...six, 1, 'quorum'], { of: 1, in: 1, more: true }), [
      'share-above-one propose at procedures.procedures.0.steps.1.quorum',
    ]);
    assert.deepEqual(code([...six, 5, 'quorum'], { of: 1, in: 2, more: false }), [
      'never-applies appraise at procedures.procedures.0.steps.5.quorum',
    ]);
  });

  test('a way back that leads on, nowhere, or to the raising', () => {
    const way = [...six, 3, 'otherwise'];
    assert.deepEqual(code(way, 'moon'), ['unknown-reference moon at procedures.procedures.0.steps.3.otherwise']);
    assert.deepEqual(code(way, 'execute'), ['never-applies execute at procedures.procedures.0.steps.3.otherwise']);
    assert.deepEqual(code(way, 'raise'), ['never-applies raise at procedures.procedures.0.steps.3.otherwise']);
    assert.deepEqual(code(way, 'decide'), []);
    assert.deepEqual(code([...four, 3, 'disclose', 'reopens'], 'execute'), [
      'never-applies execute at procedures.procedures.1.steps.3.disclose.reopens',
    ]);
  });

  test('a topic is raised once, at the beginning; steps have names of their own', () => {
    const raising = { ...deliberating.procedures?.procedures[0]?.steps[0], id: 'again' };
    assert.deepEqual(code([...six, 5], raising), ['never-applies again at procedures.procedures.0.steps.5.act']);
    assert.deepEqual(code([...six, 5, 'id'], 'execute'), [
      'duplicate-id execute at procedures.procedures.0.steps.5.id',
    ]);
  });

  test('a choice of a procedure that is not there', () => {
    assert.deepEqual(code(['procedures', 'choices', 0, 'procedure'], 'moon'), [
      'unknown-reference moon at procedures.choices.0.procedure',
    ]);
  });

  test('a source that the model does not name', () => {
    assert.deepEqual(code([...six, 0, 'source'], 'hearsay'), [
      'unknown-reference hearsay at procedures.procedures.0.steps.0.source',
    ]);
  });
});

suite('[DEL-03] bodies that do not hold together are refused with the path and the reason', () => {
  test('members and observers of kinds and posts that are there, shares up to one, items of one name', () => {
    assert.deepEqual(code(['assemblies', 0, 'members', 0, 'kinds'], ['moon']), [
      'unknown-reference moon at assemblies.0.members.0.kinds.0',
    ]);
    assert.deepEqual(code(['assemblies', 0, 'observers', 0, 'posts'], ['moon']), [
      'unknown-reference moon at assemblies.0.observers.0.posts.0',
    ]);
    assert.deepEqual(code(['assemblies', 1, 'voting', 'quorum'], { of: 2, in: 1, more: false }), [
      'share-above-one report-meeting at assemblies.1.voting.quorum',
    ]);
    assert.deepEqual(code(['assemblies', 1, 'order', 1, 'id'], 'report'), [
      'duplicate-id report at assemblies.1.order.1.id',
    ]);
    assert.deepEqual(code(['assemblies', 1, 'id'], 'joint-conference'), [
      'duplicate-id joint-conference at assemblies.1.id',
    ]);
  });
});

test('[DEL-03] a share is taken exactly when all of them can reach it', () => {
  const share = fc.record({
    of: fc.integer({ min: 1, max: 9 }),
    in: fc.integer({ min: 1, max: 9 }),
    more: fc.boolean(),
  });
  fc.assert(
    fc.property(share, (one) => {
      const reachable = one.more ? one.of < one.in : one.of <= one.in;
      assert.equal(faultsWith(['assemblies', 0, 'voting', 'majority'], one).length === 0, reachable);
    }),
    { numRuns: runs() },
  );
});
