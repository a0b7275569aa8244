import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  answerableFor,
  answerableForCase,
  caseContext,
  caseId,
  caseStages,
  gridContext,
  organisationContext,
  parseModel,
  personId,
  unitId,
  type DutyCase,
} from '@keting/domain';
import { KnownFacts, sampleModel } from '@keting/domain/testing';
import { report } from '../../runtime/desk/small-place.ts';
import { openDesk } from '../../support/open-desk.ts';
import { box } from '../grid/small-community.ts';
import { appoint, found, smallDistrict } from './small-district.ts';

const label = { 'zh-Hans': '责任', 'zh-Hant': '責任', en: 'duty' };
const duty = (id: string, at: unknown, posts: readonly string[], rest: object = {}) => ({
  id,
  label,
  classes: [],
  stages: [],
  at,
  posts,
  source: 'ours',
  ...rest,
});

/** Who collects answers in the micro-grid; who handles, in the unit; above both the living room, then the street. */
const changes = {
  duties: [
    duty('collecting', 'grid', ['party-member', 'resident-member'], { stages: ['collected'] }),
    duty('fire', { kinds: ['department'] }, ['officer'], { classes: ['fire'] }),
    duty('handling', 'handler', ['director'], { stages: ['dispatched', 'handling'] }),
    duty('room', { kinds: ['living-room', 'street-office'] }, ['clerk']),
    duty('street', { kinds: ['street-committee'] }, ['secretary']),
  ],
};
const model = sampleModel(changes);
const grid = '99010100100100101';
const over: Readonly<Record<string, string>> = {
  'street-office': 'office',
  'street-committee': 'street',
  department: 'bureau',
};
const seats: Readonly<Record<string, string>> = { 'office/clerk': 'p-clerk', 'street/secretary': 'p-secretary' };

const day = '2026-03-02';
const facts = new KnownFacts()
  .withRule('unitsOver', (kind) => {
    const id = over[String(kind)];
    return id === undefined ? [] : [{ id: unitId.parse(id), kind, territories: ['990101'] }];
  })
  .withRule('staffOf', (_grid, on) => [
    { person: personId.parse(on === day ? 'p-resident' : 'p-another'), post: 'resident-member' },
  ])
  .withRule('holdersOf', (unit, post) => {
    const id = seats[`${String(unit)}/${String(post)}`] ?? (post === 'director' ? 'p-director' : undefined);
    return id === undefined ? [] : [personId.parse(id)];
  }).read;

const answers = (of: Partial<DutyCase>) =>
  answerableFor(model, { class: 'pothole', stage: 'collected', grid, ...of }, day, facts).map(
    ({ duty: line, where, post, persons }) => [line, where, post, ...persons],
  );

test('[ORG-09] who answers for a collected case is first the gridder who is there, then each tier above', () => {
  assert.deepEqual(answers({}), [
    ['collecting', grid, 'resident-member', 'p-resident'],
    ['room', 'office', 'clerk', 'p-clerk'],
    ['street', 'street', 'secretary', 'p-secretary'],
  ]);
});

test('[ORG-09] a case that is being handled is answered for by the head of its handler; an empty seat still shows', () => {
  assert.deepEqual(answers({ stage: 'handling', handler: unitId.parse('committee') })[0], [
    'handling',
    'committee',
    'director',
    'p-director',
  ]);
  assert.deepEqual(answers({ class: 'fire', stage: 'filed' })[0], ['fire', 'bureau', 'officer']);
});

test('[ORG-09] for any case at any stage there is a post that answers', () => {
  for (const { id: of } of model.cases.classes) {
    for (const stage of caseStages) {
      const [first] = answerableFor(model, { class: of, stage, grid }, '2026-03-02', facts);
      assert.ok(first !== undefined, `${of} ${stage}`);
    }
  }
  assert.deepEqual(answerableFor(sampleModel(), { class: 'fire', stage: 'filed', grid }, '2026-03-02', facts), []);
});

test('[ORG-09] a class belongs to the groups above it', () => {
  const roads = sampleModel({
    duties: [duty('roads', { kinds: ['department'] }, ['officer'], { classes: ['roads'] }), ...changes.duties],
  });
  const of = { class: 'pothole', stage: 'filed', grid } as const;
  assert.equal(answerableFor(roads, of, '2026-03-02', facts)[0]?.duty, 'roads');
  assert.notEqual(answerableFor(roads, { ...of, class: 'dispute' }, '2026-03-02', facts)[0]?.duty, 'roads');
});

test('[ORG-09] a duty list with a gap, or with posts that are not there, is told so', () => {
  const faults = (...duties: readonly object[]) => {
    const parsed = parseModel({ ...model, duties });
    return parsed.ok ? [] : parsed.faults.map(({ path, code, at }) => [path.join('.'), code, at]);
  };
  const rest = { stages: caseStages.filter((stage) => stage !== 'voided') };
  assert.deepEqual(faults(duty('room', { kinds: ['living-room'] }, ['clerk'], rest)), [
    ['duties', 'stage-unanswered', 'voided'],
  ]);
  assert.deepEqual(
    faults(duty('a', { kinds: ['living-room'] }, ['director'], { classes: ['x'] }), duty('b', 'grid', ['clerk'])),
    [
      ['duties.0.classes.0', 'unknown-reference', 'x'],
      ['duties.0.posts.0', 'not-in-kind', 'director'],
      ['duties.1.posts.0', 'unknown-reference', 'clerk'],
    ],
  );
});

test('[ORG-09] given units, grids and a case on record, then who answers is one question: in the grid first, then over the place', async () => {
  const desk = openDesk([organisationContext, gridContext, caseContext], { base: model });
  const outline = box(0, 0, 1, 1);
  const grids = [
    { code: grid.slice(0, 15), kind: 'basic', name: 'basic', polygons: outline },
    { code: grid, kind: 'micro', name: 'west', polygons: outline },
  ];
  await desk.all(
    ...smallDistrict,
    found('room', 'living-room', 'joint', { territories: ['990101001001'] }),
    appoint('room', 'clerk', 'p-clerk'),
    { type: 'DrawPartition', data: { community: '990101001001', outline, grids } },
    { type: 'AssignGridMember', data: { grid, person: 'p-member', post: 'party-member', from: '2026-01-01' } },
    report('c1', { place: { grid }, mode: 'anonymous', receipt: 'a'.repeat(64) }),
  );
  const answer = await desk.ask(answerableForCase, { case: caseId.parse('c1') });
  assert.deepEqual(answer, {
    ok: true,
    rows: [
      { duty: 'collecting', post: 'party-member', grid, territory: grid, persons: ['p-member'] },
      { duty: 'room', post: 'clerk', unit: 'room', territory: '990101001001', persons: ['p-clerk'] },
      { duty: 'street', post: 'secretary', unit: 'street', territory: '990101001', persons: [] },
    ],
  });
});
