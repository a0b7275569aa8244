import { parseModel, type ModelFault, type ModelFaultCode } from '@keting/domain';
import { sampleModel } from '@keting/domain/testing';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

type Way = readonly (string | number)[];

/** Indexes in place of the ids that a way through lists is written with. */
function pathOf(way: Way): Way {
  let at: unknown = sampleModel();
  return way.map((step) => {
    const found: string | number = Array.isArray(at)
      ? at.findIndex((item: unknown, i) => i === step || JSON.stringify(item).startsWith(`{"id":"${step}"`))
      : step;
    assert.notEqual(found, -1, `the sample has no ${step}`);
    at = typeof at === 'object' && at !== null ? Reflect.get(at, found) : undefined;
    return found;
  });
}

const changed = (value: unknown, path: Way, put: unknown): unknown => {
  const [step, ...rest] = path;
  if (step === undefined) return put;
  const part: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined;
  if (Array.isArray(value)) return value.map((item: unknown, i) => (i === step ? changed(item, rest, put) : item));
  return { ...Object(value), [step]: changed(part, rest, put) };
};

/** What is wrong with the sample model once it says something else at one place. */
function faultsWith(way: Way, put: unknown): readonly ModelFault[] {
  const parsed = parseModel(changed(sampleModel(), pathOf(way), put));
  return parsed.ok ? [] : parsed.faults;
}

const fault = (code: ModelFaultCode, at: string, way: Way): ModelFault => ({ path: pathOf(way), code, at });

const label = { 'zh-Hans': '名', 'zh-Hant': '名', en: 'name' };
const { kinds, posts, cases, grids, meetings, permissions } = sampleModel();

test('the sample is a model, and is read as it was written', () => {
  assert.deepEqual(parseModel(JSON.parse(JSON.stringify(sampleModel()))), { ok: true, model: sampleModel() });
});

describe('[ORG-01] kinds of units that do not fit together are refused with the path and the reason', () => {
  test('two kinds of one id', () => {
    const twice = [...kinds, kinds[0]];
    assert.deepEqual(faultsWith(['kinds'], twice), [
      { path: ['kinds', kinds.length, 'id'], code: 'duplicate-id', at: 'district-committee' },
    ]);
  });

  test('a kind under a kind that is not there', () => {
    const way = ['kinds', 'joint-committee', 'parents'];
    assert.deepEqual(faultsWith(way, ['nowhere']), [
      { path: [...pathOf(way), 0], code: 'unknown-reference', at: 'nowhere' },
    ]);
  });

  test('a kind at a tier, or paired with a kind, that is not there', () => {
    for (const field of ['tier', 'pairsWith']) {
      const way = ['kinds', 'street-committee', field];
      assert.deepEqual(faultsWith(way, 'nowhere'), [fault('unknown-reference', 'nowhere', way)]);
    }
  });

  test('a circle of kinds, each under the next: every kind in it is named', () => {
    const faults = faultsWith(['kinds', 'street-committee', 'parents'], ['district-committee', 'community-branch']);
    const inCircle = ['street-committee', 'joint-committee', 'community-branch'];
    assert.deepEqual(
      faults,
      inCircle.map((id) => fault('cycle', id, ['kinds', id])),
    );
  });

  test('a kind may stand under itself, as a group under a group', () => {
    assert.ok(kinds.some(({ id, parents }) => parents.includes(id)));
  });

  test('kinds of which none may stand at the top', () => {
    const faults = faultsWith(['kinds', 'district-committee', 'parents'], ['district-committee']);
    assert.deepEqual(faults, [{ path: ['kinds'], code: 'no-root', at: 'sample' }]);
  });

  test('a source that the model does not name', () => {
    const way = ['kinds', 'firm', 'source'];
    assert.deepEqual(faultsWith(way, 'hearsay'), [fault('unknown-reference', 'hearsay', way)]);
  });
});

describe('[ORG-02] posts that refer to nothing are refused', () => {
  const rules: readonly (readonly [rule: string, way: Way, put: unknown, path: Way])[] = [
    ['in a kind of unit', ['posts', 'secretary', 'kinds'], ['nowhere'], [0]],
    ['with one seat for each unit of a kind', ['posts', 'deputy', 'seats'], { oneForEach: 'nowhere' }, []],
    ['held by who holds a post in a kind of unit', ['posts', 'deputy', 'heldBy', 'kind'], 'nowhere', []],
    ['held by who holds a post', ['posts', 'deputy', 'heldBy', 'posts'], ['nowhere'], [0]],
  ];
  for (const [rule, way, put, rest] of rules) {
    test(rule, () => {
      const path = [...pathOf(way), ...rest];
      assert.deepEqual(faultsWith(way, put), [{ path, code: 'unknown-reference', at: 'nowhere' }]);
    });
  }

  test('two posts of one id', () => {
    const path = ['posts', posts.length, 'id'];
    assert.deepEqual(faultsWith(['posts'], [...posts, posts[0]]), [{ path, code: 'duplicate-id', at: 'secretary' }]);
  });
});

describe('[GRID-03] staffing rules that refer to nothing are refused', () => {
  test('a rule for a post that no grid has', () => {
    const way = ['grids', 'staffing', 0, 'post'];
    assert.deepEqual(faultsWith(way, 'nobody'), [fault('unknown-reference', 'nobody', way)]);
  });

  test('a rule for a kind of grid that the place does not have', () => {
    const way = ['grids', 'kinds'];
    const others = grids.kinds.filter(({ id }) => id !== 'micro');
    const faults = faultsWith(way, others).filter(({ code }) => code === 'unknown-reference');
    assert.deepEqual(faults.slice(0, 2), [
      { path: ['grids', 'staffing', 0, 'grid'], code: 'unknown-reference', at: 'micro' },
      { path: ['grids', 'staffing', 1, 'grid'], code: 'unknown-reference', at: 'micro' },
    ]);
  });
});

describe('[CASE-02] classes of cases that do not hold together are refused', () => {
  test('a class under a class, or of a grade, that is not there', () => {
    for (const field of ['parent', 'grade']) {
      const way = ['cases', 'classes', 'pothole', field];
      assert.deepEqual(faultsWith(way, 'nowhere'), [fault('unknown-reference', 'nowhere', way)]);
    }
  });

  test('a circle of classes, and a class under itself', () => {
    assert.deepEqual(faultsWith(['cases', 'classes', 'roads', 'parent'], 'pothole'), [
      fault('cycle', 'roads', ['cases', 'classes', 'roads']),
      fault('cycle', 'pothole', ['cases', 'classes', 'pothole']),
    ]);
    assert.deepEqual(faultsWith(['cases', 'classes', 'fire', 'parent'], 'fire'), [
      fault('cycle', 'fire', ['cases', 'classes', 'fire']),
    ]);
  });

  test('a field that no answer fits', () => {
    const field = { id: 'depth', label, type: 'number', required: true, min: 10, max: 9 };
    const way = ['cases', 'classes', 'pothole', 'fields'];
    assert.deepEqual(faultsWith(way, [field]), [{ path: [...pathOf(way), 0], code: 'empty-range', at: 'depth' }]);
    const text = { id: 'note', label, type: 'text', required: true, minLength: 10, maxLength: 9 };
    assert.deepEqual(faultsWith(way, [text]), [{ path: [...pathOf(way), 0], code: 'empty-range', at: 'note' }]);
  });

  test('two fields of one id', () => {
    const field = { id: 'seen', label, type: 'date', required: false };
    const way = ['cases', 'classes', 'pothole', 'fields'];
    const path = [...pathOf(way), 1, 'id'];
    assert.deepEqual(faultsWith(way, [field, field]), [{ path, code: 'duplicate-id', at: 'seen' }]);
  });

  test('a report that must be longer than it may be', () => {
    const path = ['cases', 'report', 'text'];
    assert.deepEqual(faultsWith(path, { min: 20, max: 10 }), [{ path, code: 'empty-range', at: '20' }]);
  });
});

describe('[CASE-04] a way of a case that cannot be is refused', () => {
  test('a command from a stage in which it makes no sense', () => {
    const way = ['cases', 'transitions', 'ReplyCase'];
    assert.deepEqual(faultsWith(way, ['closed', 'collected']), [
      { path: [...way, 1], code: 'transition-impossible', at: 'collected' },
    ]);
  });

  test('a command from a stage that the model has no label for', () => {
    const faults = faultsWith(
      ['cases', 'stages'],
      cases.stages.filter(({ id }) => id !== 'suspended'),
    );
    assert.ok(faults.length > 0);
    assert.ok(faults.every(({ code, at }) => code === 'stage-unlabelled' && at === 'suspended'));
    assert.ok(faults.some(({ path }) => path.join() === 'cases,transitions,ResumeCase,0'));
  });

  test('a stage of a phase that is not there', () => {
    const way = ['cases', 'stages', 'closed', 'phase'];
    assert.deepEqual(faultsWith(way, 'nowhere'), [fault('unknown-reference', 'nowhere', way)]);
  });

  test('a command that no case knows', () => {
    const [first] = faultsWith(['cases', 'transitions'], { ForgetCase: ['collected'] });
    assert.equal(first?.code, 'shape');
    assert.deepEqual(first.path.slice(0, 2), ['cases', 'transitions']);
  });
});

test('[CASE-03] a dispatch rule to a kind, or for a class, that is not there is refused', () => {
  const to = ['cases', 'dispatch', 'roads-to-office', 'to'];
  assert.deepEqual(faultsWith(to, 'nowhere'), [fault('unknown-reference', 'nowhere', to)]);
  const classes = ['cases', 'dispatch', 'roads-to-office', 'classes'];
  assert.deepEqual(faultsWith(classes, ['roads', 'nowhere']), [
    { path: [...pathOf(classes), 1], code: 'unknown-reference', at: 'nowhere' },
  ]);
});

describe('[CASE-06] meetings that do not hold together are refused', () => {
  test('a circle of meetings, each passing on to the next', () => {
    const faults = faultsWith(['meetings', 'street-meeting', 'next'], 'grid-meeting');
    assert.deepEqual(
      faults,
      meetings.map(({ id }) => fault('cycle', id, ['meetings', id])),
    );
  });

  test('a meeting that passes on to none that is there', () => {
    const way = ['meetings', 'council', 'next'];
    assert.deepEqual(faultsWith(way, 'nowhere'), [fault('unknown-reference', 'nowhere', way)]);
  });

  test('a body, or observers, of posts or units that are not there', () => {
    for (const who of ['body', 'observers']) {
      const way = ['meetings', 'council', who];
      assert.deepEqual(faultsWith(way, { kind: 'nowhere', posts: ['nobody'] }), [
        { path: [...pathOf(way), 'kind'], code: 'unknown-reference', at: 'nowhere' },
        { path: [...pathOf(way), 'posts', 0], code: 'unknown-reference', at: 'nobody' },
      ]);
    }
  });

  test('a quorum or a majority of more than all', () => {
    for (const what of ['quorum', 'majority']) {
      const way = ['meetings', 'council', what];
      assert.deepEqual(faultsWith(way, { of: 4, in: 3, more: false }), [fault('share-above-one', 'council', way)]);
    }
  });
});

test('[ALL-01] a permission for a post that is not there is refused', () => {
  const path = ['permissions', permissions.length, 'by', 1];
  const stray = { do: ['see:cases'], by: ['signed-in', { post: 'nobody' }], where: 'own' };
  assert.deepEqual(faultsWith(['permissions'], [...permissions, stray]), [
    { path, code: 'unknown-reference', at: 'nobody' },
  ]);
});

describe('a model of a wrong shape is refused', () => {
  test('with the path of what is wrong', () => {
    for (const [way, put] of [
      [['name', 'zh-Hant'], ''],
      [['territory'], '路桥'],
      [['cases', 'warnAt'], 1],
      [['kinds', 'firm', 'id'], 'Firm 1'],
      [['workingTime', 'periods'], []],
    ] as const) {
      const [first] = faultsWith(way, put);
      assert.equal(first?.code, 'shape', way.join('.'));
      assert.deepEqual(first.path, pathOf(way));
    }
  });

  test('also where a name is misspelt, as what is not known is not silently dropped', () => {
    assert.equal(faultsWith(['cases', 'warnAtt'], 0.5)[0]?.code, 'shape');
  });

  test('and nothing at all makes it throw', () => {
    fc.assert(fc.property(fc.anything(), (value) => assert.equal(parseModel(value).ok, false)));
  });
});

test('all faults are told at once', () => {
  const twice = changed(sampleModel(), pathOf(['kinds', 'firm', 'tier']), 'nowhere');
  const parsed = parseModel(changed(twice, pathOf(['meetings', 'council', 'next']), 'nobody'));
  assert.ok(!parsed.ok);
  assert.deepEqual(
    parsed.faults.map(({ at }) => at),
    ['nowhere', 'nobody'],
  );
});
