import { permits, person, personId, type GovernanceModel, type Standing, type Subject } from '@keting/domain';
import { bengbu, chengcheng, nanjing, shibei } from '@keting/models';
import assert from 'node:assert/strict';
import { test } from 'node:test';

/** Whether whoever holds a post may do something about a subject. */
const may = (model: GovernanceModel, by: Standing, action: string, subject: Subject): boolean =>
  permits(model, { actor: person(personId.parse('holder')), standings: [by] }, action, subject);

test('[VOL-06] in Nanjing the secretary of each branch that registers floating members keeps its register, and no other', () => {
  const kinds = nanjing.volunteering?.floating?.units ?? [];
  assert.deepEqual(kinds, ['committee-branch', 'association-branch']);
  const work = [
    'RegisterFloating',
    'ContactFloating',
    'CheckCertificate',
    'DeregisterFloating',
    'see:floating-members',
  ];
  for (const kind of kinds) {
    const secretary = { post: 'secretary', unit: 'branch', kind, territories: ['320102'] };
    for (const action of work) {
      assert.ok(may(nanjing, secretary, action, { unit: 'branch', territory: '320102' }), `${kind} ${action}`);
      assert.ok(
        !may(nanjing, secretary, action, { unit: 'other', territory: '320102' }),
        `${kind} ${action} of another`,
      );
    }
  }
});

test('[VOL-01] in Chengcheng the head of a county department lists its members, as the head of a resident unit does', () => {
  const lists = ['ListMember', 'DelistMember', 'see:missing-check-ins', 'see:check-in-coverage'];
  for (const [post, kind] of [
    ['director', 'county-department'],
    ['manager', 'resident-unit'],
  ] as const) {
    const head = { post, unit: 'own', kind, territories: ['610525'] };
    for (const action of lists) {
      assert.ok(may(chengcheng, head, action, { unit: 'own' }), `${kind} ${action}`);
      assert.ok(!may(chengcheng, head, action, { unit: 'other' }), `${kind} ${action} of another`);
    }
  }
});

test('[VOL-01] whoever is listed as a member of a unit may take themselves off its list, and nobody else off it', () => {
  const own = { actor: person(personId.parse('li')), standings: [] };
  for (const model of [shibei, chengcheng, bengbu]) {
    assert.ok(permits(model, own, 'DelistMember', { owner: 'li', unit: 'firm' }), model.id);
    assert.ok(!permits(model, own, 'DelistMember', { owner: 'wang', unit: 'firm' }), model.id);
  }
});
