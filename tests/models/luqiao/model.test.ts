import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  caseContext,
  extendModel,
  leafClasses,
  meetingContext,
  parseModel,
  proposedHandler,
  reportCaseSchema,
} from '@keting/domain';
import { KnownFacts } from '@keting/domain/testing';
import { luqiao } from '@keting/models';
import * as z from 'zod/mini';

const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);

test('[ORG-01] Luqiao’s tiers and kinds are as the account tells them', () => {
  const kind = (id: string) => luqiao.kinds.find((one) => one.id === id);
  assert.deepEqual(kind('joint-party-committee')?.parents, ['street-committee'], '成立隶属于街道党工委的社区“大党委”');
  assert.deepEqual(kind('living-room')?.parents, ['joint-party-committee'], '在社区大党委下设立“城市会客厅”');
  for (const branch of [
    'community-branch',
    'village-branch',
    'market-branch',
    'tower-branch',
    'firm-branch',
    'agency-branch',
  ]) {
    assert.ok(kind(branch)?.parents.includes('joint-party-committee'), `${branch} 纳入社区“大党委”统一领导`);
  }
});

test('[ORG-02] three roles head a big party committee: a street committee member, the community’s secretary, each village’s secretary', () => {
  const posts = luqiao.posts.filter(
    ({ kinds, heldBy }) => kinds.includes('joint-party-committee') && heldBy !== undefined,
  );
  assert.deepEqual(
    posts.map(({ id, seats, heldBy }) => [id, seats, heldBy?.kind]),
    [
      ['joint-secretary', { max: 1 }, 'street-committee'],
      ['full-time-deputy', { max: 1 }, 'community-branch'],
      ['deputy', { oneForEach: 'village-branch' }, 'village-branch'],
    ],
  );
});

test('[GRID-03] a micro-grid has at least one party member and one part-time resident member', () => {
  assert.deepEqual(
    luqiao.grids.staffing.map(({ grid, post, min }) => [grid, post, min]),
    [
      ['micro', 'party-micro-grid-member', 1],
      ['micro', 'resident-micro-grid-member', 1],
    ],
  );
});

test('[CASE-04] handling has the account’s four steps, and every stage belongs to one', () => {
  const hans = luqiao.cases.phases.map(({ label }) => label['zh-Hans']);
  assert.deepEqual(hans, ['信息收集', '分流交办', '完结督办', '信息反馈']);
  for (const { phase } of luqiao.cases.stages) assert.ok(ids(luqiao.cases.phases).includes(phase));
});

test('[CASE-06] three meetings, each with what it settles, one after the other', () => {
  assert.deepEqual(
    luqiao.meetings.map(({ id, label, next }) => [id, label['zh-Hans'], next]),
    [
      ['micro-grid', '微格协调会', 'living-room'],
      ['living-room', '会客厅议事会', 'street'],
      ['street', '街道联席会', undefined],
    ],
  );
});

test('[CASE-02] every class has a grade with deadlines, and a rule that proposes who handles it', () => {
  const grades = new Map(luqiao.cases.grades.map((grade) => [grade.id, grade]));
  const room = { id: 'room', kind: 'living-room', territories: ['331004001004'] };
  const facts = new KnownFacts()
    .withRule('unitsOver', (kind) => (kind === 'living-room' ? [room] : []))
    .withRule('unitOf', (id) => ({ ...room, id }));
  for (const one of leafClasses(luqiao)) {
    assert.ok(grades.get(one.grade)?.allow.dispatched, `${one.id} has no time to be handled in`);
    const proposal = proposedHandler({ grid: '33100400100400101', class: one.id }, luqiao, facts.read);
    assert.ok(proposal, `nobody is proposed for ${one.id}`);
  }
});

test('[CASE-02] a class asks for its own fields in the report', () => {
  const schema = reportCaseSchema(luqiao);
  const report = {
    case: 'c1',
    class: 'manhole-cover',
    place: { grid: '33100400100400101' },
    text: '井盖碎裂,晚上看不清',
    photos: [],
    channel: 'resident',
    mode: 'masked',
  };
  assert.equal(z.safeParse(schema, report).success, false);
  assert.equal(z.safeParse(schema, { ...report, fields: { danger: 'cracked' } }).success, true);
  assert.equal(z.safeParse(schema, { ...report, fields: { danger: 'purple' } }).success, false);
});

/** Luqiao accepts and files in one step, and its desks extend deadlines themselves. */
const untold: ReadonlySet<string> = new Set(['FileCase', 'AskExtension', 'RefuseExtension']);

test('[ALL-01] every step of a case is allowed to somebody, and every permission speaks of something that is there', () => {
  const allowed = new Set(luqiao.permissions.flatMap((permission) => permission.do));
  for (const step of Object.keys(luqiao.cases.transitions)) assert.ok(allowed.has(step), step);
  for (const command of [...Object.keys(caseContext.commands), ...Object.keys(meetingContext.commands)]) {
    assert.ok(allowed.has(command) || untold.has(command), `${command} is allowed to nobody`);
  }
});

test('[ALL-04] every label is there in three languages, and none is left in another', () => {
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('zh-Hans' in value && 'en' in value) {
      assert.doesNotMatch(String(value.en), /\p{Script=Han}/u, `${path}.en`);
      assert.match(String(value['zh-Hans']), /\p{Script=Han}/u, `${path}.zh-Hans`);
      return;
    }
    for (const [key, part] of Object.entries(value)) walk(part, `${path}.${key}`);
  };
  walk(luqiao, 'luqiao');
});

test('[ORG-01] a variant is a model of its own, checked like any other', () => {
  const variant = extendModel(luqiao, { id: 'luqiao-yingbin', cases: { warnAt: 0.5 } });
  assert.ok(variant.ok);
  assert.equal(variant.model.cases.warnAt, 0.5);
  const wrong = extendModel(luqiao, { kinds: [{ id: 'living-room', parents: ['palace'] }] });
  assert.ok(!wrong.ok);
  assert.deepEqual(
    wrong.faults.map(({ code, at }) => [code, at]),
    [['unknown-reference', 'palace']],
  );
  assert.ok(parseModel(luqiao).ok);
});
