import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  caseContext,
  contentRef,
  contexts,
  people,
  peopleContext,
  personalContents,
  personalFields,
  person,
  personId,
  statedPurposes,
  type PersonEvent,
  type Standing,
} from '@keting/domain';
import { given, recorded, sealed } from '@keting/domain/testing';
import * as fc from 'fast-check';
import * as z from 'zod/mini';
import { openDesk } from '../../support/open-desk.ts';
import { runs } from '../../support/runs.ts';

const id = personId.parse('ada');
const ada = person(id);
const registered: PersonEvent = { type: 'PersonRegistered', data: { name: sealed('Ada'), invented: true } };
const agreed: PersonEvent = { type: 'ConsentGiven', data: { purpose: 'honours' } };
const erased: PersonEvent = { type: 'PersonErased', data: { ground: 'asked', ended: [] } };
const erase = { type: 'ErasePerson' as const, data: { person: id, ground: 'asked' as const } };

const free = (...past: readonly PersonEvent[]) => given(peopleContext, ...past).withAll('standingsOf', () => []);

test('[ALL-02] a person is erased on a ground, and their consents end with it', () => {
  const { state } = free(registered, agreed)
    .when(erase)
    .then({ type: 'PersonErased', data: { ground: 'asked', ended: ['honours'] } });
  assert.deepEqual(state, { stage: 'erased', id: 'ada', invented: true });
});

test('[ALL-02] a ground must be one that the law knows', () => {
  free(registered)
    .when({ type: 'ErasePerson', data: { person: id, ground: 'disliked' } })
    .invalid({ path: 'ground', code: 'not-a-choice' });
});

test('[ALL-02] who only ever reported something is erased as well, though they were never registered', () => {
  free()
    .when(erase)
    .then({ type: 'PersonErased', data: { ground: 'asked', ended: [] } });
});

test('[ALL-02] who holds a post is not erased while they hold it', () => {
  const post: Standing = { post: 'clerk', unit: 'room', kind: 'living-room', territories: ['990101'] };
  given(peopleContext, registered)
    .withAll('standingsOf', () => [post, { ...post, post: 'member' }])
    .when(erase)
    .refuses('person-holds-posts', { ids: ['room'] });
});

test('[ALL-02] who was erased is not registered again and agrees to nothing; what they left since is erased again', () => {
  const data = { person: id, purpose: 'honours' };
  free(registered, erased)
    .when({ type: 'RegisterPerson', data: { person: id, name: 'Ada' } })
    .refuses('person-erased');
  free(registered, erased)
    .by(ada)
    .when({ type: 'GiveConsent', data })
    .refuses('person-erased', { ids: ['ada'] });
  free(registered, erased).when(erase).then({ type: 'PersonErased' });
});

test('[ALL-02] who was erased shows as erased in the list of persons, without a telephone', async () => {
  const desk = openDesk([peopleContext]);
  await desk.all({ type: 'RegisterPerson', data: { person: id, name: 'Ada', phone: '13812345678' } }, erase);
  await desk.settled();
  const { rows, contents } = await desk.view(people);
  assert.deepEqual(
    rows.map((row) => [row.id, row.erased, row.phone, contents[row.name.content]]),
    [['ada', 'asked', undefined, undefined]],
  );
});

const command = fc.constantFrom('register', 'give', 'withdraw', 'erase');

test('[ALL-02] whatever happens to a person, nothing but another erasure follows one, and no consent outlives it', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 12 }), (steps) => {
      const past: PersonEvent[] = [];
      for (const step of steps) {
        const data = { person: id, purpose: 'honours' };
        const asked = {
          register: { type: 'RegisterPerson' as const, data: { person: id, name: 'Ada' } },
          give: { type: 'GiveConsent' as const, data },
          withdraw: { type: 'WithdrawConsent' as const, data },
          erase,
        }[step];
        past.push(
          ...free(...past)
            .by(ada)
            .when(asked).events,
        );
      }
      const first = past.findIndex(({ type }) => type === 'PersonErased');
      const after = first < 0 ? [] : past.slice(first);
      assert.ok(
        after.every(({ type }) => type === 'PersonErased'),
        JSON.stringify(past),
      );
      assert.deepEqual(
        after.slice(1).flatMap(({ data }) => ('ended' in data ? data.ended : [])),
        [],
      );
    }),
    { numRuns: runs() },
  );
});

test('[ALL-02] every field that holds a text about somebody says what it is kept for', () => {
  const listed = personalFields(contexts);
  const unstated = listed.filter(({ purposes }) => purposes.includes('unstated'));
  assert.deepEqual(unstated, [], 'their event spec says so, by `personal`');
  const about = (event: string) =>
    listed.filter((one) => one.event === event).map(({ field, holds, purposes }) => [field, holds, ...purposes]);
  assert.deepEqual(about('PersonRegistered'), [
    ['name', 'text', 'identity'],
    ['phone', 'text', 'contact'],
  ]);
  assert.deepEqual(about('CaseReported'), [
    ['text', 'text', 'own-matter', 'office'],
    ['address', 'text', 'own-matter', 'office'],
    ['fields', 'text', 'own-matter', 'office'],
    ['contact', 'text', 'contact'],
    ['photos', 'file', 'own-matter', 'office'],
  ]);
  assert.deepEqual(about('CaseUrged'), [['note', 'text', 'own-matter', 'office']]);
});

test('[ALL-02] what a gridder reported in office stays when they are erased, and their own report and telephone go', () => {
  const view = personalContents([caseContext]);
  assert.ok(view.kind === 'table');
  const kept = (channel: 'gridder' | 'resident') => {
    const [text, contact] = ['text', 'contact'].map((content) => ({ ...sealed('told'), content }));
    const data = { text, contact, photos: ['f1'], channel, reporter: { mode: 'masked', person: 'ada' } };
    const event = recorded({ type: 'CaseReported', data }, { stream: 'case/c1', version: 1, at: 5, actor: ada });
    return ['text', 'contact', 'file/f1'].map((content) => view.project(undefined, event, content)?.kept);
  };
  assert.deepEqual(kept('gridder'), [true, false, true]);
  assert.deepEqual(kept('resident'), [false, false, false]);
});

test('[ALL-02] a field that a context does not speak of is found all the same, and stands on the list as unstated', () => {
  const silent = {
    ...peopleContext,
    events: {
      ...peopleContext.events,
      PersonRegistered: { v: 1, schema: peopleContext.events.PersonRegistered.schema },
    },
  };
  assert.deepEqual(
    personalFields([silent]).map(({ field, purposes }) => [field, ...purposes]),
    [
      ['name', 'unstated'],
      ['phone', 'unstated'],
    ],
  );
});

test('[ALL-02] a text is found in whichever shape of an event it stands, however deep', () => {
  const deep = z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('said'), words: z.array(z.strictObject({ text: contentRef })) }),
    z.strictObject({ kind: z.literal('silent') }),
  ]);
  const told = { ...peopleContext, events: { ...peopleContext.events, PersonRegistered: { v: 1, schema: deep } } };
  const view = personalContents([told]);
  assert.ok(view.kind === 'table');
  const data = { kind: 'said', words: [{ text: { ...sealed('one'), content: 'c1' } }] };
  const event = recorded({ type: 'PersonRegistered', data }, { stream: 'person/ada', version: 1, at: 5, actor: ada });
  assert.deepEqual(view.keys(event), ['c1']);
  assert.deepEqual(view.project(undefined, event, 'c1'), {
    id: 'c1',
    person: 'ada',
    purpose: 'unstated',
    kept: false,
    stream: 'person/ada',
    event: 'PersonRegistered',
    field: 'words',
    at: 5,
  });
  const first = view.project(undefined, event, 'c1');
  const later = recorded({ type: 'PersonRegistered', data }, { stream: 'person/ben', version: 1, at: 6 });
  assert.equal(view.project(first, later, 'c1'), first, 'whoever passes it on does not make it their own');
});

test('[ALL-02] only words given in office stay when a person is erased', () => {
  const kept = Object.entries(statedPurposes).filter((purpose) => purpose[1].kept);
  assert.deepEqual(
    kept.map(([name]) => name),
    ['office'],
  );
  assert.ok(personalFields(contexts).length > 20);
});
