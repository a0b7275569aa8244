import { parseModel, type ModelFault, type ModelFaultCode } from '@keting/domain';
import { sampleModel } from '@keting/domain/testing';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { runs } from '../../support/runs.ts';

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
    assert.deepEqual(faults, [
      fault('cycle', 'district-committee', ['kinds', 'district-committee']),
      { path: ['kinds'], code: 'no-root', at: 'sample' },
    ]);
  });

  test('a kind that may stand under itself alone, so that there can never be a first', () => {
    const faults = faultsWith(['kinds', 'party-group', 'parents'], ['party-group']);
    assert.deepEqual(faults, [fault('cycle', 'party-group', ['kinds', 'party-group'])]);
  });
});

describe('[ORG-02] posts that refer to nothing are refused', () => {
  const rules: readonly (readonly [rule: string, way: Way, put: unknown, path: Way])[] = [
    ['in a kind of unit', ['posts', 'clerk', 'kinds'], ['nowhere'], [0]],
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

describe('[ORG-02] posts that can never be filled as they should are refused', () => {
  test('a post held by who holds a post that units of that kind do not have', () => {
    const way = ['posts', 'deputy', 'heldBy'];
    assert.deepEqual(faultsWith(way, { kind: 'village-branch', posts: ['secretary', 'clerk'] }), [
      { path: [...pathOf(way), 'posts', 1], code: 'not-in-kind', at: 'clerk' },
    ]);
  });

  test('posts that need one another in a circle, and a post that needs itself', () => {
    const heldBy = { kind: 'joint-committee', posts: ['deputy'] };
    const faults = faultsWith(
      ['posts'],
      posts.map((one) => {
        if (one.id === 'full-time-deputy') return { ...one, heldBy };
        return one.id === 'deputy' ? { ...one, heldBy: { ...heldBy, posts: ['full-time-deputy'] } } : one;
      }),
    );
    assert.deepEqual(faults, [
      fault('cycle', 'full-time-deputy', ['posts', 'full-time-deputy']),
      fault('cycle', 'deputy', ['posts', 'deputy']),
    ]);
    assert.deepEqual(faultsWith(['posts', 'deputy', 'heldBy'], heldBy), [
      fault('cycle', 'deputy', ['posts', 'deputy']),
    ]);
  });

  test('a post of a grid with the id of a post of a unit, as a permission could not tell them apart', () => {
    const way = ['grids', 'posts'];
    const twin = { id: 'clerk', label, grids: ['basic'], source: 'ours' };
    assert.deepEqual(faultsWith(way, [...grids.posts, twin]), [
      { path: [...way, grids.posts.length, 'id'], code: 'duplicate-id', at: 'clerk' },
    ]);
  });
});

describe('[GRID-03] staffing rules that refer to nothing are refused', () => {
  test('a rule for a post that this kind of grid does not have', () => {
    const way = ['grids', 'staffing', 0, 'grid'];
    assert.deepEqual(faultsWith(way, 'basic'), [
      fault('not-in-kind', 'party-member', ['grids', 'staffing', 0, 'post']),
    ]);
  });

  test('a rule for a post that no grid has', () => {
    const way = ['grids', 'staffing', 0, 'post'];
    assert.deepEqual(faultsWith(way, 'nobody'), [fault('unknown-reference', 'nobody', way)]);
  });

  test('a rule for a kind of grid that the place does not have', () => {
    const way = ['grids', 'kinds'];
    const others = grids.kinds.filter(({ id }) => id !== 'micro');
    assert.deepEqual(faultsWith(way, others), [
      { path: ['grids', 'posts', 1, 'grids', 0], code: 'unknown-reference', at: 'micro' },
      { path: ['grids', 'posts', 2, 'grids', 0], code: 'unknown-reference', at: 'micro' },
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
      fault('never-applies', 'pothole', ['cases', 'classes', 'pothole', 'fields']),
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

  test('a choice with two options of one id', () => {
    const options = ['yes', 'no', 'yes'].map((id) => ({ id, label }));
    const way = ['cases', 'classes', 'pothole', 'fields'];
    assert.deepEqual(faultsWith(way, [{ id: 'wet', label, type: 'choice', required: true, options }]), [
      { path: [...pathOf(way), 0, 'options', 2, 'id'], code: 'duplicate-id', at: 'yes' },
    ]);
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

  test('a command that leads to a stage that the model has no label for', () => {
    const transitions = { AcceptCase: ['collected'], DispatchCase: ['accepted'], HandleCase: ['dispatched'] };
    const stages = cases.stages.filter(({ id }) => ['collected', 'accepted', 'dispatched'].includes(id));
    const grades = cases.grades.map((grade) => ({ ...grade, allow: {} }));
    assert.deepEqual(faultsWith(['cases'], { ...cases, transitions, stages, grades }), [
      { path: ['cases', 'transitions', 'HandleCase'], code: 'stage-unlabelled', at: 'verifying' },
    ]);
    const unused = { ...transitions, HandleCase: [] };
    assert.deepEqual(faultsWith(['cases'], { ...cases, transitions: unused, stages, grades }), []);
  });

  test('a way that has no label for the stage in which every case begins', () => {
    const stages = cases.stages.filter(({ id }) => id === 'closed');
    const grades = cases.grades.map((grade) => ({ ...grade, allow: {} }));
    assert.deepEqual(faultsWith(['cases'], { ...cases, transitions: {}, stages, grades }), [
      { path: ['cases', 'stages'], code: 'stage-unlabelled', at: 'collected' },
    ]);
  });

  test('a deadline for a stage that the model has no label for', () => {
    const stages = cases.stages.filter(({ id }) => id === 'collected');
    const grades = cases.grades.map((grade) => ({ ...grade, allow: { verifying: { hours: 1 } } }));
    const [first] = faultsWith(['cases'], { ...cases, transitions: {}, stages, grades });
    assert.deepEqual(first, {
      path: ['cases', 'grades', 0, 'allow', 'verifying'],
      code: 'stage-unlabelled',
      at: 'verifying',
    });
  });

  test('a stage whose turn is that of a kind that is not there', () => {
    const way = ['cases', 'stages', 'closed', 'turn'];
    assert.deepEqual(faultsWith(way, { kinds: ['living-room', 'nowhere'] }), [
      { path: [...pathOf(way), 'kinds', 1], code: 'unknown-reference', at: 'nowhere' },
    ]);
  });

  test('a stage of a phase that is not there', () => {
    const way = ['cases', 'stages', 'closed', 'phase'];
    assert.deepEqual(faultsWith(way, 'nowhere'), [fault('unknown-reference', 'nowhere', way)]);
  });

  test('a command that no case knows', () => {
    const way = ['cases', 'transitions'];
    assert.deepEqual(faultsWith(way, { ForgetCase: ['collected'] }), [
      { path: [...way, 'ForgetCase'], code: 'unknown-field', at: 'ForgetCase' },
    ]);
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

test('[CASE-03] two dispatch rules of one id are refused', () => {
  const way = ['cases', 'dispatch'];
  assert.deepEqual(faultsWith(way, [...cases.dispatch, cases.dispatch[0]]), [
    { path: [...way, cases.dispatch.length, 'id'], code: 'duplicate-id', at: 'roads-to-office' },
  ]);
});

test('[CASE-03] a dispatch rule to a unit that no id can name is refused', () => {
  const way = ['cases', 'dispatch', 'roads-to-office', 'unit'];
  assert.deepEqual(faultsWith(way, 'no such id!'), [fault('wrong-form', 'no such id!', way)]);
  assert.deepEqual(faultsWith(way, 'office-1'), []);
});

describe('[CASE-06] meetings that do not hold together are refused', () => {
  const body: Way = ['meetings', 'council', 'body'];
  const observers: Way = ['meetings', 'council', 'observers'];

  test('a body, or observers, of a post that no unit of those kinds has', () => {
    const wrong = { kinds: ['joint-committee'], posts: ['deputy', 'officer'] };
    const told = { code: 'not-in-kind', at: 'officer' };
    assert.deepEqual(faultsWith(body, wrong), [{ path: [...pathOf(body), 'posts', 1], ...told }]);
    assert.deepEqual(faultsWith(observers, [{ where: 'within', ...wrong }]), [
      { path: [...pathOf(observers), 0, 'posts', 1], ...told },
    ]);
    const either = { kinds: ['joint-committee', 'department'], posts: ['deputy', 'officer'] };
    assert.deepEqual(faultsWith(body, either), [], 'a post of one of the kinds is enough');
  });

  test('two steps of one id', () => {
    const way = ['meetings', 'council', 'steps'];
    const steps = meetings[0]?.steps ?? [];
    assert.deepEqual(faultsWith(way, [...steps, steps[0]]), [
      { path: [...pathOf(way), steps.length, 'id'], code: 'duplicate-id', at: 'called' },
    ]);
  });

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
    const wrong = { kinds: ['nowhere'], posts: ['nobody'] };
    const told = (way: Way, ...at: (string | number)[]) => [
      { path: [...pathOf(way), ...at, 'kinds', 0], code: 'unknown-reference', at: 'nowhere' },
      { path: [...pathOf(way), ...at, 'posts', 0], code: 'unknown-reference', at: 'nobody' },
    ];
    assert.deepEqual(faultsWith(body, wrong), told(body));
    assert.deepEqual(faultsWith(observers, [{ where: 'over', ...wrong }]), told(observers, 0));
  });

  test('a quorum or a majority of more than all', () => {
    for (const what of ['quorum', 'majority']) {
      const way = ['meetings', 'council', what];
      assert.deepEqual(faultsWith(way, { of: 4, in: 3, more: false }), [fault('share-above-one', 'council', way)]);
    }
  });
});

describe('what can never apply is refused', () => {
  test('[ALL-01] a permission within a territory, a unit or its cases, for those who hold no post', () => {
    for (const where of ['territory', 'unit', 'handler']) {
      const given = [{ do: ['ReportCase'], by: ['anyone', { process: 'clock' }], where }];
      assert.deepEqual(faultsWith(['permissions'], given), [
        { path: ['permissions', 0, 'where'], code: 'never-applies', at: where },
      ]);
      assert.deepEqual(faultsWith(['permissions'], [{ ...given[0], by: ['anyone', { post: 'clerk' }] }]), []);
    }
  });

  test('[CASE-02] fields of a group of classes: a case is of a class', () => {
    const way = ['cases', 'classes', 'roads', 'fields'];
    const seen = { id: 'seen', label, type: 'date', required: false };
    assert.deepEqual(faultsWith(way, [seen]), [fault('never-applies', 'roads', way)]);
  });

  test('[ORG-02] one seat for each unit of a kind that cannot stand below, at any depth', () => {
    const way = ['posts', 'deputy', 'seats'];
    assert.deepEqual(faultsWith(way, { oneForEach: 'party-group' }), []);
    assert.deepEqual(faultsWith(way, { oneForEach: 'district-committee' }), [
      fault('never-applies', 'district-committee', way),
    ]);
  });

  test('keys that nobody knows, in a label and in the working time', () => {
    for (const way of [['name'], ['workingTime']] as const) {
      const found = way[0] === 'name' ? sampleModel().name : sampleModel().workingTime;
      assert.deepEqual(
        faultsWith(way, { ...found, zh: 'stray' }).map(({ code, at }) => [code, at]),
        [['unknown-field', 'zh']],
      );
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

test('[ALL-01] a permission for a post in a kind that is not there, or that does not have the post, is refused', () => {
  const by = { post: 'clerk', kinds: ['living-room', 'nowhere', 'firm'] };
  const way = ['permissions', permissions.length];
  assert.deepEqual(faultsWith(['permissions'], [...permissions, { do: ['see:cases'], by: [by], where: 'own' }]), [
    { path: [...way, 'by', 0, 'kinds', 1], code: 'unknown-reference', at: 'nowhere' },
    { path: [...way, 'by', 0, 'kinds', 2], code: 'not-in-kind', at: 'firm' },
  ]);
});

describe('every rule names where it comes from', () => {
  const sourced: readonly Way[] = [
    ['kinds', 'firm'],
    ['posts', 'clerk'],
    ['grids', 'kinds', 'micro'],
    ['grids', 'posts', 'party-member'],
    ['grids', 'staffing', 0],
    ['cases', 'phases', 'collect'],
    ['cases', 'classes', 'fire'],
    ['cases', 'grades', 'urgent'],
    ['cases', 'dispatch', 'roads-to-office'],
    ['meetings', 'council'],
  ];
  for (const rule of sourced) {
    test(`of ${rule.join('.')} a source that the model does not have is refused`, () => {
      const way = [...rule, 'source'];
      assert.deepEqual(faultsWith(way, 'hearsay'), [fault('unknown-reference', 'hearsay', way)]);
    });
  }

  test('two sources of one id are refused', () => {
    const account = { id: 'account', title: label, issuer: label };
    assert.deepEqual(faultsWith(['basis'], [account, account]), [
      { path: ['basis', 1, 'id'], code: 'duplicate-id', at: 'account' },
    ]);
  });
});

describe('a model of a wrong shape is refused with the path and the reason', () => {
  type Told = Omit<ModelFault, 'path'>;
  const wrong: readonly (readonly [rule: string, way: Way, put: unknown, told: Told])[] = [
    ['what is missing', ['name', 'zh-Hant'], undefined, { code: 'required', at: '' }],
    ['what is empty', ['name', 'zh-Hant'], '', { code: 'required', at: '' }],
    ['a text of the wrong form', ['kinds', 'firm', 'id'], 'Firm 1', { code: 'wrong-form', at: 'Firm 1' }],
    ['a value of another type', ['version'], 3, { code: 'wrong-type', at: '3', expected: ['string'] }],
    ['an object in place of a list', ['tiers'], {}, { code: 'wrong-type', at: '', expected: ['array'] }],
    ['a list in place of a table', ['cases', 'transitions'], [], { code: 'wrong-type', at: '', expected: ['object'] }],
    [
      'a figure that is not whole',
      ['cases', 'extension', 'times'],
      1.5,
      { code: 'wrong-type', at: '1.5', expected: ['int'] },
    ],
    ['a figure above its bound', ['cases', 'warnAt'], 1, { code: 'too-large', at: '1', limit: 0.99 }],
    ['a figure below its bound', ['cases', 'extension', 'times'], -1, { code: 'too-small', at: '-1', limit: 0 }],
    ['a list that is too short', ['workingTime', 'periods'], [], { code: 'too-few', at: '', limit: 1 }],
    [
      'a word that is none of the choices',
      ['permissions', 0, 'where'],
      'here',
      { code: 'not-a-choice', at: 'here', expected: ['everywhere', 'territory', 'unit', 'handler', 'own'] },
    ],
    ['a name that is not known', ['cases', 'warnAtt'], 0.5, { code: 'unknown-field', at: 'warnAtt' }],
  ];
  for (const [rule, way, put, told] of wrong) {
    test(rule, () => {
      assert.deepEqual(faultsWith(way, put), [{ path: pathOf(way), ...told }]);
    });
  }

  test('a name that no language of the program knows either', () => {
    assert.equal(faultsWith(['cases', 'constructor'], 0.5)[0]?.code, 'unknown-field');
  });

  test('and nothing at all makes it throw', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => assert.equal(parseModel(value).ok, false)),
      { numRuns: runs() },
    );
  });

  test('wherever it stands in a model', () => {
    const somewhere = fc.constantFrom<Way>(['cases', 'grades'], ['permissions'], ['posts'], ['meetings'], ['cases']);
    fc.assert(
      fc.property(somewhere, fc.object({ maxDepth: 4 }), (way, value) => {
        for (const { path, code } of faultsWith([...way, 0], value)) {
          assert.deepEqual(path.slice(0, way.length), way);
          assert.notEqual(code, undefined);
        }
      }),
      { numRuns: runs() },
    );
  });
});

describe('of what may have several forms, that which it comes nearest to tells the reason', () => {
  const seats: Way = ['posts', 'secretary', 'seats'];
  const allow: Way = ['cases', 'extension', 'allow'];
  const turn: Way = ['cases', 'stages', 'closed', 'turn'];
  const body: Way = ['meetings', 'council', 'body'];
  const field: Way = ['cases', 'classes', 'pothole', 'fields', 'depth'];
  const told: readonly (readonly [rule: string, way: Way, put: unknown, rest: Way, told: Omit<ModelFault, 'path'>])[] =
    [
      ['a figure of one form', seats, { max: 0 }, ['max'], { code: 'too-small', at: '0', limit: 1 }],
      ['a text for a figure', allow, { hours: '2' }, ['hours'], { code: 'wrong-type', at: '2', expected: ['number'] }],
      ['a name that no form knows', allow, { days: 2 }, ['days'], { code: 'unknown-field', at: 'days' }],
      ['two forms at once', allow, { hours: 2, workingDays: 2 }, [], { code: 'wrong-form', at: '' }],
      ['no form at all', allow, {}, [], { code: 'wrong-form', at: '' }],
      ['what is missing', allow, undefined, [], { code: 'required', at: '' }],
      ['a figure in place of an object', allow, 24, [], { code: 'wrong-type', at: '24', expected: ['object'] }],
      ['a form that lacks something', body, { kinds: ['firm'] }, ['posts'], { code: 'required', at: '' }],
      ['a list in a form', turn, { kinds: [] }, ['kinds'], { code: 'too-few', at: '', limit: 1 }],
      ['a word', turn, 'clerk', [], { code: 'not-a-choice', at: 'clerk', expected: ['nobody', 'reporter', 'handler'] }],
      [
        'the word that says which form it is',
        field,
        { id: 'depth', label, type: 'colour', required: true },
        ['type'],
        { code: 'not-a-choice', at: 'colour', expected: ['text', 'number', 'choice', 'date', 'yes-no'] },
      ],
    ];
  for (const [rule, way, put, rest, reason] of told) {
    test(rule, () => {
      assert.deepEqual(faultsWith(way, put), [{ path: [...pathOf(way), ...rest], ...reason }]);
    });
  }
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
