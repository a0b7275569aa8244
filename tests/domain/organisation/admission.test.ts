import assert from 'node:assert/strict';
import { test } from 'node:test';
import { admissionContext, admittedMatters, organisationContext, parseModel, unitOf } from '@keting/domain';
import { given, sampleModel } from '@keting/domain/testing';
import { openDesk } from '../../support/open-desk.ts';
import { smallDistrict, unit } from './small-district.ts';

const label = { 'zh-Hans': '事项', 'zh-Hant': '事項', en: 'matter' };
const source = 'ours';

/** Six classes with twenty-seven items; of each class the last item is on the negative list. */
const classes = Array.from({ length: 6 }, (_, i) => ({ id: `class-${i + 1}`, label }));
const items = Array.from({ length: 27 }, (_, i) => ({
  id: `item-${i + 1}`,
  label,
  class: `class-${(i % 6) + 1}`,
  list: i < 21 ? 'service' : 'negative',
  source,
}));
const model = sampleModel({ admission: { kinds: ['residents-committee'], classes, items, source } });

const admit = (item: string, rest: object = {}) => ({
  type: 'AdmitMatter' as const,
  data: { matter: 'm1', community: 'council', from: 'office', item, title: 'a count of shops', ...rest },
});
const community = { id: unit('council'), kind: 'residents-committee', territories: ['990101001001'] };
const asked = given(admissionContext)
  .under(model)
  .with(unitOf(unit('council')), community)
  .with(unitOf(unit('office')), { ...community, id: unit('office'), kind: 'street-office' });

test('[ORG-10] of six classes and twenty-seven items the service list lets in, the negative list refuses with its rule', () => {
  let admitted = 0;
  for (const item of items) {
    if (item.list === 'service') {
      asked.when(admit(item.id)).then({
        type: 'MatterAdmitted',
        data: { item: item.id, class: item.class, community: 'council', from: 'office', on: '2026-03-02' },
      });
      admitted += 1;
    } else {
      asked.when(admit(item.id)).refuses('matter-on-negative-list', {
        ids: ['m1'],
        rule: 'ORG-10',
        params: { item: item.id, class: item.class, source },
      });
    }
  }
  assert.deepEqual([items.length, new Set(items.map((item) => item.class)).size, admitted], [27, 6, 21]);
});

test('[ORG-10] a matter on neither list is refused, too, with the rule that asks for a list', () => {
  asked.when(admit('item-28')).refuses('matter-not-listed', { ids: ['m1'], params: { item: 'item-28', source } });
});

test('[ORG-10] the lists hold for communities, and only where the place has them', () => {
  asked.when(admit('item-1', { community: 'office' })).refuses('admission-community-unfit', { ids: ['office'] });
  given(admissionContext).when(admit('item-1')).refuses('admission-lacking');
  asked.when(admit('item-1', { title: '  ' })).invalid({ path: 'title', code: 'too-short' });
});

test('[ORG-10] a matter is asked by a unit that stands', async () => {
  const from = (id: string) => admit('item-1', { from: id });
  const desk = openDesk([organisationContext, admissionContext], { base: model });
  await desk.all(...smallDistrict, { type: 'DissolveUnit', data: { unit: 'east-village', on: '2026-03-02' } });
  assert.deepEqual(await desk.refusal(from('nowhere')), { code: 'admission-asker-unknown', ids: ['nowhere'] });
  assert.deepEqual(await desk.refusal(from('east-village')), {
    code: 'admission-asker-unknown',
    ids: ['east-village'],
  });
});

test('[ORG-10] what was let in is listed by community, once', async () => {
  const desk = openDesk([organisationContext, admissionContext], { base: model });
  await desk.all(...smallDistrict, admit('item-1'), admit('item-2', { matter: 'm2' }));
  assert.equal((await desk.refusal(admit('item-1')))?.code, 'matter-known');
  const { rows, contents } = await desk.view(admittedMatters, { where: { community: 'council' } });
  assert.deepEqual(rows.map(({ id, item, title }) => [id, item, contents[title.content]]).sort(), [
    ['m1', 'item-1', 'a count of shops'],
    ['m2', 'item-2', 'a count of shops'],
  ]);
});

test('[ORG-10] an item of a class that is not there is a fault of the model', () => {
  const lost = { ...items[0], class: 'class-7' };
  const parsed = parseModel({ ...model, admission: { kinds: ['x'], classes, items: [lost], source } });
  assert.deepEqual(parsed.ok ? [] : parsed.faults.map(({ path, at }) => [path.join('.'), at]), [
    ['admission.kinds.0', 'x'],
    ['admission.items.0.class', 'class-7'],
  ]);
});
