import { anonymous, person, personId, type AppointmentRow, type UnitRow } from '@keting/domain';
import { sampleModel } from '@keting/domain/testing';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chartUnits, today, type Organisation } from '../../../packages/components/src/org-chart/units-of-desk.ts';

const seesPosts = [{ do: ['see:appointments'], by: ['signed-in' as const], where: 'everywhere' as const }];
const model = { ...sampleModel(), permissions: seesPosts };

function row(id: string, kind: string, parent: string | undefined, more: Partial<UnitRow> = {}): UnitRow {
  const from = '2017-01-01';
  return {
    id,
    name: `${id} now`,
    kind,
    territory: '331004001',
    territories: ['331004001'],
    stands: true,
    from,
    names: [
      { name: `${id} then`, from },
      { name: `${id} now`, from: '2018-06-01' },
    ],
    parents: [{ parent, from }],
    ...(parent === undefined ? {} : { parent }),
    ...more,
  };
}

function holds(unit: string, post: string, person: string, more: Partial<AppointmentRow> = {}): AppointmentRow {
  return { id: `${unit}/${post}/${person}`, unit, post, person, territory: '331004001', from: '2018-01-01', ...more };
}

const organisation: Organisation = {
  units: [
    row('firm', 'firm', 'joint'),
    row('joint', 'joint-committee', 'street'),
    row('street', 'street-committee', undefined, { pairedWith: 'office' }),
    row('office', 'street-office', 'street', { pairedWith: 'street' }),
    row('closed', 'firm', 'joint', { stands: false, until: '2018-03-01' }),
  ],
  appointments: [
    holds('street', 'part-time-member', 'p3', { partTimeFrom: 'firm' }),
    holds('street', 'member', 'p1'),
    holds('street', 'member', 'p2'),
    holds('street', 'secretary', 'p1'),
    holds('firm', 'director', 'p3', { until: '2018-09-01' }),
  ],
  names: new Map([
    ['p1', '林某某'],
    ['p3', '王某某'],
  ]),
  erased: new Set(),
  reader: { actor: person(personId.parse('p9')), standings: [] },
};

const unitsOn = (day: string, language: 'zh-Hans' | 'en' = 'zh-Hans') => chartUnits(organisation, model, day, language);
const find = (day: string, id: string) => unitsOn(day).find((unit) => unit.id === id);

test('[ORG-01] the chart shows the tree of the day, in the order of the model, with the names of the day', () => {
  assert.deepEqual(
    unitsOn('2018-10-30').map(({ id }) => id),
    ['street', 'office', 'joint', 'firm'],
  );
  assert.equal(find('2018-10-30', 'joint')?.name, 'joint now');
  assert.equal(find('2018-02-01', 'joint')?.name, 'joint then');
  assert.ok(find('2018-02-01', 'closed'));
});

test('[ORG-01] kind, party and superior come from the model; what stands above the part that is seen is left out', () => {
  const street = find('2018-10-30', 'street');
  assert.deepEqual([street?.kindLabel, street?.party, street?.parent], ['street-committee', true, undefined]);
  const part = { ...organisation, units: organisation.units.filter(({ id }) => id !== 'street') };
  assert.equal(chartUnits(part, model, '2018-10-30', 'en').find(({ id }) => id === 'joint')?.parent, undefined);
});

test('[ORG-02] holders of the day stand in the order of the model, the head first; many of one post are counted', () => {
  const street = find('2018-10-30', 'street');
  assert.deepEqual(
    street?.people?.map(({ post, name }) => `${post} ${name}`),
    ['secretary 林某某', 'member 林某某', 'member 姓名不公开', 'part-time-member 王某某'],
  );
  assert.deepEqual(street.facts, ['member 2']);
});

test('[ALL-02] whoever was erased held their posts still, and is told as erased in each language', () => {
  const after = { ...organisation, erased: new Set(['p1']) };
  const told = (language: 'zh-Hans' | 'zh-Hant' | 'en') =>
    chartUnits(after, model, '2018-10-30', language)
      .find(({ id }) => id === 'street')
      ?.people?.map(({ name }) => name)[0];
  assert.deepEqual([told('zh-Hans'), told('zh-Hant'), told('en')], ['已删除', '已刪除', 'Erased person']);
});

test('[ORG-02] a body whose head has left says so from that day on', () => {
  assert.equal(find('2018-08-31', 'firm')?.note, undefined);
  assert.deepEqual(find('2018-09-01', 'firm')?.note, { text: 'director空缺', tone: 'soon' });
});

test('[ORG-02] to who may not see the holders of its posts, a body without rows is not vacant', () => {
  const guest = { ...organisation, appointments: [], reader: { actor: anonymous, standings: [] } };
  for (const { people, note, facts } of chartUnits(guest, model, '2018-10-30', 'zh-Hans'))
    assert.deepEqual([people, note, facts], [undefined, undefined, undefined]);
});

test('[ORG-02] who may see the holders within a territory is told of vacancies there, and of none elsewhere', () => {
  const permissions = [{ do: ['see:appointments'], by: [{ post: 'clerk' }], where: 'territory' as const }];
  const standing = { post: 'clerk', unit: 'street', kind: 'street-office', territories: ['331004001'] };
  const vacantAt = (territories: readonly string[]) => {
    const reader = { actor: anonymous, standings: [{ ...standing, territories }] };
    const nobody = { ...organisation, appointments: [], reader };
    return chartUnits(nobody, { ...model, permissions }, '2018-10-30', 'en').some(({ note }) => note !== undefined);
  };
  assert.deepEqual([vacantAt(['331004001']), vacantAt(['331004002'])], [true, false]);
});

test('[ORG-03] a pair is told', () => {
  assert.equal(find('2018-10-30', 'street')?.pairedWith, 'office');
});

test('[ORG-04] a part-time member is told with the unit they belong to', () => {
  const member = find('2018-10-30', 'street')?.people?.find(({ partTime }) => partTime);
  assert.equal(member?.from, 'firm');
});

test('without a day the chart shows today, where the district lies', () => {
  assert.equal(today(Date.UTC(2018, 9, 29, 17), model), '2018-10-30');
});
