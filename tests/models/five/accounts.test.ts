import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { proposedHandler, type GovernanceModel } from '@keting/domain';
import { KnownFacts } from '@keting/domain/testing';
import { bengbu, chengcheng, models, nanjing, shibei } from '@keting/models';

const kindOf = (model: GovernanceModel, id: string) => model.kinds.find((one) => one.id === id);
const parentsOf = (model: GovernanceModel, id: string) => kindOf(model, id)?.parents;
const heldBy = (model: GovernanceModel, id: string) => model.posts.find((one) => one.id === id)?.heldBy;

suite('the models are as their accounts tell', () => {
  test('[ORG-01] Bengbu: village organisation, branch of a natural village, linked households; community, compound branch, building group', () => {
    assert.deepEqual(parentsOf(bengbu, 'natural-village-branch'), ['village-committee-party']);
    assert.deepEqual(parentsOf(bengbu, 'linked-households'), ['natural-village-branch']);
    assert.deepEqual(parentsOf(bengbu, 'compound-branch'), ['community-committee']);
    assert.deepEqual(parentsOf(bengbu, 'building-group'), ['compound-branch']);
  });

  test('[ORG-01] Chengcheng: community, compound branch, building head, party household of a stairway', () => {
    assert.deepEqual(parentsOf(chengcheng, 'compound-branch'), ['community-party']);
    assert.deepEqual(parentsOf(chengcheng, 'building'), ['compound-branch']);
    assert.deepEqual(parentsOf(chengcheng, 'party-household'), ['building']);
  });

  test('[ORG-01] Nanjing: one branch per residents’ committee', () => {
    assert.equal(kindOf(nanjing, 'committee-branch')?.pairsWith, 'residents-committee');
    assert.deepEqual(parentsOf(nanjing, 'committee-branch'), ['street-committee']);
  });

  test('[ORG-03] Bengbu: every branch of a natural village or a compound has its council', () => {
    assert.equal(kindOf(bengbu, 'natural-village-branch')?.pairsWith, 'villagers-council');
    assert.equal(kindOf(bengbu, 'compound-branch')?.pairsWith, 'residents-council');
  });

  test('[ORG-04] part-time members come from resident units in Shibei, from compound branches in Bengbu', () => {
    assert.deepEqual(heldBy(shibei, 'part-time-member'), { kind: 'resident-unit-branch', posts: ['secretary'] });
    assert.deepEqual(heldBy(bengbu, 'part-time-member'), { kind: 'compound-branch', posts: ['secretary'] });
  });

  test('[ORG-05] Shibei: property manager and owners’ committee have a seat in the community’s body', () => {
    assert.equal(heldBy(shibei, 'property-member')?.kind, 'property-manager');
    assert.equal(heldBy(shibei, 'owners-seat')?.kind, 'owners-committee');
  });

  test('[GRID-03] Chengcheng: two heads and one officer in each grid', () => {
    assert.deepEqual(
      chengcheng.grids.staffing.map(({ post, min }) => [post, min]),
      [
        ['grid-head', 1],
        ['grid-building-head', 1],
        ['grid-officer', 1],
      ],
    );
  });

  test('[CASE-02] Bengbu sorts into five classes', () => {
    const groups = bengbu.cases.classes.filter(({ parent }) => parent === undefined);
    assert.deepEqual(
      groups.map(({ label }) => label['zh-Hans']),
      ['志愿服务', '信访诉求', '养老护幼', '矛盾调解', '安全防护'],
    );
  });

  test('[CASE-04] Bengbu’s loop is collect, dispatch, handle, feed back, and the council gives every reply', () => {
    assert.deepEqual(
      bengbu.cases.phases.map(({ label }) => label['zh-Hans']),
      ['收集', '交办', '处理', '反馈'],
    );
    const closed = bengbu.cases.stages.find(({ id }) => id === 'closed');
    assert.deepEqual(closed?.turn, {
      kinds: ['residents-council', 'villagers-council', 'residents-committee', 'village-committee'],
    });
  });
});

test('[CASE-03] every dispatch rule of every model gives to units that can handle, and every class is given to some', () => {
  for (const model of models) {
    for (const { id, classes, to, unit } of model.cases.dispatch) {
      const only = new KnownFacts()
        .withRule('unitsOver', (kind, code) => (kind === to ? [{ id: kind, kind, territories: [code] }] : []))
        .withRule('unitOf', (one) => (one === unit ? { id: one, kind: to, territories: [] } : undefined));
      const example = classes[0] ?? model.cases.classes[0]?.id ?? '';
      const proposal = proposedHandler({ class: example, grid: '331004001001001' }, model, only.read);
      assert.equal(proposal?.unit.kind, to, `${model.id} ${id}`);
    }
    assert.ok(
      model.cases.dispatch.some(({ classes }) => classes.length === 0),
      model.id,
    );
  }
});

test('[ALL-01] under every model each step of a case and a meeting is allowed to somebody', () => {
  for (const model of models) {
    const allowed = new Set(model.permissions.flatMap((permission) => permission.do));
    for (const step of Object.keys(model.cases.transitions)) assert.ok(allowed.has(step), `${model.id} ${step}`);
    for (const step of ['CallMeeting', 'HoldMeeting', 'ResolveMeeting', 'DrawPartition', 'FoundUnit']) {
      assert.ok(allowed.has(step), `${model.id} ${step}`);
    }
  }
});

test('[ALL-04] every label of every model is there in three languages, and none is left in another', () => {
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('zh-Hans' in value && 'en' in value) {
      assert.doesNotMatch(String(value.en), /\p{Script=Han}/u, `${path}.en`);
      assert.match(String(value['zh-Hans']), /\p{Script=Han}/u, `${path}.zh-Hans`);
      return;
    }
    for (const [key, part] of Object.entries(value)) walk(part, `${path}.${key}`);
  };
  for (const model of models) walk(model, model.id);
});

test('every rule of every model names its account or says that it is ours', () => {
  const sources = (value: unknown): readonly string[] => {
    if (Array.isArray(value)) return value.flatMap(sources);
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, part]) =>
      key === 'source' && typeof part === 'string' ? [part] : sources(part),
    );
  };
  for (const model of models) {
    const [account] = model.basis;
    const found = new Set(sources(model));
    assert.deepEqual([...found].sort(), [account?.id ?? '', 'ours'].sort(), model.id);
  }
});
