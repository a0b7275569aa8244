import assert from 'node:assert/strict';
import { test } from 'node:test';
import { people, peopleContext, type PersonEvent } from '@keting/domain';
import { given, sealed } from '@keting/domain/testing';
import { openDesk } from '../../support/open-desk.ts';

const register = {
  type: 'RegisterPerson' as const,
  data: { person: 'p1', name: '林某某', phone: '13800000000', invented: true },
};
const registered: PersonEvent = { type: 'PersonRegistered', data: { name: sealed('林某某'), invented: true } };

test('[ALL-02] the record of a person holds references to name and telephone, never the texts', () => {
  const { events } = given(peopleContext)
    .when(register)
    .then({ type: 'PersonRegistered', data: { name: sealed('林某某'), phone: sealed('13800000000'), invented: true } });
  assert.doesNotMatch(JSON.stringify(events), /林|138/);
});

test('[ALL-02] a person is registered once', () => {
  given(peopleContext, registered)
    .when(register)
    .refuses('person-exists', { ids: ['p1'] });
});

test('[ALL-02] a name and a telephone number are told to be wrong field by field', () => {
  given(peopleContext)
    .when({ type: 'RegisterPerson', data: { person: 'p1', name: ' ', phone: 'call me' } })
    .invalid({ path: 'name', code: 'too-short' }, { path: 'phone', code: 'wrong-form' });
});

test('[ALL-02] who may see names finds them beside the row', async () => {
  const desk = openDesk([peopleContext]);
  await desk.all(register);
  const { rows, contents } = await desk.view(people);
  assert.equal(rows[0]?.invented, true);
  assert.equal(contents[rows[0].name.content], '林某某');
});
