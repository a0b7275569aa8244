import assert from 'node:assert/strict';
import { test } from 'node:test';
import { consents, parseModel, peopleContext, person, personId, type PersonEvent } from '@keting/domain';
import { given, sampleModel, sealed } from '@keting/domain/testing';
import { openDesk } from '../../support/open-desk.ts';

const ada = person(personId.parse('ada'));
const registered: PersonEvent = { type: 'PersonRegistered', data: { name: sealed('Ada'), invented: true } };
const agreed = (purpose: string): PersonEvent => ({ type: 'ConsentGiven', data: { purpose } });
const give = (purpose: string) => ({ type: 'GiveConsent' as const, data: { person: personId.parse('ada'), purpose } });
const withdraw = (purpose: string) => ({
  type: 'WithdrawConsent' as const,
  data: { person: personId.parse('ada'), purpose },
});

test('[ALL-02] a person agrees to each purpose by itself, and takes each back by itself', () => {
  given(peopleContext, registered).by(ada).when(give('honours')).then(agreed('honours'));
  given(peopleContext, registered, agreed('honours')).by(ada).when(give('feedback')).then(agreed('feedback'));
  given(peopleContext, registered, agreed('honours'), agreed('feedback'))
    .by(ada)
    .when(withdraw('honours'))
    .then({ type: 'ConsentWithdrawn', data: { purpose: 'honours' } });
});

test('[ALL-02] whoever is not registered may agree as well, and may be registered after that', () => {
  given(peopleContext).by(ada).when(give('honours')).then(agreed('honours'));
  const { state } = given(peopleContext, agreed('honours'))
    .when({ type: 'RegisterPerson', data: { person: personId.parse('ada'), name: 'Ada' } })
    .then({ type: 'PersonRegistered' });
  assert.deepEqual(state, { stage: 'registered', id: 'ada', consents: ['honours'], invented: false });
});

test('[ALL-02] nobody agrees for another, whatever they may do otherwise', () => {
  for (const command of [give('honours'), withdraw('honours')]) {
    given(peopleContext, registered, agreed('honours'))
      .when(command)
      .refuses('consent-not-ones-own', { ids: ['ada'] });
  }
});

test('[ALL-02] one agrees to what the model asks for, once, and takes back what one has agreed to', () => {
  given(peopleContext)
    .by(ada)
    .when(give('advertising'))
    .refuses('consent-purpose-unknown', { ids: ['advertising'] });
  given(peopleContext, agreed('honours'))
    .by(ada)
    .when(give('honours'))
    .refuses('consent-given', { ids: ['honours'] });
  given(peopleContext)
    .by(ada)
    .when(withdraw('honours'))
    .refuses('consent-not-given', { ids: ['honours'] });
  given(peopleContext, agreed('former'))
    .by(ada)
    .when(withdraw('former'))
    .then({
      type: 'ConsentWithdrawn',
      data: { purpose: 'former' },
    });
});

test('[ALL-02] where a place asks for no consents, none is given', () => {
  const { consents: _none, ...model } = sampleModel();
  given(peopleContext).under(model).by(ada).when(give('honours')).refuses('consents-not-asked');
});

test('[ALL-02] a model asks for each purpose once', () => {
  const base = sampleModel();
  const [purpose] = base.consents?.purposes ?? [];
  const parsed = parseModel({ ...base, consents: { purposes: [purpose, purpose] } });
  assert.deepEqual(parsed.ok ? [] : parsed.faults.map(({ path, code }) => [path.join('.'), code]), [
    ['consents.purposes.1.id', 'duplicate-id'],
  ]);
});

test('[ALL-02] the list of consents holds those that stand', async () => {
  const desk = openDesk([peopleContext]);
  const at = desk.as(ada);
  for (const command of [give('honours'), give('feedback'), withdraw('honours')]) {
    assert.ok((await at.send(command)).ok);
  }
  const { rows } = await desk.view(consents);
  assert.deepEqual(
    rows.map(({ person: who, purpose }) => [who, purpose]),
    [['ada', 'feedback']],
  );
});
